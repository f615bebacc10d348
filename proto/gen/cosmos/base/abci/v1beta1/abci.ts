// Made by `npm run proto` from proto/cosmos/base/abci/v1beta1/abci.proto. Do not edit.
import { MessageType } from "../../../../../wire/message-type.ts";
import { Any } from "../../../../google/protobuf/any.ts";
import { Event } from "../../../../tendermint/abci/types.ts";

export interface TxResponse {
  height: bigint;
  txhash: string;
  codespace: string;
  code: number;
  data: string;
  rawLog: string;
  logs: ABCIMessageLog[];
  info: string;
  gasWanted: bigint;
  gasUsed: bigint;
  tx: Any | undefined;
  timestamp: string;
  events: Event[];
}
export const TxResponse: MessageType<TxResponse> = /* @__PURE__ */ new MessageType<TxResponse>(
  "cosmos.base.abci.v1beta1.TxResponse",
  () => ({ height: 0n, txhash: "", codespace: "", code: 0, data: "", rawLog: "", logs: [], info: "", gasWanted: 0n, gasUsed: 0n, tx: undefined, timestamp: "", events: [] }),
  [
    { no: 1, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
    { no: 2, name: "txhash", protoName: "txhash", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "codespace", protoName: "codespace", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "code", protoName: "code", kind: "uint32", repeated: false, explicit: false },
    { no: 5, name: "data", protoName: "data", kind: "string", repeated: false, explicit: false },
    { no: 6, name: "rawLog", protoName: "raw_log", kind: "string", repeated: false, explicit: false },
    { no: 7, name: "logs", protoName: "logs", kind: "message", repeated: true, explicit: false, message: () => ABCIMessageLog as unknown as MessageType<object> },
    { no: 8, name: "info", protoName: "info", kind: "string", repeated: false, explicit: false },
    { no: 9, name: "gasWanted", protoName: "gas_wanted", kind: "int64", repeated: false, explicit: false },
    { no: 10, name: "gasUsed", protoName: "gas_used", kind: "int64", repeated: false, explicit: false },
    { no: 11, name: "tx", protoName: "tx", kind: "message", repeated: false, explicit: false, message: () => Any as unknown as MessageType<object> },
    { no: 12, name: "timestamp", protoName: "timestamp", kind: "string", repeated: false, explicit: false },
    { no: 13, name: "events", protoName: "events", kind: "message", repeated: true, explicit: false, message: () => Event as unknown as MessageType<object> },
  ],
);

export interface ABCIMessageLog {
  msgIndex: number;
  log: string;
  events: StringEvent[];
}
export const ABCIMessageLog: MessageType<ABCIMessageLog> = /* @__PURE__ */ new MessageType<ABCIMessageLog>(
  "cosmos.base.abci.v1beta1.ABCIMessageLog",
  () => ({ msgIndex: 0, log: "", events: [] }),
  [
    { no: 1, name: "msgIndex", protoName: "msg_index", kind: "uint32", repeated: false, explicit: false },
    { no: 2, name: "log", protoName: "log", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "events", protoName: "events", kind: "message", repeated: true, explicit: false, message: () => StringEvent as unknown as MessageType<object> },
  ],
);

export interface StringEvent {
  type: string;
  attributes: Attribute[];
}
export const StringEvent: MessageType<StringEvent> = /* @__PURE__ */ new MessageType<StringEvent>(
  "cosmos.base.abci.v1beta1.StringEvent",
  () => ({ type: "", attributes: [] }),
  [
    { no: 1, name: "type", protoName: "type", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "attributes", protoName: "attributes", kind: "message", repeated: true, explicit: false, message: () => Attribute as unknown as MessageType<object> },
  ],
);

export interface Attribute {
  key: string;
  value: string;
}
export const Attribute: MessageType<Attribute> = /* @__PURE__ */ new MessageType<Attribute>(
  "cosmos.base.abci.v1beta1.Attribute",
  () => ({ key: "", value: "" }),
  [
    { no: 1, name: "key", protoName: "key", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "value", protoName: "value", kind: "string", repeated: false, explicit: false },
  ],
);

export interface GasInfo {
  gasWanted: bigint;
  gasUsed: bigint;
}
export const GasInfo: MessageType<GasInfo> = /* @__PURE__ */ new MessageType<GasInfo>(
  "cosmos.base.abci.v1beta1.GasInfo",
  () => ({ gasWanted: 0n, gasUsed: 0n }),
  [
    { no: 1, name: "gasWanted", protoName: "gas_wanted", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "gasUsed", protoName: "gas_used", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface Result {
  data: Uint8Array;
  log: string;
  events: Event[];
  msgResponses: Any[];
}
export const Result: MessageType<Result> = /* @__PURE__ */ new MessageType<Result>(
  "cosmos.base.abci.v1beta1.Result",
  () => ({ data: new Uint8Array(0), log: "", events: [], msgResponses: [] }),
  [
    { no: 1, name: "data", protoName: "data", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "log", protoName: "log", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "events", protoName: "events", kind: "message", repeated: true, explicit: false, message: () => Event as unknown as MessageType<object> },
    { no: 4, name: "msgResponses", protoName: "msg_responses", kind: "message", repeated: true, explicit: false, message: () => Any as unknown as MessageType<object> },
  ],
);

export interface MsgData {
  msgType: string;
  data: Uint8Array;
}
export const MsgData: MessageType<MsgData> = /* @__PURE__ */ new MessageType<MsgData>(
  "cosmos.base.abci.v1beta1.MsgData",
  () => ({ msgType: "", data: new Uint8Array(0) }),
  [
    { no: 1, name: "msgType", protoName: "msg_type", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "data", protoName: "data", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface TxMsgData {
  data: MsgData[];
  msgResponses: Any[];
}
export const TxMsgData: MessageType<TxMsgData> = /* @__PURE__ */ new MessageType<TxMsgData>(
  "cosmos.base.abci.v1beta1.TxMsgData",
  () => ({ data: [], msgResponses: [] }),
  [
    { no: 1, name: "data", protoName: "data", kind: "message", repeated: true, explicit: false, message: () => MsgData as unknown as MessageType<object> },
    { no: 2, name: "msgResponses", protoName: "msg_responses", kind: "message", repeated: true, explicit: false, message: () => Any as unknown as MessageType<object> },
  ],
);
