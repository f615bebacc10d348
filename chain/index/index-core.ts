/**
 * The index on its backend: takes blocks in height order, answers what was asked. It knows no block store and no
 * feed, so that it can live in a thread of its own.
 *
 * @module
 */
import { randomBytes } from "node:crypto";
import { ExecTxResult, TxResult } from "@assay/proto/gen/tendermint/abci/types";
import type { Backend } from "../store/backend.ts";
import { CHUNK_RECORDS, decodeChunk } from "./chunks.ts";
import { eventsMeet } from "./event-match.ts";
import { blockEntries } from "./index-block.ts";
import {
  BLOCK_EVENTS,
  blockEventsKey,
  chunkKey,
  countKey,
  decodeCount,
  decodeHead,
  decodePlace,
  encodeHead,
  HEAD_KEY,
  HEIGHT_END,
  hashKey,
  type Place,
  readHeight,
  SECRET_BYTES,
  TX_EVENTS,
} from "./keys.ts";
import { Marker } from "./marks.ts";
import { unpackBlock } from "./packed-block.ts";
import { type Plan, planQuery } from "./plan.ts";
import { type Query, QueryError } from "./query.ts";
import { type Asked, Budget, isExact, MAX_RECORDS, searchPostings } from "./search.ts";

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

/** What an index is to who fills and asks it, on this thread or another. Records are `tendermint.abci.TxResult`. */
export interface Core {
  /** 0 before the first block. */
  readonly height: number;
  /** Of the last block. */
  readonly blockHash: Uint8Array;
  /** Forgets everything. */
  reset(): Promise<void>;
  /** Heights ascend; gaps are blocks that nobody has any more. @param packed the block; it is given away. */
  add(packed: Uint8Array<ArrayBuffer>): Promise<void>;
  txByHash(hash: Uint8Array): Promise<Uint8Array | undefined>;
  /** @throws QueryError for a page that is not there or a query too broad. */
  search(query: Query, page: Page): Promise<Found<Uint8Array>>;
  /** Heights of blocks by their own events. @throws QueryError as `search`. */
  searchBlocks(query: Query, page: Page): Promise<Found<number>>;
  close(): Promise<void>;
}

/** Place lookups between two turns of the event loop. */
const LOOKUPS_A_TURN = 256;
/** Deletions a batch where an index is thrown away. */
const CLEAR_BATCH = 10_000;
/** Records that looking at one transaction's events counts for. */
const LOOK_COST = 8;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** @throws QueryError where there are fewer pages, in CometBFT's words. */
function checkPage({ page, perPage }: Page, total: number): void {
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (page < 1 || page > pages) {
    throw new QueryError(`page should be within [1, ${pages}] range, given ${page}`);
  }
}

/** Counts what passes by and keeps what is on the page. */
class PageTaker<T> {
  readonly items: T[] = [];
  total = 0;
  readonly #first: number;
  readonly #end: number;

  constructor({ page, perPage }: Page) {
    this.#first = (page - 1) * perPage;
    this.#end = this.#first + perPage;
  }

  /** @param items in the page's order, made only where some are on it. */
  pass(count: number, items: () => readonly T[]): void {
    if (this.total < this.#end && this.total + count > this.#first) {
      this.items.push(
        ...items().slice(Math.max(0, this.#first - this.total), Math.max(0, this.#end - this.total)),
      );
    }
    this.total += count;
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

export class IndexCore implements Core {
  readonly #backend: Backend;
  readonly #maxRecords: number;
  #secret: Uint8Array = new Uint8Array(SECRET_BYTES);
  #marker = new Marker(this.#secret);
  #height = 0;
  #blockHash: Uint8Array = new Uint8Array(32);
  #count = 0;

  private constructor(backend: Backend, maxRecords: number) {
    this.#backend = backend;
    this.#maxRecords = maxRecords;
  }

  /** Empty where it is of another layout. */
  static async open(backend: Backend, maxRecords: number = MAX_RECORDS): Promise<IndexCore> {
    const core = new IndexCore(backend, maxRecords);
    const bytes = await backend.get(HEAD_KEY);
    const head = bytes === undefined ? undefined : decodeHead(bytes);
    if (head === undefined) await core.reset();
    else {
      core.#secret = head.secret;
      core.#marker = new Marker(head.secret);
      core.#height = head.height;
      core.#blockHash = head.blockHash;
      core.#count = await core.#countBelow(head.height + 1);
    }
    return core;
  }

  get height(): number {
    return this.#height;
  }

  get blockHash(): Uint8Array {
    return this.#blockHash;
  }

  async reset(): Promise<void> {
    await clear(this.#backend);
    this.#secret = randomBytes(SECRET_BYTES);
    this.#marker = new Marker(this.#secret);
    this.#height = 0;
    this.#blockHash = new Uint8Array(32);
    this.#count = 0;
    const head = encodeHead({ height: 0, blockHash: this.#blockHash, secret: this.#secret });
    await this.#backend.batch([{ type: "put", key: HEAD_KEY, value: head }], { sync: false });
  }

  /** One batch. */
  async add(packed: Uint8Array): Promise<void> {
    const block = unpackBlock(packed);
    const keeps = new Set<number>();
    const succeeded = new Map<string, boolean>();
    for (let i = 0; i < block.txs.length; i++) {
      if (i % LOOKUPS_A_TURN === LOOKUPS_A_TURN - 1) await nextTurn();
      const tx = block.txs[i]!;
      const name = Buffer.from(tx.hash.buffer, tx.hash.byteOffset, tx.hash.byteLength).toString("latin1");
      if (succeeded.get(name) ?? this.#hasSucceeded(tx.hash)) {
        succeeded.set(name, true);
        keeps.add(i);
      } else succeeded.set(name, tx.succeeded);
    }
    const ops = blockEntries(block, this.#marker, this.#secret, this.#count, (index) => keeps.has(index));
    await this.#backend.batch(ops, { sync: false });
    this.#height = block.height;
    this.#blockHash = block.blockHash;
    this.#count += block.txs.length;
  }

  #hasSucceeded(hash: Uint8Array): boolean {
    const bytes = this.#backend.getSync(hashKey(hash));
    if (bytes === undefined) return false;
    const { height, index } = decodePlace(bytes);
    const chunk = this.#backend.getSync(chunkKey(height, Math.floor(index / CHUNK_RECORDS)));
    const record = chunk === undefined ? undefined : decodeChunk(chunk)[index % CHUNK_RECORDS];
    return record !== undefined && TxResult.fromBytes(record).result?.code === 0;
  }

  async txByHash(hash: Uint8Array): Promise<Uint8Array | undefined> {
    const bytes = await this.#backend.get(hashKey(hash));
    return bytes === undefined ? undefined : this.#record(decodePlace(bytes));
  }

  async #record({ height, index }: Place): Promise<Uint8Array | undefined> {
    const chunk = await this.#backend.get(chunkKey(height, Math.floor(index / CHUNK_RECORDS)));
    // A copy: handed to another thread, a view would take its whole chunk along.
    return chunk === undefined ? undefined : decodeChunk(chunk)[index % CHUNK_RECORDS]?.slice();
  }

  async search(query: Query, page: Page): Promise<Found<Uint8Array>> {
    const plan = planQuery(query, "tx");
    if (plan.empty) return this.#none(page);
    if (plan.hash !== undefined) return this.#searchHash(plan, page);
    if (plan.groups.length === 0) return this.#searchHeights(plan, page);
    const asked = this.#ask(TX_EVENTS, plan, page.descending);
    const exact = plan.groups.flat().every(isExact);
    const taker = new PageTaker<Place>(page);
    for await (const { height, count, txs } of searchPostings(asked)) {
      const ordered = (indexes: readonly number[]): Place[] => {
        const places = indexes.map((index) => ({ height, index }));
        return page.descending ? places.reverse() : places;
      };
      if (exact) taker.pass(count, () => ordered(txs()));
      else {
        const meeting = await this.#lookAt(asked, height, txs());
        taker.pass(meeting.length, () => ordered(meeting));
      }
    }
    checkPage(page, taker.total);
    const items: Uint8Array[] = [];
    for (const place of taker.items) {
      const record = await this.#record(place);
      if (record !== undefined && this.#recordMeets(plan, record)) items.push(record);
    }
    // Marks can collide, if hardly ever: what only looked like a match is no match.
    return { items, total: taker.total - (taker.items.length - items.length) };
  }

  #ask(kind: Asked["kind"], plan: Plan, descending: boolean): Asked {
    const budget = new Budget(this.#maxRecords);
    return { backend: this.#backend, marker: this.#marker, kind, plan, descending, budget };
  }

  #none<T>(page: Page): Found<T> {
    checkPage(page, 0);
    return { items: [], total: 0 };
  }

  #recordMeets(plan: Plan, record: Uint8Array): boolean {
    return eventsMeet(plan, TxResult.fromBytes(record).result?.events ?? []);
  }

  /** Those whose events meet the plan: marks of there being an attribute say nothing of its value. */
  async #lookAt(asked: Asked, height: number, indexes: readonly number[]): Promise<number[]> {
    const meeting: number[] = [];
    let chunkNumber = -1;
    let records: Uint8Array[] = [];
    for (const index of indexes) {
      asked.budget.spend(LOOK_COST);
      const number = Math.floor(index / CHUNK_RECORDS);
      if (number !== chunkNumber) {
        chunkNumber = number;
        const chunk = await this.#backend.get(chunkKey(height, number));
        records = chunk === undefined ? [] : decodeChunk(chunk);
      }
      const record = records[index % CHUNK_RECORDS];
      if (record !== undefined && this.#recordMeets(asked.plan, record)) meeting.push(index);
    }
    return meeting;
  }

  async #searchHash(plan: Plan, page: Page): Promise<Found<Uint8Array>> {
    const bytes = await this.#backend.get(hashKey(Buffer.from(plan.hash!, "hex")));
    const place = bytes === undefined ? undefined : decodePlace(bytes);
    if (place === undefined || place.height < plan.from || place.height > plan.to) return this.#none(page);
    const record = await this.#record(place);
    if (record === undefined || !this.#recordMeets(plan, record)) return this.#none(page);
    checkPage(page, 1);
    return { items: [record], total: 1 };
  }

  /** Transactions in heights below this one. */
  async #countBelow(height: number): Promise<number> {
    const range = { gte: countKey(0), lt: countKey(height), reverse: true, limit: 1 };
    for await (const [, value] of this.#backend.iterate(range)) return decodeCount(value);
    return 0;
  }

  /** Heights alone need no postings: counts say where a page begins. */
  async #searchHeights(plan: Plan, page: Page): Promise<Found<Uint8Array>> {
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
    const items: Uint8Array[] = [];
    let skipped = index % CHUNK_RECORDS;
    const range = { gte: chunkKey(low, Math.floor(index / CHUNK_RECORDS)), lt: chunkKey(to + 1, 0) };
    for await (const [, chunk] of this.#backend.iterate(range)) {
      for (const record of decodeChunk(chunk)) {
        if (skipped > 0) skipped--;
        else if (items.length < take) items.push(record.slice());
      }
      if (items.length === take) break;
    }
    return { items: page.descending ? items.reverse() : items, total };
  }

  async searchBlocks(query: Query, page: Page): Promise<Found<number>> {
    const plan = planQuery(query, "block");
    if (plan.empty) return this.#none(page);
    if (plan.groups.length === 0) return this.#blocksByHeight(plan, page);
    const asked = this.#ask(BLOCK_EVENTS, plan, page.descending);
    const taker = new PageTaker<number>(page);
    for await (const { height } of searchPostings(asked)) {
      asked.budget.spend(LOOK_COST);
      const record = await this.#backend.get(blockEventsKey(height));
      const events = record === undefined ? [] : ExecTxResult.fromBytes(record).events;
      if (eventsMeet(plan, events)) taker.pass(1, () => [height]);
    }
    checkPage(page, taker.total);
    return { items: taker.items, total: taker.total };
  }

  async #blocksByHeight(plan: Plan, page: Page): Promise<Found<number>> {
    const from = Math.max(plan.from, await this.#firstHeight());
    const to = Math.min(plan.to, this.#height);
    const total = Math.max(0, to - from + 1);
    checkPage(page, total);
    const first = (page.page - 1) * page.perPage;
    const take = Math.max(0, Math.min(page.perPage, total - first));
    const items = Array.from({ length: take }, (_, i) =>
      page.descending ? to - first - i : from + first + i,
    );
    return { items, total };
  }

  async #firstHeight(): Promise<number> {
    const range = { gte: countKey(0), lt: countKey(HEIGHT_END), limit: 1 };
    for await (const [key] of this.#backend.iterate(range)) return readHeight(key);
    return 1;
  }

  async close(): Promise<void> {
    await this.#backend.close();
  }
}
