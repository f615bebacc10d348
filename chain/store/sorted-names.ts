/**
 * A sorted set of strings for overlays: most are never iterated, so order is made when it is first asked for, and from
 * then on kept in buckets, where an insertion moves little.
 *
 * @module
 */

const BUCKET = 512;

export class SortedNames {
  /** Non-empty, ascending within and between. */
  #buckets: string[][] = [];
  #pending: string[] = [];

  /** The name must not be there yet. */
  add(name: string): void {
    this.#pending.push(name);
  }

  remove(name: string): void {
    this.#settle();
    const at = this.#bucketOf(name);
    const bucket = this.#buckets[at];
    if (bucket === undefined) return;
    const place = lowerBound(bucket, name);
    if (bucket[place] !== name) return;
    bucket.splice(place, 1);
    if (bucket.length === 0) this.#buckets.splice(at, 1);
  }

  /** Ascending names in `gte <= name < lt`, as a new array. */
  range(gte: string | undefined, lt: string | undefined): string[] {
    this.#settle();
    const found: string[] = [];
    for (let at = gte === undefined ? 0 : this.#bucketOf(gte); at < this.#buckets.length; at++) {
      const bucket = this.#buckets[at]!;
      for (let i = gte === undefined ? 0 : lowerBound(bucket, gte); i < bucket.length; i++) {
        const name = bucket[i]!;
        if (lt !== undefined && name >= lt) return found;
        found.push(name);
      }
    }
    return found;
  }

  #settle(): void {
    const pending = this.#pending;
    if (pending.length === 0) return;
    this.#pending = [];
    if (this.#buckets.length === 0) {
      pending.sort();
      for (let i = 0; i < pending.length; i += BUCKET) this.#buckets.push(pending.slice(i, i + BUCKET));
      return;
    }
    for (const name of pending) this.#insert(name);
  }

  #insert(name: string): void {
    const at = Math.min(this.#bucketOf(name), this.#buckets.length - 1);
    const bucket = this.#buckets[at]!;
    bucket.splice(lowerBound(bucket, name), 0, name);
    if (bucket.length > 2 * BUCKET) this.#buckets.splice(at + 1, 0, bucket.splice(BUCKET));
  }

  /** First bucket whose last name is not below `name`; the number of buckets where there is none. */
  #bucketOf(name: string): number {
    let low = 0;
    let high = this.#buckets.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const bucket = this.#buckets[middle]!;
      if (bucket[bucket.length - 1]! < name) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function lowerBound(names: readonly string[], name: string): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (names[middle]! < name) low = middle + 1;
    else high = middle;
  }
  return low;
}
