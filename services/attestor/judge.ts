/**
 * A validator's eyes: what a dataset's content, found anywhere, says to the question whether it is held.
 *
 * Only content whose bytes have the very hash that the ledger names is judged, and the verdict is a function of the
 * terms and these bytes: so no server can make an attestor say NO to what is true, nor YES to what is not.
 *
 * @module
 */
import { MAX_BLOB_BYTES } from "@assay/primitives/dataset/row";
import { Answer } from "@assay/proto/gen/assay/attest/v1/types";
import type { Blob, DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";
import type { ReadingJob } from "./reader.ts";

export interface Verdict {
  readonly answer: typeof Answer.ANSWER_YES | typeof Answer.ANSWER_NO;
  /** What is false; undefined with YES. */
  readonly fault: string | undefined;
}

/** Bytes of a dataset's files; undefined where the terms name none that can be had. */
export function contentBytes({ featuresBlob, labelsBlob }: DatasetTerms): number | undefined {
  const features = Number(featuresBlob?.size ?? 0n);
  const labels = Number(labelsBlob?.size ?? 0n);
  return featuresBlob === undefined || Math.max(features, labels) > MAX_BLOB_BYTES
    ? undefined
    : features + labels;
}

/**
 * @param find a blob's bytes, hash and size checked; undefined where they cannot be had now.
 * @param read what is false about content; undefined where nothing is.
 * @returns undefined where the content is not all there.
 */
export async function judgeContent(
  terms: DatasetTerms,
  find: (blob: Blob) => Promise<Uint8Array | undefined>,
  read: (job: ReadingJob) => Promise<string | undefined>,
): Promise<Verdict | undefined> {
  const { featuresBlob, labelsBlob } = terms;
  if (featuresBlob === undefined) return undefined;
  // The small one first: while it is missing, the large one need not be fetched again and again.
  const labels = labelsBlob === undefined ? undefined : await find(labelsBlob);
  if (labelsBlob !== undefined && labels === undefined) return undefined;
  const features = await find(featuresBlob);
  if (features === undefined) return undefined;
  const fault = await read({ terms, features, labels });
  return { answer: fault === undefined ? Answer.ANSWER_YES : Answer.ANSWER_NO, fault };
}
