/**
 * The index: transactions by hash, and transactions and blocks by their events. It holds nothing that the blocks do
 * not: it is filled after each commit, catches up from the block store, and is built anew where it is of another
 * chain or layout.
 *
 * @module
 */
import { TxResult } from "@assay/proto/gen/tendermint/abci/types";
import type { BlockStore, CommitFeed, CommittedBlock } from "../abci/ledger.ts";
import type { Backend } from "../store/backend.ts";
import { blockEntries } from "./block-entries.ts";
import {
  BLOCK_EVENT,
  countKey,
  decodeCount,
  decodeHead,
  decodePlace,
  HEAD_KEY,
  hashKey,
  readHeight,
  recordKey,
  TX_EVENTS,
} from "./keys.ts";
import { type Plan, planQuery } from "./plan.ts";
import { type Query, QueryError } from "./query.ts";
import { Budget, MAX_RECORDS, searchPostings } from "./search.ts";
import { committedBlock } from "./stored-block.ts";

export interface Page {
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  /** By height, then index, the highest first. */
  readonly descending: boolean;
}

export interface Found<T> {
  readonly items: readonly T[];
  /** How many match in all. */
  readonly total: number;
}

export interface TxIndex {
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
  readonly backend: Backend;
  readonly blocks: BlockStore;
  /** Told when a block could not be indexed; it is tried again with the next one. */
  readonly onError?: (error: unknown) => void;
  /** Records that one query may read. */
  readonly maxRecords?: number;
}

/** Blocks that wait in memory; beyond, they are read from the block store again. */
const MAX_WAITING = 16;
/** Place lookups between two turns of the event loop. */
const LOOKUPS_A_TURN = 256;
/** Deletions a batch where an index is thrown away. */
const CLEAR_BATCH = 10_000;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** @throws QueryError where there are fewer pages, in CometBFT's words. */
function checkPage({ page, perPage }: Page, total: number): void {
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (page < 1 || page > pages) {
    throw new QueryError(`page should be within [1, ${pages}] range, given ${page}`);
  }
}

class LevelTxIndex implements TxIndex {
  readonly #backend: Backend;
  readonly #blocks: BlockStore;
  readonly #onError: (error: unknown) => void;
  readonly #maxRecords: number;
  #height: number;
  #count: number;
  #waiting: CommittedBlock[] = [];
  #target = 0;
  #working: Promise<void> | undefined;
  #stopFeed: (() => void) | undefined;
  #closed = false;

  constructor(options: TxIndexOptions, height: number, count: number) {
    this.#backend = options.backend;
    this.#blocks = options.blocks;
    this.#onError = options.onError ?? (() => {});
    this.#maxRecords = options.maxRecords ?? MAX_RECORDS;
    this.#height = height;
    this.#count = count;
  }

  lastHeight(): number {
    return this.#height;
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
    while (this.#height < target && this.#working !== undefined) await this.#working;
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
    while (!this.#closed && this.#height < this.#target) {
      const wanted = Math.max(this.#height + 1, this.#blocks.base());
      while (this.#waiting.length > 0 && this.#waiting[0]!.height < wanted) this.#waiting.shift();
      const block =
        this.#waiting[0]?.height === wanted
          ? this.#waiting.shift()!
          : await committedBlock(this.#blocks, wanted);
      if (block === undefined) throw new Error(`index: block ${wanted} is not in the block store`);
      await this.#index(block);
    }
  }

  async #index(block: CommittedBlock): Promise<void> {
    const keeps = new Set<number>();
    const succeeded = new Map<string, boolean>();
    for (let i = 0; i < block.txs.length; i++) {
      if (i % LOOKUPS_A_TURN === LOOKUPS_A_TURN - 1) await nextTurn();
      const name = Buffer.from(block.txHashes[i]!).toString("latin1");
      if (succeeded.get(name) ?? this.#hasSucceeded(block.txHashes[i]!)) {
        succeeded.set(name, true);
        keeps.add(i);
      } else succeeded.set(name, block.outcome.txResults[i]!.code === 0);
    }
    const ops = blockEntries(block, this.#count, (index) => keeps.has(index));
    await this.#backend.batch(ops, { sync: false });
    this.#height = block.height;
    this.#count += block.txs.length;
  }

  #hasSucceeded(hash: Uint8Array): boolean {
    const place = this.#backend.getSync(hashKey(hash));
    if (place === undefined) return false;
    const { height, index } = decodePlace(place);
    const record = this.#backend.getSync(recordKey(height, index));
    return record !== undefined && TxResult.fromBytes(record).result?.code === 0;
  }

  async txByHash(hash: Uint8Array): Promise<TxResult | undefined> {
    await this.#fresh();
    const place = await this.#backend.get(hashKey(hash));
    if (place === undefined) return undefined;
    const { height, index } = decodePlace(place);
    return this.#record(height, index);
  }

  async #record(height: number, index: number): Promise<TxResult | undefined> {
    const bytes = await this.#backend.get(recordKey(height, index));
    return bytes === undefined ? undefined : TxResult.fromBytes(bytes);
  }

  /** Who asks after a commit gets what was committed, unless the index is far behind. */
  async #fresh(): Promise<void> {
    if (this.#target - this.#height <= MAX_WAITING) await this.settled().catch(() => {});
  }

  async search(query: Query, page: Page): Promise<Found<TxResult>> {
    const plan = planQuery(query, "tx");
    await this.#fresh();
    if (plan.empty) return this.#none(page);
    const budget = new Budget(this.#maxRecords);
    if (plan.hash !== undefined) return this.#searchHash(plan, page, budget);
    if (plan.groups.length === 0) return this.#searchHeights(plan, page);
    const { descending } = page;
    const first = (page.page - 1) * page.perPage;
    const places: { height: number; index: number }[] = [];
    let total = 0;
    const asked = { backend: this.#backend, kind: TX_EVENTS, plan, descending, budget };
    for await (const { height, count, txs } of searchPostings(asked)) {
      if (total + count > first && total < first + page.perPage) {
        const indexes = descending ? [...txs()].reverse() : txs();
        indexes.forEach((index, i) => {
          if (total + i >= first && total + i < first + page.perPage) places.push({ height, index });
        });
      }
      total += count;
    }
    checkPage(page, total);
    const items: TxResult[] = [];
    for (const { height, index } of places) {
      const record = await this.#record(height, index);
      if (record !== undefined) items.push(record);
    }
    return { items, total };
  }

  #none<T>(page: Page): Found<T> {
    checkPage(page, 0);
    return { items: [], total: 0 };
  }

  async #searchHash(plan: Plan, page: Page, budget: Budget): Promise<Found<TxResult>> {
    const place = await this.#backend.get(hashKey(Buffer.from(plan.hash!, "hex")));
    if (place === undefined) return this.#none(page);
    const { height, index } = decodePlace(place);
    if (height < plan.from || height > plan.to) return this.#none(page);
    if (plan.groups.length > 0) {
      const here = { ...plan, from: height, to: height };
      const asked = { backend: this.#backend, kind: TX_EVENTS, plan: here, descending: false, budget };
      let meets = false;
      for await (const { txs } of searchPostings(asked)) if (txs().includes(index)) meets = true;
      if (!meets) return this.#none(page);
    }
    checkPage(page, 1);
    const record = await this.#record(height, index);
    return { items: record === undefined ? [] : [record], total: 1 };
  }

  /** Transactions in heights below this one. */
  async #countBelow(height: number): Promise<number> {
    const range = { gte: countKey(0), lt: countKey(height), reverse: true, limit: 1 };
    for await (const [, value] of this.#backend.iterate(range)) return decodeCount(value);
    return 0;
  }

  /** Heights alone need no postings: counts say where a page begins. */
  async #searchHeights(plan: Plan, page: Page): Promise<Found<TxResult>> {
    const from = Math.min(plan.from, this.#height + 1);
    const to = Math.min(plan.to, this.#height);
    const before = await this.#countBelow(from);
    const upTo = await this.#countBelow(to + 1);
    const total = Math.max(0, upTo - before);
    checkPage(page, total);
    const skip = (page.page - 1) * page.perPage;
    const take = Math.min(page.perPage, total - skip);
    if (take <= 0) return { items: [], total };
    const lowest = page.descending ? upTo - skip - take : before + skip;
    let low = from;
    let high = to;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((await this.#countBelow(middle + 1)) > lowest) high = middle;
      else low = middle + 1;
    }
    const index = lowest - (await this.#countBelow(low));
    const items: TxResult[] = [];
    const range = { gte: recordKey(low, index), lt: recordKey(to + 1, 0), limit: take };
    for await (const [, value] of this.#backend.iterate(range)) items.push(TxResult.fromBytes(value));
    return { items: page.descending ? items.reverse() : items, total };
  }

  async searchBlocks(query: Query, page: Page): Promise<Found<number>> {
    const plan = planQuery(query, "block");
    await this.#fresh();
    if (plan.empty) return this.#none(page);
    const first = (page.page - 1) * page.perPage;
    const { descending } = page;
    if (plan.groups.length === 0) {
      const from = Math.max(plan.from, await this.#firstHeight());
      const to = Math.min(plan.to, this.#height);
      const total = Math.max(0, to - from + 1);
      checkPage(page, total);
      const take = Math.max(0, Math.min(page.perPage, total - first));
      const items = Array.from({ length: take }, (_, i) => (descending ? to - first - i : from + first + i));
      return { items, total };
    }
    const items: number[] = [];
    let total = 0;
    const budget = new Budget(this.#maxRecords);
    const asked = { backend: this.#backend, kind: BLOCK_EVENT, plan, descending, budget };
    for await (const { height } of searchPostings(asked)) {
      if (total >= first && total < first + page.perPage) items.push(height);
      total++;
    }
    checkPage(page, total);
    return { items, total };
  }

  async #firstHeight(): Promise<number> {
    for await (const [key] of this.#backend.iterate({
      gte: countKey(0),
      lt: countKey(2 ** 48 - 1),
      limit: 1,
    })) {
      return readHeight(key);
    }
    return 1;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#stopFeed?.();
    await this.#working?.catch(() => {});
    await this.#backend.close();
  }
}

async function clear(backend: Backend): Promise<void> {
  for (;;) {
    const ops: { type: "del"; key: Uint8Array }[] = [];
    for await (const [key] of backend.iterate({ limit: CLEAR_BATCH })) ops.push({ type: "del", key });
    if (ops.length === 0) return;
    await backend.batch(ops, { sync: false });
  }
}

/** Opens the index on its own backend, which it closes in the end. It is emptied if it is not of these blocks. */
export async function openTxIndex(options: TxIndexOptions): Promise<TxIndex> {
  const { backend, blocks } = options;
  const bytes = await backend.get(HEAD_KEY);
  const head = bytes === undefined ? undefined : decodeHead(bytes);
  let fits = false;
  if (head !== undefined && head.height <= blocks.height()) {
    const stored = await blocks.block(head.height);
    fits =
      stored === undefined
        ? head.height < blocks.base()
        : Buffer.compare(stored.blockId.hash, head.blockHash) === 0;
  }
  if (!fits) await clear(backend);
  const height = fits ? head!.height : 0;
  const count = fits ? decodeCount((await backend.get(countKey(height))) ?? new Uint8Array(6)) : 0;
  return new LevelTxIndex(options, height, count);
}
