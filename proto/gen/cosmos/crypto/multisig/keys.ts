// Made by `npm run proto` from proto/cosmos/crypto/multisig/keys.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Any } from "../../../google/protobuf/any.ts";

/** Several keys, of which so many must sign. Its address is of its amino spelling. */
export interface LegacyAminoPubKey {
  threshold: number;
  publicKeys: Any[];
}
export const LegacyAminoPubKey: MessageType<LegacyAminoPubKey> = /* @__PURE__ */ new MessageType<LegacyAminoPubKey>(
  "cosmos.crypto.multisig.LegacyAminoPubKey",
  () => ({ threshold: 0, publicKeys: [] }),
  [
    { no: 1, name: "threshold", protoName: "threshold", kind: "uint32", repeated: false, explicit: false },
    { no: 2, name: "publicKeys", protoName: "public_keys", kind: "message", repeated: true, explicit: false, message: () => Any as unknown as MessageType<object> },
  ],
);
