/**
 * Memory for what is short and made often. An array of more than 64 bytes has memory of its own from the system, which
 * costs more than filling it; here many share one block.
 *
 * @module
 */

const BLOCK_BYTES = 16 * 1024;
/** Up to here an array lies among the objects, which costs nothing more. */
const SHORTEST = 65;
/** What is longer is worth memory of its own, and would keep too much of a block alive. */
const LONGEST = 1024;

let block = new ArrayBuffer(BLOCK_BYTES);
let used = 0;

/**
 * Zeros, never handed out before. Its `buffer` holds others' bytes too: copy what is transferred to another thread, and
 * what is kept for long.
 */
export function shortBytes(length: number): Uint8Array {
  if (length < SHORTEST || length > LONGEST) return new Uint8Array(length);
  if (used + length > BLOCK_BYTES) {
    block = new ArrayBuffer(BLOCK_BYTES);
    used = 0;
  }
  const bytes = new Uint8Array(block, used, length);
  // From a multiple of eight, as memory of its own would be.
  used += (length + 7) & ~7;
  return bytes;
}
