/**
 * Executes a block: begin hooks, transactions in their order, end hooks. Persists nothing, and may be called again.
 *
 * @module
 */
import { ExecutionContext } from "@assay/kernel/context";
import { CodedError } from "@assay/kernel/errors";
import type { EncodedEvent } from "@assay/kernel/event";
import type { Module } from "@assay/kernel/module";
import type { TxOutcome } from "../abci/application.ts";
import type { Overlay } from "../store/overlay.ts";
import { state as chainState } from "./chain-info.ts";
import { type BlockScope, deliverTx, refused } from "./deliver.ts";
import type { AppModules } from "./modules.ts";
import { learnAllSignatures } from "./signature/learn.ts";
import { Turns } from "./turns.ts";
import type { TxDecoder } from "./tx.ts";

export interface Executed {
  readonly events: readonly EncodedEvent[];
  readonly txResults: readonly TxOutcome[];
}

export async function executeBlock(
  modules: AppModules,
  decoder: TxDecoder,
  scope: BlockScope,
  overlay: Overlay,
  txs: readonly Uint8Array[],
): Promise<Executed> {
  const decoded = await learnAllSignatures(decoder, scope, overlay, txs);
  const turns = new Turns();
  const events = [...runHooks(scope, overlay, modules.beginBlock, "beginBlock")];
  const txResults: TxOutcome[] = [];
  for (const [index, tx] of decoded.entries()) {
    txResults.push(
      tx instanceof CodedError ? refused(tx, 0n, 0) : deliverTx(scope, overlay, tx, "deliver", index),
    );
    const turn = turns.pass();
    if (turn !== undefined) await turn;
  }
  events.push(...runHooks(scope, overlay, modules.endBlock, "endBlock"));
  chainState.block.set(new ExecutionContext(scope.chain, scope.block, overlay), scope.block);
  return { events, txResults };
}

/** A hook has no user, so a coded error in it is our fault as much as a failed assertion: both halt the node. */
function* runHooks(
  scope: BlockScope,
  overlay: Overlay,
  modules: readonly Module[],
  hook: "beginBlock" | "endBlock",
): Iterable<EncodedEvent> {
  for (const module of modules) {
    const ctx = new ExecutionContext(scope.chain, scope.block, overlay);
    module[hook]?.(ctx);
    yield* ctx.events;
  }
}
