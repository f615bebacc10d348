/**
 * A validator's eyes: what a dataset's content, found anywhere, says to the question whether it is held.
 *
 * Only content whose bytes have the very hash that the ledger names is judged, and the verdict is a function of the
 * terms and these bytes: so no server can make an attestor say NO to what is true, nor YES to what is not.
 *
 * @module
 */
import { readContent } from "@assay/client/dataset/content";
import { DatasetError } from "@assay/client/dataset/errors";
import { MAX_BLOB_BYTES } from "@assay/primitives/dataset/row";
import { Answer } from "@assay/proto/gen/assay/attest/v1/types";
import type { Blob, DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";

/** Bytes of a dataset's files; undefined where the terms name none that can be had. */
export function contentBytes({ featuresBlob, labelsBlob }: DatasetTerms): number | undefined {
  const sizes = [featuresBlob, labelsBlob].map((blob) => Number(blob?.size ?? 0n));
  return featuresBlob === undefined || sizes.some((size) => size > MAX_BLOB_BYTES)
    ? undefined
    : sizes[0]! + sizes[1]!;
}

export interface Verdict {
  readonly answer: typeof Answer.ANSWER_YES | typeof Answer.ANSWER_NO;
  /** What is false; absent with YES. */
  readonly fault?: string;
}

/** @param find a blob's bytes, hash and size checked; undefined where they cannot be had now. */
export async function judgeContent(
  terms: DatasetTerms,
  find: (blob: Blob) => Promise<Uint8Array | undefined>,
): Promise<Verdict | undefined> {
  const { featuresBlob, labelsBlob } = terms;
  if (featuresBlob === undefined) return undefined;
  // The small one first: while it is missing, the large one need not be fetched again and again.
  const labels = labelsBlob === undefined ? undefined : await find(labelsBlob);
  if (labelsBlob !== undefined && labels === undefined) return undefined;
  const features = await find(featuresBlob);
  if (features === undefined) return undefined;
  try {
    readContent(terms, features, labels);
    return { answer: Answer.ANSWER_YES };
  } catch (error) {
    if (error instanceof DatasetError && error.code === "content") {
      return { answer: Answer.ANSWER_NO, fault: error.message };
    }
    throw error;
  }
}
