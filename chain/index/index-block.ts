/** What the index writes for a block. */
import type { BatchOp } from "../store/backend.ts";
import { CHUNK_RECORDS, encodeChunk } from "./chunks.ts";
import {
  BLOCK_EVENTS,
  blockEventsKey,
  bucketKey,
  chunkKey,
  countKey,
  encodeCount,
  encodeHead,
  encodePlace,
  HEAD_KEY,
  hashKey,
  type IndexHead,
  TX_EVENTS,
} from "./keys.ts";
import type { Marker } from "./marks.ts";
import type { IndexBlock } from "./packed-block.ts";
import { PostingTable } from "./postings.ts";

/**
 * What a block adds, as one batch.
 * @param countBefore transactions in all lower heights.
 * @param keepsPlace whether the hash of a transaction has a place already that it must not take.
 */
export function blockEntries(
  block: IndexBlock,
  marker: Marker,
  secret: IndexHead["secret"],
  countBefore: number,
  keepsPlace: (index: number) => boolean,
): BatchOp[] {
  const { height, txs } = block;
  const ops: BatchOp[] = [];
  const put = (key: Uint8Array, value: Uint8Array): void => {
    ops.push({ type: "put", key, value });
  };
  for (let from = 0; from < txs.length; from += CHUNK_RECORDS) {
    const records = txs.slice(from, from + CHUNK_RECORDS).map(({ record }) => record);
    put(chunkKey(height, from / CHUNK_RECORDS), encodeChunk(records));
  }
  const table = new PostingTable(marker);
  txs.forEach(({ hash, result }, index) => {
    if (!keepsPlace(index)) put(hashKey(hash), encodePlace({ height, index }));
    table.add(index, result);
  });
  for (const [bucket, record] of table.records()) put(bucketKey(TX_EVENTS, bucket, height), record);
  if (block.eventsRecord.length > 0) {
    const own = new PostingTable(marker);
    own.add(0, block.eventsRecord);
    for (const [bucket, record] of own.records()) put(bucketKey(BLOCK_EVENTS, bucket, height), record);
    put(blockEventsKey(height), block.eventsRecord);
  }
  put(countKey(height), encodeCount(countBefore + txs.length));
  put(HEAD_KEY, encodeHead({ height, blockHash: block.blockHash, secret }));
  return ops;
}
