// Made by `npm run proto` from proto/assay/registry/v1/genesis.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Grant, Model, Params, Score, Version } from "./types.ts";

export interface GenesisState {
  params: Params | undefined;
  models: Model[];
  versions: Version[];
  grants: Grant[];
  scores: Score[];
  owed: Owed[];
  nextModelNumber: bigint;
  nextVersionNumber: bigint;
}
export const GenesisState: MessageType<GenesisState> = /* @__PURE__ */ new MessageType<GenesisState>(
  "assay.registry.v1.GenesisState",
  () => ({ params: undefined, models: [], versions: [], grants: [], scores: [], owed: [], nextModelNumber: 0n, nextVersionNumber: 0n }),
  [
    { no: 1, name: "params", protoName: "params", kind: "message", repeated: false, explicit: false, message: () => Params as unknown as MessageType<object> },
    { no: 2, name: "models", protoName: "models", kind: "message", repeated: true, explicit: false, message: () => Model as unknown as MessageType<object> },
    { no: 3, name: "versions", protoName: "versions", kind: "message", repeated: true, explicit: false, message: () => Version as unknown as MessageType<object> },
    { no: 4, name: "grants", protoName: "grants", kind: "message", repeated: true, explicit: false, message: () => Grant as unknown as MessageType<object> },
    { no: 5, name: "scores", protoName: "scores", kind: "message", repeated: true, explicit: false, message: () => Score as unknown as MessageType<object> },
    { no: 6, name: "owed", protoName: "owed", kind: "message", repeated: true, explicit: false, message: () => Owed as unknown as MessageType<object> },
    { no: 7, name: "nextModelNumber", protoName: "next_model_number", kind: "uint64", repeated: false, explicit: false },
    { no: 8, name: "nextVersionNumber", protoName: "next_version_number", kind: "uint64", repeated: false, explicit: false },
  ],
);

/** What the ledger owes an account over all its models. */
export interface Owed {
  account: string;
  /** Base units. */
  amount: bigint;
}
export const Owed: MessageType<Owed> = /* @__PURE__ */ new MessageType<Owed>(
  "assay.registry.v1.Owed",
  () => ({ account: "", amount: 0n }),
  [
    { no: 1, name: "account", protoName: "account", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "amount", protoName: "amount", kind: "uint64", repeated: false, explicit: false },
  ],
);
