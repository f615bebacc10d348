// Made by `npm run proto` from proto/cosmos/auth/v1beta1/query.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { Any } from "../../../google/protobuf/any.ts";
import { PageRequest, PageResponse } from "../../base/query/v1beta1/pagination.ts";
import { BaseAccount, Params } from "./auth.ts";

export interface QueryAccountsRequest {
  pagination: PageRequest | undefined;
}
export const QueryAccountsRequest: MessageType<QueryAccountsRequest> = /* @__PURE__ */ new MessageType<QueryAccountsRequest>(
  "cosmos.auth.v1beta1.QueryAccountsRequest",
  () => ({ pagination: undefined }),
  [
    { no: 1, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface QueryAccountsResponse {
  accounts: Any[];
  pagination: PageResponse | undefined;
}
export const QueryAccountsResponse: MessageType<QueryAccountsResponse> = /* @__PURE__ */ new MessageType<QueryAccountsResponse>(
  "cosmos.auth.v1beta1.QueryAccountsResponse",
  () => ({ accounts: [], pagination: undefined }),
  [
    { no: 1, name: "accounts", protoName: "accounts", kind: "message", repeated: true, explicit: false, message: () => Any as unknown as MessageType<object> },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export interface QueryAccountRequest {
  address: string;
}
export const QueryAccountRequest: MessageType<QueryAccountRequest> = /* @__PURE__ */ new MessageType<QueryAccountRequest>(
  "cosmos.auth.v1beta1.QueryAccountRequest",
  () => ({ address: "" }),
  [
    { no: 1, name: "address", protoName: "address", kind: "string", repeated: false, explicit: false },
  ],
);

export interface QueryAccountResponse {
  account: Any | undefined;
}
export const QueryAccountResponse: MessageType<QueryAccountResponse> = /* @__PURE__ */ new MessageType<QueryAccountResponse>(
  "cosmos.auth.v1beta1.QueryAccountResponse",
  () => ({ account: undefined }),
  [
    { no: 1, name: "account", protoName: "account", kind: "message", repeated: false, explicit: false, message: () => Any as unknown as MessageType<object> },
  ],
);

export interface QueryParamsRequest {}
export const QueryParamsRequest: MessageType<QueryParamsRequest> = /* @__PURE__ */ new MessageType<QueryParamsRequest>(
  "cosmos.auth.v1beta1.QueryParamsRequest",
  () => ({}),
  [],
);

export interface QueryParamsResponse {
  params: Params | undefined;
}
export const QueryParamsResponse: MessageType<QueryParamsResponse> = /* @__PURE__ */ new MessageType<QueryParamsResponse>(
  "cosmos.auth.v1beta1.QueryParamsResponse",
  () => ({ params: undefined }),
  [
    { no: 1, name: "params", protoName: "params", kind: "message", repeated: false, explicit: false, message: () => Params as unknown as MessageType<object> },
  ],
);

export interface QueryAccountInfoRequest {
  address: string;
}
export const QueryAccountInfoRequest: MessageType<QueryAccountInfoRequest> = /* @__PURE__ */ new MessageType<QueryAccountInfoRequest>(
  "cosmos.auth.v1beta1.QueryAccountInfoRequest",
  () => ({ address: "" }),
  [
    { no: 1, name: "address", protoName: "address", kind: "string", repeated: false, explicit: false },
  ],
);

export interface QueryAccountInfoResponse {
  info: BaseAccount | undefined;
}
export const QueryAccountInfoResponse: MessageType<QueryAccountInfoResponse> = /* @__PURE__ */ new MessageType<QueryAccountInfoResponse>(
  "cosmos.auth.v1beta1.QueryAccountInfoResponse",
  () => ({ info: undefined }),
  [
    { no: 1, name: "info", protoName: "info", kind: "message", repeated: false, explicit: false, message: () => BaseAccount as unknown as MessageType<object> },
  ],
);

export const Query = {
  Accounts: { path: "/cosmos.auth.v1beta1.Query/Accounts", request: QueryAccountsRequest, response: QueryAccountsResponse },
  Account: { path: "/cosmos.auth.v1beta1.Query/Account", request: QueryAccountRequest, response: QueryAccountResponse },
  Params: { path: "/cosmos.auth.v1beta1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
  AccountInfo: { path: "/cosmos.auth.v1beta1.Query/AccountInfo", request: QueryAccountInfoRequest, response: QueryAccountInfoResponse },
} as const;
