/** `tendermint.abci.TxResult` from an outcome whose events are bytes already: they are copied, not encoded again. */
import { TxResult } from "@assay/proto/gen/tendermint/abci/types";
import type { TxOutcome } from "../abci/application.ts";
import { encodeTxOutcome } from "../abci/outcome.ts";

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

export function encodeTxRecord(
  height: number,
  index: number,
  tx: Uint8Array,
  outcome: TxOutcome,
): Uint8Array {
  const head = TxResult.toBytes({ height: BigInt(height), index, tx, result: undefined });
  const result = encodeTxOutcome(outcome);
  return Buffer.concat([head, Uint8Array.of(RESULT_TAG), lengthBytes(result.length), result]);
}
