// Made by `npm run proto` from proto/cosmos/bank/v1beta1/tx.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Coin } from "../../base/v1beta1/coin.ts";
import { Input, Output } from "./bank.ts";

export interface MsgSend {
  fromAddress: string;
  toAddress: string;
  amount: Coin[];
}
export const MsgSend: MessageType<MsgSend> = /* @__PURE__ */ new MessageType<MsgSend>(
  "cosmos.bank.v1beta1.MsgSend",
  () => ({ fromAddress: "", toAddress: "", amount: [] }),
  [
    { no: 1, name: "fromAddress", protoName: "from_address", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "toAddress", protoName: "to_address", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "amount", protoName: "amount", kind: "message", repeated: true, explicit: false, message: () => Coin as unknown as MessageType<object> },
  ],
);

export interface MsgSendResponse {}
export const MsgSendResponse: MessageType<MsgSendResponse> = /* @__PURE__ */ new MessageType<MsgSendResponse>(
  "cosmos.bank.v1beta1.MsgSendResponse",
  () => ({}),
  [],
);

/** Exactly one input; its coins are the sum of the outputs'. */
export interface MsgMultiSend {
  inputs: Input[];
  outputs: Output[];
}
export const MsgMultiSend: MessageType<MsgMultiSend> = /* @__PURE__ */ new MessageType<MsgMultiSend>(
  "cosmos.bank.v1beta1.MsgMultiSend",
  () => ({ inputs: [], outputs: [] }),
  [
    { no: 1, name: "inputs", protoName: "inputs", kind: "message", repeated: true, explicit: false, message: () => Input as unknown as MessageType<object> },
    { no: 2, name: "outputs", protoName: "outputs", kind: "message", repeated: true, explicit: false, message: () => Output as unknown as MessageType<object> },
  ],
);

export interface MsgMultiSendResponse {}
export const MsgMultiSendResponse: MessageType<MsgMultiSendResponse> = /* @__PURE__ */ new MessageType<MsgMultiSendResponse>(
  "cosmos.bank.v1beta1.MsgMultiSendResponse",
  () => ({}),
  [],
);

export const Msg = {
  Send: { path: "/cosmos.bank.v1beta1.Msg/Send", request: MsgSend, response: MsgSendResponse },
  MultiSend: { path: "/cosmos.bank.v1beta1.Msg/MultiSend", request: MsgMultiSend, response: MsgMultiSendResponse },
} as const;
