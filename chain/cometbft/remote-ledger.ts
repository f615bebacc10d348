/**
 * The ledger that a CometBFT node holds, for the rooms beside the application: blocks, mempool and transactions, asked
 * of the node's RPC.
 *
 * @module
 */
import { equal } from "@assay/primitives/bytes";
import { ResponseCheckTx, type TxResult } from "@assay/proto/gen/tendermint/abci/types";
import type { ConsensusParams } from "@assay/proto/gen/tendermint/types/params";
import type { Commit } from "@assay/proto/gen/tendermint/types/types";
import type { Validator } from "@assay/proto/gen/tendermint/types/validator";
import { toBase64 } from "@assay/proto/wire/base64";
import type { BlockOutcome } from "../abci/application.ts";
import {
  type BlockStore,
  type Mempool,
  MempoolError,
  QueryError,
  type StoredBlock,
  type TxSource,
} from "../abci/ledger.ts";
import { blockHash } from "../engine/block.ts";
import {
  type NodeStatus,
  readCommit,
  readConsensusParams,
  readFoundTx,
  readOutcome,
  readStatus,
  readStoredBlock,
  readValidator,
} from "./decode.ts";
import { FormatError, Reader } from "./json-reader.ts";
import { NodeRefusal, type NodeRpc } from "./node-rpc.ts";

const VALIDATORS_A_PAGE = 100;
/** So long what was read is good enough. */
const FRESH_MS = 1_000;

/** Reads in the background what is asked for without a wait. */
class Lately {
  readonly #read: () => Promise<void>;
  #reading = false;
  #at = 0;

  constructor(read: () => Promise<void>) {
    this.#read = read;
  }

  renew(): void {
    if (this.#reading || Date.now() - this.#at < FRESH_MS) return;
    this.#reading = true;
    this.#read()
      // The node is away: what was read last stays.
      .catch(() => {})
      .finally(() => {
        this.#reading = false;
        this.#at = Date.now();
      });
  }
}

/** The node's words where it has no such thing, as distinct from what it could not do. */
const isAbsent = (error: unknown): boolean =>
  error instanceof NodeRefusal &&
  /not found|is not available|must be less than or equal|could not find/.test(error.message);

async function orAbsent<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

export class RemoteLedger implements BlockStore, Mempool, TxSource {
  readonly #rpc: NodeRpc;
  #height = 0;
  #base = 1;
  readonly #baseRead = new Lately(async () => void (await this.refresh()));
  #counts = { size: 0, bytes: 0 };
  readonly #counted = new Lately(async () => {
    const reader = await this.#ask("num_unconfirmed_txs");
    this.#counts = { size: reader.height("total"), bytes: reader.height("total_bytes") };
  });

  constructor(rpc: NodeRpc) {
    this.#rpc = rpc;
  }

  async #ask(method: string, params: Parameters<NodeRpc["call"]>[1] = {}): Promise<Reader> {
    return new Reader(await this.#rpc.call(method, params), method);
  }

  /** Where the node stands now; heights that are asked for without a wait are as of the last call. */
  async refresh(): Promise<NodeStatus> {
    const status = readStatus(await this.#ask("status"));
    this.#height = Math.max(this.#height, status.height);
    this.#base = Math.max(1, status.base);
    return status;
  }

  /** The application has committed it. */
  reached(height: number): void {
    this.#height = height;
  }

  height(): number {
    return this.#height;
  }

  /** Of the last answer; asking has it read anew. */
  base(): number {
    this.#baseRead.renew();
    return this.#height === 0 ? 0 : this.#base;
  }

  async block(height: number): Promise<StoredBlock | undefined> {
    if (height <= 0) return undefined;
    const reader = await orAbsent(this.#ask("block", { height: String(height) }));
    return reader === undefined ? undefined : this.#stored(reader, "block");
  }

  /** Undefined where the node's answer is an empty one. */
  #stored(reader: Reader, path: string): StoredBlock | undefined {
    if (!reader.has("block")) return undefined;
    const stored = readStoredBlock(reader);
    if (!equal(blockHash(stored.block), stored.blockId.hash)) {
      throw new FormatError(`${path}.block_id.hash`, "the block's own hash");
    }
    return stored;
  }

  async heightOf(hash: Uint8Array): Promise<number | undefined> {
    const reader = await orAbsent(this.#ask("block_by_hash", { hash: toBase64(hash) }));
    if (reader === undefined) return undefined;
    const stored = this.#stored(reader, "block_by_hash");
    return stored?.block.header === undefined ? undefined : Number(stored.block.header.height);
  }

  async commit(
    height: number,
  ): Promise<{ readonly commit: Commit; readonly canonical: boolean } | undefined> {
    if (height <= 0) return undefined;
    const reader = await orAbsent(this.#ask("commit", { height: String(height) }));
    if (reader === undefined) return undefined;
    const commit = readCommit(reader.object("signed_header").object("commit"));
    return { commit, canonical: reader.boolean("canonical") };
  }

  async results(height: number): Promise<BlockOutcome | undefined> {
    if (height <= 0) return undefined;
    const reader = await orAbsent(this.#ask("block_results", { height: String(height) }));
    return reader === undefined ? undefined : readOutcome(reader);
  }

  async validators(height: number): Promise<readonly Validator[] | undefined> {
    if (height <= 0) return undefined;
    const all: Validator[] = [];
    for (let page = 1; ; page++) {
      const params = { height: String(height), page: String(page), per_page: String(VALIDATORS_A_PAGE) };
      const reader = await orAbsent(this.#ask("validators", params));
      if (reader === undefined) return undefined;
      const some = reader.objects("validators", readValidator);
      all.push(...some);
      if (some.length === 0 || all.length >= reader.height("total")) return all;
    }
  }

  async consensusParams(height: number): Promise<ConsensusParams | undefined> {
    if (height <= 0) return undefined;
    const reader = await orAbsent(this.#ask("consensus_params", { height: String(height) }));
    return reader === undefined ? undefined : readConsensusParams(reader.object("consensus_params"));
  }

  async txByHash(hash: Uint8Array): Promise<TxResult | undefined> {
    const reader = await orAbsent(this.#ask("tx", { hash: toBase64(hash), prove: false }));
    return reader === undefined ? undefined : readFoundTx(reader);
  }

  async searchTxs(
    query: string,
    page: { readonly page: number; readonly perPage: number; readonly descending: boolean },
  ): Promise<{ readonly items: readonly TxResult[]; readonly total: number }> {
    try {
      const reader = await this.#ask("tx_search", {
        query,
        prove: false,
        page: String(page.page),
        per_page: String(page.perPage),
        order_by: page.descending ? "desc" : "asc",
      });
      return { items: reader.objects("txs", readFoundTx), total: reader.height("total_count") };
    } catch (error) {
      if (error instanceof NodeRefusal) throw new QueryError(error.message);
      throw error;
    }
  }

  async add(tx: Uint8Array): Promise<ResponseCheckTx> {
    try {
      const reader = await this.#ask("broadcast_tx_sync", { tx: toBase64(tx) });
      return ResponseCheckTx.fromPartial({
        code: reader.number("code"),
        // Unlike in every other answer, upper hex.
        data: reader.hex("data"),
        log: reader.text("log"),
        codespace: reader.text("codespace"),
      });
    } catch (error) {
      if (error instanceof NodeRefusal) throw refusedBy(error.message);
      throw error;
    }
  }

  /** Of the last count; asking has it counted anew. */
  size(): number {
    this.#counted.renew();
    return this.#counts.size;
  }

  /** As `size`. */
  totalBytes(): number {
    this.#counted.renew();
    return this.#counts.bytes;
  }

  /** The node's own RPC shows them; here nobody asks. */
  list(): readonly Uint8Array[] {
    return [];
  }
}

function refusedBy(message: string): Error {
  if (message.includes("already exists in cache")) return new MempoolError("in_cache", message);
  if (message.includes("mempool is full")) return new MempoolError("full", message);
  if (/too large/i.test(message)) return new MempoolError("too_large", message);
  return new NodeRefusal(0, message);
}
