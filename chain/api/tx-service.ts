/** `cosmos.tx.v1beta1.Service`: transactions sent, found, tried and read. */
import { hash } from "node:crypto";
import { paginateList } from "@assay/kernel/pagination";
import type { TxResponse } from "@assay/proto/gen/cosmos/base/abci/v1beta1/abci";
import type { PageRequest } from "@assay/proto/gen/cosmos/base/query/v1beta1/pagination";
import {
  BroadcastMode,
  type GetTxsEventRequest,
  OrderBy,
  Service,
} from "@assay/proto/gen/cosmos/tx/v1beta1/service";
import { Tx } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import { ExecTxResult, type TxResult } from "@assay/proto/gen/tendermint/abci/types";
import { WireError } from "@assay/proto/wire/errors";
import { formatTimestamp } from "@assay/proto/wire/timestamp";
import { MempoolError, QueryError } from "../abci/ledger.ts";
import { txResponse } from "../abci/tx-response.ts";
import { ApiError, badRequest, errorOfAnswer, GrpcCode } from "./api-error.ts";
import type { ApiEnvironment } from "./environment.ts";
import { type Handler, handler } from "./handler.ts";

const MAX_PAGE = 100;
const POLL_MS = 100;

const hashOf = (tx: Uint8Array): string => hash("sha256", tx, "hex").toUpperCase();

/** Undefined for bytes that are no transaction: a block may hold such. */
function readTx(bytes: Uint8Array): Tx | undefined {
  try {
    return Tx.fromBytes(bytes);
  } catch (error) {
    if (error instanceof WireError) return undefined;
    throw error;
  }
}

/** @throws ApiError for bytes that are no transaction. */
function mustReadTx(bytes: Uint8Array): Tx {
  if (bytes.length === 0) throw badRequest("invalid empty tx bytes");
  try {
    return Tx.fromBytes(bytes);
  } catch (error) {
    if (error instanceof WireError) throw badRequest(`tx_bytes: ${error.message}`);
    throw error;
  }
}

/** Answers with transactions found, each block's time read once. */
class Shown {
  readonly #env: ApiEnvironment;
  readonly #times = new Map<bigint, string>();
  #bytes = 0;

  constructor(env: ApiEnvironment) {
    this.#env = env;
  }

  /** @throws ApiError where the answer would be too large. */
  add(bytes: number): void {
    this.#bytes += bytes;
    const { maxShownBytes } = this.#env.limits;
    if (this.#bytes > maxShownBytes) {
      throw new ApiError(
        GrpcCode.RESOURCE_EXHAUSTED,
        `the answer would show more than ${maxShownBytes} bytes: ask for fewer at once`,
      );
    }
  }

  async response({ height, tx, result }: TxResult): Promise<TxResponse> {
    this.add(tx.length);
    const time = await this.#timeOf(height);
    return txResponse({ height, tx, result: ExecTxResult.fromPartial(result ?? {}), time }, hashOf(tx));
  }

  async #timeOf(height: bigint): Promise<string> {
    const known = this.#times.get(height);
    if (known !== undefined) return known;
    const stored = await this.#env.sources.blocks.block(Number(height));
    const time = stored?.block.header?.time;
    const text = time === undefined ? "" : formatTimestamp(time);
    this.#times.set(height, text);
    return text;
  }
}

/** Fields of a response that say nothing before a block has it. */
const NOT_COMMITTED: TxResponse = {
  height: 0n,
  txhash: "",
  codespace: "",
  code: 0,
  data: "",
  rawLog: "",
  logs: [],
  info: "",
  gasWanted: 0n,
  gasUsed: 0n,
  tx: undefined,
  timestamp: "",
  events: [],
};
/** Codes of the codespace `sdk`. */
const MEMPOOL_CODES: Readonly<Record<MempoolError["code"], number>> = {
  in_cache: 19,
  full: 20,
  sender_limit: 20,
  too_large: 21,
};

async function checkedTx({ sources }: ApiEnvironment, tx: Uint8Array): Promise<TxResponse> {
  try {
    const { code, codespace, data, log, info } = await sources.mempool.add(tx);
    return {
      ...NOT_COMMITTED,
      txhash: hashOf(tx),
      code,
      codespace,
      data: Buffer.from(data).toString("hex").toUpperCase(),
      rawLog: log,
      info,
    };
  } catch (error) {
    if (!(error instanceof MempoolError)) throw error;
    const code = MEMPOOL_CODES[error.code];
    return { ...NOT_COMMITTED, txhash: hashOf(tx), code, codespace: "sdk", rawLog: error.message };
  }
}

/** @throws ApiError where no block has it in time, or too many wait. */
async function committedTx(env: ApiEnvironment, tx: Uint8Array): Promise<TxResponse> {
  const { limits, sources } = env;
  if (env.blockWaits >= limits.maxBlockWaits) {
    throw new ApiError(
      GrpcCode.RESOURCE_EXHAUSTED,
      "too many broadcasts wait for a block; send without waiting",
    );
  }
  env.blockWaits++;
  try {
    const checked = await checkedTx(env, tx);
    if (checked.code !== 0) return checked;
    const id = hash("sha256", tx, "buffer");
    const end = performance.now() + limits.blockWaitMs;
    for (;;) {
      const found = await sources.txs.txByHash(id);
      if (found !== undefined) return await new Shown(env).response(found);
      if (performance.now() > end) {
        throw new ApiError(
          GrpcCode.DEADLINE_EXCEEDED,
          `timed out waiting for tx ${checked.txhash} to be included in a block`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  } finally {
    env.blockWaits--;
  }
}

async function broadcast(env: ApiEnvironment, tx: Uint8Array, mode: BroadcastMode): Promise<TxResponse> {
  if (tx.length === 0) throw badRequest("invalid empty tx");
  switch (mode) {
    case BroadcastMode.BROADCAST_MODE_SYNC:
      return checkedTx(env, tx);
    case BroadcastMode.BROADCAST_MODE_BLOCK:
      return committedTx(env, tx);
    case BroadcastMode.BROADCAST_MODE_ASYNC:
      // A refusal is seen by nobody: that is what was asked for.
      env.sources.mempool.add(tx).catch(() => {});
      return { ...NOT_COMMITTED, txhash: hashOf(tx) };
    default:
      throw badRequest("unsupported return type unspecified; supported types: block, sync, async");
  }
}

/** What was asked for in the words of old, too: page by offset. */
function pageOf({ page, limit, pagination }: GetTxsEventRequest): { page: number; perPage: number } {
  const asked = limit > 0n ? limit : (pagination?.limit ?? 0n);
  const perPage = asked === 0n || asked > BigInt(MAX_PAGE) ? MAX_PAGE : Number(asked);
  const offset = pagination?.offset ?? 0n;
  const number = page > 0n ? page : offset / BigInt(perPage) + 1n;
  return {
    page: number > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(number),
    perPage,
  };
}

async function search(env: ApiEnvironment, request: GetTxsEventRequest) {
  const { query, events, orderBy } = request;
  const text = query === "" ? events.join(" AND ") : query;
  if (text === "") throw badRequest("query cannot be empty");
  try {
    const descending = orderBy === OrderBy.ORDER_BY_DESC;
    return await env.sources.txs.searchTxs(text, { ...pageOf(request), descending });
  } catch (error) {
    if (error instanceof QueryError) throw badRequest(error.message);
    throw error;
  }
}

/** An offset past the end is the end. */
function pageOfBlock(txs: readonly Uint8Array[], request: PageRequest | undefined) {
  if ((request?.key.length ?? 0) > 0) throw badRequest("transactions of a block are paged by offset");
  return paginateList(txs, request);
}

async function simulateBytes(env: ApiEnvironment, data: Uint8Array) {
  await env.latestBlock();
  const { path, response } = Service.Simulate;
  const answer = await env.sources.app.query({ path, data, height: 0n, prove: false });
  if (answer.code !== 0) throw errorOfAnswer(answer);
  return response.fromBytes(answer.value);
}

export const txHandlers: readonly Handler[] = [
  handler(Service.Simulate, async (env, request) => {
    if (request.tx === undefined && request.txBytes.length === 0) {
      throw badRequest("empty txBytes is not allowed");
    }
    return simulateBytes(env, Service.Simulate.request.toBytes(request));
  }),

  handler(Service.GetTx, async (env, { hash: text }) => {
    if (text === "") throw badRequest("tx hash cannot be empty");
    if (!/^[0-9a-fA-F]{64}$/.test(text)) throw badRequest("a tx hash has 64 hex digits");
    const found = await env.sources.txs.txByHash(Buffer.from(text, "hex"));
    if (found === undefined) throw new ApiError(GrpcCode.NOT_FOUND, `tx not found: ${text}`);
    return { tx: readTx(found.tx), txResponse: await new Shown(env).response(found) };
  }),

  handler(Service.BroadcastTx, async (env, { txBytes, mode }) => ({
    txResponse: await broadcast(env, txBytes, mode),
  })),

  handler(Service.GetTxsEvent, async (env, request) => {
    const { items, total } = await search(env, request);
    const shown = new Shown(env);
    const txResponses: TxResponse[] = [];
    for (const item of items) txResponses.push(await shown.response(item));
    return {
      txs: items.map(({ tx }) => readTx(tx) ?? Tx.create()),
      txResponses,
      pagination: { nextKey: new Uint8Array(0), total: BigInt(total) },
      total: BigInt(total),
    };
  }),

  handler(Service.GetBlockWithTxs, async (env, { height, pagination: request }) => {
    const { block, blockId } = await env.block(height);
    const { items, pagination } = pageOfBlock(block.data?.txs ?? [], request);
    const total = BigInt(block.data?.txs.length ?? 0);
    return {
      txs: items.map((tx) => readTx(tx) ?? Tx.create()),
      blockId,
      block,
      pagination: { ...pagination, total },
    };
  }),

  handler(Service.TxDecode, async (_env, { txBytes }) => ({ tx: mustReadTx(txBytes) })),

  handler(Service.TxEncode, async (_env, { tx }) => {
    if (tx === undefined) throw badRequest("invalid empty tx");
    return { txBytes: Tx.toBytes(tx) };
  }),
];
