import type { ReadCtx } from "@assay/kernel/context";
import { boundsFault, type ParamBounds } from "@assay/kernel/params";
import { MAX_BLOB_BYTES } from "@assay/primitives/dataset/row";
import { Params } from "@assay/proto/gen/assay/registry/v1/types";
import { state } from "./state.ts";

const ASSAY = 1_000_000n;

export const defaultParams: Params = Params.fromPartial({
  publishBurn: ASSAY,
  publishBurnPer10mib: ASSAY,
  attestBlocks: 14_400n,
  maxBlobBytes: BigInt(MAX_BLOB_BYTES),
  maxUseBps: 5000,
  maxLineageBps: 3000,
  maxScores: 16,
});

export const getParams = (ctx: ReadCtx): Params => state.params.must(ctx);

const MAX_BASE = 10n ** 12n;

/** Bounds of each number, inclusive. */
export const PARAM_BOUNDS: ParamBounds<Params> = {
  publishBurn: [0n, MAX_BASE],
  publishBurnPer10mib: [0n, MAX_BASE],
  attestBlocks: [3n, 10_000_000n],
  maxBlobBytes: [1n, BigInt(MAX_BLOB_BYTES)],
  maxUseBps: [0n, 5000n],
  maxLineageBps: [0n, 3000n],
  maxScores: [1n, 64n],
};

/** Why params may not stand; undefined where they may. */
export const paramsFault = (params: Params): string | undefined => boundsFault(Params, params, PARAM_BOUNDS);
