/**
 * What stands before a signature: the amount, the time, and what can be lost, with the ledger's own figures.
 *
 * @module
 */
import { formatAmount, type StdFee } from "@assay/client/amount";
import { type Claim, ClaimKind, type Dataset, type Params } from "@assay/proto/gen/assay/data/v1/types";

/** Base units for people: whole coins of a `u` denom, base units of any other. */
export function amountText(base: bigint, denom: string): string {
  if (!denom.startsWith("u")) return `${formatAmount(base, { decimals: 0 })} ${denom}`;
  return `${formatAmount(base)} ${denom.slice(1).toUpperCase()}`;
}

export function feeText(fee: StdFee): string {
  const coins = fee.amount.map(({ amount, denom }) => amountText(BigInt(amount), denom));
  return `${coins.length === 0 ? "none" : coins.join(" + ")} for at most ${fee.gas} gas`;
}

export const CLAIM_NAMES: Readonly<Record<number, string>> = {
  [ClaimKind.CLAIM_KIND_AVAILABLE]: "Available",
  [ClaimKind.CLAIM_KIND_SCHEMA_VALID]: "Valid rows",
  [ClaimKind.CLAIM_KIND_UNIQUE]: "No near-duplicates",
  [ClaimKind.CLAIM_KIND_ORIGINAL]: "Original",
  [ClaimKind.CLAIM_KIND_LABEL_AGREEMENT]: "Labels agree",
};

/** What proves a claim false. */
function proofText(claim: Pick<Claim, "kind" | "max">): string {
  switch (claim.kind) {
    case ClaimKind.CLAIM_KIND_UNIQUE:
      return claim.max === 0 ? "a pair of nearly equal rows" : `${claim.max + 1} pairs of nearly equal rows`;
    case ClaimKind.CLAIM_KIND_SCHEMA_VALID:
      return "one bad row";
    case ClaimKind.CLAIM_KIND_ORIGINAL:
      return claim.max === 0
        ? "a row near to an earlier dataset of another owner"
        : `${claim.max + 1} rows near to an earlier dataset of another owner`;
    default:
      return "it to be false";
  }
}

/** A backer's risk. */
export function stakeRisk(amount: bigint, claim: Claim, dataset: Dataset, params: Params): string[] {
  const until =
    claim.kind === ClaimKind.CLAIM_KIND_AVAILABLE
      ? "The dataset becoming final does not free it."
      : `If anyone proves ${proofText(claim)} by block ${dataset.windowEnd}, all backers' stakes in this claim burn.`;
  return [
    `You can lose all ${amountText(amount, params.stakeDenom)}. ${until}`,
    `Taken out, it unbonds for ${params.unbondingBlocks} blocks and can be lost in that time.`,
  ];
}

/** An owner's risk. */
export function publishRisk(claims: readonly Pick<Claim, "kind" | "max">[], params: Params): string[] {
  return [
    ...claims
      .filter(({ kind }) => kind !== ClaimKind.CLAIM_KIND_AVAILABLE)
      .map((claim) => `"${CLAIM_NAMES[claim.kind]}" falls if anyone proves ${proofText(claim)}.`),
    "Of a lost claim's stake 40% goes to the challenger (at most 20 x its bond), the rest burns.",
    `Your stakes are locked until the dataset is final; retired, they unbond for ${params.unbondingBlocks} blocks.`,
  ];
}
