/** Scores of a version: few, each on one test set by one metric, from one source. */
import { hash32Key } from "@assay/kernel/codec/key-codec";
import type { ReadCtx } from "@assay/kernel/context";
import type { Score } from "@assay/proto/gen/assay/registry/v1/types";
import { state } from "./state.ts";

/** Neither name holds a slash; what validators re-run stands beside what an owner said, and does not replace it. */
export const scoreKey = ({ versionId, testSet, metric, provenance }: Score) =>
  [versionId, `${testSet}/${metric}/${provenance}`] as const;

/** By test set and metric; bounded by a param. */
export function scoresOf(ctx: ReadCtx, versionId: Uint8Array): Score[] {
  const prefix = hash32Key.encode(versionId, false);
  return [...state.scores.iterate(ctx, { prefix })].map(([, score]) => score);
}
