// Made by `npm run proto` from proto/cosmos/base/v1beta1/coin.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";

export interface Coin {
  denom: string;
  /** Decimal digits, base units. */
  amount: string;
}
export const Coin: MessageType<Coin> = /* @__PURE__ */ new MessageType<Coin>(
  "cosmos.base.v1beta1.Coin",
  () => ({ denom: "", amount: "" }),
  [
    { no: 1, name: "denom", protoName: "denom", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "amount", protoName: "amount", kind: "string", repeated: false, explicit: false },
  ],
);
