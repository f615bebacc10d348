/** Pending reveals in a folder, a file each, synced before a seal is sent. */
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { PendingReveal, PendingStore } from "@assay/client/pending";

export class FilePendingStore implements PendingStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async save(pending: PendingReveal): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const path = join(this.#folder, `${pending.id}.json`);
    const file = await open(`${path}.part`, "w", 0o600);
    await file.writeFile(JSON.stringify(pending));
    await file.sync();
    await file.close();
    await rename(`${path}.part`, path);
    const folder = await open(this.#folder, "r");
    await folder.sync();
    await folder.close();
  }

  async list(): Promise<readonly PendingReveal[]> {
    let names: string[];
    try {
      names = await readdir(this.#folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
      throw error;
    }
    const files = names.filter((name) => name.endsWith(".json")).sort();
    return Promise.all(
      files.map(
        async (name) => JSON.parse(await readFile(join(this.#folder, name), "utf8")) as PendingReveal,
      ),
    );
  }

  async remove(id: string): Promise<void> {
    await rm(join(this.#folder, `${id}.json`), { force: true });
  }
}
