// Made by `npm run proto` from proto/google/protobuf/timestamp.proto. Do not edit.
import { MessageType } from "../../../wire/message-type.ts";

export interface Timestamp {
  seconds: bigint;
  nanos: number;
}
export const Timestamp: MessageType<Timestamp> = /* @__PURE__ */ new MessageType<Timestamp>(
  "google.protobuf.Timestamp",
  () => ({ seconds: 0n, nanos: 0 }),
  [
    { no: 1, name: "seconds", protoName: "seconds", kind: "int64", repeated: false, explicit: false },
    { no: 2, name: "nanos", protoName: "nanos", kind: "int32", repeated: false, explicit: false },
  ],
);
