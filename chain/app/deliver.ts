/**
 * One transaction, from its bytes to its result. The same function delivers in a block and simulates, so that a
 * simulation is the delivery.
 *
 * @module
 */
import { type BlockInfo, type ChainInfo, ExecutionContext } from "@assay/kernel/context";
import { CodedError } from "@assay/kernel/errors";
import type { EncodedEvent } from "@assay/kernel/event";
import { GasMeter, MeteredStore, unlimitedGas } from "@assay/kernel/gas";
import { TxMsgData } from "@assay/proto/gen/cosmos/base/abci/v1beta1/abci";
import type { Any } from "@assay/proto/gen/google/protobuf/any";
import type { ResponseCheckTx } from "@assay/proto/gen/tendermint/abci/types";
import type { TxOutcome } from "../abci/application.ts";
import { type TxFields, txOutcome } from "../abci/outcome.ts";
import type { Overlay } from "../store/overlay.ts";
import { type AnteServices, type Mode, runAnte } from "./ante/ante.ts";
import type { Tx, TxMessage } from "./tx.ts";

/** What holds for a whole block. */
export interface BlockScope {
  readonly chain: ChainInfo;
  readonly block: BlockInfo;
  readonly services: AnteServices;
}

const none = new Uint8Array(0);

function refusal(error: CodedError, gasWanted: bigint, gasUsed: number): TxFields {
  const { code, codespace, message: log } = error;
  return { code, codespace, log, info: "", data: none, gasWanted, gasUsed: BigInt(gasUsed) };
}

export function refused(
  error: CodedError,
  gasWanted: bigint,
  gasUsed: number,
  events: readonly EncodedEvent[] = [],
): TxOutcome {
  return txOutcome(refusal(error, gasWanted, gasUsed), events);
}

const success = (tx: Tx, gasUsed: number, data: Uint8Array): TxFields => ({
  ...{ code: 0, codespace: "", log: "", info: "", data },
  gasWanted: tx.fee.gasLimit,
  gasUsed: BigInt(gasUsed),
});

/** What CheckTx answers. Events of a check are nobody's history. */
export const refusedCheck = (error: CodedError, gasWanted = 0n, gasUsed = 0): ResponseCheckTx => ({
  ...refusal(error, gasWanted, gasUsed),
  events: [],
});

function meterOf(tx: Tx, mode: Mode): GasMeter {
  return mode === "simulate" ? unlimitedGas() : new GasMeter(Number(tx.fee.gasLimit));
}

/** @throws what `run` throws, unless it is a user's failure. */
function failureOf(run: () => void): CodedError | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof CodedError) return error;
    throw error;
  }
}

/**
 * Ante chain and stateless checks alone: what CheckTx answers. It writes what the ante chain does into `overlay`, and
 * it is for the caller to take that back where something failed.
 */
export function checkTx(
  scope: BlockScope,
  overlay: Overlay,
  tx: Tx,
  mode: "check" | "recheck",
): ResponseCheckTx {
  const gas = meterOf(tx, mode);
  const ctx = new ExecutionContext(scope.chain, scope.block, new MeteredStore(overlay, gas), {
    gas,
    silent: true,
  });
  const failure =
    failureOf(() => runAnte(ctx, tx, mode, scope.services)) ??
    failureOf(() => {
      for (const [i, message] of tx.messages.entries()) checkMessage(scope, message, i);
    });
  if (failure !== undefined) return refusedCheck(failure, tx.fee.gasLimit, gas.used);
  return { ...success(tx, gas.used, none), events: [] };
}

/** The whole delivery: the ante chain's writes go into `overlay` where it passed, the messages' where all passed. */
export function deliverTx(
  scope: BlockScope,
  overlay: Overlay,
  tx: Tx,
  mode: "deliver" | "simulate",
  txIndex: number,
): TxOutcome {
  const gas = meterOf(tx, mode);
  const gasWanted = tx.fee.gasLimit;
  const store = new MeteredStore(overlay, gas);
  const ctx = new ExecutionContext(scope.chain, scope.block, store, { gas, txIndex });
  const begin = overlay.begin();
  const refusal = failureOf(() => runAnte(ctx, tx, mode, scope.services));
  if (refusal !== undefined) {
    overlay.revert(begin);
    return refused(refusal, gasWanted, gas.used);
  }

  const checked = overlay.mark();
  const anteEvents = ctx.events.length;
  const responses: Any[] = [];
  const failure = failureOf(() => {
    for (let i = 0; i < tx.messages.length; i++) responses.push(runMessage(scope, ctx, tx.messages[i]!, i));
  });
  if (failure !== undefined) {
    overlay.revert(checked);
    return refused(failure, gasWanted, gas.used, ctx.events.slice(0, anteEvents));
  }

  const data = TxMsgData.toBytes({ data: [], msgResponses: responses });
  return txOutcome(success(tx, gas.used, data), ctx.events);
}

function runMessage(scope: BlockScope, ctx: ExecutionContext, message: TxMessage, index: number): Any {
  const { spec, module } = message.route;
  checkMessage(scope, message, index);
  ctx.msgIndex = index;
  ctx.emitPlain("message", [
    { key: "action", value: spec.type.typeUrl },
    { key: "sender", value: spec.signer(message.value) },
    { key: "module", value: module },
  ]);
  const response = located(index, () => spec.handle(ctx, message.value));
  return { typeUrl: spec.response.typeUrl, value: spec.response.toBytes(response) };
}

function checkMessage(scope: BlockScope, { route, value }: TxMessage, index: number): void {
  located(index, () => route.spec.check(value, scope.chain));
}

/** Says which message failed, in the Cosmos SDK's words. */
function located<T>(index: number, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const where = `failed to execute message; message index: ${index}`;
    throw new CodedError(error.codespace, error.code, `${where}: ${error.message}`);
  }
}
