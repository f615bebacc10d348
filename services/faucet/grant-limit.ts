/**
 * How many grants within the last hour: for one name (an address, a remote), and for all together, which also bounds
 * what is remembered.
 *
 * @module
 */
const HOUR_MS = 3_600_000;

interface Grant {
  readonly name: string;
  readonly atMs: number;
}

export class GrantLimit {
  readonly #ofOne: number;
  readonly #ofAll: number;
  /** Oldest first. */
  readonly #grants: Grant[] = [];
  readonly #byName = new Map<string, number[]>();

  constructor(ofOne: number, ofAll: number) {
    this.#ofOne = ofOne;
    this.#ofAll = ofAll;
  }

  /** Milliseconds until the name may have a grant; 0 for now. */
  waitMs(name: string, nowMs: number): number {
    this.#forget(nowMs);
    const his = this.#byName.get(name) ?? [];
    const oldest = [
      his.length < this.#ofOne ? undefined : his.at(-this.#ofOne),
      this.#grants.length < this.#ofAll ? undefined : this.#grants.at(-this.#ofAll)?.atMs,
    ];
    return Math.max(0, ...oldest.flatMap((atMs) => (atMs === undefined ? [] : atMs + HOUR_MS - nowMs)));
  }

  /** Counts a grant. @returns what takes it back, where it could not be paid. */
  take(name: string, nowMs: number): () => void {
    const grant = { name, atMs: nowMs };
    this.#grants.push(grant);
    const his = this.#byName.get(name);
    if (his === undefined) this.#byName.set(name, [nowMs]);
    else his.push(nowMs);
    return () => {
      const at = this.#grants.indexOf(grant);
      if (at < 0) return;
      this.#grants.splice(at, 1);
      this.#drop(grant);
    };
  }

  #drop({ name, atMs }: Grant): void {
    const his = this.#byName.get(name)!;
    his.splice(his.indexOf(atMs), 1);
    if (his.length === 0) this.#byName.delete(name);
  }

  #forget(nowMs: number): void {
    let old = 0;
    while (old < this.#grants.length && nowMs - this.#grants[old]!.atMs >= HOUR_MS) old++;
    for (const grant of this.#grants.splice(0, old)) this.#drop(grant);
  }
}
