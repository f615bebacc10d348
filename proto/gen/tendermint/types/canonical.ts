// Made by `npm run proto` from proto/tendermint/types/canonical.proto. Do not edit.
import { MessageType } from "../../../wire/message-type.ts";
import { Timestamp } from "../../google/protobuf/timestamp.ts";
import { SignedMsgTypeEnum, type SignedMsgType } from "./types.ts";

export interface CanonicalBlockID {
  hash: Uint8Array;
  partSetHeader: CanonicalPartSetHeader | undefined;
}
export const CanonicalBlockID: MessageType<CanonicalBlockID> = /* @__PURE__ */ new MessageType<CanonicalBlockID>(
  "tendermint.types.CanonicalBlockID",
  () => ({ hash: new Uint8Array(0), partSetHeader: undefined }),
  [
    { no: 1, name: "hash", protoName: "hash", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "partSetHeader", protoName: "part_set_header", kind: "message", repeated: false, explicit: false, message: () => CanonicalPartSetHeader as unknown as MessageType<object> },
  ],
);

export interface CanonicalPartSetHeader {
  total: number;
  hash: Uint8Array;
}
export const CanonicalPartSetHeader: MessageType<CanonicalPartSetHeader> = /* @__PURE__ */ new MessageType<CanonicalPartSetHeader>(
  "tendermint.types.CanonicalPartSetHeader",
  () => ({ total: 0, hash: new Uint8Array(0) }),
  [
    { no: 1, name: "total", protoName: "total", kind: "uint32", repeated: false, explicit: false },
    { no: 2, name: "hash", protoName: "hash", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface CanonicalProposal {
  type: SignedMsgType;
  height: bigint;
  round: bigint;
  polRound: bigint;
  blockId: CanonicalBlockID | undefined;
  timestamp: Timestamp | undefined;
  chainId: string;
}
export const CanonicalProposal: MessageType<CanonicalProposal> = /* @__PURE__ */ new MessageType<CanonicalProposal>(
  "tendermint.types.CanonicalProposal",
  () => ({ type: 0, height: 0n, round: 0n, polRound: 0n, blockId: undefined, timestamp: undefined, chainId: "" }),
  [
    { no: 1, name: "type", protoName: "type", kind: "enum", repeated: false, explicit: false, enum: () => SignedMsgTypeEnum },
    { no: 2, name: "height", protoName: "height", kind: "sfixed64", repeated: false, explicit: false },
    { no: 3, name: "round", protoName: "round", kind: "sfixed64", repeated: false, explicit: false },
    { no: 4, name: "polRound", protoName: "pol_round", kind: "int64", repeated: false, explicit: false },
    { no: 5, name: "blockId", protoName: "block_id", kind: "message", repeated: false, explicit: false, message: () => CanonicalBlockID as unknown as MessageType<object> },
    { no: 6, name: "timestamp", protoName: "timestamp", kind: "message", repeated: false, explicit: false, message: () => Timestamp as unknown as MessageType<object> },
    { no: 7, name: "chainId", protoName: "chain_id", kind: "string", repeated: false, explicit: false },
  ],
);

export interface CanonicalVote {
  type: SignedMsgType;
  height: bigint;
  round: bigint;
  blockId: CanonicalBlockID | undefined;
  timestamp: Timestamp | undefined;
  chainId: string;
}
export const CanonicalVote: MessageType<CanonicalVote> = /* @__PURE__ */ new MessageType<CanonicalVote>(
  "tendermint.types.CanonicalVote",
  () => ({ type: 0, height: 0n, round: 0n, blockId: undefined, timestamp: undefined, chainId: "" }),
  [
    { no: 1, name: "type", protoName: "type", kind: "enum", repeated: false, explicit: false, enum: () => SignedMsgTypeEnum },
    { no: 2, name: "height", protoName: "height", kind: "sfixed64", repeated: false, explicit: false },
    { no: 3, name: "round", protoName: "round", kind: "sfixed64", repeated: false, explicit: false },
    { no: 4, name: "blockId", protoName: "block_id", kind: "message", repeated: false, explicit: false, message: () => CanonicalBlockID as unknown as MessageType<object> },
    { no: 5, name: "timestamp", protoName: "timestamp", kind: "message", repeated: false, explicit: false, message: () => Timestamp as unknown as MessageType<object> },
    { no: 6, name: "chainId", protoName: "chain_id", kind: "string", repeated: false, explicit: false },
  ],
);

export interface CanonicalVoteExtension {
  extension: Uint8Array;
  height: bigint;
  round: bigint;
  chainId: string;
}
export const CanonicalVoteExtension: MessageType<CanonicalVoteExtension> = /* @__PURE__ */ new MessageType<CanonicalVoteExtension>(
  "tendermint.types.CanonicalVoteExtension",
  () => ({ extension: new Uint8Array(0), height: 0n, round: 0n, chainId: "" }),
  [
    { no: 1, name: "extension", protoName: "extension", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "height", protoName: "height", kind: "sfixed64", repeated: false, explicit: false },
    { no: 3, name: "round", protoName: "round", kind: "sfixed64", repeated: false, explicit: false },
    { no: 4, name: "chainId", protoName: "chain_id", kind: "string", repeated: false, explicit: false },
  ],
);
