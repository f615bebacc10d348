// Made by `npm run proto` from proto/assay/registry/v1/tx.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Coin } from "../../../cosmos/base/v1beta1/coin.ts";
import { VersionTerms } from "./types.ts";

/** A new model, with its first version. */
export interface MsgPublishModel {
  owner: string;
  name: string;
  terms: VersionTerms | undefined;
}
export const MsgPublishModel: MessageType<MsgPublishModel> = /* @__PURE__ */ new MessageType<MsgPublishModel>(
  "assay.registry.v1.MsgPublishModel",
  () => ({ owner: "", name: "", terms: undefined }),
  [
    { no: 1, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "name", protoName: "name", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "terms", protoName: "terms", kind: "message", repeated: false, explicit: false, message: () => VersionTerms as unknown as MessageType<object> },
  ],
);

export interface MsgPublishModelResponse {
  modelId: Uint8Array;
  versionId: Uint8Array;
  questionId: bigint;
}
export const MsgPublishModelResponse: MessageType<MsgPublishModelResponse> = /* @__PURE__ */ new MessageType<MsgPublishModelResponse>(
  "assay.registry.v1.MsgPublishModelResponse",
  () => ({ modelId: new Uint8Array(0), versionId: new Uint8Array(0), questionId: 0n }),
  [
    { no: 1, name: "modelId", protoName: "model_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "versionId", protoName: "version_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "questionId", protoName: "question_id", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface MsgPublishVersion {
  owner: string;
  modelId: Uint8Array;
  terms: VersionTerms | undefined;
}
export const MsgPublishVersion: MessageType<MsgPublishVersion> = /* @__PURE__ */ new MessageType<MsgPublishVersion>(
  "assay.registry.v1.MsgPublishVersion",
  () => ({ owner: "", modelId: new Uint8Array(0), terms: undefined }),
  [
    { no: 1, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "modelId", protoName: "model_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "terms", protoName: "terms", kind: "message", repeated: false, explicit: false, message: () => VersionTerms as unknown as MessageType<object> },
  ],
);

export interface MsgPublishVersionResponse {
  versionId: Uint8Array;
  version: number;
  questionId: bigint;
}
export const MsgPublishVersionResponse: MessageType<MsgPublishVersionResponse> = /* @__PURE__ */ new MessageType<MsgPublishVersionResponse>(
  "assay.registry.v1.MsgPublishVersionResponse",
  () => ({ versionId: new Uint8Array(0), version: 0, questionId: 0n }),
  [
    { no: 1, name: "versionId", protoName: "version_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "version", protoName: "version", kind: "uint32", repeated: false, explicit: false },
    { no: 3, name: "questionId", protoName: "question_id", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface MsgRetireVersion {
  owner: string;
  versionId: Uint8Array;
}
export const MsgRetireVersion: MessageType<MsgRetireVersion> = /* @__PURE__ */ new MessageType<MsgRetireVersion>(
  "assay.registry.v1.MsgRetireVersion",
  () => ({ owner: "", versionId: new Uint8Array(0) }),
  [
    { no: 1, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "versionId", protoName: "version_id", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface MsgRetireVersionResponse {}
export const MsgRetireVersionResponse: MessageType<MsgRetireVersionResponse> = /* @__PURE__ */ new MessageType<MsgRetireVersionResponse>(
  "assay.registry.v1.MsgRetireVersionResponse",
  () => ({}),
  [],
);

export interface MsgOfferModel {
  owner: string;
  modelId: Uint8Array;
  /** Empty takes an offer back. */
  to: string;
}
export const MsgOfferModel: MessageType<MsgOfferModel> = /* @__PURE__ */ new MessageType<MsgOfferModel>(
  "assay.registry.v1.MsgOfferModel",
  () => ({ owner: "", modelId: new Uint8Array(0), to: "" }),
  [
    { no: 1, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "modelId", protoName: "model_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "to", protoName: "to", kind: "string", repeated: false, explicit: false },
  ],
);

export interface MsgOfferModelResponse {}
export const MsgOfferModelResponse: MessageType<MsgOfferModelResponse> = /* @__PURE__ */ new MessageType<MsgOfferModelResponse>(
  "assay.registry.v1.MsgOfferModelResponse",
  () => ({}),
  [],
);

export interface MsgAcceptModel {
  newOwner: string;
  modelId: Uint8Array;
}
export const MsgAcceptModel: MessageType<MsgAcceptModel> = /* @__PURE__ */ new MessageType<MsgAcceptModel>(
  "assay.registry.v1.MsgAcceptModel",
  () => ({ newOwner: "", modelId: new Uint8Array(0) }),
  [
    { no: 1, name: "newOwner", protoName: "new_owner", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "modelId", protoName: "model_id", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface MsgAcceptModelResponse {}
export const MsgAcceptModelResponse: MessageType<MsgAcceptModelResponse> = /* @__PURE__ */ new MessageType<MsgAcceptModelResponse>(
  "assay.registry.v1.MsgAcceptModelResponse",
  () => ({}),
  [],
);

/** Lets a builder name a version with closed lineage as a parent, once. */
export interface MsgGrantLineage {
  owner: string;
  parentId: Uint8Array;
  builder: string;
  /** Least weight of the parent, in 1/10,000; 0 takes a grant back. */
  minWeightBps: number;
}
export const MsgGrantLineage: MessageType<MsgGrantLineage> = /* @__PURE__ */ new MessageType<MsgGrantLineage>(
  "assay.registry.v1.MsgGrantLineage",
  () => ({ owner: "", parentId: new Uint8Array(0), builder: "", minWeightBps: 0 }),
  [
    { no: 1, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "parentId", protoName: "parent_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "builder", protoName: "builder", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "minWeightBps", protoName: "min_weight_bps", kind: "uint32", repeated: false, explicit: false },
  ],
);

export interface MsgGrantLineageResponse {}
export const MsgGrantLineageResponse: MessageType<MsgGrantLineageResponse> = /* @__PURE__ */ new MessageType<MsgGrantLineageResponse>(
  "assay.registry.v1.MsgGrantLineageResponse",
  () => ({}),
  [],
);

export interface MsgReportScore {
  owner: string;
  versionId: Uint8Array;
  testSet: string;
  /** Empty where the test set is none of the ledger's. */
  datasetId: Uint8Array;
  metric: string;
  valuePpm: number;
  rows: bigint;
}
export const MsgReportScore: MessageType<MsgReportScore> = /* @__PURE__ */ new MessageType<MsgReportScore>(
  "assay.registry.v1.MsgReportScore",
  () => ({ owner: "", versionId: new Uint8Array(0), testSet: "", datasetId: new Uint8Array(0), metric: "", valuePpm: 0, rows: 0n }),
  [
    { no: 1, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "versionId", protoName: "version_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "testSet", protoName: "test_set", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 5, name: "metric", protoName: "metric", kind: "string", repeated: false, explicit: false },
    { no: 6, name: "valuePpm", protoName: "value_ppm", kind: "uint32", repeated: false, explicit: false },
    { no: 7, name: "rows", protoName: "rows", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface MsgReportScoreResponse {}
export const MsgReportScoreResponse: MessageType<MsgReportScoreResponse> = /* @__PURE__ */ new MessageType<MsgReportScoreResponse>(
  "assay.registry.v1.MsgReportScoreResponse",
  () => ({}),
  [],
);

/** From a version to one of its parents. */
export interface Edge {
  versionId: Uint8Array;
  parentId: Uint8Array;
}
export const Edge: MessageType<Edge> = /* @__PURE__ */ new MessageType<Edge>(
  "assay.registry.v1.Edge",
  () => ({ versionId: new Uint8Array(0), parentId: new Uint8Array(0) }),
  [
    { no: 1, name: "versionId", protoName: "version_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "parentId", protoName: "parent_id", kind: "bytes", repeated: false, explicit: false },
  ],
);

/** Moves what parents have not pulled yet, in the order given, then pays the account all that it is owed. */
export interface MsgPull {
  account: string;
  /** At most 32. */
  edges: Edge[];
}
export const MsgPull: MessageType<MsgPull> = /* @__PURE__ */ new MessageType<MsgPull>(
  "assay.registry.v1.MsgPull",
  () => ({ account: "", edges: [] }),
  [
    { no: 1, name: "account", protoName: "account", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "edges", protoName: "edges", kind: "message", repeated: true, explicit: false, message: () => Edge as unknown as MessageType<object> },
  ],
);

export interface MsgPullResponse {
  /** Paid to the account; zero where only others gained. */
  amount: Coin | undefined;
}
export const MsgPullResponse: MessageType<MsgPullResponse> = /* @__PURE__ */ new MessageType<MsgPullResponse>(
  "assay.registry.v1.MsgPullResponse",
  () => ({ amount: undefined }),
  [
    { no: 1, name: "amount", protoName: "amount", kind: "message", repeated: false, explicit: false, message: () => Coin as unknown as MessageType<object> },
  ],
);

export const Msg = {
  PublishModel: { path: "/assay.registry.v1.Msg/PublishModel", request: MsgPublishModel, response: MsgPublishModelResponse },
  PublishVersion: { path: "/assay.registry.v1.Msg/PublishVersion", request: MsgPublishVersion, response: MsgPublishVersionResponse },
  RetireVersion: { path: "/assay.registry.v1.Msg/RetireVersion", request: MsgRetireVersion, response: MsgRetireVersionResponse },
  OfferModel: { path: "/assay.registry.v1.Msg/OfferModel", request: MsgOfferModel, response: MsgOfferModelResponse },
  AcceptModel: { path: "/assay.registry.v1.Msg/AcceptModel", request: MsgAcceptModel, response: MsgAcceptModelResponse },
  GrantLineage: { path: "/assay.registry.v1.Msg/GrantLineage", request: MsgGrantLineage, response: MsgGrantLineageResponse },
  ReportScore: { path: "/assay.registry.v1.Msg/ReportScore", request: MsgReportScore, response: MsgReportScoreResponse },
  Pull: { path: "/assay.registry.v1.Msg/Pull", request: MsgPull, response: MsgPullResponse },
} as const;
