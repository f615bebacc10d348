/** What wallets and registries are told of a chain: the chain's own answers, and where this node is reached. */
import { Query as ChainQuery } from "@assay/proto/gen/assay/chain/v1/query";
import type { Metadata } from "@assay/proto/gen/cosmos/bank/v1beta1/bank";
import { Query as BankQuery } from "@assay/proto/gen/cosmos/bank/v1beta1/query";
import type { DeepPartial, MessageType } from "@assay/proto/wire/message-type";
import type { RestSources } from "../../abci/ledger.ts";

/** Where the node is reached. */
export interface NodeUrls {
  /** Base URLs, without a slash at the end. */
  readonly rpc: string;
  readonly rest: string;
}

export interface Asset {
  /** What amounts on the ledger are in. */
  readonly base: string;
  readonly display: string;
  readonly symbol: string;
  readonly name: string;
  readonly description: string;
  /** Digits between base and display. */
  readonly decimals: number;
  readonly units: readonly Metadata["denomUnits"][number][];
}

export interface ChainFacts {
  readonly chainId: string;
  readonly prefix: string;
  readonly feeDenom: string;
  /** Base units of the fee denom for a unit of gas, as this node asks for it. */
  readonly minGasPrice: number;
  /** The fee denom's is the first. */
  readonly assets: readonly Asset[];
  readonly appVersion: string;
  readonly cometVersion: string;
  readonly urls: NodeUrls;
}

interface Method<Q extends object, R extends object> {
  readonly path: string;
  readonly request: MessageType<Q>;
  readonly response: MessageType<R>;
}

async function ask<Q extends object, R extends object>(
  { app }: RestSources,
  { path, request, response }: Method<Q, R>,
  value: DeepPartial<Q>,
): Promise<R | undefined> {
  const data = request.toBytes(request.fromPartial(value));
  const answer = await app.query({ path, data, height: 0n, prove: false });
  return answer.code === 0 ? response.fromBytes(answer.value) : undefined;
}

function assetOf({ base, display, symbol, name, description, denomUnits }: Metadata): Asset {
  const unit = denomUnits.find(({ denom }) => denom === display);
  return {
    base,
    display: unit === undefined ? base : display,
    symbol: symbol === "" ? (display === "" ? base : display).toUpperCase() : symbol,
    name: name === "" ? base : name,
    description,
    decimals: unit?.exponent ?? 0,
    units: denomUnits.length === 0 ? [bareUnit(base)] : denomUnits,
  };
}

const bareUnit = (denom: string) => ({ denom, exponent: 0, aliases: [] });
const bareAsset = (base: string): Asset =>
  assetOf({
    base,
    display: base,
    symbol: "",
    name: "",
    description: "",
    denomUnits: [],
    uri: "",
    uriHash: "",
  });

/** Undefined while there is no chain yet. */
export async function chainFacts(sources: RestSources, urls: NodeUrls): Promise<ChainFacts | undefined> {
  if (sources.blocks.height() === 0) return undefined;
  const info = (await ask(sources, ChainQuery.Info, {}))?.info;
  if (info === undefined) return undefined;
  const listed = await ask(sources, BankQuery.DenomsMetadata, {});
  const assets = (listed?.metadatas ?? []).map(assetOf);
  const fee = assets.find(({ base }) => base === info.feeDenom) ?? bareAsset(info.feeDenom);
  const { identity, policy, app } = sources;
  const { version } = app.info({ version: "", blockVersion: 0n, p2pVersion: 0n, abciVersion: "" });
  return {
    chainId: identity.chainId,
    prefix: info.bech32Prefix,
    feeDenom: info.feeDenom,
    minGasPrice: Number.parseFloat(policy.minGasPrice),
    assets: [fee, ...assets.filter((asset) => asset !== fee)],
    appVersion: version,
    cometVersion: identity.version,
    urls,
  };
}

/** SLIP-44: the coin type of Cosmos wallets' keys. */
export const COIN_TYPE = 118;

export interface GasPrices {
  readonly low: number;
  readonly average: number;
  readonly high: number;
}

/** Blocks are first in, first out: more than the least buys nothing but safety from a node that asks for more. */
export const gasPrices = ({ minGasPrice }: ChainFacts): GasPrices => ({
  low: minGasPrice,
  average: minGasPrice,
  high: Number((minGasPrice * 1.5).toFixed(9)),
});

/** Prefixes of all kinds of keys, by the names that Keplr and the registry give them. */
export const bech32Config = ({ prefix }: ChainFacts) => ({
  bech32PrefixAccAddr: prefix,
  bech32PrefixAccPub: `${prefix}pub`,
  bech32PrefixValAddr: `${prefix}valoper`,
  bech32PrefixValPub: `${prefix}valoperpub`,
  bech32PrefixConsAddr: `${prefix}valcons`,
  bech32PrefixConsPub: `${prefix}valconspub`,
});
