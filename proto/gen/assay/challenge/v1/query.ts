// Made by `npm run proto` from proto/assay/challenge/v1/query.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { PageRequest, PageResponse } from "../../../cosmos/base/query/v1beta1/pagination.ts";
import { Case, CaseStatusEnum, ChallengeCommit, Params, type CaseStatus } from "./types.ts";

export interface QueryCaseRequest {
  id: bigint;
}
export const QueryCaseRequest: MessageType<QueryCaseRequest> = /* @__PURE__ */ new MessageType<QueryCaseRequest>(
  "assay.challenge.v1.QueryCaseRequest",
  () => ({ id: 0n }),
  [
    { no: 1, name: "id", protoName: "id", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface QueryCaseResponse {
  case: Case | undefined;
}
export const QueryCaseResponse: MessageType<QueryCaseResponse> = /* @__PURE__ */ new MessageType<QueryCaseResponse>(
  "assay.challenge.v1.QueryCaseResponse",
  () => ({ case: undefined }),
  [
    { no: 1, name: "case", protoName: "case", kind: "message", repeated: false, explicit: false, message: () => Case as unknown as MessageType<object> },
  ],
);

/** Newest first. */
export interface QueryCasesRequest {
  /** Empty for all. */
  datasetId: Uint8Array;
  /** UNSPECIFIED for all. */
  status: CaseStatus;
  pagination: PageRequest | undefined;
}
export const QueryCasesRequest: MessageType<QueryCasesRequest> = /* @__PURE__ */ new MessageType<QueryCasesRequest>(
  "assay.challenge.v1.QueryCasesRequest",
  () => ({ datasetId: new Uint8Array(0), status: 0, pagination: undefined }),
  [
    { no: 1, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "status", protoName: "status", kind: "enum", repeated: false, explicit: false, enum: () => CaseStatusEnum },
    { no: 3, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface QueryCasesResponse {
  cases: Case[];
  pagination: PageResponse | undefined;
}
export const QueryCasesResponse: MessageType<QueryCasesResponse> = /* @__PURE__ */ new MessageType<QueryCasesResponse>(
  "assay.challenge.v1.QueryCasesResponse",
  () => ({ cases: [], pagination: undefined }),
  [
    { no: 1, name: "cases", protoName: "cases", kind: "message", repeated: true, explicit: false, message: () => Case as unknown as MessageType<object> },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export interface QueryCommitsRequest {
  /** Empty for all. */
  challenger: string;
  pagination: PageRequest | undefined;
}
export const QueryCommitsRequest: MessageType<QueryCommitsRequest> = /* @__PURE__ */ new MessageType<QueryCommitsRequest>(
  "assay.challenge.v1.QueryCommitsRequest",
  () => ({ challenger: "", pagination: undefined }),
  [
    { no: 1, name: "challenger", protoName: "challenger", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface QueryCommitsResponse {
  commits: ChallengeCommit[];
  pagination: PageResponse | undefined;
}
export const QueryCommitsResponse: MessageType<QueryCommitsResponse> = /* @__PURE__ */ new MessageType<QueryCommitsResponse>(
  "assay.challenge.v1.QueryCommitsResponse",
  () => ({ commits: [], pagination: undefined }),
  [
    { no: 1, name: "commits", protoName: "commits", kind: "message", repeated: true, explicit: false, message: () => ChallengeCommit as unknown as MessageType<object> },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export interface QueryParamsRequest {}
export const QueryParamsRequest: MessageType<QueryParamsRequest> = /* @__PURE__ */ new MessageType<QueryParamsRequest>(
  "assay.challenge.v1.QueryParamsRequest",
  () => ({}),
  [],
);

export interface QueryParamsResponse {
  params: Params | undefined;
}
export const QueryParamsResponse: MessageType<QueryParamsResponse> = /* @__PURE__ */ new MessageType<QueryParamsResponse>(
  "assay.challenge.v1.QueryParamsResponse",
  () => ({ params: undefined }),
  [
    { no: 1, name: "params", protoName: "params", kind: "message", repeated: false, explicit: false, message: () => Params as unknown as MessageType<object> },
  ],
);

export const Query = {
  /** One challenge of a claim and how it ended. */
  Case: { path: "/assay.challenge.v1.Query/Case", request: QueryCaseRequest, response: QueryCaseResponse },
  /** Challenges, the newest first. */
  Cases: { path: "/assay.challenge.v1.Query/Cases", request: QueryCasesRequest, response: QueryCasesResponse },
  /** Commits to a challenge that are not revealed yet. */
  Commits: { path: "/assay.challenge.v1.Query/Commits", request: QueryCommitsRequest, response: QueryCommitsResponse },
  /** Windows and fees of a challenge. */
  Params: { path: "/assay.challenge.v1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
} as const;
