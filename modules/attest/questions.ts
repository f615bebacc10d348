/** The life of a question: opened by a module, answered by validators, closed by the end hook. */
import { assert, present } from "@assay/kernel/assert";
import type { ReadCtx, WriteCtx } from "@assay/kernel/context";
import {
  EventQuestionAnswered,
  EventQuestionClosed,
  EventQuestionOpened,
} from "@assay/proto/gen/assay/attest/v1/event";
import type { MsgAnswer } from "@assay/proto/gen/assay/attest/v1/tx";
import {
  Answer,
  Participation,
  Question,
  QuestionStatus,
  type Voter,
} from "@assay/proto/gen/assay/attest/v1/types";
import type { StakingView } from "../staking/keeper.ts";
import type { Askers, AttestKeeper } from "./keeper.ts";
import { measures, outcome, weightedMedian } from "./math.ts";
import { state } from "./state.ts";

const { ANSWER_UNSPECIFIED, ANSWER_YES, ANSWER_NO } = Answer;
const { QUESTION_STATUS_OPEN, QUESTION_STATUS_PASSED, QUESTION_STATUS_LAPSED } = QuestionStatus;

export const createAttestKeeper = (staking: StakingView): AttestKeeper => ({
  open(ctx, kind, subject, deadline) {
    assert(deadline > ctx.block.height, "a question needs a deadline ahead");

    const id = state.nextQuestionId.next(ctx);
    let totalPower = 0n;
    for (const { operator, power } of staking.validators(ctx)) {
      totalPower += power;
      const voter: Voter = {
        validator: ctx.addressText(operator),
        power,
        answer: ANSWER_UNSPECIFIED,
        answeredHeight: 0n,
        measured: 0n,
      };
      state.voters.set(ctx, [id, operator], voter);
    }
    assert(totalPower > 0n, "a chain has validators with power");
    const question = Question.fromPartial({
      id,
      kind,
      subject,
      openedHeight: ctx.block.height,
      deadlineHeight: deadline,
      status: QUESTION_STATUS_OPEN,
      totalPower,
    });
    state.questions.set(ctx, id, question);
    ctx.emit(EventQuestionOpened, { questionId: id, kind, subject, deadlineHeight: deadline });
    return id;
  },
});

/** The median of what all that said YES measured; none of them answered after the decision. */
function measuredBy(ctx: ReadCtx, id: bigint): bigint {
  const yes = votersOf(ctx, id).filter(({ answer }) => answer === ANSWER_YES);
  return weightedMedian(yes.map(({ measured, power }) => ({ value: measured, power })));
}

/** Notes an answer; one that decides the question closes it, and the end hook tells the asker. */
export function recordAnswer(
  ctx: WriteCtx,
  question: Question,
  operator: Uint8Array,
  voter: Voter,
  { answer, measured }: Pick<MsgAnswer, "answer" | "measured">,
): void {
  const late = question.status !== QUESTION_STATUS_OPEN;
  state.voters.set(ctx, [question.id, operator], {
    ...voter,
    answer,
    answeredHeight: ctx.block.height,
    measured,
  });
  if (!late) {
    const next = { ...question };
    if (answer === ANSWER_YES) next.yesPower += voter.power;
    else if (answer === ANSWER_NO) next.noPower += voter.power;
    else next.unavailablePower += voter.power;
    next.status = outcome(next);
    if (next.status !== QUESTION_STATUS_OPEN) next.closedHeight = ctx.block.height;
    if (next.status === QUESTION_STATUS_PASSED && measures(next.kind)) {
      next.measured = measuredBy(ctx, next.id);
    }
    state.questions.set(ctx, question.id, next);
  }
  ctx.emit(EventQuestionAnswered, {
    questionId: question.id,
    validator: voter.validator,
    answer,
    late,
    measured,
  });
}

/** A question's voters, by operator. */
export function votersOf(ctx: ReadCtx, id: bigint): Voter[] {
  const prefix = state.questions.map.keyCodec.encode(id, false);
  return [...state.voters.iterate(ctx, { prefix })].map(([, voter]) => voter);
}

/** Adds a question whose deadline is over to each voter's count. */
function countParticipation(ctx: WriteCtx, id: bigint): void {
  for (const { validator, answer } of votersOf(ctx, id)) {
    const operator = ctx.address(validator);
    const before = state.participations.get(ctx, operator) ?? Participation.fromPartial({ validator });
    const answered = answer === ANSWER_UNSPECIFIED ? 0n : 1n;
    state.participations.set(ctx, operator, {
      validator,
      asked: before.asked + 1n,
      answered: before.answered + answered,
      missed: before.missed + 1n - answered,
    });
  }
}

/**
 * Tells the askers about decided and lapsed questions, and counts participation at deadlines; in (height, id) order.
 * What an answer may do ends with the deadline, so coming late changes no outcome.
 */
export function closeDue(ctx: WriteCtx, askers: Askers): void {
  const limit = state.params.must(ctx).maxClosingsPerBlock;
  const due: bigint[] = [];
  for (const [height, id] of state.questions.by.due.entries.iterate(ctx)) {
    if (height > ctx.block.height || due.length === limit) break;
    due.push(id);
  }
  for (const id of due) {
    const question = { ...present(state.questions.get(ctx, id), "a due question") };
    if (question.status === QUESTION_STATUS_OPEN) {
      question.status = QUESTION_STATUS_LAPSED;
      question.closedHeight = ctx.block.height;
    }
    const tell = !question.settled;
    question.settled = true;
    if (question.deadlineHeight <= ctx.block.height) {
      countParticipation(ctx, id);
      question.counted = true;
    }
    state.questions.set(ctx, id, question);
    if (!tell) continue;
    const { kind, subject, status, measured } = question;
    ctx.emit(EventQuestionClosed, { questionId: id, kind, subject, status, measured });
    const asker = askers[kind];
    assert(asker !== undefined, `nobody asked questions of kind ${kind}`);
    asker(ctx, { questionId: id, subject, status, measured });
  }
}
