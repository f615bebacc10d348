/** Declares a module's state in one place and refuses prefixes or names that clash. */
import { type KeyCodec, pair } from "../codec/key-codec.ts";
import type { ValueCodec } from "../codec/value-codec.ts";
import {
  type CollectionInfo,
  Index,
  IndexedMap,
  type IndexSpec,
  Item,
  KeySet,
  Sequence,
  StoredMap,
} from "./collection.ts";

/** The store keeps a tree's layout version under this byte, in every module. */
export const RESERVED_PREFIX = 0xff;

export class SchemaBuilder {
  readonly module: string;
  readonly collections: CollectionInfo[] = [];

  constructor(module: string) {
    this.module = module;
  }

  #add(info: CollectionInfo): CollectionInfo {
    const { prefix, name } = info;
    if (!Number.isInteger(prefix) || prefix < 0 || prefix >= RESERVED_PREFIX) {
      throw new Error(`${this.module}.${name}: prefix ${prefix} is out of range`);
    }
    for (const other of this.collections) {
      if (other.prefix === prefix)
        throw new Error(`${this.module}.${name}: prefix ${prefix} is ${other.name}'s`);
      if (other.name === name) throw new Error(`${this.module}.${name} is declared twice`);
    }
    this.collections.push(info);
    return info;
  }

  item<V>(prefix: number, name: string, value: ValueCodec<V>): Item<V> {
    return new Item(
      this.module,
      this.#add({ prefix, name, shape: "item", key: "-", value: value.name }),
      value,
    );
  }

  map<K, V>(prefix: number, name: string, key: KeyCodec<K>, value: ValueCodec<V>): StoredMap<K, V> {
    const info = this.#add({ prefix, name, shape: "map", key: key.name, value: value.name });
    return new StoredMap(this.module, info, key, value);
  }

  keySet<K>(prefix: number, name: string, key: KeyCodec<K>): KeySet<K> {
    return new KeySet(
      this.module,
      this.#add({ prefix, name, shape: "key set", key: key.name, value: "-" }),
      key,
    );
  }

  /** @param first the first number that is handed out. */
  sequence(prefix: number, name: string, first = 1n): Sequence {
    return new Sequence(
      this.module,
      this.#add({ prefix, name, shape: "sequence", key: "-", value: "u64" }),
      first,
    );
  }

  /** An index of an `indexedMap`: pass it there. */
  index<K, V, I>(primary: KeyCodec<K>, spec: IndexSpec<K, V, I>): Index<K, V, I> {
    const key = pair(spec.key, primary);
    const info = this.#add({
      prefix: spec.prefix,
      name: spec.name,
      shape: "index",
      key: key.name,
      value: "-",
    });
    return new Index(new KeySet(this.module, info, key), spec);
  }

  indexedMap<K, V, X extends Record<string, unknown>>(
    prefix: number,
    name: string,
    key: KeyCodec<K>,
    value: ValueCodec<V>,
    indexes: { readonly [N in keyof X]: IndexSpec<K, V, X[N]> },
  ): IndexedMap<K, V, { [N in keyof X]: Index<K, V, X[N]> } & Record<string, Index<K, V, unknown>>> {
    const map = this.map(prefix, name, key, value);
    const by: Record<string, Index<K, V, unknown>> = {};
    for (const [field, spec] of Object.entries(indexes))
      by[field] = this.index(key, spec as IndexSpec<K, V, unknown>);
    return new IndexedMap(
      map,
      by as { [N in keyof X]: Index<K, V, X[N]> } & Record<string, Index<K, V, unknown>>,
    );
  }
}

export type State<S> = S & {
  readonly $schema: { readonly module: string; readonly collections: readonly CollectionInfo[] };
};

/**
 * A module's whole state.
 * @throws Error where a prefix or a name is used twice: at load, so that no node starts with it.
 */
export function defineState<S extends object>(module: string, declare: (s: SchemaBuilder) => S): State<S> {
  const builder = new SchemaBuilder(module);
  const collections = declare(builder);
  return Object.assign(collections, { $schema: { module, collections: builder.collections } });
}
