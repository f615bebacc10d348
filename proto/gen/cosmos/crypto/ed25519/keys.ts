// Made by `npm run proto` from proto/cosmos/crypto/ed25519/keys.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";

export interface PubKey {
  /** 32 bytes. */
  key: Uint8Array;
}
export const PubKey: MessageType<PubKey> = /* @__PURE__ */ new MessageType<PubKey>(
  "cosmos.crypto.ed25519.PubKey",
  () => ({ key: new Uint8Array(0) }),
  [
    { no: 1, name: "key", protoName: "key", kind: "bytes", repeated: false, explicit: false },
  ],
);
