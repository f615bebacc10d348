// Made by `npm run proto` from proto/assay/data/v1/types.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import type { EnumType } from "../../../../wire/message-type.ts";
import { enumType } from "../../../../wire/enum-type.ts";
import { Coin } from "../../../cosmos/base/v1beta1/coin.ts";

/** What can be claimed about a dataset. A claim is made at publishing only. */
export const ClaimKind = {
  CLAIM_KIND_UNSPECIFIED: 0,
  /** Anyone can fetch every row. Every dataset claims it. */
  CLAIM_KIND_AVAILABLE: 1,
  /** Each row is 1 to 4,096 bytes of the charset, with one of the labels. */
  CLAIM_KIND_SCHEMA_VALID: 2,
  /** At most `max` disjoint pairs of rows are near-duplicates. */
  CLAIM_KIND_UNIQUE: 3,
  /** At most `max` rows are near to a row of an earlier dataset of another owner. */
  CLAIM_KIND_ORIGINAL: 4,
  /** A blind panel's majority gives the owner's label on at least `tier` % of rows. */
  CLAIM_KIND_LABEL_AGREEMENT: 5,
} as const;
export type ClaimKind = number;
export const ClaimKindEnum: EnumType = enumType("assay.data.v1.ClaimKind", ClaimKind);

export const ClaimStatus = {
  CLAIM_STATUS_UNSPECIFIED: 0,
  /** Waits for its dataset to be attested. */
  CLAIM_STATUS_WAITING: 1,
  CLAIM_STATUS_OPEN: 2,
  CLAIM_STATUS_LOST: 3,
  CLAIM_STATUS_FINAL: 4,
  CLAIM_STATUS_VOID: 5,
} as const;
export type ClaimStatus = number;
export const ClaimStatusEnum: EnumType = enumType("assay.data.v1.ClaimStatus", ClaimStatus);

export const DatasetStatus = {
  DATASET_STATUS_UNSPECIFIED: 0,
  DATASET_STATUS_PENDING: 1,
  DATASET_STATUS_ACTIVE: 2,
  DATASET_STATUS_FINAL: 3,
  DATASET_STATUS_REJECTED: 4,
  DATASET_STATUS_DELISTED: 5,
  DATASET_STATUS_RETIRED: 6,
} as const;
export type DatasetStatus = number;
export const DatasetStatusEnum: EnumType = enumType("assay.data.v1.DatasetStatus", DatasetStatus);

export const Charset = {
  CHARSET_UNSPECIFIED: 0,
  CHARSET_ASCII: 1,
  CHARSET_UTF8: 2,
} as const;
export type Charset = number;
export const CharsetEnum: EnumType = enumType("assay.data.v1.Charset", Charset);

export const Access = {
  ACCESS_UNSPECIFIED: 0,
  ACCESS_PUBLIC: 1,
  ACCESS_LICENSED: 2,
  ACCESS_COMPUTE_ONLY: 3,
} as const;
export type Access = number;
export const AccessEnum: EnumType = enumType("assay.data.v1.Access", Access);

/** A file named by what it holds. */
export interface Blob {
  /** 32 bytes. */
  sha256: Uint8Array;
  /** Bytes. */
  size: bigint;
}
export const Blob: MessageType<Blob> = /* @__PURE__ */ new MessageType<Blob>(
  "assay.data.v1.Blob",
  () => ({ sha256: new Uint8Array(0), size: 0n }),
  [
    { no: 1, name: "sha256", protoName: "sha256", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "size", protoName: "size", kind: "uint64", repeated: false, explicit: false },
  ],
);

/** One claim as its owner makes it. */
export interface ClaimTerms {
  kind: ClaimKind;
  /** UNIQUE and ORIGINAL: 0 to 31. Otherwise 0. */
  max: number;
  /** LABEL_AGREEMENT: 95, 90 or 80. Otherwise 0. */
  tier: number;
  /** The owner's stake. */
  stake: Coin | undefined;
}
export const ClaimTerms: MessageType<ClaimTerms> = /* @__PURE__ */ new MessageType<ClaimTerms>(
  "assay.data.v1.ClaimTerms",
  () => ({ kind: 0, max: 0, tier: 0, stake: undefined }),
  [
    { no: 1, name: "kind", protoName: "kind", kind: "enum", repeated: false, explicit: false, enum: () => ClaimKindEnum },
    { no: 2, name: "max", protoName: "max", kind: "uint32", repeated: false, explicit: false },
    { no: 3, name: "tier", protoName: "tier", kind: "uint32", repeated: false, explicit: false },
    { no: 4, name: "stake", protoName: "stake", kind: "message", repeated: false, explicit: false, message: () => Coin as unknown as MessageType<object> },
  ],
);

/** What the owner says of a dataset; fixed for ever. */
export interface DatasetTerms {
  name: string;
  /** 1 or more. */
  version: number;
  /** Id of the version before; empty for none. */
  prev: Uint8Array;
  /** The Hub's task name, for example text-classification. */
  task: string;
  /** 2 to 32 distinct names; a row's label is an index into them. */
  labels: string[];
  /** What a labeller is told; at most 4,096 bytes. */
  guideline: string;
  /** SPDX expression. */
  licence: string;
  /** Markdown, at most 4,096 bytes. */
  card: string;
  rowCount: bigint;
  featuresRoot: Uint8Array;
  labelsRoot: Uint8Array;
  featuresBlob: Blob | undefined;
  /** Absent while labels are sealed. */
  labelsBlob: Blob | undefined;
  /** At most 4, http or https. */
  contentUrls: string[];
  access: Access;
  charset: Charset;
  /** Blocks in which claims may be challenged, from ACTIVE on; at least the param. */
  windowBlocks: bigint;
}
export const DatasetTerms: MessageType<DatasetTerms> = /* @__PURE__ */ new MessageType<DatasetTerms>(
  "assay.data.v1.DatasetTerms",
  () => ({ name: "", version: 0, prev: new Uint8Array(0), task: "", labels: [], guideline: "", licence: "", card: "", rowCount: 0n, featuresRoot: new Uint8Array(0), labelsRoot: new Uint8Array(0), featuresBlob: undefined, labelsBlob: undefined, contentUrls: [], access: 0, charset: 0, windowBlocks: 0n }),
  [
    { no: 1, name: "name", protoName: "name", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "version", protoName: "version", kind: "uint32", repeated: false, explicit: false },
    { no: 3, name: "prev", protoName: "prev", kind: "bytes", repeated: false, explicit: false },
    { no: 4, name: "task", protoName: "task", kind: "string", repeated: false, explicit: false },
    { no: 5, name: "labels", protoName: "labels", kind: "string", repeated: true, explicit: false },
    { no: 6, name: "guideline", protoName: "guideline", kind: "string", repeated: false, explicit: false },
    { no: 7, name: "licence", protoName: "licence", kind: "string", repeated: false, explicit: false },
    { no: 8, name: "card", protoName: "card", kind: "string", repeated: false, explicit: false },
    { no: 9, name: "rowCount", protoName: "row_count", kind: "uint64", repeated: false, explicit: false },
    { no: 10, name: "featuresRoot", protoName: "features_root", kind: "bytes", repeated: false, explicit: false },
    { no: 11, name: "labelsRoot", protoName: "labels_root", kind: "bytes", repeated: false, explicit: false },
    { no: 12, name: "featuresBlob", protoName: "features_blob", kind: "message", repeated: false, explicit: false, message: () => Blob as unknown as MessageType<object> },
    { no: 13, name: "labelsBlob", protoName: "labels_blob", kind: "message", repeated: false, explicit: false, message: () => Blob as unknown as MessageType<object> },
    { no: 14, name: "contentUrls", protoName: "content_urls", kind: "string", repeated: true, explicit: false },
    { no: 15, name: "access", protoName: "access", kind: "enum", repeated: false, explicit: false, enum: () => AccessEnum },
    { no: 16, name: "charset", protoName: "charset", kind: "enum", repeated: false, explicit: false, enum: () => CharsetEnum },
    { no: 17, name: "windowBlocks", protoName: "window_blocks", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface Claim {
  kind: ClaimKind;
  max: number;
  tier: number;
  status: ClaimStatus;
  /** Base units at risk now, the owner's. */
  ownerStake: bigint;
  /** Base units at risk now, all backers'. */
  backersStake: bigint;
  backerCount: number;
  /** Share of a position that a lost claim takes, in 1/10,000; 0 while not lost. */
  slashBps: number;
  /** Height at which it was lost; 0 for never. */
  lostHeight: bigint;
  /** The challenge case that took it; 0 for none. */
  lostCase: bigint;
  /** What a lost claim took: base units of the owner's and of the backers' stakes (unbonding included). */
  slashedOwner: bigint;
  slashedBackers: bigint;
  /** The challenge case that is shown valid and not settled; 0 for none. */
  openCase: bigint;
  /** Base units that backers have ever begun to take out. */
  backersUnbonded: bigint;
  /** A lost claim took what began to unbond at this height or later; 0 while not lost. */
  slashedFrom: bigint;
}
export const Claim: MessageType<Claim> = /* @__PURE__ */ new MessageType<Claim>(
  "assay.data.v1.Claim",
  () => ({ kind: 0, max: 0, tier: 0, status: 0, ownerStake: 0n, backersStake: 0n, backerCount: 0, slashBps: 0, lostHeight: 0n, lostCase: 0n, slashedOwner: 0n, slashedBackers: 0n, openCase: 0n, backersUnbonded: 0n, slashedFrom: 0n }),
  [
    { no: 1, name: "kind", protoName: "kind", kind: "enum", repeated: false, explicit: false, enum: () => ClaimKindEnum },
    { no: 2, name: "max", protoName: "max", kind: "uint32", repeated: false, explicit: false },
    { no: 3, name: "tier", protoName: "tier", kind: "uint32", repeated: false, explicit: false },
    { no: 4, name: "status", protoName: "status", kind: "enum", repeated: false, explicit: false, enum: () => ClaimStatusEnum },
    { no: 5, name: "ownerStake", protoName: "owner_stake", kind: "uint64", repeated: false, explicit: false },
    { no: 6, name: "backersStake", protoName: "backers_stake", kind: "uint64", repeated: false, explicit: false },
    { no: 7, name: "backerCount", protoName: "backer_count", kind: "uint32", repeated: false, explicit: false },
    { no: 8, name: "slashBps", protoName: "slash_bps", kind: "uint32", repeated: false, explicit: false },
    { no: 9, name: "lostHeight", protoName: "lost_height", kind: "uint64", repeated: false, explicit: false },
    { no: 10, name: "lostCase", protoName: "lost_case", kind: "uint64", repeated: false, explicit: false },
    { no: 11, name: "slashedOwner", protoName: "slashed_owner", kind: "uint64", repeated: false, explicit: false },
    { no: 12, name: "slashedBackers", protoName: "slashed_backers", kind: "uint64", repeated: false, explicit: false },
    { no: 13, name: "openCase", protoName: "open_case", kind: "uint64", repeated: false, explicit: false },
    { no: 14, name: "backersUnbonded", protoName: "backers_unbonded", kind: "uint64", repeated: false, explicit: false },
    { no: 15, name: "slashedFrom", protoName: "slashed_from", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface Dataset {
  id: Uint8Array;
  owner: string;
  terms: DatasetTerms | undefined;
  status: DatasetStatus;
  committedHeight: bigint;
  publishedHeight: bigint;
  /** 0 until then. */
  activeHeight: bigint;
  /** Last block in which a challenge may be committed; 0 until ACTIVE. */
  windowEnd: bigint;
  /** Height at which it became FINAL, REJECTED, DELISTED or RETIRED; 0 until then. */
  closedHeight: bigint;
  /** The attest question about its content. */
  questionId: bigint;
  /** Challenge cases that are not settled. */
  openCases: number;
  /** By kind, ascending. */
  claims: Claim[];
  /** How many datasets had been published with this one. */
  number: bigint;
  /** The end hook of this height makes it FINAL if no case is open; 0 until ACTIVE. */
  finalHeight: bigint;
  /** First block in which the stakes of a RETIRED one may be withdrawn; 0 until then. */
  releaseHeight: bigint;
}
export const Dataset: MessageType<Dataset> = /* @__PURE__ */ new MessageType<Dataset>(
  "assay.data.v1.Dataset",
  () => ({ id: new Uint8Array(0), owner: "", terms: undefined, status: 0, committedHeight: 0n, publishedHeight: 0n, activeHeight: 0n, windowEnd: 0n, closedHeight: 0n, questionId: 0n, openCases: 0, claims: [], number: 0n, finalHeight: 0n, releaseHeight: 0n }),
  [
    { no: 1, name: "id", protoName: "id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "terms", protoName: "terms", kind: "message", repeated: false, explicit: false, message: () => DatasetTerms as unknown as MessageType<object> },
    { no: 4, name: "status", protoName: "status", kind: "enum", repeated: false, explicit: false, enum: () => DatasetStatusEnum },
    { no: 5, name: "committedHeight", protoName: "committed_height", kind: "uint64", repeated: false, explicit: false },
    { no: 6, name: "publishedHeight", protoName: "published_height", kind: "uint64", repeated: false, explicit: false },
    { no: 7, name: "activeHeight", protoName: "active_height", kind: "uint64", repeated: false, explicit: false },
    { no: 8, name: "windowEnd", protoName: "window_end", kind: "uint64", repeated: false, explicit: false },
    { no: 9, name: "closedHeight", protoName: "closed_height", kind: "uint64", repeated: false, explicit: false },
    { no: 10, name: "questionId", protoName: "question_id", kind: "uint64", repeated: false, explicit: false },
    { no: 11, name: "openCases", protoName: "open_cases", kind: "uint32", repeated: false, explicit: false },
    { no: 12, name: "claims", protoName: "claims", kind: "message", repeated: true, explicit: false, message: () => Claim as unknown as MessageType<object> },
    { no: 13, name: "number", protoName: "number", kind: "uint64", repeated: false, explicit: false },
    { no: 14, name: "finalHeight", protoName: "final_height", kind: "uint64", repeated: false, explicit: false },
    { no: 15, name: "releaseHeight", protoName: "release_height", kind: "uint64", repeated: false, explicit: false },
  ],
);

/** One account's stake in one claim. */
export interface Position {
  datasetId: Uint8Array;
  claim: ClaimKind;
  account: string;
  /** Base units. */
  amount: bigint;
  isOwner: boolean;
  /** Height of the last change. */
  sinceHeight: bigint;
}
export const Position: MessageType<Position> = /* @__PURE__ */ new MessageType<Position>(
  "assay.data.v1.Position",
  () => ({ datasetId: new Uint8Array(0), claim: 0, account: "", amount: 0n, isOwner: false, sinceHeight: 0n }),
  [
    { no: 1, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "claim", protoName: "claim", kind: "enum", repeated: false, explicit: false, enum: () => ClaimKindEnum },
    { no: 3, name: "account", protoName: "account", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "amount", protoName: "amount", kind: "uint64", repeated: false, explicit: false },
    { no: 5, name: "isOwner", protoName: "is_owner", kind: "bool", repeated: false, explicit: false },
    { no: 6, name: "sinceHeight", protoName: "since_height", kind: "uint64", repeated: false, explicit: false },
  ],
);

/** Stake on its way out: still slashable until it is done. */
export interface Unbonding {
  id: bigint;
  datasetId: Uint8Array;
  claim: ClaimKind;
  account: string;
  amount: bigint;
  startHeight: bigint;
  /** First block in which it may be withdrawn, if no case opened before it is open still. */
  completionHeight: bigint;
  isOwner: boolean;
  /** What backers had begun to take out of the claim before this entry: makes a lost claim's sum exact without a walk. */
  unbondedBefore: bigint;
}
export const Unbonding: MessageType<Unbonding> = /* @__PURE__ */ new MessageType<Unbonding>(
  "assay.data.v1.Unbonding",
  () => ({ id: 0n, datasetId: new Uint8Array(0), claim: 0, account: "", amount: 0n, startHeight: 0n, completionHeight: 0n, isOwner: false, unbondedBefore: 0n }),
  [
    { no: 1, name: "id", protoName: "id", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "claim", protoName: "claim", kind: "enum", repeated: false, explicit: false, enum: () => ClaimKindEnum },
    { no: 4, name: "account", protoName: "account", kind: "string", repeated: false, explicit: false },
    { no: 5, name: "amount", protoName: "amount", kind: "uint64", repeated: false, explicit: false },
    { no: 6, name: "startHeight", protoName: "start_height", kind: "uint64", repeated: false, explicit: false },
    { no: 7, name: "completionHeight", protoName: "completion_height", kind: "uint64", repeated: false, explicit: false },
    { no: 8, name: "isOwner", protoName: "is_owner", kind: "bool", repeated: false, explicit: false },
    { no: 9, name: "unbondedBefore", protoName: "unbonded_before", kind: "uint64", repeated: false, explicit: false },
  ],
);

/** A sealed publish. */
export interface PublishCommit {
  owner: string;
  hash: Uint8Array;
  height: bigint;
}
export const PublishCommit: MessageType<PublishCommit> = /* @__PURE__ */ new MessageType<PublishCommit>(
  "assay.data.v1.PublishCommit",
  () => ({ owner: "", hash: new Uint8Array(0), height: 0n }),
  [
    { no: 1, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "hash", protoName: "hash", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "height", protoName: "height", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface Params {
  /** May change params; empty for nobody. */
  authority: string;
  paused: boolean;
  /** Denom of stakes and burns. */
  stakeDenom: string;
  /** Base units. MARKET defaults: 100, 250 ASSAY. */
  minOwnerStake: bigint;
  minLabelStake: bigint;
  /** Least stake of a backer in one message. */
  minBackerStake: bigint;
  /** Backers together at most this many times the owner's stake. */
  backersMultiple: number;
  /** Burned by a commit, by a publish, and for each begun 10 MiB of it. */
  commitBurn: bigint;
  publishBurn: bigint;
  publishBurnPer10mib: bigint;
  /** Age of a commit when it is revealed, in blocks. */
  revealMinBlocks: bigint;
  revealMaxBlocks: bigint;
  /** Blocks that validators have to answer whether they hold the content. */
  attestBlocks: bigint;
  challengeWindowBlocks: bigint;
  maxWindowBlocks: bigint;
  unbondingBlocks: bigint;
  maxRows: bigint;
  maxBlobBytes: bigint;
  /** Open commits an owner may have. */
  maxCommitsPerOwner: number;
  /** Datasets that an end hook closes in one block. */
  maxClosingsPerBlock: number;
  minLabelRows: bigint;
}
export const Params: MessageType<Params> = /* @__PURE__ */ new MessageType<Params>(
  "assay.data.v1.Params",
  () => ({ authority: "", paused: false, stakeDenom: "", minOwnerStake: 0n, minLabelStake: 0n, minBackerStake: 0n, backersMultiple: 0, commitBurn: 0n, publishBurn: 0n, publishBurnPer10mib: 0n, revealMinBlocks: 0n, revealMaxBlocks: 0n, attestBlocks: 0n, challengeWindowBlocks: 0n, maxWindowBlocks: 0n, unbondingBlocks: 0n, maxRows: 0n, maxBlobBytes: 0n, maxCommitsPerOwner: 0, maxClosingsPerBlock: 0, minLabelRows: 0n }),
  [
    { no: 1, name: "authority", protoName: "authority", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "paused", protoName: "paused", kind: "bool", repeated: false, explicit: false },
    { no: 3, name: "stakeDenom", protoName: "stake_denom", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "minOwnerStake", protoName: "min_owner_stake", kind: "uint64", repeated: false, explicit: false },
    { no: 5, name: "minLabelStake", protoName: "min_label_stake", kind: "uint64", repeated: false, explicit: false },
    { no: 6, name: "minBackerStake", protoName: "min_backer_stake", kind: "uint64", repeated: false, explicit: false },
    { no: 7, name: "backersMultiple", protoName: "backers_multiple", kind: "uint32", repeated: false, explicit: false },
    { no: 8, name: "commitBurn", protoName: "commit_burn", kind: "uint64", repeated: false, explicit: false },
    { no: 9, name: "publishBurn", protoName: "publish_burn", kind: "uint64", repeated: false, explicit: false },
    { no: 10, name: "publishBurnPer10mib", protoName: "publish_burn_per_10mib", kind: "uint64", repeated: false, explicit: false },
    { no: 11, name: "revealMinBlocks", protoName: "reveal_min_blocks", kind: "uint64", repeated: false, explicit: false },
    { no: 12, name: "revealMaxBlocks", protoName: "reveal_max_blocks", kind: "uint64", repeated: false, explicit: false },
    { no: 13, name: "attestBlocks", protoName: "attest_blocks", kind: "uint64", repeated: false, explicit: false },
    { no: 14, name: "challengeWindowBlocks", protoName: "challenge_window_blocks", kind: "uint64", repeated: false, explicit: false },
    { no: 15, name: "maxWindowBlocks", protoName: "max_window_blocks", kind: "uint64", repeated: false, explicit: false },
    { no: 16, name: "unbondingBlocks", protoName: "unbonding_blocks", kind: "uint64", repeated: false, explicit: false },
    { no: 17, name: "maxRows", protoName: "max_rows", kind: "uint64", repeated: false, explicit: false },
    { no: 18, name: "maxBlobBytes", protoName: "max_blob_bytes", kind: "uint64", repeated: false, explicit: false },
    { no: 19, name: "maxCommitsPerOwner", protoName: "max_commits_per_owner", kind: "uint32", repeated: false, explicit: false },
    { no: 20, name: "maxClosingsPerBlock", protoName: "max_closings_per_block", kind: "uint32", repeated: false, explicit: false },
    { no: 21, name: "minLabelRows", protoName: "min_label_rows", kind: "uint64", repeated: false, explicit: false },
  ],
);
