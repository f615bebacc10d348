// Made by `npm run proto` from proto/cosmos/consensus/v1/query.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { ConsensusParams } from "../../../tendermint/types/params.ts";

export interface QueryParamsRequest {}
export const QueryParamsRequest: MessageType<QueryParamsRequest> = /* @__PURE__ */ new MessageType<QueryParamsRequest>(
  "cosmos.consensus.v1.QueryParamsRequest",
  () => ({}),
  [],
);

export interface QueryParamsResponse {
  params: ConsensusParams | undefined;
}
export const QueryParamsResponse: MessageType<QueryParamsResponse> = /* @__PURE__ */ new MessageType<QueryParamsResponse>(
  "cosmos.consensus.v1.QueryParamsResponse",
  () => ({ params: undefined }),
  [
    { no: 1, name: "params", protoName: "params", kind: "message", repeated: false, explicit: false, message: () => ConsensusParams as unknown as MessageType<object> },
  ],
);

export const Query = {
  /** Limits of a block, of evidence and of validators' keys. */
  Params: { path: "/cosmos.consensus.v1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
} as const;
