/** The index's own folder. What is damaged is thrown away: everything in it can be read from the blocks again. */
import { rm } from "node:fs/promises";
import type { Backend } from "../store/backend.ts";
import { LevelBackend } from "../store/backend-level.ts";
import { StoreError } from "../store/errors.ts";

/** @throws StoreError where the folder is in use, or cannot be used even when it is empty. */
export async function openIndexFolder(folder: string): Promise<Backend> {
  try {
    return await LevelBackend.open(folder);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code === "locked") throw error;
    await rm(folder, { recursive: true, force: true });
    return LevelBackend.open(folder);
  }
}
