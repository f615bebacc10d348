// Made by `npm run proto` from proto/assay/challenge/v1/types.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import type { EnumType } from "../../../../wire/message-type.ts";
import { enumType } from "../../../../wire/enum-type.ts";
import { ClaimKindEnum, type ClaimKind } from "../../data/v1/types.ts";

export const CaseStatus = {
  CASE_STATUS_UNSPECIFIED: 0,
  /** Shown valid; an earlier seal may still replace it until settle_height. */
  CASE_STATUS_PROVEN: 1,
  /** Took the claim. */
  CASE_STATUS_WON: 2,
  /** Valid, but an earlier seal was shown in time, or the claim was lost before: bond back. */
  CASE_STATUS_BEATEN: 3,
  /** Its proof did not hold: bond burned. */
  CASE_STATUS_INVALID: 4,
} as const;
export type CaseStatus = number;
export const CaseStatusEnum: EnumType = enumType("assay.challenge.v1.CaseStatus", CaseStatus);

/** One row with its way to the features root. */
export interface Opening {
  index: bigint;
  /** What the leaf holds: the text of a public row. */
  content: Uint8Array;
  /** Sibling hashes from the leaf up, 32 bytes each. */
  path: Uint8Array[];
}
export const Opening: MessageType<Opening> = /* @__PURE__ */ new MessageType<Opening>(
  "assay.challenge.v1.Opening",
  () => ({ index: 0n, content: new Uint8Array(0), path: [] }),
  [
    { no: 1, name: "index", protoName: "index", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "content", protoName: "content", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "path", protoName: "path", kind: "bytes", repeated: true, explicit: false },
  ],
);

export interface PairOpening {
  left: Opening | undefined;
  right: Opening | undefined;
}
export const PairOpening: MessageType<PairOpening> = /* @__PURE__ */ new MessageType<PairOpening>(
  "assay.challenge.v1.PairOpening",
  () => ({ left: undefined, right: undefined }),
  [
    { no: 1, name: "left", protoName: "left", kind: "message", repeated: false, explicit: false, message: () => Opening as unknown as MessageType<object> },
    { no: 2, name: "right", protoName: "right", kind: "message", repeated: false, explicit: false, message: () => Opening as unknown as MessageType<object> },
  ],
);

/** max+1 pairs of near-duplicates; no row in two pairs. */
export interface UniqueProof {
  pairs: PairOpening[];
}
export const UniqueProof: MessageType<UniqueProof> = /* @__PURE__ */ new MessageType<UniqueProof>(
  "assay.challenge.v1.UniqueProof",
  () => ({ pairs: [] }),
  [
    { no: 1, name: "pairs", protoName: "pairs", kind: "message", repeated: true, explicit: false, message: () => PairOpening as unknown as MessageType<object> },
  ],
);

/** One row that breaks the schema. */
export interface SchemaProof {
  /** The row by the features root, or */
  feature: Opening | undefined;
  /** its label by the labels root: `content` is one byte. */
  label: LabelOpening | undefined;
}
export const SchemaProof: MessageType<SchemaProof> = /* @__PURE__ */ new MessageType<SchemaProof>(
  "assay.challenge.v1.SchemaProof",
  () => ({ feature: undefined, label: undefined }),
  [
    { no: 1, name: "feature", protoName: "feature", kind: "message", repeated: false, explicit: false, message: () => Opening as unknown as MessageType<object> },
    { no: 2, name: "label", protoName: "label", kind: "message", repeated: false, explicit: false, message: () => LabelOpening as unknown as MessageType<object> },
  ],
);

export interface LabelOpening {
  index: bigint;
  label: number;
  /** 32 bytes. */
  salt: Uint8Array;
  path: Uint8Array[];
}
export const LabelOpening: MessageType<LabelOpening> = /* @__PURE__ */ new MessageType<LabelOpening>(
  "assay.challenge.v1.LabelOpening",
  () => ({ index: 0n, label: 0, salt: new Uint8Array(0), path: [] }),
  [
    { no: 1, name: "index", protoName: "index", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "label", protoName: "label", kind: "uint32", repeated: false, explicit: false },
    { no: 3, name: "salt", protoName: "salt", kind: "bytes", repeated: false, explicit: false },
    { no: 4, name: "path", protoName: "path", kind: "bytes", repeated: true, explicit: false },
  ],
);

export interface Proof {
  schema: SchemaProof | undefined;
  unique: UniqueProof | undefined;
}
export const Proof: MessageType<Proof> = /* @__PURE__ */ new MessageType<Proof>(
  "assay.challenge.v1.Proof",
  () => ({ schema: undefined, unique: undefined }),
  [
    { no: 1, name: "schema", protoName: "schema", kind: "message", repeated: false, explicit: true, oneof: "proof", message: () => SchemaProof as unknown as MessageType<object> },
    { no: 2, name: "unique", protoName: "unique", kind: "message", repeated: false, explicit: true, oneof: "proof", message: () => UniqueProof as unknown as MessageType<object> },
  ],
);

/** A shown challenge. */
export interface Case {
  id: bigint;
  datasetId: Uint8Array;
  claim: ClaimKind;
  challenger: string;
  bond: bigint;
  /** The seal's place: height, and number of its transaction within the block. */
  committedHeight: bigint;
  committedIndex: number;
  revealedHeight: bigint;
  /** The end hook of this height settles it; 0 for one that is settled when it is shown. */
  settleHeight: bigint;
  status: CaseStatus;
  /** How many pairs or rows were shown; how many the claim allows. */
  shown: number;
  allowed: number;
  /** Base units; 0 until WON. */
  reward: bigint;
  burned: bigint;
  /** Why an INVALID one does not hold. */
  reason: string;
  /** The seal's number: of two cases the lower one was sealed first. */
  commitId: bigint;
}
export const Case: MessageType<Case> = /* @__PURE__ */ new MessageType<Case>(
  "assay.challenge.v1.Case",
  () => ({ id: 0n, datasetId: new Uint8Array(0), claim: 0, challenger: "", bond: 0n, committedHeight: 0n, committedIndex: 0, revealedHeight: 0n, settleHeight: 0n, status: 0, shown: 0, allowed: 0, reward: 0n, burned: 0n, reason: "", commitId: 0n }),
  [
    { no: 1, name: "id", protoName: "id", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "claim", protoName: "claim", kind: "enum", repeated: false, explicit: false, enum: () => ClaimKindEnum },
    { no: 4, name: "challenger", protoName: "challenger", kind: "string", repeated: false, explicit: false },
    { no: 5, name: "bond", protoName: "bond", kind: "uint64", repeated: false, explicit: false },
    { no: 6, name: "committedHeight", protoName: "committed_height", kind: "uint64", repeated: false, explicit: false },
    { no: 7, name: "committedIndex", protoName: "committed_index", kind: "uint32", repeated: false, explicit: false },
    { no: 8, name: "revealedHeight", protoName: "revealed_height", kind: "uint64", repeated: false, explicit: false },
    { no: 9, name: "settleHeight", protoName: "settle_height", kind: "uint64", repeated: false, explicit: false },
    { no: 10, name: "status", protoName: "status", kind: "enum", repeated: false, explicit: false, enum: () => CaseStatusEnum },
    { no: 11, name: "shown", protoName: "shown", kind: "uint32", repeated: false, explicit: false },
    { no: 12, name: "allowed", protoName: "allowed", kind: "uint32", repeated: false, explicit: false },
    { no: 13, name: "reward", protoName: "reward", kind: "uint64", repeated: false, explicit: false },
    { no: 14, name: "burned", protoName: "burned", kind: "uint64", repeated: false, explicit: false },
    { no: 15, name: "reason", protoName: "reason", kind: "string", repeated: false, explicit: false },
    { no: 16, name: "commitId", protoName: "commit_id", kind: "uint64", repeated: false, explicit: false },
  ],
);

/** A sealed challenge: nobody sees of what. */
export interface ChallengeCommit {
  id: bigint;
  challenger: string;
  hash: Uint8Array;
  bond: bigint;
  height: bigint;
  /** Number of its transaction within the block. */
  index: number;
  /** Last block in which it may be shown. */
  revealUntil: bigint;
}
export const ChallengeCommit: MessageType<ChallengeCommit> = /* @__PURE__ */ new MessageType<ChallengeCommit>(
  "assay.challenge.v1.ChallengeCommit",
  () => ({ id: 0n, challenger: "", hash: new Uint8Array(0), bond: 0n, height: 0n, index: 0, revealUntil: 0n }),
  [
    { no: 1, name: "id", protoName: "id", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "challenger", protoName: "challenger", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "hash", protoName: "hash", kind: "bytes", repeated: false, explicit: false },
    { no: 4, name: "bond", protoName: "bond", kind: "uint64", repeated: false, explicit: false },
    { no: 5, name: "height", protoName: "height", kind: "uint64", repeated: false, explicit: false },
    { no: 6, name: "index", protoName: "index", kind: "uint32", repeated: false, explicit: false },
    { no: 7, name: "revealUntil", protoName: "reveal_until", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface Params {
  authority: string;
  paused: boolean;
  /** Base units. */
  minBond: bigint;
  /** Age of a seal when it is shown, in blocks. */
  revealMinBlocks: bigint;
  revealMaxBlocks: bigint;
  /** The challenger's share of the owner's slashed stake, in 1/10,000, and its bound in bonds. */
  rewardBps: number;
  maxRewardBonds: number;
  /** Seals one account may have open. */
  maxCommitsPerAccount: number;
  /** Cases and seals an end hook closes in one block. */
  maxClosingsPerBlock: number;
}
export const Params: MessageType<Params> = /* @__PURE__ */ new MessageType<Params>(
  "assay.challenge.v1.Params",
  () => ({ authority: "", paused: false, minBond: 0n, revealMinBlocks: 0n, revealMaxBlocks: 0n, rewardBps: 0, maxRewardBonds: 0, maxCommitsPerAccount: 0, maxClosingsPerBlock: 0 }),
  [
    { no: 1, name: "authority", protoName: "authority", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "paused", protoName: "paused", kind: "bool", repeated: false, explicit: false },
    { no: 3, name: "minBond", protoName: "min_bond", kind: "uint64", repeated: false, explicit: false },
    { no: 4, name: "revealMinBlocks", protoName: "reveal_min_blocks", kind: "uint64", repeated: false, explicit: false },
    { no: 5, name: "revealMaxBlocks", protoName: "reveal_max_blocks", kind: "uint64", repeated: false, explicit: false },
    { no: 6, name: "rewardBps", protoName: "reward_bps", kind: "uint32", repeated: false, explicit: false },
    { no: 7, name: "maxRewardBonds", protoName: "max_reward_bonds", kind: "uint32", repeated: false, explicit: false },
    { no: 8, name: "maxCommitsPerAccount", protoName: "max_commits_per_account", kind: "uint32", repeated: false, explicit: false },
    { no: 9, name: "maxClosingsPerBlock", protoName: "max_closings_per_block", kind: "uint32", repeated: false, explicit: false },
  ],
);
