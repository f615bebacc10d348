// Made by `npm run proto` from proto/tendermint/p2p/types.proto. Do not edit.
import { MessageType } from "../../../wire/message-type.ts";

export interface ProtocolVersion {
  p2p: bigint;
  block: bigint;
  app: bigint;
}
export const ProtocolVersion: MessageType<ProtocolVersion> = /* @__PURE__ */ new MessageType<ProtocolVersion>(
  "tendermint.p2p.ProtocolVersion",
  () => ({ p2p: 0n, block: 0n, app: 0n }),
  [
    { no: 1, name: "p2p", protoName: "p2p", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "block", protoName: "block", kind: "uint64", repeated: false, explicit: false },
    { no: 3, name: "app", protoName: "app", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface DefaultNodeInfo {
  protocolVersion: ProtocolVersion | undefined;
  /** Lower hex of 20 bytes. */
  defaultNodeId: string;
  listenAddr: string;
  /** The chain id. */
  network: string;
  /** Of CometBFT, whose formats the node speaks. */
  version: string;
  channels: Uint8Array;
  moniker: string;
  other: DefaultNodeInfoOther | undefined;
}
export const DefaultNodeInfo: MessageType<DefaultNodeInfo> = /* @__PURE__ */ new MessageType<DefaultNodeInfo>(
  "tendermint.p2p.DefaultNodeInfo",
  () => ({ protocolVersion: undefined, defaultNodeId: "", listenAddr: "", network: "", version: "", channels: new Uint8Array(0), moniker: "", other: undefined }),
  [
    { no: 1, name: "protocolVersion", protoName: "protocol_version", kind: "message", repeated: false, explicit: false, message: () => ProtocolVersion as unknown as MessageType<object> },
    { no: 2, name: "defaultNodeId", protoName: "default_node_id", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "listenAddr", protoName: "listen_addr", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "network", protoName: "network", kind: "string", repeated: false, explicit: false },
    { no: 5, name: "version", protoName: "version", kind: "string", repeated: false, explicit: false },
    { no: 6, name: "channels", protoName: "channels", kind: "bytes", repeated: false, explicit: false },
    { no: 7, name: "moniker", protoName: "moniker", kind: "string", repeated: false, explicit: false },
    { no: 8, name: "other", protoName: "other", kind: "message", repeated: false, explicit: false, message: () => DefaultNodeInfoOther as unknown as MessageType<object> },
  ],
);

export interface DefaultNodeInfoOther {
  /** "on" where transactions can be found. */
  txIndex: string;
  rpcAddress: string;
}
export const DefaultNodeInfoOther: MessageType<DefaultNodeInfoOther> = /* @__PURE__ */ new MessageType<DefaultNodeInfoOther>(
  "tendermint.p2p.DefaultNodeInfoOther",
  () => ({ txIndex: "", rpcAddress: "" }),
  [
    { no: 1, name: "txIndex", protoName: "tx_index", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "rpcAddress", protoName: "rpc_address", kind: "string", repeated: false, explicit: false },
  ],
);
