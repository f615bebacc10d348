/**
 * Whether files are what the ledger says they are: for an attestor, for who downloads, for the page.
 *
 * @module
 */
import { equal } from "@assay/primitives/bytes";
import { PackError, unpackFeatures, unpackLabels } from "@assay/primitives/dataset/pack";
import { FeatureTree, LabelTree } from "@assay/primitives/dataset/tree";
import { sha256 } from "@assay/primitives/hash";
import type { Blob, DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";
import { DatasetError } from "./errors.ts";

/** Rows of a dataset whose files were found to be the ones on the ledger. */
export interface DatasetContent {
  readonly rows: readonly Uint8Array[];
  readonly featureTree: FeatureTree;
  /** One number a row; absent while labels are sealed. */
  readonly labelOf: Uint8Array | undefined;
  readonly labelTree: LabelTree | undefined;
}

/** What is compared. */
export type ContentTerms = Pick<
  DatasetTerms,
  "rowCount" | "featuresRoot" | "labelsRoot" | "featuresBlob" | "labelsBlob"
>;

/**
 * Reads a dataset's files and compares size, hash, row count and roots with its terms.
 * @param labels absent where the terms name no labels file
 * @throws DatasetError `content`, with the first difference, whatever the bytes are.
 */
export function readContent(terms: ContentTerms, features: Uint8Array, labels?: Uint8Array): DatasetContent {
  checkBlob("features", terms.featuresBlob, features);
  const rows = unpack(() => unpackFeatures(features));
  checkCount("features", rows.length, terms.rowCount);
  const featureTree = new FeatureTree(rows);
  if (!equal(featureTree.root, terms.featuresRoot)) fail("features: the rows have another root");
  if (terms.labelsBlob === undefined) {
    if (labels !== undefined) fail("labels: the dataset names no labels file");
    return { rows, featureTree, labelOf: undefined, labelTree: undefined };
  }
  if (labels === undefined) return fail("labels: the file is missing");
  checkBlob("labels", terms.labelsBlob, labels);
  const labelOf = unpack(() => unpackLabels(labels));
  checkCount("labels", labelOf.length, terms.rowCount);
  const labelTree = new LabelTree(labelOf);
  if (!equal(labelTree.root, terms.labelsRoot)) fail("labels: they have another root");
  return { rows, featureTree, labelOf, labelTree };
}

/** Size first: it costs nothing. @throws DatasetError `content` where the bytes are not this file. */
export function checkBlob(what: string, blob: Blob | undefined, bytes: Uint8Array): void {
  if (blob === undefined) fail(`${what}: the dataset names no such file`);
  else if (BigInt(bytes.length) !== blob.size) fail(`${what}: ${bytes.length} bytes, not ${blob.size}`);
  else if (!equal(sha256(bytes), blob.sha256)) fail(`${what}: the file has another sha256`);
}

function checkCount(what: string, count: number, expected: bigint): void {
  if (BigInt(count) !== expected) fail(`${what}: ${count} rows, not ${expected}`);
}

function unpack<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof PackError) return fail(`not a dataset's file: ${error.message}`);
    throw error;
  }
}

function fail(cause: string): never {
  throw new DatasetError("content", cause);
}
