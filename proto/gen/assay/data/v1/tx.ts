// Made by `npm run proto` from proto/assay/data/v1/tx.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Coin } from "../../../cosmos/base/v1beta1/coin.ts";
import { ClaimKindEnum, ClaimTerms, DatasetTerms, type ClaimKind } from "./types.ts";

/** Seals a dataset before it is shown, so that nobody can copy it first. */
export interface MsgCommitPublish {
  owner: string;
  /** sha256("assay/pub/v1" | id | features_root | labels_root | salt) */
  hash: Uint8Array;
}
export const MsgCommitPublish: MessageType<MsgCommitPublish> = /* @__PURE__ */ new MessageType<MsgCommitPublish>(
  "assay.data.v1.MsgCommitPublish",
  () => ({ owner: "", hash: new Uint8Array(0) }),
  [
    { no: 1, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "hash", protoName: "hash", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface MsgCommitPublishResponse {}
export const MsgCommitPublishResponse: MessageType<MsgCommitPublishResponse> = /* @__PURE__ */ new MessageType<MsgCommitPublishResponse>(
  "assay.data.v1.MsgCommitPublishResponse",
  () => ({}),
  [],
);

export interface MsgPublishDataset {
  owner: string;
  terms: DatasetTerms | undefined;
  claims: ClaimTerms[];
  /** 32 bytes: opens the commit. */
  salt: Uint8Array;
}
export const MsgPublishDataset: MessageType<MsgPublishDataset> = /* @__PURE__ */ new MessageType<MsgPublishDataset>(
  "assay.data.v1.MsgPublishDataset",
  () => ({ owner: "", terms: undefined, claims: [], salt: new Uint8Array(0) }),
  [
    { no: 1, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "terms", protoName: "terms", kind: "message", repeated: false, explicit: false, message: () => DatasetTerms as unknown as MessageType<object> },
    { no: 3, name: "claims", protoName: "claims", kind: "message", repeated: true, explicit: false, message: () => ClaimTerms as unknown as MessageType<object> },
    { no: 4, name: "salt", protoName: "salt", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface MsgPublishDatasetResponse {
  datasetId: Uint8Array;
  questionId: bigint;
}
export const MsgPublishDatasetResponse: MessageType<MsgPublishDatasetResponse> = /* @__PURE__ */ new MessageType<MsgPublishDatasetResponse>(
  "assay.data.v1.MsgPublishDatasetResponse",
  () => ({ datasetId: new Uint8Array(0), questionId: 0n }),
  [
    { no: 1, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "questionId", protoName: "question_id", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface MsgStake {
  staker: string;
  datasetId: Uint8Array;
  claim: ClaimKind;
  amount: Coin | undefined;
}
export const MsgStake: MessageType<MsgStake> = /* @__PURE__ */ new MessageType<MsgStake>(
  "assay.data.v1.MsgStake",
  () => ({ staker: "", datasetId: new Uint8Array(0), claim: 0, amount: undefined }),
  [
    { no: 1, name: "staker", protoName: "staker", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "claim", protoName: "claim", kind: "enum", repeated: false, explicit: false, enum: () => ClaimKindEnum },
    { no: 4, name: "amount", protoName: "amount", kind: "message", repeated: false, explicit: false, message: () => Coin as unknown as MessageType<object> },
  ],
);

export interface MsgStakeResponse {}
export const MsgStakeResponse: MessageType<MsgStakeResponse> = /* @__PURE__ */ new MessageType<MsgStakeResponse>(
  "assay.data.v1.MsgStakeResponse",
  () => ({}),
  [],
);

export interface MsgUnstake {
  staker: string;
  datasetId: Uint8Array;
  claim: ClaimKind;
  amount: Coin | undefined;
}
export const MsgUnstake: MessageType<MsgUnstake> = /* @__PURE__ */ new MessageType<MsgUnstake>(
  "assay.data.v1.MsgUnstake",
  () => ({ staker: "", datasetId: new Uint8Array(0), claim: 0, amount: undefined }),
  [
    { no: 1, name: "staker", protoName: "staker", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "claim", protoName: "claim", kind: "enum", repeated: false, explicit: false, enum: () => ClaimKindEnum },
    { no: 4, name: "amount", protoName: "amount", kind: "message", repeated: false, explicit: false, message: () => Coin as unknown as MessageType<object> },
  ],
);

export interface MsgUnstakeResponse {
  unbondingId: bigint;
  completionHeight: bigint;
}
export const MsgUnstakeResponse: MessageType<MsgUnstakeResponse> = /* @__PURE__ */ new MessageType<MsgUnstakeResponse>(
  "assay.data.v1.MsgUnstakeResponse",
  () => ({ unbondingId: 0n, completionHeight: 0n }),
  [
    { no: 1, name: "unbondingId", protoName: "unbonding_id", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "completionHeight", protoName: "completion_height", kind: "uint64", repeated: false, explicit: false },
  ],
);

/** Pays an account all that one dataset owes it: free stakes, finished unbondings, rewards and bonds. */
export interface MsgWithdraw {
  account: string;
  datasetId: Uint8Array;
}
export const MsgWithdraw: MessageType<MsgWithdraw> = /* @__PURE__ */ new MessageType<MsgWithdraw>(
  "assay.data.v1.MsgWithdraw",
  () => ({ account: "", datasetId: new Uint8Array(0) }),
  [
    { no: 1, name: "account", protoName: "account", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface MsgWithdrawResponse {
  amount: Coin | undefined;
}
export const MsgWithdrawResponse: MessageType<MsgWithdrawResponse> = /* @__PURE__ */ new MessageType<MsgWithdrawResponse>(
  "assay.data.v1.MsgWithdrawResponse",
  () => ({ amount: undefined }),
  [
    { no: 1, name: "amount", protoName: "amount", kind: "message", repeated: false, explicit: false, message: () => Coin as unknown as MessageType<object> },
  ],
);

export interface MsgRetire {
  owner: string;
  datasetId: Uint8Array;
}
export const MsgRetire: MessageType<MsgRetire> = /* @__PURE__ */ new MessageType<MsgRetire>(
  "assay.data.v1.MsgRetire",
  () => ({ owner: "", datasetId: new Uint8Array(0) }),
  [
    { no: 1, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface MsgRetireResponse {
  completionHeight: bigint;
}
export const MsgRetireResponse: MessageType<MsgRetireResponse> = /* @__PURE__ */ new MessageType<MsgRetireResponse>(
  "assay.data.v1.MsgRetireResponse",
  () => ({ completionHeight: 0n }),
  [
    { no: 1, name: "completionHeight", protoName: "completion_height", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface MsgOfferTransfer {
  owner: string;
  datasetId: Uint8Array;
  /** Empty takes an offer back. */
  to: string;
}
export const MsgOfferTransfer: MessageType<MsgOfferTransfer> = /* @__PURE__ */ new MessageType<MsgOfferTransfer>(
  "assay.data.v1.MsgOfferTransfer",
  () => ({ owner: "", datasetId: new Uint8Array(0), to: "" }),
  [
    { no: 1, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "to", protoName: "to", kind: "string", repeated: false, explicit: false },
  ],
);

export interface MsgOfferTransferResponse {}
export const MsgOfferTransferResponse: MessageType<MsgOfferTransferResponse> = /* @__PURE__ */ new MessageType<MsgOfferTransferResponse>(
  "assay.data.v1.MsgOfferTransferResponse",
  () => ({}),
  [],
);

export interface MsgAcceptTransfer {
  newOwner: string;
  datasetId: Uint8Array;
  /** The new owner's stake on AVAILABLE. */
  stake: Coin | undefined;
}
export const MsgAcceptTransfer: MessageType<MsgAcceptTransfer> = /* @__PURE__ */ new MessageType<MsgAcceptTransfer>(
  "assay.data.v1.MsgAcceptTransfer",
  () => ({ newOwner: "", datasetId: new Uint8Array(0), stake: undefined }),
  [
    { no: 1, name: "newOwner", protoName: "new_owner", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "stake", protoName: "stake", kind: "message", repeated: false, explicit: false, message: () => Coin as unknown as MessageType<object> },
  ],
);

export interface MsgAcceptTransferResponse {}
export const MsgAcceptTransferResponse: MessageType<MsgAcceptTransferResponse> = /* @__PURE__ */ new MessageType<MsgAcceptTransferResponse>(
  "assay.data.v1.MsgAcceptTransferResponse",
  () => ({}),
  [],
);

export const Msg = {
  CommitPublish: { path: "/assay.data.v1.Msg/CommitPublish", request: MsgCommitPublish, response: MsgCommitPublishResponse },
  PublishDataset: { path: "/assay.data.v1.Msg/PublishDataset", request: MsgPublishDataset, response: MsgPublishDatasetResponse },
  Stake: { path: "/assay.data.v1.Msg/Stake", request: MsgStake, response: MsgStakeResponse },
  Unstake: { path: "/assay.data.v1.Msg/Unstake", request: MsgUnstake, response: MsgUnstakeResponse },
  Withdraw: { path: "/assay.data.v1.Msg/Withdraw", request: MsgWithdraw, response: MsgWithdrawResponse },
  Retire: { path: "/assay.data.v1.Msg/Retire", request: MsgRetire, response: MsgRetireResponse },
  OfferTransfer: { path: "/assay.data.v1.Msg/OfferTransfer", request: MsgOfferTransfer, response: MsgOfferTransferResponse },
  AcceptTransfer: { path: "/assay.data.v1.Msg/AcceptTransfer", request: MsgAcceptTransfer, response: MsgAcceptTransferResponse },
} as const;
