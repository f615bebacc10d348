/** @module What a challenger gets of a lost claim, by the challenge module's params. */
import type { Params } from "@assay/proto/gen/assay/challenge/v1/types";

type RewardParams = Pick<Params, "minBond" | "rewardBps" | "maxRewardBonds">;

/** Base units: the share of the owner's stake, at most so many bonds. */
export function rewardOf(ownerStake: bigint, bond: bigint, params: RewardParams): bigint {
  const share = (ownerStake * BigInt(params.rewardBps)) / 10_000n;
  const most = bond * BigInt(params.maxRewardBonds);
  return share < most ? share : most;
}

/** The least bond that earns the whole share, rounded up to whole coins. */
export function wholeRewardBond(ownerStake: bigint, params: RewardParams): bigint {
  const share = (ownerStake * BigInt(params.rewardBps)) / 10_000n;
  const bonds = BigInt(params.maxRewardBonds);
  if (bonds === 0n) return params.minBond;
  const needed = (share + bonds - 1n) / bonds;
  const whole = ((needed + 999_999n) / 1_000_000n) * 1_000_000n;
  return whole > params.minBond ? whole : params.minBond;
}
