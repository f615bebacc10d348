// Made by `npm run proto` from proto/assay/attest/v1/query.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { PageRequest, PageResponse } from "../../../cosmos/base/query/v1beta1/pagination.ts";
import { Params, Participation, Question, QuestionStatusEnum, type QuestionStatus } from "./types.ts";

export interface QueryQuestionRequest {
  id: bigint;
}
export const QueryQuestionRequest: MessageType<QueryQuestionRequest> = /* @__PURE__ */ new MessageType<QueryQuestionRequest>(
  "assay.attest.v1.QueryQuestionRequest",
  () => ({ id: 0n }),
  [
    { no: 1, name: "id", protoName: "id", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface QueryQuestionResponse {
  question: Question | undefined;
}
export const QueryQuestionResponse: MessageType<QueryQuestionResponse> = /* @__PURE__ */ new MessageType<QueryQuestionResponse>(
  "assay.attest.v1.QueryQuestionResponse",
  () => ({ question: undefined }),
  [
    { no: 1, name: "question", protoName: "question", kind: "message", repeated: false, explicit: false, message: () => Question as unknown as MessageType<object> },
  ],
);

export interface QueryQuestionsRequest {
  /** UNSPECIFIED for all. */
  status: QuestionStatus;
  pagination: PageRequest | undefined;
}
export const QueryQuestionsRequest: MessageType<QueryQuestionsRequest> = /* @__PURE__ */ new MessageType<QueryQuestionsRequest>(
  "assay.attest.v1.QueryQuestionsRequest",
  () => ({ status: 0, pagination: undefined }),
  [
    { no: 1, name: "status", protoName: "status", kind: "enum", repeated: false, explicit: false, enum: () => QuestionStatusEnum },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface QueryQuestionsResponse {
  questions: Question[];
  pagination: PageResponse | undefined;
}
export const QueryQuestionsResponse: MessageType<QueryQuestionsResponse> = /* @__PURE__ */ new MessageType<QueryQuestionsResponse>(
  "assay.attest.v1.QueryQuestionsResponse",
  () => ({ questions: [], pagination: undefined }),
  [
    { no: 1, name: "questions", protoName: "questions", kind: "message", repeated: true, explicit: false, message: () => Question as unknown as MessageType<object> },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export interface QueryParticipationsRequest {}
export const QueryParticipationsRequest: MessageType<QueryParticipationsRequest> = /* @__PURE__ */ new MessageType<QueryParticipationsRequest>(
  "assay.attest.v1.QueryParticipationsRequest",
  () => ({}),
  [],
);

export interface QueryParticipationsResponse {
  participations: Participation[];
}
export const QueryParticipationsResponse: MessageType<QueryParticipationsResponse> = /* @__PURE__ */ new MessageType<QueryParticipationsResponse>(
  "assay.attest.v1.QueryParticipationsResponse",
  () => ({ participations: [] }),
  [
    { no: 1, name: "participations", protoName: "participations", kind: "message", repeated: true, explicit: false, message: () => Participation as unknown as MessageType<object> },
  ],
);

export interface QueryParamsRequest {}
export const QueryParamsRequest: MessageType<QueryParamsRequest> = /* @__PURE__ */ new MessageType<QueryParamsRequest>(
  "assay.attest.v1.QueryParamsRequest",
  () => ({}),
  [],
);

export interface QueryParamsResponse {
  params: Params | undefined;
}
export const QueryParamsResponse: MessageType<QueryParamsResponse> = /* @__PURE__ */ new MessageType<QueryParamsResponse>(
  "assay.attest.v1.QueryParamsResponse",
  () => ({ params: undefined }),
  [
    { no: 1, name: "params", protoName: "params", kind: "message", repeated: false, explicit: false, message: () => Params as unknown as MessageType<object> },
  ],
);

export const Query = {
  /** One question with what validators answered. */
  Question: { path: "/assay.attest.v1.Query/Question", request: QueryQuestionRequest, response: QueryQuestionResponse },
  /** Questions to validators. */
  Questions: { path: "/assay.attest.v1.Query/Questions", request: QueryQuestionsRequest, response: QueryQuestionsResponse },
  /** How often each validator was asked, and answered. */
  Participations: { path: "/assay.attest.v1.Query/Participations", request: QueryParticipationsRequest, response: QueryParticipationsResponse },
  /** Windows of a question. */
  Params: { path: "/assay.attest.v1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
} as const;
