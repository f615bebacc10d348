/**
 * Random histories of the market: invariants hold after every block (the harness checks them), coins are only moved or
 * burned, a claim takes what was at risk when its challenge was sealed, and in the end everybody gets out what is theirs.
 *
 * @module
 */

import { moduleAddress } from "@assay/primitives/address";
import { Msg as AttestMsg } from "@assay/proto/gen/assay/attest/v1/tx";
import { Answer } from "@assay/proto/gen/assay/attest/v1/types";
import { Query as ChallengeQuery } from "@assay/proto/gen/assay/challenge/v1/query";
import { CaseStatus } from "@assay/proto/gen/assay/challenge/v1/types";
import { Query } from "@assay/proto/gen/assay/data/v1/query";
import { Msg } from "@assay/proto/gen/assay/data/v1/tx";
import { type Claim, ClaimStatus, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  CLAIM_KIND_AVAILABLE,
  CLAIM_KIND_SCHEMA_VALID,
  CLAIM_KIND_UNIQUE,
  claim,
  sampleRows,
  type TestChallenge,
  TestSet,
} from "../harness/dataset.ts";
import { ASSAY, address, DENOM, Market } from "../harness/market.ts";

const START = 100_000n * ASSAY;
const OWNERS = ["olga", "otto"] as const;
const PEOPLE = ["olga", "otto", "ben", "bea", "carl", "dora"] as const;
const KINDS = [CLAIM_KIND_AVAILABLE, CLAIM_KIND_SCHEMA_VALID, CLAIM_KIND_UNIQUE] as const;
const UNBONDING = 9n;
const REVEAL = 4n;

/** Two kinds of dataset, made once: trees take time. Row 0 breaks the schema, rows 3 and 4 are equal. */
const FALSE_ROWS = (() => {
  const rows = sampleRows(3, 1);
  rows[0] = new Uint8Array(0);
  return rows;
})();

type Step =
  | { do: "wait"; blocks: number }
  | { do: "publish"; owner: number; window: bigint; answer: "yes" | "no" | "silent" }
  | { do: "stake" | "unstake"; who: number; set: number; kind: number; amount: bigint }
  | { do: "seal"; who: number; set: number; kind: number; valid: boolean }
  | { do: "show"; seal: number }
  | { do: "challenge"; who: number; set: number; kind: number; blocks: number; leave: bigint }
  | { do: "withdraw"; who: number; set: number }
  | { do: "retire"; set: number };

const who = fc.nat(PEOPLE.length - 1);
const set = fc.nat(3);
const kind = fc.nat(2);
const amount = fc.oneof(fc.bigInt(1n, 60n * ASSAY), fc.constantFrom(ASSAY, 30n * ASSAY, 400n * ASSAY));
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("wait" as const), blocks: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("publish" as const),
      owner: fc.nat(1),
      window: fc.bigInt(12n, 40n),
      answer: fc.constantFrom(
        "yes" as const,
        "yes" as const,
        "yes" as const,
        "no" as const,
        "silent" as const,
      ),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom("stake" as const, "unstake" as const),
      who,
      set,
      kind,
      amount,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("seal" as const),
      who,
      set,
      kind: fc.integer({ min: 1, max: 2 }),
      valid: fc.oneof(
        { weight: 4, arbitrary: fc.constant(true) },
        { weight: 1, arbitrary: fc.constant(false) },
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("show" as const), seal: fc.nat(3) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("challenge" as const),
      who,
      set,
      kind: fc.integer({ min: 1, max: 2 }),
      blocks: fc.integer({ min: 1, max: Number(REVEAL) }),
      leave: amount,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("withdraw" as const), who, set }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("retire" as const), set }) },
);

/** What a stake does in the eyes of somebody who walks over all of them. */
interface Entry {
  readonly owner: boolean;
  amount: bigint;
  /** Height at which it began to leave; undefined while it is in. */
  left: bigint | undefined;
}

class History {
  readonly chain: Market;
  readonly sets: TestSet[] = [];
  readonly seals: TestChallenge[] = [];
  /** (set, claim, account) -> stakes that were ever put in and not paid out. */
  readonly entries = new Map<string, Entry[]>();
  lost = 0;

  constructor(maxClosingsPerBlock: number) {
    this.chain = new Market({
      coins: Object.fromEntries(PEOPLE.map((name) => [name, START])),
      data: {
        attestBlocks: 3n,
        challengeWindowBlocks: 12n,
        unbondingBlocks: UNBONDING,
        revealMaxBlocks: 6n,
        maxClosingsPerBlock,
      },
      challenge: { revealMaxBlocks: REVEAL, maxClosingsPerBlock },
      attest: { maxClosingsPerBlock },
    });
  }

  #entriesOf(set: TestSet, kind: number, name: string): Entry[] {
    const key = `${set.terms.name}/${kind}/${name}`;
    const list = this.entries.get(key) ?? [];
    this.entries.set(key, list);
    return list;
  }

  /** Every account's stakes in a claim. */
  #allEntries(set: TestSet, kind: number): Entry[] {
    return PEOPLE.flatMap((name) => this.#entriesOf(set, kind, name));
  }

  publish(owner: number, windowBlocks: bigint, answer: "yes" | "no" | "silent"): void {
    if (this.sets.length === 4) return;
    const name = `set-${this.sets.length}`;
    const set = new TestSet(OWNERS[owner]!, FALSE_ROWS, { name, windowBlocks });
    set.seal(this.chain);
    this.wait(1);
    const { questionId } = this.chain.must(
      Msg.PublishDataset,
      set.publishMessage(KINDS.map((k) => claim(k))),
    );
    for (const k of KINDS) {
      this.#entriesOf(set, k, set.owner).push({ owner: true, amount: 100n * ASSAY, left: undefined });
    }
    this.sets.push(set);
    if (answer === "silent") return;
    const given = answer === "yes" ? Answer.ANSWER_YES : Answer.ANSWER_NO;
    for (const v of this.chain.validators) {
      this.chain.must(AttestMsg.Answer, { attestor: address(v), questionId, answer: given });
    }
  }

  stake(name: string, set: TestSet, k: number, by: bigint): void {
    if (set.stake(this.chain, name, k, by).error !== undefined) return;
    this.#entriesOf(set, k, name).push({ owner: false, amount: by, left: undefined });
  }

  unstake(name: string, set: TestSet, k: number, by: bigint): void {
    if (set.unstake(this.chain, name, k, by).error !== undefined) return;
    const list = this.#entriesOf(set, k, name);
    let rest = by;
    for (const entry of list.filter(({ left }) => left === undefined)) {
      let part = entry.amount;
      if (part > rest) part = rest;
      entry.amount -= part;
      rest -= part;
    }
    expect(rest).toBe(0n);
    list.push({ owner: false, amount: by, left: this.chain.height });
  }

  withdraw(name: string, set: TestSet): void {
    const before = this.chain.balance(name);
    const expected = this.chain
      .query(Query.Withdrawable, { account: address(name) })
      .withdrawable.find(({ datasetId }) => datasetId.join() === set.id.join());
    const { error } = set.withdraw(this.chain, name);
    expect(error === undefined).toBe(expected !== undefined);
    expect(this.chain.balance(name) - before).toBe(BigInt(expected?.amount?.amount ?? "0"));
  }

  seal(name: string, set: TestSet, k: number, valid: boolean): TestChallenge {
    const proof =
      k === CLAIM_KIND_UNIQUE ? set.uniqueProof(valid ? [3, 4] : [1, 2]) : set.schemaProof(valid ? 0 : 1);
    const challenge = set.challenge(name, k, proof, `${this.seals.length}`);
    challenge.seal(this.chain);
    this.seals.push(challenge);
    return challenge;
  }

  wait(blocks: number): void {
    for (let i = 0; i < blocks; i++) {
      const claims = this.#claims();
      const supply = this.chain.supply();
      this.chain.next();
      this.#checkLosses(claims);
      expect(this.chain.supply()).toBeLessThanOrEqual(supply);
    }
  }

  #claims(): Map<string, ClaimStatus> {
    return new Map(
      this.sets.flatMap((set) =>
        set.dataset(this.chain).claims.map((c) => [`${set.terms.name}/${c.kind}`, c.status] as const),
      ),
    );
  }

  /** A claim that this block took: what it took is what a walk over all stakes finds. */
  #checkLosses(before: ReadonlyMap<string, ClaimStatus>): void {
    for (const set of this.sets) {
      for (const c of set.dataset(this.chain).claims) {
        if (c.status !== ClaimStatus.CLAIM_STATUS_LOST) continue;
        if (before.get(`${set.terms.name}/${c.kind}`) === ClaimStatus.CLAIM_STATUS_LOST) continue;
        this.lost++;
        this.#checkLoss(set, c);
      }
    }
  }

  #checkLoss(set: TestSet, c: Claim): void {
    const won = this.chain.query(ChallengeQuery.Case, { id: c.lostCase }).case!;
    expect(won.status).toBe(CaseStatus.CASE_STATUS_WON);
    let owner = 0n;
    let backers = 0n;
    for (const entry of this.#allEntries(set, c.kind)) {
      // It was in, or on its way out and not yet so far that the seal came too late for it.
      const atRisk = entry.left === undefined || won.committedHeight < entry.left + UNBONDING - REVEAL;
      if (!atRisk) continue;
      if (entry.owner) owner += entry.amount;
      else backers += entry.amount;
    }
    expect([c.slashedOwner, c.slashedBackers]).toEqual([owner, backers]);
  }

  /** All that can end ends, and everybody takes what is theirs. */
  finish(): void {
    this.wait(60);
    for (const set of this.sets) {
      const { status } = set.dataset(this.chain);
      if (status === DatasetStatus.DATASET_STATUS_FINAL) expect(set.retire(this.chain).error).toBeUndefined();
    }
    this.wait(Number(UNBONDING));
    for (const set of this.sets) for (const name of PEOPLE) this.withdraw(name, set);
  }
}

const PLAY: { [D in Step["do"]]: (history: History, step: Extract<Step, { do: D }>, set: TestSet) => void } =
  {
    wait: (history, { blocks }) => history.wait(blocks),
    publish: (history, { owner, window, answer }) => history.publish(owner, window, answer),
    stake: (history, { who, kind, amount }, set) => history.stake(PEOPLE[who]!, set, KINDS[kind]!, amount),
    unstake: (history, { who, kind, amount }, set) =>
      history.unstake(PEOPLE[who]!, set, KINDS[kind]!, amount),
    seal: (history, { who, kind, valid }, set) => void history.seal(PEOPLE[who]!, set, KINDS[kind]!, valid),
    show(history, { seal }) {
      history.seals.at(-1 - seal)?.reveal(history.chain);
    },
    challenge(history, { who, kind, blocks, leave }, set) {
      history.stake("ben", set, KINDS[kind]!, leave);
      const seal = history.seal(PEOPLE[who]!, set, KINDS[kind]!, true);
      history.wait(1);
      history.unstake("ben", set, KINDS[kind]!, leave);
      history.wait(blocks - 1);
      seal.reveal(history.chain);
    },
    withdraw: (history, { who }, set) => history.withdraw(PEOPLE[who]!, set),
    retire(history, _step, set) {
      set.retire(history.chain);
    },
  };

function play(history: History, given: Step): void {
  const { length } = history.sets;
  const set = history.sets["set" in given ? given.set % length : 0]!;
  (PLAY[given.do] as (history: History, step: Step, set: TestSet) => void)(history, given, set);
}

test("any history keeps the invariants, and pays everybody out to the last unit", () => {
  let lost = 0;
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 20, maxLength: 60 }),
      fc.constantFrom(1, 2, 100),
      (steps, closings) => {
        const history = new History(closings);
        history.publish(0, 20n, "yes");
        history.wait(1);
        for (const given of steps) play(history, given);
        history.finish();
        lost += history.lost;
        const { chain } = history;
        for (const name of ["data", "challenge"]) {
          expect(chain.modules.bank.balance(chain.read(), moduleAddress(name), DENOM), name).toBe(0n);
        }
        const held = PEOPLE.reduce((sum, name) => sum + chain.balance(name), 0n);
        expect(held).toBe(chain.supply());
        expect(chain.query(Query.Totals, {}).totals).toMatchObject({ atRisk: 0n, openClaims: 0n });
      },
    ),
    { numRuns: 20 },
  );
  expect(lost, "claims that are lost in all of them").toBeGreaterThan(5);
}, 120_000);
