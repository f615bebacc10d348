/**
 * What a committed block says to subscribers: one block event of each kind, one event a transaction. The data of an
 * event becomes text once, however many listen.
 *
 * @module
 */
import { createHash } from "node:crypto";
import type { EncodedEvent } from "@assay/kernel/event";
import type { CommittedBlock, StoredBlock } from "../abci/ledger.ts";
import type { EventMap } from "../index/query.ts";
import {
  eventsJson,
  finalizeBlockJson,
  orNull,
  sparseTxResultJson,
  updatedValidatorJson,
} from "./abci-json.ts";
import { blockIdJson, blockJson, headerJson } from "./block-json.ts";
import { base64, upperHex } from "./encoding.ts";

export type EventKind = "NewBlock" | "NewBlockHeader" | "NewBlockEvents" | "Tx" | "ValidatorSetUpdates";

/** An event whose parts are made when somebody wants them. */
export class ChainEvent {
  readonly kind: EventKind;
  /** Upper hex, of a transaction: most subscriptions to one can be told apart by it alone. */
  readonly txHash: string | undefined;
  readonly #value: () => unknown;
  readonly #events: () => Map<string, string[]>;
  #map: Map<string, string[]> | undefined;
  #text: string | undefined;
  #bytes: Buffer | undefined;

  constructor(kind: EventKind, value: () => unknown, events: () => Map<string, string[]>, txHash?: string) {
    this.kind = kind;
    this.txHash = txHash;
    this.#value = value;
    this.#events = events;
  }

  get events(): EventMap {
    if (this.#map === undefined) {
      this.#map = this.#events();
      this.#map.set("tm.event", [this.kind]);
    }
    return this.#map;
  }

  /** `"data":…,"events":…` of the answer. */
  text(): string {
    if (this.#text === undefined) {
      const data = JSON.stringify({ type: `tendermint/event/${this.kind}`, value: this.#value() });
      this.#text = `"data":${data},"events":${JSON.stringify(Object.fromEntries(this.events))}`;
    }
    return this.#text;
  }

  /** The same as bytes: one copy for all who are told. */
  bytes(): Buffer {
    this.#bytes ??= Buffer.from(this.text(), "utf8");
    return this.#bytes;
  }
}

function eventMap(events: readonly EncodedEvent[]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const { type, attributes } of events) {
    if (type === "") continue;
    for (const { key, value } of attributes) {
      if (key === "") continue;
      const tag = `${type}.${key}`;
      const values = map.get(tag);
      if (values === undefined) map.set(tag, [value]);
      else values.push(value);
    }
  }
  return map;
}

export function newBlock(block: CommittedBlock, stored: StoredBlock): ChainEvent {
  return new ChainEvent(
    "NewBlock",
    () => ({
      block: blockJson(stored.block),
      block_id: blockIdJson(block.blockId),
      result_finalize_block: finalizeBlockJson(block.outcome),
    }),
    () => eventMap(block.outcome.events),
  );
}

export function newBlockHeader(block: CommittedBlock): ChainEvent {
  return new ChainEvent(
    "NewBlockHeader",
    () => ({ header: headerJson(block.header) }),
    () => new Map(),
  );
}

export function newBlockEvents(block: CommittedBlock): ChainEvent {
  return new ChainEvent(
    "NewBlockEvents",
    () => ({
      height: String(block.height),
      events: orNull(eventsJson(block.outcome.events)),
      num_txs: String(block.txs.length),
    }),
    () => eventMap(block.outcome.events),
  );
}

export function txEvent(block: CommittedBlock, index: number): ChainEvent {
  const outcome = block.outcome.txResults[index]!;
  const hash = upperHex(block.txHashes[index]!);
  return new ChainEvent(
    "Tx",
    () => ({
      TxResult: {
        height: String(block.height),
        ...(index === 0 ? {} : { index }),
        tx: base64(block.txs[index]!),
        result: sparseTxResultJson(outcome),
      },
    }),
    () =>
      eventMap(outcome.events)
        .set("tx.hash", [hash])
        .set("tx.height", [String(block.height)]),
    hash,
  );
}

export function validatorSetUpdates(block: CommittedBlock): ChainEvent {
  return new ChainEvent(
    "ValidatorSetUpdates",
    () => ({
      validator_updates: block.outcome.validatorUpdates.map((update) => {
        const key = update.pubKey?.ed25519 ?? new Uint8Array(0);
        const address = createHash("sha256").update(key).digest().subarray(0, 20);
        return updatedValidatorJson(update, upperHex(address));
      }),
    }),
    () => new Map(),
  );
}
