/**
 * A network of real CometBFT nodes and their applications in a temporary folder, for tests that start, stop and kill
 * each of these processes by its role.
 */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pairPrograms } from "@assay/chain/comet-pair";
import { Child, type End, type Program } from "@assay/chain/cometbft/child";
import { NodeRpc } from "@assay/chain/cometbft/node-rpc";
import { RemoteLedger } from "@assay/chain/cometbft/remote-ledger";
import { loadConfig } from "@assay/chain/config";
import { ValidatorKey } from "@assay/chain/engine/keys";
import { type NodePlan, writeNodeHomes } from "@assay/chain/node-homes";
import { type DevnetConfig, defaultConfig } from "@assay/devnet/config";
import { type DevnetHome, devnetKeys, genesisDocument } from "@assay/devnet/home";
import { validatorKey } from "@assay/devnet/keys";
import { needs } from "./binaries.ts";
import { bundles } from "./bundles.ts";

/** `supervisor` is `assay start`, which starts the two others by itself. */
export type Role = "application" | "node" | "supervisor";

export interface CometNetworkOptions {
  /** How many validators, a home each. */
  readonly validators?: number;
  /** Of the devnet that the genesis is made of: accounts, chain id, params; block time. */
  readonly config?: Partial<DevnetConfig>;
  /** Keys of every node's config.toml. */
  readonly settings?: Readonly<Record<string, number | string>>;
  /** Addresses that the nodes bind and are reached at, one each; absent is 127.0.0.1 for all, at ports of their own. */
  readonly hosts?: readonly string[];
  /** Runs a program elsewhere, for example in a network namespace. */
  readonly wrap?: (node: number, program: Program) => Program;
}

export interface StartOptions {
  /** Over the process's environment, for example `FAIL_TEST_INDEX`. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How CometBFT's RPC answers: its own word for each. */
export interface Status {
  readonly height: number;
  readonly appHash: string;
  readonly catchingUp: boolean;
}

/** Below the ports that systems give to outgoing connections. */
const [LOWEST_PORT, HIGHEST_PORT] = [20_000, 32_000];

/** Ports at which nothing listens, one behind the other. */
export async function freePorts(count: number, host = "127.0.0.1"): Promise<number[]> {
  const isFree = (port: number): Promise<boolean> =>
    new Promise((resolve) => {
      const probe = createServer();
      probe.once("error", () => resolve(false));
      probe.listen({ host, port }, () => probe.close(() => resolve(true)));
    });
  for (;;) {
    const first = LOWEST_PORT + Math.floor(Math.random() * (HIGHEST_PORT - LOWEST_PORT - count));
    const ports = Array.from({ length: count }, (_, i) => first + i);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return ports;
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One validator: a home, and the processes that run on it now. */
export class CometNode {
  readonly index: number;
  readonly home: string;
  readonly rpcUrl: string;
  readonly webUrl: string;
  readonly rpc: NodeRpc;
  /** Blocks, results, validators, transactions of this node. */
  readonly ledger: RemoteLedger;
  readonly #logs: string;
  readonly #programs: Readonly<Record<Role, Program>>;
  readonly #children = new Map<Role, Child>();

  constructor(
    index: number,
    home: string,
    urls: { readonly rpc: string; readonly web: string },
    programs: Readonly<Record<Role, Program>>,
  ) {
    this.index = index;
    this.home = home;
    this.rpcUrl = urls.rpc;
    this.webUrl = urls.web;
    this.rpc = new NodeRpc(urls.rpc);
    this.ledger = new RemoteLedger(this.rpc);
    this.#programs = programs;
    this.#logs = join(home, "logs");
    mkdirSync(this.#logs, { recursive: true });
  }

  logFile(role: Role): string {
    return join(this.#logs, `${role}.log`);
  }

  /** Starts one process; resolves when it is ready (the node: at once). @throws Error with its last words. */
  async start(role: Role, { env = {} }: StartOptions = {}): Promise<void> {
    if (this.isUp(role)) throw new Error(`${role} of node ${this.index} runs already`);
    const program = this.#programs[role];
    let ready: () => void = () => {};
    const isReady = new Promise<true>((resolve) => {
      ready = () => resolve(true);
    });
    const child = new Child(
      { ...program, env: { ...program.env, ...env } },
      (chunk) => appendFileSync(this.logFile(role), chunk),
      ready,
    );
    this.#children.set(role, child);
    if (role === "node") return;
    const told = await Promise.race([isReady, child.ended]);
    if (told !== true) {
      throw new Error(`${role} of node ${this.index} ended with ${told.how}\n${child.lastWords()}`);
    }
  }

  /** The application, then the node, without a supervisor. */
  async startPair(options: StartOptions = {}): Promise<void> {
    await this.start("application", options);
    await this.start("node", options);
  }

  /** 0 where it does not run. A supervisor's children are found by `childPids`. */
  pid(role: Role): number {
    return this.isUp(role) ? this.#children.get(role)!.pid : 0;
  }

  isUp(role: Role): boolean {
    return this.#children.get(role)?.isUp === true;
  }

  /** Resolves when it ends; never rejects. */
  ended(role: Role): Promise<End> {
    const child = this.#children.get(role);
    return child === undefined ? Promise.reject(new Error(`${role} was never started`)) : child.ended;
  }

  signal(role: Role, signal: NodeJS.Signals): void {
    const pid = this.pid(role);
    if (pid > 0) process.kill(pid, signal);
  }

  /** Sends the signal and waits for the end. */
  async kill(role: Role, signal: NodeJS.Signals = "SIGKILL"): Promise<End> {
    this.signal(role, signal);
    return this.ended(role);
  }

  /** Ends all that runs in order, as an operator would. */
  async stop(graceMs = 15_000): Promise<void> {
    for (const role of ["supervisor", "node", "application"] as const) {
      await this.#children.get(role)?.stop(graceMs);
    }
  }

  /** @throws NodeRpcError where the node does not answer. */
  async status(): Promise<Status> {
    const status = await this.ledger.refresh();
    const info = (await this.rpc.call("status")) as { sync_info: { latest_app_hash: string } };
    return {
      height: status.height,
      appHash: info.sync_info.latest_app_hash,
      catchingUp: status.catchingUp,
    };
  }

  /** 0 where the node does not answer. */
  async height(): Promise<number> {
    try {
      return (await this.ledger.refresh()).height;
    } catch {
      return 0;
    }
  }

  /** Resolves with the height once it is reached. @throws Error where it is not in time. */
  async untilHeight(height: number, timeoutMs = 30_000): Promise<number> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const now = await this.height();
      if (now >= height) return now;
      if (Date.now() > deadline) {
        const words = [...this.#children].map(([role, child]) => `${role}: ${child.lastWords()}`);
        throw new Error(
          `node ${this.index} is at height ${now} after ${timeoutMs} ms, not at ${height}\n${words.join("\n")}`,
        );
      }
      await sleep(100);
    }
  }

  /** Upper hex, as the block of this height has it: the state after the block before. */
  async appHash(height: number): Promise<string> {
    const block = await this.ledger.block(height);
    if (block?.block.header === undefined) throw new Error(`node ${this.index} has no block ${height}`);
    return Buffer.from(block.block.header.appHash).toString("hex").toUpperCase();
  }

  async close(): Promise<void> {
    await this.stop(5_000);
    this.rpc.close();
  }
}

export class CometNetwork {
  readonly folder: string;
  readonly config: DevnetConfig;
  readonly keys: DevnetHome;
  readonly nodes: readonly CometNode[];

  private constructor(folder: string, config: DevnetConfig, keys: DevnetHome, nodes: readonly CometNode[]) {
    this.folder = folder;
    this.config = config;
    this.keys = keys;
    this.nodes = nodes;
  }

  /** Makes the homes; starts nothing. Needs `needs("cometbft")`. */
  static async make(options: CometNetworkOptions = {}): Promise<CometNetwork> {
    const { hosts, settings = {}, wrap = (_node: number, program: Program) => program } = options;
    const count = options.validators ?? hosts?.length ?? 1;
    const config: DevnetConfig = {
      ...defaultConfig(),
      blockTimeMs: 500,
      validators: Array.from({ length: count }, (_, i) => ({ name: `val-${i + 1}`, power: "10" })),
      ...options.config,
    };
    const folder = mkdtempSync(join(tmpdir(), "assay-net-"));
    const keys = await devnetKeys(config);
    const genesis = `${JSON.stringify(genesisDocument(config, keys, new Date().toISOString()))}\n`;
    const ports = await freePorts(4 * count);
    const plans = config.validators.map(({ name }, i): NodePlan => {
      const host = hosts?.[i] ?? "127.0.0.1";
      const [rpc, p2p, web, abci] = ports.slice(4 * i, 4 * i + 4) as [number, number, number, number];
      return {
        home: join(folder, `n${i + 1}`),
        validatorKey: ValidatorKey.fromJson(validatorKey(name)),
        nodeKey: ValidatorKey.fromJson(validatorKey(`node ${name}`)),
        reachedAt: { host, port: p2p },
        settings: {
          moniker: name,
          host,
          p2p_host: host,
          rpc_port: rpc,
          p2p_port: p2p,
          web_port: web,
          abci_port: abci,
          metrics_port: 0,
          grpc_port: 0,
          block_time_ms: config.blockTimeMs,
          min_gas_price: config.minGasPrice,
          log_level: "info",
          ...settings,
        },
      };
    });
    writeNodeHomes(genesis, plans);
    const folderOfBundles = await bundles();
    const program = ["--enable-source-maps", join(folderOfBundles, "assay.mjs")];
    const environment = {
      ...process.env,
      ASSAY_BUNDLES: folderOfBundles,
      ASSAY_COMETBFT: needs("cometbft").path,
    };
    const nodes = plans.map(({ home }, i) => {
      const nodeConfig = loadConfig(home, {}, {});
      const pair = pairPrograms({
        config: nodeConfig,
        cometbft: needs("cometbft").path,
        program,
        environment,
      });
      const supervisor: Program = {
        command: process.execPath,
        args: [...program, "start", "--home", home],
        env: { ...environment, ASSAY_CHILD: "1" },
        talks: true,
      };
      const urls = {
        rpc: `http://${nodeConfig.host}:${nodeConfig.rpcPort}`,
        web: `http://${nodeConfig.host}:${nodeConfig.webPort}`,
      };
      return new CometNode(i, home, urls, {
        application: wrap(i, pair.application),
        node: wrap(i, pair.node),
        supervisor: wrap(i, supervisor),
      });
    });
    return new CometNetwork(folder, config, keys, nodes);
  }

  mnemonic(name: string): string {
    const key = [...this.keys.accounts, ...this.keys.validators].find((one) => one.name === name);
    if (key === undefined) throw new Error(`no account ${name}`);
    return key.mnemonic;
  }

  address(name: string): string {
    const key = [...this.keys.accounts, ...this.keys.validators].find((one) => one.name === name);
    if (key === undefined) throw new Error(`no account ${name}`);
    return key.address;
  }

  /** Starts all, by role or under supervisors, and waits until each has the height. */
  async start(how: "pairs" | "supervised" = "pairs", height = 1, timeoutMs = 30_000): Promise<void> {
    await Promise.all(
      this.nodes.map((node) => (how === "pairs" ? node.startPair() : node.start("supervisor"))),
    );
    await Promise.all(this.nodes.map((node) => node.untilHeight(height, timeoutMs)));
  }

  /** Ends all that runs and removes the folder. */
  async close(keep = false): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.close()));
    if (!keep) rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Pids of the children of a process, by a word of their command line (Linux). */
export async function childPids(
  parent: number,
): Promise<{ readonly pid: number; readonly command: string }[]> {
  const { readFileSync } = await import("node:fs");
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").trim();
  if (children === "") return [];
  return children.split(" ").map((pid) => ({
    pid: Number(pid),
    command: readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " "),
  }));
}
