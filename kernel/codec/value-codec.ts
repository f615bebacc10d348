/** Values to bytes and back. A stored value is never empty: an empty one cannot be proved by ICS-23. */
import type { MessageType } from "@assay/proto/wire/message-type";
import { utf8ToString } from "@assay/proto/wire/utf8";
import { assert } from "../assert.ts";

export interface ValueCodec<V> {
  /** For the README's state table. */
  readonly name: string;
  encode(value: V): Uint8Array;
  decode(bytes: Uint8Array): V;
}

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
  encode(value) {
    assert(value >= 0n, "amount below zero");
    const text = value.toString();
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  },
  decode: (bytes) => BigInt(utf8ToString(bytes)),
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
