// Made by `npm run proto` from proto/assay/attest/v1/event.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { AnswerEnum, QuestionKindEnum, QuestionStatusEnum, type Answer, type QuestionKind, type QuestionStatus } from "./types.ts";

export interface EventQuestionOpened {
  questionId: bigint;
  kind: QuestionKind;
  subject: Uint8Array;
  deadlineHeight: bigint;
}
export const EventQuestionOpened: MessageType<EventQuestionOpened> = /* @__PURE__ */ new MessageType<EventQuestionOpened>(
  "assay.attest.v1.EventQuestionOpened",
  () => ({ questionId: 0n, kind: 0, subject: new Uint8Array(0), deadlineHeight: 0n }),
  [
    { no: 1, name: "questionId", protoName: "question_id", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "kind", protoName: "kind", kind: "enum", repeated: false, explicit: false, enum: () => QuestionKindEnum },
    { no: 3, name: "subject", protoName: "subject", kind: "bytes", repeated: false, explicit: false },
    { no: 4, name: "deadlineHeight", protoName: "deadline_height", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface EventQuestionAnswered {
  questionId: bigint;
  validator: string;
  answer: Answer;
  /** After the question was decided: participation, not a vote. */
  late: boolean;
  measured: bigint;
}
export const EventQuestionAnswered: MessageType<EventQuestionAnswered> = /* @__PURE__ */ new MessageType<EventQuestionAnswered>(
  "assay.attest.v1.EventQuestionAnswered",
  () => ({ questionId: 0n, validator: "", answer: 0, late: false, measured: 0n }),
  [
    { no: 1, name: "questionId", protoName: "question_id", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "validator", protoName: "validator", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "answer", protoName: "answer", kind: "enum", repeated: false, explicit: false, enum: () => AnswerEnum },
    { no: 4, name: "late", protoName: "late", kind: "bool", repeated: false, explicit: false },
    { no: 5, name: "measured", protoName: "measured", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface EventQuestionClosed {
  questionId: bigint;
  kind: QuestionKind;
  subject: Uint8Array;
  status: QuestionStatus;
  measured: bigint;
}
export const EventQuestionClosed: MessageType<EventQuestionClosed> = /* @__PURE__ */ new MessageType<EventQuestionClosed>(
  "assay.attest.v1.EventQuestionClosed",
  () => ({ questionId: 0n, kind: 0, subject: new Uint8Array(0), status: 0, measured: 0n }),
  [
    { no: 1, name: "questionId", protoName: "question_id", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "kind", protoName: "kind", kind: "enum", repeated: false, explicit: false, enum: () => QuestionKindEnum },
    { no: 3, name: "subject", protoName: "subject", kind: "bytes", repeated: false, explicit: false },
    { no: 4, name: "status", protoName: "status", kind: "enum", repeated: false, explicit: false, enum: () => QuestionStatusEnum },
    { no: 5, name: "measured", protoName: "measured", kind: "uint64", repeated: false, explicit: false },
  ],
);
