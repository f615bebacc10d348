/**
 * Keys and values of the trees: blocks of bytes in chunks that never move, so that growing copies nothing and a million
 * keys are no million objects.
 *
 * A pointer counts units of 8 bytes. Freed blocks are kept by size class and hold the pointer to the next one.
 *
 * @module
 */
import { assert } from "@assay/kernel/assert";
import { shortBytes } from "@assay/primitives/pool";

const UNIT_BITS = 3;
const CHUNK_UNIT_BITS = 19;
export const CHUNK_BYTES: number = 1 << (CHUNK_UNIT_BITS + UNIT_BITS);
const CHUNK_UNITS = 1 << CHUNK_UNIT_BITS;
const UNIT_MASK = CHUNK_UNITS - 1;
const MAX_UNITS = 0xffff_ffff;

export class Arena {
  /** Bytes of block `pointer` begin at `offsetOf(pointer)` in chunk `chunkOf(pointer)`. */
  readonly chunks: Uint8Array[] = [];
  readonly words: Uint32Array[] = [];
  /** Bytes in blocks that are in use, with what rounding wastes. */
  usedBytes = 0;
  #next = 0;
  #end = 0;
  /** Pointer + 1 of the first free block of each class; 0 where there is none. */
  readonly #free = new Uint32Array(CLASSES);

  /** Bytes of a block are not cleared. */
  allocate(length: number): number {
    const sizeClass = classOf(length);
    const bytes = classBytes(sizeClass);
    this.usedBytes += bytes;
    const free = this.#free[sizeClass]!;
    if (free !== 0) {
      const pointer = free - 1;
      this.#free[sizeClass] = this.words[chunkOf(pointer)]![offsetOf(pointer) >>> 2]!;
      return pointer;
    }
    const units = bytes >>> UNIT_BITS;
    if (this.#end - this.#next < units) this.#grow();
    const pointer = this.#next;
    this.#next += units;
    return pointer;
  }

  free(pointer: number, length: number): void {
    const sizeClass = classOf(length);
    this.usedBytes -= classBytes(sizeClass);
    this.#keep(pointer, sizeClass);
  }

  write(pointer: number, skip: number, bytes: Uint8Array): void {
    const chunk = this.chunks[chunkOf(pointer)]!;
    const at = offsetOf(pointer) + skip;
    if (bytes.length > 32) chunk.set(bytes, at);
    else for (let i = 0; i < bytes.length; i++) chunk[at + i] = bytes[i]!;
  }

  /** A copy. */
  read(pointer: number, skip: number, length: number): Uint8Array {
    const at = offsetOf(pointer) + skip;
    const chunk = this.chunks[chunkOf(pointer)]!;
    const copy = shortBytes(length);
    if (length > 32) copy.set(new Uint8Array(chunk.buffer, chunk.byteOffset + at, length));
    else for (let i = 0; i < length; i++) copy[i] = chunk[at + i]!;
    return copy;
  }

  /** Not a copy: valid until the block is freed. */
  view(pointer: number, length: number): Uint8Array {
    const at = offsetOf(pointer);
    return this.chunks[chunkOf(pointer)]!.subarray(at, at + length);
  }

  /** Whether the block holds `bytes` from `skip` on. */
  equalsAt(pointer: number, skip: number, bytes: Uint8Array): boolean {
    const chunk = this.chunks[chunkOf(pointer)]!;
    const at = offsetOf(pointer) + skip;
    for (let i = 0; i < bytes.length; i++) if (chunk[at + i] !== bytes[i]) return false;
    return true;
  }

  #keep(pointer: number, sizeClass: number): void {
    this.words[chunkOf(pointer)]![offsetOf(pointer) >>> 2] = this.#free[sizeClass]!;
    this.#free[sizeClass] = pointer + 1;
  }

  #grow(): void {
    // What is left of the last chunk becomes free blocks, the largest first.
    for (let left = this.#end - this.#next; left > 0; ) {
      const sizeClass = largestClassWithin(left << UNIT_BITS);
      this.#keep(this.#next, sizeClass);
      const units = classBytes(sizeClass) >>> UNIT_BITS;
      this.#next += units;
      left -= units;
    }
    const chunk = new ArrayBuffer(CHUNK_BYTES);
    this.#next = this.chunks.length * CHUNK_UNITS;
    this.#end = this.#next + CHUNK_UNITS;
    assert(this.#end <= MAX_UNITS, "keys and values take more than 32 GiB");
    this.chunks.push(new Uint8Array(chunk));
    this.words.push(new Uint32Array(chunk));
  }
}

export function chunkOf(pointer: number): number {
  return pointer >>> CHUNK_UNIT_BITS;
}

export function offsetOf(pointer: number): number {
  return (pointer & UNIT_MASK) << UNIT_BITS;
}

/** Up to 512 bytes a class every 8 bytes; above, eight classes a power of two. */
function classOf(length: number): number {
  if (length <= 512) return length === 0 ? 1 : (length + 7) >>> 3;
  const power = 31 - Math.clz32(length - 1);
  return 64 + (power - 9) * 8 + (((length - 1) >>> (power - 3)) - 7);
}

function classBytes(sizeClass: number): number {
  if (sizeClass <= 64) return sizeClass << 3;
  const power = 9 + ((sizeClass - 65) >>> 3);
  return (9 + ((sizeClass - 65) & 7)) << (power - 3);
}

function largestClassWithin(bytes: number): number {
  const sizeClass = classOf(bytes);
  return classBytes(sizeClass) > bytes ? sizeClass - 1 : sizeClass;
}

/** Up to a whole chunk. */
const CLASSES = classOf(CHUNK_BYTES) + 1;

/** What a block of so many bytes really takes. */
export function blockBytes(length: number): number {
  return classBytes(classOf(length));
}
