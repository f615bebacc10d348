// Made by `npm run proto` from proto/assay/data/v1/genesis.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Totals } from "./query.ts";
import { Dataset, Params, Position, PublishCommit, Unbonding } from "./types.ts";

export interface GenesisState {
  params: Params | undefined;
  datasets: Dataset[];
  positions: Position[];
  unbondings: Unbonding[];
  commits: PublishCommit[];
  payables: Payable[];
  nextUnbondingId: bigint;
  totals: Totals | undefined;
}
export const GenesisState: MessageType<GenesisState> = /* @__PURE__ */ new MessageType<GenesisState>(
  "assay.data.v1.GenesisState",
  () => ({ params: undefined, datasets: [], positions: [], unbondings: [], commits: [], payables: [], nextUnbondingId: 0n, totals: undefined }),
  [
    { no: 1, name: "params", protoName: "params", kind: "message", repeated: false, explicit: false, message: () => Params as unknown as MessageType<object> },
    { no: 2, name: "datasets", protoName: "datasets", kind: "message", repeated: true, explicit: false, message: () => Dataset as unknown as MessageType<object> },
    { no: 3, name: "positions", protoName: "positions", kind: "message", repeated: true, explicit: false, message: () => Position as unknown as MessageType<object> },
    { no: 4, name: "unbondings", protoName: "unbondings", kind: "message", repeated: true, explicit: false, message: () => Unbonding as unknown as MessageType<object> },
    { no: 5, name: "commits", protoName: "commits", kind: "message", repeated: true, explicit: false, message: () => PublishCommit as unknown as MessageType<object> },
    { no: 6, name: "payables", protoName: "payables", kind: "message", repeated: true, explicit: false, message: () => Payable as unknown as MessageType<object> },
    { no: 7, name: "nextUnbondingId", protoName: "next_unbonding_id", kind: "uint64", repeated: false, explicit: false },
    { no: 8, name: "totals", protoName: "totals", kind: "message", repeated: false, explicit: false, message: () => Totals as unknown as MessageType<object> },
  ],
);

/** What the ledger owes an account over a dataset: rewards, returned bonds. */
export interface Payable {
  account: string;
  datasetId: Uint8Array;
  amount: bigint;
}
export const Payable: MessageType<Payable> = /* @__PURE__ */ new MessageType<Payable>(
  "assay.data.v1.Payable",
  () => ({ account: "", datasetId: new Uint8Array(0), amount: 0n }),
  [
    { no: 1, name: "account", protoName: "account", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "datasetId", protoName: "dataset_id", kind: "bytes", repeated: false, explicit: false },
    { no: 3, name: "amount", protoName: "amount", kind: "uint64", repeated: false, explicit: false },
  ],
);
