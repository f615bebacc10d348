/**
 * Who is uploading: a bound on how many at once, for all and for one sender.
 *
 * @module
 */
export class Uploads {
  readonly #max: number;
  readonly #maxOfOne: number;
  readonly #byRemote = new Map<string, number>();
  #count = 0;

  constructor(max: number, maxOfOne: number) {
    this.#max = max;
    this.#maxOfOne = maxOfOne;
  }

  get count(): number {
    return this.#count;
  }

  /** @returns what ends it; undefined where there are too many. */
  begin(remote: string): (() => void) | undefined {
    const his = this.#byRemote.get(remote) ?? 0;
    if (this.#count >= this.#max || his >= this.#maxOfOne) return undefined;
    this.#count++;
    this.#byRemote.set(remote, his + 1);
    return () => {
      this.#count--;
      const left = this.#byRemote.get(remote)! - 1;
      if (left === 0) this.#byRemote.delete(remote);
      else this.#byRemote.set(remote, left);
    };
  }
}
