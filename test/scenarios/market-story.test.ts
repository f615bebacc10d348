import { CaseStatus } from "@assay/proto/gen/assay/challenge/v1/types";
import { ClaimStatus, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import { expect, test } from "vitest";
import {
  CLAIM_KIND_AVAILABLE,
  CLAIM_KIND_SCHEMA_VALID,
  CLAIM_KIND_UNIQUE,
  claim,
  sampleRows,
  TestSet,
} from "../harness/dataset.ts";
import { ASSAY, Market } from "../harness/market.ts";

const coinsOfAll = { olga: 10_000n * ASSAY, ben: 10_000n * ASSAY, carl: 10_000n * ASSAY, v0: 1n };

test("a false claim is proved and slashed, the supply shrinks, the other claims become final and pay out", () => {
  const market = new Market({ coins: coinsOfAll });
  const set = new TestSet("olga", sampleRows(10, 3));
  set.activate(market, [
    claim(CLAIM_KIND_AVAILABLE),
    claim(CLAIM_KIND_SCHEMA_VALID),
    claim(CLAIM_KIND_UNIQUE, 200n * ASSAY, 2),
  ]);
  expect(set.dataset(market).status).toBe(DatasetStatus.DATASET_STATUS_ACTIVE);
  expect(set.stake(market, "ben", CLAIM_KIND_UNIQUE, 300n * ASSAY).error).toBeUndefined();
  expect(set.stake(market, "ben", CLAIM_KIND_SCHEMA_VALID, 50n * ASSAY).error).toBeUndefined();
  market.next();

  const challenge = set.challenge("carl", CLAIM_KIND_UNIQUE, set.uniqueProof([10, 11], [12, 13], [14, 15]));
  challenge.seal(market);
  market.next();
  const shown = challenge.reveal(market);
  expect(shown.response).toMatchObject({ caseId: 1n, status: CaseStatus.CASE_STATUS_PROVEN });
  const before = market.supply();
  market.next(25);
  expect(set.claim(market, CLAIM_KIND_UNIQUE)).toMatchObject({
    status: ClaimStatus.CLAIM_STATUS_LOST,
    slashedOwner: 200n * ASSAY,
    slashedBackers: 300n * ASSAY,
  });
  // 40 % of the owner's 200 to the challenger, the rest and all of the backers' burned.
  expect(before - market.supply()).toBe(420n * ASSAY);
  const carlHad = market.balance("carl");
  expect(set.withdraw(market, "carl").error).toBeUndefined();
  expect(market.balance("carl") - carlHad).toBe(85n * ASSAY);

  market.nextTo(set.dataset(market).finalHeight + 1n);
  expect(set.dataset(market).status).toBe(DatasetStatus.DATASET_STATUS_FINAL);
  const [olgaHad, benHad] = [market.balance("olga"), market.balance("ben")];
  expect(set.withdraw(market, "olga").error).toBeUndefined();
  expect(set.withdraw(market, "ben").error).toBeUndefined();
  expect(market.balance("olga") - olgaHad).toBe(100n * ASSAY);
  expect(market.balance("ben") - benHad).toBe(50n * ASSAY);

  expect(set.retire(market).error).toBeUndefined();
  market.next(40);
  expect(set.withdraw(market, "olga").error).toBeUndefined();
  expect(market.balance("olga")).toBe(coinsOfAll.olga - 200n * ASSAY - 2_100_000n);
  market.checkInvariants();
});
