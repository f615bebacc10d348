/**
 * Keys of the index. Its layout is versioned: another version is thrown away and built anew.
 *
 * | key | value |
 * |---|---|
 * | `00` | layout version, last height, hash of that block |
 * | `01` hash | height, index: a transaction's place |
 * | `02` height index | `tendermint.abci.TxResult` |
 * | `03` height | transactions up to and with that height |
 * | `04` tag value height | postings of transactions |
 * | `05` tag value height | postings of block events |
 *
 * @module
 */
import { createHash } from "node:crypto";

export const LAYOUT_VERSION = 1;

/** Six bytes, big-endian: enough for 280 million million blocks. */
const HEIGHT_BYTES = 6;
const INDEX_BYTES = 4;

/** Longer values are indexed by their sha256: `=` finds them, CONTAINS and ranges do not. */
const MAX_VALUE_BYTES = 1024;
const HASHED = 0xffff;

export const HEAD_KEY: Uint8Array = Uint8Array.of(0);

export type PostingKind = 4 | 5;
export const TX_EVENTS: PostingKind = 4;
export const BLOCK_EVENT: PostingKind = 5;

function writeHeight(bytes: Buffer, at: number, height: number): void {
  bytes.writeUIntBE(height, at, HEIGHT_BYTES);
}

export function hashKey(hash: Uint8Array): Uint8Array {
  const key = new Uint8Array(1 + hash.length);
  key[0] = 1;
  key.set(hash, 1);
  return key;
}

export function recordKey(height: number, index: number): Uint8Array {
  const key = Buffer.alloc(1 + HEIGHT_BYTES + INDEX_BYTES);
  key[0] = 2;
  writeHeight(key, 1, height);
  key.writeUInt32BE(index, 1 + HEIGHT_BYTES);
  return key;
}

export function countKey(height: number): Uint8Array {
  const key = Buffer.alloc(1 + HEIGHT_BYTES);
  key[0] = 3;
  writeHeight(key, 1, height);
  return key;
}

/** Start of every key with this tag. */
export function tagPrefix(kind: PostingKind, tag: string): Buffer {
  const text = Buffer.from(tag, "utf8");
  const key = Buffer.alloc(3 + text.length);
  key[0] = kind;
  key.writeUInt16BE(text.length, 1);
  text.copy(key, 3);
  return key;
}

/** Start of every key with this tag and value; a height follows. */
export function valuePrefix(tag: Buffer, value: string): Buffer {
  let text = Buffer.from(value, "utf8");
  let length = text.length;
  if (length > MAX_VALUE_BYTES) {
    text = createHash("sha256").update(text).digest();
    length = HASHED;
  }
  const key = Buffer.alloc(tag.length + 2 + text.length);
  tag.copy(key);
  key.writeUInt16BE(length, tag.length);
  text.copy(key, tag.length + 2);
  return key;
}

export function postingKey(prefix: Buffer, height: number): Buffer {
  const key = Buffer.alloc(prefix.length + HEIGHT_BYTES);
  prefix.copy(key);
  writeHeight(key, prefix.length, height);
  return key;
}

/** Value and height of a posting's key; the value is undefined where only its hash is there. */
export function readPostingKey(
  key: Uint8Array,
  tagLength: number,
): { readonly value: string | undefined; readonly height: number } {
  const bytes = Buffer.from(key.buffer, key.byteOffset, key.byteLength);
  const length = bytes.readUInt16BE(tagLength);
  const end = bytes.length - HEIGHT_BYTES;
  return {
    value: length === HASHED ? undefined : bytes.toString("utf8", tagLength + 2, end),
    height: bytes.readUIntBE(end, HEIGHT_BYTES),
  };
}

/** Height at the end of a key. */
export function readHeight(key: Uint8Array): number {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).readUIntBE(
    key.length - HEIGHT_BYTES,
    HEIGHT_BYTES,
  );
}

/** The first key after all that start with this one. */
export function afterPrefix(prefix: Uint8Array): Uint8Array {
  const end = Uint8Array.from(prefix);
  let last = end.length - 1;
  while (end[last] === 255) last--;
  end[last]!++;
  return end.subarray(0, last + 1);
}

export function encodePlace(height: number, index: number): Uint8Array {
  const bytes = Buffer.alloc(HEIGHT_BYTES + INDEX_BYTES);
  writeHeight(bytes, 0, height);
  bytes.writeUInt32BE(index, HEIGHT_BYTES);
  return bytes;
}

export function decodePlace(value: Uint8Array): { readonly height: number; readonly index: number } {
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return { height: bytes.readUIntBE(0, HEIGHT_BYTES), index: bytes.readUInt32BE(HEIGHT_BYTES) };
}

export function encodeCount(count: number): Uint8Array {
  const bytes = Buffer.alloc(HEIGHT_BYTES);
  bytes.writeUIntBE(count, 0, HEIGHT_BYTES);
  return bytes;
}

export function decodeCount(value: Uint8Array): number {
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).readUIntBE(0, HEIGHT_BYTES);
}

export interface IndexHead {
  readonly height: number;
  readonly blockHash: Uint8Array;
}

export function encodeHead({ height, blockHash }: IndexHead): Uint8Array {
  const bytes = Buffer.alloc(1 + HEIGHT_BYTES + blockHash.length);
  bytes[0] = LAYOUT_VERSION;
  writeHeight(bytes, 1, height);
  bytes.set(blockHash, 1 + HEIGHT_BYTES);
  return bytes;
}

/** Undefined for another layout. */
export function decodeHead(value: Uint8Array): IndexHead | undefined {
  if (value[0] !== LAYOUT_VERSION || value.length < 1 + HEIGHT_BYTES) return undefined;
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return { height: bytes.readUIntBE(1, HEIGHT_BYTES), blockHash: value.slice(1 + HEIGHT_BYTES) };
}
