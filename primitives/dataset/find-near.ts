/**
 * All near-duplicate pairs of a set, without comparing all pairs.
 *
 * Rows of the same canonical form are one group. Two groups can be like only if they share one of their rarest
 * fragments: of n fragments, a partner at .8 shares at least ceil(.8 n), so that in any one order of fragments the
 * first n - ceil(.8 n) + 1 of both sets meet. An index over these few, rarest first, finds every candidate; sizes and
 * places refuse most of them, and a merge of the two sorted sets decides. So the result is exact.
 *
 * Memory: 8 bytes for each distinct fragment of each distinct row, about 8 times the text.
 *
 * @module
 */
import { disjointEdges } from "./matching.ts";
import { fragments, isLike, MIN_NEAR_BYTES } from "./near.ts";
import { canon } from "./row.ts";

/** Two near rows, `left` below `right`, with the figures of `near`. */
export interface NearPair {
  readonly left: number;
  readonly right: number;
  readonly equal: boolean;
  readonly shared: number;
  readonly total: number;
}

/** An earlier row that is like this one without being equal. */
export interface LikeRow {
  readonly row: number;
  readonly shared: number;
  readonly total: number;
}

/** What is known of one row once all rows before it are known. */
export interface ScannedRow {
  readonly row: number;
  /** The first row of the same canonical form; itself where there is none before it. */
  readonly first: number;
  /** Fragments of the row. */
  readonly fragments: number;
  /** First rows of other groups, before this one, that are like it; empty unless `first` is `row`. */
  readonly likes: readonly LikeRow[];
}

/** How far a search is, and what it found since the step before. */
export interface FindNearStep {
  /** Units of work, of `total`; each row is two. */
  readonly done: number;
  readonly total: number;
  /** Ascending by right row, then by left; over all steps too. */
  readonly pairs: readonly NearPair[];
}

/** Rows of work between two steps: a few milliseconds. */
const STEP_ROWS = 64;
/** A step ends early at so many pairs, so that a set of equal rows cannot fill the memory of one who looks. */
const STEP_PAIRS = 4096;

const TWO_POW_32 = 0x1_0000_0000;
const TWO_POW_40 = 0x100_0000_0000;
/** Counts are capped so that count * 2^40 + fragment is an exact double; above it, order is by fragment alone. */
const MAX_COUNT = 4095;

function bucketOf(fragment: number, mask: number): number {
  const mixed = Math.imul(fragment | 0, 0x9e3779b1) ^ Math.imul((fragment / TWO_POW_32) | 0, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}

/** Least power of two that is not below n, within bounds that suit a table. */
function tableSize(n: number): number {
  let size = 1 << 10;
  while (size < n && size < 1 << 22) size *= 2;
  return size;
}

/** One character a byte, as a key for a Map. */
function keyOf(bytes: Uint8Array): string {
  let key = "";
  for (let i = 0; i < bytes.length; i += 4096) key += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return key;
}

/** Fragments of n that may hold the first one shared with a partner at .8. */
function prefixLength(n: number): number {
  return n - Math.ceil((4 * n) / 5) + 1;
}

/** Least number of shared fragments at .8: 10 s >= 8 (a + b - s). */
function leastShared(a: number, b: number): number {
  return Math.ceil((4 * (a + b)) / 9);
}

/** Shared numbers of two ascending arrays; -1 as soon as fewer than `least` is certain. */
function sharedAtLeast(a: Float64Array, b: Float64Array, least: number): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  let spareOfA = a.length - least;
  let spareOfB = b.length - least;
  while (i < a.length && j < b.length) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) {
      shared++;
      i++;
      j++;
    } else if (difference < 0) {
      i++;
      if (--spareOfA < 0) return -1;
    } else {
      j++;
      if (--spareOfB < 0) return -1;
    }
  }
  return shared >= least ? shared : -1;
}

/** Rows that have one fragment among their rarest, in chains by bucket. */
class RareIndex {
  readonly #heads: Int32Array;
  readonly #mask: number;
  readonly #next: Int32Array;
  readonly #key: Float64Array;
  readonly #row: Int32Array;
  readonly #place: Int32Array;
  #size = 0;

  constructor(capacity: number) {
    const buckets = tableSize(capacity);
    this.#heads = new Int32Array(buckets).fill(-1);
    this.#mask = buckets - 1;
    this.#next = new Int32Array(capacity);
    this.#key = new Float64Array(capacity);
    this.#row = new Int32Array(capacity);
    this.#place = new Int32Array(capacity);
  }

  /** Notes that `row` has the fragment at this place of its order. */
  add(key: number, row: number, place: number): void {
    const bucket = bucketOf(key % TWO_POW_40, this.#mask);
    const entry = this.#size++;
    this.#next[entry] = this.#heads[bucket]!;
    this.#heads[bucket] = entry;
    this.#key[entry] = key;
    this.#row[entry] = row;
    this.#place[entry] = place;
  }

  /** Calls back for each row noted with this fragment. */
  visit(key: number, found: (row: number, place: number) => void): void {
    let entry = this.#heads[bucketOf(key % TWO_POW_40, this.#mask)]!;
    while (entry >= 0) {
      if (this.#key[entry] === key) found(this.#row[entry]!, this.#place[entry]!);
      entry = this.#next[entry]!;
    }
  }
}

/**
 * Looks at each row twice: yields undefined for each row it prepared, then, row by row, what is near before it. Its
 * work and memory do not grow with the number of equal rows. May be left at any time.
 */
export function* scanNear(rows: readonly Uint8Array[]): Generator<ScannedRow | undefined, void> {
  const firstOf = new Int32Array(rows.length);
  const fragmentCount = new Int32Array(rows.length);
  /** By row; only first rows of at least MIN_NEAR_BYTES have a set. */
  const sets: (Float64Array | undefined)[] = new Array(rows.length).fill(undefined);
  const firstByCanon = new Map<string, number>();
  const counts = new Int32Array(tableSize(rows.reduce((bytes, row) => bytes + row.length, 0)));
  const mask = counts.length - 1;
  for (let row = 0; row < rows.length; row++) {
    const canonical = canon(rows[row]!);
    const key = keyOf(canonical);
    const first = firstByCanon.get(key) ?? row;
    firstOf[row] = first;
    if (first === row) {
      firstByCanon.set(key, row);
      const set = fragments(canonical);
      fragmentCount[row] = set.length;
      if (canonical.length >= MIN_NEAR_BYTES) {
        sets[row] = set;
        for (let i = 0; i < set.length; i++) counts[bucketOf(set[i]!, mask)]!++;
      }
    } else {
      fragmentCount[row] = fragmentCount[first]!;
    }
    yield undefined;
  }
  firstByCanon.clear();

  // Each fragment becomes count * 2^40 + fragment: one order for all sets, rarest first. A bucket may count several
  // fragments, which costs candidates, never a pair.
  const isShared = (key: number): boolean => key >= 2 * TWO_POW_40;
  let capacity = 0;
  for (const set of sets) {
    if (set === undefined) continue;
    for (let i = 0; i < set.length; i++) {
      set[i] = Math.min(counts[bucketOf(set[i]!, mask)]!, MAX_COUNT) * TWO_POW_40 + set[i]!;
    }
    set.sort();
    const prefix = prefixLength(set.length);
    for (let i = 0; i < prefix; i++) if (isShared(set[i]!)) capacity++;
  }

  const index = new RareIndex(capacity);
  /** Candidates of the row in hand: shared fragments seen so far, or -1 where the rest cannot suffice. */
  const seen = new Int32Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const set = sets[row];
    const likes: LikeRow[] = [];
    if (set !== undefined) {
      const size = set.length;
      const candidates: number[] = [];
      const prefix = prefixLength(size);
      for (let place = 0; place < prefix; place++) {
        const key = set[place]!;
        if (!isShared(key)) continue;
        index.visit(key, (other, otherPlace) => {
          const before = seen[other]!;
          if (before < 0) return;
          if (before === 0) candidates.push(other);
          const otherSize = sets[other]!.length;
          const most = before + Math.min(size - place, otherSize - otherPlace);
          const possible = 5 * Math.min(size, otherSize) >= 4 * Math.max(size, otherSize);
          seen[other] = possible && most >= leastShared(size, otherSize) ? before + 1 : -1;
        });
        index.add(key, row, place);
      }
      for (const other of candidates) {
        if (seen[other]! > 0) {
          const otherSet = sets[other]!;
          const shared = sharedAtLeast(set, otherSet, leastShared(size, otherSet.length));
          const total = size + otherSet.length - shared;
          if (shared >= 0 && isLike(shared, total)) likes.push({ row: other, shared, total });
        }
        seen[other] = 0;
      }
      likes.sort((a, b) => a.row - b.row);
    }
    yield { row, first: firstOf[row]!, fragments: fragmentCount[row]!, likes };
  }
}

/**
 * Finds every near pair, in steps between which the caller may report, or stop for good. There can be as many pairs as
 * rows squared: who keeps them sets a bound of his own.
 */
export function* findNear(rows: readonly Uint8Array[]): Generator<FindNearStep, void> {
  const total = 2 * rows.length;
  /** First row to the rows of its group that were seen, and to what its group is like. */
  const groups = new Map<number, number[]>();
  const likesOf = new Map<number, LikeRow[]>();
  let done = 0;
  let pairs: NearPair[] = [];
  for (const scanned of scanNear(rows)) {
    done++;
    if (scanned !== undefined) {
      const { row: right, first, likes } = scanned;
      for (const { row, shared, total } of likes) {
        append(likesOf, right, { row, shared, total });
        append(likesOf, row, { row: right, shared, total });
      }
      const start = pairs.length;
      for (const left of groups.get(first) ?? []) {
        pairs.push({ left, right, equal: true, shared: scanned.fragments, total: scanned.fragments });
        // All earlier rows have been given already where a group is that long and like no other.
        if (pairs.length >= STEP_PAIRS && !likesOf.has(first)) {
          yield { done, total, pairs };
          pairs = [];
        }
      }
      for (const like of likesOf.get(first) ?? []) {
        for (const left of groups.get(like.row) ?? []) {
          pairs.push({ left, right, equal: false, shared: like.shared, total: like.total });
        }
      }
      if (likesOf.has(first)) {
        const own = pairs.splice(start).sort((a, b) => a.left - b.left);
        for (const pair of own) pairs.push(pair);
      }
      append(groups, first, right);
    }
    if (done % STEP_ROWS === 0 || done === total || pairs.length >= STEP_PAIRS) {
      yield { done, total, pairs };
      pairs = [];
    }
  }
}

function append<T>(lists: Map<number, T[]>, key: number, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** All near pairs at once; `limit` bounds them. */
export function findNearPairs(rows: readonly Uint8Array[], limit = Number.MAX_SAFE_INTEGER): NearPair[] {
  const all: NearPair[] = [];
  for (const { pairs } of findNear(rows)) {
    for (const pair of pairs) {
      if (all.length >= limit) return all;
      all.push(pair);
    }
  }
  return all;
}

/**
 * Pairs of which no two share a row: `wanted` of them, or as many as there can be. First come, first taken; only where
 * that leaves too few are pairs exchanged, so that fewer than `wanted` means that no choice has more.
 */
export function disjointPairs(pairs: readonly NearPair[], wanted: number): NearPair[] {
  return disjointEdges(pairs, wanted);
}
