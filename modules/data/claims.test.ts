import { assert } from "@assay/kernel/assert";
import { Query } from "@assay/proto/gen/assay/data/v1/query";
import { ClaimStatus, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import { expect, test } from "vitest";
import {
  CLAIM_KIND_AVAILABLE,
  CLAIM_KIND_UNIQUE,
  claim,
  sampleRows,
  TestSet,
} from "../../test/harness/dataset.ts";
import { ASSAY, Market, rawAddress } from "../../test/harness/market.ts";
import { createDataKeeper } from "./claims.ts";

const START = 1000n * ASSAY;

/** No message takes AVAILABLE yet: the keeper does, as what will judge it would. */
function loseAvailable(market: Market, set: TestSet): void {
  market.write((ctx) => {
    const keeper = createDataKeeper({
      bank: market.modules.bank,
      attest: { open: () => assert(false, "nothing is asked") as never },
      revealBlocks: () => 20n,
    });
    keeper.setOpenCase(ctx, set.id, CLAIM_KIND_AVAILABLE, 7n);
    keeper.loseClaim(ctx, {
      datasetId: set.id,
      claim: CLAIM_KIND_AVAILABLE,
      caseId: 7n,
      sealHeight: ctx.block.height,
      challenger: rawAddress("carl"),
      rewardBps: 1000,
      maxReward: 1n << 60n,
    });
  });
}

function active() {
  const market = new Market({ coins: { olga: START, ben: START } });
  const set = new TestSet("olga", sampleRows(3, 1));
  set.activate(market, [claim(CLAIM_KIND_AVAILABLE), claim(CLAIM_KIND_UNIQUE)]);
  return { market, set };
}

test("an active dataset that loses AVAILABLE is delisted, and its open claims get another window", () => {
  const { market, set } = active();
  set.stake(market, "ben", CLAIM_KIND_AVAILABLE, 50n * ASSAY);
  const { windowEnd, finalHeight } = set.dataset(market);
  loseAvailable(market, set);
  market.checkInvariants();
  expect(set.dataset(market)).toMatchObject({
    status: DatasetStatus.DATASET_STATUS_DELISTED,
    windowEnd: windowEnd + 60n,
    finalHeight: finalHeight + 60n,
  });
  expect(set.stake(market, "ben", CLAIM_KIND_UNIQUE, ASSAY).error?.code).toBe(21);
  // Open cases go on: UNIQUE can still be lost, here within the second window.
  market.nextTo(windowEnd + 1n);
  const challenge = set.challenge("ben", CLAIM_KIND_UNIQUE, set.uniqueProof([3, 4]));
  expect(challenge.run(market).error).toBeUndefined();
  market.nextTo(finalHeight + 61n);
  expect(set.dataset(market).status).toBe(DatasetStatus.DATASET_STATUS_DELISTED);
  expect(set.claim(market, CLAIM_KIND_UNIQUE).status).toBe(ClaimStatus.CLAIM_STATUS_LOST);
  expect(market.query(Query.Totals, {}).totals).toMatchObject({ openClaims: 0n, lostClaims: 2n, atRisk: 0n });
});

test("a delisted dataset's claims that nobody takes become final, and their stakes are free", () => {
  const { market, set } = active();
  loseAvailable(market, set);
  market.nextTo(set.dataset(market).finalHeight + 1n);
  expect(set.claim(market, CLAIM_KIND_UNIQUE).status).toBe(ClaimStatus.CLAIM_STATUS_FINAL);
  const had = market.balance("olga");
  expect(set.withdraw(market, "olga").error).toBeUndefined();
  expect(market.balance("olga") - had).toBe(100n * ASSAY);
});

test("a final dataset that loses AVAILABLE loses nothing else", () => {
  const { market, set } = active();
  const { windowEnd, finalHeight } = set.dataset(market);
  market.nextTo(finalHeight + 1n);
  loseAvailable(market, set);
  market.checkInvariants();
  expect(set.dataset(market)).toMatchObject({ status: DatasetStatus.DATASET_STATUS_DELISTED, windowEnd });
  expect(set.claim(market, CLAIM_KIND_UNIQUE).status).toBe(ClaimStatus.CLAIM_STATUS_FINAL);
  const challenge = set.challenge("ben", CLAIM_KIND_UNIQUE, set.uniqueProof([3, 4]));
  expect(challenge.run(market).error?.code).toBe(13);
  expect(set.withdraw(market, "olga").error).toBeUndefined();
});
