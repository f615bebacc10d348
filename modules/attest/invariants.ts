import type { Invariant } from "@assay/kernel/module";
import { Answer, QuestionStatus } from "@assay/proto/gen/assay/attest/v1/types";
import { dueHeight, measures, outcome } from "./math.ts";
import { votersOf } from "./questions.ts";
import { state } from "./state.ts";

const { QUESTION_STATUS_OPEN, QUESTION_STATUS_PASSED, QUESTION_STATUS_LAPSED } = QuestionStatus;

export const invariants: readonly Invariant[] = [
  {
    name: "a question's powers are those of its voters",
    check(ctx) {
      for (const [id, question] of state.questions.iterate(ctx)) {
        if (question.totalPower <= 0n) return `question ${id} has no power`;
        const sums = new Map<number, bigint>();
        let total = 0n;
        for (const { answer, power, answeredHeight } of votersOf(ctx, id)) {
          total += power;
          const inTime = question.closedHeight === 0n || answeredHeight <= question.closedHeight;
          if (inTime) sums.set(answer, (sums.get(answer) ?? 0n) + power);
        }
        if (total !== question.totalPower) return `question ${id}: voters have ${total}`;
        for (const [answer, counted] of [
          [Answer.ANSWER_YES, question.yesPower],
          [Answer.ANSWER_NO, question.noPower],
          [Answer.ANSWER_UNAVAILABLE, question.unavailablePower],
        ] as const) {
          // A late answer may stand in the very block of the decision: the voters' sum is an upper bound.
          if ((sums.get(answer) ?? 0n) < counted) return `question ${id}: answer ${answer} counts ${counted}`;
        }
      }
      return undefined;
    },
  },
  {
    name: "a question's status follows from its powers",
    check(ctx) {
      for (const [id, question] of state.questions.iterate(ctx)) {
        const expected = outcome(question);
        const lapsed = question.status === QUESTION_STATUS_LAPSED && expected === QUESTION_STATUS_OPEN;
        if (question.status !== expected && !lapsed) return `question ${id} has status ${question.status}`;
        if ((question.status === QUESTION_STATUS_OPEN) !== (question.closedHeight === 0n)) {
          return `question ${id} closed at ${question.closedHeight} with status ${question.status}`;
        }
        const measured = question.status === QUESTION_STATUS_PASSED && measures(question.kind);
        if (measured !== question.measured > 0n) return `question ${id} measured ${question.measured}`;
        if (question.counted && !question.settled) return `question ${id} was counted before it was settled`;
      }
      return undefined;
    },
  },
  {
    name: "what is due is in the index, and nothing else",
    check(ctx) {
      let indexed = 0;
      for (const [height, id] of state.questions.by.due.entries.iterate(ctx)) {
        indexed++;
        const question = state.questions.get(ctx, id);
        if (question === undefined || dueHeight(question) !== height) return `question ${id} at ${height}`;
      }
      let due = 0;
      for (const [, question] of state.questions.iterate(ctx)) if (dueHeight(question) !== undefined) due++;
      return due === indexed ? undefined : `${due} questions are due, ${indexed} are in the index`;
    },
  },
  {
    name: "the next question's number is free",
    check(ctx) {
      const next = state.nextQuestionId.peek(ctx);
      for (const [id] of state.questions.iterate(ctx, { reverse: true })) {
        return id < next ? undefined : `question ${id} is there, the next is ${next}`;
      }
      return undefined;
    },
  },
];
