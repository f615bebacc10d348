/**
 * Whether a proof holds against what the owner published. Nothing here knows who asks.
 *
 * @module
 */
import type { GasMeter } from "@assay/kernel/gas";
import { near } from "@assay/primitives/dataset/near";
import { type RowCharset, rowFault } from "@assay/primitives/dataset/row";
import { verifyFeatureOpening, verifyLabelOpening } from "@assay/primitives/dataset/tree";
import type { PairOpening, Proof, SchemaProof, UniqueProof } from "@assay/proto/gen/assay/challenge/v1/types";
import { Charset, type Claim, ClaimKind, type DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";

/** For each byte of both rows, before they are compared. */
export const NEAR_GAS_PER_BYTE = 2;

export interface Judgement {
  /** Pairs or rows that the proof shows. */
  readonly shown: number;
  /** Pairs or rows that the claim allows. */
  readonly allowed: number;
  /** Why the proof does not hold; undefined where it does. */
  readonly fault: string | undefined;
}

/** A row that the proof opens is one of the dataset's. */
function openingFault(terms: DatasetTerms, opening: PairOpening["left"], name: string): string | undefined {
  if (opening === undefined) return `${name} is missing`;
  if (verifyFeatureOpening(terms.featuresRoot, terms.rowCount, opening)) return undefined;
  return `${name} is not row ${opening.index} of the dataset`;
}

function pairFault(
  terms: DatasetTerms,
  pair: PairOpening,
  seen: Set<bigint>,
  gas: GasMeter,
): string | undefined {
  const { left, right } = pair;
  const fault = openingFault(terms, left, "its left row") ?? openingFault(terms, right, "its right row");
  if (fault !== undefined) return fault;
  for (const { index } of [left!, right!]) {
    if (seen.has(index)) return `row ${index} is shown twice`;
    seen.add(index);
  }
  gas.consume(NEAR_GAS_PER_BYTE * (left!.content.length + right!.content.length), "near");
  if (near(left!.content, right!.content).near) return undefined;
  return `rows ${left!.index} and ${right!.index} are not near`;
}

function judgeUnique(terms: DatasetTerms, claim: Claim, proof: UniqueProof, gas: GasMeter): Judgement {
  const shown = proof.pairs.length;
  const allowed = claim.max;
  if (shown !== allowed + 1) {
    return { shown, allowed, fault: `${shown} pairs are shown, ${allowed + 1} are needed` };
  }
  const seen = new Set<bigint>();
  for (const [i, pair] of proof.pairs.entries()) {
    const fault = pairFault(terms, pair, seen, gas);
    if (fault !== undefined) return { shown, allowed, fault: `pair ${i + 1}: ${fault}` };
  }
  return { shown, allowed, fault: undefined };
}

function schemaFault(terms: DatasetTerms, { feature, label }: SchemaProof): string | undefined {
  if ((feature === undefined) === (label === undefined)) return "one row or one label must be shown";
  if (feature !== undefined) {
    const charset: RowCharset = terms.charset === Charset.CHARSET_ASCII ? "ascii" : "utf8";
    const fault = openingFault(terms, feature, "what is shown");
    if (fault !== undefined) return fault;
    return rowFault(feature.content, charset) === undefined ? `row ${feature.index} is valid` : undefined;
  }
  if (!verifyLabelOpening(terms.labelsRoot, terms.rowCount, label!)) {
    return `what is shown is not label ${label!.index} of the dataset`;
  }
  return label!.label < terms.labels.length ? `label ${label!.index} is valid` : undefined;
}

/** @throws sdk/11 where the gas does not suffice: the seal stays, and may be shown again with more. */
export function judge(terms: DatasetTerms, claim: Claim, proof: Proof, gas: GasMeter): Judgement {
  if (claim.kind === ClaimKind.CLAIM_KIND_UNIQUE && proof.unique !== undefined) {
    return judgeUnique(terms, claim, proof.unique, gas);
  }
  if (claim.kind === ClaimKind.CLAIM_KIND_SCHEMA_VALID && proof.schema !== undefined) {
    return { shown: 1, allowed: 0, fault: schemaFault(terms, proof.schema) };
  }
  return { shown: 0, allowed: claim.max, fault: "the proof is of another kind of claim" };
}
