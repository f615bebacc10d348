import { moduleAddress } from "@assay/primitives/address";
import { toHex } from "@assay/primitives/bytes";
import { Query as DataQuery } from "@assay/proto/gen/assay/data/v1/query";
import { type Dataset, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import { Query } from "@assay/proto/gen/assay/registry/v1/query";
import { Msg } from "@assay/proto/gen/assay/registry/v1/tx";
import { Version } from "@assay/proto/gen/assay/registry/v1/types";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CLAIM_KIND_AVAILABLE,
  CLAIM_KIND_UNIQUE,
  claim,
  sampleRows,
  TestSet,
} from "../../test/harness/dataset.ts";
import { ASSAY, address, DENOM, Market, rawAddress } from "../../test/harness/market.ts";
import { edge, finalSet, owed, parent, pull, SHORT_WINDOWS, TestModel } from "../../test/harness/model.ts";
import { state as dataState } from "../data/state.ts";
import { held, ownersPart, shareOf, unpulled } from "./math.ts";

const PEOPLE = ["bob", "pam", "mia"] as const;
const newMarket = (): Market =>
  new Market({
    coins: {
      ...Object.fromEntries(PEOPLE.map((name) => [name, 1000n * ASSAY])),
      olga: 1000n * ASSAY,
      payer: 10n ** 14n,
    },
    ...SHORT_WINDOWS,
  });

const editSet = (market: Market, set: TestSet, change: Partial<Dataset>): void =>
  market.write((ctx) =>
    dataState.datasets.set(ctx, set.id, { ...dataState.datasets.get(ctx, set.id)!, ...change }),
  );

/** What data owes an account over a dataset, besides its stakes. */
const payable = (market: Market, name: string, set: TestSet): bigint =>
  dataState.payables.getOr(market.read(), [rawAddress(name), set.id], 0n);

describe("a payment", () => {
  test("is shared alike into however many it is split, but for a unit for each parent", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 375 }), { maxLength: 8 });
    const amounts = fc.array(fc.oneof(fc.bigInt(1n, 20n), fc.bigInt(1n, 10n ** 15n)), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(weights, amounts, (list, payments) => {
        const parents = list.map((weightBps) => ({
          kind: 1 as const,
          id: new Uint8Array(32),
          weightBps,
          paid: 0n,
        }));
        const version = Version.fromPartial({ parents });
        let kept = 0n;
        for (const amount of payments) {
          const part = ownersPart(version, amount);
          expect(part).toBeGreaterThanOrEqual(0n);
          expect(part).toBeLessThanOrEqual(amount);
          kept += part;
          version.received += amount;
        }
        const total = payments.reduce((sum, amount) => sum + amount, 0n);
        const shares = parents.reduce((sum, one) => sum + shareOf(total, one), 0n);
        expect(kept).toBe(ownersPart({ ...version, received: 0n }, total));
        const over = total - kept - shares;
        expect(over).toBe(held(version) - shares);
        expect(over).toBeGreaterThanOrEqual(0n);
        expect(over).toBeLessThanOrEqual(BigInt(parents.length));
        for (const one of parents)
          expect(unpulled(version, one) * 10_000n).toBeLessThanOrEqual(total * BigInt(one.weightBps));
      }),
    );
  });

  test("costs the same at any depth", () => {
    const market = newMarket();
    let last = new TestModel("bob", "depth-0").activate(market);
    const costs: number[] = [];
    for (let depth = 1; depth <= 12; depth++) {
      const next = new TestModel("bob", `depth-${depth}`, { parents: [parent(last, 3000)] }).activate(market);
      next.receive(market, "payer", 1_000_000n);
      costs.push(pull(market, "mia", edge(next, last)).gasUsed);
      last = next;
    }
    expect(Math.max(...costs) - Math.min(...costs.slice(1))).toBeLessThan(5000);
    expect(Math.max(...costs)).toBeLessThan(250_000);
  });

  test("of nothing is nothing, and one that cannot be paid fails", () => {
    const market = newMarket();
    const model = new TestModel("bob", "spam").activate(market);
    model.receive(market, "payer", 0n);
    expect(model.version(market).received).toBe(0n);
    expect(() => model.receive(market, "nobody", 1n)).toThrow(/insufficient funds/);
    expect(pull(market, "bob").error?.code).toBe(30);
  });
});

describe("a pull", () => {
  test("pays parents and grandparents, whoever pulls, and the dataset's owner by data", () => {
    const market = newMarket();
    const set = finalSet(market, "olga", "rows");
    const base = new TestModel("pam", "base", { parents: [parent(set, 2000)] }).activate(market);
    const top = new TestModel("bob", "top", { parents: [parent(base, 3000)] }).activate(market);
    top.receive(market, "payer", 10_001n);
    expect(owed(market, "bob")).toBe(7000n);
    expect(market.query(Query.Pullable, { parentId: set.id })).toMatchObject({
      edges: [
        { versionId: top.versionId, parentId: base.versionId, amount: 3000n },
        { versionId: base.versionId, parentId: set.id, amount: 600n },
      ],
      amount: 600n,
      partial: false,
    });
    const before = market.balance("mia");
    const result = pull(market, "mia", edge(top, base), edge(base, set));
    expect(result.response!.amount).toEqual({ denom: DENOM, amount: "0" });
    expect(market.balance("mia")).toBe(before);
    expect(owed(market, "pam")).toBe(2400n);
    expect(payable(market, "olga", set)).toBe(600n);
    const pam = market.balance("pam");
    expect(pull(market, "pam").error).toBeUndefined();
    expect(market.balance("pam") - pam).toBe(2400n);
    expect(set.withdraw(market, "olga").error).toBeUndefined();
    expect(market.query(DataQuery.Withdrawable, { account: address("olga") }).withdrawable).toEqual([]);
    market.next();
  });

  test("goes to the owner at that time: a transfer takes along what was not pulled, and nothing that was owed", () => {
    const market = newMarket();
    const base = new TestModel("pam", "base").activate(market);
    const top = new TestModel("bob", "top", { parents: [parent(base, 1000)] }).activate(market);
    top.receive(market, "payer", 1000n);
    pull(market, "mia", edge(top, base));
    top.receive(market, "payer", 1000n);
    base.transfer(market, "mia");
    pull(market, "mia", edge(top, base));
    expect(owed(market, "pam")).toBe(100n);
    expect(owed(market, "mia")).toBe(0n);
    top.transfer(market, "mia");
    top.receive(market, "payer", 1000n);
    expect(owed(market, "bob")).toBe(1800n);
    expect(owed(market, "mia")).toBe(900n);
    market.next();
  });

  test("of a diamond pays by both ways", () => {
    const market = newMarket();
    const base = new TestModel("pam", "base").activate(market);
    const left = new TestModel("mia", "left", { parents: [parent(base, 1000)] }).activate(market);
    const right = new TestModel("mia", "right", { parents: [parent(base, 2000)] }).activate(market);
    const top = new TestModel("bob", "top", {
      parents: [parent(left, 1000), parent(right, 1000), parent(base, 1000)],
    }).activate(market);
    top.receive(market, "payer", 100_000n);
    const { edges, amount } = market.query(Query.Pullable, { parentId: base.versionId });
    expect(amount).toBe(10_000n + 1000n + 2000n);
    expect(market.must(Msg.Pull, { account: address("pam"), edges }).amount!.amount).toBe(String(amount));
    const { children } = market.query(Query.Children, { parentId: base.versionId });
    expect(children.map(({ paid, pullable }) => [paid, pullable]).sort()).toEqual([
      [1000n, 0n],
      [10_000n, 0n],
      [2000n, 0n],
    ]);
    market.next();
  });
});

describe("a tainted dataset", () => {
  /** Bob's model of olga's set, which has a pair of equal rows that UNIQUE denies, and of mia's. */
  function lineage() {
    const market = newMarket();
    const set = finalSet(market, "olga", "rows");
    const clean = finalSet(market, "mia", "clean");
    const model = new TestModel("bob", "spam", { parents: [parent(set, 1000), parent(clean, 500)] }).activate(
      market,
    );
    model.receive(market, "payer", 1000n);
    return { market, set, clean, model };
  }

  test("loses to the child's owner what it has not pulled, and no more", () => {
    const { market, set, clean, model } = lineage();
    pull(market, "olga", edge(model, set));
    expect(payable(market, "olga", set)).toBe(100n);
    model.receive(market, "payer", 1000n);
    editSet(market, set, { status: DatasetStatus.DATASET_STATUS_DELISTED });
    expect(market.query(Query.Pullable, { parentId: set.id })).toMatchObject({
      amount: 0n,
      edges: [{ amount: 100n }],
    });
    expect(market.query(Query.Children, { parentId: set.id }).children[0]!.pullable).toBe(0n);
    expect(owed(market, "bob")).toBe(1700n);
    pull(market, "mia", edge(model, set), edge(model, clean));
    expect(owed(market, "bob")).toBe(1800n);
    expect(payable(market, "olga", set)).toBe(100n);
    expect(payable(market, "mia", clean)).toBe(100n);
  });

  test("is one that lost a claim, whatever its status", () => {
    const { market, set, model } = lineage();
    const { claims } = set.dataset(market);
    editSet(market, set, { claims: claims.map((one) => ({ ...one, status: 3 })) });
    pull(market, "olga", edge(model, set));
    expect(payable(market, "olga", set)).toBe(0n);
    expect(owed(market, "bob")).toBe(950n);
  });

  test("waits while a challenge of it is settled", () => {
    const { market, set, model } = lineage();
    editSet(market, set, { openCases: 1 });
    expect(market.query(Query.Pullable, { parentId: set.id })).toMatchObject({ amount: 0n, edges: [] });
    expect(pull(market, "olga", edge(model, set)).error?.code).toBe(29);
    editSet(market, set, { openCases: 0 });
    expect(pull(market, "olga", edge(model, set)).error).toBeUndefined();
    expect(payable(market, "olga", set)).toBe(100n);
  });

  test("cannot be named any more", () => {
    const market = newMarket();
    const set = new TestSet("olga", sampleRows(3, 1), { name: "flawed", windowBlocks: 4n });
    set.activate(market, [claim(CLAIM_KIND_AVAILABLE), claim(CLAIM_KIND_UNIQUE)]);
    market.next();
    set.challenge("bob", CLAIM_KIND_UNIQUE, set.uniqueProof([3, 4])).run(market);
    market.nextTo(set.dataset(market).finalHeight + 2n);
    expect(set.dataset(market).status).toBe(DatasetStatus.DATASET_STATUS_FINAL);
    const model = new TestModel("bob", "spam", { parents: [parent(set, 1000)] });
    expect(market.deliver(Msg.PublishModel, model.publishMessage()).error?.code).toBe(21);
  });
});

/** A random lineage: each model names some of those before it, and of two datasets. */
const lineage = fc.array(
  fc.record({
    owner: fc.nat(PEOPLE.length - 1),
    parents: fc.uniqueArray(fc.record({ of: fc.nat(9), weight: fc.integer({ min: 1, max: 375 }) }), {
      selector: ({ of }) => of,
      maxLength: 8,
    }),
  }),
  { minLength: 1, maxLength: 8 },
);
const payments = fc.array(
  fc.record({ to: fc.nat(7), amount: fc.oneof(fc.bigInt(1n, 30n), fc.bigInt(1n, 10n ** 9n)) }),
  {
    minLength: 1,
    maxLength: 12,
  },
);
type Given = typeof lineage extends fc.Arbitrary<infer T> ? T : never;

/** A market with two final sets: made once, for it takes blocks; each run goes on from here. */
function build(given: Given) {
  const market = newMarket();
  const sets = ["a-set", "b-set"].map((name) => finalSet(market, "olga", name));
  const models: TestModel[] = [];
  for (const [i, { owner, parents }] of given.entries()) {
    const nodes = [...sets, ...models];
    const named = new Map(parents.map(({ of, weight }) => [nodes[of % nodes.length]!, weight]));
    const model = new TestModel(PEOPLE[owner]!, `model-${i}`, {
      parents: [...named].map(([of, weight]) => parent(of, weight)),
    });
    models.push(model.activate(market));
  }
  const edges = models.flatMap((model) =>
    model.terms.parents.map(({ id }) => ({ versionId: model.versionId, parentId: id })),
  );
  return { market, sets, models, edges };
}
type Built = ReturnType<typeof build>;

/** What everybody has in the end, by name, with what data owes. */
const fortunes = ({ market, sets }: Built): bigint[] => [
  ...PEOPLE.map((name) => market.balance(name)),
  ...sets.map((set) => payable(market, "olga", set)),
];

/** Pulls edges in an order, again and again until nothing is left; then everybody takes what is theirs. */
function pullAll({ market, edges }: Built, order: readonly number[]): void {
  const sorted = edges
    .map((e, i) => ({ e, at: order[i % order.length]! * 1000 + i }))
    .sort((a, b) => a.at - b.at);
  for (let moved = true; moved; ) {
    moved = false;
    for (const { e } of sorted) {
      const { error } = market.deliver(Msg.Pull, { account: address("olga"), edges: [e] });
      if (error === undefined) moved = true;
      else expect(error.code).toBe(30);
    }
    market.checkInvariants();
  }
  for (const name of PEOPLE) pull(market, name);
}

/** The same by fractions of all that came in, and what rounding leaves over. */
function expected({ models, sets }: Built, given: Given, paid: ReadonlyMap<string, bigint>) {
  const received = new Map<string, bigint>(paid);
  const gained = new Map<string, bigint>();
  let over = 0n;
  const add = (map: Map<string, bigint>, key: string, by: bigint) => map.set(key, (map.get(key) ?? 0n) + by);
  for (const [i, model] of [...models.entries()].reverse()) {
    const total = received.get(toHex(model.versionId)) ?? 0n;
    let left = 10_000n;
    let rest = total;
    for (const { id, weightBps } of model.terms.parents) {
      left -= BigInt(weightBps);
      const share = (total * BigInt(weightBps)) / 10_000n;
      rest -= share;
      add(received, toHex(id), share);
    }
    const kept = (total * left) / 10_000n;
    add(gained, PEOPLE[given[i]!.owner]!, kept);
    over += rest - kept;
  }
  const gains = [
    ...PEOPLE.map((name) => gained.get(name) ?? 0n),
    ...sets.map((set) => received.get(toHex(set.id)) ?? 0n),
  ];
  return { gains, over };
}

test("over any lineage nothing is made or lost, and the order of payments and pulls does not matter", () => {
  fc.assert(
    fc.property(
      lineage,
      payments,
      fc.array(fc.nat(99), { minLength: 8, maxLength: 8 }),
      (given, pays, order) => {
        const results = [order, [...order].reverse()].map((some, i) => {
          const built = build(given);
          const { market, models } = built;
          const before = fortunes(built);
          const supply = market.supply();
          const paid = new Map<string, bigint>();
          for (const [k, { to, amount }] of (i === 0 ? pays : [...pays].reverse()).entries()) {
            const model = models[to % models.length]!;
            model.receive(market, "payer", amount);
            paid.set(toHex(model.versionId), (paid.get(toHex(model.versionId)) ?? 0n) + amount);
            // Some pulls in between.
            if (k % 3 === i) pullAll(built, some);
          }
          pullAll(built, some);
          market.next();
          expect(market.supply()).toBe(supply);
          const gains = fortunes(built).map((now, n) => now - before[n]!);
          const should = expected(built, given, paid);
          expect(gains).toEqual(should.gains);
          const holds = market.modules.bank.balance(market.read(), moduleAddress("registry"), DENOM);
          expect(holds).toBe(should.over);
          expect(holds).toBeLessThanOrEqual(BigInt(built.edges.length));
          expect(gains.reduce((a, b) => a + b, holds)).toBe(
            pays.reduce((sum, { amount }) => sum + amount, 0n),
          );
          return gains;
        });
        expect(results[0]).toEqual(results[1]);
      },
    ),
    { numRuns: 20 },
  );
}, 120_000);

test("what is said to be pullable is what arrives, when the named edges are pulled in their order", () => {
  fc.assert(
    fc.property(lineage, payments, fc.nat(9), (given, pays, of) => {
      const built = build(given);
      const { market, models, sets } = built;
      for (const { to, amount } of pays) models[to % models.length]!.receive(market, "payer", amount);
      const nodes = [...sets, ...models];
      const node = nodes[of % nodes.length]!;
      const parentId = node instanceof TestModel ? node.versionId : node.id;
      const arrived = () =>
        node instanceof TestModel ? node.version(market).received : payable(market, "olga", node);
      const before = arrived();
      let promised = 0n;
      for (;;) {
        const { edges, amount, partial } = market.query(Query.Pullable, { parentId });
        if (promised === 0n) promised = amount;
        if (edges.length === 0) break;
        market.must(Msg.Pull, { account: address("mia"), edges });
        expect(partial).toBe(false);
      }
      expect(arrived() - before).toBe(promised);
      market.checkInvariants();
    }),
    { numRuns: 20 },
  );
}, 120_000);
