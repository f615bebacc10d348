/**
 * The state before the first block, from the `app_state` of a genesis file, and back. What is exported and imported
 * again has the same app hash.
 *
 * @module
 */
import { type BlockInfo, type ChainInfo, ExecutionContext, readContext } from "@assay/kernel/context";
import type { GenesisSpec, Module } from "@assay/kernel/module";
import type { StoreReader, StoreWriter } from "@assay/kernel/store";
import { GenesisState as ChainGenesis } from "@assay/proto/gen/assay/chain/v1/genesis";
import { ConsensusParams } from "@assay/proto/gen/tendermint/types/params";
import { type Json, messageFromJson, messageToJson } from "@assay/proto/wire/json";
import { state as chainState, checkChainGenesis } from "./chain-info.ts";

/** What a genesis file holds of the application's, besides what the engine needs. */
export interface GenesisExport {
  /** Seconds since 1970 and nanoseconds of the last block: the genesis time of a chain that goes on from here. */
  readonly time: { readonly seconds: bigint; readonly nanos: number };
  /** First height of a chain that goes on from here. */
  readonly initialHeight: bigint;
  readonly consensusParams: ConsensusParams;
  readonly appState: { readonly [module: string]: Json };
}

function section(appState: Json, name: string): Json {
  if (appState === null || typeof appState !== "object" || Array.isArray(appState)) {
    throw new Error("app_state: expected an object");
  }
  return appState[name] ?? {};
}

/** A section whose params say everything: what it leaves out of them takes the module's default. */
function completed({ params }: GenesisSpec, json: Json): Json {
  if (params === undefined || json === null || typeof json !== "object" || Array.isArray(json)) return json;
  const given = json.params;
  if (given === undefined || given === null || typeof given !== "object" || Array.isArray(given)) return json;
  return { ...json, params: { ...(messageToJson(params.type, params.defaults) as object), ...given } };
}

/** Reads `app_state.chain` first: addresses of all other sections depend on it. */
export function readChainInfo(chainId: string, appState: Json): ChainInfo {
  const chain = messageFromJson(ChainGenesis, section(appState, "chain"), "app_state.chain");
  checkChainGenesis(chain);
  return { chainId, bech32Prefix: chain.bech32Prefix, feeDenom: chain.feeDenom };
}

export function parseAppState(bytes: Uint8Array): Json {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8")) as Json;
  } catch (error) {
    throw new Error(`app_state is no JSON: ${(error as Error).message}`);
  }
}

/**
 * Writes the whole state.
 * @throws Error with the path or the rule of the first thing that is wrong.
 */
export function initGenesis(
  modules: readonly Module[],
  chain: ChainInfo,
  block: BlockInfo,
  consensusParams: ConsensusParams,
  appState: Json,
  store: StoreWriter,
): void {
  const ctx = new ExecutionContext(chain, block, store);
  const known = new Set(modules.filter(({ genesis }) => genesis !== undefined).map(({ name }) => name));
  for (const name of Object.keys(appState as object)) {
    if (!known.has(name)) throw new Error(`app_state.${name}: no module of this name has a genesis`);
  }
  // None at all is an engine without limits.
  if (consensusParams.block !== undefined) chainState.consensusParams.set(ctx, consensusParams);
  chainState.block.set(ctx, block);
  for (const { name, genesis } of modules) {
    if (genesis === undefined) continue;
    genesis.init(
      ctx,
      messageFromJson(genesis.type, completed(genesis, section(appState, name)), `app_state.${name}`),
    );
  }
}

/** The committed state as a genesis file's content. */
export function exportGenesis(
  modules: readonly Module[],
  chain: ChainInfo,
  block: BlockInfo,
  reader: StoreReader,
): GenesisExport {
  const ctx = readContext(chain, block, reader);
  const appState: Record<string, Json> = {};
  for (const { name, genesis } of modules) {
    if (genesis !== undefined) appState[name] = messageToJson(genesis.type, genesis.export(ctx));
  }
  return {
    time: { seconds: block.timeSeconds, nanos: block.timeNanos },
    initialHeight: block.height + 1n,
    consensusParams: chainState.consensusParams.get(ctx) ?? ConsensusParams.create(),
    appState,
  };
}
