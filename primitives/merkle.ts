/**
 * Merkle trees of RFC 6962: leaves and inner nodes are hashed apart, and the shape is a function of the number of
 * leaves alone, so that a path proves its place too.
 *
 * @module
 */
import { equal } from "./bytes.ts";
import { sha256 } from "./hash.ts";

/** Bytes of a node's hash. */
export const HASH_BYTES = 32;

/** sha256(00 | bytes) */
export function leafHash(bytes: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + bytes.length);
  input.set(bytes, 1);
  return sha256(input);
}

/** sha256(01 | left | right) */
export function innerHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + left.length + right.length);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + left.length);
  return sha256(input);
}

/**
 * A tree with all its levels kept, so that a path costs no hashing.
 *
 * A node without a right sibling rises unchanged: the same tree as the RFC's split at the largest power of two.
 */
export class MerkleTree {
  /** Number of leaves. */
  readonly size: number;
  /** 32 bytes; sha256 of nothing where there is no leaf. */
  readonly root: Uint8Array;
  /** From the leaves up, 32 bytes a node; the last one holds the root. */
  readonly #levels: readonly Uint8Array[];

  /** @throws RangeError for a leaf hash that is not 32 bytes. */
  constructor(leafHashes: readonly Uint8Array[]) {
    let level = new Uint8Array(leafHashes.length * HASH_BYTES);
    leafHashes.forEach((hash, i) => {
      if (hash.length !== HASH_BYTES) throw new RangeError(`leaf hash ${i} has ${hash.length} bytes`);
      level.set(hash, i * HASH_BYTES);
    });
    const levels = [level];
    const input = new Uint8Array(1 + 2 * HASH_BYTES);
    input[0] = 1;
    for (let count = leafHashes.length; count > 1; count = Math.ceil(count / 2)) {
      const above = new Uint8Array(Math.ceil(count / 2) * HASH_BYTES);
      for (let i = 0; i + 1 < count; i += 2) {
        input.set(level.subarray(i * HASH_BYTES, (i + 2) * HASH_BYTES), 1);
        above.set(sha256(input), (i / 2) * HASH_BYTES);
      }
      if (count % 2 === 1) above.set(level.subarray((count - 1) * HASH_BYTES), above.length - HASH_BYTES);
      levels.push(above);
      level = above;
    }
    this.size = leafHashes.length;
    this.#levels = levels;
    this.root = this.size === 0 ? sha256(new Uint8Array(0)) : level.slice(0, HASH_BYTES);
  }

  /**
   * Sibling hashes of a leaf, from the leaf up.
   * @throws RangeError where there is no such leaf.
   */
  path(index: number): Uint8Array[] {
    if (!Number.isInteger(index) || index < 0 || index >= this.size) throw new RangeError(`no leaf ${index}`);
    const path: Uint8Array[] = [];
    let at = index;
    for (const level of this.#levels) {
      const sibling = at % 2 === 0 ? at + 1 : at - 1;
      if ((sibling + 1) * HASH_BYTES <= level.length) {
        path.push(level.slice(sibling * HASH_BYTES, (sibling + 1) * HASH_BYTES));
      }
      at = Math.floor(at / 2);
    }
    return path;
  }
}

/** Root over leaf hashes of 32 bytes. */
export function merkleRoot(leafHashes: readonly Uint8Array[]): Uint8Array {
  return new MerkleTree(leafHashes).root;
}

/** Sibling hashes of one leaf, from the leaf up; for many paths keep a `MerkleTree`. */
export function merklePath(leafHashes: readonly Uint8Array[], index: number): Uint8Array[] {
  return new MerkleTree(leafHashes).path(index);
}

/**
 * The root that a leaf and its path lead to in a tree of `treeSize` leaves; undefined where the index is out of range,
 * the path has another length than this place needs, or a hash is not 32 bytes. Never throws.
 */
export function rootFromPath(
  leaf: Uint8Array,
  index: number,
  treeSize: number,
  path: readonly Uint8Array[],
): Uint8Array | undefined {
  if (!Number.isSafeInteger(treeSize) || !Number.isSafeInteger(index)) return undefined;
  if (index < 0 || index >= treeSize || leaf.length !== HASH_BYTES) return undefined;
  let hash = leaf;
  let at = index;
  let used = 0;
  for (let last = treeSize - 1; last > 0; last = Math.floor(last / 2)) {
    if (at % 2 === 1 || at < last) {
      const sibling = path[used++];
      if (sibling === undefined || sibling.length !== HASH_BYTES) return undefined;
      hash = at % 2 === 1 ? innerHash(sibling, hash) : innerHash(hash, sibling);
    }
    at = Math.floor(at / 2);
  }
  return used === path.length ? hash : undefined;
}

/** True where the leaf is at `index` of the tree of `treeSize` leaves with this root. Never throws. */
export function verifyPath(
  root: Uint8Array,
  leaf: Uint8Array,
  index: number,
  treeSize: number,
  path: readonly Uint8Array[],
): boolean {
  const found = rootFromPath(leaf, index, treeSize, path);
  return found !== undefined && equal(found, root);
}
