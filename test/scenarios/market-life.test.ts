/** The life of datasets, claims and stakes, block by block. */
import { state as challengeState } from "@assay/modules/challenge/state";
import { state as dataState } from "@assay/modules/data/state";
import { compare } from "@assay/primitives/bytes";
import { Msg as AttestMsg } from "@assay/proto/gen/assay/attest/v1/tx";
import { Answer } from "@assay/proto/gen/assay/attest/v1/types";
import { Query as ChallengeQuery } from "@assay/proto/gen/assay/challenge/v1/query";
import { Query } from "@assay/proto/gen/assay/data/v1/query";
import { Msg } from "@assay/proto/gen/assay/data/v1/tx";
import { ClaimStatus, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import { expect, test } from "vitest";
import {
  CLAIM_KIND_AVAILABLE,
  CLAIM_KIND_SCHEMA_VALID,
  CLAIM_KIND_UNIQUE,
  claim,
  salt,
  sampleRows,
  TestSet,
} from "../harness/dataset.ts";
import { ASSAY, address, Market, type MarketOptions } from "../harness/market.ts";

const START = 10_000n * ASSAY;
const three = [claim(CLAIM_KIND_AVAILABLE), claim(CLAIM_KIND_SCHEMA_VALID), claim(CLAIM_KIND_UNIQUE)];

function market(options: MarketOptions = {}): Market {
  return new Market({ coins: { olga: START, ben: START, bea: START, carl: START }, ...options });
}

/** An ACTIVE dataset of olga's with one pair of equal rows, rows 3 and 4. */
function active(chain: Market, terms = {}): TestSet {
  const set = new TestSet("olga", sampleRows(3, 1), terms);
  set.activate(chain, three);
  return set;
}

const code = (result: { error: { codespace: string; code: number } | undefined }): string =>
  result.error === undefined ? "ok" : `${result.error.codespace}/${result.error.code}`;

const eventTypes = (chain: Market): string[] => chain.endEvents.map(({ type }) => type);

test("a sealed publish may be shown from the next block to the last one of its time, and is then dropped", () => {
  for (const [age, expected] of [
    [0n, "data/5"],
    [1n, "ok"],
    [20n, "ok"],
    [21n, "data/4"],
  ] as const) {
    const chain = market();
    const set = new TestSet("olga", sampleRows(3, 0));
    set.seal(chain);
    chain.nextTo(1n + age);
    expect(code(chain.deliver(Msg.PublishDataset, set.publishMessage(three))), `age ${age}`).toBe(expected);
  }
  const chain = market();
  new TestSet("olga", sampleRows(3, 0)).seal(chain);
  chain.nextTo(21n);
  expect(chain.query(Query.Commits, { owner: address("olga") }).commits).toHaveLength(1);
  chain.next();
  expect(eventTypes(chain)).toEqual(["data.publish_dropped"]);
  expect(chain.query(Query.Commits, { owner: address("olga") }).commits).toHaveLength(0);
});

test("a seal of another owner opens nothing, though its hash be the same", () => {
  const chain = market();
  const set = new TestSet("olga", sampleRows(3, 0));
  chain.must(Msg.CommitPublish, { owner: address("ben"), hash: set.sealHash() });
  chain.next();
  expect(code(chain.deliver(Msg.PublishDataset, set.publishMessage(three)))).toBe("data/4");
  const stolen = { ...set.publishMessage(three), owner: address("ben") };
  expect(code(chain.deliver(Msg.PublishDataset, stolen))).toBe("data/6");
});

test("a later version names an earlier one of the same owner and name", () => {
  const chain = market();
  const first = active(chain);
  const publish = (owner: string, terms: object): string => {
    const set = new TestSet(owner, sampleRows(3, 0), terms);
    set.seal(chain);
    chain.next();
    return code(chain.deliver(Msg.PublishDataset, set.publishMessage(three)));
  };
  expect(publish("olga", { version: 2, prev: first.id })).toBe("ok");
  expect(publish("olga", { version: 2, prev: first.id })).toBe("data/9");
  expect(publish("ben", { version: 2, prev: first.id })).toBe("data/8");
  expect(publish("olga", { name: "other", version: 2, prev: first.id })).toBe("data/8");
  expect(publish("olga", { version: 1, prev: first.id })).toBe("data/8");
  expect(publish("olga", { version: 0 })).toBe("data/8");
  expect(publish("olga", { version: 3, prev: salt("nothing") })).toBe("data/8");
});

test("what publishing takes: the seal's burn, the publish burn with each begun 10 MiB, and the stakes", () => {
  const chain = market();
  const tenMib = 10n * 1024n * 1024n;
  const set = new TestSet("olga", sampleRows(3, 0), {
    featuresBlob: { sha256: salt("f"), size: tenMib },
    labelsBlob: { sha256: salt("l"), size: 1n },
  });
  const before = chain.supply();
  set.seal(chain);
  chain.next();
  chain.must(Msg.PublishDataset, set.publishMessage(three));
  // .1 for the seal, 1 for the publish, 2 for 10 MiB and a byte.
  expect(before - chain.supply()).toBe(3_100_000n);
  expect(START - chain.balance("olga")).toBe(3_100_000n + 300n * ASSAY);
});

test("a dataset is final when window and reveal time are over, its claims' stakes are free but AVAILABLE's", () => {
  const chain = market();
  const set = active(chain);
  const { activeHeight, windowEnd, finalHeight } = set.dataset(chain);
  expect([windowEnd - activeHeight, finalHeight - windowEnd]).toEqual([60n, 20n]);
  expect(code(set.stake(chain, "ben", CLAIM_KIND_UNIQUE, 50n * ASSAY))).toBe("ok");
  expect(code(set.withdraw(chain, "olga"))).toBe("data/32");
  chain.nextTo(finalHeight);
  expect(set.dataset(chain).status).toBe(DatasetStatus.DATASET_STATUS_ACTIVE);
  chain.next();
  expect(eventTypes(chain)).toEqual([...Array(3).fill("data.claim_finalized"), "data.dataset_finalized"]);
  expect(set.dataset(chain)).toMatchObject({
    status: DatasetStatus.DATASET_STATUS_FINAL,
    closedHeight: finalHeight,
  });
  const owed = chain.query(Query.Withdrawable, { account: address("olga") }).withdrawable;
  expect(owed).toEqual([{ datasetId: set.id, amount: { denom: "uassay", amount: "200000000" } }]);
  expect(code(set.withdraw(chain, "olga"))).toBe("ok");
  expect(code(set.withdraw(chain, "olga"))).toBe("data/32");
  expect(code(set.withdraw(chain, "ben"))).toBe("ok");
  expect(chain.balance("ben")).toBe(START);
});

test("retiring releases AVAILABLE's stakes after the unbonding time, to the block", () => {
  const chain = market();
  const set = active(chain);
  set.stake(chain, "ben", CLAIM_KIND_AVAILABLE, 50n * ASSAY);
  chain.nextTo(set.dataset(chain).finalHeight + 1n);
  expect(code(set.withdraw(chain, "ben"))).toBe("data/32");
  expect(code(set.retire(chain))).toBe("ok");
  const { releaseHeight } = set.dataset(chain);
  expect(releaseHeight).toBe(chain.height + 40n);
  set.withdraw(chain, "olga");
  chain.nextTo(releaseHeight - 1n);
  expect([code(set.withdraw(chain, "olga")), code(set.withdraw(chain, "ben"))]).toEqual([
    "data/32",
    "data/32",
  ]);
  chain.next();
  expect([code(set.withdraw(chain, "olga")), code(set.withdraw(chain, "ben"))]).toEqual(["ok", "ok"]);
  expect(chain.balance("ben")).toBe(START);
  expect(code(set.retire(chain))).toBe("data/21");
  expect(chain.query(Query.Positions, { datasetId: set.id }).positions).toHaveLength(0);
});

test("a dataset that is retired while active voids its claims, and all stakes wait the unbonding time", () => {
  const chain = market();
  const set = active(chain);
  set.stake(chain, "ben", CLAIM_KIND_UNIQUE, 50n * ASSAY);
  expect(code(set.retire(chain))).toBe("ok");
  expect(set.dataset(chain).claims.map(({ status }) => status)).toEqual(
    Array(3).fill(ClaimStatus.CLAIM_STATUS_VOID),
  );
  expect(chain.query(Query.Totals, {}).totals).toMatchObject({ atRisk: 0n, openClaims: 0n });
  expect(code(set.unstake(chain, "ben", CLAIM_KIND_UNIQUE, ASSAY))).toBe("data/23");
  expect(code(set.stake(chain, "ben", CLAIM_KIND_UNIQUE, ASSAY))).toBe("data/21");
  chain.next(40);
  expect([code(set.withdraw(chain, "olga")), code(set.withdraw(chain, "ben"))]).toEqual(["ok", "ok"]);
  expect(chain.balance("olga")).toBe(START - 2_100_000n);
});

test("a backer leaves at any time, in parts, and is paid when the unbonding time is over", () => {
  const chain = market();
  const set = active(chain);
  set.stake(chain, "ben", CLAIM_KIND_UNIQUE, 50n * ASSAY);
  chain.next();
  expect(code(set.unstake(chain, "ben", CLAIM_KIND_UNIQUE, 20n * ASSAY))).toBe("ok");
  chain.next();
  expect(code(set.unstake(chain, "ben", CLAIM_KIND_UNIQUE, 30n * ASSAY))).toBe("ok");
  expect(set.claim(chain, CLAIM_KIND_UNIQUE)).toMatchObject({ backersStake: 0n, backerCount: 0 });
  const { unbondings } = chain.query(Query.Unbondings, { datasetId: set.id });
  expect(unbondings.map((u) => [u.amount, u.completionHeight - u.startHeight])).toEqual([
    [20n * ASSAY, 40n],
    [30n * ASSAY, 40n],
  ]);
  chain.nextTo(unbondings[0]!.completionHeight - 1n);
  expect(code(set.withdraw(chain, "ben"))).toBe("data/32");
  chain.next();
  set.withdraw(chain, "ben");
  expect(chain.balance("ben")).toBe(START - 30n * ASSAY);
  chain.next();
  set.withdraw(chain, "ben");
  expect(chain.balance("ben")).toBe(START);
});

test("an unbonding stake is free at once when its claim becomes final", () => {
  const chain = market();
  const set = active(chain);
  set.stake(chain, "ben", CLAIM_KIND_UNIQUE, 50n * ASSAY);
  chain.nextTo(set.dataset(chain).finalHeight);
  set.unstake(chain, "ben", CLAIM_KIND_UNIQUE, 50n * ASSAY);
  chain.next();
  expect(code(set.withdraw(chain, "ben"))).toBe("ok");
  expect(chain.balance("ben")).toBe(START);
});

test("backers together stake at most four times the owner's stake, and room that is left can be taken again", () => {
  const chain = market();
  const set = active(chain);
  expect(code(set.stake(chain, "ben", CLAIM_KIND_UNIQUE, 399n * ASSAY))).toBe("ok");
  expect(code(set.stake(chain, "bea", CLAIM_KIND_UNIQUE, ASSAY + 1n))).toBe("data/27");
  expect(code(set.stake(chain, "bea", CLAIM_KIND_UNIQUE, ASSAY))).toBe("ok");
  expect(code(set.stake(chain, "bea", CLAIM_KIND_UNIQUE, ASSAY))).toBe("data/27");
  expect(code(set.unstake(chain, "ben", CLAIM_KIND_UNIQUE, 10n * ASSAY))).toBe("ok");
  expect(code(set.stake(chain, "bea", CLAIM_KIND_UNIQUE, 10n * ASSAY))).toBe("ok");
  expect(set.claim(chain, CLAIM_KIND_UNIQUE)).toMatchObject({ backersStake: 400n * ASSAY, backerCount: 2 });
});

test("a claim lost leaves the others open, and they become final in their time", () => {
  const chain = market();
  const set = active(chain);
  set.challenge("carl", CLAIM_KIND_UNIQUE, set.uniqueProof([3, 4])).run(chain);
  chain.next(20);
  expect(set.claim(chain, CLAIM_KIND_UNIQUE).status).toBe(ClaimStatus.CLAIM_STATUS_LOST);
  expect(set.dataset(chain).status).toBe(DatasetStatus.DATASET_STATUS_ACTIVE);
  expect(code(set.stake(chain, "ben", CLAIM_KIND_UNIQUE, ASSAY))).toBe("data/23");
  expect(code(set.stake(chain, "ben", CLAIM_KIND_SCHEMA_VALID, ASSAY))).toBe("ok");
  chain.nextTo(set.dataset(chain).finalHeight + 1n);
  expect(set.dataset(chain).claims.map(({ status }) => status)).toEqual([
    ClaimStatus.CLAIM_STATUS_FINAL,
    ClaimStatus.CLAIM_STATUS_FINAL,
    ClaimStatus.CLAIM_STATUS_LOST,
  ]);
  expect(chain.query(Query.Totals, {}).totals).toMatchObject({
    datasets: 1n,
    openClaims: 0n,
    finalClaims: 2n,
    lostClaims: 1n,
    atRisk: 0n,
    burned: 60n * ASSAY,
  });
});

test("the reward is at most twenty bonds: a larger stake wants a larger bond", () => {
  for (const [bond, reward] of [
    [5n, 100n],
    [20n, 400n],
  ] as const) {
    const chain = market();
    const set = new TestSet("olga", sampleRows(3, 1));
    set.activate(chain, [claim(CLAIM_KIND_AVAILABLE), claim(CLAIM_KIND_UNIQUE, 1000n * ASSAY)]);
    set.challenge("carl", CLAIM_KIND_UNIQUE, set.uniqueProof([3, 4])).run(chain, bond * ASSAY);
    chain.next(21);
    const { cases } = chain.query(ChallengeQuery.Cases, { datasetId: set.id });
    expect(cases[0]).toMatchObject({ reward: reward * ASSAY, burned: (1000n - reward) * ASSAY });
    set.withdraw(chain, "carl");
    expect(chain.balance("carl")).toBe(START + reward * ASSAY);
  }
});

test("more datasets due than a block closes: the rest follows in the next blocks, with nothing changed", () => {
  const chain = market({ data: { maxClosingsPerBlock: 1 } });
  const sets = ["aaa", "bbb", "ccc"].map((name) => new TestSet("olga", sampleRows(3, 0), { name }));
  for (const set of sets) set.seal(chain);
  chain.next();
  for (const set of sets) {
    const { questionId } = chain.must(Msg.PublishDataset, set.publishMessage(three));
    for (const name of chain.validators) {
      chain.must(AttestMsg.Answer, { attestor: address(name), questionId, answer: Answer.ANSWER_YES });
    }
  }
  chain.next();
  const { finalHeight } = sets[0]!.dataset(chain);
  chain.nextTo(finalHeight + 1n);
  const inOrder = [...sets].sort((a, b) => compare(a.id, b.id));
  for (let done = 1; done <= 3; done++) {
    const isFinal = inOrder.map((set) => set.dataset(chain).status === DatasetStatus.DATASET_STATUS_FINAL);
    expect(isFinal).toEqual([done > 0, done > 1, done > 2]);
    if (done < 3) expect(code(inOrder[2]!.stake(chain, "ben", CLAIM_KIND_UNIQUE, ASSAY))).toBe("data/25");
    chain.next();
  }
});

test("a pause stops what begins something, and nothing that ends it", () => {
  const chain = market();
  const set = active(chain);
  set.stake(chain, "ben", CLAIM_KIND_UNIQUE, 50n * ASSAY);
  chain.next();
  const challenge = set.challenge("carl", CLAIM_KIND_UNIQUE, set.uniqueProof([3, 4])).seal(chain);
  chain.next();
  chain.write((ctx) => {
    dataState.params.set(ctx, { ...dataState.params.must(ctx), paused: true });
    challengeState.params.set(ctx, { ...challengeState.params.must(ctx), paused: true });
  });
  expect(code(set.stake(chain, "ben", CLAIM_KIND_UNIQUE, ASSAY))).toBe("data/2");
  expect(code(set.unstake(chain, "ben", CLAIM_KIND_UNIQUE, 50n * ASSAY))).toBe("ok");
  expect(code(challenge.reveal(chain))).toBe("ok");
  chain.next(20);
  expect(code(set.withdraw(chain, "carl"))).toBe("ok");
  expect(code(set.retire(chain))).toBe("ok");
});

test("datasets are listed by status and owner, the newest first, page by page", () => {
  const chain = market();
  const sets = ["aaa", "bbb", "ccc"].map((name) => new TestSet("olga", sampleRows(3, 0), { name }));
  for (const set of sets) set.activate(chain, three);
  const other = new TestSet("ben", sampleRows(3, 0));
  other.activate(chain, three);
  sets[1]!.retire(chain);
  const names = (request: object) =>
    chain
      .query(Query.Datasets, request)
      .datasets.map(({ terms, owner }) => `${owner === address("ben") ? "ben/" : ""}${terms!.name}`);
  expect(names({})).toEqual(["ben/reviews", "ccc", "bbb", "aaa"]);
  expect(names({ owner: address("olga") })).toEqual(["ccc", "bbb", "aaa"]);
  expect(names({ status: DatasetStatus.DATASET_STATUS_RETIRED })).toEqual(["bbb"]);
  expect(names({ status: DatasetStatus.DATASET_STATUS_ACTIVE, owner: address("olga") })).toEqual([
    "ccc",
    "aaa",
  ]);
  const page = chain.query(Query.Datasets, { pagination: { limit: 3n, countTotal: true } });
  expect(page.pagination!.total).toBe(4n);
  const rest = chain.query(Query.Datasets, { pagination: { limit: 3n, key: page.pagination!.nextKey } });
  expect(rest.datasets.map(({ terms }) => terms!.name)).toEqual(["aaa"]);
  const positions = (request: object) => chain.query(Query.Positions, request).positions.length;
  expect(positions({ datasetId: other.id })).toBe(3);
  expect(positions({ account: address("olga") })).toBe(9);
  expect(positions({ account: address("olga"), datasetId: other.id })).toBe(0);
  expect(() => positions({})).toThrow(/dataset id, an account or both/);
  expect(() => chain.query(Query.Dataset, { id: new Uint8Array(32) })).toThrow(/not found/);
});
