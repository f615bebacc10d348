/**
 * Merkle roots as CometBFT computes them: RFC 6962 over sha256.
 *
 * @module
 */
import { sha256, sha256Prefixed } from "./sha256.ts";

const LEAF = 0;
const INNER = 1;

/** Leaves up to this size are hashed from one copy, which is faster than two updates. */
const COPY_LIMIT = 1024;

/** sha256(00 | bytes) */
export function leafHash(bytes: Uint8Array): Uint8Array {
  if (bytes.length > COPY_LIMIT) return sha256Prefixed(LEAF, bytes);
  const input = new Uint8Array(1 + bytes.length);
  input.set(bytes, 1);
  return sha256(input);
}

/**
 * Root over leaves; sha256 of nothing where there is none.
 *
 * Pairs are joined level by level and a node without a sibling rises: the same tree as the RFC's split at the
 * largest power of two.
 */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  let level = leaves.map(leafHash);
  const pair = new Uint8Array(65);
  pair[0] = INNER;
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    for (let i = 0; i + 1 < level.length; i += 2) {
      pair.set(level[i]!, 1);
      pair.set(level[i + 1]!, 33);
      above.push(sha256(pair));
    }
    if (level.length % 2 === 1) above.push(level.at(-1)!);
    level = above;
  }
  return level[0]!;
}
