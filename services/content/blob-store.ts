/**
 * Blobs on disk by the hash of what they hold. A blob is there whole and synced, or not at all: it is written under
 * another name, checked, synced and renamed.
 *
 * @module
 */
import { createHash, randomBytes } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";

const HASH = /^[0-9a-f]{64}$/;

export class BlobMismatch extends Error {
  readonly reason: "size" | "hash";
  constructor(reason: "size" | "hash") {
    super(`the bytes do not have the ${reason} that the ledger names`);
    this.reason = reason;
  }
}

export class BlobStore {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Opens a folder, making it where it is missing, and removes what a crash left half written. */
  static async open(folder: string): Promise<BlobStore> {
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder))
      if (name.endsWith(".part")) await rm(join(folder, name), { force: true });
    return new BlobStore(folder);
  }

  #path(hash: string): string {
    // The name is hex only: nothing from the chain becomes a path otherwise.
    if (!HASH.test(hash)) throw new RangeError("not a hash");
    return join(this.#folder, hash);
  }

  /** Bytes of a blob; undefined where it is not held. */
  async size(hash: string): Promise<number | undefined> {
    try {
      return (await stat(this.#path(hash))).size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
  }

  /** @param end inclusive, as in a Range header. */
  read(hash: string, range?: { readonly start: number; readonly end: number }): ReadStream {
    return createReadStream(this.#path(hash), range);
  }

  /**
   * Takes a blob in.
   * @throws BlobMismatch where it is longer or shorter than `size`, or has another hash; nothing is kept then.
   */
  async write(hash: string, size: number, body: Readable): Promise<void> {
    const path = this.#path(hash);
    const part = `${path}.${randomBytes(6).toString("hex")}.part`;
    const file = await open(part, "wx", 0o644);
    try {
      const digest = createHash("sha256");
      let written = 0;
      for await (const chunk of body) {
        written += (chunk as Buffer).length;
        if (written > size) throw new BlobMismatch("size");
        digest.update(chunk as Buffer);
        await file.write(chunk as Buffer);
      }
      if (written !== size) throw new BlobMismatch("size");
      if (digest.digest("hex") !== hash) throw new BlobMismatch("hash");
      await file.sync();
    } catch (error) {
      await file.close();
      await rm(part, { force: true });
      throw error;
    }
    await file.close();
    await rename(part, path);
    const folder = await open(this.#folder, "r");
    await folder.sync();
    await folder.close();
  }
}
