import type { ReadCtx } from "@assay/kernel/context";
import { boundsFault, type ParamBounds } from "@assay/kernel/params";
import { Params } from "@assay/proto/gen/assay/challenge/v1/types";
import { state } from "./state.ts";

export const defaultParams: Params = Params.fromPartial({
  minBond: 5_000_000n,
  revealMinBlocks: 1n,
  revealMaxBlocks: 100n,
  rewardBps: 4000,
  maxRewardBonds: 20,
  maxCommitsPerAccount: 16,
  maxClosingsPerBlock: 100,
});

export const getParams = (ctx: ReadCtx): Params => state.params.must(ctx);

/** Bounds of each number, inclusive. */
export const PARAM_BOUNDS: ParamBounds<Params> = {
  minBond: [1n, 10n ** 12n],
  revealMinBlocks: [1n, 100n],
  revealMaxBlocks: [1n, 1000n],
  // Below a half, so that an owner who challenges itself loses more than it gets.
  rewardBps: [0n, 4999n],
  maxRewardBonds: [0n, 1000n],
  maxCommitsPerAccount: [1n, 100n],
  maxClosingsPerBlock: [1n, 1000n],
};

/** Why params may not stand; undefined where they may. */
export function paramsFault(params: Params): string | undefined {
  const fault = boundsFault(Params, params, PARAM_BOUNDS);
  if (fault !== undefined) return fault;
  if (params.revealMinBlocks > params.revealMaxBlocks) return "reveal_min_blocks is above reveal_max_blocks";
  return undefined;
}
