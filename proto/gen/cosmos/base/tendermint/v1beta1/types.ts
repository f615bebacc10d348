// Made by `npm run proto` from proto/cosmos/base/tendermint/v1beta1/types.proto. Do not edit.
import { MessageType } from "../../../../../wire/message-type.ts";
import { Timestamp } from "../../../../google/protobuf/timestamp.ts";
import { EvidenceList } from "../../../../tendermint/types/evidence.ts";
import { BlockID, Commit, Data } from "../../../../tendermint/types/types.ts";
import { Consensus } from "../../../../tendermint/version/types.ts";

/** A block whose proposer is named by an address in text. */
export interface Block {
  header: Header | undefined;
  data: Data | undefined;
  evidence: EvidenceList | undefined;
  lastCommit: Commit | undefined;
}
export const Block: MessageType<Block> = /* @__PURE__ */ new MessageType<Block>(
  "cosmos.base.tendermint.v1beta1.Block",
  () => ({ header: undefined, data: undefined, evidence: undefined, lastCommit: undefined }),
  [
    { no: 1, name: "header", protoName: "header", kind: "message", repeated: false, explicit: false, message: () => Header as unknown as MessageType<object> },
    { no: 2, name: "data", protoName: "data", kind: "message", repeated: false, explicit: false, message: () => Data as unknown as MessageType<object> },
    { no: 3, name: "evidence", protoName: "evidence", kind: "message", repeated: false, explicit: false, message: () => EvidenceList as unknown as MessageType<object> },
    { no: 4, name: "lastCommit", protoName: "last_commit", kind: "message", repeated: false, explicit: false, message: () => Commit as unknown as MessageType<object> },
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
  /** With the prefix of consensus addresses. */
  proposerAddress: string;
}
export const Header: MessageType<Header> = /* @__PURE__ */ new MessageType<Header>(
  "cosmos.base.tendermint.v1beta1.Header",
  () => ({ version: undefined, chainId: "", height: 0n, time: undefined, lastBlockId: undefined, lastCommitHash: new Uint8Array(0), dataHash: new Uint8Array(0), validatorsHash: new Uint8Array(0), nextValidatorsHash: new Uint8Array(0), consensusHash: new Uint8Array(0), appHash: new Uint8Array(0), lastResultsHash: new Uint8Array(0), evidenceHash: new Uint8Array(0), proposerAddress: "" }),
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
    { no: 14, name: "proposerAddress", protoName: "proposer_address", kind: "string", repeated: false, explicit: false },
  ],
);
