// Made by `npm run proto` from proto/assay/staking/v1/query.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Validator } from "./types.ts";

/** By power, the largest first. */
export interface QueryValidatorsRequest {}
export const QueryValidatorsRequest: MessageType<QueryValidatorsRequest> = /* @__PURE__ */ new MessageType<QueryValidatorsRequest>(
  "assay.staking.v1.QueryValidatorsRequest",
  () => ({}),
  [],
);

export interface QueryValidatorsResponse {
  validators: Validator[];
}
export const QueryValidatorsResponse: MessageType<QueryValidatorsResponse> = /* @__PURE__ */ new MessageType<QueryValidatorsResponse>(
  "assay.staking.v1.QueryValidatorsResponse",
  () => ({ validators: [] }),
  [
    { no: 1, name: "validators", protoName: "validators", kind: "message", repeated: true, explicit: false, message: () => Validator as unknown as MessageType<object> },
  ],
);

export interface QueryValidatorRequest {
  operator: string;
}
export const QueryValidatorRequest: MessageType<QueryValidatorRequest> = /* @__PURE__ */ new MessageType<QueryValidatorRequest>(
  "assay.staking.v1.QueryValidatorRequest",
  () => ({ operator: "" }),
  [
    { no: 1, name: "operator", protoName: "operator", kind: "string", repeated: false, explicit: false },
  ],
);

export interface QueryValidatorResponse {
  validator: Validator | undefined;
}
export const QueryValidatorResponse: MessageType<QueryValidatorResponse> = /* @__PURE__ */ new MessageType<QueryValidatorResponse>(
  "assay.staking.v1.QueryValidatorResponse",
  () => ({ validator: undefined }),
  [
    { no: 1, name: "validator", protoName: "validator", kind: "message", repeated: false, explicit: false, message: () => Validator as unknown as MessageType<object> },
  ],
);

export const Query = {
  /** Validators by power, the largest first. */
  Validators: { path: "/assay.staking.v1.Query/Validators", request: QueryValidatorsRequest, response: QueryValidatorsResponse },
  /** One validator. */
  Validator: { path: "/assay.staking.v1.Query/Validator", request: QueryValidatorRequest, response: QueryValidatorResponse },
} as const;
