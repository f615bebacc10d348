/**
 * Memory for what is short and made often. An array of more than 64 bytes has memory of its own from the system, which
 * costs more than filling it; here many share one block.
 *
 * @module
 */

/** Up to here an array lies among the objects, which costs nothing more. */
const SHORTEST = 65;
/** What is longer is worth memory of its own, and would keep too much of a block alive. */
const LONGEST = 1024;

/** Arrays one behind the other in blocks of memory; no byte is handed out twice. */
export class BytePool {
  readonly #blockBytes: number;
  #block: Uint8Array<ArrayBuffer>;
  #used = 0;

  constructor(blockBytes: number) {
    this.#blockBytes = blockBytes;
    this.#block = new Uint8Array(blockBytes);
  }

  /** Room to write at most so much from `start` on, before `take` or the next call. */
  reserve(length: number): { readonly bytes: Uint8Array; readonly start: number } {
    if (this.#used + length > this.#block.length) {
      this.#block = new Uint8Array(Math.max(length, this.#blockBytes));
      this.#used = 0;
    }
    return { bytes: this.#block, start: this.#used };
  }

  /** What was written into the room that was reserved, so much of it. */
  take(length: number): Uint8Array {
    const bytes = new Uint8Array(this.#block.buffer, this.#used, length);
    // From a multiple of eight, as memory of its own would be.
    this.#used += (length + 7) & ~7;
    return bytes;
  }
}

const shortPool = new BytePool(16 * 1024);

/**
 * Zeros, never handed out before. Its `buffer` holds others' bytes too: copy what is transferred to another thread, and
 * what is kept for long.
 */
export function shortBytes(length: number): Uint8Array {
  if (length < SHORTEST || length > LONGEST) return new Uint8Array(length);
  shortPool.reserve(length);
  return shortPool.take(length);
}
