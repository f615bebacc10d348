// Made by `npm run proto` from proto/assay/registry/v1/types.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import type { EnumType } from "../../../../wire/message-type.ts";
import { enumType } from "../../../../wire/enum-type.ts";
import { Blob } from "../../data/v1/types.ts";

export const VersionStatus = {
  VERSION_STATUS_UNSPECIFIED: 0,
  /** The validators are asked whether it loads. */
  VERSION_STATUS_PENDING: 1,
  VERSION_STATUS_LIVE: 2,
  VERSION_STATUS_REJECTED: 3,
  VERSION_STATUS_RETIRED: 4,
} as const;
export type VersionStatus = number;
export const VersionStatusEnum: EnumType = enumType("assay.registry.v1.VersionStatus", VersionStatus);

export const ParentKind = {
  PARENT_KIND_UNSPECIFIED: 0,
  PARENT_KIND_VERSION: 1,
  PARENT_KIND_DATASET: 2,
} as const;
export type ParentKind = number;
export const ParentKindEnum: EnumType = enumType("assay.registry.v1.ParentKind", ParentKind);

/** Numbers are those of ONNX's TensorProto.DataType. */
export const TensorType = {
  TENSOR_TYPE_UNSPECIFIED: 0,
  TENSOR_TYPE_FLOAT: 1,
  TENSOR_TYPE_UINT8: 2,
  TENSOR_TYPE_INT8: 3,
  TENSOR_TYPE_INT32: 6,
  TENSOR_TYPE_INT64: 7,
  TENSOR_TYPE_BOOL: 9,
} as const;
export type TensorType = number;
export const TensorTypeEnum: EnumType = enumType("assay.registry.v1.TensorType", TensorType);

/** How a score came to be. */
export const Provenance = {
  PROVENANCE_UNSPECIFIED: 0,
  /** The version's owner says so. */
  PROVENANCE_SELF_REPORTED: 1,
  /** Validators ran the version on an opened test set. */
  PROVENANCE_RERUN: 2,
} as const;
export type Provenance = number;
export const ProvenanceEnum: EnumType = enumType("assay.registry.v1.Provenance", Provenance);

export interface Axis {
  /** What varies along it, for example batch; empty for an axis of one fixed size. */
  name: string;
  /** Its size; of a named axis the largest one, 0 where it has no bound. */
  size: bigint;
}
export const Axis: MessageType<Axis> = /* @__PURE__ */ new MessageType<Axis>(
  "assay.registry.v1.Axis",
  () => ({ name: "", size: 0n }),
  [
    { no: 1, name: "name", protoName: "name", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "size", protoName: "size", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface Tensor {
  name: string;
  type: TensorType;
  /** At most 8. */
  axes: Axis[];
}
export const Tensor: MessageType<Tensor> = /* @__PURE__ */ new MessageType<Tensor>(
  "assay.registry.v1.Tensor",
  () => ({ name: "", type: 0, axes: [] }),
  [
    { no: 1, name: "name", protoName: "name", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "type", protoName: "type", kind: "enum", repeated: false, explicit: false, enum: () => TensorTypeEnum },
    { no: 3, name: "axes", protoName: "axes", kind: "message", repeated: true, explicit: false, message: () => Axis as unknown as MessageType<object> },
  ],
);

/** What a version is made from, as its owner says it. */
export interface ParentTerms {
  kind: ParentKind;
  /** Id of a model version or a dataset. */
  id: Uint8Array;
  /** Share of what the version earns, in 1/10,000. */
  weightBps: number;
}
export const ParentTerms: MessageType<ParentTerms> = /* @__PURE__ */ new MessageType<ParentTerms>(
  "assay.registry.v1.ParentTerms",
  () => ({ kind: 0, id: new Uint8Array(0), weightBps: 0 }),
  [
    { no: 1, name: "kind", protoName: "kind", kind: "enum", repeated: false, explicit: false, enum: () => ParentKindEnum },
    { no: 2, name: "id", protoName: "id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "weightBps", protoName: "weight_bps", kind: "uint32", repeated: false, explicit: false },
  ],
);

/** What an owner says of a version; fixed for ever. */
export interface VersionTerms {
  /** An ONNX file; how text becomes its input, and what its output means, is told in it, as data. */
  modelBlob: Blob | undefined;
  /** Of the default domain; a version uses no other. */
  opset: number;
  /** Every operator of the graph, ascending. */
  operators: string[];
  inputs: Tensor[];
  outputs: Tensor[];
  /** The Hub's task name, for example text-classification. */
  task: string;
  /** SPDX expression. */
  licence: string;
  /** Markdown with the Hub's front matter, at most 4,096 bytes. */
  card: string;
  /** At most 4, http or https. */
  contentUrls: string[];
  /** The builder's share of what sessions on it earn, in 1/10,000. */
  useBps: number;
  /** Anybody may name it as a parent. */
  openLineage: boolean;
  parents: ParentTerms[];
}
export const VersionTerms: MessageType<VersionTerms> = /* @__PURE__ */ new MessageType<VersionTerms>(
  "assay.registry.v1.VersionTerms",
  () => ({ modelBlob: undefined, opset: 0, operators: [], inputs: [], outputs: [], task: "", licence: "", card: "", contentUrls: [], useBps: 0, openLineage: false, parents: [] }),
  [
    { no: 1, name: "modelBlob", protoName: "model_blob", kind: "message", repeated: false, explicit: false, message: () => Blob as unknown as MessageType<object> },
    { no: 2, name: "opset", protoName: "opset", kind: "uint32", repeated: false, explicit: false },
    { no: 3, name: "operators", protoName: "operators", kind: "string", repeated: true, explicit: false },
    { no: 4, name: "inputs", protoName: "inputs", kind: "message", repeated: true, explicit: false, message: () => Tensor as unknown as MessageType<object> },
    { no: 5, name: "outputs", protoName: "outputs", kind: "message", repeated: true, explicit: false, message: () => Tensor as unknown as MessageType<object> },
    { no: 6, name: "task", protoName: "task", kind: "string", repeated: false, explicit: false },
    { no: 7, name: "licence", protoName: "licence", kind: "string", repeated: false, explicit: false },
    { no: 8, name: "card", protoName: "card", kind: "string", repeated: false, explicit: false },
    { no: 9, name: "contentUrls", protoName: "content_urls", kind: "string", repeated: true, explicit: false },
    { no: 10, name: "useBps", protoName: "use_bps", kind: "uint32", repeated: false, explicit: false },
    { no: 11, name: "openLineage", protoName: "open_lineage", kind: "bool", repeated: false, explicit: false },
    { no: 12, name: "parents", protoName: "parents", kind: "message", repeated: true, explicit: false, message: () => ParentTerms as unknown as MessageType<object> },
  ],
);

export interface Model {
  id: Uint8Array;
  owner: string;
  name: string;
  createdHeight: bigint;
  /** Versions that were published; the latest one's number. */
  versions: number;
  /** Who may accept it; empty where it is not offered. */
  offeredTo: string;
  /** How many models had been published with this one. */
  number: bigint;
}
export const Model: MessageType<Model> = /* @__PURE__ */ new MessageType<Model>(
  "assay.registry.v1.Model",
  () => ({ id: new Uint8Array(0), owner: "", name: "", createdHeight: 0n, versions: 0, offeredTo: "", number: 0n }),
  [
    { no: 1, name: "id", protoName: "id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "name", protoName: "name", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "createdHeight", protoName: "created_height", kind: "uint64", repeated: false, explicit: false },
    { no: 5, name: "versions", protoName: "versions", kind: "uint32", repeated: false, explicit: false },
    { no: 6, name: "offeredTo", protoName: "offered_to", kind: "string", repeated: false, explicit: false },
    { no: 7, name: "number", protoName: "number", kind: "uint64", repeated: false, explicit: false },
  ],
);

/** A parent, with what it was paid. */
export interface Parent {
  kind: ParentKind;
  id: Uint8Array;
  weightBps: number;
  /** Base units that were pulled to it, or past it where it is tainted. */
  paid: bigint;
}
export const Parent: MessageType<Parent> = /* @__PURE__ */ new MessageType<Parent>(
  "assay.registry.v1.Parent",
  () => ({ kind: 0, id: new Uint8Array(0), weightBps: 0, paid: 0n }),
  [
    { no: 1, name: "kind", protoName: "kind", kind: "enum", repeated: false, explicit: false, enum: () => ParentKindEnum },
    { no: 2, name: "id", protoName: "id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "weightBps", protoName: "weight_bps", kind: "uint32", repeated: false, explicit: false },
    { no: 4, name: "paid", protoName: "paid", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface Version {
  id: Uint8Array;
  modelId: Uint8Array;
  /** 1 or more. */
  version: number;
  terms: VersionTerms | undefined;
  status: VersionStatus;
  publishedHeight: bigint;
  /** 0 until LIVE. */
  liveHeight: bigint;
  /** Height at which it became REJECTED or RETIRED; 0 until then. */
  closedHeight: bigint;
  /** The attest question whether it loads. */
  questionId: bigint;
  /** How far the largest and the smallest output of probe inputs lie apart, as validators measured, in 10^-9; 0 until LIVE. */
  outputRange: bigint;
  /** How far two honest runs may lie apart, in 10^-9; 0 until LIVE. */
  tau: bigint;
  /** How many versions had been published with this one; a parent's is lower. */
  number: bigint;
  useBps: number;
  openLineage: boolean;
  /** In the order of the terms. */
  parents: Parent[];
  /** Base units that it ever received. */
  received: bigint;
}
export const Version: MessageType<Version> = /* @__PURE__ */ new MessageType<Version>(
  "assay.registry.v1.Version",
  () => ({ id: new Uint8Array(0), modelId: new Uint8Array(0), version: 0, terms: undefined, status: 0, publishedHeight: 0n, liveHeight: 0n, closedHeight: 0n, questionId: 0n, outputRange: 0n, tau: 0n, number: 0n, useBps: 0, openLineage: false, parents: [], received: 0n }),
  [
    { no: 1, name: "id", protoName: "id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "modelId", protoName: "model_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "version", protoName: "version", kind: "uint32", repeated: false, explicit: false },
    { no: 4, name: "terms", protoName: "terms", kind: "message", repeated: false, explicit: false, message: () => VersionTerms as unknown as MessageType<object> },
    { no: 5, name: "status", protoName: "status", kind: "enum", repeated: false, explicit: false, enum: () => VersionStatusEnum },
    { no: 6, name: "publishedHeight", protoName: "published_height", kind: "uint64", repeated: false, explicit: false },
    { no: 7, name: "liveHeight", protoName: "live_height", kind: "uint64", repeated: false, explicit: false },
    { no: 8, name: "closedHeight", protoName: "closed_height", kind: "uint64", repeated: false, explicit: false },
    { no: 9, name: "questionId", protoName: "question_id", kind: "uint64", repeated: false, explicit: false },
    { no: 10, name: "outputRange", protoName: "output_range", kind: "uint64", repeated: false, explicit: false },
    { no: 11, name: "tau", protoName: "tau", kind: "uint64", repeated: false, explicit: false },
    { no: 12, name: "number", protoName: "number", kind: "uint64", repeated: false, explicit: false },
    { no: 13, name: "useBps", protoName: "use_bps", kind: "uint32", repeated: false, explicit: false },
    { no: 14, name: "openLineage", protoName: "open_lineage", kind: "bool", repeated: false, explicit: false },
    { no: 15, name: "parents", protoName: "parents", kind: "message", repeated: true, explicit: false, message: () => Parent as unknown as MessageType<object> },
    { no: 16, name: "received", protoName: "received", kind: "uint64", repeated: false, explicit: false },
  ],
);

/** A parent's owner lets a builder name it. */
export interface Grant {
  /** A version with closed lineage. */
  parentId: Uint8Array;
  builder: string;
  /** Who gave it; void once the parent has another owner. */
  owner: string;
  /** Least weight of the parent, in 1/10,000. */
  minWeightBps: number;
  height: bigint;
}
export const Grant: MessageType<Grant> = /* @__PURE__ */ new MessageType<Grant>(
  "assay.registry.v1.Grant",
  () => ({ parentId: new Uint8Array(0), builder: "", owner: "", minWeightBps: 0, height: 0n }),
  [
    { no: 1, name: "parentId", protoName: "parent_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "builder", protoName: "builder", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "minWeightBps", protoName: "min_weight_bps", kind: "uint32", repeated: false, explicit: false },
    { no: 5, name: "height", protoName: "height", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface Score {
  versionId: Uint8Array;
  /** What it was measured on: a name, and where it is a dataset of the ledger its id. */
  testSet: string;
  datasetId: Uint8Array;
  /** For example accuracy. */
  metric: string;
  /** In 1/1,000,000. */
  valuePpm: number;
  /** Rows of the test set. */
  rows: bigint;
  provenance: Provenance;
  height: bigint;
}
export const Score: MessageType<Score> = /* @__PURE__ */ new MessageType<Score>(
  "assay.registry.v1.Score",
  () => ({ versionId: new Uint8Array(0), testSet: "", datasetId: new Uint8Array(0), metric: "", valuePpm: 0, rows: 0n, provenance: 0, height: 0n }),
  [
    { no: 1, name: "versionId", protoName: "version_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "testSet", protoName: "test_set", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 4, name: "metric", protoName: "metric", kind: "string", repeated: false, explicit: false },
    { no: 5, name: "valuePpm", protoName: "value_ppm", kind: "uint32", repeated: false, explicit: false },
    { no: 6, name: "rows", protoName: "rows", kind: "uint64", repeated: false, explicit: false },
    { no: 7, name: "provenance", protoName: "provenance", kind: "enum", repeated: false, explicit: false, enum: () => ProvenanceEnum },
    { no: 8, name: "height", protoName: "height", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface Params {
  /** May change params; empty for nobody. */
  authority: string;
  paused: boolean;
  /** Base units burned by a version, and for each begun 10 MiB of its files. */
  publishBurn: bigint;
  publishBurnPer10mib: bigint;
  /** Blocks that validators have to answer whether a version loads. */
  attestBlocks: bigint;
  maxBlobBytes: bigint;
  /** Most that a builder may ask of its sessions, in 1/10,000. */
  maxUseBps: number;
  /** Most that all parents get together, in 1/10,000. */
  maxLineageBps: number;
  /** Scores that a version may have. */
  maxScores: number;
}
export const Params: MessageType<Params> = /* @__PURE__ */ new MessageType<Params>(
  "assay.registry.v1.Params",
  () => ({ authority: "", paused: false, publishBurn: 0n, publishBurnPer10mib: 0n, attestBlocks: 0n, maxBlobBytes: 0n, maxUseBps: 0, maxLineageBps: 0, maxScores: 0 }),
  [
    { no: 1, name: "authority", protoName: "authority", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "paused", protoName: "paused", kind: "bool", repeated: false, explicit: false },
    { no: 3, name: "publishBurn", protoName: "publish_burn", kind: "uint64", repeated: false, explicit: false },
    { no: 4, name: "publishBurnPer10mib", protoName: "publish_burn_per_10mib", kind: "uint64", repeated: false, explicit: false },
    { no: 5, name: "attestBlocks", protoName: "attest_blocks", kind: "uint64", repeated: false, explicit: false },
    { no: 6, name: "maxBlobBytes", protoName: "max_blob_bytes", kind: "uint64", repeated: false, explicit: false },
    { no: 7, name: "maxUseBps", protoName: "max_use_bps", kind: "uint32", repeated: false, explicit: false },
    { no: 8, name: "maxLineageBps", protoName: "max_lineage_bps", kind: "uint32", repeated: false, explicit: false },
    { no: 9, name: "maxScores", protoName: "max_scores", kind: "uint32", repeated: false, explicit: false },
  ],
);
