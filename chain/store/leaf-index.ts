/**
 * Module and key -> leaf of the latest state: one probe instead of a walk down the tree.
 *
 * Keys are chosen by strangers, so the hash is keyed (HalfSipHash-1-3 with a key of this process) and nothing that is
 * committed depends on it.
 *
 * @module
 */
import { randomFillSync } from "node:crypto";
import type { Arena } from "./arena.ts";
import { MAX_KEY_BYTES } from "./keys.ts";
import { KEY, KEY_HASH, KEY_HEAD, leafMeta, META, type Slab } from "./slab.ts";

const FIRST_CAPACITY = 1024;

export class LeafIndex {
  readonly #slab: Slab;
  readonly #arena: Arena;
  readonly #k0: number;
  readonly #k1: number;
  /** Leaf ids by hash, open addressing with linear probes, at most half full; 0 is empty. */
  #table = new Uint32Array(FIRST_CAPACITY);
  #count = 0;

  constructor(slab: Slab, arena: Arena) {
    this.#slab = slab;
    this.#arena = arena;
    const seed = randomFillSync(new Uint32Array(2));
    this.#k0 = seed[0]!;
    this.#k1 = seed[1]!;
  }

  get count(): number {
    return this.#count;
  }

  get bytes(): number {
    return this.#table.byteLength;
  }

  hash(module: number, key: Uint8Array): number {
    return halfSipHash(this.#k0, this.#k1, module, key);
  }

  /** The leaf; 0 where there is none. */
  find(module: number, key: Uint8Array, hash: number): number {
    if (key.length > MAX_KEY_BYTES) return 0;
    const mask = this.#table.length - 1;
    const meta = leafMeta(module, key.length);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = this.#table[slot]!;
      if (id === 0) return 0;
      if (this.#slab.get(id, KEY_HASH) !== hash || this.#slab.get(id, META) !== meta) continue;
      if (this.#arena.equalsAt(this.#slab.get(id, KEY), KEY_HEAD, key)) return id;
    }
  }

  /** Puts `leaf` in the place of `before`, which has the same key; 0 stands for none, before as after. */
  replace(before: number, leaf: number): void {
    if (before === 0) this.#insert(leaf);
    else if (leaf === 0) this.#remove(this.#slotOf(before));
    else this.#table[this.#slotOf(before)] = leaf;
  }

  #slotOf(id: number): number {
    const mask = this.#table.length - 1;
    let slot = this.#slab.get(id, KEY_HASH) & mask;
    while (this.#table[slot] !== id) slot = (slot + 1) & mask;
    return slot;
  }

  #insert(id: number): void {
    if (2 * (this.#count + 1) > this.#table.length) this.#grow();
    this.#count++;
    place(this.#table, id, this.#slab.get(id, KEY_HASH));
  }

  /** Closes the gap, so that no probe ends early. */
  #remove(gap: number): void {
    const table = this.#table;
    const mask = table.length - 1;
    this.#count--;
    for (let slot = (gap + 1) & mask; table[slot] !== 0; slot = (slot + 1) & mask) {
      const home = this.#slab.get(table[slot]!, KEY_HASH) & mask;
      if (((slot - home) & mask) < ((slot - gap) & mask)) continue;
      table[gap] = table[slot]!;
      gap = slot;
    }
    table[gap] = 0;
  }

  #grow(): void {
    const larger = new Uint32Array(this.#table.length * 2);
    for (const id of this.#table) if (id !== 0) place(larger, id, this.#slab.get(id, KEY_HASH));
    this.#table = larger;
  }
}

function place(table: Uint32Array, id: number, hash: number): void {
  const mask = table.length - 1;
  let slot = hash & mask;
  while (table[slot] !== 0) slot = (slot + 1) & mask;
  table[slot] = id;
}

/** HalfSipHash-1-3 (Aumasson and Bernstein) of the module as one word, then the key; unsigned. */
function halfSipHash(k0: number, k1: number, module: number, key: Uint8Array): number {
  let v0 = k0;
  let v1 = k1;
  let v2 = k0 ^ 0x6c796765;
  let v3 = k1 ^ 0x74656462;
  const round = (): void => {
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (v0 + v3) | 0;
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
  };
  const absorb = (word: number): void => {
    v3 ^= word;
    round();
    v0 ^= word;
  };
  absorb(module);
  const length = key.length;
  let at = 0;
  for (; at + 4 <= length; at += 4) {
    absorb(key[at]! | (key[at + 1]! << 8) | (key[at + 2]! << 16) | (key[at + 3]! << 24));
  }
  let last = length << 24;
  for (let shift = 0; at < length; at++, shift += 8) last |= key[at]! << shift;
  absorb(last);
  v2 ^= 0xff;
  round();
  round();
  round();
  return (v1 ^ v3) >>> 0;
}
