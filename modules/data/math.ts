/**
 * The market's rules as pure functions: what is due, what is free, what a lost claim takes.
 *
 * @module
 */
import { bps, mulDivCeil } from "@assay/primitives/fixed-point";
import {
  type Claim,
  ClaimKind,
  ClaimStatus,
  type Dataset,
  DatasetStatus,
  type Params,
  type Unbonding,
} from "@assay/proto/gen/assay/data/v1/types";

const { CLAIM_KIND_AVAILABLE } = ClaimKind;
const { CLAIM_STATUS_OPEN, CLAIM_STATUS_LOST, CLAIM_STATUS_FINAL } = ClaimStatus;
const { DATASET_STATUS_ACTIVE, DATASET_STATUS_DELISTED, DATASET_STATUS_REJECTED, DATASET_STATUS_RETIRED } =
  DatasetStatus;

/** A claim that a proof takes is slashed whole. */
export const FULL_SLASH_BPS = 10_000;

const TEN_MIB = 10n * 1024n * 1024n;

/** What publishing burns, in base units: a fixed part, and one for each begun 10 MiB of its files. */
export function publishBurn(params: Params, bytes: bigint): bigint {
  return params.publishBurn + mulDivCeil(bytes, 1n, TEN_MIB) * params.publishBurnPer10mib;
}

/** The challenger's part of the owner's slashed stake: a share, rounded down, at most a bound. */
export function challengerReward(slashedOwner: bigint, shareBps: number, atMost: bigint): bigint {
  const share = bps(slashedOwner, shareBps);
  return share < atMost ? share : atMost;
}

/**
 * A stake that began to unbond at this height or later was at risk when a challenge was sealed: a seal shows within
 * `revealBlocks`, so what was sealed that long before an unbonding ends is known when it ends.
 */
export function slashedFrom(sealHeight: bigint, unbondingBlocks: bigint, revealBlocks: bigint): bigint {
  const from = sealHeight - (unbondingBlocks - revealBlocks) + 1n;
  return from > 0n ? from : 0n;
}

/** Height whose end hook makes a dataset's claims FINAL; undefined where none is open, or a case is. */
export function dueHeight({ status, openCases, claims, finalHeight }: Dataset): bigint | undefined {
  const runs = status === DATASET_STATUS_ACTIVE || status === DATASET_STATUS_DELISTED;
  if (!runs || openCases > 0 || !claims.some((claim) => claim.status === CLAIM_STATUS_OPEN)) return undefined;
  return finalHeight;
}

/**
 * Whether a challenge of a claim that was sealed at a height counts: the claim was open to challenge then. What is FINAL
 * was so only while all that was sealed in time could still be shown.
 */
export function wasOpenAt(dataset: Dataset, claim: Claim, height: bigint): boolean {
  if (claim.status === CLAIM_STATUS_FINAL) return false;
  if (dataset.activeHeight === 0n || height <= dataset.activeHeight || height > dataset.windowEnd)
    return false;
  if (claim.status === CLAIM_STATUS_LOST && height > claim.lostHeight) return false;
  return !(dataset.status === DATASET_STATUS_RETIRED && height > dataset.closedHeight);
}

/** Whether a claim can no longer be lost, so that its stakes are free. AVAILABLE can, for as long as it is claimed. */
function isSafe(dataset: Dataset, claim: Claim): boolean {
  if (dataset.status === DATASET_STATUS_REJECTED) return true;
  return claim.status === CLAIM_STATUS_FINAL && claim.kind !== CLAIM_KIND_AVAILABLE;
}

/** Whether a position in a claim may be withdrawn. */
export function isPositionFree(dataset: Dataset, claim: Claim, height: bigint): boolean {
  if (claim.status === CLAIM_STATUS_LOST) return false;
  if (isSafe(dataset, claim)) return true;
  return (
    dataset.status === DATASET_STATUS_RETIRED && height >= dataset.releaseHeight && claim.openCase === 0n
  );
}

/** Whether a lost claim took this unbonding stake. */
export function isUnbondingSlashed(claim: Claim, unbonding: Unbonding): boolean {
  return claim.status === CLAIM_STATUS_LOST && unbonding.startHeight >= claim.slashedFrom;
}

/** Whether an unbonding stake may be withdrawn. */
export function isUnbondingFree(
  dataset: Dataset,
  claim: Claim,
  unbonding: Unbonding,
  height: bigint,
): boolean {
  if (isUnbondingSlashed(claim, unbonding)) return false;
  if (isSafe(dataset, claim)) return true;
  return height >= unbonding.completionHeight && claim.openCase === 0n;
}

export function claimOf(dataset: Dataset, kind: ClaimKind): Claim | undefined {
  return dataset.claims.find((claim) => claim.kind === kind);
}

/** The dataset with one of its claims changed. */
export function withClaim(dataset: Dataset, kind: ClaimKind, change: (claim: Claim) => Claim): Dataset {
  return { ...dataset, claims: dataset.claims.map((claim) => (claim.kind === kind ? change(claim) : claim)) };
}
