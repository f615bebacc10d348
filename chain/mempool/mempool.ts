/**
 * Transactions that wait for a block: first in, first out.
 *
 * One map holds them all, those that are still being checked included, in the order in which they came: there is no
 * second list to fall out of step with it.
 *
 * @module
 */
import { shortBytes } from "@assay/primitives/pool";
import { CheckTxType, type ResponseCheckTx } from "@assay/proto/gen/tendermint/abci/types";
import type { Application } from "../abci/application.ts";
import { type Mempool, MempoolError } from "../abci/ledger.ts";
import { forgetTxId, rememberTxId, txId } from "../abci/tx-id.ts";
import { txSize } from "../abci/tx-size.ts";
import { SeenCache } from "./seen-cache.ts";

export interface MempoolLimits {
  /** Waiting transactions. */
  readonly maxTxs: number;
  /** Bytes of all of them. */
  readonly maxTotalBytes: number;
  /** Bytes of one. */
  readonly maxTxBytes: number;
  /** Hashes of transactions that were seen lately. */
  readonly cacheSize: number;
}

/** CometBFT's, but for the total: 64 MiB fit in a devnet's memory where its 1 GiB does not. */
export const DEFAULT_MEMPOOL_LIMITS: MempoolLimits = {
  maxTxs: 5_000,
  maxTotalBytes: 64 * 1024 * 1024,
  maxTxBytes: 1024 * 1024,
  cacheSize: 10_000,
};

/** What a block can hold; a transaction beyond it would wait for ever and block those behind it. */
export interface BlockLimits {
  readonly maxDataBytes: number;
  /** -1 means no limit. */
  readonly maxGas: bigint;
}

interface Entry {
  readonly tx: Uint8Array;
  /** False until the application said yes. */
  admitted: boolean;
  gasWanted: bigint;
}

/** As `txId`, of a hash that is known. */
const keyOfHash = (hash: Uint8Array): string =>
  Buffer.from(hash.buffer, hash.byteOffset, hash.length).toString("latin1");

function copyOf(tx: Uint8Array): Uint8Array {
  const copy = shortBytes(tx.length);
  copy.set(tx);
  return copy;
}

/** What became of a transaction in a block. */
export interface IncludedTx {
  /** sha256 */
  readonly hash: Uint8Array;
  readonly code: number;
}

export class FifoMempool implements Mempool {
  readonly #app: Application;
  readonly #limits: MempoolLimits;
  readonly #entries = new Map<string, Entry>();
  readonly #seen: SeenCache;
  readonly #waiters = new Set<() => void>();
  #blockLimits: BlockLimits = { maxDataBytes: Number.MAX_SAFE_INTEGER, maxGas: -1n };
  #admitted = 0;
  #admittedBytes = 0;
  #totalBytes = 0;
  /** Transactions ever admitted: tells whether there is a new one. */
  #arrivals = 0;
  /** Checks that the application has not answered. */
  readonly #inFlight = new Set<Promise<unknown>>();
  /** Set while a block is committed: new checks wait for its end. */
  #commit: Promise<void> | undefined;

  constructor(app: Application, limits: Partial<MempoolLimits> = {}) {
    this.#app = app;
    this.#limits = { ...DEFAULT_MEMPOOL_LIMITS, ...limits };
    this.#seen = new SeenCache(this.#limits.cacheSize);
  }

  async add(tx: Uint8Array): Promise<ResponseCheckTx> {
    this.#refuseUnfit(tx);
    const key = txId(tx);
    if (this.#entries.has(key) || this.#seen.has(key)) {
      throw new MempoolError("in_cache", "tx already exists in cache");
    }
    // A view of a request's body would keep all of it in memory.
    const entry: Entry = { tx: copyOf(tx), admitted: false, gasWanted: 0n };
    this.#entries.set(key, entry);
    rememberTxId(entry.tx, key);
    this.#totalBytes += tx.length;
    this.#seen.add(key);
    while (this.#commit !== undefined) await this.#commit;
    const admission = this.#admit(key, entry);
    this.#inFlight.add(admission);
    try {
      return await admission;
    } finally {
      this.#inFlight.delete(admission);
    }
  }

  async #admit(key: string, entry: Entry): Promise<ResponseCheckTx> {
    let admitted = false;
    try {
      const response = await this.#app.checkTx({ tx: entry.tx, type: CheckTxType.CHECK_TX_TYPE_NEW });
      if (response.code !== 0) return response;
      this.#refuseGas(response.gasWanted);
      admitted = true;
      // A block may have held it meanwhile.
      if (this.#entries.get(key) !== entry) return response;
      entry.gasWanted = response.gasWanted;
      entry.admitted = true;
      this.#admitted++;
      this.#admittedBytes += entry.tx.length;
      this.#arrivals++;
      this.#wake();
      return response;
    } finally {
      if (!admitted) this.#forget(key, entry);
    }
  }

  /** Takes out what was refused, so that it may be sent again. */
  #forget(key: string, entry: Entry): void {
    if (this.#entries.get(key) !== entry) return;
    this.#drop(key);
    this.#seen.delete(key);
  }

  #refuseUnfit(tx: Uint8Array): void {
    const { maxTxs, maxTotalBytes, maxTxBytes } = this.#limits;
    if (this.#entries.size >= maxTxs || this.#totalBytes + tx.length > maxTotalBytes) {
      throw new MempoolError(
        "full",
        `mempool is full: number of txs ${this.#entries.size} (max: ${maxTxs}), ` +
          `total txs bytes ${this.#totalBytes} (max: ${maxTotalBytes})`,
      );
    }
    if (tx.length > maxTxBytes) {
      throw new MempoolError("too_large", `Tx too large. Max size is ${maxTxBytes}, but got ${tx.length}`);
    }
    const size = txSize(tx);
    if (size > this.#blockLimits.maxDataBytes) {
      throw new MempoolError(
        "too_large",
        `tx pre check: tx size is too big: ${size}, max: ${this.#blockLimits.maxDataBytes}`,
      );
    }
  }

  #refuseGas(gasWanted: bigint): void {
    const { maxGas } = this.#blockLimits;
    if (maxGas >= 0n && gasWanted > maxGas) {
      throw new MempoolError("too_large", `gas wanted ${gasWanted} is greater than max gas ${maxGas}`);
    }
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    forgetTxId(entry.tx);
    this.#totalBytes -= entry.tx.length;
    if (entry.admitted) {
      this.#admitted--;
      this.#admittedBytes -= entry.tx.length;
    }
  }

  #wake(): void {
    for (const waiter of [...this.#waiters]) waiter();
  }

  size(): number {
    return this.#admitted;
  }

  totalBytes(): number {
    return this.#admittedBytes;
  }

  /** Grows with each admitted transaction. */
  arrivals(): number {
    return this.#arrivals;
  }

  list(limit: number): readonly Uint8Array[] {
    const txs: Uint8Array[] = [];
    for (const entry of this.#entries.values()) {
      if (txs.length >= limit) break;
      if (entry.admitted) txs.push(entry.tx);
    }
    return txs;
  }

  /**
   * The transactions for a block, oldest first, until one does not fit or is still being checked; they stay here.
   * @param maxBytes each counts with its tag and length.
   * @param maxGas -1n means no limit.
   */
  reap(maxBytes: number, maxGas: bigint): Uint8Array[] {
    const txs: Uint8Array[] = [];
    let bytes = 0;
    let gas = 0n;
    for (const entry of this.#entries.values()) {
      bytes += txSize(entry.tx);
      gas += entry.gasWanted;
      if (!entry.admitted || bytes > maxBytes || (maxGas >= 0n && gas > maxGas)) break;
      txs.push(entry.tx);
    }
    return txs;
  }

  /** What a block can hold from now on. */
  setBlockLimits(limits: BlockLimits): void {
    this.#blockLimits = limits;
  }

  /**
   * Runs a block's commit while the application checks nothing, since the commit resets the state that checks see;
   * then takes out what the block holds and checks the rest again on the new state.
   * @param included the block's transactions.
   */
  async committing(commit: () => Promise<void>, included: readonly IncludedTx[]): Promise<void> {
    let end = (): void => {};
    this.#commit = new Promise((resolve) => {
      end = () => {
        this.#commit = undefined;
        resolve();
      };
    });
    try {
      await Promise.allSettled(this.#inFlight);
      await commit();
      for (const { hash, code } of included) {
        const key = keyOfHash(hash);
        this.#drop(key);
        // A transaction that failed may be sent again; one that worked must not be.
        if (code === 0) this.#seen.add(key);
        else this.#seen.delete(key);
      }
      await this.#recheck();
    } finally {
      end();
    }
  }

  async #recheck(): Promise<void> {
    const { maxDataBytes, maxGas } = this.#blockLimits;
    const waiting = [...this.#entries].filter(([, entry]) => entry.admitted);
    await Promise.all(
      waiting.map(async ([key, entry]) => {
        const response = await this.#app.checkTx({ tx: entry.tx, type: CheckTxType.CHECK_TX_TYPE_RECHECK });
        const fits = txSize(entry.tx) <= maxDataBytes && (maxGas < 0n || response.gasWanted <= maxGas);
        if (response.code === 0 && fits) entry.gasWanted = response.gasWanted;
        else this.#forget(key, entry);
      }),
    );
  }

  /** Resolves with the next transaction that is admitted, or when the signal aborts. */
  arrival(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = (): void => {
        this.#waiters.delete(done);
        signal.removeEventListener("abort", done);
        resolve();
      };
      this.#waiters.add(done);
      signal.addEventListener("abort", done);
    });
  }
}
