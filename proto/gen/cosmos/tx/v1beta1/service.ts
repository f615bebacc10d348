// Made by `npm run proto` from proto/cosmos/tx/v1beta1/service.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { GasInfo, Result, TxResponse } from "../../base/abci/v1beta1/abci.ts";
import { Tx } from "./tx.ts";

export interface SimulateRequest {
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

export const Service = {
  Simulate: { path: "/cosmos.tx.v1beta1.Service/Simulate", request: SimulateRequest, response: SimulateResponse },
  GetTx: { path: "/cosmos.tx.v1beta1.Service/GetTx", request: GetTxRequest, response: GetTxResponse },
} as const;
