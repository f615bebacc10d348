/** Does this content have the roots and the row count that the ledger was told? A validator's eyes, as a function. */
import { equal } from "@assay/primitives/bytes";
import { PackError, unpackFeatures, unpackLabels } from "@assay/primitives/dataset/pack";
import { FeatureTree, LabelTree } from "@assay/primitives/dataset/tree";
import type { DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";

/**
 * What is wrong with the content; undefined where nothing is. Size and hash of each blob were checked on arrival.
 * @param labels absent where the dataset's labels are sealed.
 */
export function contentFault(
  terms: DatasetTerms,
  features: Uint8Array,
  labels: Uint8Array | undefined,
): string | undefined {
  try {
    const rows = unpackFeatures(features);
    if (BigInt(rows.length) !== terms.rowCount) return `${rows.length} rows, not ${terms.rowCount}`;
    if (!equal(new FeatureTree(rows).root, terms.featuresRoot)) return "the features have another root";
    if (labels === undefined) return undefined;
    const marks = unpackLabels(labels);
    if (BigInt(marks.length) !== terms.rowCount) return `${marks.length} labels, not ${terms.rowCount}`;
    if (!equal(new LabelTree(marks).root, terms.labelsRoot)) return "the labels have another root";
    return undefined;
  } catch (error) {
    // A file of another format is false content, not our failure.
    if (error instanceof PackError) return `not a packed file: ${error.message}`;
    throw error;
  }
}
