// Made by `npm run proto` from proto/cosmos/bank/v1beta1/query.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { PageRequest, PageResponse } from "../../base/query/v1beta1/pagination.ts";
import { Coin } from "../../base/v1beta1/coin.ts";
import { Metadata, Params } from "./bank.ts";

export interface QueryBalanceRequest {
  address: string;
  denom: string;
}
export const QueryBalanceRequest: MessageType<QueryBalanceRequest> = /* @__PURE__ */ new MessageType<QueryBalanceRequest>(
  "cosmos.bank.v1beta1.QueryBalanceRequest",
  () => ({ address: "", denom: "" }),
  [
    { no: 1, name: "address", protoName: "address", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "denom", protoName: "denom", kind: "string", repeated: false, explicit: false },
  ],
);

export interface QueryBalanceResponse {
  balance: Coin | undefined;
}
export const QueryBalanceResponse: MessageType<QueryBalanceResponse> = /* @__PURE__ */ new MessageType<QueryBalanceResponse>(
  "cosmos.bank.v1beta1.QueryBalanceResponse",
  () => ({ balance: undefined }),
  [
    { no: 1, name: "balance", protoName: "balance", kind: "message", repeated: false, explicit: false, message: () => Coin as unknown as MessageType<object> },
  ],
);

export interface QueryAllBalancesRequest {
  address: string;
  pagination: PageRequest | undefined;
  resolveDenom: boolean;
}
export const QueryAllBalancesRequest: MessageType<QueryAllBalancesRequest> = /* @__PURE__ */ new MessageType<QueryAllBalancesRequest>(
  "cosmos.bank.v1beta1.QueryAllBalancesRequest",
  () => ({ address: "", pagination: undefined, resolveDenom: false }),
  [
    { no: 1, name: "address", protoName: "address", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
    { no: 3, name: "resolveDenom", protoName: "resolve_denom", kind: "bool", repeated: false, explicit: false },
  ],
);

export interface QueryAllBalancesResponse {
  balances: Coin[];
  pagination: PageResponse | undefined;
}
export const QueryAllBalancesResponse: MessageType<QueryAllBalancesResponse> = /* @__PURE__ */ new MessageType<QueryAllBalancesResponse>(
  "cosmos.bank.v1beta1.QueryAllBalancesResponse",
  () => ({ balances: [], pagination: undefined }),
  [
    { no: 1, name: "balances", protoName: "balances", kind: "message", repeated: true, explicit: false, message: () => Coin as unknown as MessageType<object> },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export interface QuerySpendableBalancesRequest {
  address: string;
  pagination: PageRequest | undefined;
}
export const QuerySpendableBalancesRequest: MessageType<QuerySpendableBalancesRequest> = /* @__PURE__ */ new MessageType<QuerySpendableBalancesRequest>(
  "cosmos.bank.v1beta1.QuerySpendableBalancesRequest",
  () => ({ address: "", pagination: undefined }),
  [
    { no: 1, name: "address", protoName: "address", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface QuerySpendableBalancesResponse {
  balances: Coin[];
  pagination: PageResponse | undefined;
}
export const QuerySpendableBalancesResponse: MessageType<QuerySpendableBalancesResponse> = /* @__PURE__ */ new MessageType<QuerySpendableBalancesResponse>(
  "cosmos.bank.v1beta1.QuerySpendableBalancesResponse",
  () => ({ balances: [], pagination: undefined }),
  [
    { no: 1, name: "balances", protoName: "balances", kind: "message", repeated: true, explicit: false, message: () => Coin as unknown as MessageType<object> },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export interface QuerySpendableBalanceByDenomRequest {
  address: string;
  denom: string;
}
export const QuerySpendableBalanceByDenomRequest: MessageType<QuerySpendableBalanceByDenomRequest> = /* @__PURE__ */ new MessageType<QuerySpendableBalanceByDenomRequest>(
  "cosmos.bank.v1beta1.QuerySpendableBalanceByDenomRequest",
  () => ({ address: "", denom: "" }),
  [
    { no: 1, name: "address", protoName: "address", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "denom", protoName: "denom", kind: "string", repeated: false, explicit: false },
  ],
);

export interface QuerySpendableBalanceByDenomResponse {
  balance: Coin | undefined;
}
export const QuerySpendableBalanceByDenomResponse: MessageType<QuerySpendableBalanceByDenomResponse> = /* @__PURE__ */ new MessageType<QuerySpendableBalanceByDenomResponse>(
  "cosmos.bank.v1beta1.QuerySpendableBalanceByDenomResponse",
  () => ({ balance: undefined }),
  [
    { no: 1, name: "balance", protoName: "balance", kind: "message", repeated: false, explicit: false, message: () => Coin as unknown as MessageType<object> },
  ],
);

export interface QueryTotalSupplyRequest {
  pagination: PageRequest | undefined;
}
export const QueryTotalSupplyRequest: MessageType<QueryTotalSupplyRequest> = /* @__PURE__ */ new MessageType<QueryTotalSupplyRequest>(
  "cosmos.bank.v1beta1.QueryTotalSupplyRequest",
  () => ({ pagination: undefined }),
  [
    { no: 1, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface QueryTotalSupplyResponse {
  supply: Coin[];
  pagination: PageResponse | undefined;
}
export const QueryTotalSupplyResponse: MessageType<QueryTotalSupplyResponse> = /* @__PURE__ */ new MessageType<QueryTotalSupplyResponse>(
  "cosmos.bank.v1beta1.QueryTotalSupplyResponse",
  () => ({ supply: [], pagination: undefined }),
  [
    { no: 1, name: "supply", protoName: "supply", kind: "message", repeated: true, explicit: false, message: () => Coin as unknown as MessageType<object> },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export interface QuerySupplyOfRequest {
  denom: string;
}
export const QuerySupplyOfRequest: MessageType<QuerySupplyOfRequest> = /* @__PURE__ */ new MessageType<QuerySupplyOfRequest>(
  "cosmos.bank.v1beta1.QuerySupplyOfRequest",
  () => ({ denom: "" }),
  [
    { no: 1, name: "denom", protoName: "denom", kind: "string", repeated: false, explicit: false },
  ],
);

export interface QuerySupplyOfResponse {
  amount: Coin | undefined;
}
export const QuerySupplyOfResponse: MessageType<QuerySupplyOfResponse> = /* @__PURE__ */ new MessageType<QuerySupplyOfResponse>(
  "cosmos.bank.v1beta1.QuerySupplyOfResponse",
  () => ({ amount: undefined }),
  [
    { no: 1, name: "amount", protoName: "amount", kind: "message", repeated: false, explicit: false, message: () => Coin as unknown as MessageType<object> },
  ],
);

export interface QueryParamsRequest {}
export const QueryParamsRequest: MessageType<QueryParamsRequest> = /* @__PURE__ */ new MessageType<QueryParamsRequest>(
  "cosmos.bank.v1beta1.QueryParamsRequest",
  () => ({}),
  [],
);

export interface QueryParamsResponse {
  params: Params | undefined;
}
export const QueryParamsResponse: MessageType<QueryParamsResponse> = /* @__PURE__ */ new MessageType<QueryParamsResponse>(
  "cosmos.bank.v1beta1.QueryParamsResponse",
  () => ({ params: undefined }),
  [
    { no: 1, name: "params", protoName: "params", kind: "message", repeated: false, explicit: false, message: () => Params as unknown as MessageType<object> },
  ],
);

export interface QueryDenomMetadataRequest {
  denom: string;
}
export const QueryDenomMetadataRequest: MessageType<QueryDenomMetadataRequest> = /* @__PURE__ */ new MessageType<QueryDenomMetadataRequest>(
  "cosmos.bank.v1beta1.QueryDenomMetadataRequest",
  () => ({ denom: "" }),
  [
    { no: 1, name: "denom", protoName: "denom", kind: "string", repeated: false, explicit: false },
  ],
);

export interface QueryDenomMetadataResponse {
  metadata: Metadata | undefined;
}
export const QueryDenomMetadataResponse: MessageType<QueryDenomMetadataResponse> = /* @__PURE__ */ new MessageType<QueryDenomMetadataResponse>(
  "cosmos.bank.v1beta1.QueryDenomMetadataResponse",
  () => ({ metadata: undefined }),
  [
    { no: 1, name: "metadata", protoName: "metadata", kind: "message", repeated: false, explicit: false, message: () => Metadata as unknown as MessageType<object> },
  ],
);

export interface QueryDenomsMetadataRequest {
  pagination: PageRequest | undefined;
}
export const QueryDenomsMetadataRequest: MessageType<QueryDenomsMetadataRequest> = /* @__PURE__ */ new MessageType<QueryDenomsMetadataRequest>(
  "cosmos.bank.v1beta1.QueryDenomsMetadataRequest",
  () => ({ pagination: undefined }),
  [
    { no: 1, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface QueryDenomsMetadataResponse {
  metadatas: Metadata[];
  pagination: PageResponse | undefined;
}
export const QueryDenomsMetadataResponse: MessageType<QueryDenomsMetadataResponse> = /* @__PURE__ */ new MessageType<QueryDenomsMetadataResponse>(
  "cosmos.bank.v1beta1.QueryDenomsMetadataResponse",
  () => ({ metadatas: [], pagination: undefined }),
  [
    { no: 1, name: "metadatas", protoName: "metadatas", kind: "message", repeated: true, explicit: false, message: () => Metadata as unknown as MessageType<object> },
    { no: 2, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export const Query = {
  Balance: { path: "/cosmos.bank.v1beta1.Query/Balance", request: QueryBalanceRequest, response: QueryBalanceResponse },
  AllBalances: { path: "/cosmos.bank.v1beta1.Query/AllBalances", request: QueryAllBalancesRequest, response: QueryAllBalancesResponse },
  SpendableBalances: { path: "/cosmos.bank.v1beta1.Query/SpendableBalances", request: QuerySpendableBalancesRequest, response: QuerySpendableBalancesResponse },
  SpendableBalanceByDenom: { path: "/cosmos.bank.v1beta1.Query/SpendableBalanceByDenom", request: QuerySpendableBalanceByDenomRequest, response: QuerySpendableBalanceByDenomResponse },
  TotalSupply: { path: "/cosmos.bank.v1beta1.Query/TotalSupply", request: QueryTotalSupplyRequest, response: QueryTotalSupplyResponse },
  SupplyOf: { path: "/cosmos.bank.v1beta1.Query/SupplyOf", request: QuerySupplyOfRequest, response: QuerySupplyOfResponse },
  Params: { path: "/cosmos.bank.v1beta1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
  DenomMetadata: { path: "/cosmos.bank.v1beta1.Query/DenomMetadata", request: QueryDenomMetadataRequest, response: QueryDenomMetadataResponse },
  DenomsMetadata: { path: "/cosmos.bank.v1beta1.Query/DenomsMetadata", request: QueryDenomsMetadataRequest, response: QueryDenomsMetadataResponse },
} as const;
