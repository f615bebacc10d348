// Made by `npm run proto` from proto/cosmos/crypto/secp256k1/keys.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";

export interface PubKey {
  /** 33 bytes, compressed. */
  key: Uint8Array;
}
export const PubKey: MessageType<PubKey> = /* @__PURE__ */ new MessageType<PubKey>(
  "cosmos.crypto.secp256k1.PubKey",
  () => ({ key: new Uint8Array(0) }),
  [
    { no: 1, name: "key", protoName: "key", kind: "bytes", repeated: false, explicit: false },
  ],
);
