/**
 * LevelDB drops what it cannot read at the end of its log, as it must after a crash in the middle of a write; it would
 * drop a batch that was synced and damaged afterwards as silently, and the chain would begin again one block earlier.
 * So the number of the last synced batch is kept beside it, in a file of its own, written after the sync: it may be
 * older than the database, never newer.
 *
 * @module
 */
import { closeSync, constants, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { crc32c } from "./crc32c.ts";

export const LAST_BATCH_FILE = "LAST_BATCH";

/** u64 number, u32 crc32c of it. */
const BYTES = 12;

export class LastBatch {
  readonly #file: number;
  #written = 0n;

  private constructor(file: number) {
    this.#file = file;
  }

  /** Makes the file where it is missing. */
  static open(folder: string): LastBatch {
    return new LastBatch(
      openSync(join(folder, LAST_BATCH_FILE), constants.O_RDWR | constants.O_CREAT, 0o644),
    );
  }

  /** 0 for a new file; undefined for a damaged one. */
  read(): bigint | undefined {
    if (fstatSync(this.#file).size === 0) return 0n;
    const bytes = Buffer.alloc(BYTES + 1);
    if (readSync(this.#file, bytes, 0, BYTES + 1, 0) !== BYTES) return undefined;
    if (crc32c(bytes, 0, 8) !== bytes.readUInt32BE(8)) return undefined;
    this.#written = bytes.readBigUInt64BE(0);
    return this.#written;
  }

  /** Not synced: a number that is too old only makes the check weaker, and so does one that cannot be written. */
  write(batch: bigint): void {
    if (batch <= this.#written) return;
    this.#written = batch;
    try {
      writeSync(this.#file, encode(batch), 0, BYTES, 0);
    } catch {
      // The batch itself is on disk.
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}

function encode(batch: bigint): Buffer {
  const bytes = Buffer.alloc(BYTES);
  bytes.writeBigUInt64BE(batch, 0);
  bytes.writeUInt32BE(crc32c(bytes, 0, 8), 8);
  return bytes;
}
