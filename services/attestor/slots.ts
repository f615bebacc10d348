/**
 * How much content is in memory at once. What does not fit waits for the next round, and smaller sets pass it: a large
 * one from a slow place holds up nobody.
 *
 * @module
 */
export class Slots {
  #bytes: number;
  #count: number;

  constructor(bytes: number, count: number) {
    this.#bytes = bytes;
    this.#count = count;
  }

  /** @returns what gives it back; undefined where there is no room. */
  take(bytes: number): (() => void) | undefined {
    if (this.#count === 0 || bytes > this.#bytes) return undefined;
    this.#count--;
    this.#bytes -= bytes;
    return () => {
      this.#count++;
      this.#bytes += bytes;
    };
  }
}
