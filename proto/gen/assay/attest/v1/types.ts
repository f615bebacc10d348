// Made by `npm run proto` from proto/assay/attest/v1/types.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import type { EnumType } from "../../../../wire/message-type.ts";
import { enumType } from "../../../../wire/enum-type.ts";

export const QuestionKind = {
  QUESTION_KIND_UNSPECIFIED: 0,
  /** Subject: a dataset id. I hold its content, and size and roots are as published. */
  QUESTION_KIND_CONTENT_HELD: 1,
  /**
   * Subject: a model version's id. It loads in the sandbox; YES measures how far the outputs of probe inputs range,
   * in 10^-9.
   */
  QUESTION_KIND_MODEL_LOADS: 2,
} as const;
export type QuestionKind = number;
export const QuestionKindEnum: EnumType = enumType("assay.attest.v1.QuestionKind", QuestionKind);

export const QuestionStatus = {
  QUESTION_STATUS_UNSPECIFIED: 0,
  QUESTION_STATUS_OPEN: 1,
  QUESTION_STATUS_PASSED: 2,
  QUESTION_STATUS_REFUSED: 3,
  QUESTION_STATUS_LAPSED: 4,
} as const;
export type QuestionStatus = number;
export const QuestionStatusEnum: EnumType = enumType("assay.attest.v1.QuestionStatus", QuestionStatus);

export const Answer = {
  ANSWER_UNSPECIFIED: 0,
  ANSWER_YES: 1,
  /** Looked, and it is false. */
  ANSWER_NO: 2,
  /** Could not look; taken only in the last third before the deadline. */
  ANSWER_UNAVAILABLE: 3,
} as const;
export type Answer = number;
export const AnswerEnum: EnumType = enumType("assay.attest.v1.Answer", Answer);

export interface Question {
  id: bigint;
  kind: QuestionKind;
  subject: Uint8Array;
  openedHeight: bigint;
  /** Last block in which an answer counts. */
  deadlineHeight: bigint;
  status: QuestionStatus;
  /** Height at which it was decided or lapsed; 0 while OPEN. */
  closedHeight: bigint;
  /** Powers as they were at opening. */
  totalPower: bigint;
  yesPower: bigint;
  noPower: bigint;
  unavailablePower: bigint;
  voters: Voter[];
  /** The module that asked has been told. */
  settled: boolean;
  /** The deadline is over and participation is counted. */
  counted: boolean;
  /** The median of what YES measured, by power; 0 unless PASSED and of a kind that measures. */
  measured: bigint;
}
export const Question: MessageType<Question> = /* @__PURE__ */ new MessageType<Question>(
  "assay.attest.v1.Question",
  () => ({ id: 0n, kind: 0, subject: new Uint8Array(0), openedHeight: 0n, deadlineHeight: 0n, status: 0, closedHeight: 0n, totalPower: 0n, yesPower: 0n, noPower: 0n, unavailablePower: 0n, voters: [], settled: false, counted: false, measured: 0n }),
  [
    { no: 1, name: "id", protoName: "id", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "kind", protoName: "kind", kind: "enum", repeated: false, explicit: false, enum: () => QuestionKindEnum },
    { no: 3, name: "subject", protoName: "subject", kind: "bytes", repeated: false, explicit: false },
    { no: 4, name: "openedHeight", protoName: "opened_height", kind: "uint64", repeated: false, explicit: false },
    { no: 5, name: "deadlineHeight", protoName: "deadline_height", kind: "uint64", repeated: false, explicit: false },
    { no: 6, name: "status", protoName: "status", kind: "enum", repeated: false, explicit: false, enum: () => QuestionStatusEnum },
    { no: 7, name: "closedHeight", protoName: "closed_height", kind: "uint64", repeated: false, explicit: false },
    { no: 8, name: "totalPower", protoName: "total_power", kind: "uint64", repeated: false, explicit: false },
    { no: 9, name: "yesPower", protoName: "yes_power", kind: "uint64", repeated: false, explicit: false },
    { no: 10, name: "noPower", protoName: "no_power", kind: "uint64", repeated: false, explicit: false },
    { no: 11, name: "unavailablePower", protoName: "unavailable_power", kind: "uint64", repeated: false, explicit: false },
    { no: 12, name: "voters", protoName: "voters", kind: "message", repeated: true, explicit: false, message: () => Voter as unknown as MessageType<object> },
    { no: 13, name: "settled", protoName: "settled", kind: "bool", repeated: false, explicit: false },
    { no: 14, name: "counted", protoName: "counted", kind: "bool", repeated: false, explicit: false },
    { no: 15, name: "measured", protoName: "measured", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface Voter {
  /** Operator address. */
  validator: string;
  power: bigint;
  /** UNSPECIFIED while it has not answered. */
  answer: Answer;
  answeredHeight: bigint;
  /** What it measured, in the unit of the question's kind; 0 for nothing. */
  measured: bigint;
}
export const Voter: MessageType<Voter> = /* @__PURE__ */ new MessageType<Voter>(
  "assay.attest.v1.Voter",
  () => ({ validator: "", power: 0n, answer: 0, answeredHeight: 0n, measured: 0n }),
  [
    { no: 1, name: "validator", protoName: "validator", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "power", protoName: "power", kind: "uint64", repeated: false, explicit: false },
    { no: 3, name: "answer", protoName: "answer", kind: "enum", repeated: false, explicit: false, enum: () => AnswerEnum },
    { no: 4, name: "answeredHeight", protoName: "answered_height", kind: "uint64", repeated: false, explicit: false },
    { no: 5, name: "measured", protoName: "measured", kind: "uint64", repeated: false, explicit: false },
  ],
);

/** How a validator answered, over all questions that closed. */
export interface Participation {
  validator: string;
  asked: bigint;
  answered: bigint;
  missed: bigint;
}
export const Participation: MessageType<Participation> = /* @__PURE__ */ new MessageType<Participation>(
  "assay.attest.v1.Participation",
  () => ({ validator: "", asked: 0n, answered: 0n, missed: 0n }),
  [
    { no: 1, name: "validator", protoName: "validator", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "asked", protoName: "asked", kind: "uint64", repeated: false, explicit: false },
    { no: 3, name: "answered", protoName: "answered", kind: "uint64", repeated: false, explicit: false },
    { no: 4, name: "missed", protoName: "missed", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface Params {
  authority: string;
  paused: boolean;
  /** Questions an end hook closes in one block. */
  maxClosingsPerBlock: number;
}
export const Params: MessageType<Params> = /* @__PURE__ */ new MessageType<Params>(
  "assay.attest.v1.Params",
  () => ({ authority: "", paused: false, maxClosingsPerBlock: 0 }),
  [
    { no: 1, name: "authority", protoName: "authority", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "paused", protoName: "paused", kind: "bool", repeated: false, explicit: false },
    { no: 3, name: "maxClosingsPerBlock", protoName: "max_closings_per_block", kind: "uint32", repeated: false, explicit: false },
  ],
);
