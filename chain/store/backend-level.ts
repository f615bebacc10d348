/**
 * The backend on disk: LevelDB in a folder of its own.
 *
 * @module
 */
import { Level } from "level";
import type { Backend, BackendRange, BatchOp } from "./backend.ts";
import { StoreError } from "./errors.ts";

const VIEW = { keyEncoding: "view", valueEncoding: "view" } as const;

/** Entries that an iterator fetches at once. */
const FETCH = 1000;

export class LevelBackend implements Backend {
  readonly location: string;
  readonly #db: Level<Uint8Array, Uint8Array>;

  private constructor(location: string, db: Level<Uint8Array, Uint8Array>) {
    this.location = location;
    this.#db = db;
  }

  /**
   * Makes the folder where it is missing.
   * @throws StoreError `locked` where another process has it open, `corrupt` where LevelDB finds it damaged, else `io`.
   */
  static async open(folder: string): Promise<LevelBackend> {
    const db = new Level<Uint8Array, Uint8Array>(folder, VIEW);
    try {
      await db.open();
    } catch (error) {
      throw failure(folder, error);
    }
    return new LevelBackend(folder, db);
  }

  async get(key: Uint8Array): Promise<Uint8Array | undefined> {
    try {
      return await this.#db.get(key);
    } catch (error) {
      throw failure(this.location, error);
    }
  }

  getSync(key: Uint8Array): Uint8Array | undefined {
    try {
      return this.#db.getSync(key);
    } catch (error) {
      throw failure(this.location, error);
    }
  }

  iterate(range: BackendRange): AsyncIterable<readonly [Uint8Array, Uint8Array]> {
    try {
      // Made here, not at the first step: an iterator sees the entries of its making.
      return this.#entries(this.#db.iterator(range));
    } catch (error) {
      throw failure(this.location, error);
    }
  }

  async batch(ops: readonly BatchOp[], options: { readonly sync: boolean }): Promise<void> {
    try {
      await this.#db.batch(ops as BatchOp[], { sync: options.sync } as object);
    } catch (error) {
      throw failure(this.location, error);
    }
  }

  async close(): Promise<void> {
    await this.#db.close();
  }

  async *#entries(iterator: LevelIterator): AsyncIterable<readonly [Uint8Array, Uint8Array]> {
    try {
      for (;;) {
        const entries = await iterator.nextv(FETCH);
        if (entries.length === 0) return;
        yield* entries;
      }
    } catch (error) {
      throw failure(this.location, error);
    } finally {
      await iterator.close();
    }
  }
}

interface LevelIterator {
  nextv(count: number): Promise<[Uint8Array, Uint8Array][]>;
  close(): Promise<void>;
}

function failure(folder: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) causes.push(cause);
  const codes = causes.map((cause) => (cause as { code?: string }).code);
  const text = causes.at(-1)?.message ?? String(error);
  if (codes.includes("LEVEL_LOCKED")) {
    return new StoreError(
      "locked",
      `The folder ${folder} is in use by another process`,
      "Stop the node that runs on it, or give this one another folder.",
      error,
    );
  }
  if (
    codes.includes("LEVEL_CORRUPTION") ||
    /^Corruption|checksum|does not exist \(create_if_missing|missing files/.test(text)
  ) {
    return new StoreError(
      "corrupt",
      `The database in ${folder} is damaged: ${text}`,
      "Move the folder away and restore it from a copy, or sync or replay the chain anew.",
      error,
    );
  }
  return new StoreError(
    "io",
    `The database in ${folder} cannot be used: ${text}`,
    "Check that the disk has space and that this user may write there.",
    error,
  );
}
