/**
 * Keys of the index. Its layout is versioned: another version is thrown away and built anew.
 *
 * | key | value |
 * |---|---|
 * | `00` | layout version, last height, hash of that block, secret of the marks |
 * | `01` hash | height, index: a transaction's place |
 * | `02` height chunk | `tendermint.abci.TxResult` of 16 transactions |
 * | `03` height | transactions up to and with that height |
 * | `04` bucket height | marks with the postings of transactions |
 * | `05` bucket height | marks with the postings of block events |
 * | `06` height | the block's own events, in a `tendermint.abci.ExecTxResult` |
 *
 * @module
 */

export const LAYOUT_VERSION = 2;

/** Six bytes, big-endian: enough for 280 million million blocks. */
const HEIGHT_BYTES = 6;
const INDEX_BYTES = 4;
const BUCKET_BYTES = 2;
/** Above every height. */
export const HEIGHT_END: number = 2 ** 48 - 1;

export const HEAD_KEY: Uint8Array = Uint8Array.of(0);

export type PostingKind = 4 | 5;
export const TX_EVENTS: PostingKind = 4;
export const BLOCK_EVENTS: PostingKind = 5;

function heightKey(kind: number, height: number): Buffer {
  const key = Buffer.allocUnsafe(1 + HEIGHT_BYTES);
  key[0] = kind;
  key.writeUIntBE(height, 1, HEIGHT_BYTES);
  return key;
}

export function hashKey(hash: Uint8Array): Uint8Array {
  const key = new Uint8Array(1 + hash.length);
  key[0] = 1;
  key.set(hash, 1);
  return key;
}

export function chunkKey(height: number, chunk: number): Uint8Array {
  const key = Buffer.allocUnsafe(1 + HEIGHT_BYTES + INDEX_BYTES);
  key[0] = 2;
  key.writeUIntBE(height, 1, HEIGHT_BYTES);
  key.writeUInt32BE(chunk, 1 + HEIGHT_BYTES);
  return key;
}

/** Height and chunk of a key made by `chunkKey`. */
export function readChunkKey(key: Uint8Array): { readonly height: number; readonly chunk: number } {
  const bytes = Buffer.from(key.buffer, key.byteOffset, key.byteLength);
  return { height: bytes.readUIntBE(1, HEIGHT_BYTES), chunk: bytes.readUInt32BE(1 + HEIGHT_BYTES) };
}

export function countKey(height: number): Uint8Array {
  return heightKey(3, height);
}

export function bucketKey(kind: PostingKind, bucket: number, height: number): Uint8Array {
  const key = Buffer.allocUnsafe(1 + BUCKET_BYTES + HEIGHT_BYTES);
  key[0] = kind;
  key.writeUInt16BE(bucket, 1);
  key.writeUIntBE(height, 1 + BUCKET_BYTES, HEIGHT_BYTES);
  return key;
}

export function blockEventsKey(height: number): Uint8Array {
  return heightKey(6, height);
}

/** Height at the end of a key. */
export function readHeight(key: Uint8Array): number {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).readUIntBE(
    key.length - HEIGHT_BYTES,
    HEIGHT_BYTES,
  );
}

export interface Place {
  readonly height: number;
  readonly index: number;
}

export function encodePlace({ height, index }: Place): Uint8Array {
  const bytes = Buffer.allocUnsafe(HEIGHT_BYTES + INDEX_BYTES);
  bytes.writeUIntBE(height, 0, HEIGHT_BYTES);
  bytes.writeUInt32BE(index, HEIGHT_BYTES);
  return bytes;
}

export function decodePlace(value: Uint8Array): Place {
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return { height: bytes.readUIntBE(0, HEIGHT_BYTES), index: bytes.readUInt32BE(HEIGHT_BYTES) };
}

export function encodeCount(count: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(HEIGHT_BYTES);
  bytes.writeUIntBE(count, 0, HEIGHT_BYTES);
  return bytes;
}

export function decodeCount(value: Uint8Array): number {
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).readUIntBE(0, HEIGHT_BYTES);
}

export interface IndexHead {
  /** 0 before the first block. */
  readonly height: number;
  /** 32 bytes; zeros before the first block. */
  readonly blockHash: Uint8Array;
  /** 8 bytes, drawn when the index was begun. */
  readonly secret: Uint8Array;
}

const HASH_BYTES = 32;
export const SECRET_BYTES = 8;

export function encodeHead({ height, blockHash, secret }: IndexHead): Uint8Array {
  const bytes = Buffer.alloc(1 + HEIGHT_BYTES + HASH_BYTES + SECRET_BYTES);
  bytes[0] = LAYOUT_VERSION;
  bytes.writeUIntBE(height, 1, HEIGHT_BYTES);
  bytes.set(blockHash, 1 + HEIGHT_BYTES);
  bytes.set(secret, 1 + HEIGHT_BYTES + HASH_BYTES);
  return bytes;
}

/** Undefined for another layout. */
export function decodeHead(value: Uint8Array): IndexHead | undefined {
  const secretAt = 1 + HEIGHT_BYTES + HASH_BYTES;
  if (value[0] !== LAYOUT_VERSION || value.length !== secretAt + SECRET_BYTES) return undefined;
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return {
    height: bytes.readUIntBE(1, HEIGHT_BYTES),
    blockHash: value.slice(1 + HEIGHT_BYTES, secretAt),
    secret: value.slice(secretAt),
  };
}
