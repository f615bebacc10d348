// Made by `npm run proto` from proto/tendermint/version/types.proto. Do not edit.
import { MessageType } from "../../../wire/message-type.ts";

export interface Consensus {
  block: bigint;
  app: bigint;
}
export const Consensus: MessageType<Consensus> = /* @__PURE__ */ new MessageType<Consensus>(
  "tendermint.version.Consensus",
  () => ({ block: 0n, app: 0n }),
  [
    { no: 1, name: "block", protoName: "block", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "app", protoName: "app", kind: "uint64", repeated: false, explicit: false },
  ],
);
