// Made by `npm run proto` from proto/tendermint/types/types.proto. Do not edit.
import { MessageType } from "../../../wire/message-type.ts";
import type { EnumType } from "../../../wire/message-type.ts";
import { enumType } from "../../../wire/enum-type.ts";
import { Timestamp } from "../../google/protobuf/timestamp.ts";
import { Proof } from "../crypto/proof.ts";
import { Consensus } from "../version/types.ts";
import { BlockIDFlagEnum, ValidatorSet, type BlockIDFlag } from "./validator.ts";

export const SignedMsgType = {
  SIGNED_MSG_TYPE_UNKNOWN: 0,
  SIGNED_MSG_TYPE_PREVOTE: 1,
  SIGNED_MSG_TYPE_PRECOMMIT: 2,
  SIGNED_MSG_TYPE_PROPOSAL: 32,
} as const;
export type SignedMsgType = number;
export const SignedMsgTypeEnum: EnumType = enumType("tendermint.types.SignedMsgType", SignedMsgType);

export interface PartSetHeader {
  total: number;
  hash: Uint8Array;
}
export const PartSetHeader: MessageType<PartSetHeader> = /* @__PURE__ */ new MessageType<PartSetHeader>(
  "tendermint.types.PartSetHeader",
  () => ({ total: 0, hash: new Uint8Array(0) }),
  [
    { no: 1, name: "total", protoName: "total", kind: "uint32", repeated: false, explicit: false },
    { no: 2, name: "hash", protoName: "hash", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface Part {
  index: number;
  bytes: Uint8Array;
  proof: Proof | undefined;
}
export const Part: MessageType<Part> = /* @__PURE__ */ new MessageType<Part>(
  "tendermint.types.Part",
  () => ({ index: 0, bytes: new Uint8Array(0), proof: undefined }),
  [
    { no: 1, name: "index", protoName: "index", kind: "uint32", repeated: false, explicit: false },
    { no: 2, name: "bytes", protoName: "bytes", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "proof", protoName: "proof", kind: "message", repeated: false, explicit: false, message: () => Proof as unknown as MessageType<object> },
  ],
);

export interface BlockID {
  hash: Uint8Array;
  partSetHeader: PartSetHeader | undefined;
}
export const BlockID: MessageType<BlockID> = /* @__PURE__ */ new MessageType<BlockID>(
  "tendermint.types.BlockID",
  () => ({ hash: new Uint8Array(0), partSetHeader: undefined }),
  [
    { no: 1, name: "hash", protoName: "hash", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "partSetHeader", protoName: "part_set_header", kind: "message", repeated: false, explicit: false, message: () => PartSetHeader as unknown as MessageType<object> },
  ],
);

export interface Header {
  version: Consensus | undefined;
  chainId: string;
  height: bigint;
  time: Timestamp | undefined;
  lastBlockId: BlockID | undefined;
  lastCommitHash: Uint8Array;
  dataHash: Uint8Array;
  validatorsHash: Uint8Array;
  nextValidatorsHash: Uint8Array;
  consensusHash: Uint8Array;
  appHash: Uint8Array;
  lastResultsHash: Uint8Array;
  evidenceHash: Uint8Array;
  proposerAddress: Uint8Array;
}
export const Header: MessageType<Header> = /* @__PURE__ */ new MessageType<Header>(
  "tendermint.types.Header",
  () => ({ version: undefined, chainId: "", height: 0n, time: undefined, lastBlockId: undefined, lastCommitHash: new Uint8Array(0), dataHash: new Uint8Array(0), validatorsHash: new Uint8Array(0), nextValidatorsHash: new Uint8Array(0), consensusHash: new Uint8Array(0), appHash: new Uint8Array(0), lastResultsHash: new Uint8Array(0), evidenceHash: new Uint8Array(0), proposerAddress: new Uint8Array(0) }),
  [
    { no: 1, name: "version", protoName: "version", kind: "message", repeated: false, explicit: false, message: () => Consensus as unknown as MessageType<object> },
    { no: 2, name: "chainId", protoName: "chain_id", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
    { no: 4, name: "time", protoName: "time", kind: "message", repeated: false, explicit: false, message: () => Timestamp as unknown as MessageType<object> },
    { no: 5, name: "lastBlockId", protoName: "last_block_id", kind: "message", repeated: false, explicit: false, message: () => BlockID as unknown as MessageType<object> },
    { no: 6, name: "lastCommitHash", protoName: "last_commit_hash", kind: "bytes", repeated: false, explicit: false },
    { no: 7, name: "dataHash", protoName: "data_hash", kind: "bytes", repeated: false, explicit: false },
    { no: 8, name: "validatorsHash", protoName: "validators_hash", kind: "bytes", repeated: false, explicit: false },
    { no: 9, name: "nextValidatorsHash", protoName: "next_validators_hash", kind: "bytes", repeated: false, explicit: false },
    { no: 10, name: "consensusHash", protoName: "consensus_hash", kind: "bytes", repeated: false, explicit: false },
    { no: 11, name: "appHash", protoName: "app_hash", kind: "bytes", repeated: false, explicit: false },
    { no: 12, name: "lastResultsHash", protoName: "last_results_hash", kind: "bytes", repeated: false, explicit: false },
    { no: 13, name: "evidenceHash", protoName: "evidence_hash", kind: "bytes", repeated: false, explicit: false },
    { no: 14, name: "proposerAddress", protoName: "proposer_address", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface Data {
  txs: Uint8Array[];
}
export const Data: MessageType<Data> = /* @__PURE__ */ new MessageType<Data>(
  "tendermint.types.Data",
  () => ({ txs: [] }),
  [
    { no: 1, name: "txs", protoName: "txs", kind: "bytes", repeated: true, explicit: false },
  ],
);

export interface Vote {
  type: SignedMsgType;
  height: bigint;
  round: number;
  blockId: BlockID | undefined;
  timestamp: Timestamp | undefined;
  validatorAddress: Uint8Array;
  validatorIndex: number;
  signature: Uint8Array;
  extension: Uint8Array;
  extensionSignature: Uint8Array;
}
export const Vote: MessageType<Vote> = /* @__PURE__ */ new MessageType<Vote>(
  "tendermint.types.Vote",
  () => ({ type: 0, height: 0n, round: 0, blockId: undefined, timestamp: undefined, validatorAddress: new Uint8Array(0), validatorIndex: 0, signature: new Uint8Array(0), extension: new Uint8Array(0), extensionSignature: new Uint8Array(0) }),
  [
    { no: 1, name: "type", protoName: "type", kind: "enum", repeated: false, explicit: false, enum: () => SignedMsgTypeEnum },
    { no: 2, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
    { no: 3, name: "round", protoName: "round", kind: "int32", repeated: false, explicit: false },
    { no: 4, name: "blockId", protoName: "block_id", kind: "message", repeated: false, explicit: false, message: () => BlockID as unknown as MessageType<object> },
    { no: 5, name: "timestamp", protoName: "timestamp", kind: "message", repeated: false, explicit: false, message: () => Timestamp as unknown as MessageType<object> },
    { no: 6, name: "validatorAddress", protoName: "validator_address", kind: "bytes", repeated: false, explicit: false },
    { no: 7, name: "validatorIndex", protoName: "validator_index", kind: "int32", repeated: false, explicit: false },
    { no: 8, name: "signature", protoName: "signature", kind: "bytes", repeated: false, explicit: false },
    { no: 9, name: "extension", protoName: "extension", kind: "bytes", repeated: false, explicit: false },
    { no: 10, name: "extensionSignature", protoName: "extension_signature", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface Commit {
  height: bigint;
  round: number;
  blockId: BlockID | undefined;
  signatures: CommitSig[];
}
export const Commit: MessageType<Commit> = /* @__PURE__ */ new MessageType<Commit>(
  "tendermint.types.Commit",
  () => ({ height: 0n, round: 0, blockId: undefined, signatures: [] }),
  [
    { no: 1, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
    { no: 2, name: "round", protoName: "round", kind: "int32", repeated: false, explicit: false },
    { no: 3, name: "blockId", protoName: "block_id", kind: "message", repeated: false, explicit: false, message: () => BlockID as unknown as MessageType<object> },
    { no: 4, name: "signatures", protoName: "signatures", kind: "message", repeated: true, explicit: false, message: () => CommitSig as unknown as MessageType<object> },
  ],
);

export interface CommitSig {
  blockIdFlag: BlockIDFlag;
  validatorAddress: Uint8Array;
  timestamp: Timestamp | undefined;
  signature: Uint8Array;
}
export const CommitSig: MessageType<CommitSig> = /* @__PURE__ */ new MessageType<CommitSig>(
  "tendermint.types.CommitSig",
  () => ({ blockIdFlag: 0, validatorAddress: new Uint8Array(0), timestamp: undefined, signature: new Uint8Array(0) }),
  [
    { no: 1, name: "blockIdFlag", protoName: "block_id_flag", kind: "enum", repeated: false, explicit: false, enum: () => BlockIDFlagEnum },
    { no: 2, name: "validatorAddress", protoName: "validator_address", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "timestamp", protoName: "timestamp", kind: "message", repeated: false, explicit: false, message: () => Timestamp as unknown as MessageType<object> },
    { no: 4, name: "signature", protoName: "signature", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface SignedHeader {
  header: Header | undefined;
  commit: Commit | undefined;
}
export const SignedHeader: MessageType<SignedHeader> = /* @__PURE__ */ new MessageType<SignedHeader>(
  "tendermint.types.SignedHeader",
  () => ({ header: undefined, commit: undefined }),
  [
    { no: 1, name: "header", protoName: "header", kind: "message", repeated: false, explicit: false, message: () => Header as unknown as MessageType<object> },
    { no: 2, name: "commit", protoName: "commit", kind: "message", repeated: false, explicit: false, message: () => Commit as unknown as MessageType<object> },
  ],
);

export interface LightBlock {
  signedHeader: SignedHeader | undefined;
  validatorSet: ValidatorSet | undefined;
}
export const LightBlock: MessageType<LightBlock> = /* @__PURE__ */ new MessageType<LightBlock>(
  "tendermint.types.LightBlock",
  () => ({ signedHeader: undefined, validatorSet: undefined }),
  [
    { no: 1, name: "signedHeader", protoName: "signed_header", kind: "message", repeated: false, explicit: false, message: () => SignedHeader as unknown as MessageType<object> },
    { no: 2, name: "validatorSet", protoName: "validator_set", kind: "message", repeated: false, explicit: false, message: () => ValidatorSet as unknown as MessageType<object> },
  ],
);

export interface BlockMeta {
  blockId: BlockID | undefined;
  blockSize: bigint;
  header: Header | undefined;
  numTxs: bigint;
}
export const BlockMeta: MessageType<BlockMeta> = /* @__PURE__ */ new MessageType<BlockMeta>(
  "tendermint.types.BlockMeta",
  () => ({ blockId: undefined, blockSize: 0n, header: undefined, numTxs: 0n }),
  [
    { no: 1, name: "blockId", protoName: "block_id", kind: "message", repeated: false, explicit: false, message: () => BlockID as unknown as MessageType<object> },
    { no: 2, name: "blockSize", protoName: "block_size", kind: "int64", repeated: false, explicit: false },
    { no: 3, name: "header", protoName: "header", kind: "message", repeated: false, explicit: false, message: () => Header as unknown as MessageType<object> },
    { no: 4, name: "numTxs", protoName: "num_txs", kind: "int64", repeated: false, explicit: false },
  ],
);
