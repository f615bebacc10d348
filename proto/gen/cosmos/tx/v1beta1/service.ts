// Made by `npm run proto` from proto/cosmos/tx/v1beta1/service.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import type { EnumType } from "../../../../wire/message-type.ts";
import { enumType } from "../../../../wire/enum-type.ts";
import { Block } from "../../../tendermint/types/block.ts";
import { BlockID } from "../../../tendermint/types/types.ts";
import { GasInfo, Result, TxResponse } from "../../base/abci/v1beta1/abci.ts";
import { PageRequest, PageResponse } from "../../base/query/v1beta1/pagination.ts";
import { Tx } from "./tx.ts";

export const BroadcastMode = {
  BROADCAST_MODE_UNSPECIFIED: 0,
  /** Answers once the transaction is in a block. */
  BROADCAST_MODE_BLOCK: 1,
  /** Answers once the node has checked it. */
  BROADCAST_MODE_SYNC: 2,
  /** Answers at once. */
  BROADCAST_MODE_ASYNC: 3,
} as const;
export type BroadcastMode = number;
export const BroadcastModeEnum: EnumType = enumType("cosmos.tx.v1beta1.BroadcastMode", BroadcastMode);

export const OrderBy = {
  /** As ascending. */
  ORDER_BY_UNSPECIFIED: 0,
  ORDER_BY_ASC: 1,
  ORDER_BY_DESC: 2,
} as const;
export type OrderBy = number;
export const OrderByEnum: EnumType = enumType("cosmos.tx.v1beta1.OrderBy", OrderBy);

export interface SimulateRequest {
  /** Of old; tx_bytes serves better. */
  tx: Tx | undefined;
  txBytes: Uint8Array;
}
export const SimulateRequest: MessageType<SimulateRequest> = /* @__PURE__ */ new MessageType<SimulateRequest>(
  "cosmos.tx.v1beta1.SimulateRequest",
  () => ({ tx: undefined, txBytes: new Uint8Array(0) }),
  [
    { no: 1, name: "tx", protoName: "tx", kind: "message", repeated: false, explicit: false, message: () => Tx as unknown as MessageType<object> },
    { no: 2, name: "txBytes", protoName: "tx_bytes", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface SimulateResponse {
  gasInfo: GasInfo | undefined;
  result: Result | undefined;
}
export const SimulateResponse: MessageType<SimulateResponse> = /* @__PURE__ */ new MessageType<SimulateResponse>(
  "cosmos.tx.v1beta1.SimulateResponse",
  () => ({ gasInfo: undefined, result: undefined }),
  [
    { no: 1, name: "gasInfo", protoName: "gas_info", kind: "message", repeated: false, explicit: false, message: () => GasInfo as unknown as MessageType<object> },
    { no: 2, name: "result", protoName: "result", kind: "message", repeated: false, explicit: false, message: () => Result as unknown as MessageType<object> },
  ],
);

export interface GetTxRequest {
  /** Hex, either case. */
  hash: string;
}
export const GetTxRequest: MessageType<GetTxRequest> = /* @__PURE__ */ new MessageType<GetTxRequest>(
  "cosmos.tx.v1beta1.GetTxRequest",
  () => ({ hash: "" }),
  [
    { no: 1, name: "hash", protoName: "hash", kind: "string", repeated: false, explicit: false },
  ],
);

export interface GetTxResponse {
  tx: Tx | undefined;
  txResponse: TxResponse | undefined;
}
export const GetTxResponse: MessageType<GetTxResponse> = /* @__PURE__ */ new MessageType<GetTxResponse>(
  "cosmos.tx.v1beta1.GetTxResponse",
  () => ({ tx: undefined, txResponse: undefined }),
  [
    { no: 1, name: "tx", protoName: "tx", kind: "message", repeated: false, explicit: false, message: () => Tx as unknown as MessageType<object> },
    { no: 2, name: "txResponse", protoName: "tx_response", kind: "message", repeated: false, explicit: false, message: () => TxResponse as unknown as MessageType<object> },
  ],
);

export interface BroadcastTxRequest {
  txBytes: Uint8Array;
  mode: BroadcastMode;
}
export const BroadcastTxRequest: MessageType<BroadcastTxRequest> = /* @__PURE__ */ new MessageType<BroadcastTxRequest>(
  "cosmos.tx.v1beta1.BroadcastTxRequest",
  () => ({ txBytes: new Uint8Array(0), mode: 0 }),
  [
    { no: 1, name: "txBytes", protoName: "tx_bytes", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "mode", protoName: "mode", kind: "enum", repeated: false, explicit: false, enum: () => BroadcastModeEnum },
  ],
);

export interface BroadcastTxResponse {
  txResponse: TxResponse | undefined;
}
export const BroadcastTxResponse: MessageType<BroadcastTxResponse> = /* @__PURE__ */ new MessageType<BroadcastTxResponse>(
  "cosmos.tx.v1beta1.BroadcastTxResponse",
  () => ({ txResponse: undefined }),
  [
    { no: 1, name: "txResponse", protoName: "tx_response", kind: "message", repeated: false, explicit: false, message: () => TxResponse as unknown as MessageType<object> },
  ],
);

export interface GetTxsEventRequest {
  /** Of old: conditions that must all hold. Not beside query. */
  events: string[];
  /** Of old: page and limit serve better. */
  pagination: PageRequest | undefined;
  orderBy: OrderBy;
  /** From 1; 0 is the first. */
  page: bigint;
  /** At most 100, and 100 where it is 0. */
  limit: bigint;
  /** For example message.sender='...' AND tx.height>5. */
  query: string;
}
export const GetTxsEventRequest: MessageType<GetTxsEventRequest> = /* @__PURE__ */ new MessageType<GetTxsEventRequest>(
  "cosmos.tx.v1beta1.GetTxsEventRequest",
  () => ({ events: [], pagination: undefined, orderBy: 0, page: 0n, limit: 0n, query: "" }),
  [
    { no: 1, name: "events", protoName: "events", kind: "string", repeated: true, explicit: false },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
    { no: 3, name: "orderBy", protoName: "order_by", kind: "enum", repeated: false, explicit: false, enum: () => OrderByEnum },
    { no: 4, name: "page", protoName: "page", kind: "uint64", repeated: false, explicit: false },
    { no: 5, name: "limit", protoName: "limit", kind: "uint64", repeated: false, explicit: false },
    { no: 6, name: "query", protoName: "query", kind: "string", repeated: false, explicit: false },
  ],
);

export interface GetTxsEventResponse {
  txs: Tx[];
  txResponses: TxResponse[];
  pagination: PageResponse | undefined;
  total: bigint;
}
export const GetTxsEventResponse: MessageType<GetTxsEventResponse> = /* @__PURE__ */ new MessageType<GetTxsEventResponse>(
  "cosmos.tx.v1beta1.GetTxsEventResponse",
  () => ({ txs: [], txResponses: [], pagination: undefined, total: 0n }),
  [
    { no: 1, name: "txs", protoName: "txs", kind: "message", repeated: true, explicit: false, message: () => Tx as unknown as MessageType<object> },
    { no: 2, name: "txResponses", protoName: "tx_responses", kind: "message", repeated: true, explicit: false, message: () => TxResponse as unknown as MessageType<object> },
    { no: 3, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
    { no: 4, name: "total", protoName: "total", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface GetBlockWithTxsRequest {
  height: bigint;
  /** Of the transactions, by offset and limit. */
  pagination: PageRequest | undefined;
}
export const GetBlockWithTxsRequest: MessageType<GetBlockWithTxsRequest> = /* @__PURE__ */ new MessageType<GetBlockWithTxsRequest>(
  "cosmos.tx.v1beta1.GetBlockWithTxsRequest",
  () => ({ height: 0n, pagination: undefined }),
  [
    { no: 1, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface GetBlockWithTxsResponse {
  txs: Tx[];
  blockId: BlockID | undefined;
  block: Block | undefined;
  pagination: PageResponse | undefined;
}
export const GetBlockWithTxsResponse: MessageType<GetBlockWithTxsResponse> = /* @__PURE__ */ new MessageType<GetBlockWithTxsResponse>(
  "cosmos.tx.v1beta1.GetBlockWithTxsResponse",
  () => ({ txs: [], blockId: undefined, block: undefined, pagination: undefined }),
  [
    { no: 1, name: "txs", protoName: "txs", kind: "message", repeated: true, explicit: false, message: () => Tx as unknown as MessageType<object> },
    { no: 2, name: "blockId", protoName: "block_id", kind: "message", repeated: false, explicit: false, message: () => BlockID as unknown as MessageType<object> },
    { no: 3, name: "block", protoName: "block", kind: "message", repeated: false, explicit: false, message: () => Block as unknown as MessageType<object> },
    { no: 4, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export interface TxDecodeRequest {
  txBytes: Uint8Array;
}
export const TxDecodeRequest: MessageType<TxDecodeRequest> = /* @__PURE__ */ new MessageType<TxDecodeRequest>(
  "cosmos.tx.v1beta1.TxDecodeRequest",
  () => ({ txBytes: new Uint8Array(0) }),
  [
    { no: 1, name: "txBytes", protoName: "tx_bytes", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface TxDecodeResponse {
  tx: Tx | undefined;
}
export const TxDecodeResponse: MessageType<TxDecodeResponse> = /* @__PURE__ */ new MessageType<TxDecodeResponse>(
  "cosmos.tx.v1beta1.TxDecodeResponse",
  () => ({ tx: undefined }),
  [
    { no: 1, name: "tx", protoName: "tx", kind: "message", repeated: false, explicit: false, message: () => Tx as unknown as MessageType<object> },
  ],
);

export interface TxEncodeRequest {
  tx: Tx | undefined;
}
export const TxEncodeRequest: MessageType<TxEncodeRequest> = /* @__PURE__ */ new MessageType<TxEncodeRequest>(
  "cosmos.tx.v1beta1.TxEncodeRequest",
  () => ({ tx: undefined }),
  [
    { no: 1, name: "tx", protoName: "tx", kind: "message", repeated: false, explicit: false, message: () => Tx as unknown as MessageType<object> },
  ],
);

export interface TxEncodeResponse {
  txBytes: Uint8Array;
}
export const TxEncodeResponse: MessageType<TxEncodeResponse> = /* @__PURE__ */ new MessageType<TxEncodeResponse>(
  "cosmos.tx.v1beta1.TxEncodeResponse",
  () => ({ txBytes: new Uint8Array(0) }),
  [
    { no: 1, name: "txBytes", protoName: "tx_bytes", kind: "bytes", repeated: false, explicit: false },
  ],
);

export const Service = {
  /** What a transaction would do and cost, without doing it. */
  Simulate: { path: "/cosmos.tx.v1beta1.Service/Simulate", request: SimulateRequest, response: SimulateResponse },
  /** A transaction that is in a block. */
  GetTx: { path: "/cosmos.tx.v1beta1.Service/GetTx", request: GetTxRequest, response: GetTxResponse },
  /** Hands a signed transaction to the node. */
  BroadcastTx: { path: "/cosmos.tx.v1beta1.Service/BroadcastTx", request: BroadcastTxRequest, response: BroadcastTxResponse },
  /** Transactions by their events. */
  GetTxsEvent: { path: "/cosmos.tx.v1beta1.Service/GetTxsEvent", request: GetTxsEventRequest, response: GetTxsEventResponse },
  /** A block with its transactions read. */
  GetBlockWithTxs: { path: "/cosmos.tx.v1beta1.Service/GetBlockWithTxs", request: GetBlockWithTxsRequest, response: GetBlockWithTxsResponse },
  /** A transaction's bytes, read. */
  TxDecode: { path: "/cosmos.tx.v1beta1.Service/TxDecode", request: TxDecodeRequest, response: TxDecodeResponse },
  /** A transaction as bytes. */
  TxEncode: { path: "/cosmos.tx.v1beta1.Service/TxEncode", request: TxEncodeRequest, response: TxEncodeResponse },
} as const;
