/**
 * The whole way over HTTP, one transaction a request: the real node in this process with all its servers, its clients
 * in a thread beside it, so on the same cores.
 *
 * @module
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import { loadConfig } from "@assay/chain/config";
import { type RunningNode, startNode } from "@assay/chain/node";
import pino from "pino";
import { bundleScript } from "./bundles.ts";
import { committed } from "./chain.ts";
import { makeHome } from "./home.ts";
import type { HttpClientData } from "./http-client.ts";
import { Load, type SignedTx, shareOut } from "./load.ts";
import { median } from "./measure.ts";
import { type ProfileShare, profiled } from "./profile.ts";
import { verifyPerSecond } from "./raw.ts";

export interface HttpFigures {
  readonly accounts: number;
  readonly connections: number;
  readonly verifyPerSecond: number;
  /** Committed. */
  readonly txPerSecond: number;
  readonly ratioToVerify: number;
  /** Node, its threads and the clients. */
  readonly cpuUsPerTx: number;
  /** Of the node's main thread under this load. */
  readonly loopDelayP99Ms: number;
  readonly loopDelayMaxMs: number;
  readonly profile: readonly ProfileShare[];
}

export interface HttpSizes {
  readonly accounts: number;
  readonly txs: number;
  readonly connections: number;
  /** Sent and not committed yet: so many make the clients wait. */
  readonly waiting: number;
  readonly rounds: number;
  readonly verifies: number;
}

/** What an idle loop shows, and what is taken off. */
const RESOLUTION_MS = 1;

export interface BenchNode {
  readonly load: Load;
  readonly node: RunningNode;
  close(): Promise<void>;
}

/** A node on a fresh home, after its first block. */
export async function openNode(
  accounts: number,
  settings: Readonly<Record<string, number | string>>,
): Promise<BenchNode> {
  const load = new Load("assay-bench", accounts);
  const files = await makeHome(load, settings);
  const node = await startNode({
    config: loadConfig(files.home, {}, {}),
    logger: pino({ level: "silent" }),
    onHalt: (error) => {
      throw error;
    },
  });
  await node.nextBlock();
  return {
    load,
    node,
    async close() {
      await node.stop();
      files.remove();
    },
  };
}

/** Milliseconds from the first request to the last commit. */
async function run(
  node: RunningNode,
  script: string,
  txs: readonly SignedTx[],
  { connections, waiting }: HttpSizes,
) {
  const counter = new Int32Array(new SharedArrayBuffer(4));
  const data: HttpClientData = {
    port: node.rpcPort,
    shares: shareOut(txs, connections),
    committed: counter,
    waiting,
  };
  const worker = new Worker(script, { workerData: data, name: "clients" });
  const said = (word: string): Promise<void> =>
    new Promise((resolve, reject) => {
      worker.once("error", reject);
      worker.on("message", (message) => {
        if (message === word) resolve();
      });
    });
  await said("ready");
  const answered = said("done");
  const done = committed(node.engine, txs.length);
  const stopCounting = node.engine.onCommit((block) => Atomics.add(counter, 0, block.txs.length));
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const before = process.cpuUsage();
  delay.enable();
  const began = performance.now();
  worker.postMessage("go");
  await Promise.all([answered, done]);
  const ms = performance.now() - began;
  delay.disable();
  const { user, system } = process.cpuUsage(before);
  stopCounting();
  await worker.terminate();
  await node.index.settled();
  return {
    ms,
    cpuUs: user + system,
    p99Ms: Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS),
    maxMs: delay.max / 1e6,
  };
}

export async function benchHttp(sizes: HttpSizes): Promise<HttpFigures> {
  const { accounts, txs, connections, rounds, verifies } = sizes;
  const script = await bundleScript("bench-client", "test/bench/http-client.ts");
  const { load, node, close } = await openNode(accounts, { block_time_ms: 0 });
  try {
    await run(node, script, load.sign(txs), sizes);
    const bounds: number[] = [];
    const results: Awaited<ReturnType<typeof run>>[] = [];
    for (let round = 0; round < rounds; round++) {
      const signed = load.sign(txs);
      bounds.push(verifyPerSecond(verifies));
      results.push(await run(node, script, signed, sizes));
    }
    const signed = load.sign(txs);
    const profile = await profiled(txs, () => run(node, script, signed, sizes));
    const txPerSecond = median(results.map(({ ms }) => (txs * 1000) / ms));
    return {
      accounts,
      connections,
      verifyPerSecond: median(bounds),
      txPerSecond,
      ratioToVerify: txPerSecond / median(bounds),
      cpuUsPerTx: median(results.map(({ cpuUs }) => cpuUs / txs)),
      loopDelayP99Ms: median(results.map(({ p99Ms }) => p99Ms)),
      loopDelayMaxMs: Math.max(...results.map(({ maxMs }) => maxMs)),
      profile,
    };
  } finally {
    await close();
  }
}
