// Made by `npm run proto` from proto/assay/challenge/v1/tx.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Coin } from "../../../cosmos/base/v1beta1/coin.ts";
import { ClaimKindEnum, type ClaimKind } from "../../data/v1/types.ts";
import { CaseStatusEnum, Proof, type CaseStatus } from "./types.ts";

export interface MsgCommitChallenge {
  challenger: string;
  /** sha256("assay/ch/v1" | challenger | dataset | claim | proof_hash | salt) */
  hash: Uint8Array;
  bond: Coin | undefined;
}
export const MsgCommitChallenge: MessageType<MsgCommitChallenge> = /* @__PURE__ */ new MessageType<MsgCommitChallenge>(
  "assay.challenge.v1.MsgCommitChallenge",
  () => ({ challenger: "", hash: new Uint8Array(0), bond: undefined }),
  [
    { no: 1, name: "challenger", protoName: "challenger", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "hash", protoName: "hash", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "bond", protoName: "bond", kind: "message", repeated: false, explicit: false, message: () => Coin as unknown as MessageType<object> },
  ],
);

export interface MsgCommitChallengeResponse {
  commitId: bigint;
  /** Last block in which it may be shown. */
  revealUntil: bigint;
}
export const MsgCommitChallengeResponse: MessageType<MsgCommitChallengeResponse> = /* @__PURE__ */ new MessageType<MsgCommitChallengeResponse>(
  "assay.challenge.v1.MsgCommitChallengeResponse",
  () => ({ commitId: 0n, revealUntil: 0n }),
  [
    { no: 1, name: "commitId", protoName: "commit_id", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "revealUntil", protoName: "reveal_until", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface MsgChallenge {
  challenger: string;
  datasetId: Uint8Array;
  claim: ClaimKind;
  proof: Proof | undefined;
  /** 32 bytes: opens the seal. */
  salt: Uint8Array;
}
export const MsgChallenge: MessageType<MsgChallenge> = /* @__PURE__ */ new MessageType<MsgChallenge>(
  "assay.challenge.v1.MsgChallenge",
  () => ({ challenger: "", datasetId: new Uint8Array(0), claim: 0, proof: undefined, salt: new Uint8Array(0) }),
  [
    { no: 1, name: "challenger", protoName: "challenger", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "claim", protoName: "claim", kind: "enum", repeated: false, explicit: false, enum: () => ClaimKindEnum },
    { no: 4, name: "proof", protoName: "proof", kind: "message", repeated: false, explicit: false, message: () => Proof as unknown as MessageType<object> },
    { no: 5, name: "salt", protoName: "salt", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface MsgChallengeResponse {
  caseId: bigint;
  status: CaseStatus;
  /** Why an INVALID one does not hold. */
  reason: string;
}
export const MsgChallengeResponse: MessageType<MsgChallengeResponse> = /* @__PURE__ */ new MessageType<MsgChallengeResponse>(
  "assay.challenge.v1.MsgChallengeResponse",
  () => ({ caseId: 0n, status: 0, reason: "" }),
  [
    { no: 1, name: "caseId", protoName: "case_id", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "status", protoName: "status", kind: "enum", repeated: false, explicit: false, enum: () => CaseStatusEnum },
    { no: 3, name: "reason", protoName: "reason", kind: "string", repeated: false, explicit: false },
  ],
);

export const Msg = {
  CommitChallenge: { path: "/assay.challenge.v1.Msg/CommitChallenge", request: MsgCommitChallenge, response: MsgCommitChallengeResponse },
  Challenge: { path: "/assay.challenge.v1.Msg/Challenge", request: MsgChallenge, response: MsgChallengeResponse },
} as const;
