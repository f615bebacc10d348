/**
 * A reader of the ledger: typed queries, blocks, transactions, and new blocks as they come.
 *
 * @module
 */
import type { Coin } from "@assay/proto/gen/cosmos/base/v1beta1/coin";
import { BASE_DENOM } from "./amount.ts";
import {
  type Block,
  type BlockMeta,
  type BlockResults,
  CometClient,
  type IndexedTx,
  type Page,
  type Status,
  type Validator,
} from "./comet.ts";
import { type Endpoint, resolveEndpoint } from "./endpoint.ts";
import { AssayError, clientError, isClientError } from "./errors.ts";
import { type AttestExtension, setupAttestExtension } from "./modules/attest/queries.ts";
import { type Account, type AuthExtension, setupAuthExtension } from "./modules/auth/queries.ts";
import { type BankExtension, setupBankExtension } from "./modules/bank/queries.ts";
import { type ChallengeExtension, setupChallengeExtension } from "./modules/challenge/queries.ts";
import { type DataExtension, setupDataExtension } from "./modules/data/queries.ts";
import { type RegistryExtension, setupRegistryExtension } from "./modules/registry/queries.ts";
import { type StakingExtension, setupStakingExtension } from "./modules/staking/queries.ts";
import { setupTxExtension, type TxExtension } from "./modules/tx/queries.ts";
import type { AbciQuerier } from "./query.ts";
import { HttpRpc, type Rpc } from "./rpc.ts";
import {
  type BlockListener,
  type Subscription,
  type SubscriptionOptions,
  subscribeToBlocks,
  type WebSocketConstructor,
} from "./subscription.ts";
import { txHash } from "./tx.ts";

/** Each module's questions. */
export type Queries = AuthExtension &
  BankExtension &
  TxExtension &
  DataExtension &
  ChallengeExtension &
  AttestExtension &
  RegistryExtension &
  StakingExtension;

function setupQueries(base: AbciQuerier): Queries {
  return {
    ...setupAuthExtension(base),
    ...setupBankExtension(base),
    ...setupTxExtension(base),
    ...setupDataExtension(base),
    ...setupChallengeExtension(base),
    ...setupAttestExtension(base),
    ...setupRegistryExtension(base),
    ...setupStakingExtension(base),
  };
}

export interface ClientOptions {
  /** Give a call up after this long. Default 15,000. */
  readonly timeoutMs?: number;
  /** How often a wait asks the node. Default 300. */
  readonly pollMs?: number;
  /** For Node before 22, which has none: `ws`'s. Without one, new blocks are asked for. */
  readonly webSocket?: WebSocketConstructor;
  /** Another way to the node, for tests. */
  readonly rpc?: Rpc;
}

export interface WaitOptions {
  /** Default 60,000. */
  readonly timeoutMs?: number;
}

export interface SearchOptions {
  /** From 1. */
  readonly page?: number;
  /** At most 100. Default 30. */
  readonly perPage?: number;
  readonly order?: "asc" | "desc";
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export class AssayClient {
  readonly comet: CometClient;
  readonly query: Queries;
  readonly pollMs: number;
  readonly #wsUrl: string;
  readonly #webSocket: WebSocketConstructor | undefined;
  #chainId: string | undefined;

  protected constructor(endpoint: string | Endpoint, options: ClientOptions) {
    const { rpc, ws } = resolveEndpoint(endpoint);
    this.comet = new CometClient(
      options.rpc ??
        new HttpRpc(rpc, options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    );
    this.query = setupQueries(this);
    this.pollMs = options.pollMs ?? 300;
    this.#wsUrl = ws;
    this.#webSocket = options.webSocket;
  }

  /** A client that has said hello. @throws AssayError (client, unreachable) where nobody answers. */
  static async connect(endpoint: string | Endpoint, options: ClientOptions = {}): Promise<AssayClient> {
    const client = new AssayClient(endpoint, options);
    await client.getChainId();
    return client;
  }

  /** A client that says nothing until it is asked: for a page, which is there before its node. */
  static create(endpoint: string | Endpoint, options: ClientOptions = {}): AssayClient {
    return new AssayClient(endpoint, options);
  }

  /** CosmJS's way to ask: any module's gRPC path. */
  queryAbci(path: string, request: Uint8Array, desiredHeight?: number) {
    return this.comet.abciQuery(path, request, desiredHeight);
  }

  /** The same questions about a past height. The node keeps the recent ones only. */
  queryAt(height: number): Queries {
    return setupQueries({
      queryAbci: (path, request) => this.queryAbci(path, request, height),
    });
  }

  async getChainId(): Promise<string> {
    this.#chainId ??= (await this.comet.status()).chainId;
    return this.#chainId;
  }

  status(): Promise<Status> {
    return this.comet.status();
  }

  async getHeight(): Promise<number> {
    return (await this.comet.status()).latestHeight;
  }

  /** Null where the ledger has never seen the address. */
  getAccount(address: string): Promise<Account | null> {
    return this.query.auth.account(address);
  }

  /** @throws AssayError (client, unknownAccount). */
  async getSequence(address: string): Promise<{ accountNumber: number; sequence: number }> {
    const account = await this.getAccount(address);
    if (account === null) throw clientError("unknownAccount", address);
    return { accountNumber: account.accountNumber, sequence: account.sequence };
  }

  getBalance(address: string, denom: string = BASE_DENOM): Promise<Coin> {
    return this.query.bank.balance(address, denom);
  }

  getAllBalances(address: string): Promise<Coin[]> {
    return this.query.bank.allBalances(address);
  }

  /** The latest block without a height. */
  getBlock(height?: number): Promise<Block> {
    return this.comet.block(height);
  }

  /** Headers of at most 20 blocks, newest first. */
  getBlocks(minHeight: number, maxHeight: number): Promise<BlockMeta[]> {
    return this.comet.blockchain(minHeight, maxHeight);
  }

  getBlockResults(height?: number): Promise<BlockResults> {
    return this.comet.blockResults(height);
  }

  /** Who signs blocks, with power. */
  getValidators(height?: number): Promise<Validator[]> {
    return this.comet.validators(height);
  }

  /** Null where no block holds it (yet). */
  getTx(hash: string): Promise<IndexedTx | null> {
    return this.comet.tx(hash);
  }

  /** For example `transfer.recipient='assay1...'`. */
  searchTx(query: string, options: SearchOptions = {}): Promise<Page<IndexedTx>> {
    return this.comet.txSearch(query, options.page, options.perPage, options.order);
  }

  searchBlocks(query: string, options: SearchOptions = {}): Promise<Page<Block>> {
    return this.comet.blockSearch(query, options.page, options.perPage, options.order);
  }

  /**
   * Hands signed bytes to the node and returns their hash. A call that got lost is made again with the same bytes: a
   * node that has them already says so, and they cannot run twice.
   * @throws AssayError with the ledger's code where it refuses them.
   */
  async broadcastTxSync(tx: Uint8Array): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.comet.broadcastTxSync(tx);
      } catch (error) {
        const known =
          error instanceof AssayError &&
          (error.is("sdk", 19) || /already (exists )?in (cache|mempool)/i.test(error.log));
        if (known) return txHash(tx);
        if (!isClientError(error, "unreachable") || attempt === 3) throw error;
        await sleep(this.pollMs * attempt);
      }
    }
  }

  /**
   * Waits until a block holds the transaction, whether it succeeds in it or not.
   * @throws AssayError (client, notIncluded) when the time is over.
   */
  async waitForTx(hash: string, options: WaitOptions = {}): Promise<IndexedTx> {
    const until = Date.now() + (options.timeoutMs ?? 60_000);
    for (;;) {
      try {
        const tx = await this.getTx(hash);
        if (tx !== null) return tx;
      } catch (error) {
        if (!isClientError(error, "unreachable")) throw error;
      }
      if (Date.now() >= until) throw clientError("notIncluded", hash);
      await sleep(this.pollMs);
    }
  }

  /** Waits until the latest block has this height or more, and returns its height. */
  async waitForHeight(height: number, options: WaitOptions = {}): Promise<number> {
    const until = options.timeoutMs === undefined ? undefined : Date.now() + options.timeoutMs;
    for (;;) {
      let at = 0;
      try {
        at = await this.getHeight();
      } catch (error) {
        if (!isClientError(error, "unreachable")) throw error;
      }
      if (at >= height) return at;
      if (until !== undefined && Date.now() >= until) {
        throw clientError("notIncluded", `height ${height}: the ledger is at ${at}`);
      }
      await sleep(this.pollMs);
    }
  }

  /** New blocks from now on, each once and in order, through losses of the connection. */
  subscribeNewBlocks(listener: BlockListener, options: SubscriptionOptions = {}): Subscription {
    return subscribeToBlocks(this.comet, this.#wsUrl, listener, {
      ...(this.#webSocket === undefined ? {} : { webSocket: this.#webSocket }),
      ...options,
    });
  }
}
