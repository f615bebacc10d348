/**
 * The index: transactions by hash, and transactions and blocks by their events. It holds nothing that the blocks do
 * not: it is filled after each commit, catches up from the block store, and is built anew where it is of another
 * chain or layout.
 *
 * @module
 */
import { TxResult } from "@assay/proto/gen/tendermint/abci/types";
import type { BlockStore, CommitFeed, CommittedBlock, TxSource } from "../abci/ledger.ts";
import type { Backend } from "../store/backend.ts";
import { type Core, type Found, IndexCore, type Page } from "./index-core.ts";
import { IndexThread } from "./index-thread.ts";
import { openIndexFolder } from "./open-folder.ts";
import { packBlock } from "./packed-block.ts";
import { parseQuery, type Query, QueryError } from "./query.ts";
import { committedBlock } from "./stored-block.ts";

export interface TxIndex extends TxSource {
  /** The first success with this hash, else the latest failure; undefined where the ledger has none. */
  txByHash(hash: Uint8Array): Promise<TxResult | undefined>;
  /** @throws QueryError for a page that is not there or a query too broad. */
  search(query: Query, page: Page): Promise<Found<TxResult>>;
  /** Heights of blocks by their own events, not their transactions'. @throws QueryError as `search`. */
  searchBlocks(query: Query, page: Page): Promise<Found<number>>;
  /** 0 before the first block. */
  lastHeight(): number;
  /** Indexes what the block store has and the index has not, then each block of the feed. */
  catchUp(feed?: CommitFeed): Promise<void>;
  /** Resolves when what was committed at the call is indexed. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface TxIndexOptions {
  /** Where the index is: a folder of its own, or a backend. */
  readonly at: { readonly folder: string } | { readonly backend: Backend };
  /** Bundle of `index-worker.ts`: an index in a folder lives in a thread of its own then. */
  readonly worker?: string | undefined;
  readonly blocks: BlockStore;
  /** Told when a block could not be indexed; it is tried again with the next one. */
  readonly onError?: (error: unknown) => void;
  /** Records that one query may read. */
  readonly maxRecords?: number;
}

/** Searches that run at once. */
const MAX_SEARCHES = 4;
/** Searches that may wait for their turn. */
const MAX_SEARCHES_WAITING = 200;
/** Blocks that wait in memory; beyond, they are read from the block store again. */
const MAX_WAITING = 16;

class FollowingIndex implements TxIndex {
  readonly #core: Core;
  readonly #blocks: BlockStore;
  readonly #onError: (error: unknown) => void;
  readonly #waiting: CommittedBlock[] = [];
  #target = 0;
  #working: Promise<void> | undefined;
  #stopFeed: (() => void) | undefined;
  #closed = false;
  #searches = 0;
  readonly #turns: (() => void)[] = [];

  constructor(core: Core, { blocks, onError }: TxIndexOptions) {
    this.#core = core;
    this.#blocks = blocks;
    this.#onError = onError ?? (() => {});
  }

  lastHeight(): number {
    return this.#core.height;
  }

  async catchUp(feed?: CommitFeed): Promise<void> {
    if (feed !== undefined && this.#stopFeed === undefined) {
      this.#stopFeed = feed.onCommit((block) => this.#enqueue(block));
    }
    this.#target = Math.max(this.#target, this.#blocks.height());
    await this.#work();
  }

  async settled(): Promise<void> {
    const target = this.#target;
    while (this.#core.height < target && this.#working !== undefined) await this.#working;
  }

  #enqueue(block: CommittedBlock): void {
    if (this.#closed) return;
    if (this.#waiting.length < MAX_WAITING) this.#waiting.push(block);
    this.#target = Math.max(this.#target, block.height);
    this.#work().catch(this.#onError);
  }

  #work(): Promise<void> {
    this.#working ??= this.#run().finally(() => {
      this.#working = undefined;
    });
    return this.#working;
  }

  async #run(): Promise<void> {
    while (!this.#closed && this.#core.height < this.#target) {
      const wanted = Math.max(this.#core.height + 1, this.#blocks.base());
      while (this.#waiting.length > 0 && this.#waiting[0]!.height < wanted) this.#waiting.shift();
      const block =
        this.#waiting[0]?.height === wanted
          ? this.#waiting.shift()!
          : await committedBlock(this.#blocks, wanted);
      if (block === undefined) throw new Error(`index: block ${wanted} is not in the block store`);
      await this.#core.add(packBlock(block));
    }
  }

  /** Who asks after a commit gets what was committed, unless the index is far behind. */
  async #fresh(): Promise<void> {
    if (this.#target - this.#core.height <= MAX_WAITING) await this.settled().catch(() => {});
  }

  async txByHash(hash: Uint8Array): Promise<TxResult | undefined> {
    await this.#fresh();
    const record = await this.#core.txByHash(hash);
    return record === undefined ? undefined : TxResult.fromBytes(record);
  }

  /** Searches must not keep blocks from being indexed. @throws QueryError where too many wait. */
  async #inTurn<T>(search: () => Promise<T>): Promise<T> {
    await this.#fresh();
    if (this.#searches < MAX_SEARCHES) this.#searches++;
    else {
      if (this.#turns.length >= MAX_SEARCHES_WAITING) {
        throw new QueryError("too many searches wait for their turn; try again");
      }
      await new Promise<void>((resolve) => this.#turns.push(resolve));
    }
    try {
      return await search();
    } finally {
      // The turn is handed on, or given back.
      const next = this.#turns.shift();
      if (next === undefined) this.#searches--;
      else next();
    }
  }

  async search(query: Query, page: Page): Promise<Found<TxResult>> {
    const { items, total } = await this.#inTurn(() => this.#core.search(query, page));
    return { items: items.map((record) => TxResult.fromBytes(record)), total };
  }

  async searchTxs(query: string, page: Page): Promise<Found<TxResult>> {
    return this.search(parseQuery(query), page);
  }

  searchBlocks(query: Query, page: Page): Promise<Found<number>> {
    return this.#inTurn(() => this.#core.searchBlocks(query, page));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#stopFeed?.();
    await this.#working?.catch(() => {});
    await this.#core.close();
  }
}

/** Whether the index ends with a block of this block store. */
async function isOf(core: Core, blocks: BlockStore): Promise<boolean> {
  if (core.height === 0) return true;
  if (core.height > blocks.height()) return false;
  const stored = await blocks.block(core.height);
  if (stored === undefined) return core.height < blocks.base();
  return Buffer.compare(stored.blockId.hash, core.blockHash) === 0;
}

function openCore({ at, worker, maxRecords }: TxIndexOptions): Promise<Core> {
  if ("backend" in at) return IndexCore.open(at.backend, maxRecords);
  if (worker !== undefined) return IndexThread.open(worker, { folder: at.folder, maxRecords });
  return openIndexFolder(at.folder).then((backend) => IndexCore.open(backend, maxRecords));
}

/**
 * Opens the index, and empties it if it is damaged or not of these blocks: `catchUp` fills it again.
 * @throws StoreError or Error where the folder is in use or cannot be written.
 */
export async function openTxIndex(options: TxIndexOptions): Promise<TxIndex> {
  const core = await openCore(options);
  if (!(await isOf(core, options.blocks))) await core.reset();
  return new FollowingIndex(core, options);
}
