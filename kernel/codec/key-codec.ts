/**
 * Keys to bytes that keep their order. A codec has two forms: terminal (last in a key) and non-terminal (followed by
 * more), where it must delimit itself; that is what makes tuples sound.
 *
 * @module
 */
import { concat } from "@assay/primitives/bytes";
import { stringToUtf8, utf8ToString } from "@assay/proto/wire/utf8";
import { assert } from "../assert.ts";

export interface KeyCodec<K> {
  /** For the README's state table. */
  readonly name: string;
  encode(key: K, terminal: boolean): Uint8Array;
  /** Reads one key at an offset; returns it and the offset behind it. */
  decode(bytes: Uint8Array, at: number, terminal: boolean): readonly [K, number];
}

function unsigned(name: string, length: number): KeyCodec<bigint> {
  const limit = 1n << BigInt(8 * length);
  return {
    name,
    encode(key) {
      assert(key >= 0n && key < limit, `${name} key out of range`);
      const bytes = new Uint8Array(length);
      let rest = key;
      for (let i = length - 1; i >= 0; i--) {
        bytes[i] = Number(rest & 0xffn);
        rest >>= 8n;
      }
      return bytes;
    },
    decode(bytes, at) {
      let value = 0n;
      for (let i = 0; i < length; i++) value = (value << 8n) | BigInt(bytes[at + i]!);
      return [value, at + length];
    },
  };
}

/** 8 bytes, big-endian. */
export const u64Key = unsigned("u64", 8);

function unsignedNumber(name: string, length: number): KeyCodec<number> {
  const wide = unsigned(name, length);
  return {
    name,
    encode: (key, terminal) => wide.encode(BigInt(key), terminal),
    decode(bytes, at, terminal) {
      const [value, next] = wide.decode(bytes, at, terminal);
      return [Number(value), next];
    },
  };
}

/** 4 bytes, big-endian. */
export const u32Key = unsignedNumber("u32", 4);
/** 1 byte: enums and small numbers. */
export const u8Key = unsignedNumber("u8", 1);

/** Bytes of one fixed length, as they are. */
export function fixedKey(name: string, length: number): KeyCodec<Uint8Array> {
  return {
    name,
    encode(key) {
      assert(key.length === length, `${name} key must be ${length} bytes`);
      return key;
    },
    decode: (bytes, at) => [bytes.slice(at, at + length), at + length],
  };
}

/** A 32-byte hash or id. */
export const hash32Key = fixedKey("hash32", 32);

/** Raw address of 20 or 32 bytes: as it is when last, behind its length otherwise (Cosmos SDK, address.LengthPrefix). */
export const addressKey: KeyCodec<Uint8Array> = {
  name: "address",
  encode(key, terminal) {
    assert(key.length > 0 && key.length < 256, "address key length");
    return terminal ? key : concat(Uint8Array.of(key.length), key);
  },
  decode(bytes, at, terminal) {
    if (terminal) return [bytes.slice(at), bytes.length];
    const start = at + 1;
    const end = start + bytes[at]!;
    return [bytes.slice(start, end), end];
  },
};

/** Text without NUL: as it is when last, with a NUL behind it otherwise. Order is bytewise. */
export const textKey: KeyCodec<string> = {
  name: "text",
  encode(key, terminal) {
    const bytes = stringToUtf8(key);
    assert(!bytes.includes(0), "text key holds a NUL");
    return terminal ? bytes : concat(bytes, Uint8Array.of(0));
  },
  decode(bytes, at, terminal) {
    if (terminal) return [utf8ToString(bytes, at), bytes.length];
    const end = bytes.indexOf(0, at);
    return [utf8ToString(bytes, at, end), end + 1];
  },
};

/** Two keys, ordered by the first, then the second. */
export function pair<A, B>(a: KeyCodec<A>, b: KeyCodec<B>): KeyCodec<readonly [A, B]> {
  return {
    name: `(${a.name}, ${b.name})`,
    encode: (key, terminal) => concat(a.encode(key[0], false), b.encode(key[1], terminal)),
    decode(bytes, at, terminal) {
      const [first, middle] = a.decode(bytes, at, false);
      const [second, end] = b.decode(bytes, middle, terminal);
      return [[first, second], end];
    },
  };
}

/** Three keys, ordered in turn. */
export function triple<A, B, C>(
  a: KeyCodec<A>,
  b: KeyCodec<B>,
  c: KeyCodec<C>,
): KeyCodec<readonly [A, B, C]> {
  return {
    name: `(${a.name}, ${b.name}, ${c.name})`,
    encode: (key, terminal) =>
      concat(a.encode(key[0], false), b.encode(key[1], false), c.encode(key[2], terminal)),
    decode(bytes, at, terminal) {
      const [first, second] = a.decode(bytes, at, false);
      const [middle, third] = b.decode(bytes, second, false);
      const [last, end] = c.decode(bytes, third, terminal);
      return [[first, middle, last], end];
    },
  };
}

/** The first byte string after all that begin with this one; undefined where there is none. */
export function prefixEnd(prefix: Uint8Array): Uint8Array | undefined {
  for (let i = prefix.length - 1; i >= 0; i--) {
    if (prefix[i]! < 0xff) {
      const end = prefix.slice(0, i + 1);
      end[i] = end[i]! + 1;
      return end;
    }
  }
  return undefined;
}
