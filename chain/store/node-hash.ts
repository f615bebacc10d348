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
import { type Hasher, SLOT_BYTES } from "./hasher.ts";
import {
  BORN,
  byteOf,
  CRIT_MASK,
  chunkOf,
  HEIGHT_SHIFT,
  KEY,
  LEAF_FLAG,
  LEFT,
  META,
  RIGHT,
  SIZE,
  type Slab,
  VALUE,
} from "./slab.ts";

const HASH_BYTES = 0x20;
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
  hashLeaves(slab, arena, hasher, leaves);
  for (const level of levels) if (level !== undefined) hashInner(slab, hasher, level);
}

/** Leaves, and inner nodes by height, that the stage made; heights and sizes are right afterwards. */
function freshNodes(slab: Slab, roots: Uint32Array, stage: number): [number[], number[][]] {
  const leaves: number[] = [];
  // Parents come before their children, so that backwards each node finds its children done.
  const inner: number[] = [];
  const stack: number[] = [];
  for (const root of roots) {
    if (root !== 0 && slab.get(root, BORN) === stage) stack.push(root);
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (slab.get(id, META) >= LEAF_FLAG) {
        leaves.push(id);
        continue;
      }
      inner.push(id);
      const left = slab.get(id, LEFT);
      const right = slab.get(id, RIGHT);
      if (slab.get(left, BORN) === stage) stack.push(left);
      if (slab.get(right, BORN) === stage) stack.push(right);
    }
  }
  const levels: number[][] = [];
  for (let i = inner.length - 1; i >= 0; i--) {
    const id = inner[i]!;
    const left = slab.get(id, LEFT);
    const right = slab.get(id, RIGHT);
    const height = 1 + Math.max(heightOf(slab, left), heightOf(slab, right));
    slab.set(id, META, (height << HEIGHT_SHIFT) | (slab.get(id, META) & CRIT_MASK));
    slab.set(id, SIZE, leavesBelow(slab, left) + leavesBelow(slab, right));
    const level = levels[height];
    if (level === undefined) levels[height] = [id];
    else level.push(id);
  }
  return [leaves, levels];
}

export function heightOf(slab: Slab, id: number): number {
  const meta = slab.get(id, META);
  return meta >= LEAF_FLAG ? 0 : meta >>> HEIGHT_SHIFT;
}

export function leavesBelow(slab: Slab, id: number): number {
  return slab.get(id, META) >= LEAF_FLAG ? 1 : slab.get(id, SIZE);
}

function hashLeaves(slab: Slab, arena: Arena, hasher: Hasher, leaves: readonly number[]): void {
  const { input, output, lengths, slots } = hasher;
  for (let from = 0; from < leaves.length; from += slots) {
    const count = Math.min(slots, leaves.length - from);
    // The value's hash goes through the leaf's own hash field.
    hashValues(slab, arena, hasher, leaves, from, count);
    for (let i = 0; i < count; i++) {
      const id = leaves[from + i]!;
      const length = slab.get(id, META) & 0xff;
      const pointer = slab.get(id, KEY);
      const chunk = arena.chunks[arenaChunk(pointer)]!;
      const key = offsetOf(pointer) + 4;
      let at = i * SLOT_BYTES;
      input[at++] = 0;
      input[at++] = ONE;
      input[at++] = ONE;
      at = writeVarint(input, at, length);
      for (let k = 0; k < length; k++) input[at + k] = chunk[key + k]!;
      at += length;
      input[at++] = HASH_BYTES;
      copyHash(input, at, slab.bytes[chunkOf(id)]!, byteOf(id));
      lengths[i] = at + 32 - i * SLOT_BYTES;
    }
    hasher.run(count);
    for (let i = 0; i < count; i++) {
      const id = leaves[from + i]!;
      copyHash(slab.bytes[chunkOf(id)]!, byteOf(id), output, i * 32);
    }
  }
}

function hashValues(
  slab: Slab,
  arena: Arena,
  hasher: Hasher,
  leaves: readonly number[],
  from: number,
  count: number,
): void {
  const { input, output, lengths } = hasher;
  let short = 0;
  for (let i = 0; i < count; i++) {
    const id = leaves[from + i]!;
    const pointer = slab.get(id, VALUE);
    const length = slab.get(id, SIZE);
    if (length > SLOT_BYTES) {
      copyHash(slab.bytes[chunkOf(id)]!, byteOf(id), hasher.digest(arena.view(pointer, length)), 0);
      continue;
    }
    const chunk = arena.chunks[arenaChunk(pointer)]!;
    const at = offsetOf(pointer);
    const to = short * SLOT_BYTES;
    for (let k = 0; k < length; k++) input[to + k] = chunk[at + k]!;
    lengths[short++] = length;
  }
  hasher.run(short);
  short = 0;
  for (let i = 0; i < count; i++) {
    const id = leaves[from + i]!;
    if (slab.get(id, SIZE) > SLOT_BYTES) continue;
    copyHash(slab.bytes[chunkOf(id)]!, byteOf(id), output, 32 * short++);
  }
}

function hashInner(slab: Slab, hasher: Hasher, ids: readonly number[]): void {
  const { input, output, lengths, slots } = hasher;
  for (let from = 0; from < ids.length; from += slots) {
    const count = Math.min(slots, ids.length - from);
    for (let i = 0; i < count; i++) {
      const id = ids[from + i]!;
      const start = i * SLOT_BYTES;
      let at = writeInnerPrefix(input, start, heightOf(slab, id), slab.get(id, SIZE));
      for (let side = 0; side < 2; side++) {
        const child = slab.get(id, LEFT + side);
        input[at++] = HASH_BYTES;
        copyHash(input, at, slab.bytes[chunkOf(child)]!, byteOf(child));
        at += 32;
      }
      lengths[i] = at - start;
    }
    hasher.run(count);
    for (let i = 0; i < count; i++) {
      const id = ids[from + i]!;
      copyHash(slab.bytes[chunkOf(id)]!, byteOf(id), output, i * 32);
    }
  }
}

function copyHash(to: Uint8Array, at: number, from: Uint8Array, start: number): void {
  for (let i = 0; i < 32; i++) to[at + i] = from[start + i]!;
}

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
