/**
 * One key-value ledger three times, with the same genesis document and the same validator: CometBFT with the kvstore
 * that it has built in, CometBFT with ours behind the ABCI server, and ours on the embedded engine.
 *
 * @module
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Application } from "@assay/chain/abci/application";
import { GrammarChecker } from "@assay/chain/abci/grammar";
import { serveAbci } from "@assay/chain/abci/server/serve-abci";
import { systemClock } from "@assay/chain/engine/clock";
import { EmbeddedEngine } from "@assay/chain/engine/engine";
import { formatGenesis, type Genesis } from "@assay/chain/engine/genesis";
import { timeFromMs } from "@assay/chain/engine/time";
import { openTxIndex } from "@assay/chain/index/tx-index";
import { FifoMempool } from "@assay/chain/mempool/mempool";
import { startRpc } from "@assay/chain/rpc/start-rpc";
import { MemoryBackend } from "@assay/chain/store/backend-memory";
import { testGenesis, testKey } from "./chain.ts";
import { CometKvStore } from "./comet-kvstore.ts";

export interface KvLedger {
  readonly url: string;
  /** What the server or the engine could not bear; empty where all was well. */
  readonly faults: readonly unknown[];
  close(): Promise<void>;
}

const BLOCK_TIME_MS = 250;

export const KEY = testKey(1);

export function kvGenesis(): Genesis {
  return testGenesis({ genesis: { chainId: "kvstore", time: timeFromMs(Date.now()) } });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** A node of its own on a fresh home. @param proxyApp `kvstore`, or where the application listens. */
export async function startComet(binary: string, genesis: Genesis, proxyApp: string): Promise<KvLedger> {
  const home = mkdtempSync(join(tmpdir(), "assay-kv-"));
  const made = spawnSync(binary, ["init", "--home", home], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`cometbft init: ${made.stderr}`);
  writeFileSync(join(home, "config", "genesis.json"), formatGenesis(genesis));
  writeFileSync(join(home, "config", "priv_validator_key.json"), JSON.stringify(KEY.toJson()));
  const [rpc, p2p] = [await freePort(), await freePort()];
  const child = spawn(
    binary,
    [
      ...["start", "--home", home, "--proxy_app", proxyApp, "--log_level", "error"],
      ...["--rpc.laddr", `tcp://127.0.0.1:${rpc}`, "--p2p.laddr", `tcp://127.0.0.1:${p2p}`],
    ],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        CMT_CONSENSUS_TIMEOUT_COMMIT: `${BLOCK_TIME_MS}ms`,
        CMT_RPC_PPROF_LADDR: "",
        CMT_MONIKER: "kv",
      },
    },
  );
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  let over = false;
  const ended = new Promise<void>((resolve) =>
    child.once("close", () => {
      over = true;
      resolve();
    }),
  );
  const close = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${rpc}`;
  for (let attempt = 0; ; attempt++) {
    try {
      const { result } = (await (await fetch(`${url}/status`)).json()) as {
        result: { sync_info: { latest_block_height: string } };
      };
      if (Number(result.sync_info.latest_block_height) > 0) return { url, faults: [], close };
    } catch {
      // Not listening yet.
    }
    if (over || attempt > 300) {
      await close();
      throw new Error(`cometbft did not start:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Our kvstore behind the server, and a node that dials it. */
export async function startCometWithOurs(
  binary: string,
  genesis: Genesis,
  app: Application,
  transport: "socket" | "grpc" = "socket",
): Promise<KvLedger> {
  const folder = mkdtempSync(join(tmpdir(), "assay-kv-"));
  const faults: unknown[] = [];
  const server = await serveAbci({
    app,
    address: `unix://${join(folder, "abci.sock")}`,
    transport,
    logger: { info: () => {}, warn: () => {}, error: (fields: object) => faults.push(fields) },
    onFault: (error) => faults.push(error),
  });
  const node = await startComet(binary, genesis, server.address);
  return {
    url: node.url,
    faults,
    close: async () => {
      await node.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function startEmbedded(genesis: Genesis): Promise<KvLedger> {
  const backend = new MemoryBackend();
  const faults: unknown[] = [];
  const app = new GrammarChecker(await CometKvStore.open(backend));
  const mempool = new FifoMempool(app);
  const engine = await EmbeddedEngine.open({
    app,
    backend,
    genesis,
    validatorKeys: [KEY],
    mempool,
    clock: systemClock,
    blockTimeMs: BLOCK_TIME_MS,
    onHalt: (error) => faults.push(error),
  });
  const index = await openTxIndex({ at: { backend: new MemoryBackend() }, blocks: engine.blocks });
  await index.catchUp(engine);
  const rpc = await startRpc({
    host: "127.0.0.1",
    port: 0,
    app,
    blocks: engine.blocks,
    mempool,
    feed: engine,
    index,
    identity: {
      nodeId: "11".repeat(20),
      moniker: "kv",
      chainId: genesis.chainId,
      version: "0.38.25",
      appVersion: 1n,
      validatorPubkey: KEY.publicKey,
      initialHeight: genesis.initialHeight,
    },
    genesisText: formatGenesis(genesis),
    logger: { info: () => {}, error: (fields) => faults.push(fields) },
  });
  engine.start();
  while (engine.height === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  return {
    url: `http://127.0.0.1:${rpc.port}`,
    faults,
    close: async () => {
      await engine.stop();
      await rpc.close();
      await index.close();
    },
  };
}
