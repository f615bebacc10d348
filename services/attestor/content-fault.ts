/**
 * What is false about a dataset's content, whose bytes have the hashes that the ledger names.
 *
 * @module
 */
import { readContent } from "@assay/client/dataset/content";
import { DatasetError } from "@assay/client/dataset/errors";
import type { DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";

/** @returns a sentence; undefined where nothing is. @throws nothing but our own faults. */
export function contentFault(
  terms: DatasetTerms,
  features: Uint8Array,
  labels: Uint8Array | undefined,
): string | undefined {
  try {
    readContent(terms, features, labels);
    return undefined;
  } catch (error) {
    if (error instanceof DatasetError && error.code === "content") return error.message;
    throw error;
  }
}
