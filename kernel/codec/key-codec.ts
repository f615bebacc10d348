/**
 * Keys to bytes that keep their order. A codec has two forms: terminal (last in a key) and non-terminal (followed by
 * more), where it must delimit itself; that is what makes tuples sound.
 *
 * @module
 */
import { utf8Length, writeUtf8 } from "@assay/primitives/utf8";
import { stringToUtf8, utf8ToString } from "@assay/proto/wire/utf8";
import { assert } from "../assert.ts";

/** How a key is written. */
interface KeyForm<K> {
  /** For the README's state table. */
  readonly name: string;
  /** Bytes that `write` writes. @throws AssertionError for what is no key. */
  size(key: K, terminal: boolean): number;
  /** Writes a key at an offset and returns the offset behind it. */
  write(key: K, terminal: boolean, into: Uint8Array, at: number): number;
  /** Reads one key at an offset; returns it and the offset behind it. */
  decode(bytes: Uint8Array, at: number, terminal: boolean): readonly [K, number];
}

export interface KeyCodec<K> extends KeyForm<K> {
  encode(key: K, terminal: boolean): Uint8Array;
}

export function keyCodec<K>(form: KeyForm<K>): KeyCodec<K> {
  return {
    ...form,
    encode(key, terminal) {
      const bytes = new Uint8Array(form.size(key, terminal));
      form.write(key, terminal, bytes, 0);
      return bytes;
    },
  };
}

function unsigned(name: string, length: number): KeyCodec<bigint> {
  const limit = 1n << BigInt(8 * length);
  return keyCodec({
    name,
    size(key) {
      assert(key >= 0n && key < limit, `${name} key out of range`);
      return length;
    },
    write(key, _terminal, into, at) {
      let rest = key;
      for (let i = length - 1; i >= 0; i--) {
        into[at + i] = Number(rest & 0xffn);
        rest >>= 8n;
      }
      return at + length;
    },
    decode(bytes, at) {
      let value = 0n;
      for (let i = 0; i < length; i++) value = (value << 8n) | BigInt(bytes[at + i]!);
      return [value, at + length];
    },
  });
}

/** 8 bytes, big-endian. */
export const u64Key: KeyCodec<bigint> = unsigned("u64", 8);

function unsignedNumber(name: string, length: number): KeyCodec<number> {
  const limit = 2 ** (8 * length);
  return keyCodec({
    name,
    size(key) {
      assert(Number.isInteger(key) && key >= 0 && key < limit, `${name} key out of range`);
      return length;
    },
    write(key, _terminal, into, at) {
      for (let i = 0; i < length; i++) into[at + i] = key >>> (8 * (length - 1 - i));
      return at + length;
    },
    decode(bytes, at) {
      let value = 0;
      for (let i = 0; i < length; i++) value = value * 256 + bytes[at + i]!;
      return [value, at + length];
    },
  });
}

/** 4 bytes, big-endian. */
export const u32Key: KeyCodec<number> = unsignedNumber("u32", 4);
/** 1 byte: enums and small numbers. */
export const u8Key: KeyCodec<number> = unsignedNumber("u8", 1);

function copy(bytes: Uint8Array, into: Uint8Array, at: number): number {
  // Keys are short: a call of `set` takes longer than these.
  for (let i = 0; i < bytes.length; i++) into[at + i] = bytes[i]!;
  return at + bytes.length;
}

/** Bytes of one fixed length, as they are. */
export function fixedKey(name: string, length: number): KeyCodec<Uint8Array> {
  return keyCodec({
    name,
    size(key) {
      assert(key.length === length, `${name} key must be ${length} bytes`);
      return length;
    },
    write: (key, _terminal, into, at) => copy(key, into, at),
    decode: (bytes, at) => [bytes.slice(at, at + length), at + length],
  });
}

/** A 32-byte hash or id. */
export const hash32Key: KeyCodec<Uint8Array> = fixedKey("hash32", 32);

/** Raw address of 20 or 32 bytes: as it is when last, behind its length otherwise (Cosmos SDK, address.LengthPrefix). */
export const addressKey: KeyCodec<Uint8Array> = keyCodec({
  name: "address",
  size(key, terminal) {
    assert(key.length > 0 && key.length < 256, "address key length");
    return terminal ? key.length : key.length + 1;
  },
  write(key, terminal, into, at) {
    if (terminal) return copy(key, into, at);
    into[at] = key.length;
    return copy(key, into, at + 1);
  },
  decode(bytes, at, terminal) {
    if (terminal) return [bytes.slice(at), bytes.length];
    const start = at + 1;
    const end = start + bytes[at]!;
    return [bytes.slice(start, end), end];
  },
});

/** Text without NUL: as it is when last, with a NUL behind it otherwise. Order is bytewise. */
export const textKey: KeyCodec<string> = keyCodec({
  name: "text",
  size: (key, terminal) => utf8Length(key) + (terminal ? 0 : 1),
  write(key, terminal, into, at) {
    assert(!key.includes("\0"), "text key holds a NUL");
    // It throws for what UTF-8 cannot spell.
    const end = writeUtf8(key, into, at);
    if (end < 0) stringToUtf8(key);
    if (terminal) return end;
    into[end] = 0;
    return end + 1;
  },
  decode(bytes, at, terminal) {
    if (terminal) return [utf8ToString(bytes, at), bytes.length];
    const end = bytes.indexOf(0, at);
    return [utf8ToString(bytes, at, end), end + 1];
  },
});

/** Two keys, ordered by the first, then the second. */
export function pair<A, B>(a: KeyCodec<A>, b: KeyCodec<B>): KeyCodec<readonly [A, B]> {
  return keyCodec({
    name: `(${a.name}, ${b.name})`,
    size: (key, terminal) => a.size(key[0], false) + b.size(key[1], terminal),
    write: (key, terminal, into, at) => b.write(key[1], terminal, into, a.write(key[0], false, into, at)),
    decode(bytes, at, terminal) {
      const [first, middle] = a.decode(bytes, at, false);
      const [second, end] = b.decode(bytes, middle, terminal);
      return [[first, second], end];
    },
  });
}

/** Three keys, ordered in turn. */
export function triple<A, B, C>(
  a: KeyCodec<A>,
  b: KeyCodec<B>,
  c: KeyCodec<C>,
): KeyCodec<readonly [A, B, C]> {
  return keyCodec({
    name: `(${a.name}, ${b.name}, ${c.name})`,
    size: (key, terminal) => a.size(key[0], false) + b.size(key[1], false) + c.size(key[2], terminal),
    write(key, terminal, into, at) {
      const second = a.write(key[0], false, into, at);
      return c.write(key[2], terminal, into, b.write(key[1], false, into, second));
    },
    decode(bytes, at, terminal) {
      const [first, second] = a.decode(bytes, at, false);
      const [middle, third] = b.decode(bytes, second, false);
      const [last, end] = c.decode(bytes, third, terminal);
      return [[first, middle, last], end];
    },
  });
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
