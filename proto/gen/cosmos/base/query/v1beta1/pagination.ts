// Made by `npm run proto` from proto/cosmos/base/query/v1beta1/pagination.proto. Do not edit.
import { MessageType } from "../../../../../wire/message-type.ts";

export interface PageRequest {
  /** next_key of the page before; absent for the first. */
  key: Uint8Array;
  /** Items to skip. Not beside key. */
  offset: bigint;
  /** Items of a page; 100 where it is 0, and 1000 at most. */
  limit: bigint;
  /** Whether to count them all. */
  countTotal: boolean;
  /** The last first. */
  reverse: boolean;
}
export const PageRequest: MessageType<PageRequest> = /* @__PURE__ */ new MessageType<PageRequest>(
  "cosmos.base.query.v1beta1.PageRequest",
  () => ({ key: new Uint8Array(0), offset: 0n, limit: 0n, countTotal: false, reverse: false }),
  [
    { no: 1, name: "key", protoName: "key", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "offset", protoName: "offset", kind: "uint64", repeated: false, explicit: false },
    { no: 3, name: "limit", protoName: "limit", kind: "uint64", repeated: false, explicit: false },
    { no: 4, name: "countTotal", protoName: "count_total", kind: "bool", repeated: false, explicit: false },
    { no: 5, name: "reverse", protoName: "reverse", kind: "bool", repeated: false, explicit: false },
  ],
);

export interface PageResponse {
  /** Empty after the last page. */
  nextKey: Uint8Array;
  /** 0 where it was not asked for. */
  total: bigint;
}
export const PageResponse: MessageType<PageResponse> = /* @__PURE__ */ new MessageType<PageResponse>(
  "cosmos.base.query.v1beta1.PageResponse",
  () => ({ nextKey: new Uint8Array(0), total: 0n }),
  [
    { no: 1, name: "nextKey", protoName: "next_key", kind: "bytes", repeated: false, explicit: false },
    { no: 2, name: "total", protoName: "total", kind: "uint64", repeated: false, explicit: false },
  ],
);
