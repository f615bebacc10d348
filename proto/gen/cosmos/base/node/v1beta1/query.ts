// Made by `npm run proto` from proto/cosmos/base/node/v1beta1/query.proto. Do not edit.
import { MessageType } from "../../../../../wire/message-type.ts";
import { Timestamp } from "../../../../google/protobuf/timestamp.ts";

export interface ConfigRequest {}
export const ConfigRequest: MessageType<ConfigRequest> = /* @__PURE__ */ new MessageType<ConfigRequest>(
  "cosmos.base.node.v1beta1.ConfigRequest",
  () => ({}),
  [],
);

export interface ConfigResponse {
  /** With its denom. */
  minimumGasPrice: string;
  /** Empty: not told. */
  pruningKeepRecent: string;
  pruningInterval: string;
  /** 0: the node does not stop by itself. */
  haltHeight: bigint;
}
export const ConfigResponse: MessageType<ConfigResponse> = /* @__PURE__ */ new MessageType<ConfigResponse>(
  "cosmos.base.node.v1beta1.ConfigResponse",
  () => ({ minimumGasPrice: "", pruningKeepRecent: "", pruningInterval: "", haltHeight: 0n }),
  [
    { no: 1, name: "minimumGasPrice", protoName: "minimum_gas_price", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "pruningKeepRecent", protoName: "pruning_keep_recent", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "pruningInterval", protoName: "pruning_interval", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "haltHeight", protoName: "halt_height", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface StatusRequest {}
export const StatusRequest: MessageType<StatusRequest> = /* @__PURE__ */ new MessageType<StatusRequest>(
  "cosmos.base.node.v1beta1.StatusRequest",
  () => ({}),
  [],
);

export interface StatusResponse {
  /** First block that is kept. */
  earliestStoreHeight: bigint;
  height: bigint;
  /** Of the newest block. */
  timestamp: Timestamp | undefined;
  /** That the newest block carries: of the state before it. */
  appHash: Uint8Array;
  validatorHash: Uint8Array;
}
export const StatusResponse: MessageType<StatusResponse> = /* @__PURE__ */ new MessageType<StatusResponse>(
  "cosmos.base.node.v1beta1.StatusResponse",
  () => ({ earliestStoreHeight: 0n, height: 0n, timestamp: undefined, appHash: new Uint8Array(0), validatorHash: new Uint8Array(0) }),
  [
    { no: 1, name: "earliestStoreHeight", protoName: "earliest_store_height", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "height", protoName: "height", kind: "uint64", repeated: false, explicit: false },
    { no: 3, name: "timestamp", protoName: "timestamp", kind: "message", repeated: false, explicit: false, message: () => Timestamp as unknown as MessageType<object> },
    { no: 4, name: "appHash", protoName: "app_hash", kind: "bytes", repeated: false, explicit: false },
    { no: 5, name: "validatorHash", protoName: "validator_hash", kind: "bytes", repeated: false, explicit: false },
  ],
);

export const Service = {
  /** What the node asks for gas, and what it keeps. */
  Config: { path: "/cosmos.base.node.v1beta1.Service/Config", request: ConfigRequest, response: ConfigResponse },
  /** How far the node is. */
  Status: { path: "/cosmos.base.node.v1beta1.Service/Status", request: StatusRequest, response: StatusResponse },
} as const;
