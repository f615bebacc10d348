/**
 * Blobs on disk by the hash of what they hold. A blob is there whole and synced, or not at all: it is written under
 * another name, checked, synced and renamed.
 *
 * @module
 */
import { createHash, randomBytes } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

const HASH = /^[0-9a-f]{64}$/;
const PART = ".part";
const DAMAGED = ".damaged";

export type BlobRefusal =
  /** More bytes than allowed. */
  | "size"
  /** Other bytes than the hash names. */
  | "hash"
  /** The folder holds as much as its operator lets it. */
  | "quota"
  /** The disk takes no more. */
  | "full";

/** A blob that was not taken in; nothing of it is kept. */
export class BlobRefused extends Error {
  readonly reason: BlobRefusal;

  constructor(reason: BlobRefusal) {
    super(`the blob is refused: ${reason}`);
    this.name = "BlobRefused";
    this.reason = reason;
  }
}

export interface BlobStoreOptions {
  /** Bytes that the folder may hold; absent for no bound. */
  readonly quotaBytes?: number;
  /** Opens a file for writing; another one than `open` is for tests of disks that fail. */
  readonly openFile?: typeof open;
}

function isNoSpace(error: unknown): boolean {
  return ["ENOSPC", "EDQUOT"].includes((error as NodeJS.ErrnoException).code ?? "");
}

/** A write may be short, on a full disk above all. */
async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}

export class BlobStore {
  readonly #folder: string;
  readonly #quotaBytes: number;
  readonly #openFile: typeof open;
  /** Blobs that `#usedBytes` counts. */
  readonly #counted = new Set<string>();
  /** Bytes of whole blobs, and of those that are promised to uploads under way. */
  #usedBytes = 0;

  private constructor(folder: string, { quotaBytes, openFile }: BlobStoreOptions) {
    this.#folder = folder;
    this.#quotaBytes = quotaBytes ?? Number.POSITIVE_INFINITY;
    this.#openFile = openFile ?? open;
  }

  /** Opens a folder, making it where it is missing, and removes what a crash left half written. */
  static async open(folder: string, options: BlobStoreOptions = {}): Promise<BlobStore> {
    await mkdir(folder, { recursive: true });
    const store = new BlobStore(folder, options);
    for (const name of await readdir(folder)) {
      if (name.endsWith(PART)) await rm(join(folder, name), { force: true });
      else if (HASH.test(name)) store.#count(name, (await stat(join(folder, name))).size);
    }
    return store;
  }

  get usedBytes(): number {
    return this.#usedBytes;
  }

  #count(hash: string, bytes: number): void {
    if (this.#counted.has(hash)) return;
    this.#counted.add(hash);
    this.#usedBytes += bytes;
  }

  #path(hash: string): string {
    // The name is hex only: nothing from outside becomes a path otherwise.
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

  /** @param range with an inclusive end, as in a Range header. */
  read(hash: string, range?: { readonly start: number; readonly end: number }): ReadStream {
    return createReadStream(this.#path(hash), range);
  }

  /**
   * Takes a blob in. Two may bring the same one at once: neither waits for the other, the first that is whole stays.
   * @param maxBytes space that is set aside for it, and the most that is read.
   * @returns its size.
   * @throws BlobRefused, the disk's error, or the body's; nothing is kept then.
   */
  async write(hash: string, maxBytes: number, body: AsyncIterable<Uint8Array>): Promise<number> {
    const path = this.#path(hash);
    if (this.#usedBytes + maxBytes > this.#quotaBytes) throw new BlobRefused("quota");
    this.#usedBytes += maxBytes;
    const part = `${path}.${randomBytes(6).toString("hex")}${PART}`;
    try {
      const size = await this.#fill(part, hash, maxBytes, body);
      await rename(part, path);
      try {
        await this.#syncFolder();
      } catch (error) {
        // Its name might not survive a power cut: then it must not be promised.
        await rm(path, { force: true });
        throw error;
      }
      this.#count(hash, size);
      return size;
    } catch (error) {
      await rm(part, { force: true }).catch(() => {});
      throw isNoSpace(error) ? new BlobRefused("full") : error;
    } finally {
      this.#usedBytes -= maxBytes;
    }
  }

  async #fill(
    part: string,
    hash: string,
    maxBytes: number,
    body: AsyncIterable<Uint8Array>,
  ): Promise<number> {
    const file = await this.#openFile(part, "wx", 0o644);
    try {
      const digest = createHash("sha256");
      let size = 0;
      for await (const chunk of body) {
        size += chunk.length;
        if (size > maxBytes) throw new BlobRefused("size");
        digest.update(chunk);
        await writeWhole(file, chunk);
      }
      if (digest.digest("hex") !== hash) throw new BlobRefused("hash");
      await file.sync();
      return size;
    } finally {
      await file.close();
    }
  }

  async #syncFolder(): Promise<void> {
    const folder = await this.#openFile(this.#folder, "r");
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }

  /**
   * Reads every blob once and sets aside those that are no longer what they were, so that they can be brought again.
   * @returns their hashes.
   */
  async setDamagedAside(signal: AbortSignal): Promise<string[]> {
    const damaged: string[] = [];
    for (const hash of [...this.#counted]) {
      if (signal.aborted) break;
      const digest = createHash("sha256");
      let size = 0;
      try {
        for await (const chunk of this.read(hash)) {
          digest.update(chunk as Buffer);
          size += (chunk as Buffer).length;
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") continue;
        throw error;
      }
      if (digest.digest("hex") === hash) continue;
      await rename(this.#path(hash), this.#path(hash) + DAMAGED);
      if (this.#counted.delete(hash)) this.#usedBytes -= size;
      damaged.push(hash);
    }
    return damaged;
  }
}
