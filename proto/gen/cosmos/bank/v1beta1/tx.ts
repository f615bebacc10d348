// Made by `npm run proto` from proto/cosmos/bank/v1beta1/tx.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Coin } from "../../base/v1beta1/coin.ts";

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

export const Msg = {
  Send: { path: "/cosmos.bank.v1beta1.Msg/Send", request: MsgSend, response: MsgSendResponse },
} as const;
