/** Records of several transactions under one key: a full block would else cost a key a transaction. */

/** Records in a chunk. */
export const CHUNK_RECORDS = 16;

export function encodeChunk(records: readonly Uint8Array[]): Uint8Array {
  const head = Buffer.allocUnsafe(1 + 4 * records.length);
  head[0] = records.length;
  let end = 0;
  records.forEach((record, i) => {
    end += record.length;
    head.writeUInt32BE(end, 1 + 4 * i);
  });
  return Buffer.concat([head, ...records]);
}

/** All records of a chunk, as views. */
export function decodeChunk(chunk: Uint8Array): Uint8Array[] {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const count = chunk[0] ?? 0;
  const start = 1 + 4 * count;
  const records: Uint8Array[] = [];
  for (let i = 0, from = start; i < count; i++) {
    const to = start + view.getUint32(1 + 4 * i);
    records.push(chunk.subarray(from, to));
    from = to;
  }
  return records;
}
