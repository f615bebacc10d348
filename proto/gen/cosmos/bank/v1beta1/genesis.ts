// Made by `npm run proto` from proto/cosmos/bank/v1beta1/genesis.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Coin } from "../../base/v1beta1/coin.ts";
import { Metadata, Params, SendEnabled } from "./bank.ts";

export interface GenesisState {
  params: Params | undefined;
  balances: Balance[];
  supply: Coin[];
  denomMetadata: Metadata[];
  sendEnabled: SendEnabled[];
}
export const GenesisState: MessageType<GenesisState> = /* @__PURE__ */ new MessageType<GenesisState>(
  "cosmos.bank.v1beta1.GenesisState",
  () => ({ params: undefined, balances: [], supply: [], denomMetadata: [], sendEnabled: [] }),
  [
    { no: 1, name: "params", protoName: "params", kind: "message", repeated: false, explicit: false, message: () => Params as unknown as MessageType<object> },
    { no: 2, name: "balances", protoName: "balances", kind: "message", repeated: true, explicit: false, message: () => Balance as unknown as MessageType<object> },
    { no: 3, name: "supply", protoName: "supply", kind: "message", repeated: true, explicit: false, message: () => Coin as unknown as MessageType<object> },
    { no: 4, name: "denomMetadata", protoName: "denom_metadata", kind: "message", repeated: true, explicit: false, message: () => Metadata as unknown as MessageType<object> },
    { no: 5, name: "sendEnabled", protoName: "send_enabled", kind: "message", repeated: true, explicit: false, message: () => SendEnabled as unknown as MessageType<object> },
  ],
);

export interface Balance {
  address: string;
  coins: Coin[];
}
export const Balance: MessageType<Balance> = /* @__PURE__ */ new MessageType<Balance>(
  "cosmos.bank.v1beta1.Balance",
  () => ({ address: "", coins: [] }),
  [
    { no: 1, name: "address", protoName: "address", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "coins", protoName: "coins", kind: "message", repeated: true, explicit: false, message: () => Coin as unknown as MessageType<object> },
  ],
);
