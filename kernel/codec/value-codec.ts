/** Values to bytes and back. A stored value is never empty: an empty one cannot be proved by ICS-23. */
import type { MessageType } from "@assay/proto/wire/message-type";
import { utf8ToString } from "@assay/proto/wire/utf8";
import { assert } from "../assert.ts";

export interface ValueCodec<V> {
  /** For the README's state table. */
  readonly name: string;
  encode(value: V): Uint8Array;
  decode(bytes: Uint8Array): V;
  /** Its values are never changed in place: the one that a value was decoded to serves all readers of a block. */
  readonly shared?: true;
}

/** For values that nobody changes in place. */
export const shared = <V>(codec: ValueCodec<V>): ValueCodec<V> => ({ ...codec, shared: true });

/** A protobuf message. One whose fields are all default has no bytes and may not be stored. */
export function protoValue<T extends object>(type: MessageType<T>): ValueCodec<T> {
  return {
    name: type.typeName,
    encode: (value) => type.toBytes(value),
    decode: (bytes) => type.fromBytesStrict(bytes),
  };
}

/** 8 bytes, big-endian. */
export const u64Value: ValueCodec<bigint> = {
  name: "u64",
  shared: true,
  encode(value) {
    assert(value >= 0n && value < 1n << 64n, "u64 value out of range");
    const bytes = new Uint8Array(8);
    let rest = value;
    for (let i = 7; i >= 0; i--) {
      bytes[i] = Number(rest & 0xffn);
      rest >>= 8n;
    }
    return bytes;
  },
  decode(bytes) {
    let value = 0n;
    for (const byte of bytes) value = (value << 8n) | BigInt(byte);
    return value;
  },
};

/** Decimal text, as the SDK's bank stores an amount. */
export const decimalValue: ValueCodec<bigint> = {
  name: "decimal",
  shared: true,
  encode(value) {
    assert(value >= 0n, "amount below zero");
    const text = value.toString();
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  },
  decode(bytes) {
    // Nearly all amounts are below 10^15.
    if (bytes.length > 15) return BigInt(utf8ToString(bytes));
    let value = 0;
    for (let i = 0; i < bytes.length; i++) {
      const digit = bytes[i]! - 0x30;
      assert(digit >= 0 && digit <= 9, "an amount is digits");
      value = value * 10 + digit;
    }
    return BigInt(value);
  },
};

/** Bytes as they are. */
export const bytesValue: ValueCodec<Uint8Array> = {
  name: "bytes",
  encode: (value) => value,
  decode: (bytes) => bytes,
};

/** Presence alone: one byte. */
export const presenceValue: ValueCodec<true> = {
  name: "present",
  encode: () => Uint8Array.of(1),
  decode: () => true,
};
