/** Methods about the node and its blocks. */
import { createHash } from "node:crypto";
import type { Json } from "@assay/proto/wire/json";
import { blockResultsJson, infoJson, queryJson } from "./abci-json.ts";
import {
  blockMetaJson,
  commitJson,
  consensusParamsJson,
  headerJson,
  storedBlockJson,
  validatorJson,
} from "./block-json.ts";
import { base64, time, upperHex, ZERO_TIME } from "./encoding.ts";
import {
  blockAt,
  type Environment,
  headerOf,
  heightOrLatest,
  isDescending,
  pageOf,
  perPageOf,
  ShownBytes,
} from "./environment.ts";
import { refused } from "./errors.ts";
import { queryFrom, searched } from "./queries.ts";
import { RawJson } from "./raw-json.ts";

const P2P_VERSION = "8";
const BLOCK_VERSION = "11";
const ABCI_VERSION = "2.0.0";
/** Headers that `/blockchain` shows at most. */
const MAX_HEADERS = 20;
const GENESIS_CHUNK_BYTES = 16 * 1024 * 1024;

export async function status(env: Environment): Promise<Json> {
  const { blocks, identity } = env;
  const latestHeight = blocks.height();
  const [latest, earliest] = await Promise.all([
    latestHeight === 0 ? undefined : blocks.block(latestHeight),
    latestHeight === 0 ? undefined : env.earliestBlock(),
  ]);
  const address = createHash("sha256").update(identity.validatorPubkey).digest().subarray(0, 20);
  const validators = latestHeight === 0 ? [] : ((await blocks.validators(latestHeight)) ?? []);
  const own = validators.find((validator) => Buffer.compare(validator.address, address) === 0);
  const shown = (stored: typeof latest): Record<"hash" | "app" | "height" | "time", string> => ({
    hash: stored === undefined ? "" : upperHex(stored.blockId.hash),
    app: stored === undefined ? "" : upperHex(headerOf(stored).appHash),
    height: stored === undefined ? "0" : String(headerOf(stored).height),
    time: stored === undefined ? ZERO_TIME : time(headerOf(stored).time),
  });
  const last = shown(latest);
  const first = shown(earliest);
  return {
    node_info: {
      protocol_version: { p2p: P2P_VERSION, block: BLOCK_VERSION, app: String(identity.appVersion) },
      id: identity.nodeId,
      listen_addr: "tcp://0.0.0.0:26656",
      network: identity.chainId,
      version: identity.version,
      channels: "40202122233038606100",
      moniker: identity.moniker,
      other: { tx_index: "on", rpc_address: `tcp://${env.listenAddress()}` },
    },
    sync_info: {
      latest_block_hash: last.hash,
      latest_app_hash: last.app,
      latest_block_height: last.height,
      latest_block_time: last.time,
      earliest_block_hash: first.hash,
      earliest_app_hash: first.app,
      earliest_block_height: first.height,
      earliest_block_time: first.time,
      catching_up: false,
    },
    validator_info: {
      address: upperHex(address),
      pub_key: { type: "tendermint/PubKeyEd25519", value: base64(identity.validatorPubkey) },
      voting_power: String(own?.votingPower ?? 0n),
    },
  };
}

export function health(): Json {
  return {};
}

export function netInfo(): Json {
  return { listening: true, listeners: [], n_peers: "0", peers: [] };
}

export function abciInfo({ app }: Environment): Json {
  const response = app.info({
    version: "",
    blockVersion: BigInt(BLOCK_VERSION),
    p2pVersion: BigInt(P2P_VERSION),
    abciVersion: ABCI_VERSION,
  });
  return { response: infoJson(response) };
}

export async function abciQuery(
  { app }: Environment,
  [path, data, height, prove]: [string?, Uint8Array?, bigint?, boolean?],
): Promise<Json> {
  const response = await app.query({
    path: path ?? "",
    data: data ?? new Uint8Array(0),
    height: height ?? 0n,
    prove: prove ?? false,
  });
  return { response: queryJson(response) };
}

export async function block(env: Environment, [height]: [bigint?]): Promise<Json> {
  return storedBlockJson(await blockAt(env, heightOrLatest(env, height)));
}

const NO_BLOCK: Json = { block_id: { hash: "", parts: { total: 0, hash: "" } }, block: null };

export async function blockByHash({ blocks }: Environment, [hash]: [Uint8Array?]): Promise<Json> {
  const height = await blocks.heightOf(hash ?? new Uint8Array(0));
  const stored = height === undefined ? undefined : await blocks.block(height);
  return stored === undefined ? NO_BLOCK : storedBlockJson(stored);
}

export async function header(env: Environment, [height]: [bigint?]): Promise<Json> {
  return { header: headerJson(headerOf(await blockAt(env, heightOrLatest(env, height)))) };
}

export async function headerByHash({ blocks }: Environment, [hash]: [Uint8Array?]): Promise<Json> {
  const height = await blocks.heightOf(hash ?? new Uint8Array(0));
  const stored = height === undefined ? undefined : await blocks.block(height);
  return { header: stored === undefined ? null : headerJson(headerOf(stored)) };
}

export async function blockchain(
  env: Environment,
  [minHeight, maxHeight]: [bigint?, bigint?],
): Promise<Json> {
  const { blocks } = env;
  const lastHeight = blocks.height();
  let min = minHeight ?? 0n;
  let max = maxHeight ?? 0n;
  if (min < 0n || max < 0n) throw refused("heights must be non-negative");
  const latest = BigInt(lastHeight);
  if (min === 0n) min = 1n;
  if (max === 0n || max > latest) max = latest;
  const base = BigInt(blocks.base());
  if (min < base) min = base;
  if (min < max - BigInt(MAX_HEADERS) + 1n) min = max - BigInt(MAX_HEADERS) + 1n;
  if (min > max) throw refused(`min height ${min} can't be greater than max height ${max}`);
  const metas: Json[] = [];
  for (let height = Number(max); height >= Number(min); height--) {
    const stored = await blocks.block(height);
    if (stored !== undefined) metas.push(blockMetaJson(stored));
  }
  return { last_height: String(lastHeight), block_metas: metas };
}

export async function blockResults(env: Environment, [height]: [bigint?]): Promise<Json> {
  const at = heightOrLatest(env, height);
  const outcome = await env.blocks.results(at);
  if (outcome === undefined) throw refused(`could not find results for height #${at}`);
  return blockResultsJson(at, outcome);
}

export async function commit(env: Environment, [height]: [bigint?]): Promise<Json> {
  const at = heightOrLatest(env, height);
  const stored = await blockAt(env, at);
  const found = await env.blocks.commit(at);
  if (found === undefined) throw refused(`height ${at} is not available`);
  return {
    signed_header: { header: headerJson(headerOf(stored)), commit: commitJson(found.commit) },
    canonical: found.canonical,
  };
}

export async function validators(
  env: Environment,
  [height, page, perPage]: [bigint?, bigint?, bigint?],
): Promise<Json> {
  // The set of the next height is known already; it is what CometBFT shows unasked.
  const at = heightOrLatest(env, height, env.blocks.height() + 1);
  const all = await env.blocks.validators(at);
  if (all === undefined) throw refused(`could not find validator set for height #${at}`);
  const size = perPageOf(perPage);
  const pages = Math.max(1, Math.ceil(all.length / size));
  const wanted = pageOf(page);
  if (wanted < 1 || wanted > pages) {
    throw refused(`page should be within [1, ${pages}] range, given ${page}`);
  }
  const shown = all.slice((wanted - 1) * size, wanted * size);
  return {
    block_height: String(at),
    validators: shown.map(validatorJson),
    count: String(shown.length),
    total: String(all.length),
  };
}

export async function consensusParams(env: Environment, [height]: [bigint?]): Promise<Json> {
  const at = heightOrLatest(env, height, env.blocks.height() + 1);
  const params = await env.blocks.consensusParams(at);
  if (params === undefined) throw refused(`could not find consensus params for height #${at}`);
  return { block_height: String(at), consensus_params: consensusParamsJson(params) };
}

/** There are no rounds to watch: the state is always that of a height to come. */
export async function consensusState({ blocks }: Environment): Promise<Json> {
  const height = blocks.height();
  const stored = height === 0 ? undefined : await blocks.block(height);
  const proposer = stored === undefined ? undefined : headerOf(stored).proposerAddress;
  const set = height === 0 ? [] : ((await blocks.validators(height)) ?? []);
  const index = set.findIndex(
    ({ address }) => proposer !== undefined && Buffer.compare(address, proposer) === 0,
  );
  return {
    round_state: {
      "height/round/step": `${height + 1}/0/1`,
      start_time: stored === undefined ? ZERO_TIME : time(headerOf(stored).time),
      proposal_block_hash: "",
      locked_block_hash: "",
      valid_block_hash: "",
      height_vote_set: [],
      proposer: { address: proposer === undefined ? "" : upperHex(proposer), index: Math.max(0, index) },
    },
  };
}

export function genesis({ genesisText }: Environment): RawJson {
  if (genesisText.length > GENESIS_CHUNK_BYTES) {
    throw refused("genesis response is large, please use the genesis_chunked API instead");
  }
  return new RawJson(`{"genesis":${genesisText}}`);
}

export function genesisChunked({ genesisText }: Environment, [chunk]: [bigint?]): Json {
  const bytes = Buffer.from(genesisText, "utf8");
  const total = Math.max(1, Math.ceil(bytes.length / GENESIS_CHUNK_BYTES));
  const wanted = chunk ?? 0n;
  if (wanted < 0n || wanted >= BigInt(total)) {
    throw refused(`there are ${total} chunks, ${wanted} is invalid`);
  }
  const start = Number(wanted) * GENESIS_CHUNK_BYTES;
  return {
    chunk: String(wanted),
    total: String(total),
    data: bytes.subarray(start, start + GENESIS_CHUNK_BYTES).toString("base64"),
  };
}

export async function blockSearch(
  env: Environment,
  [query, page, perPage, orderBy]: [string?, bigint?, bigint?, string?],
): Promise<Json> {
  const descending = isDescending(orderBy, true);
  const found = await searched(
    env.index.searchBlocks(queryFrom(query), {
      page: pageOf(page),
      perPage: perPageOf(perPage),
      descending,
    }),
  );
  const bytes = new ShownBytes(env);
  const shown: Json[] = [];
  for (const height of found.items) {
    const stored = await env.blocks.block(height);
    if (stored === undefined) continue;
    bytes.add(stored.size);
    shown.push(storedBlockJson(stored));
  }
  return { blocks: shown, total_count: String(found.total) };
}
