/**
 * Nodes of all trees, 64 bytes each, in chunks that never move. A node is a number; 0 is none.
 *
 * | word | inner node | leaf |
 * |---|---|---|
 * | 0-7 | hash | hash |
 * | 8 | left | key block (u32 count of leaves that share it, bytes) |
 * | 9 | right | value block |
 * | 10 | leaves below | value length |
 * | 11 | height << 12, crit-bit index | 1 << 31, module << 8, key length |
 * | 12 | stage that made it, 0 = free | the same |
 * | 13 | - | hash of module and key in the leaf index |
 *
 * @module
 */
import { assert } from "@assay/kernel/assert";

export const LEFT = 8;
export const KEY = 8;
export const RIGHT = 9;
export const VALUE = 9;
export const SIZE = 10;
export const META = 11;
export const BORN = 12;
export const KEY_HASH = 13;

/** A key block begins with the number of leaves that share it. */
export const KEY_HEAD = 4;

export const NODE_BYTES = 64;
export const LEAF_FLAG = 0x8000_0000;
export const CRIT_MASK = 0xfff;
export const HEIGHT_SHIFT = 12;

const CHUNK_BITS = 14;
const CHUNK_NODES = 1 << CHUNK_BITS;
const NODE_MASK = CHUNK_NODES - 1;
const MAX_NODES = 0xffff_ffff;

export class Slab {
  /** Word `w` of node `id` is `words[chunkOf(id)][wordOf(id) + w]`. */
  readonly words: Uint32Array[] = [];
  readonly bytes: Uint8Array[] = [];
  /** Nodes in use. */
  used = 0;
  #next = 1;
  #free = 0;

  /** Words are not cleared. */
  allocate(): number {
    this.used++;
    if (this.#free !== 0) {
      const id = this.#free;
      this.#free = this.words[chunkOf(id)]![wordOf(id)]!;
      return id;
    }
    if (chunkOf(this.#next) === this.words.length) {
      const chunk = new ArrayBuffer(CHUNK_NODES * NODE_BYTES);
      this.words.push(new Uint32Array(chunk));
      this.bytes.push(new Uint8Array(chunk));
    }
    assert(this.#next < MAX_NODES, "the trees have more nodes than a u32 counts");
    return this.#next++;
  }

  free(id: number): void {
    const words = this.words[chunkOf(id)]!;
    const at = wordOf(id);
    assert(words[at + BORN] !== 0, "a node was freed twice");
    words[at + BORN] = 0;
    words[at] = this.#free;
    this.#free = id;
    this.used--;
  }

  get(id: number, word: number): number {
    return this.words[chunkOf(id)]![wordOf(id) + word]!;
  }

  set(id: number, word: number, value: number): void {
    this.words[chunkOf(id)]![wordOf(id) + word] = value;
  }

  /** A copy. */
  hash(id: number): Uint8Array {
    const at = byteOf(id);
    return this.bytes[chunkOf(id)]!.slice(at, at + 32);
  }
}

export function chunkOf(id: number): number {
  return id >>> CHUNK_BITS;
}

export function wordOf(id: number): number {
  return (id & NODE_MASK) << 4;
}

export function byteOf(id: number): number {
  return (id & NODE_MASK) << 6;
}

/** Word META of a leaf. */
export function leafMeta(module: number, keyLength: number): number {
  return (LEAF_FLAG | (module << 8) | keyLength) >>> 0;
}
