/** The bundler as it lies in the repository: this file may be part of a bundle itself. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Root folder of the sources. */
export const root: string = process.env.ASSAY_ROOT ?? process.cwd();

const loadBundler = (): Promise<typeof import("../../tools/bundle.mjs")> =>
  import(pathToFileURL(join(root, "tools", "bundle.mjs")).href);

/** Bundles one source and returns the path of the script. */
export async function bundleScript(name: string, source: string): Promise<string> {
  const { bundle } = await loadBundler();
  return join(await bundle(name, { [name]: source }), `${name}.mjs`);
}

/** Sees to it that the node's program and its threads are bundled, where nobody did it before. */
export async function bundlePrograms(): Promise<void> {
  if (process.env.ASSAY_BUNDLES !== undefined) return;
  const { bundle, entries } = await loadBundler();
  process.env.ASSAY_BUNDLES = await bundle("bench", entries);
}
