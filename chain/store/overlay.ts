/**
 * Uncommitted writes over a reader: one a block, one a transaction, one a message, each on the one before.
 *
 * Arrays are handed over, not copied: whoever sets a value, or was given one, does not change its bytes afterwards.
 *
 * @module
 */
import { assert } from "@assay/kernel/assert";
import type { KeyRange, StoreReader, StoreWriter } from "@assay/kernel/store";
import { keyName } from "./key-name.ts";
import { assertWritable } from "./keys.ts";
import { SortedNames } from "./sorted-names.ts";

export interface Write {
  readonly module: string;
  readonly key: Uint8Array;
  /** Undefined deletes. */
  readonly value: Uint8Array | undefined;
}

type Pair = readonly [Uint8Array, Uint8Array];

interface ModuleWrites {
  readonly byName: Map<string, Write>;
  readonly names: SortedNames;
}

export class Overlay implements StoreWriter {
  readonly parent: StoreReader;
  readonly #modules = new Map<string, ModuleWrites>();

  constructor(parent: StoreReader) {
    this.parent = parent;
  }

  /** An overlay on this one. */
  fork(): Overlay {
    return new Overlay(this);
  }

  /** Moves the writes into the parent, which must be an overlay; this one is empty afterwards. */
  merge(): void {
    const parent = this.parent;
    assert(parent instanceof Overlay, "only an overlay on an overlay can be merged");
    for (const writes of this.#modules.values()) {
      for (const [name, write] of writes.byName) parent.#put(name, write);
    }
    this.discard();
  }

  discard(): void {
    this.#modules.clear();
  }

  /** One a key, module by module, in the order in which keys were first written. */
  *writes(): Iterable<Write> {
    for (const writes of this.#modules.values()) yield* writes.byName.values();
  }

  get(module: string, key: Uint8Array): Uint8Array | undefined {
    const name = keyName(key);
    let reader: StoreReader = this;
    while (reader instanceof Overlay) {
      const write = reader.#modules.get(module)?.byName.get(name);
      if (write !== undefined) return write.value;
      reader = reader.parent;
    }
    return reader.get(module, key);
  }

  has(module: string, key: Uint8Array): boolean {
    const name = keyName(key);
    let reader: StoreReader = this;
    while (reader instanceof Overlay) {
      const write = reader.#modules.get(module)?.byName.get(name);
      if (write !== undefined) return write.value !== undefined;
      reader = reader.parent;
    }
    return reader.has(module, key);
  }

  /** @throws AssertionError for an empty value, a key of 0 or more than 255 bytes, and the store's own key. */
  set(module: string, key: Uint8Array, value: Uint8Array): void {
    assertWritable(module, key, value);
    this.#put(keyName(key), { module, key, value });
  }

  /** A key that is absent may be deleted too. */
  delete(module: string, key: Uint8Array): void {
    assertWritable(module, key, undefined);
    this.#put(keyName(key), { module, key, value: undefined });
  }

  /** The state as it is at the call: writes made while iterating are not seen. */
  iterate(module: string, range: KeyRange): Iterable<Pair> {
    const below = this.parent.iterate(module, range);
    const writes = this.#modules.get(module);
    if (writes === undefined) return below;
    const names = writes.names.range(
      range.gte === undefined ? undefined : keyName(range.gte),
      range.lt === undefined ? undefined : keyName(range.lt),
    );
    if (names.length === 0) return below;
    if (range.reverse) names.reverse();
    const own = names.map((name) => [name, writes.byName.get(name)!] as const);
    return merged(own, below, range.reverse === true);
  }

  #put(name: string, write: Write): void {
    let writes = this.#modules.get(write.module);
    if (writes === undefined) {
      writes = { byName: new Map(), names: new SortedNames() };
      this.#modules.set(write.module, writes);
    }
    const before = writes.byName.size;
    writes.byName.set(name, write);
    if (writes.byName.size > before) writes.names.add(name);
  }
}

/** Two sorted sequences as one; where both have a key, the overlay's write stands. */
function* merged(own: readonly (readonly [string, Write])[], below: Iterable<Pair>, descending: boolean) {
  const rest = below[Symbol.iterator]();
  let at = 0;
  for (let next = rest.next(); !next.done; next = rest.next()) {
    const name = keyName(next.value[0]);
    let hidden = false;
    for (; at < own.length; at++) {
      const [ownName, write] = own[at]!;
      if (descending ? ownName < name : ownName > name) break;
      if (ownName === name) hidden = true;
      if (write.value !== undefined) yield [write.key, write.value] as const;
    }
    if (!hidden) yield next.value;
  }
  for (; at < own.length; at++) {
    const write = own[at]![1];
    if (write.value !== undefined) yield [write.key, write.value] as const;
  }
}
