/**
 * Names that were seen lately, in bounded memory.
 *
 * A ring holds them in the order in which they came; a set that drops its own oldest entry would walk over the
 * holes of those that it dropped before.
 *
 * @module
 */
export class SeenCache {
  readonly #capacity: number;
  /** Name to its place in the ring. */
  readonly #places = new Map<string, number>();
  readonly #ring: string[] = [];
  #next = 0;

  /** @param capacity names; 0 remembers none. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  has(name: string): boolean {
    return this.#places.has(name);
  }

  /** Forgets the oldest name where there is no room. A name that is there keeps its age. */
  add(name: string): void {
    if (this.#capacity === 0 || this.#places.has(name)) return;
    const place = this.#next;
    const oldest = this.#ring[place];
    // It may have been forgotten, or have come again to another place.
    if (oldest !== undefined && this.#places.get(oldest) === place) this.#places.delete(oldest);
    this.#ring[place] = name;
    this.#places.set(name, place);
    this.#next = (place + 1) % this.#capacity;
  }

  delete(name: string): void {
    this.#places.delete(name);
  }
}
