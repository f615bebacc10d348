import { isDenom } from "@assay/kernel/coin";
import type { ReadCtx } from "@assay/kernel/context";
import { boundsFault, type ParamBounds } from "@assay/kernel/params";
import { MAX_BLOB_BYTES, MAX_ROWS } from "@assay/primitives/dataset/row";
import { Params } from "@assay/proto/gen/assay/data/v1/types";
import { state } from "./state.ts";

const ASSAY = 1_000_000n;

export const defaultParams: Params = Params.fromPartial({
  // Genesis puts the chain's here.
  stakeDenom: "",
  minOwnerStake: 100n * ASSAY,
  minLabelStake: 250n * ASSAY,
  minBackerStake: ASSAY,
  backersMultiple: 4,
  commitBurn: ASSAY / 10n,
  publishBurn: ASSAY,
  publishBurnPer10mib: ASSAY,
  revealMinBlocks: 1n,
  revealMaxBlocks: 100n,
  attestBlocks: 14_400n,
  challengeWindowBlocks: 100_800n,
  maxWindowBlocks: 1_008_000n,
  unbondingBlocks: 201_600n,
  maxRows: BigInt(MAX_ROWS),
  maxBlobBytes: BigInt(MAX_BLOB_BYTES),
  maxCommitsPerOwner: 16,
  maxClosingsPerBlock: 100,
  minLabelRows: 600n,
});

export const getParams = (ctx: ReadCtx): Params => state.params.must(ctx);

/** No window is longer: 10 million blocks are about two years. */
const MAX_BLOCKS = 10_000_000n;
/** Stakes and burns stay far below the bound of the supply, 10^15. */
const MAX_BASE = 10n ** 12n;

/** Bounds of each number, inclusive. */
export const PARAM_BOUNDS: ParamBounds<Params> = {
  minOwnerStake: [1n, MAX_BASE],
  minLabelStake: [1n, MAX_BASE],
  minBackerStake: [1n, MAX_BASE],
  backersMultiple: [0n, 4n],
  commitBurn: [0n, MAX_BASE],
  publishBurn: [0n, MAX_BASE],
  publishBurnPer10mib: [0n, MAX_BASE],
  revealMinBlocks: [1n, 100n],
  revealMaxBlocks: [1n, 1000n],
  attestBlocks: [3n, MAX_BLOCKS],
  challengeWindowBlocks: [1n, MAX_BLOCKS],
  maxWindowBlocks: [1n, MAX_BLOCKS],
  unbondingBlocks: [2n, MAX_BLOCKS],
  maxRows: [1n, BigInt(MAX_ROWS)],
  maxBlobBytes: [1n, BigInt(MAX_BLOB_BYTES)],
  maxCommitsPerOwner: [1n, 100n],
  maxClosingsPerBlock: [1n, 1000n],
  minLabelRows: [1n, BigInt(MAX_ROWS)],
};

/** Why params may not stand; undefined where they may. */
export function paramsFault(params: Params): string | undefined {
  if (!isDenom(params.stakeDenom)) return "stake_denom is no denom";
  const fault = boundsFault(Params, params, PARAM_BOUNDS);
  if (fault !== undefined) return fault;
  if (params.revealMinBlocks > params.revealMaxBlocks) return "reveal_min_blocks is above reveal_max_blocks";
  if (params.challengeWindowBlocks > params.maxWindowBlocks) {
    return "challenge_window_blocks is above max_window_blocks";
  }
  return undefined;
}
