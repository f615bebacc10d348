/**
 * The registry's rules as pure functions: who gets which part of a payment, and how far honest runs may lie apart.
 *
 * @module
 */
import { BPS, bps, mulDivCeil } from "@assay/primitives/fixed-point";
import { ClaimStatus, type Dataset, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import type { Params, Parent, Version } from "@assay/proto/gen/assay/registry/v1/types";

const TEN_MIB = 10n * 1024n * 1024n;
/** Two honest runs of fp32 lie within this part of the output's range: see docs/MARKET.md. */
const TAU_DIVISOR = 10_000n;

/** What publishing burns, in base units: a fixed part, and one for each begun 10 MiB of its files. */
export function publishBurn(params: Params, bytes: bigint): bigint {
  return params.publishBurn + mulDivCeil(bytes, 1n, TEN_MIB) * params.publishBurnPer10mib;
}

/** How far honest outputs may lie apart, in the range's unit: a part of it, rounded down, at least one. */
export function tauOf(outputRange: bigint): bigint {
  const tau = outputRange / TAU_DIVISOR;
  return tau > 0n ? tau : 1n;
}

/** What a parent gets of all that a version ever received, rounded down. */
export const shareOf = (received: bigint, { weightBps }: Pick<Parent, "weightBps">): bigint =>
  bps(received, weightBps);

/** What a parent has not pulled yet, in base units. */
export const unpulled = ({ received }: Pick<Version, "received">, parent: Parent): bigint =>
  shareOf(received, parent) - parent.paid;

/** What a version's owner gets of all that it ever received: what the weights leave, rounded down. */
export function ownersShare({ received, parents }: Pick<Version, "received" | "parents">): bigint {
  const weights = parents.reduce((sum, { weightBps }) => sum + weightBps, 0);
  return bps(received, BPS - BigInt(weights));
}

/**
 * The owner's part of a payment: by how much its share grows, from nothing to all of it. Shares are of the sum of all
 * payments and not of each, so that nothing is gained or lost by splitting them, and what rounding leaves over is at
 * most one unit for each parent, however many payments come.
 */
export function ownersPart(version: Version, amount: bigint): bigint {
  return ownersShare({ ...version, received: version.received + amount }) - ownersShare(version);
}

/** What lies with a version: not the owner's, and not pulled. All parents' shares together are never more. */
export function held(version: Version): bigint {
  const paid = version.parents.reduce((sum, parent) => sum + parent.paid, 0n);
  return version.received - ownersShare(version) - paid;
}

/** Whether a dataset has forfeited what it has not pulled. */
export const isTainted = ({ status, claims }: Dataset): boolean =>
  status === DatasetStatus.DATASET_STATUS_DELISTED ||
  claims.some((claim) => claim.status === ClaimStatus.CLAIM_STATUS_LOST);
