/** The table of methods: name, parameters in CometBFT's order, and what runs. */
import type { Environment } from "./environment.ts";
import * as info from "./info-methods.ts";
import type { ParamKind, ParamSpec, ParamValue } from "./params.ts";
import type { MethodResult } from "./raw-json.ts";
import * as txs from "./tx-methods.ts";

export interface Method {
  readonly params: readonly ParamSpec[];
  run(environment: Environment, args: readonly ParamValue[]): Promise<MethodResult> | MethodResult;
}

type Run = (environment: Environment, args: never) => Promise<MethodResult> | MethodResult;

/** The parameters' kinds are what the function takes: they stand side by side in the table. */
function method(params: Readonly<Record<string, ParamKind>>, run: Run): Method {
  return {
    params: Object.entries(params).map(([name, kind]) => ({ name, kind })),
    run: run as Method["run"],
  };
}

const PAGED = { page: "integer", per_page: "integer", order_by: "string" } as const;

export const METHODS: ReadonlyMap<string, Method> = new Map([
  ["abci_info", method({}, info.abciInfo)],
  ["abci_query", method({ path: "string", data: "hex", height: "integer", prove: "bool" }, info.abciQuery)],
  ["block", method({ height: "integer" }, info.block)],
  ["block_by_hash", method({ hash: "bytes" }, info.blockByHash)],
  ["block_results", method({ height: "integer" }, info.blockResults)],
  ["block_search", method({ query: "string", ...PAGED }, info.blockSearch)],
  ["blockchain", method({ minHeight: "integer", maxHeight: "integer" }, info.blockchain)],
  ["broadcast_evidence", method({ evidence: "string" }, txs.broadcastEvidence)],
  ["broadcast_tx_async", method({ tx: "bytes" }, txs.broadcastTxAsync)],
  ["broadcast_tx_commit", method({ tx: "bytes" }, txs.broadcastTxCommit)],
  ["broadcast_tx_sync", method({ tx: "bytes" }, txs.broadcastTxSync)],
  ["check_tx", method({ tx: "bytes" }, txs.checkTx)],
  ["commit", method({ height: "integer" }, info.commit)],
  ["consensus_params", method({ height: "integer" }, info.consensusParams)],
  ["consensus_state", method({}, info.consensusState)],
  ["genesis", method({}, info.genesis)],
  ["genesis_chunked", method({ chunk: "integer" }, info.genesisChunked)],
  ["header", method({ height: "integer" }, info.header)],
  ["header_by_hash", method({ hash: "hex" }, info.headerByHash)],
  ["health", method({}, info.health)],
  ["net_info", method({}, info.netInfo)],
  ["num_unconfirmed_txs", method({}, txs.numUnconfirmedTxs)],
  ["status", method({}, info.status)],
  ["tx", method({ hash: "bytes", prove: "bool" }, txs.tx)],
  ["tx_search", method({ query: "string", prove: "bool", ...PAGED }, txs.txSearch)],
  ["unconfirmed_txs", method({ limit: "integer" }, txs.unconfirmedTxs)],
  ["validators", method({ height: "integer", page: "integer", per_page: "integer" }, info.validators)],
]);

/** Methods that need a WebSocket; elsewhere they are not found. */
export const SUBSCRIPTION_PARAMS: readonly ParamSpec[] = [{ name: "query", kind: "string" }];
