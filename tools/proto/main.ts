/**
 * `npm run proto`: reads every .proto file and writes the TypeScript beside it in `proto/gen/`.
 * With `--check` it writes nothing and fails where the committed files differ.
 *
 * protobufjs parses; nothing of it reaches the product, whose pages forbid code made from text.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import protobuf from "protobufjs";
import { generateMethods, generateTypes } from "./api-tables.ts";
import { generateDescriptors } from "./descriptors.ts";
import { generateFile } from "./generate.ts";
import { generateOpenApi } from "./openapi.ts";
import { protoFile } from "./resolve.ts";

const root = join(process.env.ASSAY_ROOT ?? process.cwd(), "proto");
const out = join(root, "gen");

/** All files of a folder whose name ends so, sorted, relative to it. */
function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && !name.includes("node_modules") && !name.startsWith("dist"))
    .sort();
}

/** File name in `gen/` to its text. */
export function generateAll(): Map<string, string> {
  const files = filesUnder(root, ".proto");
  // protobufjs brings its own google/protobuf files, which know no file name; ours are read instead.
  const bundled = protobuf.common as unknown as Record<string, unknown>;
  for (const name of Object.keys(bundled)) if (name.startsWith("google/")) delete bundled[name];
  const loaded = new protobuf.Root();
  loaded.resolvePath = (_origin, target) => protoFile(root, target);
  loaded.loadSync(
    files.map((name) => name),
    { keepCase: true, alternateCommentMode: true },
  );
  loaded.resolveAll();
  const texts = new Map<string, string>();
  for (const name of files) {
    const text = generateFile(loaded, name, (file) => relative(root, file));
    if (text !== undefined) texts.set(name.replace(/\.proto$/, ".ts"), text);
  }
  const within = (file: string): string => relative(root, file);
  texts.set("api/types.ts", generateTypes([...texts.keys()]));
  texts.set("api/methods.ts", generateMethods(loaded, within));
  texts.set("api/descriptors.ts", generateDescriptors(loaded, root, files));
  texts.set("api/openapi.ts", generateOpenApi(loaded));
  return texts;
}

const texts = generateAll();
if (process.argv.includes("--check")) {
  const stale = [...texts].filter(([name, text]) => {
    try {
      return readFileSync(join(out, name), "utf8") !== text;
    } catch {
      return true;
    }
  });
  const extra = filesUnder(out, ".ts").filter((name) => !texts.has(name));
  for (const [name] of stale) console.error(`stale: proto/gen/${name}`);
  for (const name of extra) console.error(`no .proto file for proto/gen/${name}`);
  if (stale.length + extra.length > 0) {
    console.error("run: npm run proto");
    process.exitCode = 1;
  }
} else {
  rmSync(out, { recursive: true, force: true });
  for (const [name, text] of texts) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), text);
  }
  console.error(`${texts.size} files in proto/gen`);
}
