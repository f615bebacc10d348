/**
 * A block's outcome as `ResponseFinalizeBlock` bytes and back, without touching its events: they were encoded once
 * and stay bytes, which on the wire look the same as the messages they are.
 *
 * @module
 */
import type { Attribute, EncodedEvent } from "@assay/kernel/event";
import {
  Event,
  ExecTxResult,
  ResponseFinalizeBlock,
  type ValidatorUpdate,
} from "@assay/proto/gen/tendermint/abci/types";
import type { ConsensusParams } from "@assay/proto/gen/tendermint/types/params";
import { type FieldType, MessageType } from "@assay/proto/wire/message-type";
import type { BlockOutcome, TxOutcome } from "./application.ts";

interface RawTxResult extends Omit<ExecTxResult, "events"> {
  events: Uint8Array[];
}

interface RawOutcome {
  events: Uint8Array[];
  txResults: RawTxResult[];
  validatorUpdates: ValidatorUpdate[];
  consensusParamUpdates: ConsensusParams | undefined;
  appHash: Uint8Array;
}

/** The fields of a message, with its events as bytes. */
function withRawEvents(fields: readonly FieldType[]): FieldType[] {
  return fields.map((field) => {
    if (field.name !== "events") return field;
    const { no, name, protoName, repeated, explicit } = field;
    return { no, name, protoName, repeated, explicit, kind: "bytes" };
  });
}

const RawTxResult = new MessageType<RawTxResult>(
  ExecTxResult.typeName,
  () => ({ ...ExecTxResult.create(), events: [] }),
  withRawEvents(ExecTxResult.fields),
);

const RawOutcome = new MessageType<RawOutcome>(
  ResponseFinalizeBlock.typeName,
  () => ({ ...ResponseFinalizeBlock.create(), events: [], txResults: [] }),
  withRawEvents(ResponseFinalizeBlock.fields).map((field) =>
    field.name === "txResults"
      ? { ...field, message: () => RawTxResult as unknown as MessageType<object> }
      : field,
  ),
);

/** An event that is read only when somebody asks for more than its bytes. */
class StoredEvent implements EncodedEvent {
  readonly bytes: Uint8Array;
  #event: Event | undefined;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get type(): string {
    return this.#read().type;
  }

  get attributes(): readonly Attribute[] {
    return this.#read().attributes;
  }

  #read(): Event {
    this.#event ??= Event.fromBytes(this.bytes);
    return this.#event;
  }
}

const bytesOf = (events: readonly EncodedEvent[]): Uint8Array[] => events.map((event) => event.bytes);
const stored = (events: readonly Uint8Array[]): EncodedEvent[] =>
  events.map((bytes) => new StoredEvent(bytes));

/** `tendermint.abci.ExecTxResult`. */
export function encodeTxOutcome(outcome: TxOutcome): Uint8Array {
  return RawTxResult.toBytes({ ...outcome, events: bytesOf(outcome.events) });
}

/** @throws WireError for bytes that are no `ExecTxResult`; events are looked at when they are read. */
export function decodeTxOutcome(bytes: Uint8Array): TxOutcome {
  const result = RawTxResult.fromBytes(bytes);
  return { ...result, events: stored(result.events) };
}

/** `tendermint.abci.ResponseFinalizeBlock`. */
export function encodeOutcome(outcome: BlockOutcome): Uint8Array {
  return RawOutcome.toBytes({
    events: bytesOf(outcome.events),
    txResults: outcome.txResults.map((result) => ({ ...result, events: bytesOf(result.events) })),
    validatorUpdates: [...outcome.validatorUpdates],
    consensusParamUpdates: outcome.consensusParamUpdates,
    appHash: outcome.appHash,
  });
}

/** @throws WireError for bytes that are no `ResponseFinalizeBlock`; events are looked at when they are read. */
export function decodeOutcome(bytes: Uint8Array): BlockOutcome {
  const raw = RawOutcome.fromBytes(bytes);
  return {
    ...raw,
    events: stored(raw.events),
    txResults: raw.txResults.map((result) => ({ ...result, events: stored(result.events) })),
  };
}
