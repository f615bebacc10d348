// Made by `npm run proto` from proto/cosmos/crypto/multisig/v1beta1/multisig.proto. Do not edit.
import { MessageType } from "../../../../../wire/message-type.ts";

/** Signatures of those whose bit is set, in the order of their keys. */
export interface MultiSignature {
  signatures: Uint8Array[];
}
export const MultiSignature: MessageType<MultiSignature> = /* @__PURE__ */ new MessageType<MultiSignature>(
  "cosmos.crypto.multisig.v1beta1.MultiSignature",
  () => ({ signatures: [] }),
  [
    { no: 1, name: "signatures", protoName: "signatures", kind: "bytes", repeated: true, explicit: false },
  ],
);

/** One bit a key, the first key's the highest of the first byte. */
export interface CompactBitArray {
  /** Bits used of the last byte; 0 where all eight are. */
  extraBitsStored: number;
  elems: Uint8Array;
}
export const CompactBitArray: MessageType<CompactBitArray> = /* @__PURE__ */ new MessageType<CompactBitArray>(
  "cosmos.crypto.multisig.v1beta1.CompactBitArray",
  () => ({ extraBitsStored: 0, elems: new Uint8Array(0) }),
  [
    { no: 1, name: "extraBitsStored", protoName: "extra_bits_stored", kind: "uint32", repeated: false, explicit: false },
    { no: 2, name: "elems", protoName: "elems", kind: "bytes", repeated: false, explicit: false },
  ],
);
