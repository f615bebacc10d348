/** Methods about transactions. */
import { hash } from "node:crypto";
import { leafHash, MerkleTree } from "@assay/primitives/merkle";
import { CheckTxType, type ResponseCheckTx, type TxResult } from "@assay/proto/gen/tendermint/abci/types";
import type { Json } from "@assay/proto/wire/json";
import { MempoolError } from "../abci/ledger.ts";
import { checkTxJson, NO_RESULT, txResultJson } from "./abci-json.ts";
import { base64, upperHex } from "./encoding.ts";
import { type Environment, isDescending, pageOf, perPageOf, ShownBytes } from "./environment.ts";
import { INVALID_PARAMS, RpcError, refused } from "./errors.ts";
import { queryFrom, searched } from "./queries.ts";

const HASH_BYTES = 32;
/** Waits for a commit that are under way, by environment: a field of it would be the server's business. */
const commitWaits = new WeakMap<Environment, number>();

const hashOf = (tx: Uint8Array): Buffer => hash("sha256", tx, "buffer");

function given(tx: Uint8Array | undefined): Uint8Array {
  if (tx === undefined) throw new RpcError(INVALID_PARAMS, "tx is missing");
  return tx;
}

/** @param said before the mempool's reason. */
async function add({ mempool }: Environment, tx: Uint8Array, said = ""): Promise<ResponseCheckTx> {
  try {
    return await mempool.add(tx);
  } catch (error) {
    if (error instanceof MempoolError) throw refused(`${said}${error.message}`);
    throw error;
  }
}

function broadcastJson(response: ResponseCheckTx, tx: Uint8Array): Json {
  return {
    code: response.code,
    data: upperHex(response.data),
    log: response.log,
    codespace: response.codespace,
    hash: upperHex(hashOf(tx)),
  };
}

export async function broadcastTxSync(env: Environment, [tx]: [Uint8Array?]): Promise<Json> {
  const bytes = given(tx);
  return broadcastJson(await add(env, bytes), bytes);
}

/** Does not wait for the application: what it refuses is seen by nobody but the mempool's counters. */
export async function broadcastTxAsync(env: Environment, [tx]: [Uint8Array?]): Promise<Json> {
  const bytes = given(tx);
  const adding = add(env, bytes);
  adding.catch(() => {});
  // What the mempool refuses, it refuses at once.
  await Promise.race([adding, settled()]);
  return { code: 0, data: "", log: "", codespace: "", hash: upperHex(hashOf(bytes)) };
}

/** Later than all that is settled already. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export async function broadcastTxCommit(env: Environment, [tx]: [Uint8Array?]): Promise<Json> {
  const bytes = given(tx);
  const waits = commitWaits.get(env) ?? 0;
  if (waits >= env.limits.maxCommitWaits) {
    throw refused(`max_subscription_clients ${env.limits.maxCommitWaits} reached`);
  }
  commitWaits.set(env, waits + 1);
  const hash = hashOf(bytes);
  let stop = (): void => {};
  let timer: NodeJS.Timeout | undefined;
  try {
    const committed = new Promise<Json>((resolve, reject) => {
      stop = env.feed.onCommit((block) => {
        const index = block.txHashes.findIndex((one) => Buffer.compare(one, hash) === 0);
        if (index < 0) return;
        const result = txResultJson(block.outcome.txResults[index]!);
        resolve({ tx_result: result, height: String(block.height) });
      });
      timer = setTimeout(
        () => reject(refused("timed out waiting for tx to be included in a block")),
        env.limits.commitTimeoutMs,
      );
    });
    committed.catch(() => {});
    const response = await add(env, bytes, "error on broadcastTxCommit: ");
    const checked = { check_tx: checkTxJson(response), hash: upperHex(hash) };
    if (response.code !== 0) return { ...checked, tx_result: NO_RESULT, height: "0" };
    return { ...checked, ...((await committed) as { [key: string]: Json }) };
  } finally {
    stop();
    clearTimeout(timer);
    commitWaits.set(env, (commitWaits.get(env) ?? 1) - 1);
  }
}

export async function checkTx({ app }: Environment, [tx]: [Uint8Array?]): Promise<Json> {
  return checkTxJson(await app.checkTx({ tx: given(tx), type: CheckTxType.CHECK_TX_TYPE_NEW }));
}

export function unconfirmedTxs(env: Environment, [limit]: [bigint?]): Json {
  const { mempool } = env;
  const bytes = new ShownBytes(env);
  const txs = mempool.list(perPageOf(limit)).filter((one) => bytes.fits(one.length));
  return {
    n_txs: String(txs.length),
    total: String(mempool.size()),
    total_bytes: String(mempool.totalBytes()),
    txs: txs.map(base64),
  };
}

export function numUnconfirmedTxs({ mempool }: Environment): Json {
  const size = String(mempool.size());
  return { n_txs: size, total: size, total_bytes: String(mempool.totalBytes()), txs: null };
}

/** The block's tree of transaction hashes, to prove a transaction in the header's data hash. */
async function txTree(env: Environment, height: number): Promise<MerkleTree | undefined> {
  const stored = await env.blocks.block(height);
  if (stored === undefined) return undefined;
  return new MerkleTree((stored.block.data?.txs ?? []).map((tx) => leafHash(hashOf(tx))));
}

function proofJson(tree: MerkleTree, index: number, tx: Uint8Array): Json {
  return {
    root_hash: upperHex(tree.root),
    data: base64(tx),
    proof: {
      total: String(tree.size),
      index: String(index),
      leaf_hash: base64(leafHash(hashOf(tx))),
      aunts: tree.path(index).map(base64),
    },
  };
}

function txJson(found: TxResult, tree: MerkleTree | undefined): Json {
  const json: { [key: string]: Json } = {
    hash: upperHex(hashOf(found.tx)),
    height: String(found.height),
    index: found.index,
    tx_result: found.result === undefined ? NO_RESULT : txResultJson(found.result),
    tx: base64(found.tx),
  };
  if (tree !== undefined) json.proof = proofJson(tree, found.index, found.tx);
  return json;
}

export async function tx(env: Environment, [hash, prove]: [Uint8Array?, boolean?]): Promise<Json> {
  if (hash === undefined || hash.length === 0) throw refused("transaction hash cannot be empty");
  const found = hash.length === HASH_BYTES ? await env.index.txByHash(hash) : undefined;
  if (found === undefined) throw refused(`tx (${upperHex(hash.subarray(0, HASH_BYTES))}) not found`);
  return txJson(found, prove === true ? await txTree(env, Number(found.height)) : undefined);
}

export async function txSearch(
  env: Environment,
  [query, prove, page, perPage, orderBy]: [string?, boolean?, bigint?, bigint?, string?],
): Promise<Json> {
  const descending = isDescending(orderBy, false);
  const found = await searched(
    env.index.search(queryFrom(query), { page: pageOf(page), perPage: perPageOf(perPage), descending }),
  );
  const trees = new Map<bigint, MerkleTree | undefined>();
  const bytes = new ShownBytes(env);
  const txs: Json[] = [];
  for (const item of found.items) {
    bytes.add(item.tx.length);
    if (prove === true && !trees.has(item.height)) {
      trees.set(item.height, await txTree(env, Number(item.height)));
    }
    txs.push(txJson(item, trees.get(item.height)));
  }
  return { txs, total_count: String(found.total) };
}

export function broadcastEvidence(_env: Environment, [evidence]: [string?]): never {
  throw refused(evidence === undefined ? "no evidence was provided" : "this node takes no evidence");
}
