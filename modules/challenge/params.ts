import type { ReadCtx } from "@assay/kernel/context";
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
export const PARAM_BOUNDS: Readonly<Partial<Record<keyof Params, readonly [least: bigint, most: bigint]>>> = {
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
  for (const [name, [least, most]] of Object.entries(PARAM_BOUNDS)) {
    const value = BigInt(params[name as keyof Params] as bigint | number);
    if (value < least || value > most) return `${name} must be ${least} to ${most}, is ${value}`;
  }
  if (params.revealMinBlocks > params.revealMaxBlocks) return "revealMinBlocks is above revealMaxBlocks";
  return undefined;
}
