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

export interface QueryModuleAccountsRequest {}
export const QueryModuleAccountsRequest: MessageType<QueryModuleAccountsRequest> = /* @__PURE__ */ new MessageType<QueryModuleAccountsRequest>(
  "cosmos.auth.v1beta1.QueryModuleAccountsRequest",
  () => ({}),
  [],
);

export interface QueryModuleAccountsResponse {
  accounts: Any[];
}
export const QueryModuleAccountsResponse: MessageType<QueryModuleAccountsResponse> = /* @__PURE__ */ new MessageType<QueryModuleAccountsResponse>(
  "cosmos.auth.v1beta1.QueryModuleAccountsResponse",
  () => ({ accounts: [] }),
  [
    { no: 1, name: "accounts", protoName: "accounts", kind: "message", repeated: true, explicit: false, message: () => Any as unknown as MessageType<object> },
  ],
);

export interface QueryModuleAccountByNameRequest {
  name: string;
}
export const QueryModuleAccountByNameRequest: MessageType<QueryModuleAccountByNameRequest> = /* @__PURE__ */ new MessageType<QueryModuleAccountByNameRequest>(
  "cosmos.auth.v1beta1.QueryModuleAccountByNameRequest",
  () => ({ name: "" }),
  [
    { no: 1, name: "name", protoName: "name", kind: "string", repeated: false, explicit: false },
  ],
);

export interface QueryModuleAccountByNameResponse {
  account: Any | undefined;
}
export const QueryModuleAccountByNameResponse: MessageType<QueryModuleAccountByNameResponse> = /* @__PURE__ */ new MessageType<QueryModuleAccountByNameResponse>(
  "cosmos.auth.v1beta1.QueryModuleAccountByNameResponse",
  () => ({ account: undefined }),
  [
    { no: 1, name: "account", protoName: "account", kind: "message", repeated: false, explicit: false, message: () => Any as unknown as MessageType<object> },
  ],
);

export interface Bech32PrefixRequest {}
export const Bech32PrefixRequest: MessageType<Bech32PrefixRequest> = /* @__PURE__ */ new MessageType<Bech32PrefixRequest>(
  "cosmos.auth.v1beta1.Bech32PrefixRequest",
  () => ({}),
  [],
);

export interface Bech32PrefixResponse {
  bech32Prefix: string;
}
export const Bech32PrefixResponse: MessageType<Bech32PrefixResponse> = /* @__PURE__ */ new MessageType<Bech32PrefixResponse>(
  "cosmos.auth.v1beta1.Bech32PrefixResponse",
  () => ({ bech32Prefix: "" }),
  [
    { no: 1, name: "bech32Prefix", protoName: "bech32_prefix", kind: "string", repeated: false, explicit: false },
  ],
);

export interface AddressBytesToStringRequest {
  addressBytes: Uint8Array;
}
export const AddressBytesToStringRequest: MessageType<AddressBytesToStringRequest> = /* @__PURE__ */ new MessageType<AddressBytesToStringRequest>(
  "cosmos.auth.v1beta1.AddressBytesToStringRequest",
  () => ({ addressBytes: new Uint8Array(0) }),
  [
    { no: 1, name: "addressBytes", protoName: "address_bytes", kind: "bytes", repeated: false, explicit: false },
  ],
);

export interface AddressBytesToStringResponse {
  addressString: string;
}
export const AddressBytesToStringResponse: MessageType<AddressBytesToStringResponse> = /* @__PURE__ */ new MessageType<AddressBytesToStringResponse>(
  "cosmos.auth.v1beta1.AddressBytesToStringResponse",
  () => ({ addressString: "" }),
  [
    { no: 1, name: "addressString", protoName: "address_string", kind: "string", repeated: false, explicit: false },
  ],
);

export interface AddressStringToBytesRequest {
  addressString: string;
}
export const AddressStringToBytesRequest: MessageType<AddressStringToBytesRequest> = /* @__PURE__ */ new MessageType<AddressStringToBytesRequest>(
  "cosmos.auth.v1beta1.AddressStringToBytesRequest",
  () => ({ addressString: "" }),
  [
    { no: 1, name: "addressString", protoName: "address_string", kind: "string", repeated: false, explicit: false },
  ],
);

export interface AddressStringToBytesResponse {
  addressBytes: Uint8Array;
}
export const AddressStringToBytesResponse: MessageType<AddressStringToBytesResponse> = /* @__PURE__ */ new MessageType<AddressStringToBytesResponse>(
  "cosmos.auth.v1beta1.AddressStringToBytesResponse",
  () => ({ addressBytes: new Uint8Array(0) }),
  [
    { no: 1, name: "addressBytes", protoName: "address_bytes", kind: "bytes", repeated: false, explicit: false },
  ],
);

export const Query = {
  /** All accounts, by address. */
  Accounts: { path: "/cosmos.auth.v1beta1.Query/Accounts", request: QueryAccountsRequest, response: QueryAccountsResponse },
  /** One account with its number, sequence and public key. */
  Account: { path: "/cosmos.auth.v1beta1.Query/Account", request: QueryAccountRequest, response: QueryAccountResponse },
  /** Limits and prices of a transaction. */
  Params: { path: "/cosmos.auth.v1beta1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
  /** Modules' own accounts, which no key controls. */
  ModuleAccounts: { path: "/cosmos.auth.v1beta1.Query/ModuleAccounts", request: QueryModuleAccountsRequest, response: QueryModuleAccountsResponse },
  /** The account of one module. */
  ModuleAccountByName: { path: "/cosmos.auth.v1beta1.Query/ModuleAccountByName", request: QueryModuleAccountByNameRequest, response: QueryModuleAccountByNameResponse },
  /** What addresses of this chain begin with. */
  Bech32Prefix: { path: "/cosmos.auth.v1beta1.Query/Bech32Prefix", request: Bech32PrefixRequest, response: Bech32PrefixResponse },
  /** The text of raw address bytes. Over gRPC alone: its usual route is also that of AddressStringToBytes. */
  AddressBytesToString: { path: "/cosmos.auth.v1beta1.Query/AddressBytesToString", request: AddressBytesToStringRequest, response: AddressBytesToStringResponse },
  /** The raw bytes of an address's text. */
  AddressStringToBytes: { path: "/cosmos.auth.v1beta1.Query/AddressStringToBytes", request: AddressStringToBytesRequest, response: AddressStringToBytesResponse },
  /** One account as a BaseAccount, whatever kind it is of. */
  AccountInfo: { path: "/cosmos.auth.v1beta1.Query/AccountInfo", request: QueryAccountInfoRequest, response: QueryAccountInfoResponse },
} as const;
