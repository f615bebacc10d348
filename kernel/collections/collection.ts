/**
 * Typed collections: state is declared once, with its prefix, name, key and value codec. Five shapes only: Item, Map,
 * KeySet, Sequence, IndexedMap (after the Cosmos SDK's `collections`).
 *
 * @module
 */
import { compare, concat } from "@assay/primitives/bytes";
import { assert } from "../assert.ts";
import { type KeyCodec, keyCodec, prefixEnd } from "../codec/key-codec.ts";
import { presenceValue, u64Value, type ValueCodec } from "../codec/value-codec.ts";
import type { ReadCtx, WriteCtx } from "../context.ts";
import type { KeyRange } from "../store.ts";

/** What the schema knows of each collection: enough for a README's state table and a raw state view. */
export interface CollectionInfo {
  readonly prefix: number;
  readonly name: string;
  readonly shape: "item" | "map" | "key set" | "sequence" | "index";
  readonly key: string;
  readonly value: string;
}

/** Where an iteration begins and ends, in encoded keys behind the collection's prefix. */
export interface Range {
  /** Keys that begin so. Build it with `prefixOf`. */
  readonly prefix?: Uint8Array;
  /** First key, encoded terminal; inclusive. One outside the prefix is taken as its nearer end. */
  readonly from?: Uint8Array;
  readonly reverse?: boolean;
}

export class StoredMap<K, V> {
  readonly module: string;
  readonly info: CollectionInfo;
  readonly keyCodec: KeyCodec<K>;
  readonly valueCodec: ValueCodec<V>;
  readonly #prefix: Uint8Array;

  constructor(module: string, info: CollectionInfo, key: KeyCodec<K>, value: ValueCodec<V>) {
    this.module = module;
    this.info = info;
    this.keyCodec = key;
    this.valueCodec = value;
    this.#prefix = Uint8Array.of(info.prefix);
  }

  /** The whole raw key: what a proof is asked for. */
  rawKey(key: K): Uint8Array {
    const raw = new Uint8Array(1 + this.keyCodec.size(key, true));
    raw[0] = this.info.prefix;
    this.keyCodec.write(key, true, raw, 1);
    return raw;
  }

  get(ctx: ReadCtx, key: K): V | undefined {
    const entry = ctx.store.entry(this.module, this.rawKey(key));
    if (entry.value === undefined) return undefined;
    if (!this.valueCodec.shared) return this.valueCodec.decode(entry.value);
    entry.decoded ??= this.valueCodec.decode(entry.value);
    return entry.decoded as V;
  }

  getOr(ctx: ReadCtx, key: K, absent: V): V {
    return this.get(ctx, key) ?? absent;
  }

  has(ctx: ReadCtx, key: K): boolean {
    return ctx.store.has(this.module, this.rawKey(key));
  }

  set(ctx: WriteCtx, key: K, value: V): void {
    const bytes = this.valueCodec.encode(value);
    if (bytes.length === 0)
      assert(false, `${this.module}.${this.info.name}: an empty value cannot be stored`);
    ctx.store.set(this.module, this.rawKey(key), bytes, this.valueCodec.shared ? value : undefined);
  }

  delete(ctx: WriteCtx, key: K): void {
    ctx.store.delete(this.module, this.rawKey(key));
  }

  /** Entries in key order. Do not write to the collection while it runs: collect first. */
  *iterate(ctx: ReadCtx, range: Range = {}): Iterable<readonly [K, V]> {
    for (const [raw, value] of this.iterateRaw(ctx, range)) {
      yield [this.decodeKey(raw), this.valueCodec.decode(value)];
    }
  }

  /** As `iterate`, undecoded: for pages that stop in the middle. */
  iterateRaw(ctx: ReadCtx, range: Range): Iterable<readonly [Uint8Array, Uint8Array]> {
    const base = range.prefix === undefined ? this.#prefix : concat(this.#prefix, range.prefix);
    const end = prefixEnd(base);
    const from = range.from === undefined ? undefined : concat(this.#prefix, range.from);
    const bounds: { gte?: Uint8Array; lt?: Uint8Array; reverse?: boolean } = { gte: base };
    if (end !== undefined) bounds.lt = end;
    if (range.reverse) {
      bounds.reverse = true;
      // Descending from a key includes it: the bound is the key's immediate successor.
      const after = from === undefined ? undefined : concat(from, Uint8Array.of(0));
      if (after !== undefined && (end === undefined || compare(after, end) < 0)) bounds.lt = after;
    } else if (from !== undefined && compare(from, base) > 0) bounds.gte = from;
    return ctx.store.iterate(this.module, bounds as KeyRange);
  }

  decodeKey(raw: Uint8Array): K {
    return this.keyCodec.decode(raw, 1, true)[0];
  }
}

/** A set of keys. */
export class KeySet<K> {
  readonly map: StoredMap<K, true>;

  constructor(module: string, info: CollectionInfo, key: KeyCodec<K>) {
    this.map = new StoredMap(module, info, key, presenceValue);
  }

  has(ctx: ReadCtx, key: K): boolean {
    return this.map.has(ctx, key);
  }

  add(ctx: WriteCtx, key: K): void {
    this.map.set(ctx, key, true);
  }

  remove(ctx: WriteCtx, key: K): void {
    this.map.delete(ctx, key);
  }

  *iterate(ctx: ReadCtx, range: Range = {}): Iterable<K> {
    for (const [raw] of this.map.iterateRaw(ctx, range)) yield this.map.decodeKey(raw);
  }
}

const noKey: KeyCodec<undefined> = keyCodec({
  name: "-",
  size: () => 0,
  write: (_key, _terminal, _into, at) => at,
  decode: (_bytes, at) => [undefined, at],
});

/** One value. */
export class Item<V> {
  readonly map: StoredMap<undefined, V>;

  constructor(module: string, info: CollectionInfo, value: ValueCodec<V>) {
    this.map = new StoredMap(module, info, noKey, value);
  }

  get(ctx: ReadCtx): V | undefined {
    return this.map.get(ctx, undefined);
  }

  /** The value that genesis put there. @throws AssertionError where it is missing. */
  must(ctx: ReadCtx): V {
    const value = this.get(ctx);
    assert(value !== undefined, `${this.map.module}.${this.map.info.name} is missing`);
    return value;
  }

  set(ctx: WriteCtx, value: V): void {
    this.map.set(ctx, undefined, value);
  }

  delete(ctx: WriteCtx): void {
    this.map.delete(ctx, undefined);
  }
}

/** A counter: the next number to hand out, from `first` on. */
export class Sequence {
  readonly item: Item<bigint>;
  readonly first: bigint;

  constructor(module: string, info: CollectionInfo, first: bigint) {
    this.item = new Item(module, info, u64Value);
    this.first = first;
  }

  /** The number that `next` will hand out. */
  peek(ctx: ReadCtx): bigint {
    return this.item.get(ctx) ?? this.first;
  }

  next(ctx: WriteCtx): bigint {
    const value = this.peek(ctx);
    this.item.set(ctx, value + 1n);
    return value;
  }

  set(ctx: WriteCtx, next: bigint): void {
    this.item.set(ctx, next);
  }
}

/** How an index finds its entries. */
export interface IndexSpec<K, V, I> {
  readonly prefix: number;
  readonly name: string;
  readonly key: KeyCodec<I>;
  /** The index key of an entry; undefined keeps it out of the index. */
  of(value: V, key: K): I | undefined;
}

/** A second way to the entries of an `IndexedMap`: (index key, primary key), in that order. */
export class Index<K, V, I> {
  readonly spec: IndexSpec<K, V, I>;
  readonly entries: KeySet<readonly [I, K]>;

  constructor(entries: KeySet<readonly [I, K]>, spec: IndexSpec<K, V, I>) {
    this.entries = entries;
    this.spec = spec;
  }

  /** Primary keys under one index key, in their order. */
  *keys(ctx: ReadCtx, indexKey: I, reverse = false): Iterable<K> {
    for (const [, key] of this.entries.iterate(ctx, { prefix: this.prefixOf(indexKey), reverse })) yield key;
  }

  prefixOf(indexKey: I): Uint8Array {
    return this.spec.key.encode(indexKey, false);
  }
}

/** A map whose indexes follow each write. */
export class IndexedMap<K, V, X extends Record<string, Index<K, V, unknown>>> {
  readonly map: StoredMap<K, V>;
  readonly by: X;

  constructor(map: StoredMap<K, V>, by: X) {
    this.map = map;
    this.by = by;
  }

  get(ctx: ReadCtx, key: K): V | undefined {
    return this.map.get(ctx, key);
  }

  has(ctx: ReadCtx, key: K): boolean {
    return this.map.has(ctx, key);
  }

  iterate(ctx: ReadCtx, range: Range = {}): Iterable<readonly [K, V]> {
    return this.map.iterate(ctx, range);
  }

  set(ctx: WriteCtx, key: K, value: V): void {
    const old = this.map.get(ctx, key);
    for (const index of Object.values(this.by)) {
      const before = old === undefined ? undefined : index.spec.of(old, key);
      const after = index.spec.of(value, key);
      if (before !== undefined && after !== undefined && sameKey(index.spec.key, before, after)) continue;
      if (before !== undefined) index.entries.remove(ctx, [before, key]);
      if (after !== undefined) index.entries.add(ctx, [after, key]);
    }
    this.map.set(ctx, key, value);
  }

  delete(ctx: WriteCtx, key: K): void {
    const old = this.map.get(ctx, key);
    if (old === undefined) return;
    for (const index of Object.values(this.by)) {
      const before = index.spec.of(old, key);
      if (before !== undefined) index.entries.remove(ctx, [before, key]);
    }
    this.map.delete(ctx, key);
  }
}

function sameKey<I>(codec: KeyCodec<I>, a: I, b: I): boolean {
  const x = codec.encode(a, true);
  const y = codec.encode(b, true);
  return x.length === y.length && x.every((byte, i) => byte === y[i]);
}
