// Made by `npm run proto` from proto/cosmos/bank/v1beta1/bank.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Coin } from "../../base/v1beta1/coin.ts";

export interface Params {
  sendEnabled: SendEnabled[];
  defaultSendEnabled: boolean;
}
export const Params: MessageType<Params> = /* @__PURE__ */ new MessageType<Params>(
  "cosmos.bank.v1beta1.Params",
  () => ({ sendEnabled: [], defaultSendEnabled: false }),
  [
    { no: 1, name: "sendEnabled", protoName: "send_enabled", kind: "message", repeated: true, explicit: false, message: () => SendEnabled as unknown as MessageType<object> },
    { no: 2, name: "defaultSendEnabled", protoName: "default_send_enabled", kind: "bool", repeated: false, explicit: false },
  ],
);

export interface SendEnabled {
  denom: string;
  enabled: boolean;
}
export const SendEnabled: MessageType<SendEnabled> = /* @__PURE__ */ new MessageType<SendEnabled>(
  "cosmos.bank.v1beta1.SendEnabled",
  () => ({ denom: "", enabled: false }),
  [
    { no: 1, name: "denom", protoName: "denom", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "enabled", protoName: "enabled", kind: "bool", repeated: false, explicit: false },
  ],
);

export interface DenomUnit {
  denom: string;
  exponent: number;
  aliases: string[];
}
export const DenomUnit: MessageType<DenomUnit> = /* @__PURE__ */ new MessageType<DenomUnit>(
  "cosmos.bank.v1beta1.DenomUnit",
  () => ({ denom: "", exponent: 0, aliases: [] }),
  [
    { no: 1, name: "denom", protoName: "denom", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "exponent", protoName: "exponent", kind: "uint32", repeated: false, explicit: false },
    { no: 3, name: "aliases", protoName: "aliases", kind: "string", repeated: true, explicit: false },
  ],
);

export interface Metadata {
  description: string;
  denomUnits: DenomUnit[];
  base: string;
  display: string;
  name: string;
  symbol: string;
  uri: string;
  uriHash: string;
}
export const Metadata: MessageType<Metadata> = /* @__PURE__ */ new MessageType<Metadata>(
  "cosmos.bank.v1beta1.Metadata",
  () => ({ description: "", denomUnits: [], base: "", display: "", name: "", symbol: "", uri: "", uriHash: "" }),
  [
    { no: 1, name: "description", protoName: "description", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "denomUnits", protoName: "denom_units", kind: "message", repeated: true, explicit: false, message: () => DenomUnit as unknown as MessageType<object> },
    { no: 3, name: "base", protoName: "base", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "display", protoName: "display", kind: "string", repeated: false, explicit: false },
    { no: 5, name: "name", protoName: "name", kind: "string", repeated: false, explicit: false },
    { no: 6, name: "symbol", protoName: "symbol", kind: "string", repeated: false, explicit: false },
    { no: 7, name: "uri", protoName: "uri", kind: "string", repeated: false, explicit: false },
    { no: 8, name: "uriHash", protoName: "uri_hash", kind: "string", repeated: false, explicit: false },
  ],
);

/** Who pays a transfer of several outputs. */
export interface Input {
  address: string;
  coins: Coin[];
}
export const Input: MessageType<Input> = /* @__PURE__ */ new MessageType<Input>(
  "cosmos.bank.v1beta1.Input",
  () => ({ address: "", coins: [] }),
  [
    { no: 1, name: "address", protoName: "address", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "coins", protoName: "coins", kind: "message", repeated: true, explicit: false, message: () => Coin as unknown as MessageType<object> },
  ],
);

/** Who is paid by it. */
export interface Output {
  address: string;
  coins: Coin[];
}
export const Output: MessageType<Output> = /* @__PURE__ */ new MessageType<Output>(
  "cosmos.bank.v1beta1.Output",
  () => ({ address: "", coins: [] }),
  [
    { no: 1, name: "address", protoName: "address", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "coins", protoName: "coins", kind: "message", repeated: true, explicit: false, message: () => Coin as unknown as MessageType<object> },
  ],
);
