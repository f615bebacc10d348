import { defineErrors } from "@assay/kernel/errors";

export const errors = defineErrors("attest", {
  paused: [2, "the module is paused"],
  invalidAnswer: [3, "an answer is YES, NO or UNAVAILABLE"],
  questionNotFound: [4, "no such question"],
  notAttestor: [5, "this account answers for no validator"],
  notVoter: [6, "the validator was not asked: it had no power when the question was opened"],
  deadlinePassed: [7, "the question's deadline is over"],
  alreadyAnswered: [8, "the validator has answered"],
  unavailableTooEarly: [9, "UNAVAILABLE is taken only in the last third before the deadline"],
  invalidMeasure: [
    10,
    "YES to a question that measures brings a value within bounds, no other answer brings one",
  ],
});
