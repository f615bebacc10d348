// Made by `npm run proto` from proto/assay/challenge/v1/genesis.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Case, ChallengeCommit, Params } from "./types.ts";

export interface GenesisState {
  params: Params | undefined;
  cases: Case[];
  commits: ChallengeCommit[];
  nextCaseId: bigint;
  nextCommitId: bigint;
}
export const GenesisState: MessageType<GenesisState> = /* @__PURE__ */ new MessageType<GenesisState>(
  "assay.challenge.v1.GenesisState",
  () => ({ params: undefined, cases: [], commits: [], nextCaseId: 0n, nextCommitId: 0n }),
  [
    { no: 1, name: "params", protoName: "params", kind: "message", repeated: false, explicit: false, message: () => Params as unknown as MessageType<object> },
    { no: 2, name: "cases", protoName: "cases", kind: "message", repeated: true, explicit: false, message: () => Case as unknown as MessageType<object> },
    { no: 3, name: "commits", protoName: "commits", kind: "message", repeated: true, explicit: false, message: () => ChallengeCommit as unknown as MessageType<object> },
    { no: 4, name: "nextCaseId", protoName: "next_case_id", kind: "uint64", repeated: false, explicit: false },
    { no: 5, name: "nextCommitId", protoName: "next_commit_id", kind: "uint64", repeated: false, explicit: false },
  ],
);
