/**
 * IAVL's node hash, with every version 1:
 *
 *     leaf   sha256(zz(0) zz(1) zz(1) uv(key length) key 0x20 sha256(value))
 *     inner  sha256(zz(height) zz(leaves) zz(1) 0x20 left 0x20 right)
 *
 * (zz: zig-zag varint, uv: varint.)
 *
 * @module
 */
import { type Arena, chunkOf as arenaChunk, offsetOf } from "./arena.ts";
import { digestOf, type Hasher, MESSAGE_BYTES, SLOT_BYTES } from "./hasher.ts";
import {
  BORN,
  byteOf,
  CRIT_MASK,
  chunkOf,
  HEIGHT_SHIFT,
  KEY,
  KEY_HEAD,
  LEAF_FLAG,
  LEFT,
  META,
  RIGHT,
  SIZE,
  type Slab,
  VALUE,
  wordOf,
} from "./slab.ts";

/** zz(1): the version of every node, and the size of a leaf. */
const ONE = 2;

/** What comes before the key's length in a leaf. */
export const LEAF_PREFIX: Uint8Array = Uint8Array.of(0, ONE, ONE);

/** What comes before the left hash's length in an inner node. */
export function innerPrefix(height: number, size: number): Uint8Array {
  const bytes = new Uint8Array(16);
  return bytes.slice(0, writeInnerPrefix(bytes, 0, height, size));
}

/** Fills height, size and hash of the nodes that a stage made, bottom up. */
export function hashNodes(slab: Slab, arena: Arena, hasher: Hasher, roots: Uint32Array, stage: number): void {
  const [leaves, levels] = freshNodes(slab, roots, stage);
  const batch = new NodeBatch(slab, arena, hasher);
  batch.hashLeaves(leaves);
  for (const level of levels) if (level !== undefined) batch.hashInner(level);
}

/** Leaves, and inner nodes by height, that the stage made; heights and sizes are right afterwards. */
function freshNodes(slab: Slab, roots: Uint32Array, stage: number): [number[], number[][]] {
  const { words } = slab;
  const leaves: number[] = [];
  // Parents come before their children, so that backwards each node finds its children done.
  const inner: number[] = [];
  const stack: number[] = [];
  for (const root of roots) {
    if (root !== 0) stack.push(root);
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      const node = words[chunkOf(id)]!;
      const at = wordOf(id);
      if (node[at + BORN] !== stage) continue;
      if (node[at + META]! >= LEAF_FLAG) leaves.push(id);
      else {
        inner.push(id);
        stack.push(node[at + RIGHT]!, node[at + LEFT]!);
      }
    }
  }
  const levels: number[][] = [];
  for (let i = inner.length - 1; i >= 0; i--) {
    const id = inner[i]!;
    const node = words[chunkOf(id)]!;
    const at = wordOf(id);
    const left = words[chunkOf(node[at + LEFT]!)]!;
    const leftAt = wordOf(node[at + LEFT]!);
    const right = words[chunkOf(node[at + RIGHT]!)]!;
    const rightAt = wordOf(node[at + RIGHT]!);
    const [leftMeta, rightMeta] = [left[leftAt + META]!, right[rightAt + META]!];
    const height = 1 + Math.max(heightIn(leftMeta), heightIn(rightMeta));
    node[at + META] = (height << HEIGHT_SHIFT) | (node[at + META]! & CRIT_MASK);
    node[at + SIZE] = sizeIn(leftMeta, left[leftAt + SIZE]!) + sizeIn(rightMeta, right[rightAt + SIZE]!);
    const level = levels[height];
    if (level === undefined) levels[height] = [id];
    else level.push(id);
  }
  return [leaves, levels];
}

function heightIn(meta: number): number {
  return meta >= LEAF_FLAG ? 0 : meta >>> HEIGHT_SHIFT;
}

function sizeIn(meta: number, size: number): number {
  return meta >= LEAF_FLAG ? 1 : size;
}

export function heightOf(slab: Slab, id: number): number {
  return heightIn(slab.get(id, META));
}

export function leavesBelow(slab: Slab, id: number): number {
  return sizeIn(slab.get(id, META), slab.get(id, SIZE));
}

/** Writes messages into a hasher's slots and its digests into nodes. */
class NodeBatch {
  readonly #slab: Slab;
  readonly #arena: Arena;
  readonly #hasher: Hasher;
  /** Of the hasher's input: it writes words where they are not aligned. */
  readonly #view: DataView;

  constructor(slab: Slab, arena: Arena, hasher: Hasher) {
    this.#slab = slab;
    this.#arena = arena;
    this.#hasher = hasher;
    this.#view = new DataView(hasher.input.buffer, hasher.input.byteOffset, hasher.input.length);
  }

  hashLeaves(leaves: readonly number[]): void {
    const { slots } = this.#hasher;
    for (let from = 0; from < leaves.length; from += slots) {
      const ids = leaves.slice(from, from + slots);
      // The value's hash goes through the leaf's own hash field.
      this.#hashValues(ids);
      for (let slot = 0; slot < ids.length; slot++) this.#writeLeaf(ids[slot]!, slot);
      this.#run(ids);
    }
  }

  hashInner(nodes: readonly number[]): void {
    const { slots } = this.#hasher;
    for (let from = 0; from < nodes.length; from += slots) {
      const ids = nodes.slice(from, from + slots);
      for (let slot = 0; slot < ids.length; slot++) this.#writeInner(ids[slot]!, slot);
      this.#run(ids);
    }
  }

  #hashValues(ids: readonly number[]): void {
    const short: number[] = [];
    for (const id of ids) {
      const pointer = this.#slab.get(id, VALUE);
      const length = this.#slab.get(id, SIZE);
      if (length > MESSAGE_BYTES) {
        const digest = digestOf(this.#arena.view(pointer, length));
        this.#slab.bytes[chunkOf(id)]!.set(digest, byteOf(id));
        continue;
      }
      this.#copyBlock(pointer, 0, length, short.length * SLOT_BYTES);
      this.#hasher.lengths[short.length] = length;
      short.push(id);
    }
    this.#run(short);
  }

  #writeLeaf(id: number, slot: number): void {
    const { input, lengths } = this.#hasher;
    const start = slot * SLOT_BYTES;
    const length = this.#slab.get(id, META) & 0xff;
    input.set(LEAF_PREFIX, start);
    const key = writeVarint(input, start + LEAF_PREFIX.length, length);
    this.#copyBlock(this.#slab.get(id, KEY), KEY_HEAD, length, key);
    lengths[slot] = this.#writeHash(id, key + length) - start;
  }

  #writeInner(id: number, slot: number): void {
    const node = this.#slab.words[chunkOf(id)]!;
    const at = wordOf(id);
    const start = slot * SLOT_BYTES;
    const left = writeInnerPrefix(this.#hasher.input, start, heightIn(node[at + META]!), node[at + SIZE]!);
    const right = this.#writeHash(node[at + LEFT]!, left);
    this.#hasher.lengths[slot] = this.#writeHash(node[at + RIGHT]!, right) - start;
  }

  /** A node's hash with its length before it; returns where it ends. */
  #writeHash(id: number, to: number): number {
    const node = this.#slab.words[chunkOf(id)]!;
    const at = wordOf(id);
    const view = this.#view;
    view.setUint8(to, 32);
    for (let word = 0; word < 8; word++) view.setUint32(to + 1 + word * 4, node[at + word]!, LITTLE_ENDIAN);
    return to + 33;
  }

  #copyBlock(pointer: number, skip: number, length: number, to: number): void {
    const { input } = this.#hasher;
    const chunk = this.#arena.chunks[arenaChunk(pointer)]!;
    const from = offsetOf(pointer) + skip;
    for (let i = 0; i < length; i++) input[to + i] = chunk[from + i]!;
  }

  #run(ids: readonly number[]): void {
    this.#hasher.run(ids.length);
    const { output } = this.#hasher;
    for (let slot = 0; slot < ids.length; slot++) {
      const id = ids[slot]!;
      const node = this.#slab.words[chunkOf(id)]!;
      const at = wordOf(id);
      for (let word = 0; word < 8; word++) node[at + word] = output[slot * 8 + word]!;
    }
  }
}

/** Words of a node are in the machine's order: copied as they are. */
const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

function writeInnerPrefix(to: Uint8Array, at: number, height: number, size: number): number {
  const next = writeVarint(to, writeVarint(to, at, height * 2), size * 2);
  to[next] = ONE;
  return next + 1;
}

function writeVarint(to: Uint8Array, at: number, value: number): number {
  let rest = value;
  while (rest >= 0x80) {
    to[at++] = (rest % 0x80) | 0x80;
    rest = Math.floor(rest / 0x80);
  }
  to[at++] = rest;
  return at;
}
