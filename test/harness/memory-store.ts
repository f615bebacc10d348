import type { KeyRange, StoredValue, StoreWriter } from "@assay/kernel/store";
import { compare } from "@assay/primitives/bytes";

type Entry = readonly [key: Uint8Array, value: Uint8Array];

/** Where a key is in a sorted list, or would be. */
function place(entries: readonly Entry[], key: Uint8Array): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(entries[middle]![0], key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A store for tests of modules: sorted lists, and a journal that takes writes back. */
export class MemoryStore implements StoreWriter {
  readonly #modules = new Map<string, Entry[]>();
  #journal: (() => void)[] = [];

  #entries(module: string): Entry[] {
    let entries = this.#modules.get(module);
    if (entries === undefined) {
      entries = [];
      this.#modules.set(module, entries);
    }
    return entries;
  }

  get(module: string, key: Uint8Array): Uint8Array | undefined {
    const entries = this.#entries(module);
    const found = entries[place(entries, key)];
    return found !== undefined && compare(found[0], key) === 0 ? found[1] : undefined;
  }

  entry(module: string, key: Uint8Array): StoredValue {
    return { value: this.get(module, key), decoded: undefined };
  }

  has(module: string, key: Uint8Array): boolean {
    return this.get(module, key) !== undefined;
  }

  *iterate(module: string, { gte, lt, reverse }: KeyRange): Iterable<Entry> {
    const entries = this.#entries(module);
    const from = gte === undefined ? 0 : place(entries, gte);
    const to = lt === undefined ? entries.length : place(entries, lt);
    const range = entries.slice(from, to);
    yield* reverse ? range.reverse() : range;
  }

  set(module: string, key: Uint8Array, value: Uint8Array): void {
    this.#put(module, key.slice(), value.slice());
  }

  delete(module: string, key: Uint8Array): void {
    this.#put(module, key.slice(), undefined);
  }

  #put(module: string, key: Uint8Array, value: Uint8Array | undefined): void {
    const entries = this.#entries(module);
    const at = place(entries, key);
    const old = entries[at] !== undefined && compare(entries[at][0], key) === 0 ? entries[at] : undefined;
    const now: Entry[] = value === undefined ? [] : [[key, value]];
    entries.splice(at, old === undefined ? 0 : 1, ...now);
    this.#journal.push(() => {
      const where = place(entries, key);
      entries.splice(where, value === undefined ? 0 : 1, ...(old === undefined ? [] : [old]));
    });
  }

  /** What is written is kept, up to here. */
  commit(): void {
    this.#journal = [];
  }

  /** Takes back all writes since the last commit. */
  revert(): void {
    for (const undo of this.#journal.reverse()) undo();
    this.#journal = [];
  }

  /** Everything, for comparisons. */
  dump(): [module: string, entries: Entry[]][] {
    return [...this.#modules]
      .filter(([, entries]) => entries.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
