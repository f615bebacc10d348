// Made by `npm run proto` from proto/assay/attest/v1/tx.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { AnswerEnum, type Answer } from "./types.ts";

export interface MsgAnswer {
  /** A validator's attestor address. */
  attestor: string;
  questionId: bigint;
  answer: Answer;
  /** With YES to a question that measures, in the unit of its kind; 0 with any other. */
  measured: bigint;
}
export const MsgAnswer: MessageType<MsgAnswer> = /* @__PURE__ */ new MessageType<MsgAnswer>(
  "assay.attest.v1.MsgAnswer",
  () => ({ attestor: "", questionId: 0n, answer: 0, measured: 0n }),
  [
    { no: 1, name: "attestor", protoName: "attestor", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "questionId", protoName: "question_id", kind: "uint64", repeated: false, explicit: false },
    { no: 3, name: "answer", protoName: "answer", kind: "enum", repeated: false, explicit: false, enum: () => AnswerEnum },
    { no: 4, name: "measured", protoName: "measured", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface MsgAnswerResponse {}
export const MsgAnswerResponse: MessageType<MsgAnswerResponse> = /* @__PURE__ */ new MessageType<MsgAnswerResponse>(
  "assay.attest.v1.MsgAnswerResponse",
  () => ({}),
  [],
);

export const Msg = {
  Answer: { path: "/assay.attest.v1.Msg/Answer", request: MsgAnswer, response: MsgAnswerResponse },
} as const;
