// Made by `npm run proto` from proto/tendermint/crypto/keys.proto. Do not edit.
import { MessageType } from "../../../wire/message-type.ts";

export interface PublicKey {
  ed25519: Uint8Array | undefined;
  secp256k1: Uint8Array | undefined;
}
export const PublicKey: MessageType<PublicKey> = /* @__PURE__ */ new MessageType<PublicKey>(
  "tendermint.crypto.PublicKey",
  () => ({ ed25519: undefined, secp256k1: undefined }),
  [
    { no: 1, name: "ed25519", protoName: "ed25519", kind: "bytes", repeated: false, explicit: true, oneof: "sum" },
    { no: 2, name: "secp256k1", protoName: "secp256k1", kind: "bytes", repeated: false, explicit: true, oneof: "sum" },
  ],
);
