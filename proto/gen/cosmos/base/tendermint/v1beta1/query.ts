// Made by `npm run proto` from proto/cosmos/base/tendermint/v1beta1/query.proto. Do not edit.
import { MessageType } from "../../../../../wire/message-type.ts";
import { Any } from "../../../../google/protobuf/any.ts";
import { DefaultNodeInfo } from "../../../../tendermint/p2p/types.ts";
import { Block } from "../../../../tendermint/types/block.ts";
import { BlockID } from "../../../../tendermint/types/types.ts";
import { PageRequest, PageResponse } from "../../query/v1beta1/pagination.ts";
import { Block as CosmosBaseTendermintV1beta1Block } from "./types.ts";

export interface GetNodeInfoRequest {}
export const GetNodeInfoRequest: MessageType<GetNodeInfoRequest> = /* @__PURE__ */ new MessageType<GetNodeInfoRequest>(
  "cosmos.base.tendermint.v1beta1.GetNodeInfoRequest",
  () => ({}),
  [],
);

export interface GetNodeInfoResponse {
  defaultNodeInfo: DefaultNodeInfo | undefined;
  applicationVersion: VersionInfo | undefined;
}
export const GetNodeInfoResponse: MessageType<GetNodeInfoResponse> = /* @__PURE__ */ new MessageType<GetNodeInfoResponse>(
  "cosmos.base.tendermint.v1beta1.GetNodeInfoResponse",
  () => ({ defaultNodeInfo: undefined, applicationVersion: undefined }),
  [
    { no: 1, name: "defaultNodeInfo", protoName: "default_node_info", kind: "message", repeated: false, explicit: false, message: () => DefaultNodeInfo as unknown as MessageType<object> },
    { no: 2, name: "applicationVersion", protoName: "application_version", kind: "message", repeated: false, explicit: false, message: () => VersionInfo as unknown as MessageType<object> },
  ],
);

export interface VersionInfo {
  name: string;
  appName: string;
  version: string;
  gitCommit: string;
  buildTags: string;
  /** Of the language's runtime, whichever language it is. */
  goVersion: string;
  buildDeps: Module[];
  cosmosSdkVersion: string;
}
export const VersionInfo: MessageType<VersionInfo> = /* @__PURE__ */ new MessageType<VersionInfo>(
  "cosmos.base.tendermint.v1beta1.VersionInfo",
  () => ({ name: "", appName: "", version: "", gitCommit: "", buildTags: "", goVersion: "", buildDeps: [], cosmosSdkVersion: "" }),
  [
    { no: 1, name: "name", protoName: "name", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "appName", protoName: "app_name", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "version", protoName: "version", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "gitCommit", protoName: "git_commit", kind: "string", repeated: false, explicit: false },
    { no: 5, name: "buildTags", protoName: "build_tags", kind: "string", repeated: false, explicit: false },
    { no: 6, name: "goVersion", protoName: "go_version", kind: "string", repeated: false, explicit: false },
    { no: 7, name: "buildDeps", protoName: "build_deps", kind: "message", repeated: true, explicit: false, message: () => Module as unknown as MessageType<object> },
    { no: 8, name: "cosmosSdkVersion", protoName: "cosmos_sdk_version", kind: "string", repeated: false, explicit: false },
  ],
);

export interface Module {
  path: string;
  version: string;
  sum: string;
}
export const Module: MessageType<Module> = /* @__PURE__ */ new MessageType<Module>(
  "cosmos.base.tendermint.v1beta1.Module",
  () => ({ path: "", version: "", sum: "" }),
  [
    { no: 1, name: "path", protoName: "path", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "version", protoName: "version", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "sum", protoName: "sum", kind: "string", repeated: false, explicit: false },
  ],
);

export interface GetSyncingRequest {}
export const GetSyncingRequest: MessageType<GetSyncingRequest> = /* @__PURE__ */ new MessageType<GetSyncingRequest>(
  "cosmos.base.tendermint.v1beta1.GetSyncingRequest",
  () => ({}),
  [],
);

export interface GetSyncingResponse {
  syncing: boolean;
}
export const GetSyncingResponse: MessageType<GetSyncingResponse> = /* @__PURE__ */ new MessageType<GetSyncingResponse>(
  "cosmos.base.tendermint.v1beta1.GetSyncingResponse",
  () => ({ syncing: false }),
  [
    { no: 1, name: "syncing", protoName: "syncing", kind: "bool", repeated: false, explicit: false },
  ],
);

export interface GetLatestBlockRequest {}
export const GetLatestBlockRequest: MessageType<GetLatestBlockRequest> = /* @__PURE__ */ new MessageType<GetLatestBlockRequest>(
  "cosmos.base.tendermint.v1beta1.GetLatestBlockRequest",
  () => ({}),
  [],
);

export interface GetLatestBlockResponse {
  blockId: BlockID | undefined;
  block: Block | undefined;
  sdkBlock: CosmosBaseTendermintV1beta1Block | undefined;
}
export const GetLatestBlockResponse: MessageType<GetLatestBlockResponse> = /* @__PURE__ */ new MessageType<GetLatestBlockResponse>(
  "cosmos.base.tendermint.v1beta1.GetLatestBlockResponse",
  () => ({ blockId: undefined, block: undefined, sdkBlock: undefined }),
  [
    { no: 1, name: "blockId", protoName: "block_id", kind: "message", repeated: false, explicit: false, message: () => BlockID as unknown as MessageType<object> },
    { no: 2, name: "block", protoName: "block", kind: "message", repeated: false, explicit: false, message: () => Block as unknown as MessageType<object> },
    { no: 3, name: "sdkBlock", protoName: "sdk_block", kind: "message", repeated: false, explicit: false, message: () => CosmosBaseTendermintV1beta1Block as unknown as MessageType<object> },
  ],
);

export interface GetBlockByHeightRequest {
  height: bigint;
}
export const GetBlockByHeightRequest: MessageType<GetBlockByHeightRequest> = /* @__PURE__ */ new MessageType<GetBlockByHeightRequest>(
  "cosmos.base.tendermint.v1beta1.GetBlockByHeightRequest",
  () => ({ height: 0n }),
  [
    { no: 1, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
  ],
);

export interface GetBlockByHeightResponse {
  blockId: BlockID | undefined;
  block: Block | undefined;
  sdkBlock: CosmosBaseTendermintV1beta1Block | undefined;
}
export const GetBlockByHeightResponse: MessageType<GetBlockByHeightResponse> = /* @__PURE__ */ new MessageType<GetBlockByHeightResponse>(
  "cosmos.base.tendermint.v1beta1.GetBlockByHeightResponse",
  () => ({ blockId: undefined, block: undefined, sdkBlock: undefined }),
  [
    { no: 1, name: "blockId", protoName: "block_id", kind: "message", repeated: false, explicit: false, message: () => BlockID as unknown as MessageType<object> },
    { no: 2, name: "block", protoName: "block", kind: "message", repeated: false, explicit: false, message: () => Block as unknown as MessageType<object> },
    { no: 3, name: "sdkBlock", protoName: "sdk_block", kind: "message", repeated: false, explicit: false, message: () => CosmosBaseTendermintV1beta1Block as unknown as MessageType<object> },
  ],
);

export interface GetLatestValidatorSetRequest {
  pagination: PageRequest | undefined;
}
export const GetLatestValidatorSetRequest: MessageType<GetLatestValidatorSetRequest> = /* @__PURE__ */ new MessageType<GetLatestValidatorSetRequest>(
  "cosmos.base.tendermint.v1beta1.GetLatestValidatorSetRequest",
  () => ({ pagination: undefined }),
  [
    { no: 1, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface GetLatestValidatorSetResponse {
  blockHeight: bigint;
  validators: Validator[];
  pagination: PageResponse | undefined;
}
export const GetLatestValidatorSetResponse: MessageType<GetLatestValidatorSetResponse> = /* @__PURE__ */ new MessageType<GetLatestValidatorSetResponse>(
  "cosmos.base.tendermint.v1beta1.GetLatestValidatorSetResponse",
  () => ({ blockHeight: 0n, validators: [], pagination: undefined }),
  [
    { no: 1, name: "blockHeight", protoName: "block_height", kind: "int64", repeated: false, explicit: false },
    { no: 2, name: "validators", protoName: "validators", kind: "message", repeated: true, explicit: false, message: () => Validator as unknown as MessageType<object> },
    { no: 3, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export interface GetValidatorSetByHeightRequest {
  height: bigint;
  pagination: PageRequest | undefined;
}
export const GetValidatorSetByHeightRequest: MessageType<GetValidatorSetByHeightRequest> = /* @__PURE__ */ new MessageType<GetValidatorSetByHeightRequest>(
  "cosmos.base.tendermint.v1beta1.GetValidatorSetByHeightRequest",
  () => ({ height: 0n, pagination: undefined }),
  [
    { no: 1, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface GetValidatorSetByHeightResponse {
  blockHeight: bigint;
  validators: Validator[];
  pagination: PageResponse | undefined;
}
export const GetValidatorSetByHeightResponse: MessageType<GetValidatorSetByHeightResponse> = /* @__PURE__ */ new MessageType<GetValidatorSetByHeightResponse>(
  "cosmos.base.tendermint.v1beta1.GetValidatorSetByHeightResponse",
  () => ({ blockHeight: 0n, validators: [], pagination: undefined }),
  [
    { no: 1, name: "blockHeight", protoName: "block_height", kind: "int64", repeated: false, explicit: false },
    { no: 2, name: "validators", protoName: "validators", kind: "message", repeated: true, explicit: false, message: () => Validator as unknown as MessageType<object> },
    { no: 3, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export interface Validator {
  /** With the prefix of consensus addresses. */
  address: string;
  pubKey: Any | undefined;
  votingPower: bigint;
  proposerPriority: bigint;
}
export const Validator: MessageType<Validator> = /* @__PURE__ */ new MessageType<Validator>(
  "cosmos.base.tendermint.v1beta1.Validator",
  () => ({ address: "", pubKey: undefined, votingPower: 0n, proposerPriority: 0n }),
  [
    { no: 1, name: "address", protoName: "address", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "pubKey", protoName: "pub_key", kind: "message", repeated: false, explicit: false, message: () => Any as unknown as MessageType<object> },
    { no: 3, name: "votingPower", protoName: "voting_power", kind: "int64", repeated: false, explicit: false },
    { no: 4, name: "proposerPriority", protoName: "proposer_priority", kind: "int64", repeated: false, explicit: false },
  ],
);

export interface ABCIQueryRequest {
  data: Uint8Array;
  /** For example /store/bank/key, or the path of a gRPC query. */
  path: string;
  /** 0 for the newest. */
  height: bigint;
  prove: boolean;
}
export const ABCIQueryRequest: MessageType<ABCIQueryRequest> = /* @__PURE__ */ new MessageType<ABCIQueryRequest>(
  "cosmos.base.tendermint.v1beta1.ABCIQueryRequest",
  () => ({ data: new Uint8Array(0), path: "", height: 0n, prove: false }),
  [
    { no: 1, name: "data", protoName: "data", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "path", protoName: "path", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
    { no: 4, name: "prove", protoName: "prove", kind: "bool", repeated: false, explicit: false },
  ],
);

export interface ABCIQueryResponse {
  code: number;
  log: string;
  info: string;
  index: bigint;
  key: Uint8Array;
  value: Uint8Array;
  proofOps: ProofOps | undefined;
  height: bigint;
  codespace: string;
}
export const ABCIQueryResponse: MessageType<ABCIQueryResponse> = /* @__PURE__ */ new MessageType<ABCIQueryResponse>(
  "cosmos.base.tendermint.v1beta1.ABCIQueryResponse",
  () => ({ code: 0, log: "", info: "", index: 0n, key: new Uint8Array(0), value: new Uint8Array(0), proofOps: undefined, height: 0n, codespace: "" }),
  [
    { no: 1, name: "code", protoName: "code", kind: "uint32", repeated: false, explicit: false },
    { no: 3, name: "log", protoName: "log", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "info", protoName: "info", kind: "string", repeated: false, explicit: false },
    { no: 5, name: "index", protoName: "index", kind: "int64", repeated: false, explicit: false },
    { no: 6, name: "key", protoName: "key", kind: "bytes", repeated: false, explicit: false },
    { no: 7, name: "value", protoName: "value", kind: "bytes", repeated: false, explicit: false },
    { no: 8, name: "proofOps", protoName: "proof_ops", kind: "message", repeated: false, explicit: false, message: () => ProofOps as unknown as MessageType<object> },
    { no: 9, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
    { no: 10, name: "codespace", protoName: "codespace", kind: "string", repeated: false, explicit: false },
  ],
);

export interface ProofOp {
  type: string;
  key: Uint8Array;
  data: Uint8Array;
}
export const ProofOp: MessageType<ProofOp> = /* @__PURE__ */ new MessageType<ProofOp>(
  "cosmos.base.tendermint.v1beta1.ProofOp",
  () => ({ type: "", key: new Uint8Array(0), data: new Uint8Array(0) }),
  [
    { no: 1, name: "type", protoName: "type", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "key", protoName: "key", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "data", protoName: "data", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface ProofOps {
  ops: ProofOp[];
}
export const ProofOps: MessageType<ProofOps> = /* @__PURE__ */ new MessageType<ProofOps>(
  "cosmos.base.tendermint.v1beta1.ProofOps",
  () => ({ ops: [] }),
  [
    { no: 1, name: "ops", protoName: "ops", kind: "message", repeated: true, explicit: false, message: () => ProofOp as unknown as MessageType<object> },
  ],
);

export const Service = {
  /** Who the node is and what it runs. */
  GetNodeInfo: { path: "/cosmos.base.tendermint.v1beta1.Service/GetNodeInfo", request: GetNodeInfoRequest, response: GetNodeInfoResponse },
  /** Whether the node is still catching up. */
  GetSyncing: { path: "/cosmos.base.tendermint.v1beta1.Service/GetSyncing", request: GetSyncingRequest, response: GetSyncingResponse },
  /** The newest block. */
  GetLatestBlock: { path: "/cosmos.base.tendermint.v1beta1.Service/GetLatestBlock", request: GetLatestBlockRequest, response: GetLatestBlockResponse },
  /** The block of a height. */
  GetBlockByHeight: { path: "/cosmos.base.tendermint.v1beta1.Service/GetBlockByHeight", request: GetBlockByHeightRequest, response: GetBlockByHeightResponse },
  /** The validators of the newest block. */
  GetLatestValidatorSet: { path: "/cosmos.base.tendermint.v1beta1.Service/GetLatestValidatorSet", request: GetLatestValidatorSetRequest, response: GetLatestValidatorSetResponse },
  /** The validators of a height. */
  GetValidatorSetByHeight: { path: "/cosmos.base.tendermint.v1beta1.Service/GetValidatorSetByHeight", request: GetValidatorSetByHeightRequest, response: GetValidatorSetByHeightResponse },
  /** The application's query as the engine asks it, proofs included. */
  ABCIQuery: { path: "/cosmos.base.tendermint.v1beta1.Service/ABCIQuery", request: ABCIQueryRequest, response: ABCIQueryResponse },
} as const;
