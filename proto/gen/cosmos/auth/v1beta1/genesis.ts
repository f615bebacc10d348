// Made by `npm run proto` from proto/cosmos/auth/v1beta1/genesis.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Any } from "../../../google/protobuf/any.ts";
import { Params } from "./auth.ts";

export interface GenesisState {
  params: Params | undefined;
  /** BaseAccount or ModuleAccount. */
  accounts: Any[];
}
export const GenesisState: MessageType<GenesisState> = /* @__PURE__ */ new MessageType<GenesisState>(
  "cosmos.auth.v1beta1.GenesisState",
  () => ({ params: undefined, accounts: [] }),
  [
    { no: 1, name: "params", protoName: "params", kind: "message", repeated: false, explicit: false, message: () => Params as unknown as MessageType<object> },
    { no: 2, name: "accounts", protoName: "accounts", kind: "message", repeated: true, explicit: false, message: () => Any as unknown as MessageType<object> },
  ],
);
