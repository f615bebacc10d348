// Made by `npm run proto` from proto/cosmos/bank/v1beta1/query.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";
import { PageRequest, PageResponse } from "../../base/query/v1beta1/pagination.ts";
import { Coin } from "../../base/v1beta1/coin.ts";
import { Metadata, Params, SendEnabled } from "./bank.ts";

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

export interface QueryDenomMetadataByQueryStringRequest {
  denom: string;
}
export const QueryDenomMetadataByQueryStringRequest: MessageType<QueryDenomMetadataByQueryStringRequest> = /* @__PURE__ */ new MessageType<QueryDenomMetadataByQueryStringRequest>(
  "cosmos.bank.v1beta1.QueryDenomMetadataByQueryStringRequest",
  () => ({ denom: "" }),
  [
    { no: 1, name: "denom", protoName: "denom", kind: "string", repeated: false, explicit: false },
  ],
);

export interface QueryDenomMetadataByQueryStringResponse {
  metadata: Metadata | undefined;
}
export const QueryDenomMetadataByQueryStringResponse: MessageType<QueryDenomMetadataByQueryStringResponse> = /* @__PURE__ */ new MessageType<QueryDenomMetadataByQueryStringResponse>(
  "cosmos.bank.v1beta1.QueryDenomMetadataByQueryStringResponse",
  () => ({ metadata: undefined }),
  [
    { no: 1, name: "metadata", protoName: "metadata", kind: "message", repeated: false, explicit: false, message: () => Metadata as unknown as MessageType<object> },
  ],
);

export interface QuerySendEnabledRequest {
  denoms: string[];
  pagination: PageRequest | undefined;
}
export const QuerySendEnabledRequest: MessageType<QuerySendEnabledRequest> = /* @__PURE__ */ new MessageType<QuerySendEnabledRequest>(
  "cosmos.bank.v1beta1.QuerySendEnabledRequest",
  () => ({ denoms: [], pagination: undefined }),
  [
    { no: 1, name: "denoms", protoName: "denoms", kind: "string", repeated: true, explicit: false },
    { no: 99, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageRequest as unknown as MessageType<object> },
  ],
);

export interface QuerySendEnabledResponse {
  sendEnabled: SendEnabled[];
  pagination: PageResponse | undefined;
}
export const QuerySendEnabledResponse: MessageType<QuerySendEnabledResponse> = /* @__PURE__ */ new MessageType<QuerySendEnabledResponse>(
  "cosmos.bank.v1beta1.QuerySendEnabledResponse",
  () => ({ sendEnabled: [], pagination: undefined }),
  [
    { no: 1, name: "sendEnabled", protoName: "send_enabled", kind: "message", repeated: true, explicit: false, message: () => SendEnabled as unknown as MessageType<object> },
    { no: 99, name: "pagination", protoName: "pagination", kind: "message", repeated: false, explicit: false, message: () => PageResponse as unknown as MessageType<object> },
  ],
);

export const Query = {
  /** What an account holds of a denom; zero is an answer. */
  Balance: { path: "/cosmos.bank.v1beta1.Query/Balance", request: QueryBalanceRequest, response: QueryBalanceResponse },
  /** All that an account holds, by denom. */
  AllBalances: { path: "/cosmos.bank.v1beta1.Query/AllBalances", request: QueryAllBalancesRequest, response: QueryAllBalancesResponse },
  /** What an account can spend, by denom: all it holds. */
  SpendableBalances: { path: "/cosmos.bank.v1beta1.Query/SpendableBalances", request: QuerySpendableBalancesRequest, response: QuerySpendableBalancesResponse },
  /** What an account can spend of a denom. */
  SpendableBalanceByDenom: { path: "/cosmos.bank.v1beta1.Query/SpendableBalanceByDenom", request: QuerySpendableBalanceByDenomRequest, response: QuerySpendableBalanceByDenomResponse },
  /** Base units of every denom. */
  TotalSupply: { path: "/cosmos.bank.v1beta1.Query/TotalSupply", request: QueryTotalSupplyRequest, response: QueryTotalSupplyResponse },
  /** Base units of one denom. */
  SupplyOf: { path: "/cosmos.bank.v1beta1.Query/SupplyOf", request: QuerySupplyOfRequest, response: QuerySupplyOfResponse },
  /** Whether sending is switched on. */
  Params: { path: "/cosmos.bank.v1beta1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
  /** How to show a denom. */
  DenomMetadata: { path: "/cosmos.bank.v1beta1.Query/DenomMetadata", request: QueryDenomMetadataRequest, response: QueryDenomMetadataResponse },
  /** How to show a denom, asked for by a query parameter. */
  DenomMetadataByQueryString: { path: "/cosmos.bank.v1beta1.Query/DenomMetadataByQueryString", request: QueryDenomMetadataByQueryStringRequest, response: QueryDenomMetadataByQueryStringResponse },
  /** How to show each denom. */
  DenomsMetadata: { path: "/cosmos.bank.v1beta1.Query/DenomsMetadata", request: QueryDenomsMetadataRequest, response: QueryDenomsMetadataResponse },
  /** Denoms that are switched by themselves: there are none. */
  SendEnabled: { path: "/cosmos.bank.v1beta1.Query/SendEnabled", request: QuerySendEnabledRequest, response: QuerySendEnabledResponse },
} as const;
