/** A block as the index takes it, and what it writes for it. */
import { TxResult } from "@assay/proto/gen/tendermint/abci/types";
import type { TxOutcome } from "../abci/application.ts";
import type { CommittedBlock } from "../abci/ledger.ts";
import { encodeTxOutcome } from "../abci/outcome.ts";
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
import { type IndexedEvent, PostingTable } from "./postings.ts";

export interface IndexTx {
  /** sha256 of the transaction. */
  readonly hash: Uint8Array;
  readonly succeeded: boolean;
  /** `tendermint.abci.TxResult`. */
  readonly record: Uint8Array;
  readonly events: readonly IndexedEvent[];
}

export interface IndexBlock {
  readonly height: number;
  readonly blockHash: Uint8Array;
  readonly txs: readonly IndexTx[];
  readonly events: readonly IndexedEvent[];
  /** `tendermint.abci.ExecTxResult` with the block's own events and nothing else. */
  readonly eventsRecord: Uint8Array;
}

const NO_OUTCOME: Omit<TxOutcome, "events"> = {
  code: 0,
  data: new Uint8Array(0),
  log: "",
  info: "",
  gasWanted: 0n,
  gasUsed: 0n,
  codespace: "",
};

const RESULT_TAG = (4 << 3) | 2;

function lengthBytes(length: number): Uint8Array {
  const bytes: number[] = [];
  let rest = length;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
  return Uint8Array.from(bytes);
}

/** The events of an outcome are bytes already: they are copied, not encoded again. */
function encodeRecord(height: number, index: number, tx: Uint8Array, outcome: TxOutcome): Uint8Array {
  const head = TxResult.toBytes({ height: BigInt(height), index, tx, result: undefined });
  const result = encodeTxOutcome(outcome);
  return Buffer.concat([head, Uint8Array.of(RESULT_TAG), lengthBytes(result.length), result]);
}

export function indexBlock({ height, blockId, txs, txHashes, outcome }: CommittedBlock): IndexBlock {
  return {
    height,
    blockHash: blockId.hash,
    txs: txs.map((tx, index) => {
      const result = outcome.txResults[index]!;
      return {
        hash: txHashes[index]!,
        succeeded: result.code === 0,
        record: encodeRecord(height, index, tx, result),
        events: result.events,
      };
    }),
    events: outcome.events,
    eventsRecord: encodeTxOutcome({ ...NO_OUTCOME, events: outcome.events }),
  };
}

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
  txs.forEach(({ hash, events }, index) => {
    if (!keepsPlace(index)) put(hashKey(hash), encodePlace({ height, index }));
    table.add(index, events);
  });
  for (const [bucket, record] of table.records()) put(bucketKey(TX_EVENTS, bucket, height), record);
  if (block.events.length > 0) {
    const own = new PostingTable(marker);
    own.add(0, block.events);
    for (const [bucket, record] of own.records()) put(bucketKey(BLOCK_EVENTS, bucket, height), record);
    put(blockEventsKey(height), block.eventsRecord);
  }
  put(countKey(height), encodeCount(countBefore + txs.length));
  put(HEAD_KEY, encodeHead({ height, blockHash: block.blockHash, secret }));
  return ops;
}
