import type { WriteCtx } from "@assay/kernel/context";
import type { MsgAnswer, MsgAnswerResponse } from "@assay/proto/gen/assay/attest/v1/tx";
import { Answer } from "@assay/proto/gen/assay/attest/v1/types";
import type { StakingView } from "../staking/keeper.ts";
import { errors } from "./errors.ts";
import { inLastThird, measures } from "./math.ts";
import { recordAnswer } from "./questions.ts";
import { state } from "./state.ts";

export function answer(staking: StakingView, ctx: WriteCtx, message: MsgAnswer): MsgAnswerResponse {
  const { height } = ctx.block;
  if (state.params.must(ctx).paused) throw errors.paused();
  const question = state.questions.get(ctx, message.questionId);
  if (question === undefined) throw errors.questionNotFound(`question ${message.questionId}`);
  const validator = staking.byAttestor(ctx, ctx.address(message.attestor));
  if (validator === undefined) throw errors.notAttestor(message.attestor);
  const voter = state.voters.get(ctx, [question.id, validator.operator]);
  if (voter === undefined) throw errors.notVoter(ctx.addressText(validator.operator));
  if (height > question.deadlineHeight) {
    throw errors.deadlinePassed(`height ${height}, deadline ${question.deadlineHeight}`);
  }
  if (voter.answer !== Answer.ANSWER_UNSPECIFIED) throw errors.alreadyAnswered(voter.validator);
  if (
    message.answer === Answer.ANSWER_UNAVAILABLE &&
    !inLastThird(question.openedHeight, question.deadlineHeight, height)
  ) {
    throw errors.unavailableTooEarly(`height ${height}, deadline ${question.deadlineHeight}`);
  }
  const mustMeasure = message.answer === Answer.ANSWER_YES && measures(question.kind);
  if (mustMeasure !== message.measured > 0n) {
    throw errors.invalidMeasure(mustMeasure ? "no value" : "the question does not measure");
  }

  recordAnswer(ctx, question, validator.operator, voter, message);
  return {};
}
