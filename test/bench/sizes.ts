/**
 * How much each bench does: for figures, for a quick look, and for the test that none rots.
 *
 * @module
 */
import type { DecodeSizes } from "./decode.ts";
import type { ExecuteSizes } from "./execute.ts";
import type { HttpSizes } from "./http.ts";
import type { LatencySizes } from "./latency.ts";
import type { RawSizes } from "./raw.ts";
import type { WholeWaySizes } from "./whole-way.ts";

export interface Sizes {
  readonly raw: RawSizes;
  readonly treeKeys: readonly number[];
  readonly decode: DecodeSizes;
  /** Of the chains that execute and go the whole way, the small one first. */
  readonly accounts: readonly [number, number];
  readonly execute: ExecuteSizes;
  readonly wholeWay: WholeWaySizes;
  readonly http: HttpSizes;
  readonly latency: LatencySizes;
  /** Of the genesis document that a node is started with. */
  readonly memory: { readonly accounts: number };
}

/** As many transfers as the gas of a block holds. */
const FULL_BLOCK = 2250;

export const FULL: Sizes = {
  raw: { verifies: 5000, hashes: 100_000, rounds: 5 },
  treeKeys: [10_000, 100_000, 1_000_000],
  decode: { txs: 20_000, rounds: 9 },
  accounts: [10_000, 1_000_000],
  execute: { blockTxs: FULL_BLOCK, rounds: 5, verifies: 3000 },
  wholeWay: { txs: 20_000, clients: 256, waiting: 2 * FULL_BLOCK, rounds: 5, verifies: 5000 },
  http: {
    accounts: 20_000,
    txs: 10_000,
    connections: 64,
    waiting: 2 * FULL_BLOCK,
    rounds: 5,
    verifies: 5000,
  },
  latency: { accounts: 10_000, txPerSecond: 100, blockTimeMs: 1000, txs: 1500 },
  memory: { accounts: 100_000 },
};

export const QUICK: Sizes = {
  raw: { verifies: 1000, hashes: 20_000, rounds: 3 },
  treeKeys: [2000],
  decode: { txs: 3000, rounds: 3 },
  accounts: [500, 2000],
  execute: { blockTxs: 400, rounds: 3, verifies: 500 },
  wholeWay: { txs: 1500, clients: 256, waiting: 1000, rounds: 3, verifies: 1000 },
  http: { accounts: 1000, txs: 1000, connections: 32, waiting: 1000, rounds: 3, verifies: 1000 },
  latency: { accounts: 500, txPerSecond: 100, blockTimeMs: 250, txs: 150 },
  memory: { accounts: 1000 },
};

export const SMALLEST: Sizes = {
  raw: { verifies: 20, hashes: 200, rounds: 1 },
  treeKeys: [500],
  decode: { txs: 50, rounds: 1 },
  accounts: [10, 20],
  execute: { blockTxs: 10, rounds: 1, verifies: 10 },
  wholeWay: { txs: 20, clients: 4, waiting: 10, rounds: 1, verifies: 10 },
  http: { accounts: 10, txs: 20, connections: 2, waiting: 10, rounds: 1, verifies: 10 },
  latency: { accounts: 10, txPerSecond: 100, blockTimeMs: 50, txs: 10 },
  memory: { accounts: 10 },
};
