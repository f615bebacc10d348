/** Attacks on the market, each by whoever would gain by it, and what they come to. */
import { Query as ChallengeQuery } from "@assay/proto/gen/assay/challenge/v1/query";
import { Msg as ChallengeMsg } from "@assay/proto/gen/assay/challenge/v1/tx";
import { CaseStatus } from "@assay/proto/gen/assay/challenge/v1/types";
import { ClaimStatus, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CLAIM_KIND_AVAILABLE,
  CLAIM_KIND_SCHEMA_VALID,
  CLAIM_KIND_UNIQUE,
  claim,
  coins,
  sampleRows,
  TestSet,
} from "../harness/dataset.ts";
import { ASSAY, address, Market, type MarketOptions, type Result } from "../harness/market.ts";

const { CASE_STATUS_PROVEN, CASE_STATUS_WON, CASE_STATUS_BEATEN, CASE_STATUS_INVALID } = CaseStatus;
const START = 10_000n * ASSAY;
const PEOPLE = ["olga", "sybil", "ben", "bea", "carl", "mallory", "finder"];

function market(options: MarketOptions = {}): Market {
  return new Market({ coins: Object.fromEntries(PEOPLE.map((name) => [name, START])), ...options });
}

const code = ({ error }: Result<object>): string =>
  error === undefined ? "ok" : `${error.codespace}/${error.code}`;

/** An ACTIVE dataset of olga's that claims to have no near pair; rows 3 and 4 are equal, as are 5 and 6. */
function falseClaim(chain: Market, stake = 100n * ASSAY, terms = {}): TestSet {
  const set = new TestSet("olga", sampleRows(3, 2), terms);
  set.activate(chain, [claim(CLAIM_KIND_AVAILABLE), claim(CLAIM_KIND_UNIQUE, stake)]);
  chain.next();
  return set;
}

const status = (chain: Market, set: TestSet) => set.claim(chain, CLAIM_KIND_UNIQUE).status;
const lost = ClaimStatus.CLAIM_STATUS_LOST;
const proofOf = (set: TestSet) => set.uniqueProof([3, 4]);

/** Everybody takes what is theirs, as often as there is something. */
function withdrawAll(chain: Market, set: TestSet): void {
  for (const name of PEOPLE) set.withdraw(chain, name);
}

const fortune = (chain: Market, ...names: string[]): bigint =>
  names.reduce((sum, name) => sum + chain.balance(name), 0n);

describe("an owner and its other addresses", () => {
  test("cannot rob backers: what they get back is 40 % of the owner's own stake, whatever the backers lose", () => {
    fc.assert(
      fc.property(fc.bigInt(ASSAY, 400n * ASSAY), fc.bigInt(5n * ASSAY, 50n * ASSAY), (backing, bond) => {
        const chain = market();
        const set = falseClaim(chain);
        const before = fortune(chain, "olga", "sybil");
        set.stake(chain, "ben", CLAIM_KIND_UNIQUE, backing);
        set.challenge("sybil", CLAIM_KIND_UNIQUE, proofOf(set)).run(chain, bond);
        chain.next(20);
        expect(status(chain, set)).toBe(lost);
        withdrawAll(chain, set);
        // Olga's 100 are in the claim; the 40 that come back are hers to begin with.
        expect(fortune(chain, "olga", "sybil") - before).toBe(40n * ASSAY);
        expect(chain.balance("ben")).toBe(START - backing);
      }),
      { numRuns: 15 },
    );
  });

  test("gain nothing by many challenges of their own: the earliest takes all, and that is the finder's", () => {
    const chain = market();
    const set = falseClaim(chain);
    const finder = set.challenge("finder", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain);
    const own = ["sybil", "mallory", "bea"].map((name) =>
      set.challenge(name, CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain),
    );
    chain.next();
    for (const challenge of own) challenge.reveal(chain);
    expect(finder.reveal(chain).response!.status).toBe(CASE_STATUS_PROVEN);
    chain.next(20);
    withdrawAll(chain, set);
    expect(chain.balance("finder")).toBe(START + 40n * ASSAY);
    for (const name of ["sybil", "mallory", "bea"]) expect(chain.balance(name)).toBe(START);
  });

  test("lose at least 60 % of the stake even when they are first, with any number of challenges", () => {
    const chain = market();
    const set = falseClaim(chain);
    const before = fortune(chain, "olga", "sybil", "mallory", "bea");
    for (const name of ["sybil", "mallory", "bea"])
      set.challenge(name, CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain);
    chain.next();
    for (const name of ["bea", "mallory", "sybil"])
      set.challenge(name, CLAIM_KIND_UNIQUE, proofOf(set)).reveal(chain);
    chain.next(20);
    withdrawAll(chain, set);
    expect(fortune(chain, "olga", "sybil", "mallory", "bea") - before).toBe(40n * ASSAY);
  });

  test("keep no reserve for less than it saves: a seal of their own burns a bond in each reveal time", () => {
    const chain = market();
    const set = falseClaim(chain);
    let burned = 0n;
    for (let i = 0; i < 2; i++) {
      set.challenge("sybil", CLAIM_KIND_UNIQUE, proofOf(set), `reserve ${i}`).seal(chain);
      const before = chain.supply();
      chain.next(21);
      burned += before - chain.supply();
    }
    expect(burned).toBe(10n * ASSAY);
    expect(status(chain, set)).toBe(ClaimStatus.CLAIM_STATUS_OPEN);
  });

  test("do not escape by retiring after a seal, whether or not it is shown yet", () => {
    const chain = market();
    const set = falseClaim(chain);
    set.stake(chain, "ben", CLAIM_KIND_UNIQUE, 30n * ASSAY);
    const challenge = set.challenge("carl", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain);
    expect(code(set.retire(chain))).toBe("ok");
    chain.next(20);
    expect(challenge.reveal(chain).response!.status).toBe(CASE_STATUS_PROVEN);
    chain.next();
    expect(set.claim(chain, CLAIM_KIND_UNIQUE)).toMatchObject({
      status: lost,
      slashedOwner: 100n * ASSAY,
      slashedBackers: 30n * ASSAY,
    });
    expect(set.dataset(chain).status).toBe(DatasetStatus.DATASET_STATUS_RETIRED);
    chain.next(40);
    withdrawAll(chain, set);
    expect(chain.balance("olga")).toBe(START - 102_100_000n);
    expect(chain.balance("ben")).toBe(START - 30n * ASSAY);
  });

  test("cannot retire while a case is about to take a claim", () => {
    const chain = market();
    const set = falseClaim(chain);
    set.challenge("carl", CLAIM_KIND_UNIQUE, proofOf(set)).run(chain);
    expect(code(set.retire(chain))).toBe("data/24");
  });

  test("are safe from what is sealed after they retired", () => {
    const chain = market();
    const set = falseClaim(chain);
    set.retire(chain);
    chain.next();
    expect(code(set.challenge("carl", CLAIM_KIND_UNIQUE, proofOf(set)).run(chain))).toBe("challenge/13");
  });
});

describe("a thief of proofs", () => {
  test("cannot show another's challenge, and not seal the same proof in time to be first", () => {
    const chain = market();
    const set = falseClaim(chain);
    const challenge = set.challenge("finder", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain);
    // Mallory copies the seal, which shows nothing, and lays down a bond for it.
    chain.must(ChallengeMsg.CommitChallenge, {
      challenger: address("mallory"),
      hash: challenge.hash,
      bond: coins(5n * ASSAY),
    });
    chain.next();
    // The proof is in the mempool: mallory's transaction comes first in the block.
    const stolen = { ...challenge.message, challenger: address("mallory") };
    expect(code(chain.deliver(ChallengeMsg.Challenge, stolen))).toBe("challenge/9");
    const late = set.challenge("mallory", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain);
    expect(challenge.reveal(chain).response!.status).toBe(CASE_STATUS_PROVEN);
    chain.next();
    expect(late.reveal(chain).response!.status).toBe(CASE_STATUS_BEATEN);
    chain.next(20);
    withdrawAll(chain, set);
    expect(chain.balance("finder")).toBe(START + 40n * ASSAY);
    // The copied seal burned its bond, the late one got it back.
    expect(chain.balance("mallory")).toBe(START - 5n * ASSAY);
  });

  test("cannot show a seal twice, for a second bond or a second reward", () => {
    const chain = market();
    const set = falseClaim(chain);
    const challenge = set.challenge("carl", CLAIM_KIND_UNIQUE, proofOf(set));
    expect(code(challenge.run(chain))).toBe("ok");
    expect(code(challenge.reveal(chain))).toBe("challenge/9");
    chain.next(20);
    expect(code(challenge.reveal(chain))).toBe("challenge/9");
  });
});

describe("the earliest seal that is shown in time", () => {
  test("wins though it is shown last; the others get their bonds back", () => {
    const chain = market();
    const set = falseClaim(chain);
    const first = set.challenge("finder", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain);
    chain.next();
    const second = set.challenge("carl", CLAIM_KIND_UNIQUE, set.uniqueProof([5, 6])).seal(chain);
    chain.next();
    const third = set.challenge("bea", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain);
    chain.next();
    expect(second.reveal(chain).response!.status).toBe(CASE_STATUS_PROVEN);
    expect(third.reveal(chain).response!.status).toBe(CASE_STATUS_BEATEN);
    chain.next();
    expect(first.reveal(chain).response!.status).toBe(CASE_STATUS_PROVEN);
    const { cases } = chain.query(ChallengeQuery.Cases, { datasetId: set.id });
    expect(cases.map((c) => c.status)).toEqual([CASE_STATUS_PROVEN, CASE_STATUS_BEATEN, CASE_STATUS_BEATEN]);
    // It settles when no earlier one can come, which is its own time.
    expect(cases[0]!.settleHeight).toBe(cases[0]!.committedHeight + 20n);
    chain.nextTo(cases[0]!.settleHeight + 1n);
    expect(chain.query(ChallengeQuery.Case, { id: cases[0]!.id }).case!.status).toBe(CASE_STATUS_WON);
    withdrawAll(chain, set);
    expect(chain.balance("finder")).toBe(START + 40n * ASSAY);
    expect([chain.balance("carl"), chain.balance("bea")]).toEqual([START, START]);
  });

  test("is the one of the lower index within a block", () => {
    const chain = market();
    const set = falseClaim(chain);
    const first = set.challenge("finder", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain);
    const second = set.challenge("carl", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain);
    chain.next();
    second.reveal(chain);
    first.reveal(chain);
    chain.next(20);
    const [newest] = chain.query(ChallengeQuery.Cases, { status: CASE_STATUS_WON }).cases;
    expect(newest).toMatchObject({ challenger: address("finder"), reward: 40n * ASSAY });
    expect(newest!.committedIndex).toBeLessThan(
      chain.query(ChallengeQuery.Cases, { status: CASE_STATUS_BEATEN }).cases[0]!.committedIndex,
    );
  });

  test("may be sealed in the window's last block and shown in the dataset's last", () => {
    const chain = market();
    const set = falseClaim(chain);
    const { windowEnd, finalHeight } = set.dataset(chain);
    chain.nextTo(windowEnd);
    const inTime = set.challenge("carl", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain);
    chain.next();
    const tooLate = set.challenge("bea", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain);
    chain.nextTo(finalHeight);
    expect(code(tooLate.reveal(chain))).toBe("challenge/13");
    expect(inTime.reveal(chain).response!.status).toBe(CASE_STATUS_PROVEN);
    chain.next();
    expect(status(chain, set)).toBe(lost);
    expect(set.dataset(chain).status).toBe(DatasetStatus.DATASET_STATUS_FINAL);
  });

  test("settles late, for want of room in a block, as it would have in time", () => {
    const chain = market({ challenge: { maxClosingsPerBlock: 1 } });
    const sets = ["aaa", "bbb", "ccc"].map((name) => falseClaim(chain, 100n * ASSAY, { name }));
    const challenges = sets.map((set) => set.challenge("carl", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain));
    const late = sets.map((set) => set.challenge("bea", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain));
    chain.next();
    for (const challenge of challenges) expect(code(challenge.reveal(chain))).toBe("ok");
    chain.next(19);
    chain.next();
    expect(sets.map((set) => status(chain, set) === lost)).toEqual([true, false, false]);
    // Nothing helps in between: not showing a seal whose time is over, not leaving.
    expect(code(late[1]!.reveal(chain))).toBe("challenge/10");
    expect(code(sets[1]!.retire(chain))).toBe("data/24");
    expect(code(sets[1]!.stake(chain, "ben", CLAIM_KIND_UNIQUE, ASSAY))).toBe("data/24");
    chain.next(2);
    expect(sets.map((set) => status(chain, set) === lost)).toEqual([true, true, true]);
    chain.next(3);
    expect(chain.query(ChallengeQuery.Commits, {}).commits).toHaveLength(0);
  });
});

test("stakes of a retired dataset wait for a case that is settled late", () => {
  // Unbonding is but one block longer than the reveal time, and a block settles one case.
  const chain = market({ data: { unbondingBlocks: 21n }, challenge: { maxClosingsPerBlock: 1 } });
  const sets = ["aaa", "bbb", "ccc"].map((name) => falseClaim(chain, 100n * ASSAY, { name }));
  const challenges = sets.map((set) => set.challenge("carl", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain));
  for (const set of sets) expect(code(set.retire(chain))).toBe("ok");
  chain.next(20);
  for (const challenge of challenges) expect(code(challenge.reveal(chain))).toBe("ok");
  chain.next();
  expect(sets.map((set) => set.dataset(chain).releaseHeight === chain.height)).toEqual([true, true, true]);
  // The other claims are free by now, the one that a case is about to take is not.
  const had = chain.balance("olga");
  for (const set of sets) expect(code(set.withdraw(chain, "olga"))).toBe("ok");
  expect(chain.balance("olga") - had).toBe(300n * ASSAY);
  chain.next(3);
  expect(sets.map((set) => status(chain, set))).toEqual([lost, lost, lost]);
  for (const set of sets) expect(code(set.withdraw(chain, "olga"))).toBe("data/32");
});

describe("a backer", () => {
  test("does not escape by leaving after a seal, nor when the proof is shown", () => {
    const chain = market();
    const set = falseClaim(chain);
    set.stake(chain, "ben", CLAIM_KIND_UNIQUE, 30n * ASSAY);
    set.stake(chain, "bea", CLAIM_KIND_UNIQUE, 50n * ASSAY);
    const challenge = set.challenge("carl", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain);
    expect(code(set.unstake(chain, "ben", CLAIM_KIND_UNIQUE, 30n * ASSAY))).toBe("ok");
    chain.next();
    challenge.reveal(chain);
    expect(code(set.unstake(chain, "bea", CLAIM_KIND_UNIQUE, 20n * ASSAY))).toBe("ok");
    chain.next(20);
    expect(set.claim(chain, CLAIM_KIND_UNIQUE).slashedBackers).toBe(80n * ASSAY);
    chain.next(60);
    withdrawAll(chain, set);
    expect([chain.balance("ben"), chain.balance("bea")]).toEqual([START - 30n * ASSAY, START - 50n * ASSAY]);
  });

  test("who left before is taken by exactly those seals that its time covers", () => {
    // Unbonding 40, reveal 20: a stake that left at s is at risk by what is sealed before s + 20.
    for (const [after, taken] of [
      [0n, true],
      [19n, true],
      [20n, false],
      [25n, false],
    ] as const) {
      const chain = market();
      const set = falseClaim(chain);
      set.stake(chain, "ben", CLAIM_KIND_UNIQUE, 30n * ASSAY);
      set.unstake(chain, "ben", CLAIM_KIND_UNIQUE, 30n * ASSAY);
      const completion = chain.height + 40n;
      chain.next(Number(after));
      const challenge = set.challenge("carl", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain);
      // Shown in the last block, when the stake is all but out.
      chain.next(20);
      expect(challenge.reveal(chain).response!.status, `${after}`).toBe(CASE_STATUS_PROVEN);
      expect(code(set.withdraw(chain, "ben")), `${after}`).toBe("data/32");
      chain.next();
      expect(set.claim(chain, CLAIM_KIND_UNIQUE).slashedBackers, `${after}`).toBe(taken ? 30n * ASSAY : 0n);
      if (chain.height < completion) chain.nextTo(completion);
      expect(code(set.withdraw(chain, "ben")), `${after}`).toBe(taken ? "data/32" : "ok");
    }
  });

  test("cannot put stake in for a moment, once a case leads or the window is over", () => {
    const chain = market();
    const set = falseClaim(chain);
    const honest = falseClaim(chain, 100n * ASSAY, { name: "honest" });
    set.challenge("carl", CLAIM_KIND_UNIQUE, proofOf(set)).run(chain);
    expect(code(set.stake(chain, "ben", CLAIM_KIND_UNIQUE, ASSAY))).toBe("data/24");
    chain.nextTo(honest.dataset(chain).windowEnd + 1n);
    expect(code(honest.stake(chain, "ben", CLAIM_KIND_AVAILABLE, ASSAY))).toBe("data/25");
  });

  test("of many, each loses what it had, and the claim loses them all in one step", () => {
    const chain = market();
    const set = falseClaim(chain);
    for (const name of ["ben", "bea", "mallory", "sybil"])
      set.stake(chain, name, CLAIM_KIND_UNIQUE, 7n * ASSAY);
    const before = chain.supply();
    set.challenge("carl", CLAIM_KIND_UNIQUE, proofOf(set)).run(chain);
    chain.next(20);
    expect(before - chain.supply()).toBe(60n * ASSAY + 28n * ASSAY);
  });
});

describe("a griefer", () => {
  test("who shows false proofs burns its bonds and holds nothing up", () => {
    const chain = market();
    const set = falseClaim(chain);
    const before = chain.supply();
    const wrong = set.challenge("mallory", CLAIM_KIND_UNIQUE, set.uniqueProof([0, 1]));
    expect(wrong.run(chain).response).toMatchObject({
      status: CASE_STATUS_INVALID,
      reason: "pair 1: rows 0 and 1 are not near",
    });
    expect(before - chain.supply()).toBe(5n * ASSAY);
    expect(set.dataset(chain).openCases).toBe(0);
    expect(code(set.stake(chain, "ben", CLAIM_KIND_UNIQUE, ASSAY))).toBe("ok");
    expect(chain.balance("mallory")).toBe(START - 5n * ASSAY);
    expect(code(set.withdraw(chain, "mallory"))).toBe("data/32");
  });

  test("who floods with seals pays for each, and delays no dataset", () => {
    const chain = market({ challenge: { maxClosingsPerBlock: 2 } });
    const set = falseClaim(chain);
    const { finalHeight } = set.dataset(chain);
    chain.nextTo(finalHeight - 21n);
    const before = chain.supply();
    for (let i = 0; i < 16; i++) {
      set.challenge("mallory", CLAIM_KIND_UNIQUE, proofOf(set), `flood ${i}`).seal(chain);
    }
    const over = set.challenge("mallory", CLAIM_KIND_UNIQUE, proofOf(set), "one more");
    expect(() => over.seal(chain)).toThrow(/too many/);
    chain.nextTo(finalHeight + 1n);
    expect(set.dataset(chain).status).toBe(DatasetStatus.DATASET_STATUS_FINAL);
    chain.next(8);
    expect(before - chain.supply()).toBe(80n * ASSAY);
  });

  test("who challenges what is lost gets a bond back for a valid proof sealed in time, and nothing else", () => {
    const chain = market();
    const set = falseClaim(chain);
    const winner = set.challenge("carl", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain);
    chain.next(15);
    const honest = set.challenge("bea", CLAIM_KIND_UNIQUE, set.uniqueProof([5, 6])).seal(chain);
    const junk = set.challenge("mallory", CLAIM_KIND_UNIQUE, set.uniqueProof([0, 1])).seal(chain);
    winner.reveal(chain);
    chain.next(6);
    expect(status(chain, set)).toBe(lost);
    const after = set.challenge("sybil", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain);
    chain.next();
    expect(honest.reveal(chain).response!.status).toBe(CASE_STATUS_BEATEN);
    expect(junk.reveal(chain).response!.status).toBe(CASE_STATUS_INVALID);
    expect(code(after.reveal(chain))).toBe("challenge/13");
    chain.next(21);
    withdrawAll(chain, set);
    expect([chain.balance("bea"), chain.balance("mallory"), chain.balance("sybil")]).toEqual([
      START,
      START - 5n * ASSAY,
      START - 5n * ASSAY,
    ]);
  });

  test("cannot shut a small challenger out by running its transaction out of gas: the seal stays", () => {
    const chain = market();
    const set = falseClaim(chain);
    const challenge = set.challenge("carl", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain);
    chain.next();
    expect(code(chain.deliver(ChallengeMsg.Challenge, challenge.message, 30_000))).toBe("sdk/11");
    expect(challenge.reveal(chain).response!.status).toBe(CASE_STATUS_PROVEN);
  });
});

test("two claims of a dataset are lost to two challengers, each by itself", () => {
  const chain = market();
  const rows = sampleRows(3, 1);
  rows[0] = new Uint8Array(0);
  const set = new TestSet("olga", rows);
  set.activate(
    chain,
    [CLAIM_KIND_AVAILABLE, CLAIM_KIND_SCHEMA_VALID, CLAIM_KIND_UNIQUE].map((kind) => claim(kind)),
  );
  chain.next();
  const schema = set.challenge("bea", CLAIM_KIND_SCHEMA_VALID, set.schemaProof(0)).seal(chain);
  const unique = set.challenge("carl", CLAIM_KIND_UNIQUE, proofOf(set)).seal(chain);
  chain.next();
  expect([schema.reveal(chain), unique.reveal(chain)].map((r) => r.response!.status)).toEqual([
    CASE_STATUS_PROVEN,
    CASE_STATUS_PROVEN,
  ]);
  expect(set.dataset(chain).openCases).toBe(2);
  chain.next(21);
  withdrawAll(chain, set);
  expect([chain.balance("bea"), chain.balance("carl")]).toEqual([START + 40n * ASSAY, START + 40n * ASSAY]);
  chain.nextTo(set.dataset(chain).finalHeight + 1n);
  expect(set.dataset(chain).status).toBe(DatasetStatus.DATASET_STATUS_FINAL);
});
