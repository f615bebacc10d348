// Made by `npm run proto` from proto/assay/registry/v1/event.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { ProvenanceEnum, type Provenance } from "./types.ts";

export interface EventModelPublished {
  modelId: Uint8Array;
  owner: string;
  name: string;
}
export const EventModelPublished: MessageType<EventModelPublished> = /* @__PURE__ */ new MessageType<EventModelPublished>(
  "assay.registry.v1.EventModelPublished",
  () => ({ modelId: new Uint8Array(0), owner: "", name: "" }),
  [
    { no: 1, name: "modelId", protoName: "model_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "name", protoName: "name", kind: "string", repeated: false, explicit: false },
  ],
);

export interface EventVersionPublished {
  versionId: Uint8Array;
  modelId: Uint8Array;
  owner: string;
  version: number;
  task: string;
  questionId: bigint;
}
export const EventVersionPublished: MessageType<EventVersionPublished> = /* @__PURE__ */ new MessageType<EventVersionPublished>(
  "assay.registry.v1.EventVersionPublished",
  () => ({ versionId: new Uint8Array(0), modelId: new Uint8Array(0), owner: "", version: 0, task: "", questionId: 0n }),
  [
    { no: 1, name: "versionId", protoName: "version_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "modelId", protoName: "model_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "version", protoName: "version", kind: "uint32", repeated: false, explicit: false },
    { no: 5, name: "task", protoName: "task", kind: "string", repeated: false, explicit: false },
    { no: 6, name: "questionId", protoName: "question_id", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface EventVersionActivated {
  versionId: Uint8Array;
  modelId: Uint8Array;
  /** In 10^-9 of the model's output. */
  outputRange: bigint;
  tau: bigint;
}
export const EventVersionActivated: MessageType<EventVersionActivated> = /* @__PURE__ */ new MessageType<EventVersionActivated>(
  "assay.registry.v1.EventVersionActivated",
  () => ({ versionId: new Uint8Array(0), modelId: new Uint8Array(0), outputRange: 0n, tau: 0n }),
  [
    { no: 1, name: "versionId", protoName: "version_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "modelId", protoName: "model_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "outputRange", protoName: "output_range", kind: "uint64", repeated: false, explicit: false },
    { no: 4, name: "tau", protoName: "tau", kind: "uint64", repeated: false, explicit: false },
  ],
);

export interface EventVersionRejected {
  versionId: Uint8Array;
  modelId: Uint8Array;
}
export const EventVersionRejected: MessageType<EventVersionRejected> = /* @__PURE__ */ new MessageType<EventVersionRejected>(
  "assay.registry.v1.EventVersionRejected",
  () => ({ versionId: new Uint8Array(0), modelId: new Uint8Array(0) }),
  [
    { no: 1, name: "versionId", protoName: "version_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "modelId", protoName: "model_id", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface EventVersionRetired {
  versionId: Uint8Array;
  modelId: Uint8Array;
  owner: string;
}
export const EventVersionRetired: MessageType<EventVersionRetired> = /* @__PURE__ */ new MessageType<EventVersionRetired>(
  "assay.registry.v1.EventVersionRetired",
  () => ({ versionId: new Uint8Array(0), modelId: new Uint8Array(0), owner: "" }),
  [
    { no: 1, name: "versionId", protoName: "version_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "modelId", protoName: "model_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
  ],
);

export interface EventModelOffered {
  modelId: Uint8Array;
  owner: string;
  /** Empty: the offer was taken back. */
  to: string;
}
export const EventModelOffered: MessageType<EventModelOffered> = /* @__PURE__ */ new MessageType<EventModelOffered>(
  "assay.registry.v1.EventModelOffered",
  () => ({ modelId: new Uint8Array(0), owner: "", to: "" }),
  [
    { no: 1, name: "modelId", protoName: "model_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "to", protoName: "to", kind: "string", repeated: false, explicit: false },
  ],
);

export interface EventModelTransferred {
  modelId: Uint8Array;
  from: string;
  to: string;
}
export const EventModelTransferred: MessageType<EventModelTransferred> = /* @__PURE__ */ new MessageType<EventModelTransferred>(
  "assay.registry.v1.EventModelTransferred",
  () => ({ modelId: new Uint8Array(0), from: "", to: "" }),
  [
    { no: 1, name: "modelId", protoName: "model_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "from", protoName: "from", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "to", protoName: "to", kind: "string", repeated: false, explicit: false },
  ],
);

export interface EventLineageGranted {
  parentId: Uint8Array;
  owner: string;
  builder: string;
  /** 0: the grant was taken back. */
  minWeightBps: number;
}
export const EventLineageGranted: MessageType<EventLineageGranted> = /* @__PURE__ */ new MessageType<EventLineageGranted>(
  "assay.registry.v1.EventLineageGranted",
  () => ({ parentId: new Uint8Array(0), owner: "", builder: "", minWeightBps: 0 }),
  [
    { no: 1, name: "parentId", protoName: "parent_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "builder", protoName: "builder", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "minWeightBps", protoName: "min_weight_bps", kind: "uint32", repeated: false, explicit: false },
  ],
);

export interface EventScoreReported {
  versionId: Uint8Array;
  testSet: string;
  metric: string;
  valuePpm: number;
  provenance: Provenance;
}
export const EventScoreReported: MessageType<EventScoreReported> = /* @__PURE__ */ new MessageType<EventScoreReported>(
  "assay.registry.v1.EventScoreReported",
  () => ({ versionId: new Uint8Array(0), testSet: "", metric: "", valuePpm: 0, provenance: 0 }),
  [
    { no: 1, name: "versionId", protoName: "version_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "testSet", protoName: "test_set", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "metric", protoName: "metric", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "valuePpm", protoName: "value_ppm", kind: "uint32", repeated: false, explicit: false },
    { no: 5, name: "provenance", protoName: "provenance", kind: "enum", repeated: false, explicit: false, enum: () => ProvenanceEnum },
  ],
);

/** A payment reached a version. */
export interface EventReceived {
  versionId: Uint8Array;
  /** Base units, and the part that its owner keeps. */
  amount: bigint;
  owner: string;
  kept: bigint;
}
export const EventReceived: MessageType<EventReceived> = /* @__PURE__ */ new MessageType<EventReceived>(
  "assay.registry.v1.EventReceived",
  () => ({ versionId: new Uint8Array(0), amount: 0n, owner: "", kept: 0n }),
  [
    { no: 1, name: "versionId", protoName: "version_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "amount", protoName: "amount", kind: "uint64", repeated: false, explicit: false },
    { no: 3, name: "owner", protoName: "owner", kind: "string", repeated: false, explicit: false },
    { no: 4, name: "kept", protoName: "kept", kind: "uint64", repeated: false, explicit: false },
  ],
);

/** A parent's share left a version. */
export interface EventPulled {
  versionId: Uint8Array;
  parentId: Uint8Array;
  amount: bigint;
  /** The parent is tainted: its share went to the version's owner. */
  tainted: boolean;
}
export const EventPulled: MessageType<EventPulled> = /* @__PURE__ */ new MessageType<EventPulled>(
  "assay.registry.v1.EventPulled",
  () => ({ versionId: new Uint8Array(0), parentId: new Uint8Array(0), amount: 0n, tainted: false }),
  [
    { no: 1, name: "versionId", protoName: "version_id", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "parentId", protoName: "parent_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "amount", protoName: "amount", kind: "uint64", repeated: false, explicit: false },
    { no: 4, name: "tainted", protoName: "tainted", kind: "bool", repeated: false, explicit: false },
  ],
);

export interface EventPaid {
  account: string;
  amount: bigint;
}
export const EventPaid: MessageType<EventPaid> = /* @__PURE__ */ new MessageType<EventPaid>(
  "assay.registry.v1.EventPaid",
  () => ({ account: "", amount: 0n }),
  [
    { no: 1, name: "account", protoName: "account", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "amount", protoName: "amount", kind: "uint64", repeated: false, explicit: false },
  ],
);
