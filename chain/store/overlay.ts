/**
 * Uncommitted writes over a reader: one a block, whose transactions write into it directly and are taken back by its
 * journal where they fail; and forks, on others, for what is thrown away.
 *
 * Arrays are handed over, not copied: whoever sets a value, or was given one, does not change its bytes afterwards. What
 * lies under an overlay does not change while it lives.
 *
 * @module
 */
import { assert } from "@assay/kernel/assert";
import type { KeyRange, StoredValue, StoreReader, StoreWriter } from "@assay/kernel/store";
import { keyName } from "./key-name.ts";
import { assertWritable } from "./keys.ts";
import { SortedNames } from "./sorted-names.ts";

export interface Write {
  readonly module: string;
  readonly key: Uint8Array;
  /** The key as text. */
  readonly name: string;
  /** Undefined deletes. */
  readonly value: Uint8Array | undefined;
}

type Pair = readonly [Uint8Array, Uint8Array];

/** What is known of a key: what was written, or what was read below. */
class Entry implements Write, StoredValue {
  readonly module: string;
  readonly key: Uint8Array;
  readonly name: string;
  readonly value: Uint8Array | undefined;
  decoded: unknown;

  constructor(
    module: string,
    key: Uint8Array,
    name: string,
    value: Uint8Array | undefined,
    decoded: unknown,
  ) {
    this.module = module;
    this.key = key;
    this.name = name;
    this.value = value;
    this.decoded = decoded;
  }
}

/** One module's part. */
class Space {
  readonly writes = new Map<string, Entry>();
  readonly reads = new Map<string, Entry>();
  /** Names of `writes`, once an iteration has asked for their order. */
  sorted: SortedNames | undefined;
}

/** Values that were read are remembered up to here. */
const MAX_READS = 50_000;

export class Overlay implements StoreWriter {
  readonly parent: StoreReader;
  readonly #spaces = new Map<string, Space>();
  /** What can be taken back: where, and what was there before. */
  readonly #undo: { readonly space: Space; readonly name: string; readonly before: Entry | undefined }[] = [];
  /** Whether somebody may want to take something back. */
  #keepsUndo = false;

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
    for (const space of this.#spaces.values()) for (const entry of space.writes.values()) parent.#put(entry);
    this.discard();
  }

  discard(): void {
    this.#spaces.clear();
    this.#undo.length = 0;
  }

  /** What was written so far stays; returns the first mark for `revert` and `since`. */
  begin(): number {
    this.#keepsUndo = true;
    this.#undo.length = 0;
    return 0;
  }

  mark(): number {
    return this.#undo.length;
  }

  /** Takes back what was written since a mark. */
  revert(mark: number): void {
    while (this.#undo.length > mark) {
      const { space, name, before } = this.#undo.pop()!;
      if (before !== undefined) space.writes.set(name, before);
      else {
        space.writes.delete(name);
        space.sorted?.remove(name);
      }
    }
  }

  /** What was written since a mark, one a key. */
  since(mark: number): Write[] {
    const found = new Set<Entry>();
    for (let i = mark; i < this.#undo.length; i++) {
      const { space, name } = this.#undo[i]!;
      found.add(space.writes.get(name)!);
    }
    return [...found];
  }

  /** One a key, module by module, in the order in which keys were first written. */
  *writes(): Iterable<Write> {
    for (const space of this.#spaces.values()) yield* space.writes.values();
  }

  /** Whether the key was written here. */
  wrote({ module, name }: Write): boolean {
    return this.#spaces.get(module)?.writes.has(name) ?? false;
  }

  /** Writes what another overlay wrote. */
  put(write: Write): void {
    this.#put(write as Entry);
  }

  entry(module: string, key: Uint8Array): StoredValue {
    const name = keyName(key);
    let overlay: Overlay = this;
    for (;;) {
      const space = overlay.#spaces.get(module);
      const found = space?.writes.get(name) ?? space?.reads.get(name);
      if (found !== undefined) return found;
      if (!(overlay.parent instanceof Overlay)) break;
      overlay = overlay.parent;
    }
    const { reads } = overlay.#space(module);
    if (reads.size >= MAX_READS) reads.clear();
    const read = new Entry(module, key, name, overlay.parent.get(module, key), undefined);
    reads.set(name, read);
    return read;
  }

  get(module: string, key: Uint8Array): Uint8Array | undefined {
    return this.entry(module, key).value;
  }

  has(module: string, key: Uint8Array): boolean {
    return this.entry(module, key).value !== undefined;
  }

  /** @throws AssertionError for an empty value, a key of 0 or more than 255 bytes, and the store's own key. */
  set(module: string, key: Uint8Array, value: Uint8Array, decoded?: unknown): void {
    assertWritable(module, key, value);
    this.#put(new Entry(module, key, keyName(key), value, decoded));
  }

  /** A key that is absent may be deleted too. */
  delete(module: string, key: Uint8Array): void {
    assertWritable(module, key, undefined);
    this.#put(new Entry(module, key, keyName(key), undefined, undefined));
  }

  /** The state as it is at the call: writes made while iterating are not seen. */
  iterate(module: string, range: KeyRange): Iterable<Pair> {
    const below = this.parent.iterate(module, range);
    const space = this.#spaces.get(module);
    if (space === undefined || space.writes.size === 0) return below;
    if (space.sorted === undefined) {
      space.sorted = new SortedNames();
      for (const name of space.writes.keys()) space.sorted.add(name);
    }
    const names = space.sorted.range(
      range.gte === undefined ? undefined : keyName(range.gte),
      range.lt === undefined ? undefined : keyName(range.lt),
    );
    if (names.length === 0) return below;
    if (range.reverse) names.reverse();
    const own = names.map((name) => space.writes.get(name)!);
    return merged(own, below, range.reverse === true);
  }

  #space(module: string): Space {
    let space = this.#spaces.get(module);
    if (space === undefined) {
      space = new Space();
      this.#spaces.set(module, space);
    }
    return space;
  }

  #put(entry: Entry): void {
    const space = this.#space(entry.module);
    const { name } = entry;
    const before = space.writes.get(name);
    space.writes.set(name, entry);
    if (before === undefined) space.sorted?.add(name);
    if (this.#keepsUndo) this.#undo.push({ space, name, before });
  }
}

/** Two sorted sequences as one; where both have a key, the overlay's write stands. */
function* merged(own: readonly Write[], below: Iterable<Pair>, descending: boolean) {
  const rest = below[Symbol.iterator]();
  let at = 0;
  for (let next = rest.next(); !next.done; next = rest.next()) {
    const name = keyName(next.value[0]);
    let hidden = false;
    for (; at < own.length; at++) {
      const write = own[at]!;
      if (descending ? write.name < name : write.name > name) break;
      if (write.name === name) hidden = true;
      if (write.value !== undefined) yield [write.key, write.value] as const;
    }
    if (!hidden) yield next.value;
  }
  for (; at < own.length; at++) {
    const write = own[at]!;
    if (write.value !== undefined) yield [write.key, write.value] as const;
  }
}
