/**
 * The time of a block is the median of the times at which the validators signed the block before it, each counted
 * as often as its power says.
 *
 * @module
 */
import { assert, present } from "@assay/kernel/assert";
import type { Timestamp } from "@assay/proto/gen/google/protobuf/timestamp";
import type { Commit } from "@assay/proto/gen/tendermint/types/types";
import { BlockIDFlag } from "@assay/proto/gen/tendermint/types/validator";
import { compareTime } from "./time.ts";
import type { ValidatorSet } from "./validator-set.ts";

/** @param validators those of the commit's height. */
export function medianTime(commit: Commit, validators: ValidatorSet): Timestamp {
  const votes: { readonly time: Timestamp; readonly power: bigint }[] = [];
  let total = 0n;
  for (const signature of commit.signatures) {
    if (signature.blockIdFlag === BlockIDFlag.BLOCK_ID_FLAG_ABSENT) continue;
    const validator = present(validators.byAddress(signature.validatorAddress), "a signer of the last block");
    total += validator.votingPower;
    votes.push({ time: present(signature.timestamp, "a vote's time"), power: validator.votingPower });
  }
  assert(votes.length > 0, "nobody signed the last block");
  votes.sort((a, b) => compareTime(a.time, b.time));
  let rest = total / 2n;
  for (const { time, power } of votes) {
    if (rest <= power) return time;
    rest -= power;
  }
  return votes.at(-1)!.time;
}
