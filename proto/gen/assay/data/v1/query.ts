// Made by `npm run proto` from proto/assay/data/v1/query.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { PageRequest, PageResponse } from "../../../cosmos/base/query/v1beta1/pagination.ts";
import { Coin } from "../../../cosmos/base/v1beta1/coin.ts";
import { Dataset, DatasetStatusEnum, Params, Position, PublishCommit, Unbonding, type DatasetStatus } from "./types.ts";

export interface QueryDatasetRequest {
  id: Uint8Array;
}
export const QueryDatasetRequest: MessageType<QueryDatasetRequest> = /* @__PURE__ */ new MessageType<QueryDatasetRequest>(
  "assay.data.v1.QueryDatasetRequest",
  () => ({ id: new Uint8Array(0) }),
  [
    { no: 1, name: "id", protoName: "id", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface QueryDatasetResponse {
  dataset: Dataset | undefined;
}
export const QueryDatasetResponse: MessageType<QueryDatasetResponse> = /* @__PURE__ */ new MessageType<QueryDatasetResponse>(
  "assay.data.v1.QueryDatasetResponse",
  () => ({ dataset: undefined }),
  [
    { no: 1, name: "dataset", protoName: "dataset", kind: "message", repeated: false, explicit: false, message: () => Dataset as unknown as MessageType<object> },
  ],
);

/** Newest first. */
export interface QueryDatasetsRequest {
  /** UNSPECIFIED for all. */
  status: DatasetStatus;
  /** Empty for all. */
  owner: string;
  pagination: PageRequest | undefined;
}
export const QueryDatasetsRequest: MessageType<QueryDatasetsRequest> = /* @__PURE__ */ new MessageType<QueryDatasetsRequest>(
  "assay.data.v1.QueryDatasetsRequest",
  () => ({ status: 0, owner: "", pagination: undefined }),
  [
    { no: 1, name: "status", protoName: "status", kind: "enum", repeated: false, explicit: false, enum: () => DatasetStatusEnum },
    { no: 2, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface QueryDatasetsResponse {
  datasets: Dataset[];
  pagination: PageResponse | undefined;
}
export const QueryDatasetsResponse: MessageType<QueryDatasetsResponse> = /* @__PURE__ */ new MessageType<QueryDatasetsResponse>(
  "assay.data.v1.QueryDatasetsResponse",
  () => ({ datasets: [], pagination: undefined }),
  [
    { no: 1, name: "datasets", protoName: "datasets", kind: "message", repeated: true, explicit: false, message: () => Dataset as unknown as MessageType<object> },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

/** By dataset, by account, or by both; one of them at least. */
export interface QueryPositionsRequest {
  datasetId: Uint8Array;
  account: string;
  pagination: PageRequest | undefined;
}
export const QueryPositionsRequest: MessageType<QueryPositionsRequest> = /* @__PURE__ */ new MessageType<QueryPositionsRequest>(
  "assay.data.v1.QueryPositionsRequest",
  () => ({ datasetId: new Uint8Array(0), account: "", pagination: undefined }),
  [
    { no: 1, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "account", protoName: "account", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface QueryPositionsResponse {
  positions: Position[];
  pagination: PageResponse | undefined;
}
export const QueryPositionsResponse: MessageType<QueryPositionsResponse> = /* @__PURE__ */ new MessageType<QueryPositionsResponse>(
  "assay.data.v1.QueryPositionsResponse",
  () => ({ positions: [], pagination: undefined }),
  [
    { no: 1, name: "positions", protoName: "positions", kind: "message", repeated: true, explicit: false, message: () => Position as unknown as MessageType<object> },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export interface QueryUnbondingsRequest {
  datasetId: Uint8Array;
  account: string;
  pagination: PageRequest | undefined;
}
export const QueryUnbondingsRequest: MessageType<QueryUnbondingsRequest> = /* @__PURE__ */ new MessageType<QueryUnbondingsRequest>(
  "assay.data.v1.QueryUnbondingsRequest",
  () => ({ datasetId: new Uint8Array(0), account: "", pagination: undefined }),
  [
    { no: 1, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "account", protoName: "account", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface QueryUnbondingsResponse {
  unbondings: Unbonding[];
  pagination: PageResponse | undefined;
}
export const QueryUnbondingsResponse: MessageType<QueryUnbondingsResponse> = /* @__PURE__ */ new MessageType<QueryUnbondingsResponse>(
  "assay.data.v1.QueryUnbondingsResponse",
  () => ({ unbondings: [], pagination: undefined }),
  [
    { no: 1, name: "unbondings", protoName: "unbondings", kind: "message", repeated: true, explicit: false, message: () => Unbonding as unknown as MessageType<object> },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export interface QueryWithdrawableRequest {
  account: string;
  /** Empty for all datasets of the account, each a row. */
  datasetId: Uint8Array;
}
export const QueryWithdrawableRequest: MessageType<QueryWithdrawableRequest> = /* @__PURE__ */ new MessageType<QueryWithdrawableRequest>(
  "assay.data.v1.QueryWithdrawableRequest",
  () => ({ account: "", datasetId: new Uint8Array(0) }),
  [
    { no: 1, name: "account", protoName: "account", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface Withdrawable {
  datasetId: Uint8Array;
  amount: Coin | undefined;
}
export const Withdrawable: MessageType<Withdrawable> = /* @__PURE__ */ new MessageType<Withdrawable>(
  "assay.data.v1.Withdrawable",
  () => ({ datasetId: new Uint8Array(0), amount: undefined }),
  [
    { no: 1, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "amount", protoName: "amount", kind: "message", repeated: false, explicit: false, message: () => Coin as unknown as MessageType<object> },
  ],
);

export interface QueryWithdrawableResponse {
  withdrawable: Withdrawable[];
}
export const QueryWithdrawableResponse: MessageType<QueryWithdrawableResponse> = /* @__PURE__ */ new MessageType<QueryWithdrawableResponse>(
  "assay.data.v1.QueryWithdrawableResponse",
  () => ({ withdrawable: [] }),
  [
    { no: 1, name: "withdrawable", protoName: "withdrawable", kind: "message", repeated: true, explicit: false, message: () => Withdrawable as unknown as MessageType<object> },
  ],
);

export interface QueryCommitsRequest {
  owner: string;
}
export const QueryCommitsRequest: MessageType<QueryCommitsRequest> = /* @__PURE__ */ new MessageType<QueryCommitsRequest>(
  "assay.data.v1.QueryCommitsRequest",
  () => ({ owner: "" }),
  [
    { no: 1, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
  ],
);

export interface QueryCommitsResponse {
  commits: PublishCommit[];
}
export const QueryCommitsResponse: MessageType<QueryCommitsResponse> = /* @__PURE__ */ new MessageType<QueryCommitsResponse>(
  "assay.data.v1.QueryCommitsResponse",
  () => ({ commits: [] }),
  [
    { no: 1, name: "commits", protoName: "commits", kind: "message", repeated: true, explicit: false, message: () => PublishCommit as unknown as MessageType<object> },
  ],
);

/** Counts and sums that the overview shows; kept by the module, so that no query walks all datasets. */
export interface QueryTotalsRequest {}
export const QueryTotalsRequest: MessageType<QueryTotalsRequest> = /* @__PURE__ */ new MessageType<QueryTotalsRequest>(
  "assay.data.v1.QueryTotalsRequest",
  () => ({}),
  [],
);

export interface QueryTotalsResponse {
  totals: Totals | undefined;
}
export const QueryTotalsResponse: MessageType<QueryTotalsResponse> = /* @__PURE__ */ new MessageType<QueryTotalsResponse>(
  "assay.data.v1.QueryTotalsResponse",
  () => ({ totals: undefined }),
  [
    { no: 1, name: "totals", protoName: "totals", kind: "message", repeated: false, explicit: false, message: () => Totals as unknown as MessageType<object> },
  ],
);

export interface Totals {
  /** Base units at risk on OPEN claims. */
  atRisk: bigint;
  datasets: bigint;
  openClaims: bigint;
  lostClaims: bigint;
  finalClaims: bigint;
  /** Base units burned by lost claims, for ever. */
  burned: bigint;
}
export const Totals: MessageType<Totals> = /* @__PURE__ */ new MessageType<Totals>(
  "assay.data.v1.Totals",
  () => ({ atRisk: 0n, datasets: 0n, openClaims: 0n, lostClaims: 0n, finalClaims: 0n, burned: 0n }),
  [
    { no: 1, name: "atRisk", protoName: "at_risk", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "datasets", protoName: "datasets", kind: "uint64", repeated: false, explicit: false },
    { no: 3, name: "openClaims", protoName: "open_claims", kind: "uint64", repeated: false, explicit: false },
    { no: 4, name: "lostClaims", protoName: "lost_claims", kind: "uint64", repeated: false, explicit: false },
    { no: 5, name: "finalClaims", protoName: "final_claims", kind: "uint64", repeated: false, explicit: false },
    { no: 6, name: "burned", protoName: "burned", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface QueryParamsRequest {}
export const QueryParamsRequest: MessageType<QueryParamsRequest> = /* @__PURE__ */ new MessageType<QueryParamsRequest>(
  "assay.data.v1.QueryParamsRequest",
  () => ({}),
  [],
);

export interface QueryParamsResponse {
  params: Params | undefined;
}
export const QueryParamsResponse: MessageType<QueryParamsResponse> = /* @__PURE__ */ new MessageType<QueryParamsResponse>(
  "assay.data.v1.QueryParamsResponse",
  () => ({ params: undefined }),
  [
    { no: 1, name: "params", protoName: "params", kind: "message", repeated: false, explicit: false, message: () => Params as unknown as MessageType<object> },
  ],
);

export const Query = {
  /** One dataset with its claims. */
  Dataset: { path: "/assay.data.v1.Query/Dataset", request: QueryDatasetRequest, response: QueryDatasetResponse },
  /** Datasets, the newest first. */
  Datasets: { path: "/assay.data.v1.Query/Datasets", request: QueryDatasetsRequest, response: QueryDatasetsResponse },
  /** Stakes on claims, by dataset, by account, or by both. */
  Positions: { path: "/assay.data.v1.Query/Positions", request: QueryPositionsRequest, response: QueryPositionsResponse },
  /** Stakes on their way out, by dataset, by account, or by both. */
  Unbondings: { path: "/assay.data.v1.Query/Unbondings", request: QueryUnbondingsRequest, response: QueryUnbondingsResponse },
  /** What an account may take out now, a row for each dataset. */
  Withdrawable: { path: "/assay.data.v1.Query/Withdrawable", request: QueryWithdrawableRequest, response: QueryWithdrawableResponse },
  /** An owner's commits to publish that are not revealed yet. */
  Commits: { path: "/assay.data.v1.Query/Commits", request: QueryCommitsRequest, response: QueryCommitsResponse },
  /** Counts and sums of the whole market. */
  Totals: { path: "/assay.data.v1.Query/Totals", request: QueryTotalsRequest, response: QueryTotalsResponse },
  /** Amounts and windows of the market. */
  Params: { path: "/assay.data.v1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
} as const;
