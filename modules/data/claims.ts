/** What cases do to claims. Bounded work, whoever backs a claim: positions are settled when they are withdrawn. */
import { assert, present } from "@assay/kernel/assert";
import type { ReadCtx, WriteCtx } from "@assay/kernel/context";
import { EventClaimLost } from "@assay/proto/gen/assay/data/v1/event";
import {
  type Claim,
  ClaimKind,
  ClaimStatus,
  type Dataset,
  DatasetStatus,
} from "@assay/proto/gen/assay/data/v1/types";
import type { DataKeeper, Loss, Verdict } from "./keeper.ts";
import { addPayable, addTotals, DATA_ACCOUNT, type DataDeps, mustDataset } from "./ledger.ts";
import { challengerReward, claimOf, FULL_SLASH_BPS, slashedFrom, wasOpenAt, withClaim } from "./math.ts";
import { getParams } from "./params.ts";
import { state } from "./state.ts";

const { CLAIM_STATUS_OPEN, CLAIM_STATUS_LOST, CLAIM_STATUS_FINAL } = ClaimStatus;

function setOpenCase(ctx: WriteCtx, datasetId: Uint8Array, kind: ClaimKind, caseId: bigint): void {
  const dataset = mustDataset(ctx, datasetId);
  const claim = present(claimOf(dataset, kind), "a claim");
  const next = withClaim(dataset, kind, (c) => ({ ...c, openCase: caseId }));
  if (claim.openCase === 0n) next.openCases += 1;
  state.datasets.set(ctx, datasetId, next);
}

/** Base units of backers that began to leave a claim at a height or later: none of them can be out yet. */
function unbondingSince(ctx: ReadCtx, dataset: Dataset, claim: Claim, from: bigint): bigint {
  const { entries, spec } = state.unbondings.by.claim;
  const first = spec.key.encode([dataset.id, claim.kind, from], false);
  const prefix = first.subarray(0, first.length - 8);
  for (const [, key] of entries.iterate(ctx, { prefix, from: first })) {
    return claim.backersUnbonded - present(state.unbondings.get(ctx, key), "an unbonding").unbondedBefore;
  }
  return 0n;
}

/** A dataset that lost AVAILABLE is delisted; what is open still gets another window, for others to look at. */
function delist(ctx: WriteCtx, dataset: Dataset): Dataset {
  const { DATASET_STATUS_ACTIVE, DATASET_STATUS_FINAL, DATASET_STATUS_DELISTED } = DatasetStatus;
  const isActive = dataset.status === DATASET_STATUS_ACTIVE;
  if (!isActive && dataset.status !== DATASET_STATUS_FINAL) return dataset;
  const { windowBlocks } = present(state.terms.get(ctx, dataset.id), "terms");
  const more = isActive ? windowBlocks : 0n;
  return {
    ...dataset,
    status: DATASET_STATUS_DELISTED,
    closedHeight: ctx.block.height,
    windowEnd: dataset.windowEnd + more,
    finalHeight: dataset.finalHeight + more,
  };
}

function loseClaim({ bank, revealBlocks }: DataDeps, ctx: WriteCtx, verdict: Verdict): Loss {
  const params = getParams(ctx);
  const dataset = mustDataset(ctx, verdict.datasetId);
  const claim = present(claimOf(dataset, verdict.claim), "a claim");
  assert(claim.openCase === verdict.caseId, "a claim is lost to its open case");
  assert(claim.status !== CLAIM_STATUS_LOST, "a claim is lost once");

  const from = slashedFrom(verdict.sealHeight, params.unbondingBlocks, revealBlocks(ctx));
  const slashedOwner = claim.ownerStake;
  const slashedBackers = claim.backersStake + unbondingSince(ctx, dataset, claim, from);
  const reward = challengerReward(slashedOwner, verdict.rewardBps, verdict.maxReward);
  const burned = slashedOwner + slashedBackers - reward;

  let next = withClaim(dataset, claim.kind, (c) => ({
    ...c,
    status: CLAIM_STATUS_LOST,
    ownerStake: 0n,
    backersStake: 0n,
    slashBps: FULL_SLASH_BPS,
    lostHeight: ctx.block.height,
    lostCase: verdict.caseId,
    slashedOwner,
    slashedBackers,
    openCase: 0n,
    slashedFrom: from,
  }));
  next.openCases -= 1;
  if (claim.kind === ClaimKind.CLAIM_KIND_AVAILABLE) next = delist(ctx, next);
  state.datasets.set(ctx, dataset.id, next);
  const wasOpen = claim.status === CLAIM_STATUS_OPEN;
  addTotals(ctx, {
    openClaims: wasOpen ? -1n : 0n,
    atRisk: wasOpen ? -(slashedOwner + claim.backersStake) : 0n,
    finalClaims: claim.status === CLAIM_STATUS_FINAL ? -1n : 0n,
    lostClaims: 1n,
    burned,
  });
  addPayable(ctx, verdict.challenger, dataset.id, reward);
  bank.burn(ctx, DATA_ACCOUNT, params.stakeDenom, burned);
  ctx.emit(EventClaimLost, {
    datasetId: dataset.id,
    claim: claim.kind,
    caseId: verdict.caseId,
    owner: dataset.owner,
    challenger: ctx.addressText(verdict.challenger),
    slashedOwner,
    slashedBackers,
    reward,
    burned,
  });
  return { slashedOwner, slashedBackers, reward, burned };
}

export const createDataKeeper = (deps: DataDeps): DataKeeper => ({
  stakeDenom: (ctx) => getParams(ctx).stakeDenom,
  unbondingBlocks: (ctx) => getParams(ctx).unbondingBlocks,
  dataset: (ctx, id) => state.datasets.get(ctx, id),
  terms: (ctx, id) => state.terms.get(ctx, id),
  wasOpenAt,
  setOpenCase,
  loseClaim: (ctx, verdict) => loseClaim(deps, ctx, verdict),

  owe(ctx, from, account, datasetId, amount) {
    deps.bank.send(ctx, from, DATA_ACCOUNT, getParams(ctx).stakeDenom, amount);
    addPayable(ctx, account, datasetId, amount);
  },
});
