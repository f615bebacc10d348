/** `tendermint.abci.TxResult` from an outcome whose events are bytes already: they are copied, not encoded again. */
import { ExecTxResult, TxResult } from "@assay/proto/gen/tendermint/abci/types";
import type { TxOutcome } from "../abci/application.ts";

const EVENTS_TAG = (7 << 3) | 2;
const CODESPACE_TAG = (8 << 3) | 2;
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

function field(parts: Uint8Array[], tag: number, value: Uint8Array): void {
  parts.push(Uint8Array.of(tag), lengthBytes(value.length), value);
}

/** Canonical bytes of an outcome as `tendermint.abci.ExecTxResult`. */
export function encodeOutcome(outcome: TxOutcome): Uint8Array {
  const parts = [ExecTxResult.toBytes({ ...outcome, events: [], codespace: "" })];
  for (const event of outcome.events) field(parts, EVENTS_TAG, event.bytes);
  if (outcome.codespace !== "") field(parts, CODESPACE_TAG, Buffer.from(outcome.codespace, "utf8"));
  return Buffer.concat(parts);
}

export function encodeTxRecord(
  height: number,
  index: number,
  tx: Uint8Array,
  outcome: TxOutcome,
): Uint8Array {
  const parts = [TxResult.toBytes({ height: BigInt(height), index, tx, result: undefined })];
  field(parts, RESULT_TAG, encodeOutcome(outcome));
  return Buffer.concat(parts);
}
