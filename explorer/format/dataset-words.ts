/**
 * Sums and sentences about a whole dataset.
 *
 * @module
 */
import type { Claim, Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { ClaimKind, ClaimStatus, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import { numberWord } from "./amount.ts";

/** Claims that a valid proof stands against until it is settled. */
export function contestedClaims(dataset: Dataset): ReadonlySet<number> {
  return new Set(dataset.claims.filter((claim) => claim.openCase > 0n).map((claim) => claim.kind));
}

/** Whether this claim's stake can still be lost. AVAILABLE stays at risk after FINAL. */
export function isAtRisk(claim: Claim): boolean {
  return (
    claim.status === ClaimStatus.CLAIM_STATUS_OPEN ||
    (claim.status === ClaimStatus.CLAIM_STATUS_FINAL && claim.kind === ClaimKind.CLAIM_KIND_AVAILABLE)
  );
}

/** Owner's and backers' stake at risk, in base units. */
export function atRisk(dataset: Dataset): { owner: bigint; backers: bigint; total: bigint } {
  let owner = 0n;
  let backers = 0n;
  for (const claim of dataset.claims) {
    if (!isAtRisk(claim)) continue;
    owner += claim.ownerStake;
    backers += claim.backersStake;
  }
  return { owner, backers, total: owner + backers };
}

/** Room left for backers of a claim, in base units. */
export function roomToBack(claim: Claim, multiple: number): bigint {
  const room = claim.ownerStake * BigInt(multiple) - claim.backersStake;
  return room > 0n ? room : 0n;
}

/** Whether a backer may stake on this claim in the block after `height`. */
export function canBack(dataset: Dataset, claim: Claim): boolean {
  return (
    dataset.status === DatasetStatus.DATASET_STATUS_ACTIVE && claim.status === ClaimStatus.CLAIM_STATUS_OPEN
  );
}

/** Whether a challenge may be committed in the block after `height`. */
export function isWindowOpen(dataset: Dataset, height: number): boolean {
  return dataset.status === DatasetStatus.DATASET_STATUS_ACTIVE && height < Number(dataset.windowEnd);
}

/** `Five claims stand, one of them under challenge.` */
export function claimsSentence(dataset: Dataset): string {
  const standing = dataset.claims.filter(
    (claim) =>
      claim.status === ClaimStatus.CLAIM_STATUS_OPEN || claim.status === ClaimStatus.CLAIM_STATUS_FINAL,
  ).length;
  const lost = dataset.claims.filter((claim) => claim.status === ClaimStatus.CLAIM_STATUS_LOST).length;
  const waiting = dataset.claims.filter((claim) => claim.status === ClaimStatus.CLAIM_STATUS_WAITING).length;
  const contested = contestedClaims(dataset).size;
  const parts: string[] = [];
  const claims = (n: number) => `${numberWord(n)} ${n === 1 ? "claim" : "claims"}`;
  if (standing > 0) {
    const under =
      contested === 0
        ? ""
        : standing === 1
          ? ", under challenge"
          : `, ${numberWord(contested).toLowerCase()} of them under challenge`;
    parts.push(`${claims(standing)} ${standing === 1 ? "stands" : "stand"}${under}.`);
  }
  if (lost > 0) parts.push(`${claims(lost)} ${lost === 1 ? "was" : "were"} proven false.`);
  if (waiting > 0) parts.push(`${claims(waiting)} ${waiting === 1 ? "waits" : "wait"} for the validators.`);
  return parts.join(" ");
}
