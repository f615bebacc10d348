/**
 * The answers of CometBFT's RPC as typed objects. Hashes are upper hex, as the RPC writes them; heights are numbers.
 *
 * @module
 */
import { fromHex, toHex } from "@assay/primitives/bytes";
import { TxMsgData } from "@assay/proto/gen/cosmos/base/abci/v1beta1/abci";
import type { Any } from "@assay/proto/gen/google/protobuf/any";
import { toBase64 } from "@assay/proto/wire/base64";
import { decodeAnswer } from "./decode-answer.ts";
import { AssayError, clientError, isClientError } from "./errors.ts";
import { JsonReader } from "./json-reader.ts";
import type { Rpc } from "./rpc.ts";

export interface Attribute {
  readonly key: string;
  readonly value: string;
}

export interface Event {
  readonly type: string;
  readonly attributes: readonly Attribute[];
}

export interface Status {
  readonly chainId: string;
  readonly moniker: string;
  /** CometBFT's version. */
  readonly version: string;
  readonly latestHeight: number;
  /** RFC 3339, UTC. */
  readonly latestTime: string;
  readonly earliestHeight: number;
  readonly catchingUp: boolean;
}

export interface Header {
  readonly chainId: string;
  readonly height: number;
  /** RFC 3339, UTC. */
  readonly time: string;
  readonly proposerAddress: string;
  readonly appHash: string;
  readonly dataHash: string;
  readonly validatorsHash: string;
  readonly nextValidatorsHash: string;
  readonly consensusHash: string;
  readonly lastCommitHash: string;
  readonly lastResultsHash: string;
  readonly evidenceHash: string;
  readonly lastBlockHash: string;
}

export interface CommitSignature {
  /** 1 absent, 2 for the block, 3 for none. */
  readonly flag: number;
  readonly validatorAddress: string;
  readonly time: string;
}

export interface Block {
  readonly hash: string;
  readonly header: Header;
  readonly txs: readonly Uint8Array[];
  /** Signatures of the block before. */
  readonly lastCommit: readonly CommitSignature[];
}

export interface BlockMeta {
  readonly hash: string;
  readonly header: Header;
  readonly txCount: number;
  readonly sizeBytes: number;
}

export interface TxResult {
  readonly code: number;
  readonly codespace: string;
  readonly log: string;
  readonly data: Uint8Array;
  readonly gasUsed: bigint;
  readonly gasWanted: bigint;
  readonly events: readonly Event[];
}

export interface BlockResults {
  readonly height: number;
  readonly txs: readonly TxResult[];
  /** Events of the block itself: begin and end hooks. */
  readonly events: readonly Event[];
}

export interface Validator {
  readonly address: string;
  readonly pubkey: Uint8Array;
  readonly power: bigint;
  readonly proposerPriority: bigint;
}

/** A transaction in a block, in CosmJS's words. */
export interface IndexedTx {
  readonly height: number;
  readonly txIndex: number;
  /** Upper hex. */
  readonly hash: string;
  readonly code: number;
  readonly codespace: string;
  readonly events: readonly Event[];
  readonly rawLog: string;
  /** Bytes of the TxRaw. */
  readonly tx: Uint8Array;
  readonly msgResponses: readonly Any[];
  readonly gasUsed: bigint;
  readonly gasWanted: bigint;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface AbciQueryResponse {
  readonly value: Uint8Array;
  readonly height: number;
}

function header(from: JsonReader): Header {
  return {
    chainId: from.at("chain_id").text(),
    height: from.at("height").int(),
    time: from.at("time").text(),
    proposerAddress: from.at("proposer_address").text(),
    appHash: from.at("app_hash").text(""),
    dataHash: from.at("data_hash").text(""),
    validatorsHash: from.at("validators_hash").text(""),
    nextValidatorsHash: from.at("next_validators_hash").text(""),
    consensusHash: from.at("consensus_hash").text(""),
    lastCommitHash: from.at("last_commit_hash").text(""),
    lastResultsHash: from.at("last_results_hash").text(""),
    evidenceHash: from.at("evidence_hash").text(""),
    lastBlockHash: from.at("last_block_id").at("hash").text(""),
  };
}

function events(from: JsonReader): Event[] {
  return from.list().map((event) => ({
    type: event.at("type").text(),
    attributes: event
      .at("attributes")
      .list()
      .map((a) => ({ key: a.at("key").text(), value: a.at("value").text("") })),
  }));
}

function txResult(from: JsonReader): TxResult {
  return {
    code: from.at("code").int(),
    codespace: from.at("codespace").text(""),
    log: from.at("log").text(""),
    data: from.at("data").base64(),
    gasUsed: from.at("gas_used").big(),
    gasWanted: from.at("gas_wanted").big(),
    events: events(from.at("events")),
  };
}

function readBlock(from: JsonReader): Block {
  const block = from.at("block");
  return {
    hash: from.at("block_id").at("hash").text(),
    header: header(block.at("header")),
    txs: block
      .at("data")
      .at("txs")
      .list()
      .map((tx) => tx.base64()),
    lastCommit: block
      .at("last_commit")
      .at("signatures")
      .list()
      .map((s) => ({
        flag: s.at("block_id_flag").int(),
        validatorAddress: s.at("validator_address").text(""),
        time: s.at("timestamp").text(""),
      })),
  };
}

/** The value of a NewBlock event, which has the shape of the `block` answer. */
export function parseBlock(value: unknown): Block {
  return readBlock(new JsonReader(value, "block"));
}

function indexedTx(from: JsonReader): IndexedTx {
  const result = txResult(from.at("tx_result"));
  return {
    height: from.at("height").int(),
    txIndex: from.at("index").int(),
    hash: from.at("hash").text(),
    code: result.code,
    codespace: result.codespace,
    events: result.events,
    rawLog: result.log,
    tx: from.at("tx").base64(),
    msgResponses: decodeAnswer(TxMsgData, result.data).msgResponses,
    gasUsed: result.gasUsed,
    gasWanted: result.gasWanted,
  };
}

function heightParam(height: number | undefined): { height?: string } {
  return height === undefined ? {} : { height: String(height) };
}

/** The calls that this client makes, typed. */
export class CometClient {
  readonly rpc: Rpc;

  constructor(rpc: Rpc) {
    this.rpc = rpc;
  }

  async #call(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<JsonReader> {
    return new JsonReader(await this.rpc.call(method, params), method);
  }

  async status(): Promise<Status> {
    const answer = await this.#call("status");
    const node = answer.at("node_info");
    const sync = answer.at("sync_info");
    return {
      chainId: node.at("network").text(),
      moniker: node.at("moniker").text(""),
      version: node.at("version").text(""),
      latestHeight: sync.at("latest_block_height").int(),
      latestTime: sync.at("latest_block_time").text(""),
      earliestHeight: sync.at("earliest_block_height").int(),
      catchingUp: sync.at("catching_up").bool(false),
    };
  }

  /** The latest block without a height. @throws AssayError (client, refused) for a height that is not there. */
  async block(height?: number): Promise<Block> {
    return readBlock(await this.#call("block", heightParam(height)));
  }

  /** Null where there is none. */
  async blockByHash(hash: string): Promise<Block | null> {
    const answer = await this.#call("block_by_hash", { hash: toBase64(fromHex(hash)) });
    return answer.at("block").present ? readBlock(answer) : null;
  }

  async blockResults(height?: number): Promise<BlockResults> {
    const answer = await this.#call("block_results", heightParam(height));
    return {
      height: answer.at("height").int(),
      txs: answer.at("txs_results").list().map(txResult),
      events: events(answer.at("finalize_block_events")),
    };
  }

  /** Headers of at most 20 blocks, newest first. */
  async blockchain(minHeight: number, maxHeight: number): Promise<BlockMeta[]> {
    const answer = await this.#call("blockchain", {
      minHeight: String(minHeight),
      maxHeight: String(maxHeight),
    });
    return answer
      .at("block_metas")
      .list()
      .map((meta) => ({
        hash: meta.at("block_id").at("hash").text(),
        header: header(meta.at("header")),
        txCount: meta.at("num_txs").int(),
        sizeBytes: meta.at("block_size").int(),
      }));
  }

  /** All of them: the pages are walked here. */
  async validators(height?: number): Promise<Validator[]> {
    const all: Validator[] = [];
    for (let page = 1; ; page++) {
      const answer = await this.#call("validators", {
        ...heightParam(height),
        page: String(page),
        per_page: "100",
      });
      const found = answer.at("validators").list();
      for (const v of found) {
        all.push({
          address: v.at("address").text(),
          pubkey: v.at("pub_key").at("value").base64(),
          power: v.at("voting_power").big(),
          proposerPriority: v.at("proposer_priority").big(),
        });
      }
      if (found.length === 0 || all.length >= answer.at("total").int()) return all;
    }
  }

  /** Null where no block holds it (yet). */
  async tx(hash: string): Promise<IndexedTx | null> {
    try {
      return indexedTx(await this.#call("tx", { hash: toBase64(fromHex(hash)), prove: false }));
    } catch (error) {
      if (isClientError(error, "refused") && /not found/i.test(error.log)) return null;
      throw error;
    }
  }

  async txSearch(
    query: string,
    page = 1,
    perPage = 30,
    order: "asc" | "desc" = "asc",
  ): Promise<Page<IndexedTx>> {
    const answer = await this.#call("tx_search", {
      query,
      prove: false,
      page: String(page),
      per_page: String(perPage),
      order_by: order,
    });
    return { items: answer.at("txs").list().map(indexedTx), total: answer.at("total_count").int() };
  }

  async blockSearch(
    query: string,
    page = 1,
    perPage = 30,
    order: "asc" | "desc" = "asc",
  ): Promise<Page<Block>> {
    const answer = await this.#call("block_search", {
      query,
      page: String(page),
      per_page: String(perPage),
      order_by: order,
    });
    return { items: answer.at("blocks").list().map(readBlock), total: answer.at("total_count").int() };
  }

  /**
   * Hands signed bytes to the node's queue and returns their hash, in upper hex.
   * @throws AssayError with the ledger's code where it refuses them.
   */
  async broadcastTxSync(tx: Uint8Array): Promise<string> {
    const answer = await this.#call("broadcast_tx_sync", { tx: toBase64(tx) });
    const code = answer.at("code").int();
    const hash = answer.at("hash").text().toUpperCase();
    if (code !== 0) {
      throw new AssayError({
        codespace: answer.at("codespace").text("sdk"),
        code,
        log: answer.at("log").text(""),
        txHash: hash,
      });
    }
    return hash;
  }

  /** @throws AssayError with the ledger's code; `notFound` where it says that there is no such thing. */
  async abciQuery(path: string, data: Uint8Array, height?: number): Promise<AbciQueryResponse> {
    const answer = await this.#call("abci_query", {
      path,
      data: toHex(data),
      ...heightParam(height),
      prove: false,
    });
    const response = answer.at("response");
    const code = response.at("code").int();
    if (code !== 0) {
      const codespace = response.at("codespace").text("sdk");
      const log = response.at("log").text("");
      if (/code = NotFound/i.test(log) || (code === 22 && codespace === "sdk")) {
        throw clientError("notFound", log);
      }
      throw new AssayError({ codespace, code, log });
    }
    return { value: response.at("value").base64(), height: response.at("height").int() };
  }
}
