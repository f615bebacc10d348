// Made by `npm run proto` from proto/assay/attest/v1/genesis.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Params, Participation, Question } from "./types.ts";

export interface GenesisState {
  params: Params | undefined;
  questions: Question[];
  participations: Participation[];
  nextQuestionId: bigint;
}
export const GenesisState: MessageType<GenesisState> = /* @__PURE__ */ new MessageType<GenesisState>(
  "assay.attest.v1.GenesisState",
  () => ({ params: undefined, questions: [], participations: [], nextQuestionId: 0n }),
  [
    { no: 1, name: "params", protoName: "params", kind: "message", repeated: false, explicit: false, message: () => Params as unknown as MessageType<object> },
    { no: 2, name: "questions", protoName: "questions", kind: "message", repeated: true, explicit: false, message: () => Question as unknown as MessageType<object> },
    { no: 3, name: "participations", protoName: "participations", kind: "message", repeated: true, explicit: false, message: () => Participation as unknown as MessageType<object> },
    { no: 4, name: "nextQuestionId", protoName: "next_question_id", kind: "uint64", repeated: false, explicit: false },
  ],
);
