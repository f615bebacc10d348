/**
 * When two rows count as the same: one rule, run by the chain when it judges, by an owner before publishing and by
 * whoever looks for duplicates.
 *
 * Lengths are those of the canonical form, so that white space cannot lift a short row over the bound.
 *
 * @module
 */
import { equal } from "../bytes.ts";
import { canon } from "./row.ts";

/** Bytes of one fragment. */
export const FRAGMENT_BYTES = 5;
/** Canonical bytes that both rows need before a likeness counts; shorter rows are near only when equal. */
export const MIN_NEAR_BYTES = 32;

export interface Nearness {
  readonly near: boolean;
  /** The canonical forms are the same bytes. */
  readonly equal: boolean;
  /** Fragments that both rows have. */
  readonly shared: number;
  /** Fragments that either row has. */
  readonly total: number;
}

/**
 * The set of 5-byte substrings, each packed into an integer below 2^40, ascending; empty for fewer than 5 bytes.
 * A double holds these integers exactly, and a typed array sorts them natively.
 */
export function fragments(canonical: Uint8Array): Float64Array {
  const count = canonical.length - FRAGMENT_BYTES + 1;
  if (count <= 0) return new Float64Array(0);
  const packed = new Float64Array(count);
  let low = 0;
  for (let i = 0; i < canonical.length; i++) {
    // The last four bytes; the one before them is the fragment's first.
    const four = ((low << 8) | canonical[i]!) >>> 0;
    if (i >= FRAGMENT_BYTES - 1) packed[i - FRAGMENT_BYTES + 1] = (low >>> 24) * 0x1_0000_0000 + four;
    low = four;
  }
  packed.sort();
  let kept = 1;
  for (let i = 1; i < count; i++) if (packed[i] !== packed[kept - 1]) packed[kept++] = packed[i]!;
  return packed.subarray(0, kept);
}

/** Fragments in both sets. */
export function countShared(a: Float64Array, b: Float64Array): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}

/** Jaccard likeness of at least .8, in integers. */
export function isLike(shared: number, total: number): boolean {
  return 10 * shared >= 8 * total;
}

/**
 * `near` holds where the canonical forms are equal, or both have at least 32 bytes and their sets of 5-byte
 * substrings have a Jaccard likeness of at least .8. Takes time in n log n of both lengths.
 */
export function near(a: Uint8Array, b: Uint8Array): Nearness {
  const left = canon(a);
  const right = canon(b);
  const same = equal(left, right);
  const leftSet = fragments(left);
  const rightSet = same ? leftSet : fragments(right);
  const shared = countShared(leftSet, rightSet);
  const total = leftSet.length + rightSet.length - shared;
  const long = left.length >= MIN_NEAR_BYTES && right.length >= MIN_NEAR_BYTES;
  return { near: same || (long && isLike(shared, total)), equal: same, shared, total };
}
