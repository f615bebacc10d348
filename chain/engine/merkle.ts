/**
 * Merkle roots as CometBFT computes them: RFC 6962 over sha256.
 *
 * @module
 */
import { hash } from "node:crypto";
import { sha256, sha256Prefixed } from "./sha256.ts";

const LEAF = 0;
const INNER = 1;
const HASH_BYTES = 32;

/** Leaves up to this size are hashed from a copy, which is faster than two updates. */
const COPY_LIMIT = 1024;

const leafInput = Buffer.alloc(1 + COPY_LIMIT);
/** Views of the leaf input by their length, made once. */
const leafViews: Buffer[] = [];

/** sha256(00 | bytes) */
export function leafHash(bytes: Uint8Array): Uint8Array {
  return bytes.length > COPY_LIMIT ? sha256Prefixed(LEAF, bytes) : sha256(fillLeaf(bytes));
}

function fillLeaf(bytes: Uint8Array): Buffer {
  leafInput.set(bytes, 1);
  leafViews[bytes.length] ??= leafInput.subarray(0, 1 + bytes.length);
  return leafViews[bytes.length]!;
}

/**
 * Root over leaves; sha256 of nothing where there is none.
 *
 * Pairs are joined level by level and a node without a sibling rises: the same tree as the RFC's split at the
 * largest power of two. All levels lie in one buffer, each over the one below it.
 */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  const nodes = Buffer.alloc(leaves.length * HASH_BYTES);
  leaves.forEach((leaf, i) => {
    if (leaf.length > COPY_LIMIT) nodes.set(sha256Prefixed(LEAF, leaf), i * HASH_BYTES);
    else nodes.write(hash("sha256", fillLeaf(leaf), "binary"), i * HASH_BYTES, "latin1");
  });
  const pair = Buffer.alloc(1 + 2 * HASH_BYTES);
  pair[0] = INNER;
  for (let count = leaves.length; count > 1; count = Math.ceil(count / 2)) {
    for (let i = 0; i + 1 < count; i += 2) {
      nodes.copy(pair, 1, i * HASH_BYTES, (i + 2) * HASH_BYTES);
      nodes.write(hash("sha256", pair, "binary"), (i / 2) * HASH_BYTES, "latin1");
    }
    if (count % 2 === 1)
      nodes.copy(nodes, ((count - 1) / 2) * HASH_BYTES, (count - 1) * HASH_BYTES, count * HASH_BYTES);
  }
  return new Uint8Array(nodes.subarray(0, HASH_BYTES));
}
