// Made by `npm run proto` from proto/tendermint/types/block.proto. Do not edit.
import { MessageType } from "../../../wire/message-type.ts";
import { EvidenceList } from "./evidence.ts";
import { Commit, Data, Header } from "./types.ts";

export interface Block {
  header: Header | undefined;
  data: Data | undefined;
  evidence: EvidenceList | undefined;
  lastCommit: Commit | undefined;
}
export const Block: MessageType<Block> = /* @__PURE__ */ new MessageType<Block>(
  "tendermint.types.Block",
  () => ({ header: undefined, data: undefined, evidence: undefined, lastCommit: undefined }),
  [
    { no: 1, name: "header", protoName: "header", kind: "message", repeated: false, explicit: false, message: () => Header as unknown as MessageType<object> },
    { no: 2, name: "data", protoName: "data", kind: "message", repeated: false, explicit: false, message: () => Data as unknown as MessageType<object> },
    { no: 3, name: "evidence", protoName: "evidence", kind: "message", repeated: false, explicit: false, message: () => EvidenceList as unknown as MessageType<object> },
    { no: 4, name: "lastCommit", protoName: "last_commit", kind: "message", repeated: false, explicit: false, message: () => Commit as unknown as MessageType<object> },
  ],
);
