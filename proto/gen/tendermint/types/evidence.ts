// Made by `npm run proto` from proto/tendermint/types/evidence.proto. Do not edit.
import { MessageType } from "../../../wire/message-type.ts";
import { Timestamp } from "../../google/protobuf/timestamp.ts";
import { LightBlock, Vote } from "./types.ts";
import { Validator } from "./validator.ts";

export interface Evidence {
  duplicateVoteEvidence: DuplicateVoteEvidence | undefined;
  lightClientAttackEvidence: LightClientAttackEvidence | undefined;
}
export const Evidence: MessageType<Evidence> = /* @__PURE__ */ new MessageType<Evidence>(
  "tendermint.types.Evidence",
  () => ({ duplicateVoteEvidence: undefined, lightClientAttackEvidence: undefined }),
  [
    { no: 1, name: "duplicateVoteEvidence", protoName: "duplicate_vote_evidence", kind: "message", repeated: false, explicit: true, oneof: "sum", message: () => DuplicateVoteEvidence as unknown as MessageType<object> },
    { no: 2, name: "lightClientAttackEvidence", protoName: "light_client_attack_evidence", kind: "message", repeated: false, explicit: true, oneof: "sum", message: () => LightClientAttackEvidence as unknown as MessageType<object> },
  ],
);

export interface DuplicateVoteEvidence {
  voteA: Vote | undefined;
  voteB: Vote | undefined;
  totalVotingPower: bigint;
  validatorPower: bigint;
  timestamp: Timestamp | undefined;
}
export const DuplicateVoteEvidence: MessageType<DuplicateVoteEvidence> = /* @__PURE__ */ new MessageType<DuplicateVoteEvidence>(
  "tendermint.types.DuplicateVoteEvidence",
  () => ({ voteA: undefined, voteB: undefined, totalVotingPower: 0n, validatorPower: 0n, timestamp: undefined }),
  [
    { no: 1, name: "voteA", protoName: "vote_a", kind: "message", repeated: false, explicit: false, message: () => Vote as unknown as MessageType<object> },
    { no: 2, name: "voteB", protoName: "vote_b", kind: "message", repeated: false, explicit: false, message: () => Vote as unknown as MessageType<object> },
    { no: 3, name: "totalVotingPower", protoName: "total_voting_power", kind: "int64", repeated: false, explicit: false },
    { no: 4, name: "validatorPower", protoName: "validator_power", kind: "int64", repeated: false, explicit: false },
    { no: 5, name: "timestamp", protoName: "timestamp", kind: "message", repeated: false, explicit: false, message: () => Timestamp as unknown as MessageType<object> },
  ],
);

export interface LightClientAttackEvidence {
  conflictingBlock: LightBlock | undefined;
  commonHeight: bigint;
  byzantineValidators: Validator[];
  totalVotingPower: bigint;
  timestamp: Timestamp | undefined;
}
export const LightClientAttackEvidence: MessageType<LightClientAttackEvidence> = /* @__PURE__ */ new MessageType<LightClientAttackEvidence>(
  "tendermint.types.LightClientAttackEvidence",
  () => ({ conflictingBlock: undefined, commonHeight: 0n, byzantineValidators: [], totalVotingPower: 0n, timestamp: undefined }),
  [
    { no: 1, name: "conflictingBlock", protoName: "conflicting_block", kind: "message", repeated: false, explicit: false, message: () => LightBlock as unknown as MessageType<object> },
    { no: 2, name: "commonHeight", protoName: "common_height", kind: "int64", repeated: false, explicit: false },
    { no: 3, name: "byzantineValidators", protoName: "byzantine_validators", kind: "message", repeated: true, explicit: false, message: () => Validator as unknown as MessageType<object> },
    { no: 4, name: "totalVotingPower", protoName: "total_voting_power", kind: "int64", repeated: false, explicit: false },
    { no: 5, name: "timestamp", protoName: "timestamp", kind: "message", repeated: false, explicit: false, message: () => Timestamp as unknown as MessageType<object> },
  ],
);

export interface EvidenceList {
  evidence: Evidence[];
}
export const EvidenceList: MessageType<EvidenceList> = /* @__PURE__ */ new MessageType<EvidenceList>(
  "tendermint.types.EvidenceList",
  () => ({ evidence: [] }),
  [
    { no: 1, name: "evidence", protoName: "evidence", kind: "message", repeated: true, explicit: false, message: () => Evidence as unknown as MessageType<object> },
  ],
);
