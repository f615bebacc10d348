/**
 * A block as the index takes it: one buffer, to be handed to another thread without a copy.
 *
 *     f64 height | 32 block hash | u32 length of the block's own events | u32 transactions | the block's own events
 *     and for each transaction: 32 hash | u8 1 = it worked | u32 length of its record | u32 of it its result | record
 *
 * @module
 */
import type { CommittedBlock } from "../abci/ledger.ts";
import { encodeTxOutcome } from "../abci/outcome.ts";

export interface IndexTx {
  /** sha256 of the transaction. */
  readonly hash: Uint8Array;
  readonly succeeded: boolean;
  /** `tendermint.abci.TxResult`. */
  readonly record: Uint8Array;
  /** Its end: `tendermint.abci.ExecTxResult`. */
  readonly result: Uint8Array;
}

export interface IndexBlock {
  readonly height: number;
  readonly blockHash: Uint8Array;
  readonly txs: readonly IndexTx[];
  /** `tendermint.abci.ExecTxResult` with the block's own events and nothing else. */
  readonly eventsRecord: Uint8Array;
}

const HASH_BYTES = 32;
const HEAD_BYTES = 8 + HASH_BYTES + 4 + 4;
const TX_HEAD_BYTES = HASH_BYTES + 1 + 4 + 4;
/** Tags and varints of a `TxResult`. */
const RECORD_HEAD_BYTES = 2 * (1 + 8) + 2 * (1 + 5);

const NO_OUTCOME = {
  code: 0,
  data: new Uint8Array(0),
  log: "",
  info: "",
  gasWanted: 0n,
  gasUsed: 0n,
  codespace: "",
};

// Tags of `tendermint.abci.TxResult`.
const HEIGHT = 0x08;
const INDEX = 0x10;
const TX = 0x1a;
const RESULT = 0x22;

function putNumber(into: Uint8Array, at: number, tag: number, value: number): number {
  into[at++] = tag;
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) into[at++] = (rest % 0x80) | 0x80;
  into[at++] = rest;
  return at;
}

function putBytes(into: Uint8Array, at: number, tag: number, bytes: Uint8Array): number {
  const start = putNumber(into, at, tag, bytes.length);
  into.set(bytes, start);
  return start + bytes.length;
}

/** The buffer is the result's own, so that it can be transferred; records are written where they will lie. */
export function packBlock({
  height,
  blockId,
  txs,
  txHashes,
  outcome,
}: CommittedBlock): Uint8Array<ArrayBuffer> {
  const results = outcome.txResults.map(encodeTxOutcome);
  const eventsRecord = encodeTxOutcome({ ...NO_OUTCOME, events: outcome.events });
  let bound = HEAD_BYTES + eventsRecord.length;
  for (let i = 0; i < txs.length; i++) {
    bound += TX_HEAD_BYTES + RECORD_HEAD_BYTES + txs[i]!.length + results[i]!.length;
  }
  const bytes = new Uint8Array(bound);
  const view = new DataView(bytes.buffer);
  view.setFloat64(0, height);
  bytes.set(blockId.hash, 8);
  view.setUint32(8 + HASH_BYTES, eventsRecord.length);
  view.setUint32(12 + HASH_BYTES, txs.length);
  bytes.set(eventsRecord, HEAD_BYTES);
  let at = HEAD_BYTES + eventsRecord.length;
  for (let index = 0; index < txs.length; index++) {
    const result = results[index]!;
    const start = at + TX_HEAD_BYTES;
    let end = putNumber(bytes, start, HEIGHT, height);
    // The first one's number is the default, which is not written; nor is nothing a transaction.
    if (index > 0) end = putNumber(bytes, end, INDEX, index);
    if (txs[index]!.length > 0) end = putBytes(bytes, end, TX, txs[index]!);
    end = putBytes(bytes, end, RESULT, result);
    bytes.set(txHashes[index]!, at);
    bytes[at + HASH_BYTES] = outcome.txResults[index]!.code === 0 ? 1 : 0;
    view.setUint32(at + HASH_BYTES + 1, end - start);
    view.setUint32(at + HASH_BYTES + 5, result.length);
    at = end;
  }
  return bytes.subarray(0, at);
}

/** Its parts are views of the bytes. */
export function unpackBlock(bytes: Uint8Array): IndexBlock {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const eventsEnd = HEAD_BYTES + view.getUint32(8 + HASH_BYTES);
  const txs: IndexTx[] = [];
  let at = eventsEnd;
  for (let left = view.getUint32(12 + HASH_BYTES); left > 0; left--) {
    const recordAt = at + TX_HEAD_BYTES;
    const end = recordAt + view.getUint32(at + HASH_BYTES + 1);
    txs.push({
      hash: bytes.subarray(at, at + HASH_BYTES),
      succeeded: bytes[at + HASH_BYTES] === 1,
      record: bytes.subarray(recordAt, end),
      result: bytes.subarray(end - view.getUint32(at + HASH_BYTES + 5), end),
    });
    at = end;
  }
  return {
    height: view.getFloat64(0),
    blockHash: bytes.slice(8, 8 + HASH_BYTES),
    txs,
    eventsRecord: bytes.subarray(HEAD_BYTES, eventsEnd),
  };
}
