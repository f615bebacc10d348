/**
 * The backend of tests and of nodes that keep nothing: a map and its sorted names.
 *
 * @module
 */
import type { Backend, BackendRange, BatchOp } from "./backend.ts";
import { StoreError } from "./errors.ts";
import { keyName } from "./key-name.ts";
import { SortedNames } from "./sorted-names.ts";

export class MemoryBackend implements Backend {
  readonly location = "memory";
  readonly #entries = new Map<string, readonly [Uint8Array, Uint8Array]>();
  #names = new SortedNames();
  #closed = false;

  async get(key: Uint8Array): Promise<Uint8Array | undefined> {
    return this.getSync(key);
  }

  getSync(key: Uint8Array): Uint8Array | undefined {
    this.#assertOpen();
    return this.#entries.get(keyName(key))?.[1].slice();
  }

  iterate(range: BackendRange): AsyncIterable<readonly [Uint8Array, Uint8Array]> {
    this.#assertOpen();
    const names = this.#names.range(
      range.gte === undefined ? undefined : keyName(range.gte),
      range.lt === undefined ? undefined : keyName(range.lt),
    );
    if (range.reverse) names.reverse();
    const entries = names.slice(0, range.limit).map((name) => this.#entries.get(name)!);
    return copies(entries);
  }

  async batch(ops: readonly BatchOp[], _options: { readonly sync: boolean }): Promise<void> {
    this.#assertOpen();
    for (const op of ops) {
      const name = keyName(op.key);
      if (op.type === "put") {
        if (!this.#entries.has(name)) this.#names.add(name);
        this.#entries.set(name, [op.key.slice(), op.value.slice()]);
      } else if (this.#entries.delete(name)) this.#names.remove(name);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  #assertOpen(): void {
    if (this.#closed) throw new StoreError("io", "The memory store is closed", "Open a new one.");
  }
}

async function* copies(entries: readonly (readonly [Uint8Array, Uint8Array])[]) {
  for (const [key, value] of entries) yield [key.slice(), value.slice()] as const;
}
