/** What one committed block adds to the index, as one batch. */
import type { EncodedEvent } from "@assay/kernel/event";
import type { CommittedBlock } from "../abci/ledger.ts";
import type { BatchOp } from "../store/backend.ts";
import {
  BLOCK_EVENT,
  countKey,
  encodeCount,
  encodeHead,
  encodePlace,
  HEAD_KEY,
  hashKey,
  type PostingKind,
  postingKey,
  recordKey,
  TX_EVENTS,
  tagPrefix,
  valuePrefix,
} from "./keys.ts";
import { BLOCK_EVENTS, encodePostings, type Postings } from "./postings.ts";
import { MAX_QUERY_LENGTH } from "./query.ts";
import { encodeTxRecord } from "./tx-record.ts";

class PostingTable {
  readonly #tags = new Map<string, Map<string, Postings>>();

  add(tx: number, events: readonly EncodedEvent[]): void {
    events.forEach((event, sequence) => {
      if (event.type === "") return;
      this.#put(event.type, "", tx, sequence);
      for (const { key, value } of event.attributes) {
        if (key !== "") this.#put(`${event.type}.${key}`, value, tx, sequence);
      }
    });
  }

  #put(tag: string, value: string, tx: number, sequence: number): void {
    if (tag.length > MAX_QUERY_LENGTH) return; // no query could name it
    let values = this.#tags.get(tag);
    if (values === undefined) {
      values = new Map();
      this.#tags.set(tag, values);
    }
    let postings = values.get(value);
    if (postings === undefined) {
      postings = new Map();
      values.set(value, postings);
    }
    const sequences = postings.get(tx);
    if (sequences === undefined) postings.set(tx, [sequence]);
    else if (sequences.at(-1) !== sequence) sequences.push(sequence);
  }

  write(ops: BatchOp[], kind: PostingKind, height: number): void {
    for (const [tag, values] of this.#tags) {
      const prefix = tagPrefix(kind, tag);
      for (const [value, postings] of values) {
        ops.push({
          type: "put",
          key: postingKey(valuePrefix(prefix, value), height),
          value: encodePostings(postings),
        });
      }
    }
  }
}

/**
 * @param countBefore transactions in all lower heights.
 * @param keepsPlace whether a hash has a place already that this transaction must not take: the first success wins.
 */
export function blockEntries(
  block: CommittedBlock,
  countBefore: number,
  keepsPlace: (index: number) => boolean,
): BatchOp[] {
  const { height, txs, txHashes, outcome } = block;
  const ops: BatchOp[] = [];
  const transactions = new PostingTable();
  txs.forEach((tx, index) => {
    const result = outcome.txResults[index]!;
    ops.push({
      type: "put",
      key: recordKey(height, index),
      value: encodeTxRecord(height, index, tx, result),
    });
    if (!keepsPlace(index)) {
      ops.push({ type: "put", key: hashKey(txHashes[index]!), value: encodePlace(height, index) });
    }
    transactions.add(index, result.events);
  });
  transactions.write(ops, TX_EVENTS, height);
  const events = new PostingTable();
  events.add(BLOCK_EVENTS, outcome.events);
  events.write(ops, BLOCK_EVENT, height);
  ops.push({ type: "put", key: countKey(height), value: encodeCount(countBefore + txs.length) });
  ops.push({
    type: "put",
    key: HEAD_KEY,
    value: encodeHead({ height, blockHash: block.blockId.hash }),
  });
  return ops;
}
