/**
 * A block's outcome as `ResponseFinalizeBlock` bytes and back, without touching its events: they were encoded once
 * and stay bytes, which on the wire look the same as the messages they are.
 *
 * @module
 */
import type { Attribute, EncodedEvent } from "@assay/kernel/event";
import { BytePool } from "@assay/primitives/pool";
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
  txResults: Uint8Array[];
  validatorUpdates: ValidatorUpdate[];
  consensusParamUpdates: ConsensusParams | undefined;
  appHash: Uint8Array;
}

/** The fields of a message, with some of them as bytes. */
function withRaw(names: readonly string[], fields: readonly FieldType[]): FieldType[] {
  return fields.map((field) => {
    if (!names.includes(field.name)) return field;
    const { no, name, protoName, repeated, explicit } = field;
    return { no, name, protoName, repeated, explicit, kind: "bytes" };
  });
}

const RawTxResult = new MessageType<RawTxResult>(
  ExecTxResult.typeName,
  () => ({ ...ExecTxResult.create(), events: [] }),
  withRaw(["events"], ExecTxResult.fields),
);

const RawOutcome = new MessageType<RawOutcome>(
  ResponseFinalizeBlock.typeName,
  () => ({ ...ResponseFinalizeBlock.create(), events: [], txResults: [] }),
  withRaw(["events", "txResults"], ResponseFinalizeBlock.fields),
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

/** Results lie here one behind the other: memory of its own for each would cost as much as writing it. */
const pool = new BytePool(256 * 1024);

/** Tags of `tendermint.abci.ExecTxResult`. */
const CODE = 0x08;
const DATA = 0x12;
const GAS_WANTED = 0x28;
const GAS_USED = 0x30;
const EVENT = 0x3a;
/** A tag and a varint of 53 bits. */
const MAX_HEAD_BYTES = 9;

/**
 * A result that was encoded when it came to be, once for block store, index and all who ask. It lets go of its events:
 * a block has thousands, and few are ever looked at again.
 */
class EncodedTxOutcome implements TxOutcome {
  readonly code: number;
  readonly data: Uint8Array;
  readonly log: string;
  readonly info: string;
  readonly gasWanted: bigint;
  readonly gasUsed: bigint;
  readonly codespace: string;
  /** `tendermint.abci.ExecTxResult`. */
  readonly bytes: Uint8Array;
  /** The fields on which all nodes must agree, as bytes; undefined where others lie among them. */
  readonly agreed: Uint8Array | undefined;

  constructor(fields: TxFields, bytes: Uint8Array, agreed: Uint8Array | undefined) {
    this.code = fields.code;
    this.data = fields.data;
    this.log = fields.log;
    this.info = fields.info;
    this.gasWanted = fields.gasWanted;
    this.gasUsed = fields.gasUsed;
    this.codespace = fields.codespace;
    this.bytes = bytes;
    this.agreed = agreed;
  }

  get events(): readonly EncodedEvent[] {
    return stored(RawTxResult.fromBytes(this.bytes).events);
  }
}

export type TxFields = Omit<TxOutcome, "events">;

/** The result of a transaction that emitted these events. */
export function txOutcome(fields: TxFields, events: readonly EncodedEvent[]): TxOutcome {
  const { code, data, log, info, gasWanted, gasUsed, codespace } = fields;
  const plain = log === "" && info === "" && codespace === "" && isShort(gasWanted) && isShort(gasUsed);
  if (!plain) {
    const bytes = RawTxResult.toBytes({ ...fields, events: bytesOf(events) });
    return new EncodedTxOutcome(fields, bytes, undefined);
  }
  // Most are so: by hand, for a third of what the codec takes.
  let bound = 4 * MAX_HEAD_BYTES + data.length;
  for (const event of events) bound += MAX_HEAD_BYTES + event.bytes.length;
  const { bytes, start } = pool.reserve(bound);
  let at = start;
  if (code !== 0) at = putVarint(bytes, at, CODE, code);
  if (data.length > 0) at = putBytes(bytes, at, DATA, data);
  if (gasWanted !== 0n) at = putVarint(bytes, at, GAS_WANTED, Number(gasWanted));
  if (gasUsed !== 0n) at = putVarint(bytes, at, GAS_USED, Number(gasUsed));
  const agreed = at - start;
  for (const event of events) at = putBytes(bytes, at, EVENT, event.bytes);
  const whole = pool.take(at - start);
  return new EncodedTxOutcome(fields, whole, new Uint8Array(whole.buffer, whole.byteOffset, agreed));
}

const isShort = (value: bigint): boolean => value >= 0n && value <= 0xffff_ffff_ffffn;

function putVarint(into: Uint8Array, at: number, tag: number, value: number): number {
  into[at++] = tag;
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) into[at++] = (rest % 0x80) | 0x80;
  into[at++] = rest;
  return at;
}

function putBytes(into: Uint8Array, at: number, tag: number, bytes: Uint8Array): number {
  const start = putVarint(into, at, tag, bytes.length);
  into.set(bytes, start);
  return start + bytes.length;
}

/** `tendermint.abci.ExecTxResult`; not to be changed. */
export function encodeTxOutcome(outcome: TxOutcome): Uint8Array {
  if (outcome instanceof EncodedTxOutcome) return outcome.bytes;
  return RawTxResult.toBytes({ ...outcome, events: bytesOf(outcome.events) });
}

/** `ExecTxResult` with nothing but the fields on which all nodes must agree: code, data and gas. */
export function encodeAgreed(
  outcome: Pick<TxOutcome, "code" | "data" | "gasUsed" | "gasWanted">,
): Uint8Array {
  if (outcome instanceof EncodedTxOutcome && outcome.agreed !== undefined) return outcome.agreed;
  const { code, data, gasWanted, gasUsed } = outcome;
  return ExecTxResult.toBytes({ ...ExecTxResult.create(), code, data, gasWanted, gasUsed });
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
    txResults: outcome.txResults.map(encodeTxOutcome),
    validatorUpdates: [...outcome.validatorUpdates],
    consensusParamUpdates: outcome.consensusParamUpdates,
    appHash: outcome.appHash,
  });
}

/** @throws WireError for bytes that are no `ResponseFinalizeBlock`; events are looked at when they are read. */
export function decodeOutcome(bytes: Uint8Array): BlockOutcome {
  const raw = RawOutcome.fromBytes(bytes);
  return { ...raw, events: stored(raw.events), txResults: raw.txResults.map(decodeTxOutcome) };
}
