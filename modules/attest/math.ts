/**
 * When a question is decided. Integers only: a share is never divided.
 *
 * @module
 */
import { assert } from "@assay/kernel/assert";
import { type Question, QuestionKind, QuestionStatus } from "@assay/proto/gen/assay/attest/v1/types";

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

/** Largest value that an answer may bring, in the unit of the question's kind. */
export const MAX_MEASURED = 10n ** 18n;

/** Whether YES to a question of a kind brings a value. */
export const measures = (kind: QuestionKind): boolean => kind === QuestionKind.QUESTION_KIND_MODEL_LOADS;

/**
 * The lower median by power: the least value up to which half of the power lies. Those who said YES have two thirds of
 * all power when a question passes; so what is less than a third of all power is less than half of theirs, and cannot
 * move the median past what the others measured.
 */
export function weightedMedian(
  values: readonly { readonly value: bigint; readonly power: bigint }[],
): bigint {
  assert(values.length > 0, "a median of nothing");
  const sorted = [...values].sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
  const total = sorted.reduce((sum, { power }) => sum + power, 0n);
  let below = 0n;
  for (const { value, power } of sorted) {
    below += power;
    if (2n * below >= total) return value;
  }
  return sorted.at(-1)!.value;
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
