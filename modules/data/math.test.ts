import {
  Claim,
  ClaimStatus,
  Dataset,
  DatasetStatus,
  type Params,
} from "@assay/proto/gen/assay/data/v1/types";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { challengerReward, publishBurn, slashedFrom, wasOpenAt } from "./math.ts";
import { defaultParams, PARAM_BOUNDS, paramsFault } from "./params.ts";

const MIB = 1024n * 1024n;
const params: Params = { ...defaultParams, stakeDenom: "uassay" };

test("publishing burns 1 and 1 for each begun 10 MiB", () => {
  const assay = [1n, 10n * MIB, 10n * MIB + 1n, 64n * MIB].map(
    (bytes) => publishBurn(params, bytes) / 1_000_000n,
  );
  expect(assay).toEqual([2n, 2n, 3n, 8n]);
});

test("a reward is the share rounded down, never above its bound, never a profit for the owner", () => {
  const amount = fc.bigInt(0n, 10n ** 15n);
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 4999 }), amount, (slashed, bps, most) => {
      const reward = challengerReward(slashed, bps, most);
      expect(reward).toBeLessThanOrEqual(most);
      expect(reward * 10_000n).toBeLessThanOrEqual(slashed * BigInt(bps));
      expect(reward * 2n).toBeLessThanOrEqual(slashed);
      if (reward < most) expect((reward + 1n) * 10_000n).toBeGreaterThan(slashed * BigInt(bps));
    }),
  );
});

test("the risk of an unbonding stake ends a reveal time before it is complete", () => {
  expect(slashedFrom(100n, 40n, 20n)).toBe(81n);
  expect(slashedFrom(5n, 40n, 20n)).toBe(0n);
  const block = fc.bigInt(0n, 10n ** 7n);
  fc.assert(
    fc.property(block, block, fc.bigInt(1n, 1000n), fc.bigInt(1n, 10n ** 6n), (seal, start, reveal, more) => {
      const unbonding = reveal + more;
      const isTaken = start >= slashedFrom(seal, unbonding, reveal);
      expect(isTaken).toBe(seal < start + unbonding - reveal);
      // What is taken cannot be out when the seal's time is over.
      if (isTaken) expect(start + unbonding).toBeGreaterThan(seal + reveal);
    }),
  );
});

describe("a claim was open to challenge", () => {
  const dataset = Dataset.fromPartial({
    status: DatasetStatus.DATASET_STATUS_ACTIVE,
    activeHeight: 10n,
    windowEnd: 20n,
  });
  const claim = Claim.fromPartial({ status: ClaimStatus.CLAIM_STATUS_OPEN });
  const open = (d: Dataset, c: Claim) =>
    [9n, 10n, 11n, 15n, 16n, 20n, 21n].filter((height) => wasOpenAt(d, c, height));

  test("from the block after it became active to the end of the window", () => {
    expect(open(dataset, claim)).toEqual([11n, 15n, 16n, 20n]);
  });

  test("until it was lost, or its dataset retired, that block included", () => {
    expect(open(dataset, { ...claim, status: ClaimStatus.CLAIM_STATUS_LOST, lostHeight: 15n })).toEqual([
      11n,
      15n,
    ]);
    const retired = { ...dataset, status: DatasetStatus.DATASET_STATUS_RETIRED, closedHeight: 15n };
    expect(open(retired, { ...claim, status: ClaimStatus.CLAIM_STATUS_VOID })).toEqual([11n, 15n]);
  });

  test("never before its dataset was active, or when it is final", () => {
    expect(open({ ...dataset, activeHeight: 0n }, claim)).toEqual([]);
    expect(open(dataset, { ...claim, status: ClaimStatus.CLAIM_STATUS_FINAL })).toEqual([]);
  });
});

describe("params", () => {
  test("by default may stand", () => {
    expect(paramsFault(params)).toBeUndefined();
  });

  test.each(Object.entries(PARAM_BOUNDS))("%s may not leave its bounds", (name, [least, most]) => {
    const as = (value: bigint) =>
      paramsFault({
        ...params,
        [name]: typeof params[name as keyof Params] === "bigint" ? value : Number(value),
      });
    const snake = name.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`);
    expect(as(least - 1n)).toMatch(`${snake} must be`);
    expect(as(most + 1n)).toMatch(`${snake} must be`);
  });

  test("name a denom and windows that fit into each other", () => {
    expect(paramsFault({ ...params, stakeDenom: "" })).toMatch(/denom/);
    expect(paramsFault({ ...params, revealMinBlocks: 50n, revealMaxBlocks: 49n })).toMatch(
      /reveal_min_blocks/,
    );
    expect(paramsFault({ ...params, challengeWindowBlocks: 9n, maxWindowBlocks: 8n })).toMatch(
      /max_window_blocks/,
    );
  });
});
