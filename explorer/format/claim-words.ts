/**
 * What claims, datasets and cases are called on the page, and the sentences said before a signature.
 *
 * @module
 */
import type { CaseStatus } from "@assay/proto/gen/assay/challenge/v1/types";
import { CaseStatus as CaseStatuses } from "@assay/proto/gen/assay/challenge/v1/types";
import type { Claim, Dataset, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import {
  Charset,
  ClaimKind,
  ClaimStatus,
  DatasetStatus as DatasetStatuses,
} from "@assay/proto/gen/assay/data/v1/types";
import { formatAmount, groupDigits, plural } from "./amount.ts";

/** The five stamps in their fixed order. */
export const CLAIM_ORDER = [
  ClaimKind.CLAIM_KIND_AVAILABLE,
  ClaimKind.CLAIM_KIND_SCHEMA_VALID,
  ClaimKind.CLAIM_KIND_UNIQUE,
  ClaimKind.CLAIM_KIND_ORIGINAL,
  ClaimKind.CLAIM_KIND_LABEL_AGREEMENT,
] as const;

const LETTERS: Readonly<Record<number, string>> = { 1: "A", 2: "S", 3: "U", 4: "O", 5: "L" };

/** The stamp's letter. */
export function claimLetter(kind: number): string {
  return LETTERS[kind] ?? "?";
}

/** `No near-duplicates`; the tier is only in the label claim's name. */
export function claimName(kind: number, tier = 0): string {
  switch (kind) {
    case ClaimKind.CLAIM_KIND_AVAILABLE:
      return "Available";
    case ClaimKind.CLAIM_KIND_SCHEMA_VALID:
      return "Valid rows";
    case ClaimKind.CLAIM_KIND_UNIQUE:
      return "No near-duplicates";
    case ClaimKind.CLAIM_KIND_ORIGINAL:
      return "Original";
    case ClaimKind.CLAIM_KIND_LABEL_AGREEMENT:
      return tier > 0 ? `Labels agree on ${tier}%` : "Labels agree";
    default:
      return `Claim ${kind}`;
  }
}

/** What the claim says of this dataset, as a sentence. */
export function claimSentence(claim: Claim, dataset: Dataset): string {
  const terms = dataset.terms;
  switch (claim.kind) {
    case ClaimKind.CLAIM_KIND_AVAILABLE:
      return "Anyone can fetch every row.";
    case ClaimKind.CLAIM_KIND_SCHEMA_VALID: {
      const charset = terms?.charset === Charset.CHARSET_ASCII ? "ASCII" : "UTF-8";
      const labels = plural(terms?.labels.length ?? 0, "label");
      return `Each row is ${charset}, 1 to ${groupDigits(4096)} bytes, with one of ${labels}.`;
    }
    case ClaimKind.CLAIM_KIND_UNIQUE:
      return claim.max === 0
        ? "No two rows are nearly the same."
        : `At most ${plural(claim.max, "pair")} of rows ${claim.max === 1 ? "is" : "are"} nearly the same.`;
    case ClaimKind.CLAIM_KIND_ORIGINAL:
      return claim.max === 0
        ? "No row is near to an earlier dataset of someone else."
        : `At most ${plural(claim.max, "row")} ${claim.max === 1 ? "is" : "are"} near to an earlier dataset of someone else.`;
    default:
      return "A blind panel's majority gives the owner's label.";
  }
}

/** What makes it fall: `3 pairs of nearly equal rows`. */
export function fallsBy(claim: Pick<Claim, "kind" | "max">): string {
  switch (claim.kind) {
    case ClaimKind.CLAIM_KIND_SCHEMA_VALID:
      return "one bad row";
    case ClaimKind.CLAIM_KIND_UNIQUE:
      return `${plural(claim.max + 1, "pair")} of nearly equal rows`;
    case ClaimKind.CLAIM_KIND_ORIGINAL:
      return `${plural(claim.max + 1, "row")} near to an earlier dataset of another owner`;
    default:
      return "what the rule names";
  }
}

/** The count that fells it and what is counted; undefined where nothing is counted. */
export function claimLimit(claim: Pick<Claim, "kind" | "max">): { at: number; one: string } | undefined {
  switch (claim.kind) {
    case ClaimKind.CLAIM_KIND_SCHEMA_VALID:
      return { at: 1, one: "bad row" };
    case ClaimKind.CLAIM_KIND_UNIQUE:
      return { at: claim.max + 1, one: "pair" };
    case ClaimKind.CLAIM_KIND_ORIGINAL:
      return { at: claim.max + 1, one: "row" };
    default:
      return undefined;
  }
}

/** Whether anyone can prove it false by a transaction that carries the proof. */
export function provable(kind: number): boolean {
  return kind === ClaimKind.CLAIM_KIND_SCHEMA_VALID || kind === ClaimKind.CLAIM_KIND_UNIQUE;
}

/** How a badge looks: icon and colour. */
export type Tone = "plain" | "blue" | "green" | "red" | "purple" | "gold";
export interface BadgeWords {
  readonly word: string;
  readonly tone: Tone;
  readonly icon: "dots" | "clock" | "scales" | "seal" | "cross" | "lock" | "tick" | "pause" | "eye";
}

/** How a claim stands. `contested`: a valid proof waits for its settlement. */
export function claimBadge(status: number, contested = false): BadgeWords {
  switch (status) {
    case ClaimStatus.CLAIM_STATUS_WAITING:
      return { word: "Waiting", tone: "plain", icon: "dots" };
    case ClaimStatus.CLAIM_STATUS_OPEN:
      return contested
        ? { word: "Under challenge", tone: "purple", icon: "scales" }
        : { word: "Open to challenge", tone: "blue", icon: "clock" };
    case ClaimStatus.CLAIM_STATUS_LOST:
      return { word: "Lost", tone: "red", icon: "cross" };
    case ClaimStatus.CLAIM_STATUS_FINAL:
      return { word: "Final", tone: "green", icon: "seal" };
    case ClaimStatus.CLAIM_STATUS_VOID:
      return { word: "Void", tone: "plain", icon: "cross" };
    default:
      return { word: `Status ${status}`, tone: "plain", icon: "dots" };
  }
}

export function datasetBadge(status: DatasetStatus): BadgeWords {
  switch (status) {
    case DatasetStatuses.DATASET_STATUS_PENDING:
      return { word: "Waiting", tone: "plain", icon: "dots" };
    case DatasetStatuses.DATASET_STATUS_ACTIVE:
      return { word: "Open", tone: "blue", icon: "clock" };
    case DatasetStatuses.DATASET_STATUS_FINAL:
      return { word: "Final", tone: "green", icon: "seal" };
    case DatasetStatuses.DATASET_STATUS_REJECTED:
      return { word: "Rejected", tone: "red", icon: "cross" };
    case DatasetStatuses.DATASET_STATUS_DELISTED:
      return { word: "Delisted", tone: "red", icon: "cross" };
    case DatasetStatuses.DATASET_STATUS_RETIRED:
      return { word: "Retired", tone: "plain", icon: "pause" };
    default:
      return { word: `Status ${status}`, tone: "plain", icon: "dots" };
  }
}

export function caseBadge(status: CaseStatus): BadgeWords {
  switch (status) {
    case CaseStatuses.CASE_STATUS_PROVEN:
      return { word: "Proof shown", tone: "purple", icon: "scales" };
    case CaseStatuses.CASE_STATUS_WON:
      return { word: "Claim lost", tone: "red", icon: "cross" };
    case CaseStatuses.CASE_STATUS_BEATEN:
      return { word: "Beaten", tone: "plain", icon: "pause" };
    case CaseStatuses.CASE_STATUS_INVALID:
      return { word: "Invalid", tone: "plain", icon: "cross" };
    default:
      return { word: `Status ${status}`, tone: "plain", icon: "dots" };
  }
}

/** `You can lose all 250 ASSAY`. */
export function riskTitle(amountBase: bigint): string {
  return amountBase > 0n
    ? `You can lose all ${formatAmount(amountBase, true)} ASSAY`
    : "You can lose all of it";
}

/** What a backer is told before the signature, filled in. `untilHeight` is the last block of the window. */
export function backerRisk(claim: Claim, untilHeight: bigint): string {
  if (claim.kind === ClaimKind.CLAIM_KIND_AVAILABLE) {
    return "If rows of this dataset cannot be had any more and that is shown, all backers' stakes in this claim burn. Final does not free it.";
  }
  return `If anyone proves ${fallsBy(claim)} by block ${groupDigits(untilHeight)}, all backers' stakes in this claim burn. The proof decides, no jury.`;
}

/** What becomes of an owner's coins on a lost claim. `rewardBps` and `bonds` are params of the challenge module. */
export function ownerRisk(rewardBps: number, bonds: number): string {
  const percent = rewardBps / 100;
  return `Of your stake ${percent}% goes to the challenger (at most ${bonds} x its bond), the rest burns.`;
}
