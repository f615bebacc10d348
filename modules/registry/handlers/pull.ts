import { coin } from "@assay/kernel/coin";
import type { WriteCtx } from "@assay/kernel/context";
import { EventPaid } from "@assay/proto/gen/assay/registry/v1/event";
import type { MsgPull, MsgPullResponse } from "@assay/proto/gen/assay/registry/v1/tx";
import { errors } from "../errors.ts";
import { pull } from "../income.ts";
import { REGISTRY_ACCOUNT, type RegistryDeps, versionOf } from "../ledger.ts";
import { state } from "../state.ts";

/**
 * Anybody may pull any edge: its coins go where they belong, whoever asks, and an owner who never pulls cannot keep what
 * lies above from those below. A pause does not stop it.
 */
export function pullEdges(deps: RegistryDeps, ctx: WriteCtx, { account, edges }: MsgPull): MsgPullResponse {
  const denom = ctx.chain.feeDenom;
  let moved = 0n;
  for (const { versionId, parentId } of edges) moved += pull(deps, ctx, versionOf(ctx, versionId), parentId);
  const payee = ctx.address(account);
  const amount = state.owed.getOr(ctx, payee, 0n);
  if (moved === 0n && amount === 0n) throw errors.nothingToPull();

  if (amount > 0n) {
    state.owed.delete(ctx, payee);
    deps.bank.send(ctx, REGISTRY_ACCOUNT, payee, denom, amount);
    ctx.emit(EventPaid, { account, amount });
  }
  return { amount: coin(denom, amount) };
}
