/** A block as one buffer, to be handed to another thread without a copy. */
import { ExecTxResult, TxResult } from "@assay/proto/gen/tendermint/abci/types";
import type { IndexBlock, IndexTx } from "./index-block.ts";

const HASH_BYTES = 32;
const HEAD_BYTES = 8 + HASH_BYTES + 4 + 4;
const TX_HEAD_BYTES = HASH_BYTES + 1 + 4;

/** The buffer is the result's own, so that it can be transferred. */
export function packBlock({ height, blockHash, txs, eventsRecord }: IndexBlock): Uint8Array<ArrayBuffer> {
  let size = HEAD_BYTES + eventsRecord.length;
  for (const { record } of txs) size += TX_HEAD_BYTES + record.length;
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setFloat64(0, height);
  bytes.set(blockHash, 8);
  view.setUint32(8 + HASH_BYTES, eventsRecord.length);
  view.setUint32(12 + HASH_BYTES, txs.length);
  bytes.set(eventsRecord, HEAD_BYTES);
  let at = HEAD_BYTES + eventsRecord.length;
  for (const { hash, succeeded, record } of txs) {
    bytes.set(hash, at);
    bytes[at + HASH_BYTES] = succeeded ? 1 : 0;
    view.setUint32(at + HASH_BYTES + 1, record.length);
    bytes.set(record, at + TX_HEAD_BYTES);
    at += TX_HEAD_BYTES + record.length;
  }
  return bytes;
}

/** Its records are views of the bytes; the events are read from them. */
export function unpackBlock(bytes: Uint8Array): IndexBlock {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const eventsEnd = HEAD_BYTES + view.getUint32(8 + HASH_BYTES);
  const eventsRecord = bytes.subarray(HEAD_BYTES, eventsEnd);
  const txs: IndexTx[] = [];
  let at = eventsEnd;
  for (let left = view.getUint32(12 + HASH_BYTES); left > 0; left--) {
    const recordAt = at + TX_HEAD_BYTES;
    const end = recordAt + view.getUint32(at + HASH_BYTES + 1);
    const record = bytes.subarray(recordAt, end);
    txs.push({
      hash: bytes.subarray(at, at + HASH_BYTES),
      succeeded: bytes[at + HASH_BYTES] === 1,
      record,
      events: TxResult.fromBytes(record).result?.events ?? [],
    });
    at = end;
  }
  return {
    height: view.getFloat64(0),
    blockHash: bytes.slice(8, 8 + HASH_BYTES),
    txs,
    events: ExecTxResult.fromBytes(eventsRecord).events,
    eventsRecord,
  };
}
