// Made by `npm run proto` from proto/tendermint/crypto/proof.proto. Do not edit.
import { MessageType } from "../../../wire/message-type.ts";

export interface Proof {
  total: bigint;
  index: bigint;
  leafHash: Uint8Array;
  aunts: Uint8Array[];
}
export const Proof: MessageType<Proof> = /* @__PURE__ */ new MessageType<Proof>(
  "tendermint.crypto.Proof",
  () => ({ total: 0n, index: 0n, leafHash: new Uint8Array(0), aunts: [] }),
  [
    { no: 1, name: "total", protoName: "total", kind: "int64", repeated: false, explicit: false },
    { no: 2, name: "index", protoName: "index", kind: "int64", repeated: false, explicit: false },
    { no: 3, name: "leafHash", protoName: "leaf_hash", kind: "bytes", repeated: false, explicit: false },
    { no: 4, name: "aunts", protoName: "aunts", kind: "bytes", repeated: true, explicit: false },
  ],
);

export interface ProofOp {
  type: string;
  key: Uint8Array;
  data: Uint8Array;
}
export const ProofOp: MessageType<ProofOp> = /* @__PURE__ */ new MessageType<ProofOp>(
  "tendermint.crypto.ProofOp",
  () => ({ type: "", key: new Uint8Array(0), data: new Uint8Array(0) }),
  [
    { no: 1, name: "type", protoName: "type", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "key", protoName: "key", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "data", protoName: "data", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface ProofOps {
  ops: ProofOp[];
}
export const ProofOps: MessageType<ProofOps> = /* @__PURE__ */ new MessageType<ProofOps>(
  "tendermint.crypto.ProofOps",
  () => ({ ops: [] }),
  [
    { no: 1, name: "ops", protoName: "ops", kind: "message", repeated: true, explicit: false, message: () => ProofOp as unknown as MessageType<object> },
  ],
);
