// Made by `npm run proto` from proto/assay/challenge/v1/event.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { ClaimKindEnum, type ClaimKind } from "../../data/v1/types.ts";
import { CaseStatusEnum, type CaseStatus } from "./types.ts";

export interface EventChallengeCommitted {
  commitId: bigint;
  challenger: string;
  bond: bigint;
}
export const EventChallengeCommitted: MessageType<EventChallengeCommitted> = /* @__PURE__ */ new MessageType<EventChallengeCommitted>(
  "assay.challenge.v1.EventChallengeCommitted",
  () => ({ commitId: 0n, challenger: "", bond: 0n }),
  [
    { no: 1, name: "commitId", protoName: "commit_id", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "challenger", protoName: "challenger", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "bond", protoName: "bond", kind: "uint64", repeated: false, explicit: false },
  ],
);

/** A seal that nobody showed in time: its bond is burned. */
export interface EventChallengeExpired {
  commitId: bigint;
  challenger: string;
  burned: bigint;
}
export const EventChallengeExpired: MessageType<EventChallengeExpired> = /* @__PURE__ */ new MessageType<EventChallengeExpired>(
  "assay.challenge.v1.EventChallengeExpired",
  () => ({ commitId: 0n, challenger: "", burned: 0n }),
  [
    { no: 1, name: "commitId", protoName: "commit_id", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "challenger", protoName: "challenger", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "burned", protoName: "burned", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface EventChallengeRevealed {
  caseId: bigint;
  datasetId: Uint8Array;
  claim: ClaimKind;
  challenger: string;
  status: CaseStatus;
  settleHeight: bigint;
  reason: string;
}
export const EventChallengeRevealed: MessageType<EventChallengeRevealed> = /* @__PURE__ */ new MessageType<EventChallengeRevealed>(
  "assay.challenge.v1.EventChallengeRevealed",
  () => ({ caseId: 0n, datasetId: new Uint8Array(0), claim: 0, challenger: "", status: 0, settleHeight: 0n, reason: "" }),
  [
    { no: 1, name: "caseId", protoName: "case_id", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "claim", protoName: "claim", kind: "enum", repeated: false, explicit: false, enum: () => ClaimKindEnum },
    { no: 4, name: "challenger", protoName: "challenger", kind: "string", repeated: false, explicit: false },
    { no: 5, name: "status", protoName: "status", kind: "enum", repeated: false, explicit: false, enum: () => CaseStatusEnum },
    { no: 6, name: "settleHeight", protoName: "settle_height", kind: "uint64", repeated: false, explicit: false },
    { no: 7, name: "reason", protoName: "reason", kind: "string", repeated: false, explicit: false },
  ],
);

export interface EventChallengeSettled {
  caseId: bigint;
  datasetId: Uint8Array;
  claim: ClaimKind;
  challenger: string;
  status: CaseStatus;
  reward: bigint;
  burned: bigint;
}
export const EventChallengeSettled: MessageType<EventChallengeSettled> = /* @__PURE__ */ new MessageType<EventChallengeSettled>(
  "assay.challenge.v1.EventChallengeSettled",
  () => ({ caseId: 0n, datasetId: new Uint8Array(0), claim: 0, challenger: "", status: 0, reward: 0n, burned: 0n }),
  [
    { no: 1, name: "caseId", protoName: "case_id", kind: "uint64", repeated: false, explicit: false },
    { no: 2, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "claim", protoName: "claim", kind: "enum", repeated: false, explicit: false, enum: () => ClaimKindEnum },
    { no: 4, name: "challenger", protoName: "challenger", kind: "string", repeated: false, explicit: false },
    { no: 5, name: "status", protoName: "status", kind: "enum", repeated: false, explicit: false, enum: () => CaseStatusEnum },
    { no: 6, name: "reward", protoName: "reward", kind: "uint64", repeated: false, explicit: false },
    { no: 7, name: "burned", protoName: "burned", kind: "uint64", repeated: false, explicit: false },
  ],
);
