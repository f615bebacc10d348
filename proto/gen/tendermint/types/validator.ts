// Made by `npm run proto` from proto/tendermint/types/validator.proto. Do not edit.
import { MessageType } from "../../../wire/message-type.ts";
import type { EnumType } from "../../../wire/message-type.ts";
import { enumType } from "../../../wire/enum-type.ts";
import { PublicKey } from "../crypto/keys.ts";

export const BlockIDFlag = {
  BLOCK_ID_FLAG_UNKNOWN: 0,
  BLOCK_ID_FLAG_ABSENT: 1,
  BLOCK_ID_FLAG_COMMIT: 2,
  BLOCK_ID_FLAG_NIL: 3,
} as const;
export type BlockIDFlag = number;
export const BlockIDFlagEnum: EnumType = enumType("tendermint.types.BlockIDFlag", BlockIDFlag);

export interface ValidatorSet {
  validators: Validator[];
  proposer: Validator | undefined;
  totalVotingPower: bigint;
}
export const ValidatorSet: MessageType<ValidatorSet> = /* @__PURE__ */ new MessageType<ValidatorSet>(
  "tendermint.types.ValidatorSet",
  () => ({ validators: [], proposer: undefined, totalVotingPower: 0n }),
  [
    { no: 1, name: "validators", protoName: "validators", kind: "message", repeated: true, explicit: false, message: () => Validator as unknown as MessageType<object> },
    { no: 2, name: "proposer", protoName: "proposer", kind: "message", repeated: false, explicit: false, message: () => Validator as unknown as MessageType<object> },
    { no: 3, name: "totalVotingPower", protoName: "total_voting_power", kind: "int64", repeated: false, explicit: false },
  ],
);

export interface Validator {
  address: Uint8Array;
  pubKey: PublicKey | undefined;
  votingPower: bigint;
  proposerPriority: bigint;
}
export const Validator: MessageType<Validator> = /* @__PURE__ */ new MessageType<Validator>(
  "tendermint.types.Validator",
  () => ({ address: new Uint8Array(0), pubKey: undefined, votingPower: 0n, proposerPriority: 0n }),
  [
    { no: 1, name: "address", protoName: "address", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "pubKey", protoName: "pub_key", kind: "message", repeated: false, explicit: false, message: () => PublicKey as unknown as MessageType<object> },
    { no: 3, name: "votingPower", protoName: "voting_power", kind: "int64", repeated: false, explicit: false },
    { no: 4, name: "proposerPriority", protoName: "proposer_priority", kind: "int64", repeated: false, explicit: false },
  ],
);

export interface SimpleValidator {
  pubKey: PublicKey | undefined;
  votingPower: bigint;
}
export const SimpleValidator: MessageType<SimpleValidator> = /* @__PURE__ */ new MessageType<SimpleValidator>(
  "tendermint.types.SimpleValidator",
  () => ({ pubKey: undefined, votingPower: 0n }),
  [
    { no: 1, name: "pubKey", protoName: "pub_key", kind: "message", repeated: false, explicit: false, message: () => PublicKey as unknown as MessageType<object> },
    { no: 2, name: "votingPower", protoName: "voting_power", kind: "int64", repeated: false, explicit: false },
  ],
);
