/** What every method may use, and what several of them need alike. */
import type { Header } from "@assay/proto/gen/tendermint/types/types";
import type { Application } from "../abci/application.ts";
import type { BlockStore, CommitFeed, Mempool, NodeIdentity, StoredBlock } from "../abci/ledger.ts";
import type { TxIndex } from "../index/tx-index.ts";
import { refused } from "./errors.ts";
import { DEFAULT_PER_PAGE, MAX_PER_PAGE, type RpcLimits } from "./limits.ts";

export interface Environment {
  readonly app: Application;
  readonly blocks: BlockStore;
  readonly mempool: Mempool;
  readonly feed: CommitFeed;
  readonly index: TxIndex;
  readonly identity: NodeIdentity;
  /** The genesis document as JSON text: it is large and never changes. */
  readonly genesisText: string;
  readonly limits: RpcLimits;
  /** The first block that is kept, read once. */
  earliestBlock(): Promise<StoredBlock | undefined>;
  /** `host:port`, known once the server listens. */
  listenAddress(): string;
}

/** @throws RpcError in the words that light clients parse. */
export function heightOrLatest(
  { blocks }: Environment,
  height: bigint | undefined,
  latest: number = blocks.height(),
): number {
  if (height === undefined) return latest;
  if (height <= 0n) throw refused(`height must be greater than 0, but got ${height}`);
  if (height > BigInt(latest)) {
    throw refused(`height ${height} must be less than or equal to the current blockchain height ${latest}`);
  }
  const base = blocks.base();
  if (height < BigInt(base)) {
    throw refused(`height ${height} is not available, lowest height is ${base}`);
  }
  return Number(height);
}

/** @throws RpcError where it was pruned in between, or there is no block yet. */
export async function blockAt({ blocks }: Environment, height: number): Promise<StoredBlock> {
  const stored = await blocks.block(height);
  if (stored !== undefined) return stored;
  if (blocks.height() === 0) throw refused("there is no block yet");
  throw refused(`height ${height} is not available, lowest height is ${blocks.base()}`);
}

/** Counts what an answer shows. */
export class ShownBytes {
  #left: number;
  readonly #limit: number;

  constructor({ limits }: Environment) {
    this.#left = limits.maxShownBytes;
    this.#limit = limits.maxShownBytes;
  }

  /** False where so much would be too much. */
  fits(bytes: number): boolean {
    this.#left -= bytes;
    return this.#left >= 0;
  }

  /** @throws RpcError where so much would be too much. */
  add(bytes: number): void {
    if (!this.fits(bytes)) {
      throw refused(`the answer would show more than ${this.#limit} bytes: ask for fewer per page`);
    }
  }
}

export function headerOf(stored: StoredBlock): Header {
  return stored.block.header!;
}

/** Out of bounds is the bound, as CometBFT does. */
export function perPageOf(perPage: bigint | undefined): number {
  if (perPage === undefined || perPage < 1n) return DEFAULT_PER_PAGE;
  return perPage > BigInt(MAX_PER_PAGE) ? MAX_PER_PAGE : Number(perPage);
}

/** A page that no count can reach stays one that is not there. */
export function pageOf(page: bigint | undefined): number {
  if (page === undefined) return 1;
  return page > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(page);
}

/** @throws RpcError for anything but asc, desc or nothing. */
export function isDescending(orderBy: string | undefined, otherwise: boolean): boolean {
  if (orderBy === undefined || orderBy === "") return otherwise;
  if (orderBy === "asc") return false;
  if (orderBy === "desc") return true;
  throw refused("expected order_by to be either `asc` or `desc` or empty");
}
