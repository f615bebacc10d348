// Made by `npm run proto` from proto/cosmos/ics23/v1/proofs.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import type { EnumType } from "../../../../wire/message-type.ts";
import { enumType } from "../../../../wire/enum-type.ts";

export const HashOp = {
  NO_HASH: 0,
  SHA256: 1,
} as const;
export type HashOp = number;
export const HashOpEnum: EnumType = enumType("cosmos.ics23.v1.HashOp", HashOp);

export const LengthOp = {
  NO_PREFIX: 0,
  VAR_PROTO: 1,
} as const;
export type LengthOp = number;
export const LengthOpEnum: EnumType = enumType("cosmos.ics23.v1.LengthOp", LengthOp);

export interface ExistenceProof {
  key: Uint8Array;
  value: Uint8Array;
  leaf: LeafOp | undefined;
  path: InnerOp[];
}
export const ExistenceProof: MessageType<ExistenceProof> = /* @__PURE__ */ new MessageType<ExistenceProof>(
  "cosmos.ics23.v1.ExistenceProof",
  () => ({ key: new Uint8Array(0), value: new Uint8Array(0), leaf: undefined, path: [] }),
  [
    { no: 1, name: "key", protoName: "key", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "value", protoName: "value", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "leaf", protoName: "leaf", kind: "message", repeated: false, explicit: false, message: () => LeafOp as unknown as MessageType<object> },
    { no: 4, name: "path", protoName: "path", kind: "message", repeated: true, explicit: false, message: () => InnerOp as unknown as MessageType<object> },
  ],
);

export interface NonExistenceProof {
  key: Uint8Array;
  left: ExistenceProof | undefined;
  right: ExistenceProof | undefined;
}
export const NonExistenceProof: MessageType<NonExistenceProof> = /* @__PURE__ */ new MessageType<NonExistenceProof>(
  "cosmos.ics23.v1.NonExistenceProof",
  () => ({ key: new Uint8Array(0), left: undefined, right: undefined }),
  [
    { no: 1, name: "key", protoName: "key", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "left", protoName: "left", kind: "message", repeated: false, explicit: false, message: () => ExistenceProof as unknown as MessageType<object> },
    { no: 3, name: "right", protoName: "right", kind: "message", repeated: false, explicit: false, message: () => ExistenceProof as unknown as MessageType<object> },
  ],
);

export interface CommitmentProof {
  exist: ExistenceProof | undefined;
  nonexist: NonExistenceProof | undefined;
}
export const CommitmentProof: MessageType<CommitmentProof> = /* @__PURE__ */ new MessageType<CommitmentProof>(
  "cosmos.ics23.v1.CommitmentProof",
  () => ({ exist: undefined, nonexist: undefined }),
  [
    { no: 1, name: "exist", protoName: "exist", kind: "message", repeated: false, explicit: true, oneof: "proof", message: () => ExistenceProof as unknown as MessageType<object> },
    { no: 2, name: "nonexist", protoName: "nonexist", kind: "message", repeated: false, explicit: true, oneof: "proof", message: () => NonExistenceProof as unknown as MessageType<object> },
  ],
);

export interface LeafOp {
  hash: HashOp;
  prehashKey: HashOp;
  prehashValue: HashOp;
  length: LengthOp;
  prefix: Uint8Array;
}
export const LeafOp: MessageType<LeafOp> = /* @__PURE__ */ new MessageType<LeafOp>(
  "cosmos.ics23.v1.LeafOp",
  () => ({ hash: 0, prehashKey: 0, prehashValue: 0, length: 0, prefix: new Uint8Array(0) }),
  [
    { no: 1, name: "hash", protoName: "hash", kind: "enum", repeated: false, explicit: false, enum: () => HashOpEnum },
    { no: 2, name: "prehashKey", protoName: "prehash_key", kind: "enum", repeated: false, explicit: false, enum: () => HashOpEnum },
    { no: 3, name: "prehashValue", protoName: "prehash_value", kind: "enum", repeated: false, explicit: false, enum: () => HashOpEnum },
    { no: 4, name: "length", protoName: "length", kind: "enum", repeated: false, explicit: false, enum: () => LengthOpEnum },
    { no: 5, name: "prefix", protoName: "prefix", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface InnerOp {
  hash: HashOp;
  prefix: Uint8Array;
  suffix: Uint8Array;
}
export const InnerOp: MessageType<InnerOp> = /* @__PURE__ */ new MessageType<InnerOp>(
  "cosmos.ics23.v1.InnerOp",
  () => ({ hash: 0, prefix: new Uint8Array(0), suffix: new Uint8Array(0) }),
  [
    { no: 1, name: "hash", protoName: "hash", kind: "enum", repeated: false, explicit: false, enum: () => HashOpEnum },
    { no: 2, name: "prefix", protoName: "prefix", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "suffix", protoName: "suffix", kind: "bytes", repeated: false, explicit: false },
  ],
);
