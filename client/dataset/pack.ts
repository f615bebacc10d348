/**
 * Rows to the two files and two roots that are published.
 *
 * @module
 */
import { compare } from "@assay/primitives/bytes";
import { PackError, packFeatures, packLabels } from "@assay/primitives/dataset/pack";
import { labelsFault, MAX_LABELS, MIN_LABELS, rowFault } from "@assay/primitives/dataset/row";
import { FeatureTree, LabelTree } from "@assay/primitives/dataset/tree";
import { sha256 } from "@assay/primitives/hash";
import { stringToUtf8 } from "@assay/primitives/utf8";
import { Charset, type DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";
import { DatasetError } from "./errors.ts";

/** What `pack` needs of a row; `parseRows` gives more. */
export interface LabelledText {
  readonly text: string;
  readonly label: string;
}

/** A file as the ledger knows it, with its bytes. */
export interface PackedBlob {
  readonly bytes: Uint8Array;
  readonly sha256: Uint8Array;
  /** Bytes. */
  readonly size: number;
  /** Root of the tree over its rows. */
  readonly root: Uint8Array;
}

export interface PackedDataset {
  readonly features: PackedBlob;
  readonly labels: PackedBlob;
  readonly rowCount: number;
  /** Names that labels are indexes into. */
  readonly labelNames: readonly string[];
  /** `Charset` of `assay.data.v1`: ASCII where all rows are. */
  readonly charset: Charset;
  readonly texts: readonly string[];
  /** Texts in UTF-8, and labels by number, row by row. */
  readonly rows: readonly Uint8Array[];
  readonly labelOf: Uint8Array;
  readonly featureTree: FeatureTree;
  readonly labelTree: LabelTree;
}

export interface PackOptions {
  /** Label names in their order; found in the rows and sorted by their bytes if not given. */
  readonly labelNames?: readonly string[] | undefined;
  /** ASCII where all rows are, else UTF-8, if not given. */
  readonly charset?: Charset | undefined;
}

/** Distinct labels of the rows, sorted by their bytes, so that the order of rows does not matter. */
export function labelNamesOf(rows: readonly LabelledText[]): string[] {
  return [...new Set(rows.map((row) => row.label))]
    .map((name) => ({ name, bytes: utf8(name, "a label") }))
    .sort((a, b) => compare(a.bytes, b.bytes))
    .map(({ name }) => name);
}

/**
 * Packs rows. What breaks the schema only (an empty text, a NUL) is packed: `check` tells.
 * @throws DatasetError for labels that cannot be, a label without a name, or a bound that the format has.
 */
export function pack(rows: readonly LabelledText[], options: PackOptions = {}): PackedDataset {
  const labelNames = options.labelNames ?? labelNamesOf(rows);
  const fault = labelsFault(labelNames);
  if (fault !== undefined) {
    const cause = `${labelNames.length} label names: ${fault.replace("_", " ")}`;
    throw new DatasetError(
      "labels",
      cause,
      {},
      `a dataset has ${MIN_LABELS} to ${MAX_LABELS} distinct label names`,
    );
  }
  const numberOf = new Map(labelNames.map((name, i) => [name, i]));
  const texts = rows.map((row) => row.text);
  const bytes = texts.map((text, i) => utf8(text, `row ${i}`));
  const labelOf = Uint8Array.from(rows, (row, i) => {
    const label = numberOf.get(row.label);
    if (label === undefined) {
      throw new DatasetError("labels", `row ${i}: "${row.label}" is none of ${labelNames.join(", ")}`);
    }
    return label;
  });
  const charset =
    options.charset ??
    (bytes.every((row) => rowFault(row, "ascii") !== "not_ascii")
      ? Charset.CHARSET_ASCII
      : Charset.CHARSET_UTF8);
  return packBytes(bytes, labelOf, { labelNames, charset, texts });
}

function packBytes(
  rows: readonly Uint8Array[],
  labelOf: Uint8Array,
  rest: Pick<PackedDataset, "labelNames" | "charset" | "texts">,
): PackedDataset {
  try {
    const features = packFeatures(rows);
    const labels = packLabels(labelOf);
    const featureTree = new FeatureTree(rows);
    const labelTree = new LabelTree(labelOf);
    return {
      ...rest,
      features: { bytes: features, sha256: sha256(features), size: features.length, root: featureTree.root },
      labels: { bytes: labels, sha256: sha256(labels), size: labels.length, root: labelTree.root },
      rowCount: rows.length,
      rows,
      labelOf,
      featureTree,
      labelTree,
    };
  } catch (error) {
    if (error instanceof PackError) throw new DatasetError("row", error.message);
    throw error;
  }
}

function utf8(text: string, what: string): Uint8Array {
  const bytes = stringToUtf8(text);
  if (bytes === undefined) {
    throw new DatasetError("encoding", `${what} holds half of a surrogate pair, which UTF-8 cannot spell`);
  }
  return bytes;
}

/** The terms that follow from the content: spread them into `DatasetTerms` beside name, licence and the like. */
export function contentTerms(
  packed: PackedDataset,
): Pick<
  DatasetTerms,
  "labels" | "rowCount" | "featuresRoot" | "labelsRoot" | "featuresBlob" | "labelsBlob" | "charset"
> {
  return {
    labels: [...packed.labelNames],
    rowCount: BigInt(packed.rowCount),
    featuresRoot: packed.features.root,
    labelsRoot: packed.labels.root,
    featuresBlob: { sha256: packed.features.sha256, size: BigInt(packed.features.size) },
    labelsBlob: { sha256: packed.labels.sha256, size: BigInt(packed.labels.size) },
    charset: packed.charset,
  };
}
