/**
 * A ledger on disk as a node has it, without its servers: Level, application, mempool, engine, and the threads for
 * signatures and index.
 *
 * @module
 */
import { AssayApp, LAYOUT_VERSION, storeNames } from "@assay/chain/app/app";
import { chooseVerifier } from "@assay/chain/app/signature/choose";
import { loadConfig } from "@assay/chain/config";
import { systemClock } from "@assay/chain/engine/clock";
import { EmbeddedEngine } from "@assay/chain/engine/engine";
import { homePaths, readHome } from "@assay/chain/home";
import { openTxIndex, type TxIndex } from "@assay/chain/index/tx-index";
import { indexWorkerScript } from "@assay/chain/index/worker-script";
import { FifoMempool } from "@assay/chain/mempool/mempool";
import { LevelBackend } from "@assay/chain/store/backend-level";
import { StateStore } from "@assay/chain/store/state-store";
import { type AbciMethod, timedApplication } from "@assay/chain/web/timed-application";
import { type BenchHome, makeHome, writeIdle } from "./home.ts";
import { Load } from "./load.ts";

/** Milliseconds in each call since `reset`; `stage` is the part of `finalize_block` that writes and hashes the trees. */
export class Stopwatch {
  readonly #ms = new Map<string, number>();

  add(name: string, ms: number): void {
    this.#ms.set(name, this.ms(name) + ms);
  }

  ms(name: AbciMethod | "stage"): number;
  ms(name: string): number;
  ms(name: string): number {
    return this.#ms.get(name) ?? 0;
  }

  reset(): void {
    this.#ms.clear();
  }
}

export interface BenchChain {
  readonly load: Load;
  readonly mempool: FifoMempool;
  readonly engine: EmbeddedEngine;
  readonly index: TxIndex;
  readonly stopwatch: Stopwatch;
  /** @returns the home where it is to stay, and how to remove it. */
  close(): Promise<BenchHome>;
}

/** A fresh chain of so many accounts, after its first blocks. */
export async function openChain(accounts: number): Promise<BenchChain> {
  const load = new Load("assay-bench", accounts);
  const files = await makeHome(load);
  const config = loadConfig(files.home, {}, {});
  const home = readHome(files.home);
  const paths = homePaths(files.home);
  const backend = await LevelBackend.open(paths.state);
  const store = await StateStore.open(backend, {
    modules: storeNames(),
    layoutVersion: LAYOUT_VERSION,
    keepVersions: config.keepVersions,
    memoryBudgetBytes: config.memoryBudgetMb * 1024 * 1024,
  });
  const stopwatch = new Stopwatch();
  const stage = store.stage.bind(store);
  let begun = false;
  store.stage = (overlay) => {
    // The first is genesis's.
    if (!begun) writeIdle(overlay, load);
    begun = true;
    const began = performance.now();
    const hash = stage(overlay);
    stopwatch.add("stage", performance.now() - began);
    return hash;
  };
  const fail = (error: unknown): never => {
    throw error;
  };
  const { verifier } = chooseVerifier(fail);
  const app = timedApplication(AssayApp.open({ store, verifier, minGasPrice: config.minGasPrice }), {
    called: (method, seconds) => stopwatch.add(method, seconds * 1000),
    checked: () => {},
  });
  const mempool = new FifoMempool(app, {
    maxTxs: config.mempoolSize,
    maxTotalBytes: config.mempoolBytes,
  });
  const engine = await EmbeddedEngine.open({
    app,
    backend,
    genesis: home.genesis,
    validatorKeys: home.validatorKeys,
    mempool,
    clock: systemClock,
    blockTimeMs: 0,
    onHalt: fail,
  });
  const index = await openTxIndex({
    at: { folder: paths.index },
    worker: indexWorkerScript(),
    blocks: engine.blocks,
    onError: fail,
  });
  await index.catchUp(engine);
  await engine.mine(2);
  return {
    load,
    mempool,
    engine,
    index,
    stopwatch,
    async close() {
      await engine.stop();
      await index.close();
      await verifier.close();
      await backend.close();
      return files;
    },
  };
}

/** Resolves once so many transactions are committed; all must have worked. Ask before they are sent. */
export function committed(engine: Pick<EmbeddedEngine, "onCommit">, count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = count;
    const end = engine.onCommit(({ height, outcome }) => {
      const failed = outcome.txResults.find(({ code }) => code !== 0);
      if (failed !== undefined) {
        end();
        reject(new Error(`block ${height}: a transaction of the bench failed: ${failed.log}`));
      }
      left -= outcome.txResults.length;
      if (left > 0) return;
      end();
      resolve();
    });
  });
}
