// Made by `npm run proto` from proto/assay/staking/v1/genesis.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Validator } from "./types.ts";

export interface GenesisState {
  validators: Validator[];
}
export const GenesisState: MessageType<GenesisState> = /* @__PURE__ */ new MessageType<GenesisState>(
  "assay.staking.v1.GenesisState",
  () => ({ validators: [] }),
  [
    { no: 1, name: "validators", protoName: "validators", kind: "message", repeated: true, explicit: false, message: () => Validator as unknown as MessageType<object> },
  ],
);
