import { compare } from "@assay/primitives/bytes";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MemoryStore } from "../../test/harness/memory-store.ts";
import { AssertionError } from "../assert.ts";
import { addressKey, pair, textKey, u64Key } from "../codec/key-codec.ts";
import { bytesValue, decimalValue, u64Value } from "../codec/value-codec.ts";
import { ExecutionContext } from "../context.ts";
import { defineState, RESERVED_PREFIX, type SchemaBuilder } from "./schema.ts";

function context(): ExecutionContext {
  return new ExecutionContext(
    { chainId: "test", bech32Prefix: "assay", feeDenom: "uassay" },
    { height: 1n, timeSeconds: 0n, timeNanos: 0 },
    new MemoryStore(),
  );
}

const state = defineState("shop", (s) => ({
  title: s.item(0x01, "title", bytesValue),
  stock: s.map(0x02, "stock", pair(textKey, u64Key), decimalValue),
  open: s.keySet(0x03, "open", addressKey),
  next: s.sequence(0x04, "next", 7n),
  goods: s.indexedMap(0x05, "goods", u64Key, u64Value, {
    byPrice: { prefix: 0x06, name: "goods_by_price", key: u64Key, of: (price: bigint) => price },
    dear: {
      prefix: 0x07,
      name: "dear_goods",
      key: textKey,
      of: (price: bigint) => (price > 100n ? "dear" : undefined),
    },
  }),
}));

describe("a schema", () => {
  test("knows every collection, as the README shows it", () => {
    expect(state.$schema.collections).toEqual([
      { prefix: 1, name: "title", shape: "item", key: "-", value: "bytes" },
      { prefix: 2, name: "stock", shape: "map", key: "(text, u64)", value: "decimal" },
      { prefix: 3, name: "open", shape: "key set", key: "address", value: "-" },
      { prefix: 4, name: "next", shape: "sequence", key: "-", value: "u64" },
      { prefix: 5, name: "goods", shape: "map", key: "u64", value: "u64" },
      { prefix: 6, name: "goods_by_price", shape: "index", key: "(u64, u64)", value: "-" },
      { prefix: 7, name: "dear_goods", shape: "index", key: "(text, u64)", value: "-" },
    ]);
  });

  const declare = (more: (s: SchemaBuilder) => unknown) => () =>
    defineState("shop", (s) => {
      s.item(0x01, "title", bytesValue);
      more(s);
      return {};
    });

  test.each<[string, (s: SchemaBuilder) => unknown, RegExp]>([
    ["a prefix twice", (s) => s.item(0x01, "other", bytesValue), /prefix 1 is title's/],
    [
      "a prefix twice, by an index",
      (s) => s.index(u64Key, { prefix: 1, name: "i", key: u64Key, of: () => 1n }),
      /prefix 1/,
    ],
    ["a name twice", (s) => s.sequence(0x02, "title"), /declared twice/],
    ["the store's own prefix", (s) => s.item(RESERVED_PREFIX, "x", bytesValue), /out of range/],
    ["a prefix over a byte", (s) => s.item(256, "x", bytesValue), /out of range/],
    ["a negative prefix", (s) => s.item(-1, "x", bytesValue), /out of range/],
    ["half a prefix", (s) => s.item(1.5, "x", bytesValue), /out of range/],
  ])("refuses %s", (_name, more, why) => {
    expect(declare(more)).toThrow(why);
    expect(declare((s) => s.item(0x02, "fine", bytesValue))).not.toThrow();
  });
});

describe("collections", () => {
  test("an item is there or not", () => {
    const ctx = context();
    expect(state.title.get(ctx)).toBeUndefined();
    expect(() => state.title.must(ctx)).toThrow(AssertionError);
    state.title.set(ctx, Uint8Array.of(1));
    expect(state.title.must(ctx)).toEqual(Uint8Array.of(1));
    state.title.delete(ctx);
    expect(state.title.get(ctx)).toBeUndefined();
    expect(() => state.title.set(ctx, new Uint8Array(0))).toThrow(AssertionError);
  });

  test("a sequence counts from its first number", () => {
    const ctx = context();
    expect([state.next.peek(ctx), state.next.next(ctx), state.next.next(ctx), state.next.peek(ctx)]).toEqual([
      7n,
      7n,
      8n,
      9n,
    ]);
    state.next.set(ctx, 40n);
    expect(state.next.next(ctx)).toBe(40n);
  });

  test("a key set", () => {
    const ctx = context();
    const [a, b] = [new Uint8Array(20).fill(1), new Uint8Array(20).fill(2)];
    state.open.add(ctx, b);
    state.open.add(ctx, a);
    expect([...state.open.iterate(ctx)]).toEqual([a, b]);
    state.open.remove(ctx, a);
    expect([state.open.has(ctx, a), state.open.has(ctx, b)]).toEqual([false, true]);
  });

  test("a map reads like a sorted list, by whole, by prefix, from a key, either way", () => {
    const key = fc.tuple(fc.constantFrom("a", "ab", "b"), fc.bigInt(0n, 5n));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(key, fc.bigInt(1n, 9n)), { maxLength: 20 }),
        fc.array(key, { maxLength: 5 }),
        fc.option(fc.constantFrom("a", "ab", "b", "c"), { nil: undefined }),
        fc.option(key, { nil: undefined }),
        fc.boolean(),
        (sets, deletes, prefix, from, reverse) => {
          const ctx = context();
          const model = new Map<string, readonly [readonly [string, bigint], bigint]>();
          for (const [k, v] of sets) {
            state.stock.set(ctx, k, v);
            model.set(k.join("/"), [k, v]);
          }
          for (const k of deletes) {
            state.stock.delete(ctx, k);
            model.delete(k.join("/"));
          }
          for (const [k, v] of model.values()) expect(state.stock.get(ctx, k)).toBe(v);
          const raw = (k: readonly [string, bigint]) => state.stock.keyCodec.encode(k, true);
          const expected = [...model.values()]
            .filter(([k]) => prefix === undefined || k[0] === prefix)
            .filter(([k]) => {
              if (from === undefined) return true;
              const order = compare(raw(k), raw(from));
              return reverse ? order <= 0 : order >= 0;
            })
            .sort((x, y) => compare(raw(x[0]), raw(y[0])));
          if (reverse) expected.reverse();
          const range = {
            reverse,
            ...(prefix === undefined ? {} : { prefix: textKey.encode(prefix, false) }),
            ...(from === undefined ? {} : { from: raw(from) }),
          };
          expect([...state.stock.iterate(ctx, range)]).toEqual(expected);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("indexes follow every write", () => {
    const op = fc.tuple(fc.bigInt(0n, 4n), fc.option(fc.bigInt(98n, 103n), { nil: undefined }));
    fc.assert(
      fc.property(fc.array(op, { maxLength: 30 }), (ops) => {
        const ctx = context();
        const model = new Map<bigint, bigint>();
        for (const [id, price] of ops) {
          if (price === undefined) {
            state.goods.delete(ctx, id);
            model.delete(id);
          } else {
            state.goods.set(ctx, id, price);
            model.set(id, price);
          }
        }
        expect(new Map(state.goods.iterate(ctx))).toEqual(model);
        for (let price = 98n; price <= 103n; price++) {
          const ids = [...model].filter(([, p]) => p === price).map(([id]) => id);
          ids.sort((a, b) => Number(a - b));
          expect([...state.goods.by.byPrice.keys(ctx, price)]).toEqual(ids);
          expect([...state.goods.by.byPrice.keys(ctx, price, true)]).toEqual(ids.reverse());
        }
        const dear = [...model].filter(([, p]) => p > 100n).map(([id]) => id);
        expect([...state.goods.by.dear.keys(ctx, "dear")].length).toBe(dear.length);
        // Nothing else is stored.
        const entries = [...ctx.store.iterate("shop", {})].length;
        expect(entries).toBe(2 * model.size + dear.length);
      }),
      { numRuns: 200 },
    );
  });
});
