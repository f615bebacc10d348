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
import { learnSignatures } from "./signature/learn.ts";
import type { Tx, TxDecoder } from "./tx.ts";

/** Other work (admission, queries) gets a turn after so much of a large block. */
const TURN_MS = 10;

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
  const decoded = txs.map((bytes) => decoder.tryDecode(bytes));
  await learnSignatures(
    scope,
    overlay,
    decoded.filter((tx): tx is Tx => !(tx instanceof CodedError)),
  );
  const events = [...runHooks(scope, overlay, modules.beginBlock, "beginBlock")];
  const txResults: TxOutcome[] = [];
  let turnEnds = performance.now() + TURN_MS;
  for (const [index, tx] of decoded.entries()) {
    txResults.push(
      tx instanceof CodedError ? refused(tx, 0n, 0) : deliverTx(scope, overlay, tx, "deliver", index),
    );
    if (performance.now() > turnEnds) {
      await new Promise((resolve) => setImmediate(resolve));
      turnEnds = performance.now() + TURN_MS;
    }
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
