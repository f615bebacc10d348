/**
 * Where the model library is: made by `npm run models`, not committed.
 *
 * @module
 */
import { existsSync } from "node:fs";
import { join } from "node:path";

export const modelsMissing = "run npm run models";

export function modelsFolder(root = process.env.ASSAY_ROOT ?? process.cwd()): string {
  return join(root, ".assay", "models");
}

/** The file of a model of the library; undefined where it was not made. */
export function libraryModel(name: string, root?: string): string | undefined {
  const path = join(modelsFolder(root), name, "model.onnx");
  return existsSync(path) ? path : undefined;
}
