/** What a dataset owes an account, by one rule for the message and the query. */
import { present } from "@assay/kernel/assert";
import type { ReadCtx } from "@assay/kernel/context";
import type { Dataset, Position, Unbonding } from "@assay/proto/gen/assay/data/v1/types";
import { claimOf, isPositionFree, isUnbondingFree } from "./math.ts";
import { accountDatasetKey, state } from "./state.ts";

export interface Owed {
  readonly positions: readonly Position[];
  readonly unbondings: readonly Unbonding[];
  /** Base units of rewards and returned bonds. */
  readonly payable: bigint;
  /** Base units of all together. */
  readonly amount: bigint;
}

/** An account's unbonding stakes in a dataset; bounded, since unstaking is. */
export function unbondingsOf(ctx: ReadCtx, account: Uint8Array, datasetId: Uint8Array): Unbonding[] {
  const prefix = accountDatasetKey.encode([account, datasetId], false);
  return [...state.unbondings.iterate(ctx, { prefix })].map(([, unbonding]) => unbonding);
}

export function owed(ctx: ReadCtx, account: Uint8Array, dataset: Dataset): Owed {
  const { height } = ctx.block;
  const positions: Position[] = [];
  for (const claim of dataset.claims) {
    if (!isPositionFree(dataset, claim, height)) continue;
    const position = state.positions.get(ctx, [dataset.id, claim.kind, account]);
    if (position !== undefined) positions.push(position);
  }
  const unbondings = unbondingsOf(ctx, account, dataset.id).filter((unbonding) =>
    isUnbondingFree(dataset, present(claimOf(dataset, unbonding.claim), "a claim"), unbonding, height),
  );
  const payable = state.payables.getOr(ctx, [account, dataset.id], 0n);
  let amount = payable;
  for (const entry of [...positions, ...unbondings]) amount += entry.amount;
  return { positions, unbondings, payable, amount };
}
