// Made by `npm run proto` from proto/assay/data/v1/event.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { ClaimKindEnum, type ClaimKind } from "./types.ts";

/** An event's type is the module and the name in snake_case: data.publish_committed. */
export interface EventPublishCommitted {
  owner: string;
  hash: Uint8Array;
}
export const EventPublishCommitted: MessageType<EventPublishCommitted> = /* @__PURE__ */ new MessageType<EventPublishCommitted>(
  "assay.data.v1.EventPublishCommitted",
  () => ({ owner: "", hash: new Uint8Array(0) }),
  [
    { no: 1, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "hash", protoName: "hash", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface EventPublishDropped {
  owner: string;
  hash: Uint8Array;
}
export const EventPublishDropped: MessageType<EventPublishDropped> = /* @__PURE__ */ new MessageType<EventPublishDropped>(
  "assay.data.v1.EventPublishDropped",
  () => ({ owner: "", hash: new Uint8Array(0) }),
  [
    { no: 1, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "hash", protoName: "hash", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface EventDatasetPublished {
  datasetId: Uint8Array;
  owner: string;
  name: string;
  version: number;
  rowCount: bigint;
  questionId: bigint;
}
export const EventDatasetPublished: MessageType<EventDatasetPublished> = /* @__PURE__ */ new MessageType<EventDatasetPublished>(
  "assay.data.v1.EventDatasetPublished",
  () => ({ datasetId: new Uint8Array(0), owner: "", name: "", version: 0, rowCount: 0n, questionId: 0n }),
  [
    { no: 1, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "name", protoName: "name", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "version", protoName: "version", kind: "uint32", repeated: false, explicit: false },
    { no: 5, name: "rowCount", protoName: "row_count", kind: "uint64", repeated: false, explicit: false },
    { no: 6, name: "questionId", protoName: "question_id", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface EventDatasetActivated {
  datasetId: Uint8Array;
  owner: string;
  windowEnd: bigint;
}
export const EventDatasetActivated: MessageType<EventDatasetActivated> = /* @__PURE__ */ new MessageType<EventDatasetActivated>(
  "assay.data.v1.EventDatasetActivated",
  () => ({ datasetId: new Uint8Array(0), owner: "", windowEnd: 0n }),
  [
    { no: 1, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "windowEnd", protoName: "window_end", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface EventDatasetRejected {
  datasetId: Uint8Array;
  owner: string;
}
export const EventDatasetRejected: MessageType<EventDatasetRejected> = /* @__PURE__ */ new MessageType<EventDatasetRejected>(
  "assay.data.v1.EventDatasetRejected",
  () => ({ datasetId: new Uint8Array(0), owner: "" }),
  [
    { no: 1, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
  ],
);

export interface EventDatasetFinalized {
  datasetId: Uint8Array;
  owner: string;
}
export const EventDatasetFinalized: MessageType<EventDatasetFinalized> = /* @__PURE__ */ new MessageType<EventDatasetFinalized>(
  "assay.data.v1.EventDatasetFinalized",
  () => ({ datasetId: new Uint8Array(0), owner: "" }),
  [
    { no: 1, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
  ],
);

export interface EventDatasetRetired {
  datasetId: Uint8Array;
  owner: string;
  completionHeight: bigint;
}
export const EventDatasetRetired: MessageType<EventDatasetRetired> = /* @__PURE__ */ new MessageType<EventDatasetRetired>(
  "assay.data.v1.EventDatasetRetired",
  () => ({ datasetId: new Uint8Array(0), owner: "", completionHeight: 0n }),
  [
    { no: 1, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "completionHeight", protoName: "completion_height", kind: "uint64", repeated: false, explicit: false },
  ],
);

/** One for each claim when its dataset becomes FINAL. */
export interface EventClaimFinalized {
  datasetId: Uint8Array;
  claim: ClaimKind;
  /** Base units that are free now (or stay bound, for AVAILABLE). */
  ownerStake: bigint;
  backersStake: bigint;
}
export const EventClaimFinalized: MessageType<EventClaimFinalized> = /* @__PURE__ */ new MessageType<EventClaimFinalized>(
  "assay.data.v1.EventClaimFinalized",
  () => ({ datasetId: new Uint8Array(0), claim: 0, ownerStake: 0n, backersStake: 0n }),
  [
    { no: 1, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "claim", protoName: "claim", kind: "enum", repeated: false, explicit: false, enum: () => ClaimKindEnum },
    { no: 3, name: "ownerStake", protoName: "owner_stake", kind: "uint64", repeated: false, explicit: false },
    { no: 4, name: "backersStake", protoName: "backers_stake", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface EventClaimLost {
  datasetId: Uint8Array;
  claim: ClaimKind;
  caseId: bigint;
  owner: string;
  challenger: string;
  /** Base units. */
  slashedOwner: bigint;
  slashedBackers: bigint;
  reward: bigint;
  burned: bigint;
}
export const EventClaimLost: MessageType<EventClaimLost> = /* @__PURE__ */ new MessageType<EventClaimLost>(
  "assay.data.v1.EventClaimLost",
  () => ({ datasetId: new Uint8Array(0), claim: 0, caseId: 0n, owner: "", challenger: "", slashedOwner: 0n, slashedBackers: 0n, reward: 0n, burned: 0n }),
  [
    { no: 1, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "claim", protoName: "claim", kind: "enum", repeated: false, explicit: false, enum: () => ClaimKindEnum },
    { no: 3, name: "caseId", protoName: "case_id", kind: "uint64", repeated: false, explicit: false },
    { no: 4, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 5, name: "challenger", protoName: "challenger", kind: "string", repeated: false, explicit: false },
    { no: 6, name: "slashedOwner", protoName: "slashed_owner", kind: "uint64", repeated: false, explicit: false },
    { no: 7, name: "slashedBackers", protoName: "slashed_backers", kind: "uint64", repeated: false, explicit: false },
    { no: 8, name: "reward", protoName: "reward", kind: "uint64", repeated: false, explicit: false },
    { no: 9, name: "burned", protoName: "burned", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface EventStaked {
  datasetId: Uint8Array;
  claim: ClaimKind;
  account: string;
  amount: bigint;
  isOwner: boolean;
}
export const EventStaked: MessageType<EventStaked> = /* @__PURE__ */ new MessageType<EventStaked>(
  "assay.data.v1.EventStaked",
  () => ({ datasetId: new Uint8Array(0), claim: 0, account: "", amount: 0n, isOwner: false }),
  [
    { no: 1, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "claim", protoName: "claim", kind: "enum", repeated: false, explicit: false, enum: () => ClaimKindEnum },
    { no: 3, name: "account", protoName: "account", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "amount", protoName: "amount", kind: "uint64", repeated: false, explicit: false },
    { no: 5, name: "isOwner", protoName: "is_owner", kind: "bool", repeated: false, explicit: false },
  ],
);

export interface EventUnstaked {
  datasetId: Uint8Array;
  claim: ClaimKind;
  account: string;
  amount: bigint;
  unbondingId: bigint;
  completionHeight: bigint;
}
export const EventUnstaked: MessageType<EventUnstaked> = /* @__PURE__ */ new MessageType<EventUnstaked>(
  "assay.data.v1.EventUnstaked",
  () => ({ datasetId: new Uint8Array(0), claim: 0, account: "", amount: 0n, unbondingId: 0n, completionHeight: 0n }),
  [
    { no: 1, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "claim", protoName: "claim", kind: "enum", repeated: false, explicit: false, enum: () => ClaimKindEnum },
    { no: 3, name: "account", protoName: "account", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "amount", protoName: "amount", kind: "uint64", repeated: false, explicit: false },
    { no: 5, name: "unbondingId", protoName: "unbonding_id", kind: "uint64", repeated: false, explicit: false },
    { no: 6, name: "completionHeight", protoName: "completion_height", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface EventWithdrawn {
  datasetId: Uint8Array;
  account: string;
  amount: bigint;
}
export const EventWithdrawn: MessageType<EventWithdrawn> = /* @__PURE__ */ new MessageType<EventWithdrawn>(
  "assay.data.v1.EventWithdrawn",
  () => ({ datasetId: new Uint8Array(0), account: "", amount: 0n }),
  [
    { no: 1, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "account", protoName: "account", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "amount", protoName: "amount", kind: "uint64", repeated: false, explicit: false },
  ],
);
