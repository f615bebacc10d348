/**
 * The proofs that take a claim: built from a dataset's rows, hashed for the seal, and checked against the ledger's
 * terms, so that a page can show for itself what a challenge shows.
 *
 * @module
 */
import type { NearPair } from "@assay/primitives/dataset/find-near";
import { near } from "@assay/primitives/dataset/near";
import { rowFault } from "@assay/primitives/dataset/row";
import {
  type FeatureTree,
  type LabelTree,
  verifyFeatureOpening,
  verifyLabelOpening,
} from "@assay/primitives/dataset/tree";
import { sha256 } from "@assay/primitives/hash";
import { type Opening, type PairOpening, Proof } from "@assay/proto/gen/assay/challenge/v1/types";
import { Charset, ClaimKind, type DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";
import { type CheckReport, rowCharset, type SchemaFault } from "./check.ts";

/** What a challenge commit seals of a proof: sha256 of its canonical bytes. */
export function proofHash(proof: Proof): Uint8Array {
  return sha256(Proof.toBytes(proof));
}

/** A proof that these pairs of rows are near. A claim of at most `max` falls to max + 1 pairs without a common row. */
export function uniqueProof(tree: FeatureTree, pairs: readonly Pick<NearPair, "left" | "right">[]): Proof {
  return Proof.fromPartial({
    unique: {
      pairs: pairs.map(({ left, right }) => ({ left: tree.opening(left), right: tree.opening(right) })),
    },
  });
}

/**
 * A proof that one row breaks the schema.
 * @param labels needed where it is the label that breaks it
 */
export function schemaProof(tree: FeatureTree, fault: SchemaFault, labels?: LabelTree): Proof {
  if (fault.fault !== "label") return Proof.fromPartial({ schema: { feature: tree.opening(fault.row) } });
  if (labels === undefined) throw new RangeError("a label is opened from the labels' tree");
  return Proof.fromPartial({ schema: { label: labels.opening(fault.row) } });
}

/** A claim that a proof may take. */
export interface ProvableClaim {
  readonly kind: ClaimKind;
  /** UNIQUE only: pairs that it allows. */
  readonly max: number;
}

/** A proof that takes this claim, from what a check found; undefined where the claim stands. */
export function proofAgainst(
  claim: ProvableClaim,
  report: CheckReport,
  trees: { readonly featureTree: FeatureTree; readonly labelTree?: LabelTree | undefined },
): Proof | undefined {
  if (claim.kind === ClaimKind.CLAIM_KIND_UNIQUE) {
    if (report.disjoint.length <= claim.max) return undefined;
    return uniqueProof(trees.featureTree, report.disjoint.slice(0, claim.max + 1));
  }
  if (claim.kind === ClaimKind.CLAIM_KIND_SCHEMA_VALID) {
    const fault = report.schemaFaults[0];
    return fault === undefined ? undefined : schemaProof(trees.featureTree, fault, trees.labelTree);
  }
  return undefined;
}

/** One row as a proof shows it. */
export interface ShownRow {
  readonly index: bigint;
  readonly bytes: Uint8Array;
  /** What can be read of the bytes; a replacement mark where they are no UTF-8. */
  readonly text: string;
  readonly path: readonly Uint8Array[];
  /** It leads to the dataset's root. */
  readonly opened: boolean;
}

/** One pair as a proof shows it, with the figures of `near`. */
export interface ShownPair {
  readonly left: ShownRow;
  readonly right: ShownRow;
  readonly near: boolean;
  readonly equal: boolean;
  readonly shared: number;
  readonly total: number;
}

/** What a proof shows, and whether it takes the claim. */
export interface ProofVerdict {
  readonly holds: boolean;
  /** Why it does not hold; empty where it does. */
  readonly reason: string;
  /** Pairs shown against UNIQUE, each with its own figures, whether the proof holds or not. */
  readonly pairs: readonly ShownPair[];
  /** The row shown against SCHEMA_VALID, with its fault (undefined where it has none). */
  readonly row?: { readonly shown: ShownRow; readonly fault: SchemaFault["fault"] | undefined };
}

/** What a proof is held against. */
export type ProofTerms = Pick<
  DatasetTerms,
  "rowCount" | "featuresRoot" | "labelsRoot" | "charset" | "labels"
>;

const no = (reason: string, rest: Partial<ProofVerdict> = {}): ProofVerdict => ({
  pairs: [],
  ...rest,
  holds: false,
  reason,
});

/** Whether a proof takes a claim on a dataset of these terms. Never throws, whatever the proof holds. */
export function verifyProof(proof: Proof, terms: ProofTerms, claim: ProvableClaim): ProofVerdict {
  if (claim.kind === ClaimKind.CLAIM_KIND_UNIQUE) return verifyUnique(proof, terms, claim.max);
  if (claim.kind === ClaimKind.CLAIM_KIND_SCHEMA_VALID) return verifySchema(proof, terms);
  return no("no proof takes a claim of this kind");
}

function verifyUnique(proof: Proof, terms: ProofTerms, max: number): ProofVerdict {
  if (proof.unique === undefined) return no("it is no proof about pairs");
  const pairs: ShownPair[] = [];
  const rows = new Set<bigint>();
  let reason = "";
  const object = (cause: string): void => {
    if (reason === "") reason = cause;
  };
  for (const pair of proof.unique.pairs) {
    const shown = showPair(pair, terms);
    if (shown === undefined) {
      object("a pair lacks a row");
      continue;
    }
    pairs.push(shown);
    const { left, right } = shown;
    if (!left.opened || !right.opened) object("a row is not in the dataset");
    if (left.index === right.index || rows.has(left.index) || rows.has(right.index))
      object("a row is in two pairs");
    rows.add(left.index).add(right.index);
    if (!shown.near) object("two rows are not near");
  }
  if (proof.unique.pairs.length <= max)
    object(`${proof.unique.pairs.length} pairs, where the claim allows ${max}`);
  return { holds: reason === "", reason, pairs };
}

function showPair(pair: PairOpening, terms: ProofTerms): ShownPair | undefined {
  if (pair.left === undefined || pair.right === undefined) return undefined;
  const left = showRow(pair.left, terms);
  const right = showRow(pair.right, terms);
  return { left, right, ...near(left.bytes, right.bytes) };
}

const reader = new TextDecoder("utf-8", { ignoreBOM: true });

function showRow(opening: Opening, terms: ProofTerms): ShownRow {
  const { index, content, path } = opening;
  const opened = verifyFeatureOpening(terms.featuresRoot, terms.rowCount, opening);
  return { index, bytes: content, text: reader.decode(content), path, opened };
}

function verifySchema(proof: Proof, terms: ProofTerms): ProofVerdict {
  if (proof.schema === undefined) return no("it is no proof about the schema");
  const { feature, label } = proof.schema;
  if ((feature === undefined) === (label === undefined)) return no("it opens one row, or one label");
  if (feature !== undefined) {
    if (terms.charset !== Charset.CHARSET_ASCII && terms.charset !== Charset.CHARSET_UTF8) {
      return no("the dataset's charset is not known");
    }
    const shown = showRow(feature, terms);
    const fault = rowFault(feature.content, rowCharset(terms.charset));
    const row = { shown, fault };
    if (!shown.opened) return no("the row is not in the dataset", { row });
    if (fault === undefined) return no("the row keeps the schema", { row });
    return { holds: true, reason: "", pairs: [], row };
  }
  const opened = verifyLabelOpening(terms.labelsRoot, terms.rowCount, label!);
  const { index, path } = label!;
  const fault = label!.label >= terms.labels.length ? ("label" as const) : undefined;
  const shown = { index, bytes: new Uint8Array([label!.label]), text: String(label!.label), path, opened };
  const row = { shown, fault };
  if (!opened) return no("the label is not in the dataset", { row });
  if (fault === undefined) return no("the label has a name", { row });
  return { holds: true, reason: "", pairs: [], row };
}
