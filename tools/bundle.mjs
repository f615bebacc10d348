// Sources run without a build step in the way: esbuild bundles them in well under a second, and Node loads the
// bundle. Node 20 can start no worker from a .ts file, so the workers are bundled beside the program.
import { existsSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, stop } from "esbuild";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Name of a bundle to its source: what code here starts as a worker or a child process. */
export const entries = {
  "index-worker": "chain/index/index-worker.ts",
  "judge-worker": "services/attestor/judge-worker.ts",
  "model-worker": "services/runtime/model-worker.ts",
  "verify-worker": "chain/app/verify-worker.ts",
  assay: "cli/main.ts",
};

const resolved = Symbol("resolved");

/**
 * Packages of ours are bundled; everything else is loaded as it is, from where the importing file would find it: npm
 * may hold another version of the same package for somebody else.
 */
const ownPackages = {
  name: "own-packages",
  setup(b) {
    b.onResolve({ filter: /^[^./]/ }, async (args) => {
      if (args.kind === "entry-point" || args.path.startsWith("@assay/")) return undefined;
      if (args.pluginData === resolved) return undefined;
      if (isBuiltin(args.path)) return { path: args.path, external: true };
      const { kind, importer, resolveDir } = args;
      const found = await b.resolve(args.path, { kind, importer, resolveDir, pluginData: resolved });
      if (found.errors.length > 0) return { errors: found.errors };
      return { path: pathToFileURL(found.path).href, external: true };
    });
  },
};

/** Bundles the entries into a folder of their own and returns it. */
export async function bundle(name, wanted) {
  const outdir = join(root, ".cache", "bundles", name);
  const entryPoints = Object.fromEntries(
    Object.entries(wanted)
      .filter(([, source]) => existsSync(join(root, source)))
      .map(([key, source]) => [key, join(root, source)]),
  );
  await build({
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    outExtension: { ".js": ".mjs" },
    conditions: ["assay-source"],
    sourcemap: true,
    logLevel: "error",
    jsx: "automatic",
    jsxImportSource: "preact",
    plugins: [ownPackages],
  });
  // Its process would stay as long as ours.
  await stop();
  return outdir;
}
