/**
 * The backend on disk: LevelDB in a folder of its own.
 *
 * One key is the backend's own, behind all others: the number of synced batches (see `last-batch.ts`).
 *
 * @module
 */
import { join } from "node:path";
import { assert } from "@assay/kernel/assert";
import { Level } from "level";
import type { Backend, BackendRange, BatchOp } from "./backend.ts";
import { StoreError } from "./errors.ts";
import { LAST_BATCH_FILE, LastBatch } from "./last-batch.ts";
import { findDamagedTable } from "./level-tables.ts";

const OPTIONS = {
  keyEncoding: "view",
  valueEncoding: "view",
  // State leaves are written over and over: a larger buffer merges more of it before it reaches a table.
  writeBufferSize: 16 << 20,
} as const;

/** Entries that an iterator fetches at once. */
const FETCH = 1000;

/** Keys from here on are the backend's own. */
const RESERVED = new Uint8Array(16).fill(0xff);
const COUNTER = Uint8Array.of(...RESERVED, 0);

type Database = Level<Uint8Array, Uint8Array>;

export class LevelBackend implements Backend {
  readonly location: string;
  readonly #db: Database;
  readonly #lastBatch: LastBatch;
  /** Synced batches so far. */
  #batches: bigint;
  #closed = false;

  private constructor(location: string, db: Database, lastBatch: LastBatch, batches: bigint) {
    this.location = location;
    this.#db = db;
    this.#lastBatch = lastBatch;
    this.#batches = batches;
  }

  /**
   * Makes the folder where it is missing.
   * @throws StoreError `locked` where another process has it open, `corrupt` where it is damaged or lacks batches that
   * had been synced, else `io`.
   */
  static async open(folder: string): Promise<LevelBackend> {
    const damaged = await findDamagedTable(folder);
    if (damaged !== undefined) {
      const what = `The checksums of ${join(folder, damaged)} do not match: the file is damaged`;
      throw new StoreError("corrupt", what, RESTORE);
    }
    const db: Database = new Level(folder, OPTIONS);
    try {
      await db.open();
      const counter = await db.get(COUNTER);
      const batches = counter === undefined ? 0n : Buffer.from(counter).readBigUInt64BE(0);
      const lastBatch = LastBatch.open(folder);
      assertComplete(folder, batches, lastBatch.read());
      return new LevelBackend(folder, db, lastBatch, batches);
    } catch (error) {
      await db.close();
      throw failure(folder, error);
    }
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
      return this.#entries(this.#db.iterator({ ...range, lt: range.lt ?? RESERVED }));
    } catch (error) {
      throw failure(this.location, error);
    }
  }

  async batch(ops: readonly BatchOp[], options: { readonly sync: boolean }): Promise<void> {
    for (const { key } of ops) assert(Buffer.compare(key, RESERVED) < 0, "this key is the backend's own");
    if (options.sync) this.#batches++;
    const number = this.#batches;
    try {
      // Not `batch(ops)`: that copies and checks each as an object, for 15 times as long.
      const batch = this.#db.batch();
      for (const op of ops) {
        if (op.type === "put") batch.put(op.key, op.value);
        else batch.del(op.key);
      }
      if (options.sync) {
        const value = Buffer.alloc(8);
        value.writeBigUInt64BE(number);
        batch.put(COUNTER, value);
      }
      await batch.write(options as object);
    } catch (error) {
      throw failure(this.location, error);
    }
    if (options.sync && !this.#closed) this.#lastBatch.write(number);
  }

  async close(): Promise<void> {
    await this.#db.close();
    if (!this.#closed) this.#lastBatch.close();
    this.#closed = true;
  }

  async *#entries(iterator: LevelIterator): AsyncIterable<readonly [Uint8Array, Uint8Array]> {
    try {
      // The next ones are fetched while these are used.
      for (let next = fetch(iterator); ; ) {
        const entries = await next;
        if (entries.length === 0) return;
        next = fetch(iterator);
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

/** A failure is thrown to who awaits it; where nobody does, it is of no interest. */
function fetch(iterator: LevelIterator): Promise<[Uint8Array, Uint8Array][]> {
  const entries = iterator.nextv(FETCH);
  entries.catch(() => {});
  return entries;
}

function assertComplete(folder: string, found: bigint, synced: bigint | undefined): void {
  if (synced === undefined) {
    throw new StoreError(
      "corrupt",
      `The file ${join(folder, LAST_BATCH_FILE)} is damaged`,
      "Restore the folder from a copy; if you trust the rest of it, delete that file.",
    );
  }
  if (found < synced) {
    throw new StoreError(
      "corrupt",
      `The database in ${folder} ends at batch ${found}, but batch ${synced} had been synced: its end is damaged`,
      RESTORE,
    );
  }
}

const RESTORE = "Move the folder away and restore it from a copy, or sync or replay the chain anew.";

function failure(folder: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const causes: Error[] = [];
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) causes.push(cause);
  const codes = causes.map((cause) => (cause as { code?: string }).code);
  const text = causes.at(-1)!.message;
  if (codes.includes("LEVEL_LOCKED")) {
    return new StoreError(
      "locked",
      `The folder ${folder} is in use by another process`,
      "Stop the node that runs on it, or give this one another folder.",
      error,
    );
  }
  // A table that is cut or gone reaches us as the system's error of reading it.
  if (codes.includes("LEVEL_CORRUPTION") || /Invalid argument|No such file/.test(text)) {
    return new StoreError("corrupt", `The database in ${folder} is damaged: ${text}`, RESTORE, error);
  }
  return new StoreError(
    "io",
    `The database in ${folder} cannot be used: ${text}`,
    "Check that the disk has space and that this user may write there.",
    error,
  );
}
