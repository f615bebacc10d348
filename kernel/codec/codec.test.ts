import { compare } from "@assay/primitives/bytes";
import { MsgSend } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import { WireError } from "@assay/proto/wire/errors";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AssertionError } from "../assert.ts";
import {
  addressKey,
  fixedKey,
  hash32Key,
  type KeyCodec,
  pair,
  prefixEnd,
  textKey,
  triple,
  u8Key,
  u32Key,
  u64Key,
} from "./key-codec.ts";
import { decimalValue, presenceValue, protoValue, u64Value } from "./value-codec.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const address = fc.oneof(bytes(20), bytes(32));
const text = fc.string({ unit: "binary", maxLength: 8 }).filter((value) => !value.includes("\0"));
const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value);

interface Case<K> {
  readonly codec: KeyCodec<K>;
  readonly keys: fc.Arbitrary<K>;
  /** How the keys themselves are ordered. */
  order(a: K, b: K): number;
}

const byNumber = (a: bigint | number, b: bigint | number): number => (a < b ? -1 : a > b ? 1 : 0);
const byText = (a: string, b: string): number => compare(utf8(a), utf8(b));
/** Behind a length prefix, the shorter address comes first. */
const byLength = (a: Uint8Array, b: Uint8Array): number => a.length - b.length || compare(a, b);

const u64s: Case<bigint> = { codec: u64Key, keys: fc.bigInt(0n, (1n << 64n) - 1n), order: byNumber };
const u32s: Case<number> = { codec: u32Key, keys: fc.nat(0xffffffff), order: byNumber };
const u8s: Case<number> = { codec: u8Key, keys: fc.nat(255), order: byNumber };
const hashes: Case<Uint8Array> = { codec: hash32Key, keys: bytes(32), order: compare };
const addresses: Case<Uint8Array> = { codec: addressKey, keys: address, order: byLength };
const texts: Case<string> = { codec: textKey, keys: text, order: byText };

function both<A, B>(a: Case<A>, b: Case<B>): Case<readonly [A, B]> {
  return {
    codec: pair(a.codec, b.codec),
    keys: fc.tuple(a.keys, b.keys),
    order: (x, y) => a.order(x[0], y[0]) || b.order(x[1], y[1]),
  };
}

function three<A, B, C>(a: Case<A>, b: Case<B>, c: Case<C>): Case<readonly [A, B, C]> {
  return {
    codec: triple(a.codec, b.codec, c.codec),
    keys: fc.tuple(a.keys, b.keys, c.keys),
    order: (x, y) => a.order(x[0], y[0]) || b.order(x[1], y[1]) || c.order(x[2], y[2]),
  };
}

const addressLast: Case<Uint8Array> = { ...addresses, keys: bytes(20), order: compare };

const cases: Case<never>[] = [
  u64s,
  u32s,
  u8s,
  hashes,
  addressLast,
  texts,
  both(addresses, texts),
  both(texts, u64s),
  both(texts, texts),
  both(u64s, addressLast),
  three(texts, addresses, u32s),
  three(u8s, hashes, texts),
  both(both(addresses, u8s), texts),
  both(texts, both(u64s, texts)),
] as unknown as Case<never>[];

describe.each(cases)("key $codec.name", ({ codec, keys, order }) => {
  test("keeps order", () => {
    fc.assert(
      fc.property(keys, keys, (a, b) => {
        const [x, y] = [codec.encode(a, true), codec.encode(b, true)];
        expect(Math.sign(compare(x, y))).toBe(Math.sign(order(a, b)));
      }),
      { numRuns: 300 },
    );
  });

  test("reads what it wrote, last in a key or followed by more", () => {
    fc.assert(
      fc.property(
        keys,
        fc.uint8Array({ maxLength: 5 }),
        fc.uint8Array({ maxLength: 5 }),
        (key, before, after) => {
          const last = Uint8Array.of(...before, ...codec.encode(key, true));
          expect(codec.decode(last, before.length, true)).toEqual([key, last.length]);
          const part = codec.encode(key, false);
          const whole = Uint8Array.of(...before, ...part, ...after);
          expect(codec.decode(whole, before.length, false)).toEqual([key, before.length + part.length]);
        },
      ),
      { numRuns: 100 },
    );
  });

  test("delimits itself: no encoded key followed by more is the beginning of another", () => {
    fc.assert(
      fc.property(keys, keys, (a, b) => {
        const [x, y] = [codec.encode(a, false), codec.encode(b, false)];
        if (compare(x, y) !== 0) expect(compare(y.slice(0, x.length), x)).not.toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe("keys that are none", () => {
  test("are our own fault", () => {
    expect(() => u64Key.encode(-1n, true)).toThrow(AssertionError);
    expect(() => u64Key.encode(1n << 64n, true)).toThrow(AssertionError);
    expect(() => u8Key.encode(256, true)).toThrow(AssertionError);
    expect(() => u32Key.encode(2 ** 32, true)).toThrow(AssertionError);
    expect(() => hash32Key.encode(new Uint8Array(31), true)).toThrow(AssertionError);
    expect(() => fixedKey("three", 3).encode(new Uint8Array(4), true)).toThrow(AssertionError);
    expect(() => addressKey.encode(new Uint8Array(0), false)).toThrow(AssertionError);
    expect(() => addressKey.encode(new Uint8Array(256), true)).toThrow(AssertionError);
    expect(() => textKey.encode("a\0b", true)).toThrow(AssertionError);
  });
});

test("prefixEnd is the first key after all with the prefix", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4 }), fc.uint8Array({ maxLength: 6 }), (prefix, key) => {
      const end = prefixEnd(prefix);
      const inside = compare(key, prefix) >= 0 && (end === undefined || compare(key, end) < 0);
      expect(inside).toBe(compare(key.slice(0, prefix.length), prefix) === 0);
    }),
    { numRuns: 1000 },
  );
  expect(prefixEnd(Uint8Array.of(1, 255))).toEqual(Uint8Array.of(2));
  expect(prefixEnd(Uint8Array.of(255))).toBeUndefined();
});

describe("values", () => {
  test("read what they wrote", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, (1n << 64n) - 1n), (value) => {
        expect(u64Value.decode(u64Value.encode(value))).toBe(value);
        expect(decimalValue.decode(decimalValue.encode(value))).toBe(value);
        expect(new TextDecoder().decode(decimalValue.encode(value))).toBe(value.toString());
      }),
    );
    expect(presenceValue.encode(true).length).toBe(1);
    expect(() => u64Value.encode(-1n)).toThrow(AssertionError);
    expect(() => u64Value.encode(1n << 64n)).toThrow(AssertionError);
    expect(() => decimalValue.encode(-1n)).toThrow(AssertionError);
  });

  test("of protobuf are read strictly", () => {
    const codec = protoValue(MsgSend);
    const message = MsgSend.fromPartial({ fromAddress: "a", amount: [{ denom: "x", amount: "1" }] });
    expect(codec.decode(codec.encode(message))).toEqual(message);
    expect(() => codec.decode(Uint8Array.of(0x0a, 0x00))).toThrow(WireError);
  });
});
