// node tools/run.mjs FILE.ts [arguments]: bundles the file and the workers, and runs it in this process.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle, entries, root } from "./bundle.mjs";

const source = process.argv[2];
if (source === undefined) {
  console.error("usage: node tools/run.mjs FILE.ts [arguments]");
  process.exit(2);
}
const name = Object.keys(entries).find((key) => entries[key] === source) ?? "program";
const folder = source.replace(/[^a-zA-Z0-9]+/g, "-");
// A tool starts no worker, and must run where the programs do not build: code generation mends that.
const beside = source.startsWith("tools/") ? {} : entries;
const bundles = await bundle(folder, { ...beside, [name]: source });
process.env.ASSAY_ROOT = root;
process.env.ASSAY_BUNDLES = bundles;
process.argv.splice(1, 2, join(bundles, `${name}.mjs`));
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(bundles, `${name}.mjs`)).href);
