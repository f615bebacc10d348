/**
 * Blobs that an operator does not serve: a file with one hash a line, `#` for comments. It is read again whenever it
 * changes, so that what must go is gone without a restart.
 *
 * @module
 */
import { readFile, stat } from "node:fs/promises";
import type { Logger } from "pino";

const LOOK_MS = 1_000;

export class DenyList {
  readonly #file: string;
  readonly #logger: Logger;
  #hashes: ReadonlySet<string> = new Set();
  #version = "";
  #lookedAt = 0;
  #fault: string | undefined;

  private constructor(file: string, logger: Logger) {
    this.#file = file;
    this.#logger = logger;
  }

  /** @throws Error where the file cannot be read: an operator who denies means it. */
  static async open(file: string, logger: Logger): Promise<DenyList> {
    const list = new DenyList(file, logger);
    await list.#load();
    return list;
  }

  /** Why the list may be out of date; undefined where it is not. */
  get fault(): string | undefined {
    return this.#fault;
  }

  async has(hash: string): Promise<boolean> {
    if (Date.now() - this.#lookedAt >= LOOK_MS) {
      try {
        await this.#load();
      } catch (error) {
        // What was denied stays denied.
        this.#fault = `${this.#file} cannot be read`;
        this.#logger.error({ err: error }, "the deny list cannot be read; the last one holds");
      }
    }
    return this.#hashes.has(hash);
  }

  async #load(): Promise<void> {
    this.#lookedAt = Date.now();
    const { mtimeMs, size, ino } = await stat(this.#file);
    const version = `${mtimeMs} ${size} ${ino}`;
    if (version === this.#version) return;
    const hashes = new Set<string>();
    (await readFile(this.#file, "utf8")).split("\n").forEach((line, i) => {
      const entry = line.replace(/#.*/, "").trim().toLowerCase();
      if (/^[0-9a-f]{64}$/.test(entry)) hashes.add(entry);
      else if (entry !== "") this.#logger.warn({ file: this.#file, line: i + 1 }, "this line is no hash");
    });
    this.#hashes = hashes;
    this.#version = version;
    this.#fault = undefined;
    this.#logger.info({ file: this.#file, denied: hashes.size }, "deny list read");
  }
}
