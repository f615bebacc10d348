/**
 * When a question is decided. Integers only: a share is never divided.
 *
 * @module
 */
import { type Question, QuestionStatus } from "@assay/proto/gen/assay/attest/v1/types";

const { QUESTION_STATUS_OPEN, QUESTION_STATUS_PASSED, QUESTION_STATUS_REFUSED } = QuestionStatus;

export interface Powers {
  readonly totalPower: bigint;
  readonly yesPower: bigint;
  readonly noPower: bigint;
}

/** At least 2/3 YES passes, above 1/3 NO refuses; both cannot be. @param powers total above zero. */
export function outcome({ totalPower, yesPower, noPower }: Powers): QuestionStatus {
  if (3n * yesPower >= 2n * totalPower) return QUESTION_STATUS_PASSED;
  if (3n * noPower > totalPower) return QUESTION_STATUS_REFUSED;
  return QUESTION_STATUS_OPEN;
}

/** Whether a height is in the last third of the blocks after opening, up to the deadline. */
export function inLastThird(openedHeight: bigint, deadlineHeight: bigint, height: bigint): boolean {
  return 3n * (deadlineHeight - height) < deadlineHeight - openedHeight;
}

/**
 * Height whose end hook has something to do for a question: it lapses at its deadline, the asker is told when it is
 * decided, participation is counted at the deadline. Undefined where all is done.
 */
export function dueHeight(question: Question): bigint | undefined {
  if (question.counted) return undefined;
  const waitsForAsker = question.status !== QUESTION_STATUS_OPEN && !question.settled;
  return waitsForAsker ? question.closedHeight : question.deadlineHeight;
}
