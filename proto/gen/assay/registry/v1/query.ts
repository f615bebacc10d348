// Made by `npm run proto` from proto/assay/registry/v1/query.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { PageRequest, PageResponse } from "../../../cosmos/base/query/v1beta1/pagination.ts";
import { Coin } from "../../../cosmos/base/v1beta1/coin.ts";
import { Grant, Model, Params, Score, Version, VersionStatusEnum, type VersionStatus } from "./types.ts";

export interface QueryModelRequest {
  id: Uint8Array;
}
export const QueryModelRequest: MessageType<QueryModelRequest> = /* @__PURE__ */ new MessageType<QueryModelRequest>(
  "assay.registry.v1.QueryModelRequest",
  () => ({ id: new Uint8Array(0) }),
  [
    { no: 1, name: "id", protoName: "id", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface QueryModelResponse {
  model: Model | undefined;
}
export const QueryModelResponse: MessageType<QueryModelResponse> = /* @__PURE__ */ new MessageType<QueryModelResponse>(
  "assay.registry.v1.QueryModelResponse",
  () => ({ model: undefined }),
  [
    { no: 1, name: "model", protoName: "model", kind: "message", repeated: false, explicit: false, message: () => Model as unknown as MessageType<object> },
  ],
);

/** Newest first. */
export interface QueryModelsRequest {
  /** Empty for all. */
  owner: string;
  pagination: PageRequest | undefined;
}
export const QueryModelsRequest: MessageType<QueryModelsRequest> = /* @__PURE__ */ new MessageType<QueryModelsRequest>(
  "assay.registry.v1.QueryModelsRequest",
  () => ({ owner: "", pagination: undefined }),
  [
    { no: 1, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface QueryModelsResponse {
  models: Model[];
  pagination: PageResponse | undefined;
}
export const QueryModelsResponse: MessageType<QueryModelsResponse> = /* @__PURE__ */ new MessageType<QueryModelsResponse>(
  "assay.registry.v1.QueryModelsResponse",
  () => ({ models: [], pagination: undefined }),
  [
    { no: 1, name: "models", protoName: "models", kind: "message", repeated: true, explicit: false, message: () => Model as unknown as MessageType<object> },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export interface QueryVersionRequest {
  id: Uint8Array;
}
export const QueryVersionRequest: MessageType<QueryVersionRequest> = /* @__PURE__ */ new MessageType<QueryVersionRequest>(
  "assay.registry.v1.QueryVersionRequest",
  () => ({ id: new Uint8Array(0) }),
  [
    { no: 1, name: "id", protoName: "id", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface QueryVersionResponse {
  version: Version | undefined;
  model: Model | undefined;
}
export const QueryVersionResponse: MessageType<QueryVersionResponse> = /* @__PURE__ */ new MessageType<QueryVersionResponse>(
  "assay.registry.v1.QueryVersionResponse",
  () => ({ version: undefined, model: undefined }),
  [
    { no: 1, name: "version", protoName: "version", kind: "message", repeated: false, explicit: false, message: () => Version as unknown as MessageType<object> },
    { no: 2, name: "model", protoName: "model", kind: "message", repeated: false, explicit: false, message: () => Model as unknown as MessageType<object> },
  ],
);

/** Newest first. By model, or by task and status; none of them for all. */
export interface QueryVersionsRequest {
  modelId: Uint8Array;
  task: string;
  /** UNSPECIFIED for all. */
  status: VersionStatus;
  pagination: PageRequest | undefined;
}
export const QueryVersionsRequest: MessageType<QueryVersionsRequest> = /* @__PURE__ */ new MessageType<QueryVersionsRequest>(
  "assay.registry.v1.QueryVersionsRequest",
  () => ({ modelId: new Uint8Array(0), task: "", status: 0, pagination: undefined }),
  [
    { no: 1, name: "modelId", protoName: "model_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "task", protoName: "task", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "status", protoName: "status", kind: "enum", repeated: false, explicit: false, enum: () => VersionStatusEnum },
    { no: 4, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface QueryVersionsResponse {
  versions: Version[];
  pagination: PageResponse | undefined;
}
export const QueryVersionsResponse: MessageType<QueryVersionsResponse> = /* @__PURE__ */ new MessageType<QueryVersionsResponse>(
  "assay.registry.v1.QueryVersionsResponse",
  () => ({ versions: [], pagination: undefined }),
  [
    { no: 1, name: "versions", protoName: "versions", kind: "message", repeated: true, explicit: false, message: () => Version as unknown as MessageType<object> },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export interface QueryCardRequest {
  versionId: Uint8Array;
}
export const QueryCardRequest: MessageType<QueryCardRequest> = /* @__PURE__ */ new MessageType<QueryCardRequest>(
  "assay.registry.v1.QueryCardRequest",
  () => ({ versionId: new Uint8Array(0) }),
  [
    { no: 1, name: "versionId", protoName: "version_id", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface QueryCardResponse {
  fields: CardField[];
  /** Markdown behind the front matter. */
  body: string;
}
export const QueryCardResponse: MessageType<QueryCardResponse> = /* @__PURE__ */ new MessageType<QueryCardResponse>(
  "assay.registry.v1.QueryCardResponse",
  () => ({ fields: [], body: "" }),
  [
    { no: 1, name: "fields", protoName: "fields", kind: "message", repeated: true, explicit: false, message: () => CardField as unknown as MessageType<object> },
    { no: 2, name: "body", protoName: "body", kind: "string", repeated: false, explicit: false },
  ],
);

/** One key of a card's front matter. */
export interface CardField {
  key: string;
  values: string[];
}
export const CardField: MessageType<CardField> = /* @__PURE__ */ new MessageType<CardField>(
  "assay.registry.v1.CardField",
  () => ({ key: "", values: [] }),
  [
    { no: 1, name: "key", protoName: "key", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "values", protoName: "values", kind: "string", repeated: true, explicit: false },
  ],
);

/** Versions that name a parent, by their ids. */
export interface QueryChildrenRequest {
  /** A model version or a dataset. */
  parentId: Uint8Array;
  pagination: PageRequest | undefined;
}
export const QueryChildrenRequest: MessageType<QueryChildrenRequest> = /* @__PURE__ */ new MessageType<QueryChildrenRequest>(
  "assay.registry.v1.QueryChildrenRequest",
  () => ({ parentId: new Uint8Array(0), pagination: undefined }),
  [
    { no: 1, name: "parentId", protoName: "parent_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface QueryChildrenResponse {
  children: Child[];
  pagination: PageResponse | undefined;
}
export const QueryChildrenResponse: MessageType<QueryChildrenResponse> = /* @__PURE__ */ new MessageType<QueryChildrenResponse>(
  "assay.registry.v1.QueryChildrenResponse",
  () => ({ children: [], pagination: undefined }),
  [
    { no: 1, name: "children", protoName: "children", kind: "message", repeated: true, explicit: false, message: () => Child as unknown as MessageType<object> },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export interface Child {
  versionId: Uint8Array;
  modelId: Uint8Array;
  weightBps: number;
  paid: bigint;
  /** Base units that a pull would move to the parent now. */
  pullable: bigint;
}
export const Child: MessageType<Child> = /* @__PURE__ */ new MessageType<Child>(
  "assay.registry.v1.Child",
  () => ({ versionId: new Uint8Array(0), modelId: new Uint8Array(0), weightBps: 0, paid: 0n, pullable: 0n }),
  [
    { no: 1, name: "versionId", protoName: "version_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "modelId", protoName: "model_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "weightBps", protoName: "weight_bps", kind: "uint32", repeated: false, explicit: false },
    { no: 4, name: "paid", protoName: "paid", kind: "uint64", repeated: false, explicit: false },
    { no: 5, name: "pullable", protoName: "pullable", kind: "uint64", repeated: false, explicit: false },
  ],
);

/** What lies above a parent and was not pulled: edges from afar to near, ready for MsgPull. At most 32 are named. */
export interface QueryPullableRequest {
  /** A model version or a dataset. */
  parentId: Uint8Array;
}
export const QueryPullableRequest: MessageType<QueryPullableRequest> = /* @__PURE__ */ new MessageType<QueryPullableRequest>(
  "assay.registry.v1.QueryPullableRequest",
  () => ({ parentId: new Uint8Array(0) }),
  [
    { no: 1, name: "parentId", protoName: "parent_id", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface QueryPullableResponse {
  edges: PullableEdge[];
  /** Base units that would reach the parent. */
  amount: bigint;
  /** There are more edges than were looked at. */
  partial: boolean;
}
export const QueryPullableResponse: MessageType<QueryPullableResponse> = /* @__PURE__ */ new MessageType<QueryPullableResponse>(
  "assay.registry.v1.QueryPullableResponse",
  () => ({ edges: [], amount: 0n, partial: false }),
  [
    { no: 1, name: "edges", protoName: "edges", kind: "message", repeated: true, explicit: false, message: () => PullableEdge as unknown as MessageType<object> },
    { no: 2, name: "amount", protoName: "amount", kind: "uint64", repeated: false, explicit: false },
    { no: 3, name: "partial", protoName: "partial", kind: "bool", repeated: false, explicit: false },
  ],
);

export interface PullableEdge {
  versionId: Uint8Array;
  parentId: Uint8Array;
  amount: bigint;
}
export const PullableEdge: MessageType<PullableEdge> = /* @__PURE__ */ new MessageType<PullableEdge>(
  "assay.registry.v1.PullableEdge",
  () => ({ versionId: new Uint8Array(0), parentId: new Uint8Array(0), amount: 0n }),
  [
    { no: 1, name: "versionId", protoName: "version_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "parentId", protoName: "parent_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "amount", protoName: "amount", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface QueryOwedRequest {
  account: string;
}
export const QueryOwedRequest: MessageType<QueryOwedRequest> = /* @__PURE__ */ new MessageType<QueryOwedRequest>(
  "assay.registry.v1.QueryOwedRequest",
  () => ({ account: "" }),
  [
    { no: 1, name: "account", protoName: "account", kind: "string", repeated: false, explicit: false },
  ],
);

export interface QueryOwedResponse {
  amount: Coin | undefined;
}
export const QueryOwedResponse: MessageType<QueryOwedResponse> = /* @__PURE__ */ new MessageType<QueryOwedResponse>(
  "assay.registry.v1.QueryOwedResponse",
  () => ({ amount: undefined }),
  [
    { no: 1, name: "amount", protoName: "amount", kind: "message", repeated: false, explicit: false, message: () => Coin as unknown as MessageType<object> },
  ],
);

/** By parent, by builder, or by both; one of them at least. */
export interface QueryGrantsRequest {
  parentId: Uint8Array;
  builder: string;
  pagination: PageRequest | undefined;
}
export const QueryGrantsRequest: MessageType<QueryGrantsRequest> = /* @__PURE__ */ new MessageType<QueryGrantsRequest>(
  "assay.registry.v1.QueryGrantsRequest",
  () => ({ parentId: new Uint8Array(0), builder: "", pagination: undefined }),
  [
    { no: 1, name: "parentId", protoName: "parent_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "builder", protoName: "builder", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface QueryGrantsResponse {
  grants: Grant[];
  pagination: PageResponse | undefined;
}
export const QueryGrantsResponse: MessageType<QueryGrantsResponse> = /* @__PURE__ */ new MessageType<QueryGrantsResponse>(
  "assay.registry.v1.QueryGrantsResponse",
  () => ({ grants: [], pagination: undefined }),
  [
    { no: 1, name: "grants", protoName: "grants", kind: "message", repeated: true, explicit: false, message: () => Grant as unknown as MessageType<object> },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export interface QueryScoresRequest {
  versionId: Uint8Array;
}
export const QueryScoresRequest: MessageType<QueryScoresRequest> = /* @__PURE__ */ new MessageType<QueryScoresRequest>(
  "assay.registry.v1.QueryScoresRequest",
  () => ({ versionId: new Uint8Array(0) }),
  [
    { no: 1, name: "versionId", protoName: "version_id", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface QueryScoresResponse {
  scores: Score[];
}
export const QueryScoresResponse: MessageType<QueryScoresResponse> = /* @__PURE__ */ new MessageType<QueryScoresResponse>(
  "assay.registry.v1.QueryScoresResponse",
  () => ({ scores: [] }),
  [
    { no: 1, name: "scores", protoName: "scores", kind: "message", repeated: true, explicit: false, message: () => Score as unknown as MessageType<object> },
  ],
);

export interface QueryParamsRequest {}
export const QueryParamsRequest: MessageType<QueryParamsRequest> = /* @__PURE__ */ new MessageType<QueryParamsRequest>(
  "assay.registry.v1.QueryParamsRequest",
  () => ({}),
  [],
);

export interface QueryParamsResponse {
  params: Params | undefined;
}
export const QueryParamsResponse: MessageType<QueryParamsResponse> = /* @__PURE__ */ new MessageType<QueryParamsResponse>(
  "assay.registry.v1.QueryParamsResponse",
  () => ({ params: undefined }),
  [
    { no: 1, name: "params", protoName: "params", kind: "message", repeated: false, explicit: false, message: () => Params as unknown as MessageType<object> },
  ],
);

export const Query = {
  /** One model. */
  Model: { path: "/assay.registry.v1.Query/Model", request: QueryModelRequest, response: QueryModelResponse },
  /** Models, the newest first. */
  Models: { path: "/assay.registry.v1.Query/Models", request: QueryModelsRequest, response: QueryModelsResponse },
  /** One version with its terms, and its model. */
  Version: { path: "/assay.registry.v1.Query/Version", request: QueryVersionRequest, response: QueryVersionResponse },
  /** Versions, the newest first: all, of a model, or for a task. */
  Versions: { path: "/assay.registry.v1.Query/Versions", request: QueryVersionsRequest, response: QueryVersionsResponse },
  /** A version's card: its front matter and its text. */
  Card: { path: "/assay.registry.v1.Query/Card", request: QueryCardRequest, response: QueryCardResponse },
  /** Versions that were made from a version or a dataset. */
  Children: { path: "/assay.registry.v1.Query/Children", request: QueryChildrenRequest, response: QueryChildrenResponse },
  /** What a version or a dataset could get by pulls now. */
  Pullable: { path: "/assay.registry.v1.Query/Pullable", request: QueryPullableRequest, response: QueryPullableResponse },
  /** What an account is owed. */
  Owed: { path: "/assay.registry.v1.Query/Owed", request: QueryOwedRequest, response: QueryOwedResponse },
  /** Who may name which closed versions as parents. */
  Grants: { path: "/assay.registry.v1.Query/Grants", request: QueryGrantsRequest, response: QueryGrantsResponse },
  /** A version's scores. */
  Scores: { path: "/assay.registry.v1.Query/Scores", request: QueryScoresRequest, response: QueryScoresResponse },
  /** Params of the module. */
  Params: { path: "/assay.registry.v1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
} as const;
