/** A real node on real disk with any free ports, in this process, for tests of what talks to one. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "@assay/chain/config";
import { type RunningNode, startNode } from "@assay/chain/node";
import { type DevnetConfig, defaultConfig } from "@assay/devnet/config";
import { type DevnetHome, writeHome } from "@assay/devnet/home";
import pino from "pino";

export interface TestNode {
  readonly node: RunningNode;
  readonly home: string;
  readonly keys: DevnetHome;
  readonly rpcUrl: string;
  /** Mnemonic of a named account. */
  mnemonic(name: string): string;
  address(name: string): string;
  /** Stops the node and starts it again on the same home. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const NO_PORTS = { rpc: 0, web: 0, metrics: 0, grpc: 0, p2p: 0, content: 0, faucet: 0, attestor: 0 };

export async function startTestNode(
  changes: Partial<DevnetConfig> = {},
  settings: Readonly<Record<string, number | string>> = {},
): Promise<TestNode> {
  const config: DevnetConfig = { ...defaultConfig(), blockTimeMs: 100, ...changes };
  const home = mkdtempSync(join(tmpdir(), "assay-test-"));
  const keys = await writeHome(home, config, NO_PORTS, settings);
  const start = (): Promise<RunningNode> =>
    startNode({
      config: loadConfig(home, { abci_grammar: "on" }, {}),
      logger: pino({ level: process.env.ASSAY_LOG_LEVEL ?? "silent" }),
      onHalt: (error) => {
        throw error;
      },
    });
  let node = await start();
  const named = (name: string) => {
    const key = [...keys.accounts, ...keys.validators].find((k) => k.name === name);
    if (key === undefined) throw new Error(`no account ${name}`);
    return key;
  };
  return {
    get node() {
      return node;
    },
    home,
    keys,
    get rpcUrl() {
      return `http://127.0.0.1:${node.rpcPort}`;
    },
    mnemonic: (name) => named(name).mnemonic,
    address: (name) => named(name).address,
    async restart() {
      await node.stop();
      node = await start();
    },
    async close() {
      await node.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
