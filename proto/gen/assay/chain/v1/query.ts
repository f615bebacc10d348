// Made by `npm run proto` from proto/assay/chain/v1/query.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { ChainInfo } from "./types.ts";

export interface QueryInfoRequest {}
export const QueryInfoRequest: MessageType<QueryInfoRequest> = /* @__PURE__ */ new MessageType<QueryInfoRequest>(
  "assay.chain.v1.QueryInfoRequest",
  () => ({}),
  [],
);

export interface QueryInfoResponse {
  info: ChainInfo | undefined;
}
export const QueryInfoResponse: MessageType<QueryInfoResponse> = /* @__PURE__ */ new MessageType<QueryInfoResponse>(
  "assay.chain.v1.QueryInfoResponse",
  () => ({ info: undefined }),
  [
    { no: 1, name: "info", protoName: "info", kind: "message", repeated: false, explicit: false, message: () => ChainInfo as unknown as MessageType<object> },
  ],
);

export const Query = {
  /** Names and denoms, and what the answering node asks for gas. */
  Info: { path: "/assay.chain.v1.Query/Info", request: QueryInfoRequest, response: QueryInfoResponse },
} as const;
