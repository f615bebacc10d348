import { addressKey, pair, u8Key, u64Key } from "@assay/kernel/codec/key-codec";
import { protoValue } from "@assay/kernel/codec/value-codec";
import { defineState } from "@assay/kernel/collections/schema";
import { Params, Participation, Question, Voter } from "@assay/proto/gen/assay/attest/v1/types";
import { dueHeight } from "./math.ts";

export const state = defineState("attest", (s) => ({
  params: s.item(0x01, "params", protoValue(Params)),
  nextQuestionId: s.sequence(0x02, "next_question_id"),
  /** Id -> question, without its voters. */
  questions: s.indexedMap(0x03, "questions", u64Key, protoValue(Question), {
    /** What the end hook has to do, and when; a question that needs nothing more is not in it. */
    due: { prefix: 0x04, name: "questions_by_due", key: u64Key, of: dueHeight },
    status: { prefix: 0x05, name: "questions_by_status", key: u8Key, of: ({ status }) => status },
  }),
  /** (question, operator) -> its power at opening, and its answer. */
  voters: s.map(0x06, "voters", pair(u64Key, addressKey), protoValue(Voter)),
  /** Operator -> how it answered; absent before its first question closed. */
  participations: s.map(0x07, "participations", addressKey, protoValue(Participation)),
}));
