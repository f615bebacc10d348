/** A file whole or not at all, also where the machine stops in between. */
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";

/** File mode of what only its user may read. */
export const SECRET = 0o600;

export function writeAtomic(path: string, text: string, mode = 0o644): void {
  const part = `${path}.part`;
  const file = openSync(part, "w", mode);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
}
