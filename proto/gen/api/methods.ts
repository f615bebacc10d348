// Made by `npm run proto` from all .proto files. Do not edit.
import type { ApiMethod } from "../../wire/api-method.ts";
import { Query as S0 } from "../assay/attest/v1/query.ts";
import { Query as S1 } from "../assay/chain/v1/query.ts";
import { Query as S2 } from "../assay/challenge/v1/query.ts";
import { Query as S3 } from "../assay/data/v1/query.ts";
import { Query as S4 } from "../assay/registry/v1/query.ts";
import { Query as S5 } from "../assay/staking/v1/query.ts";
import { Query as S6 } from "../cosmos/auth/v1beta1/query.ts";
import { Query as S7 } from "../cosmos/bank/v1beta1/query.ts";
import { Service as S8 } from "../cosmos/base/node/v1beta1/query.ts";
import { Service as S9 } from "../cosmos/base/tendermint/v1beta1/query.ts";
import { Query as S10 } from "../cosmos/consensus/v1/query.ts";
import { Service as S11 } from "../cosmos/tx/v1beta1/service.ts";

export const API_METHODS = [
  { service: "assay.attest.v1.Query", name: "Question", ...S0.Question, routes: [{ verb: "GET", template: "/assay/attest/v1/questions/{id}" }] },
  { service: "assay.attest.v1.Query", name: "Questions", ...S0.Questions, routes: [{ verb: "GET", template: "/assay/attest/v1/questions" }] },
  { service: "assay.attest.v1.Query", name: "Participations", ...S0.Participations, routes: [{ verb: "GET", template: "/assay/attest/v1/participations" }] },
  { service: "assay.attest.v1.Query", name: "Params", ...S0.Params, routes: [{ verb: "GET", template: "/assay/attest/v1/params" }] },
  { service: "assay.chain.v1.Query", name: "Info", ...S1.Info, routes: [{ verb: "GET", template: "/assay/chain/v1/info" }] },
  { service: "assay.challenge.v1.Query", name: "Case", ...S2.Case, routes: [{ verb: "GET", template: "/assay/challenge/v1/cases/{id}" }] },
  { service: "assay.challenge.v1.Query", name: "Cases", ...S2.Cases, routes: [{ verb: "GET", template: "/assay/challenge/v1/cases" }] },
  { service: "assay.challenge.v1.Query", name: "Commits", ...S2.Commits, routes: [{ verb: "GET", template: "/assay/challenge/v1/commits" }] },
  { service: "assay.challenge.v1.Query", name: "Params", ...S2.Params, routes: [{ verb: "GET", template: "/assay/challenge/v1/params" }] },
  { service: "assay.data.v1.Query", name: "Dataset", ...S3.Dataset, routes: [{ verb: "GET", template: "/assay/data/v1/datasets/{id}" }] },
  { service: "assay.data.v1.Query", name: "Datasets", ...S3.Datasets, routes: [{ verb: "GET", template: "/assay/data/v1/datasets" }] },
  { service: "assay.data.v1.Query", name: "Positions", ...S3.Positions, routes: [{ verb: "GET", template: "/assay/data/v1/positions" }, { verb: "GET", template: "/assay/data/v1/datasets/{dataset_id}/positions" }, { verb: "GET", template: "/assay/data/v1/accounts/{account}/positions" }] },
  { service: "assay.data.v1.Query", name: "Unbondings", ...S3.Unbondings, routes: [{ verb: "GET", template: "/assay/data/v1/unbondings" }, { verb: "GET", template: "/assay/data/v1/datasets/{dataset_id}/unbondings" }, { verb: "GET", template: "/assay/data/v1/accounts/{account}/unbondings" }] },
  { service: "assay.data.v1.Query", name: "Withdrawable", ...S3.Withdrawable, routes: [{ verb: "GET", template: "/assay/data/v1/accounts/{account}/withdrawable" }] },
  { service: "assay.data.v1.Query", name: "Commits", ...S3.Commits, routes: [{ verb: "GET", template: "/assay/data/v1/accounts/{owner}/commits" }] },
  { service: "assay.data.v1.Query", name: "Totals", ...S3.Totals, routes: [{ verb: "GET", template: "/assay/data/v1/totals" }] },
  { service: "assay.data.v1.Query", name: "Params", ...S3.Params, routes: [{ verb: "GET", template: "/assay/data/v1/params" }] },
  { service: "assay.registry.v1.Query", name: "Model", ...S4.Model, routes: [{ verb: "GET", template: "/assay/registry/v1/models/{id}" }] },
  { service: "assay.registry.v1.Query", name: "Models", ...S4.Models, routes: [{ verb: "GET", template: "/assay/registry/v1/models" }] },
  { service: "assay.registry.v1.Query", name: "Version", ...S4.Version, routes: [{ verb: "GET", template: "/assay/registry/v1/versions/{id}" }] },
  { service: "assay.registry.v1.Query", name: "Versions", ...S4.Versions, routes: [{ verb: "GET", template: "/assay/registry/v1/versions" }, { verb: "GET", template: "/assay/registry/v1/models/{model_id}/versions" }] },
  { service: "assay.registry.v1.Query", name: "Card", ...S4.Card, routes: [{ verb: "GET", template: "/assay/registry/v1/versions/{version_id}/card" }] },
  { service: "assay.registry.v1.Query", name: "Children", ...S4.Children, routes: [{ verb: "GET", template: "/assay/registry/v1/parents/{parent_id}/children" }] },
  { service: "assay.registry.v1.Query", name: "Pullable", ...S4.Pullable, routes: [{ verb: "GET", template: "/assay/registry/v1/parents/{parent_id}/pullable" }] },
  { service: "assay.registry.v1.Query", name: "Owed", ...S4.Owed, routes: [{ verb: "GET", template: "/assay/registry/v1/accounts/{account}/owed" }] },
  { service: "assay.registry.v1.Query", name: "Grants", ...S4.Grants, routes: [{ verb: "GET", template: "/assay/registry/v1/grants" }, { verb: "GET", template: "/assay/registry/v1/parents/{parent_id}/grants" }, { verb: "GET", template: "/assay/registry/v1/accounts/{builder}/grants" }] },
  { service: "assay.registry.v1.Query", name: "Scores", ...S4.Scores, routes: [{ verb: "GET", template: "/assay/registry/v1/versions/{version_id}/scores" }] },
  { service: "assay.registry.v1.Query", name: "Params", ...S4.Params, routes: [{ verb: "GET", template: "/assay/registry/v1/params" }] },
  { service: "assay.staking.v1.Query", name: "Validators", ...S5.Validators, routes: [{ verb: "GET", template: "/assay/staking/v1/validators" }] },
  { service: "assay.staking.v1.Query", name: "Validator", ...S5.Validator, routes: [{ verb: "GET", template: "/assay/staking/v1/validators/{operator}" }] },
  { service: "cosmos.auth.v1beta1.Query", name: "Accounts", ...S6.Accounts, routes: [{ verb: "GET", template: "/cosmos/auth/v1beta1/accounts" }] },
  { service: "cosmos.auth.v1beta1.Query", name: "Account", ...S6.Account, routes: [{ verb: "GET", template: "/cosmos/auth/v1beta1/accounts/{address}" }] },
  { service: "cosmos.auth.v1beta1.Query", name: "Params", ...S6.Params, routes: [{ verb: "GET", template: "/cosmos/auth/v1beta1/params" }] },
  { service: "cosmos.auth.v1beta1.Query", name: "ModuleAccounts", ...S6.ModuleAccounts, routes: [{ verb: "GET", template: "/cosmos/auth/v1beta1/module_accounts" }] },
  { service: "cosmos.auth.v1beta1.Query", name: "ModuleAccountByName", ...S6.ModuleAccountByName, routes: [{ verb: "GET", template: "/cosmos/auth/v1beta1/module_accounts/{name}" }] },
  { service: "cosmos.auth.v1beta1.Query", name: "Bech32Prefix", ...S6.Bech32Prefix, routes: [{ verb: "GET", template: "/cosmos/auth/v1beta1/bech32" }] },
  { service: "cosmos.auth.v1beta1.Query", name: "AddressBytesToString", ...S6.AddressBytesToString, routes: [] },
  { service: "cosmos.auth.v1beta1.Query", name: "AddressStringToBytes", ...S6.AddressStringToBytes, routes: [{ verb: "GET", template: "/cosmos/auth/v1beta1/bech32/{address_string}" }] },
  { service: "cosmos.auth.v1beta1.Query", name: "AccountInfo", ...S6.AccountInfo, routes: [{ verb: "GET", template: "/cosmos/auth/v1beta1/account_info/{address}" }] },
  { service: "cosmos.bank.v1beta1.Query", name: "Balance", ...S7.Balance, routes: [{ verb: "GET", template: "/cosmos/bank/v1beta1/balances/{address}/by_denom" }] },
  { service: "cosmos.bank.v1beta1.Query", name: "AllBalances", ...S7.AllBalances, routes: [{ verb: "GET", template: "/cosmos/bank/v1beta1/balances/{address}" }] },
  { service: "cosmos.bank.v1beta1.Query", name: "SpendableBalances", ...S7.SpendableBalances, routes: [{ verb: "GET", template: "/cosmos/bank/v1beta1/spendable_balances/{address}" }] },
  { service: "cosmos.bank.v1beta1.Query", name: "SpendableBalanceByDenom", ...S7.SpendableBalanceByDenom, routes: [{ verb: "GET", template: "/cosmos/bank/v1beta1/spendable_balances/{address}/by_denom" }] },
  { service: "cosmos.bank.v1beta1.Query", name: "TotalSupply", ...S7.TotalSupply, routes: [{ verb: "GET", template: "/cosmos/bank/v1beta1/supply" }] },
  { service: "cosmos.bank.v1beta1.Query", name: "SupplyOf", ...S7.SupplyOf, routes: [{ verb: "GET", template: "/cosmos/bank/v1beta1/supply/by_denom" }] },
  { service: "cosmos.bank.v1beta1.Query", name: "Params", ...S7.Params, routes: [{ verb: "GET", template: "/cosmos/bank/v1beta1/params" }] },
  { service: "cosmos.bank.v1beta1.Query", name: "DenomMetadata", ...S7.DenomMetadata, routes: [{ verb: "GET", template: "/cosmos/bank/v1beta1/denoms_metadata/{denom=**}" }] },
  { service: "cosmos.bank.v1beta1.Query", name: "DenomMetadataByQueryString", ...S7.DenomMetadataByQueryString, routes: [{ verb: "GET", template: "/cosmos/bank/v1beta1/denoms_metadata_by_query_string" }] },
  { service: "cosmos.bank.v1beta1.Query", name: "DenomsMetadata", ...S7.DenomsMetadata, routes: [{ verb: "GET", template: "/cosmos/bank/v1beta1/denoms_metadata" }] },
  { service: "cosmos.bank.v1beta1.Query", name: "SendEnabled", ...S7.SendEnabled, routes: [{ verb: "GET", template: "/cosmos/bank/v1beta1/send_enabled" }] },
  { service: "cosmos.base.node.v1beta1.Service", name: "Config", ...S8.Config, routes: [{ verb: "GET", template: "/cosmos/base/node/v1beta1/config" }] },
  { service: "cosmos.base.node.v1beta1.Service", name: "Status", ...S8.Status, routes: [{ verb: "GET", template: "/cosmos/base/node/v1beta1/status" }] },
  { service: "cosmos.base.tendermint.v1beta1.Service", name: "GetNodeInfo", ...S9.GetNodeInfo, routes: [{ verb: "GET", template: "/cosmos/base/tendermint/v1beta1/node_info" }] },
  { service: "cosmos.base.tendermint.v1beta1.Service", name: "GetSyncing", ...S9.GetSyncing, routes: [{ verb: "GET", template: "/cosmos/base/tendermint/v1beta1/syncing" }] },
  { service: "cosmos.base.tendermint.v1beta1.Service", name: "GetLatestBlock", ...S9.GetLatestBlock, routes: [{ verb: "GET", template: "/cosmos/base/tendermint/v1beta1/blocks/latest" }] },
  { service: "cosmos.base.tendermint.v1beta1.Service", name: "GetBlockByHeight", ...S9.GetBlockByHeight, routes: [{ verb: "GET", template: "/cosmos/base/tendermint/v1beta1/blocks/{height}" }] },
  { service: "cosmos.base.tendermint.v1beta1.Service", name: "GetLatestValidatorSet", ...S9.GetLatestValidatorSet, routes: [{ verb: "GET", template: "/cosmos/base/tendermint/v1beta1/validatorsets/latest" }] },
  { service: "cosmos.base.tendermint.v1beta1.Service", name: "GetValidatorSetByHeight", ...S9.GetValidatorSetByHeight, routes: [{ verb: "GET", template: "/cosmos/base/tendermint/v1beta1/validatorsets/{height}" }] },
  { service: "cosmos.base.tendermint.v1beta1.Service", name: "ABCIQuery", ...S9.ABCIQuery, routes: [{ verb: "GET", template: "/cosmos/base/tendermint/v1beta1/abci_query" }] },
  { service: "cosmos.consensus.v1.Query", name: "Params", ...S10.Params, routes: [{ verb: "GET", template: "/cosmos/consensus/v1/params" }] },
  { service: "cosmos.tx.v1beta1.Service", name: "Simulate", ...S11.Simulate, routes: [{ verb: "POST", template: "/cosmos/tx/v1beta1/simulate" }] },
  { service: "cosmos.tx.v1beta1.Service", name: "GetTx", ...S11.GetTx, routes: [{ verb: "GET", template: "/cosmos/tx/v1beta1/txs/{hash}" }] },
  { service: "cosmos.tx.v1beta1.Service", name: "BroadcastTx", ...S11.BroadcastTx, routes: [{ verb: "POST", template: "/cosmos/tx/v1beta1/txs" }] },
  { service: "cosmos.tx.v1beta1.Service", name: "GetTxsEvent", ...S11.GetTxsEvent, routes: [{ verb: "GET", template: "/cosmos/tx/v1beta1/txs" }] },
  { service: "cosmos.tx.v1beta1.Service", name: "GetBlockWithTxs", ...S11.GetBlockWithTxs, routes: [{ verb: "GET", template: "/cosmos/tx/v1beta1/txs/block/{height}" }] },
  { service: "cosmos.tx.v1beta1.Service", name: "TxDecode", ...S11.TxDecode, routes: [{ verb: "POST", template: "/cosmos/tx/v1beta1/decode" }] },
  { service: "cosmos.tx.v1beta1.Service", name: "TxEncode", ...S11.TxEncode, routes: [{ verb: "POST", template: "/cosmos/tx/v1beta1/encode" }] },
] as unknown as readonly ApiMethod[];
