import { positiveCoin } from "@assay/kernel/coin";
import type { WriteCtx } from "@assay/kernel/context";
import { toHex } from "@assay/primitives/bytes";
import { EventUnstaked } from "@assay/proto/gen/assay/data/v1/event";
import type { MsgUnstake, MsgUnstakeResponse } from "@assay/proto/gen/assay/data/v1/tx";
import {
  type Claim,
  ClaimKind,
  ClaimStatus,
  type Dataset,
  DatasetStatus,
  DatasetStatusEnum,
} from "@assay/proto/gen/assay/data/v1/types";
import { errors } from "../errors.ts";
import { addTotals, takePosition } from "../ledger.ts";
import { claimOf, withClaim } from "../math.ts";
import { unbondingsOf } from "../owed.ts";
import { getParams } from "../params.ts";
import { state } from "../state.ts";
import { claimName } from "../terms.ts";

/** So that paying all of an account's entries is bounded work. */
export const MAX_UNBONDINGS_PER_CLAIM = 16;

const { CLAIM_STATUS_OPEN, CLAIM_STATUS_FINAL } = ClaimStatus;

/** Whether stake is bound in a claim: what is free is withdrawn, what is lost or retired cannot leave again. */
function isBound({ status }: Dataset, claim: Claim): boolean {
  const { DATASET_STATUS_ACTIVE, DATASET_STATUS_FINAL, DATASET_STATUS_DELISTED } = DatasetStatus;
  if (status === DATASET_STATUS_ACTIVE || status === DATASET_STATUS_DELISTED) {
    return claim.status === CLAIM_STATUS_OPEN;
  }
  const isLasting = claim.kind === ClaimKind.CLAIM_KIND_AVAILABLE && claim.status === CLAIM_STATUS_FINAL;
  return status === DATASET_STATUS_FINAL && isLasting;
}

/** Backers leave at any time, a pause or an open case notwithstanding: what leaves stays slashable. */
export function unstake(ctx: WriteCtx, message: MsgUnstake): MsgUnstakeResponse {
  const params = getParams(ctx);
  const { height } = ctx.block;
  const { staker, datasetId, claim: kind } = message;
  const account = ctx.address(staker);
  const amount = positiveCoin(message.amount, params.stakeDenom);
  const dataset = state.datasets.get(ctx, datasetId);
  if (dataset === undefined) throw errors.datasetNotFound(toHex(datasetId));
  const claim = claimOf(dataset, kind);
  if (claim === undefined) throw errors.claimNotMade(claimName(kind));
  const position = state.positions.get(ctx, [datasetId, kind, account]);
  if (position === undefined) throw errors.noPosition(staker);
  if (!isBound(dataset, claim)) {
    throw errors.claimNotOpen(
      `${claimName(kind)} of a dataset that is ${DatasetStatusEnum.names[dataset.status]}`,
    );
  }
  if (position.isOwner) throw errors.ownerStakeLocked();
  if (amount > position.amount) throw errors.amountOverStake(`${amount}, staked are ${position.amount}`);
  const entries = unbondingsOf(ctx, account, datasetId).filter((entry) => entry.claim === kind);
  if (entries.length >= MAX_UNBONDINGS_PER_CLAIM) {
    throw errors.tooManyUnbondings(`at most ${MAX_UNBONDINGS_PER_CLAIM}`);
  }

  const left = takePosition(ctx, datasetId, kind, account, amount);
  const unbondingId = state.nextUnbondingId.next(ctx);
  const completionHeight = height + params.unbondingBlocks;
  state.unbondings.set(ctx, [account, datasetId, unbondingId], {
    id: unbondingId,
    datasetId,
    claim: kind,
    account: staker,
    amount,
    startHeight: height,
    completionHeight,
    isOwner: false,
    unbondedBefore: claim.backersUnbonded,
  });
  state.datasets.set(
    ctx,
    datasetId,
    withClaim(dataset, kind, (c) => ({
      ...c,
      backersStake: c.backersStake - amount,
      backerCount: c.backerCount - (left ? 1 : 0),
      backersUnbonded: c.backersUnbonded + amount,
    })),
  );
  if (claim.status === CLAIM_STATUS_OPEN) addTotals(ctx, { atRisk: -amount });
  ctx.emit(EventUnstaked, { datasetId, claim: kind, account: staker, amount, unbondingId, completionHeight });
  return { unbondingId, completionHeight };
}
