/**
 * What is compared: our application on the embedded engine and behind CometBFT, and key-value stores behind the same
 * CometBFT, whose application costs next to nothing.
 *
 * @module
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cometPaths } from "@assay/chain/cometbft/home";
import { formatGenesis } from "@assay/chain/engine/genesis";
import { timeFromMs } from "@assay/chain/engine/time";
import { homePaths } from "@assay/chain/home";
import { CometNetwork, freePorts } from "../../harness/comet-network.ts";
import { testGenesis, testKey } from "../../kvstore/chain.ts";
import { bundleScript } from "../bundles.ts";
import { addAccounts, makeHome } from "../home.ts";
import { Load, type SignedTx } from "../load.ts";
import { type Measured, startChild } from "./process.ts";

export interface System {
  /** Where transactions may be sent; what is committed is asked of the first. */
  readonly rpcPorts: readonly number[];
  readonly processes: readonly Measured[];
  /** The next ones of the load. */
  sign(count: number): readonly SignedTx[];
  close(): Promise<void>;
}

export interface SystemOptions {
  readonly blockTimeMs: number;
  readonly accounts: number;
  /** Path of the CometBFT program. */
  readonly cometbft: string;
}

const CHAIN_ID = "assay-bench";
/** Transactions that wait for a block, at most. */
const MEMPOOL_SIZE = 5000;
const GRACE_MS = 5000;

export async function embedded({ blockTimeMs, accounts }: SystemOptions): Promise<System> {
  const load = new Load(CHAIN_ID, accounts);
  const [rpcPort = 0] = await freePorts(1);
  const settings = { rpc_port: rpcPort, block_time_ms: blockTimeMs, grpc_port: 0 };
  const { home, remove } = await makeHome(load, settings);
  const node = await startChild({
    command: process.execPath,
    args: [
      "--max-semi-space-size=64",
      join(process.env.ASSAY_BUNDLES!, "assay.mjs"),
      "start",
      "--home",
      home,
    ],
    env: { ...process.env, ASSAY_CHILD: "1", ASSAY_LOG_LEVEL: "warn" },
    talks: true,
  });
  return {
    rpcPorts: [rpcPort],
    processes: [{ part: "both", pid: node.pid }],
    sign: (count) => load.sign(count),
    async close() {
      await node.stop(GRACE_MS);
      remove();
    },
  };
}

/** Our application behind each of so many validators. */
export const validators =
  (count: number, transport: "grpc" | "socket") =>
  async ({ blockTimeMs, accounts }: SystemOptions): Promise<System> => {
    const load = new Load(CHAIN_ID, accounts);
    const network = await CometNetwork.make({
      validators: count,
      config: { chainId: CHAIN_ID, accounts: [], blockTimeMs },
      settings: { abci_transport: transport, log_level: "error", mempool_size: MEMPOOL_SIZE },
    });
    for (const { home } of network.nodes) {
      addAccounts(homePaths(home).genesis, load);
      addAccounts(cometPaths(home).genesis, load);
    }
    try {
      await network.start("pairs", 1, 60_000);
    } catch (error) {
      await network.close();
      throw error;
    }
    return {
      rpcPorts: network.nodes.map(({ rpcUrl }) => Number(new URL(rpcUrl).port)),
      processes: network.nodes.flatMap((node): Measured[] => [
        { part: "node", pid: node.pid("node") },
        { part: "application", pid: node.pid("application") },
      ]),
      sign: (number) => load.sign(number),
      close: () => network.close(),
    };
  };

/** As long as a transfer, so that what is carried and stored is alike. */
const TX_BYTES = 313;

class Pairs {
  #next = 0;

  sign(count: number): SignedTx[] {
    return Array.from({ length: count }, () => {
      const number = this.#next++;
      return { bytes: Buffer.from(`k${number}=`.padEnd(TX_BYTES, "v")), sender: number };
    });
  }
}

/** @param app `builtin` is CometBFT's own, in its process. */
export const kvstore =
  (app: "builtin" | "grpc" | "socket") =>
  async ({ blockTimeMs, cometbft }: SystemOptions): Promise<System> => {
    const home = mkdtempSync(join(tmpdir(), "assay-kv-"));
    const closing: (() => Promise<void>)[] = [async () => rmSync(home, { recursive: true, force: true })];
    const close = async (): Promise<void> => {
      for (const end of closing.splice(0).reverse()) await end();
    };
    try {
      const made = spawnSync(cometbft, ["init", "--home", home], { encoding: "utf8" });
      if (made.status !== 0) throw new Error(`cometbft init: ${made.stderr}`);
      const genesis = testGenesis({ genesis: { chainId: CHAIN_ID, time: timeFromMs(Date.now()) } });
      writeFileSync(join(home, "config", "genesis.json"), formatGenesis(genesis));
      writeFileSync(join(home, "config", "priv_validator_key.json"), JSON.stringify(testKey(1).toJson()));
      const processes: Measured[] = [];
      let proxyApp = "kvstore";
      if (app !== "builtin") {
        proxyApp = `unix://${join(home, "abci.sock")}`;
        const script = await bundleScript("bench-kvstore", "test/bench/cometbft/kvstore-app.ts");
        const args = ["--max-semi-space-size=64", script, proxyApp, app];
        const child = await startChild({ command: process.execPath, args, env: process.env, talks: true });
        closing.push(() => child.stop(GRACE_MS));
        processes.push({ part: "application", pid: child.pid });
      }
      const [rpc = 0, p2p = 0] = await freePorts(2);
      const args = [
        "start",
        "--home",
        home,
        "--proxy_app",
        proxyApp,
        "--abci",
        app === "grpc" ? "grpc" : "socket",
      ];
      args.push("--rpc.laddr", `tcp://127.0.0.1:${rpc}`, "--p2p.laddr", `tcp://127.0.0.1:${p2p}`);
      const env = {
        ...process.env,
        CMT_LOG_LEVEL: "error",
        CMT_CONSENSUS_TIMEOUT_COMMIT: `${blockTimeMs}ms`,
        CMT_MEMPOOL_SIZE: String(MEMPOOL_SIZE),
        CMT_RPC_PPROF_LADDR: "",
      };
      const node = await startChild({ command: cometbft, args, env, talks: false });
      closing.push(() => node.stop(GRACE_MS));
      processes.push({ part: app === "builtin" ? "both" : "node", pid: node.pid });
      const pairs = new Pairs();
      return { rpcPorts: [rpc], processes, sign: (count) => pairs.sign(count), close };
    } catch (error) {
      await close();
      throw error;
    }
  };
