/**
 * Where the real engine's program is.
 *
 * @module
 */
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The version that our homes and formats are for. */
export const COMETBFT_BINARY_VERSION = "0.38.25";

/** What a person without the program is told. */
export const cometbftMissing = "run npm run install:cometbft (needs Go)";

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The program's path: `ASSAY_COMETBFT`, else `.assay/bin` of the sources or of the working folder, else the first on
 * `PATH`. Undefined where there is none; a path that is named but is no program is none.
 */
export function findCometbft(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const named = environment.ASSAY_COMETBFT;
  if (named !== undefined && named !== "") return isProgram(named) ? named : undefined;
  const own = join(environment.ASSAY_ROOT ?? process.cwd(), ".assay", "bin");
  const folders = [own, ...(environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "")];
  return folders.map((folder) => join(folder, "cometbft")).find(isProgram);
}
