// Made by `npm run proto` from proto/tendermint/abci/types.proto. Do not edit.
import { MessageType } from "../../../wire/message-type.ts";
import type { EnumType } from "../../../wire/message-type.ts";
import { enumType } from "../../../wire/enum-type.ts";
import { Timestamp } from "../../google/protobuf/timestamp.ts";
import { PublicKey } from "../crypto/keys.ts";
import { ProofOps } from "../crypto/proof.ts";
import { ConsensusParams } from "../types/params.ts";
import { BlockIDFlagEnum, type BlockIDFlag } from "../types/validator.ts";

export const CheckTxType = {
  CHECK_TX_TYPE_NEW: 0,
  CHECK_TX_TYPE_RECHECK: 1,
} as const;
export type CheckTxType = number;
export const CheckTxTypeEnum: EnumType = enumType("tendermint.abci.CheckTxType", CheckTxType);

export const ResponseOfferSnapshot_Result = {
  UNKNOWN: 0,
  ACCEPT: 1,
  ABORT: 2,
  REJECT: 3,
  REJECT_FORMAT: 4,
  REJECT_SENDER: 5,
} as const;
export type ResponseOfferSnapshot_Result = number;
export const ResponseOfferSnapshot_ResultEnum: EnumType = enumType("tendermint.abci.ResponseOfferSnapshot.Result", ResponseOfferSnapshot_Result);

export const ResponseApplySnapshotChunk_Result = {
  UNKNOWN: 0,
  ACCEPT: 1,
  ABORT: 2,
  RETRY: 3,
  RETRY_SNAPSHOT: 4,
  REJECT_SNAPSHOT: 5,
} as const;
export type ResponseApplySnapshotChunk_Result = number;
export const ResponseApplySnapshotChunk_ResultEnum: EnumType = enumType("tendermint.abci.ResponseApplySnapshotChunk.Result", ResponseApplySnapshotChunk_Result);

export const ResponseProcessProposal_ProposalStatus = {
  UNKNOWN: 0,
  ACCEPT: 1,
  REJECT: 2,
} as const;
export type ResponseProcessProposal_ProposalStatus = number;
export const ResponseProcessProposal_ProposalStatusEnum: EnumType = enumType("tendermint.abci.ResponseProcessProposal.ProposalStatus", ResponseProcessProposal_ProposalStatus);

export const ResponseVerifyVoteExtension_VerifyStatus = {
  UNKNOWN: 0,
  ACCEPT: 1,
  REJECT: 2,
} as const;
export type ResponseVerifyVoteExtension_VerifyStatus = number;
export const ResponseVerifyVoteExtension_VerifyStatusEnum: EnumType = enumType("tendermint.abci.ResponseVerifyVoteExtension.VerifyStatus", ResponseVerifyVoteExtension_VerifyStatus);

export const MisbehaviorType = {
  MISBEHAVIOR_TYPE_UNKNOWN: 0,
  MISBEHAVIOR_TYPE_DUPLICATE_VOTE: 1,
  MISBEHAVIOR_TYPE_LIGHT_CLIENT_ATTACK: 2,
} as const;
export type MisbehaviorType = number;
export const MisbehaviorTypeEnum: EnumType = enumType("tendermint.abci.MisbehaviorType", MisbehaviorType);

export interface Request {
  echo: RequestEcho | undefined;
  flush: RequestFlush | undefined;
  info: RequestInfo | undefined;
  initChain: RequestInitChain | undefined;
  query: RequestQuery | undefined;
  checkTx: RequestCheckTx | undefined;
  commit: RequestCommit | undefined;
  listSnapshots: RequestListSnapshots | undefined;
  offerSnapshot: RequestOfferSnapshot | undefined;
  loadSnapshotChunk: RequestLoadSnapshotChunk | undefined;
  applySnapshotChunk: RequestApplySnapshotChunk | undefined;
  prepareProposal: RequestPrepareProposal | undefined;
  processProposal: RequestProcessProposal | undefined;
  extendVote: RequestExtendVote | undefined;
  verifyVoteExtension: RequestVerifyVoteExtension | undefined;
  finalizeBlock: RequestFinalizeBlock | undefined;
}
export const Request: MessageType<Request> = /* @__PURE__ */ new MessageType<Request>(
  "tendermint.abci.Request",
  () => ({ echo: undefined, flush: undefined, info: undefined, initChain: undefined, query: undefined, checkTx: undefined, commit: undefined, listSnapshots: undefined, offerSnapshot: undefined, loadSnapshotChunk: undefined, applySnapshotChunk: undefined, prepareProposal: undefined, processProposal: undefined, extendVote: undefined, verifyVoteExtension: undefined, finalizeBlock: undefined }),
  [
    { no: 1, name: "echo", protoName: "echo", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => RequestEcho as unknown as MessageType<object> },
    { no: 2, name: "flush", protoName: "flush", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => RequestFlush as unknown as MessageType<object> },
    { no: 3, name: "info", protoName: "info", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => RequestInfo as unknown as MessageType<object> },
    { no: 5, name: "initChain", protoName: "init_chain", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => RequestInitChain as unknown as MessageType<object> },
    { no: 6, name: "query", protoName: "query", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => RequestQuery as unknown as MessageType<object> },
    { no: 8, name: "checkTx", protoName: "check_tx", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => RequestCheckTx as unknown as MessageType<object> },
    { no: 11, name: "commit", protoName: "commit", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => RequestCommit as unknown as MessageType<object> },
    { no: 12, name: "listSnapshots", protoName: "list_snapshots", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => RequestListSnapshots as unknown as MessageType<object> },
    { no: 13, name: "offerSnapshot", protoName: "offer_snapshot", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => RequestOfferSnapshot as unknown as MessageType<object> },
    { no: 14, name: "loadSnapshotChunk", protoName: "load_snapshot_chunk", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => RequestLoadSnapshotChunk as unknown as MessageType<object> },
    { no: 15, name: "applySnapshotChunk", protoName: "apply_snapshot_chunk", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => RequestApplySnapshotChunk as unknown as MessageType<object> },
    { no: 16, name: "prepareProposal", protoName: "prepare_proposal", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => RequestPrepareProposal as unknown as MessageType<object> },
    { no: 17, name: "processProposal", protoName: "process_proposal", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => RequestProcessProposal as unknown as MessageType<object> },
    { no: 18, name: "extendVote", protoName: "extend_vote", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => RequestExtendVote as unknown as MessageType<object> },
    { no: 19, name: "verifyVoteExtension", protoName: "verify_vote_extension", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => RequestVerifyVoteExtension as unknown as MessageType<object> },
    { no: 20, name: "finalizeBlock", protoName: "finalize_block", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => RequestFinalizeBlock as unknown as MessageType<object> },
  ],
);

export interface RequestEcho {
  message: string;
}
export const RequestEcho: MessageType<RequestEcho> = /* @__PURE__ */ new MessageType<RequestEcho>(
  "tendermint.abci.RequestEcho",
  () => ({ message: "" }),
  [
    { no: 1, name: "message", protoName: "message", kind: "string", repeated: false, explicit: false },
  ],
);

export interface RequestFlush {}
export const RequestFlush: MessageType<RequestFlush> = /* @__PURE__ */ new MessageType<RequestFlush>(
  "tendermint.abci.RequestFlush",
  () => ({}),
  [],
);

export interface RequestInfo {
  version: string;
  blockVersion: bigint;
  p2pVersion: bigint;
  abciVersion: string;
}
export const RequestInfo: MessageType<RequestInfo> = /* @__PURE__ */ new MessageType<RequestInfo>(
  "tendermint.abci.RequestInfo",
  () => ({ version: "", blockVersion: 0n, p2pVersion: 0n, abciVersion: "" }),
  [
    { no: 1, name: "version", protoName: "version", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "blockVersion", protoName: "block_version", kind: "uint64", repeated: false, explicit: false },
    { no: 3, name: "p2pVersion", protoName: "p2p_version", kind: "uint64", repeated: false, explicit: false },
    { no: 4, name: "abciVersion", protoName: "abci_version", kind: "string", repeated: false, explicit: false },
  ],
);

export interface RequestInitChain {
  time: Timestamp | undefined;
  chainId: string;
  consensusParams: ConsensusParams | undefined;
  validators: ValidatorUpdate[];
  appStateBytes: Uint8Array;
  initialHeight: bigint;
}
export const RequestInitChain: MessageType<RequestInitChain> = /* @__PURE__ */ new MessageType<RequestInitChain>(
  "tendermint.abci.RequestInitChain",
  () => ({ time: undefined, chainId: "", consensusParams: undefined, validators: [], appStateBytes: new Uint8Array(0), initialHeight: 0n }),
  [
    { no: 1, name: "time", protoName: "time", kind: "message", repeated: false, explicit: false, message: () => Timestamp as unknown as MessageType<object> },
    { no: 2, name: "chainId", protoName: "chain_id", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "consensusParams", protoName: "consensus_params", kind: "message", repeated: false, explicit: false, message: () => ConsensusParams as unknown as MessageType<object> },
    { no: 4, name: "validators", protoName: "validators", kind: "message", repeated: true, explicit: false, message: () => ValidatorUpdate as unknown as MessageType<object> },
    { no: 5, name: "appStateBytes", protoName: "app_state_bytes", kind: "bytes", repeated: false, explicit: false },
    { no: 6, name: "initialHeight", protoName: "initial_height", kind: "int64", repeated: false, explicit: false },
  ],
);

export interface RequestQuery {
  data: Uint8Array;
  path: string;
  height: bigint;
  prove: boolean;
}
export const RequestQuery: MessageType<RequestQuery> = /* @__PURE__ */ new MessageType<RequestQuery>(
  "tendermint.abci.RequestQuery",
  () => ({ data: new Uint8Array(0), path: "", height: 0n, prove: false }),
  [
    { no: 1, name: "data", protoName: "data", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "path", protoName: "path", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
    { no: 4, name: "prove", protoName: "prove", kind: "bool", repeated: false, explicit: false },
  ],
);

export interface RequestCheckTx {
  tx: Uint8Array;
  type: CheckTxType;
}
export const RequestCheckTx: MessageType<RequestCheckTx> = /* @__PURE__ */ new MessageType<RequestCheckTx>(
  "tendermint.abci.RequestCheckTx",
  () => ({ tx: new Uint8Array(0), type: 0 }),
  [
    { no: 1, name: "tx", protoName: "tx", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "type", protoName: "type", kind: "enum", repeated: false, explicit: false, enum: () => CheckTxTypeEnum },
  ],
);

export interface RequestCommit {}
export const RequestCommit: MessageType<RequestCommit> = /* @__PURE__ */ new MessageType<RequestCommit>(
  "tendermint.abci.RequestCommit",
  () => ({}),
  [],
);

export interface RequestListSnapshots {}
export const RequestListSnapshots: MessageType<RequestListSnapshots> = /* @__PURE__ */ new MessageType<RequestListSnapshots>(
  "tendermint.abci.RequestListSnapshots",
  () => ({}),
  [],
);

export interface RequestOfferSnapshot {
  snapshot: Snapshot | undefined;
  appHash: Uint8Array;
}
export const RequestOfferSnapshot: MessageType<RequestOfferSnapshot> = /* @__PURE__ */ new MessageType<RequestOfferSnapshot>(
  "tendermint.abci.RequestOfferSnapshot",
  () => ({ snapshot: undefined, appHash: new Uint8Array(0) }),
  [
    { no: 1, name: "snapshot", protoName: "snapshot", kind: "message", repeated: false, explicit: false, message: () => Snapshot as unknown as MessageType<object> },
    { no: 2, name: "appHash", protoName: "app_hash", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface RequestLoadSnapshotChunk {
  height: bigint;
  format: number;
  chunk: number;
}
export const RequestLoadSnapshotChunk: MessageType<RequestLoadSnapshotChunk> = /* @__PURE__ */ new MessageType<RequestLoadSnapshotChunk>(
  "tendermint.abci.RequestLoadSnapshotChunk",
  () => ({ height: 0n, format: 0, chunk: 0 }),
  [
    { no: 1, name: "height", protoName: "height", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "format", protoName: "format", kind: "uint32", repeated: false, explicit: false },
    { no: 3, name: "chunk", protoName: "chunk", kind: "uint32", repeated: false, explicit: false },
  ],
);

export interface RequestApplySnapshotChunk {
  index: number;
  chunk: Uint8Array;
  sender: string;
}
export const RequestApplySnapshotChunk: MessageType<RequestApplySnapshotChunk> = /* @__PURE__ */ new MessageType<RequestApplySnapshotChunk>(
  "tendermint.abci.RequestApplySnapshotChunk",
  () => ({ index: 0, chunk: new Uint8Array(0), sender: "" }),
  [
    { no: 1, name: "index", protoName: "index", kind: "uint32", repeated: false, explicit: false },
    { no: 2, name: "chunk", protoName: "chunk", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "sender", protoName: "sender", kind: "string", repeated: false, explicit: false },
  ],
);

export interface RequestPrepareProposal {
  maxTxBytes: bigint;
  txs: Uint8Array[];
  localLastCommit: ExtendedCommitInfo | undefined;
  misbehavior: Misbehavior[];
  height: bigint;
  time: Timestamp | undefined;
  nextValidatorsHash: Uint8Array;
  proposerAddress: Uint8Array;
}
export const RequestPrepareProposal: MessageType<RequestPrepareProposal> = /* @__PURE__ */ new MessageType<RequestPrepareProposal>(
  "tendermint.abci.RequestPrepareProposal",
  () => ({ maxTxBytes: 0n, txs: [], localLastCommit: undefined, misbehavior: [], height: 0n, time: undefined, nextValidatorsHash: new Uint8Array(0), proposerAddress: new Uint8Array(0) }),
  [
    { no: 1, name: "maxTxBytes", protoName: "max_tx_bytes", kind: "int64", repeated: false, explicit: false },
    { no: 2, name: "txs", protoName: "txs", kind: "bytes", repeated: true, explicit: false },
    { no: 3, name: "localLastCommit", protoName: "local_last_commit", kind: "message", repeated: false, explicit: false, message: () => ExtendedCommitInfo as unknown as MessageType<object> },
    { no: 4, name: "misbehavior", protoName: "misbehavior", kind: "message", repeated: true, explicit: false, message: () => Misbehavior as unknown as MessageType<object> },
    { no: 5, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
    { no: 6, name: "time", protoName: "time", kind: "message", repeated: false, explicit: false, message: () => Timestamp as unknown as MessageType<object> },
    { no: 7, name: "nextValidatorsHash", protoName: "next_validators_hash", kind: "bytes", repeated: false, explicit: false },
    { no: 8, name: "proposerAddress", protoName: "proposer_address", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface RequestProcessProposal {
  txs: Uint8Array[];
  proposedLastCommit: CommitInfo | undefined;
  misbehavior: Misbehavior[];
  hash: Uint8Array;
  height: bigint;
  time: Timestamp | undefined;
  nextValidatorsHash: Uint8Array;
  proposerAddress: Uint8Array;
}
export const RequestProcessProposal: MessageType<RequestProcessProposal> = /* @__PURE__ */ new MessageType<RequestProcessProposal>(
  "tendermint.abci.RequestProcessProposal",
  () => ({ txs: [], proposedLastCommit: undefined, misbehavior: [], hash: new Uint8Array(0), height: 0n, time: undefined, nextValidatorsHash: new Uint8Array(0), proposerAddress: new Uint8Array(0) }),
  [
    { no: 1, name: "txs", protoName: "txs", kind: "bytes", repeated: true, explicit: false },
    { no: 2, name: "proposedLastCommit", protoName: "proposed_last_commit", kind: "message", repeated: false, explicit: false, message: () => CommitInfo as unknown as MessageType<object> },
    { no: 3, name: "misbehavior", protoName: "misbehavior", kind: "message", repeated: true, explicit: false, message: () => Misbehavior as unknown as MessageType<object> },
    { no: 4, name: "hash", protoName: "hash", kind: "bytes", repeated: false, explicit: false },
    { no: 5, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
    { no: 6, name: "time", protoName: "time", kind: "message", repeated: false, explicit: false, message: () => Timestamp as unknown as MessageType<object> },
    { no: 7, name: "nextValidatorsHash", protoName: "next_validators_hash", kind: "bytes", repeated: false, explicit: false },
    { no: 8, name: "proposerAddress", protoName: "proposer_address", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface RequestExtendVote {
  hash: Uint8Array;
  height: bigint;
  time: Timestamp | undefined;
  txs: Uint8Array[];
  proposedLastCommit: CommitInfo | undefined;
  misbehavior: Misbehavior[];
  nextValidatorsHash: Uint8Array;
  proposerAddress: Uint8Array;
}
export const RequestExtendVote: MessageType<RequestExtendVote> = /* @__PURE__ */ new MessageType<RequestExtendVote>(
  "tendermint.abci.RequestExtendVote",
  () => ({ hash: new Uint8Array(0), height: 0n, time: undefined, txs: [], proposedLastCommit: undefined, misbehavior: [], nextValidatorsHash: new Uint8Array(0), proposerAddress: new Uint8Array(0) }),
  [
    { no: 1, name: "hash", protoName: "hash", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
    { no: 3, name: "time", protoName: "time", kind: "message", repeated: false, explicit: false, message: () => Timestamp as unknown as MessageType<object> },
    { no: 4, name: "txs", protoName: "txs", kind: "bytes", repeated: true, explicit: false },
    { no: 5, name: "proposedLastCommit", protoName: "proposed_last_commit", kind: "message", repeated: false, explicit: false, message: () => CommitInfo as unknown as MessageType<object> },
    { no: 6, name: "misbehavior", protoName: "misbehavior", kind: "message", repeated: true, explicit: false, message: () => Misbehavior as unknown as MessageType<object> },
    { no: 7, name: "nextValidatorsHash", protoName: "next_validators_hash", kind: "bytes", repeated: false, explicit: false },
    { no: 8, name: "proposerAddress", protoName: "proposer_address", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface RequestVerifyVoteExtension {
  hash: Uint8Array;
  validatorAddress: Uint8Array;
  height: bigint;
  voteExtension: Uint8Array;
}
export const RequestVerifyVoteExtension: MessageType<RequestVerifyVoteExtension> = /* @__PURE__ */ new MessageType<RequestVerifyVoteExtension>(
  "tendermint.abci.RequestVerifyVoteExtension",
  () => ({ hash: new Uint8Array(0), validatorAddress: new Uint8Array(0), height: 0n, voteExtension: new Uint8Array(0) }),
  [
    { no: 1, name: "hash", protoName: "hash", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "validatorAddress", protoName: "validator_address", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
    { no: 4, name: "voteExtension", protoName: "vote_extension", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface RequestFinalizeBlock {
  txs: Uint8Array[];
  decidedLastCommit: CommitInfo | undefined;
  misbehavior: Misbehavior[];
  hash: Uint8Array;
  height: bigint;
  time: Timestamp | undefined;
  nextValidatorsHash: Uint8Array;
  proposerAddress: Uint8Array;
}
export const RequestFinalizeBlock: MessageType<RequestFinalizeBlock> = /* @__PURE__ */ new MessageType<RequestFinalizeBlock>(
  "tendermint.abci.RequestFinalizeBlock",
  () => ({ txs: [], decidedLastCommit: undefined, misbehavior: [], hash: new Uint8Array(0), height: 0n, time: undefined, nextValidatorsHash: new Uint8Array(0), proposerAddress: new Uint8Array(0) }),
  [
    { no: 1, name: "txs", protoName: "txs", kind: "bytes", repeated: true, explicit: false },
    { no: 2, name: "decidedLastCommit", protoName: "decided_last_commit", kind: "message", repeated: false, explicit: false, message: () => CommitInfo as unknown as MessageType<object> },
    { no: 3, name: "misbehavior", protoName: "misbehavior", kind: "message", repeated: true, explicit: false, message: () => Misbehavior as unknown as MessageType<object> },
    { no: 4, name: "hash", protoName: "hash", kind: "bytes", repeated: false, explicit: false },
    { no: 5, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
    { no: 6, name: "time", protoName: "time", kind: "message", repeated: false, explicit: false, message: () => Timestamp as unknown as MessageType<object> },
    { no: 7, name: "nextValidatorsHash", protoName: "next_validators_hash", kind: "bytes", repeated: false, explicit: false },
    { no: 8, name: "proposerAddress", protoName: "proposer_address", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface Response {
  exception: ResponseException | undefined;
  echo: ResponseEcho | undefined;
  flush: ResponseFlush | undefined;
  info: ResponseInfo | undefined;
  initChain: ResponseInitChain | undefined;
  query: ResponseQuery | undefined;
  checkTx: ResponseCheckTx | undefined;
  commit: ResponseCommit | undefined;
  listSnapshots: ResponseListSnapshots | undefined;
  offerSnapshot: ResponseOfferSnapshot | undefined;
  loadSnapshotChunk: ResponseLoadSnapshotChunk | undefined;
  applySnapshotChunk: ResponseApplySnapshotChunk | undefined;
  prepareProposal: ResponsePrepareProposal | undefined;
  processProposal: ResponseProcessProposal | undefined;
  extendVote: ResponseExtendVote | undefined;
  verifyVoteExtension: ResponseVerifyVoteExtension | undefined;
  finalizeBlock: ResponseFinalizeBlock | undefined;
}
export const Response: MessageType<Response> = /* @__PURE__ */ new MessageType<Response>(
  "tendermint.abci.Response",
  () => ({ exception: undefined, echo: undefined, flush: undefined, info: undefined, initChain: undefined, query: undefined, checkTx: undefined, commit: undefined, listSnapshots: undefined, offerSnapshot: undefined, loadSnapshotChunk: undefined, applySnapshotChunk: undefined, prepareProposal: undefined, processProposal: undefined, extendVote: undefined, verifyVoteExtension: undefined, finalizeBlock: undefined }),
  [
    { no: 1, name: "exception", protoName: "exception", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => ResponseException as unknown as MessageType<object> },
    { no: 2, name: "echo", protoName: "echo", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => ResponseEcho as unknown as MessageType<object> },
    { no: 3, name: "flush", protoName: "flush", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => ResponseFlush as unknown as MessageType<object> },
    { no: 4, name: "info", protoName: "info", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => ResponseInfo as unknown as MessageType<object> },
    { no: 6, name: "initChain", protoName: "init_chain", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => ResponseInitChain as unknown as MessageType<object> },
    { no: 7, name: "query", protoName: "query", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => ResponseQuery as unknown as MessageType<object> },
    { no: 9, name: "checkTx", protoName: "check_tx", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => ResponseCheckTx as unknown as MessageType<object> },
    { no: 12, name: "commit", protoName: "commit", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => ResponseCommit as unknown as MessageType<object> },
    { no: 13, name: "listSnapshots", protoName: "list_snapshots", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => ResponseListSnapshots as unknown as MessageType<object> },
    { no: 14, name: "offerSnapshot", protoName: "offer_snapshot", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => ResponseOfferSnapshot as unknown as MessageType<object> },
    { no: 15, name: "loadSnapshotChunk", protoName: "load_snapshot_chunk", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => ResponseLoadSnapshotChunk as unknown as MessageType<object> },
    { no: 16, name: "applySnapshotChunk", protoName: "apply_snapshot_chunk", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => ResponseApplySnapshotChunk as unknown as MessageType<object> },
    { no: 17, name: "prepareProposal", protoName: "prepare_proposal", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => ResponsePrepareProposal as unknown as MessageType<object> },
    { no: 18, name: "processProposal", protoName: "process_proposal", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => ResponseProcessProposal as unknown as MessageType<object> },
    { no: 19, name: "extendVote", protoName: "extend_vote", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => ResponseExtendVote as unknown as MessageType<object> },
    { no: 20, name: "verifyVoteExtension", protoName: "verify_vote_extension", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => ResponseVerifyVoteExtension as unknown as MessageType<object> },
    { no: 21, name: "finalizeBlock", protoName: "finalize_block", kind: "message", repeated: false, explicit: true, oneof: "value", message: () => ResponseFinalizeBlock as unknown as MessageType<object> },
  ],
);

export interface ResponseException {
  error: string;
}
export const ResponseException: MessageType<ResponseException> = /* @__PURE__ */ new MessageType<ResponseException>(
  "tendermint.abci.ResponseException",
  () => ({ error: "" }),
  [
    { no: 1, name: "error", protoName: "error", kind: "string", repeated: false, explicit: false },
  ],
);

export interface ResponseEcho {
  message: string;
}
export const ResponseEcho: MessageType<ResponseEcho> = /* @__PURE__ */ new MessageType<ResponseEcho>(
  "tendermint.abci.ResponseEcho",
  () => ({ message: "" }),
  [
    { no: 1, name: "message", protoName: "message", kind: "string", repeated: false, explicit: false },
  ],
);

export interface ResponseFlush {}
export const ResponseFlush: MessageType<ResponseFlush> = /* @__PURE__ */ new MessageType<ResponseFlush>(
  "tendermint.abci.ResponseFlush",
  () => ({}),
  [],
);

export interface ResponseInfo {
  data: string;
  version: string;
  appVersion: bigint;
  lastBlockHeight: bigint;
  lastBlockAppHash: Uint8Array;
}
export const ResponseInfo: MessageType<ResponseInfo> = /* @__PURE__ */ new MessageType<ResponseInfo>(
  "tendermint.abci.ResponseInfo",
  () => ({ data: "", version: "", appVersion: 0n, lastBlockHeight: 0n, lastBlockAppHash: new Uint8Array(0) }),
  [
    { no: 1, name: "data", protoName: "data", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "version", protoName: "version", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "appVersion", protoName: "app_version", kind: "uint64", repeated: false, explicit: false },
    { no: 4, name: "lastBlockHeight", protoName: "last_block_height", kind: "int64", repeated: false, explicit: false },
    { no: 5, name: "lastBlockAppHash", protoName: "last_block_app_hash", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface ResponseInitChain {
  consensusParams: ConsensusParams | undefined;
  validators: ValidatorUpdate[];
  appHash: Uint8Array;
}
export const ResponseInitChain: MessageType<ResponseInitChain> = /* @__PURE__ */ new MessageType<ResponseInitChain>(
  "tendermint.abci.ResponseInitChain",
  () => ({ consensusParams: undefined, validators: [], appHash: new Uint8Array(0) }),
  [
    { no: 1, name: "consensusParams", protoName: "consensus_params", kind: "message", repeated: false, explicit: false, message: () => ConsensusParams as unknown as MessageType<object> },
    { no: 2, name: "validators", protoName: "validators", kind: "message", repeated: true, explicit: false, message: () => ValidatorUpdate as unknown as MessageType<object> },
    { no: 3, name: "appHash", protoName: "app_hash", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface ResponseQuery {
  code: number;
  log: string;
  info: string;
  index: bigint;
  key: Uint8Array;
  value: Uint8Array;
  proofOps: ProofOps | undefined;
  height: bigint;
  codespace: string;
}
export const ResponseQuery: MessageType<ResponseQuery> = /* @__PURE__ */ new MessageType<ResponseQuery>(
  "tendermint.abci.ResponseQuery",
  () => ({ code: 0, log: "", info: "", index: 0n, key: new Uint8Array(0), value: new Uint8Array(0), proofOps: undefined, height: 0n, codespace: "" }),
  [
    { no: 1, name: "code", protoName: "code", kind: "uint32", repeated: false, explicit: false },
    { no: 3, name: "log", protoName: "log", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "info", protoName: "info", kind: "string", repeated: false, explicit: false },
    { no: 5, name: "index", protoName: "index", kind: "int64", repeated: false, explicit: false },
    { no: 6, name: "key", protoName: "key", kind: "bytes", repeated: false, explicit: false },
    { no: 7, name: "value", protoName: "value", kind: "bytes", repeated: false, explicit: false },
    { no: 8, name: "proofOps", protoName: "proof_ops", kind: "message", repeated: false, explicit: false, message: () => ProofOps as unknown as MessageType<object> },
    { no: 9, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
    { no: 10, name: "codespace", protoName: "codespace", kind: "string", repeated: false, explicit: false },
  ],
);

export interface ResponseCheckTx {
  code: number;
  data: Uint8Array;
  log: string;
  info: string;
  gasWanted: bigint;
  gasUsed: bigint;
  events: Event[];
  codespace: string;
}
export const ResponseCheckTx: MessageType<ResponseCheckTx> = /* @__PURE__ */ new MessageType<ResponseCheckTx>(
  "tendermint.abci.ResponseCheckTx",
  () => ({ code: 0, data: new Uint8Array(0), log: "", info: "", gasWanted: 0n, gasUsed: 0n, events: [], codespace: "" }),
  [
    { no: 1, name: "code", protoName: "code", kind: "uint32", repeated: false, explicit: false },
    { no: 2, name: "data", protoName: "data", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "log", protoName: "log", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "info", protoName: "info", kind: "string", repeated: false, explicit: false },
    { no: 5, name: "gasWanted", protoName: "gas_wanted", kind: "int64", repeated: false, explicit: false },
    { no: 6, name: "gasUsed", protoName: "gas_used", kind: "int64", repeated: false, explicit: false },
    { no: 7, name: "events", protoName: "events", kind: "message", repeated: true, explicit: false, message: () => Event as unknown as MessageType<object> },
    { no: 8, name: "codespace", protoName: "codespace", kind: "string", repeated: false, explicit: false },
  ],
);

export interface ResponseCommit {
  retainHeight: bigint;
}
export const ResponseCommit: MessageType<ResponseCommit> = /* @__PURE__ */ new MessageType<ResponseCommit>(
  "tendermint.abci.ResponseCommit",
  () => ({ retainHeight: 0n }),
  [
    { no: 3, name: "retainHeight", protoName: "retain_height", kind: "int64", repeated: false, explicit: false },
  ],
);

export interface ResponseListSnapshots {
  snapshots: Snapshot[];
}
export const ResponseListSnapshots: MessageType<ResponseListSnapshots> = /* @__PURE__ */ new MessageType<ResponseListSnapshots>(
  "tendermint.abci.ResponseListSnapshots",
  () => ({ snapshots: [] }),
  [
    { no: 1, name: "snapshots", protoName: "snapshots", kind: "message", repeated: true, explicit: false, message: () => Snapshot as unknown as MessageType<object> },
  ],
);

export interface ResponseOfferSnapshot {
  result: ResponseOfferSnapshot_Result;
}
export const ResponseOfferSnapshot: MessageType<ResponseOfferSnapshot> = /* @__PURE__ */ new MessageType<ResponseOfferSnapshot>(
  "tendermint.abci.ResponseOfferSnapshot",
  () => ({ result: 0 }),
  [
    { no: 1, name: "result", protoName: "result", kind: "enum", repeated: false, explicit: false, enum: () => ResponseOfferSnapshot_ResultEnum },
  ],
);

export interface ResponseLoadSnapshotChunk {
  chunk: Uint8Array;
}
export const ResponseLoadSnapshotChunk: MessageType<ResponseLoadSnapshotChunk> = /* @__PURE__ */ new MessageType<ResponseLoadSnapshotChunk>(
  "tendermint.abci.ResponseLoadSnapshotChunk",
  () => ({ chunk: new Uint8Array(0) }),
  [
    { no: 1, name: "chunk", protoName: "chunk", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface ResponseApplySnapshotChunk {
  result: ResponseApplySnapshotChunk_Result;
  refetchChunks: number[];
  rejectSenders: string[];
}
export const ResponseApplySnapshotChunk: MessageType<ResponseApplySnapshotChunk> = /* @__PURE__ */ new MessageType<ResponseApplySnapshotChunk>(
  "tendermint.abci.ResponseApplySnapshotChunk",
  () => ({ result: 0, refetchChunks: [], rejectSenders: [] }),
  [
    { no: 1, name: "result", protoName: "result", kind: "enum", repeated: false, explicit: false, enum: () => ResponseApplySnapshotChunk_ResultEnum },
    { no: 2, name: "refetchChunks", protoName: "refetch_chunks", kind: "uint32", repeated: true, explicit: false },
    { no: 3, name: "rejectSenders", protoName: "reject_senders", kind: "string", repeated: true, explicit: false },
  ],
);

export interface ResponsePrepareProposal {
  txs: Uint8Array[];
}
export const ResponsePrepareProposal: MessageType<ResponsePrepareProposal> = /* @__PURE__ */ new MessageType<ResponsePrepareProposal>(
  "tendermint.abci.ResponsePrepareProposal",
  () => ({ txs: [] }),
  [
    { no: 1, name: "txs", protoName: "txs", kind: "bytes", repeated: true, explicit: false },
  ],
);

export interface ResponseProcessProposal {
  status: ResponseProcessProposal_ProposalStatus;
}
export const ResponseProcessProposal: MessageType<ResponseProcessProposal> = /* @__PURE__ */ new MessageType<ResponseProcessProposal>(
  "tendermint.abci.ResponseProcessProposal",
  () => ({ status: 0 }),
  [
    { no: 1, name: "status", protoName: "status", kind: "enum", repeated: false, explicit: false, enum: () => ResponseProcessProposal_ProposalStatusEnum },
  ],
);

export interface ResponseExtendVote {
  voteExtension: Uint8Array;
}
export const ResponseExtendVote: MessageType<ResponseExtendVote> = /* @__PURE__ */ new MessageType<ResponseExtendVote>(
  "tendermint.abci.ResponseExtendVote",
  () => ({ voteExtension: new Uint8Array(0) }),
  [
    { no: 1, name: "voteExtension", protoName: "vote_extension", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface ResponseVerifyVoteExtension {
  status: ResponseVerifyVoteExtension_VerifyStatus;
}
export const ResponseVerifyVoteExtension: MessageType<ResponseVerifyVoteExtension> = /* @__PURE__ */ new MessageType<ResponseVerifyVoteExtension>(
  "tendermint.abci.ResponseVerifyVoteExtension",
  () => ({ status: 0 }),
  [
    { no: 1, name: "status", protoName: "status", kind: "enum", repeated: false, explicit: false, enum: () => ResponseVerifyVoteExtension_VerifyStatusEnum },
  ],
);

export interface ResponseFinalizeBlock {
  events: Event[];
  txResults: ExecTxResult[];
  validatorUpdates: ValidatorUpdate[];
  consensusParamUpdates: ConsensusParams | undefined;
  appHash: Uint8Array;
}
export const ResponseFinalizeBlock: MessageType<ResponseFinalizeBlock> = /* @__PURE__ */ new MessageType<ResponseFinalizeBlock>(
  "tendermint.abci.ResponseFinalizeBlock",
  () => ({ events: [], txResults: [], validatorUpdates: [], consensusParamUpdates: undefined, appHash: new Uint8Array(0) }),
  [
    { no: 1, name: "events", protoName: "events", kind: "message", repeated: true, explicit: false, message: () => Event as unknown as MessageType<object> },
    { no: 2, name: "txResults", protoName: "tx_results", kind: "message", repeated: true, explicit: false, message: () => ExecTxResult as unknown as MessageType<object> },
    { no: 3, name: "validatorUpdates", protoName: "validator_updates", kind: "message", repeated: true, explicit: false, message: () => ValidatorUpdate as unknown as MessageType<object> },
    { no: 4, name: "consensusParamUpdates", protoName: "consensus_param_updates", kind: "message", repeated: false, explicit: false, message: () => ConsensusParams as unknown as MessageType<object> },
    { no: 5, name: "appHash", protoName: "app_hash", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface CommitInfo {
  round: number;
  votes: VoteInfo[];
}
export const CommitInfo: MessageType<CommitInfo> = /* @__PURE__ */ new MessageType<CommitInfo>(
  "tendermint.abci.CommitInfo",
  () => ({ round: 0, votes: [] }),
  [
    { no: 1, name: "round", protoName: "round", kind: "int32", repeated: false, explicit: false },
    { no: 2, name: "votes", protoName: "votes", kind: "message", repeated: true, explicit: false, message: () => VoteInfo as unknown as MessageType<object> },
  ],
);

export interface ExtendedCommitInfo {
  round: number;
  votes: ExtendedVoteInfo[];
}
export const ExtendedCommitInfo: MessageType<ExtendedCommitInfo> = /* @__PURE__ */ new MessageType<ExtendedCommitInfo>(
  "tendermint.abci.ExtendedCommitInfo",
  () => ({ round: 0, votes: [] }),
  [
    { no: 1, name: "round", protoName: "round", kind: "int32", repeated: false, explicit: false },
    { no: 2, name: "votes", protoName: "votes", kind: "message", repeated: true, explicit: false, message: () => ExtendedVoteInfo as unknown as MessageType<object> },
  ],
);

export interface Event {
  type: string;
  attributes: EventAttribute[];
}
export const Event: MessageType<Event> = /* @__PURE__ */ new MessageType<Event>(
  "tendermint.abci.Event",
  () => ({ type: "", attributes: [] }),
  [
    { no: 1, name: "type", protoName: "type", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "attributes", protoName: "attributes", kind: "message", repeated: true, explicit: false, message: () => EventAttribute as unknown as MessageType<object> },
  ],
);

export interface EventAttribute {
  key: string;
  value: string;
  index: boolean;
}
export const EventAttribute: MessageType<EventAttribute> = /* @__PURE__ */ new MessageType<EventAttribute>(
  "tendermint.abci.EventAttribute",
  () => ({ key: "", value: "", index: false }),
  [
    { no: 1, name: "key", protoName: "key", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "value", protoName: "value", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "index", protoName: "index", kind: "bool", repeated: false, explicit: false },
  ],
);

export interface ExecTxResult {
  code: number;
  data: Uint8Array;
  log: string;
  info: string;
  gasWanted: bigint;
  gasUsed: bigint;
  events: Event[];
  codespace: string;
}
export const ExecTxResult: MessageType<ExecTxResult> = /* @__PURE__ */ new MessageType<ExecTxResult>(
  "tendermint.abci.ExecTxResult",
  () => ({ code: 0, data: new Uint8Array(0), log: "", info: "", gasWanted: 0n, gasUsed: 0n, events: [], codespace: "" }),
  [
    { no: 1, name: "code", protoName: "code", kind: "uint32", repeated: false, explicit: false },
    { no: 2, name: "data", protoName: "data", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "log", protoName: "log", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "info", protoName: "info", kind: "string", repeated: false, explicit: false },
    { no: 5, name: "gasWanted", protoName: "gas_wanted", kind: "int64", repeated: false, explicit: false },
    { no: 6, name: "gasUsed", protoName: "gas_used", kind: "int64", repeated: false, explicit: false },
    { no: 7, name: "events", protoName: "events", kind: "message", repeated: true, explicit: false, message: () => Event as unknown as MessageType<object> },
    { no: 8, name: "codespace", protoName: "codespace", kind: "string", repeated: false, explicit: false },
  ],
);

export interface TxResult {
  height: bigint;
  index: number;
  tx: Uint8Array;
  result: ExecTxResult | undefined;
}
export const TxResult: MessageType<TxResult> = /* @__PURE__ */ new MessageType<TxResult>(
  "tendermint.abci.TxResult",
  () => ({ height: 0n, index: 0, tx: new Uint8Array(0), result: undefined }),
  [
    { no: 1, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
    { no: 2, name: "index", protoName: "index", kind: "uint32", repeated: false, explicit: false },
    { no: 3, name: "tx", protoName: "tx", kind: "bytes", repeated: false, explicit: false },
    { no: 4, name: "result", protoName: "result", kind: "message", repeated: false, explicit: false, message: () => ExecTxResult as unknown as MessageType<object> },
  ],
);

export interface Validator {
  address: Uint8Array;
  power: bigint;
}
export const Validator: MessageType<Validator> = /* @__PURE__ */ new MessageType<Validator>(
  "tendermint.abci.Validator",
  () => ({ address: new Uint8Array(0), power: 0n }),
  [
    { no: 1, name: "address", protoName: "address", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "power", protoName: "power", kind: "int64", repeated: false, explicit: false },
  ],
);

export interface ValidatorUpdate {
  pubKey: PublicKey | undefined;
  power: bigint;
}
export const ValidatorUpdate: MessageType<ValidatorUpdate> = /* @__PURE__ */ new MessageType<ValidatorUpdate>(
  "tendermint.abci.ValidatorUpdate",
  () => ({ pubKey: undefined, power: 0n }),
  [
    { no: 1, name: "pubKey", protoName: "pub_key", kind: "message", repeated: false, explicit: false, message: () => PublicKey as unknown as MessageType<object> },
    { no: 2, name: "power", protoName: "power", kind: "int64", repeated: false, explicit: false },
  ],
);

export interface VoteInfo {
  validator: Validator | undefined;
  blockIdFlag: BlockIDFlag;
}
export const VoteInfo: MessageType<VoteInfo> = /* @__PURE__ */ new MessageType<VoteInfo>(
  "tendermint.abci.VoteInfo",
  () => ({ validator: undefined, blockIdFlag: 0 }),
  [
    { no: 1, name: "validator", protoName: "validator", kind: "message", repeated: false, explicit: false, message: () => Validator as unknown as MessageType<object> },
    { no: 3, name: "blockIdFlag", protoName: "block_id_flag", kind: "enum", repeated: false, explicit: false, enum: () => BlockIDFlagEnum },
  ],
);

export interface ExtendedVoteInfo {
  validator: Validator | undefined;
  voteExtension: Uint8Array;
  extensionSignature: Uint8Array;
  blockIdFlag: BlockIDFlag;
}
export const ExtendedVoteInfo: MessageType<ExtendedVoteInfo> = /* @__PURE__ */ new MessageType<ExtendedVoteInfo>(
  "tendermint.abci.ExtendedVoteInfo",
  () => ({ validator: undefined, voteExtension: new Uint8Array(0), extensionSignature: new Uint8Array(0), blockIdFlag: 0 }),
  [
    { no: 1, name: "validator", protoName: "validator", kind: "message", repeated: false, explicit: false, message: () => Validator as unknown as MessageType<object> },
    { no: 3, name: "voteExtension", protoName: "vote_extension", kind: "bytes", repeated: false, explicit: false },
    { no: 4, name: "extensionSignature", protoName: "extension_signature", kind: "bytes", repeated: false, explicit: false },
    { no: 5, name: "blockIdFlag", protoName: "block_id_flag", kind: "enum", repeated: false, explicit: false, enum: () => BlockIDFlagEnum },
  ],
);

export interface Misbehavior {
  type: MisbehaviorType;
  validator: Validator | undefined;
  height: bigint;
  time: Timestamp | undefined;
  totalVotingPower: bigint;
}
export const Misbehavior: MessageType<Misbehavior> = /* @__PURE__ */ new MessageType<Misbehavior>(
  "tendermint.abci.Misbehavior",
  () => ({ type: 0, validator: undefined, height: 0n, time: undefined, totalVotingPower: 0n }),
  [
    { no: 1, name: "type", protoName: "type", kind: "enum", repeated: false, explicit: false, enum: () => MisbehaviorTypeEnum },
    { no: 2, name: "validator", protoName: "validator", kind: "message", repeated: false, explicit: false, message: () => Validator as unknown as MessageType<object> },
    { no: 3, name: "height", protoName: "height", kind: "int64", repeated: false, explicit: false },
    { no: 4, name: "time", protoName: "time", kind: "message", repeated: false, explicit: false, message: () => Timestamp as unknown as MessageType<object> },
    { no: 5, name: "totalVotingPower", protoName: "total_voting_power", kind: "int64", repeated: false, explicit: false },
  ],
);

export interface Snapshot {
  height: bigint;
  format: number;
  chunks: number;
  hash: Uint8Array;
  metadata: Uint8Array;
}
export const Snapshot: MessageType<Snapshot> = /* @__PURE__ */ new MessageType<Snapshot>(
  "tendermint.abci.Snapshot",
  () => ({ height: 0n, format: 0, chunks: 0, hash: new Uint8Array(0), metadata: new Uint8Array(0) }),
  [
    { no: 1, name: "height", protoName: "height", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "format", protoName: "format", kind: "uint32", repeated: false, explicit: false },
    { no: 3, name: "chunks", protoName: "chunks", kind: "uint32", repeated: false, explicit: false },
    { no: 4, name: "hash", protoName: "hash", kind: "bytes", repeated: false, explicit: false },
    { no: 5, name: "metadata", protoName: "metadata", kind: "bytes", repeated: false, explicit: false },
  ],
);
