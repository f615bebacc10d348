import { Query } from "@assay/proto/gen/assay/attest/v1/query";
import { Msg } from "@assay/proto/gen/assay/attest/v1/tx";
import { Answer, QuestionKind, QuestionStatus } from "@assay/proto/gen/assay/attest/v1/types";
import { Msg as DataMsg } from "@assay/proto/gen/assay/data/v1/tx";
import { DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CLAIM_KIND_AVAILABLE, claim, sampleRows, TestSet } from "../../test/harness/dataset.ts";
import { describeFailureOrder } from "../../test/harness/failure-order.ts";
import { ASSAY, address, Market, type MarketOptions, rawAddress } from "../../test/harness/market.ts";
import { TestModel } from "../../test/harness/model.ts";
import { inLastThird, outcome, weightedMedian } from "./math.ts";
import { state } from "./state.ts";

const { ANSWER_YES, ANSWER_NO, ANSWER_UNAVAILABLE } = Answer;
const { QUESTION_STATUS_OPEN, QUESTION_STATUS_PASSED, QUESTION_STATUS_REFUSED, QUESTION_STATUS_LAPSED } =
  QuestionStatus;

/** A market with one question, opened at height 2, deadline 32. */
function asked(options: MarketOptions = {}) {
  const market = new Market({ coins: { olga: 1000n * ASSAY }, ...options });
  const set = new TestSet("olga", sampleRows(3, 0));
  set.seal(market);
  market.next();
  const { questionId } = market.must(
    DataMsg.PublishDataset,
    set.publishMessage([claim(CLAIM_KIND_AVAILABLE)]),
  );
  const answer = (name: string, given: Answer) =>
    market.deliver(Msg.Answer, { attestor: address(name), questionId, answer: given });
  const question = () => market.query(Query.Question, { id: questionId }).question!;
  return { market, set, questionId, answer, question };
}

describe("the outcome", () => {
  test("two thirds exactly pass, a third exactly does not refuse", () => {
    const powers = { totalPower: 9n, yesPower: 6n, noPower: 3n };
    expect(outcome(powers)).toBe(QUESTION_STATUS_PASSED);
    expect(outcome({ ...powers, yesPower: 5n })).toBe(QUESTION_STATUS_OPEN);
    expect(outcome({ ...powers, yesPower: 5n, noPower: 4n })).toBe(QUESTION_STATUS_REFUSED);
  });

  test("is what fractions say, at any power", () => {
    const power = fc.bigInt(0n, 1n << 60n);
    fc.assert(
      fc.property(power, power, power, (yes, no, rest) => {
        const total = yes + no + rest;
        if (total === 0n) return;
        const expected =
          yes * 3n >= total * 2n
            ? QUESTION_STATUS_PASSED
            : no * 3n > total
              ? QUESTION_STATUS_REFUSED
              : QUESTION_STATUS_OPEN;
        expect(outcome({ totalPower: total, yesPower: yes, noPower: no })).toBe(expected);
        // Never both.
        expect(yes * 3n >= total * 2n && no * 3n > total).toBe(false);
      }),
    );
  });

  test("the last third is the last 10 of 30 blocks", () => {
    expect([20n, 21n, 30n].map((height) => inLastThird(0n, 30n, height))).toEqual([false, true, true]);
    expect(inLastThird(5n, 6n, 6n)).toBe(true);
  });
});

describe("a question", () => {
  test("passes by the answer that makes two thirds, and the asker is told when the block ends", () => {
    const { market, set, answer, question } = asked();
    answer("v0", ANSWER_YES);
    answer("v1", ANSWER_NO);
    answer("v2", ANSWER_YES);
    expect(question().status).toBe(QUESTION_STATUS_OPEN);
    answer("v3", ANSWER_YES);
    expect(question()).toMatchObject({ status: QUESTION_STATUS_PASSED, closedHeight: 2n, settled: false });
    expect(set.dataset(market).status).toBe(DatasetStatus.DATASET_STATUS_PENDING);
    market.next();
    expect(question()).toMatchObject({ settled: true, counted: false });
    expect(set.dataset(market).status).toBe(DatasetStatus.DATASET_STATUS_ACTIVE);
  });

  test("is refused by more than a third, and the owner gets its stake back", () => {
    const { market, set, answer, question } = asked();
    answer("v0", ANSWER_NO);
    expect(question().status).toBe(QUESTION_STATUS_OPEN);
    answer("v1", ANSWER_NO);
    expect(question().status).toBe(QUESTION_STATUS_REFUSED);
    market.next();
    expect(set.dataset(market).status).toBe(DatasetStatus.DATASET_STATUS_REJECTED);
    set.withdraw(market, "olga");
    expect(market.balance("olga")).toBe(1000n * ASSAY - 2_100_000n);
  });

  test("lapses when its deadline's block ends, not before", () => {
    const { market, set, question } = asked();
    market.nextTo(32n);
    expect(question().status).toBe(QUESTION_STATUS_OPEN);
    market.next();
    expect(question()).toMatchObject({ status: QUESTION_STATUS_LAPSED, closedHeight: 32n, counted: true });
    expect(set.dataset(market).status).toBe(DatasetStatus.DATASET_STATUS_REJECTED);
  });

  test("can be answered in the deadline's block, and that answer decides", () => {
    const { market, set, answer } = asked();
    market.nextTo(32n);
    for (const name of ["v0", "v1", "v2"]) expect(answer(name, ANSWER_YES).error).toBeUndefined();
    market.next();
    expect(set.dataset(market).status).toBe(DatasetStatus.DATASET_STATUS_ACTIVE);
  });

  test("takes late answers as participation that changes nothing", () => {
    const { market, answer, question } = asked();
    for (const name of ["v0", "v1", "v2"]) answer(name, ANSWER_YES);
    market.next();
    expect(answer("v3", ANSWER_NO).error).toBeUndefined();
    expect(question()).toMatchObject({ status: QUESTION_STATUS_PASSED, yesPower: 30n, noPower: 0n });
    market.nextTo(33n);
    const { participations } = market.query(Query.Participations, {});
    expect(participations.map(({ asked, answered, missed }) => [asked, answered, missed])).toEqual(
      Array(4).fill([1n, 1n, 0n]),
    );
  });

  test("counts the silent as missed, and slashes nobody", () => {
    const { market, answer } = asked();
    for (const name of ["v0", "v1", "v2"]) answer(name, ANSWER_YES);
    market.nextTo(33n);
    const { participations } = market.query(Query.Participations, {});
    const missed = participations.filter((p) => p.missed === 1n).map((p) => p.validator);
    expect(missed).toEqual([address("v3")]);
  });

  test("weighs by power", () => {
    const { answer, question } = asked({ powers: [67n, 20n, 13n] });
    answer("v0", ANSWER_YES);
    expect(question().status).toBe(QUESTION_STATUS_PASSED);
  });

  test("closed late, for want of room in a block, ends as it would have in time", () => {
    const market = new Market({ coins: { olga: 1000n * ASSAY }, attest: { maxClosingsPerBlock: 1 } });
    const sets = ["aaa", "bbb", "ccc"].map((name) => new TestSet("olga", sampleRows(3, 0), { name }));
    for (const set of sets) set.seal(market);
    market.next();
    const ids = sets.map(
      (set) =>
        market.must(DataMsg.PublishDataset, set.publishMessage([claim(CLAIM_KIND_AVAILABLE)])).questionId,
    );
    market.nextTo(33n);
    const statuses = () => ids.map((id) => market.query(Query.Question, { id }).question!.status);
    expect(statuses()).toEqual([QUESTION_STATUS_LAPSED, QUESTION_STATUS_OPEN, QUESTION_STATUS_OPEN]);
    for (const name of market.validators) {
      const message = { attestor: address(name), questionId: ids[2]!, answer: ANSWER_YES };
      expect(market.deliver(Msg.Answer, message).error?.code).toBe(7);
    }
    market.next(2);
    expect(statuses()).toEqual(Array(3).fill(QUESTION_STATUS_LAPSED));
  });

  test("is listed by status, the newest first", () => {
    const market = new Market({ coins: { olga: 1000n * ASSAY } });
    for (const name of ["aaa", "bbb", "ccc"]) {
      const set = new TestSet("olga", sampleRows(3, 0), { name });
      set.seal(market);
      market.next();
      market.must(DataMsg.PublishDataset, set.publishMessage([claim(CLAIM_KIND_AVAILABLE)]));
    }
    for (const name of market.validators) {
      market.must(Msg.Answer, { attestor: address(name), questionId: 2n, answer: ANSWER_YES });
    }
    market.next();
    const ids = (status: QuestionStatus) =>
      market.query(Query.Questions, { status }).questions.map(({ id }) => id);
    expect(ids(0)).toEqual([3n, 2n, 1n]);
    expect(ids(QUESTION_STATUS_OPEN)).toEqual([3n, 1n]);
    expect(ids(QUESTION_STATUS_PASSED)).toEqual([2n]);
    expect(market.query(Query.Question, { id: 2n }).question!.voters).toHaveLength(4);
    expect(() => market.query(Query.Question, { id: 9n })).toThrow(/not found/);
  });
});

describe("a question that measures", () => {
  /** One of MODEL_LOADS, opened at height 1. */
  function measuring(powers?: readonly bigint[]) {
    const market = new Market({ coins: { bob: 1000n * ASSAY }, ...(powers === undefined ? {} : { powers }) });
    const questionId = new TestModel("bob", "spam").publish(market);
    const answer = (name: string, measured: bigint, given: Answer = ANSWER_YES) =>
      market.deliver(Msg.Answer, { attestor: address(name), questionId, answer: given, measured });
    const question = () => market.query(Query.Question, { id: questionId }).question!;
    return { market, answer, question };
  }

  test("has the median of what was measured, by power, and nothing that came late", () => {
    const { market, answer, question } = measuring();
    answer("v0", 900n);
    answer("v1", 100n);
    expect(question().measured).toBe(0n);
    answer("v2", 500n);
    expect(question()).toMatchObject({ status: QUESTION_STATUS_PASSED, measured: 500n });
    answer("v3", 10n ** 18n);
    market.next();
    expect(question()).toMatchObject({ measured: 500n, settled: true });
    expect(
      question()
        .voters.map(({ measured }) => measured)
        .sort(),
    ).toEqual([100n, 10n ** 18n, 500n, 900n]);
  });

  test("that is refused has none", () => {
    const { market, answer, question } = measuring();
    answer("v0", 900n);
    answer("v1", 0n, ANSWER_NO);
    answer("v2", 0n, ANSWER_NO);
    market.next();
    expect(question()).toMatchObject({ status: QUESTION_STATUS_REFUSED, measured: 0n });
  });

  test("takes a value with YES, within bounds, and with nothing else", () => {
    const { market, answer } = measuring();
    const code = (...given: Parameters<typeof answer>) => answer(...given).error?.code;
    expect(code("v0", 0n)).toBe(10);
    expect(code("v0", 10n ** 18n + 1n)).toBe(10);
    expect(code("v0", 5n, ANSWER_NO)).toBe(10);
    market.next(25);
    expect(code("v0", 5n, ANSWER_UNAVAILABLE)).toBe(10);
    expect(code("v0", 0n, ANSWER_UNAVAILABLE)).toBeUndefined();
    expect(code("v1", 1n)).toBeUndefined();
  });

  test("cannot be moved past what others measured by less than a third of all power", () => {
    const honest = fc.array(fc.record({ value: fc.bigInt(100n, 200n), power: fc.bigInt(1n, 100n) }), {
      minLength: 1,
      maxLength: 10,
    });
    const wild = fc.array(fc.record({ value: fc.bigInt(1n, 10n ** 18n), power: fc.bigInt(1n, 100n) }), {
      maxLength: 10,
    });
    fc.assert(
      fc.property(honest, wild, (good, bad) => {
        const sum = (list: readonly { power: bigint }[]) =>
          list.reduce((total, { power }) => total + power, 0n);
        // Of those who said YES, who have two thirds, the others are then less than half.
        fc.pre(sum(bad) < sum(good));
        const median = weightedMedian([...bad, ...good]);
        expect(median).toBeGreaterThanOrEqual(100n);
        expect(median).toBeLessThanOrEqual(200n);
        expect(weightedMedian([...good, ...bad])).toBe(median);
      }),
    );
  });
});

interface Draft {
  market: Market;
  message: { attestor: string; questionId: bigint; answer: Answer; measured: bigint };
}

describeFailureOrder<Draft>(
  "attest",
  "MsgAnswer",
  () => {
    const { market, questionId } = asked();
    return { market, message: { attestor: address("v0"), questionId, answer: ANSWER_YES, measured: 0n } };
  },
  ({ market, message }) => market.deliver(Msg.Answer, message),
  [
    {
      code: "sdk/7",
      message: { attestor: "cosmos1xyz" },
    },
    {
      code: "attest/3",
      message: { answer: 4 },
    },
    {
      code: "attest/10",
      message: { measured: 10n ** 18n + 1n },
    },
    {
      code: "attest/2",
      breaks: ({ market }) =>
        market.write((ctx) => state.params.set(ctx, { ...state.params.must(ctx), paused: true })),
    },
    {
      code: "attest/4",
      message: { questionId: 99n },
    },
    {
      code: "attest/5",
      message: { attestor: address("olga") },
    },
    {
      code: "attest/6",
      breaks: ({ market, message }) =>
        market.write((ctx) => state.voters.delete(ctx, [message.questionId, rawAddress("v0")])),
    },
    {
      code: "attest/7",
      breaks: ({ market }) => {
        market.height = 33n;
      },
    },
    {
      code: "attest/8",
      breaks: ({ market, message }) =>
        market.write((ctx) => {
          const key = [message.questionId, rawAddress("v0")] as const;
          const voter = state.voters.get(ctx, key);
          if (voter !== undefined) state.voters.set(ctx, key, { ...voter, answer: ANSWER_YES });
        }),
    },
    {
      code: "attest/9",
      message: { answer: ANSWER_UNAVAILABLE },
    },
    {
      code: "attest/10",
      // YES to a question that measures, without a value.
      breaks: ({ market, message }) =>
        market.write((ctx) => {
          const kind = QuestionKind.QUESTION_KIND_MODEL_LOADS;
          const question = state.questions.get(ctx, message.questionId);
          if (question !== undefined) state.questions.set(ctx, question.id, { ...question, kind });
        }),
    },
  ],
);
