// Made by `npm run proto` from proto/google/protobuf/any.proto. Do not edit.
import { MessageType } from "../../../wire/message-type.ts";

export interface Any {
  /** `/` and a full message name. */
  typeUrl: string;
  value: Uint8Array;
}
export const Any: MessageType<Any> = /* @__PURE__ */ new MessageType<Any>(
  "google.protobuf.Any",
  () => ({ typeUrl: "", value: new Uint8Array(0) }),
  [
    { no: 1, name: "typeUrl", protoName: "type_url", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "value", protoName: "value", kind: "bytes", repeated: false, explicit: false },
  ],
);
