/**
 * A devnet's real nodes: their homes, and the pairs of processes that run on them. The first node's home is the devnet's
 * own; the others lie in `nodes/`.
 *
 * @module
 */
import { createWriteStream, mkdirSync, readFileSync, type WriteStream } from "node:fs";
import { join } from "node:path";
import { pairPrograms } from "@assay/chain/comet-pair";
import { type Role, Supervisor } from "@assay/chain/cometbft/supervisor";
import { loadConfig, type NodeConfig } from "@assay/chain/config";
import { ValidatorKey } from "@assay/chain/engine/keys";
import { homePaths } from "@assay/chain/home";
import { type NodePlan, writeNodeHomes } from "@assay/chain/node-homes";
import type { DevnetConfig } from "./config.ts";
import { validatorKey } from "./keys.ts";
import type { Ledger } from "./ledger.ts";
import { HOST, nodePorts, portsAt } from "./ports.ts";
import { childEnvironment } from "./processes.ts";

export const nodeHome = (home: string, node: number): string =>
  node === 0 ? home : join(home, "nodes", String(node + 1));

/**
 * Writes the nodes' homes, at the ports of today.
 * @param settings of each node's config.toml, besides ports and what the config says.
 */
export function writeNetwork(
  home: string,
  config: DevnetConfig,
  settings: Readonly<Record<string, number | string>>,
): void {
  const first = portsAt(config.portOffset);
  const plans = config.validators.map(({ name }, i): NodePlan => {
    const ports = nodePorts(config.portOffset, i);
    return {
      home: nodeHome(home, i),
      validatorKey: ValidatorKey.fromJson(validatorKey(name)),
      nodeKey: ValidatorKey.fromJson(validatorKey(`node ${i + 1} of ${config.chainId}`)),
      reachedAt: { host: HOST, port: ports.p2p },
      settings: {
        moniker: name,
        rpc_port: ports.rpc,
        p2p_port: ports.p2p,
        abci_port: ports.abci,
        // Nobody looks for the others': any free ones.
        web_port: i === 0 ? first.web : 0,
        metrics_port: i === 0 ? first.metrics : 0,
        grpc_port: i === 0 ? first.grpc : 0,
        block_time_ms: config.blockTimeMs,
        min_gas_price: config.minGasPrice,
        cors_origin: "*",
        // A node tells several lines of each block otherwise.
        log_level: "warn",
        ...settings,
      },
    };
  });
  writeNodeHomes(readFileSync(homePaths(home).genesis, "utf8"), plans);
}

/** Fewer objects die young where nobody asks much: the others' memory stays small. */
const FIRST = ["--enable-source-maps", "--max-semi-space-size=64"];
const OTHERS = ["--enable-source-maps", "--max-semi-space-size=8"];

export interface NetworkOptions {
  readonly home: string;
  readonly config: DevnetConfig;
  /** Path of the CometBFT program. */
  readonly cometbft: string;
  /** The bundle of the `assay` command. */
  readonly program: string;
  readonly logs: string;
  /** What died, and what becomes of it. */
  readonly say: (line: string) => void;
  /** A pair that does not go on in spite of all tries. */
  readonly onLost: (error: unknown) => void;
}

/** The nodes and applications of a devnet, each pair under a supervisor. */
export class Network implements Ledger {
  readonly #options: NetworkOptions;
  #supervisors: Supervisor[] = [];
  #logs: WriteStream[] = [];
  #height = 0;

  constructor(options: NetworkOptions) {
    this.#options = options;
    mkdirSync(options.logs, { recursive: true });
  }

  /** Starts all pairs. @returns the height of the first block that the first node makes. @throws PairError */
  async start(): Promise<number> {
    let committed: (height: number) => void = () => {};
    const firstBlock = new Promise<number>((resolve) => {
      committed = resolve;
    });
    this.#supervisors = this.#options.config.validators.map((_, i) =>
      this.#pair(i, i === 0 ? committed : () => {}),
    );
    const lost = this.#supervisors.map((one) => one.gaveUp);
    await Promise.race([Promise.all(this.#supervisors.map((one) => one.start())), ...lost]);
    this.#height = await Promise.race([firstBlock, ...lost]);
    for (const one of lost) one.catch(this.#options.onLost);
    return this.#height;
  }

  #pair(node: number, committed: (height: number) => void): Supervisor {
    const { home, cometbft, program, logs, say } = this.#options;
    const name = (role: Role): string => `${role}-${node + 1}`;
    const streams = {
      application: this.#log(`application-${node + 1}`),
      node: this.#log(`node-${node + 1}`),
    };
    const environment = childEnvironment();
    const nodeConfig: NodeConfig = loadConfig(nodeHome(home, node), {}, environment);
    let died = false;
    return new Supervisor({
      ...pairPrograms({
        config: nodeConfig,
        cometbft,
        program: [...(node === 0 ? FIRST : OTHERS), program],
        environment,
      }),
      sink: (role, chunk) => streams[role].write(chunk),
      onDeath: ({ role, pid, how, lastWords }) => {
        died = true;
        const said = lastWords === "" ? "" : `\n${lastWords}`;
        const log = join(logs, `${name(role)}.log`);
        say(
          `${name(role)} (pid ${pid}) ended with ${how}; it and its other half start again${said}\nIts log: ${log}`,
        );
      },
      onBlock: (height) => {
        if (died) say(`Validator ${node + 1} goes on at block ${height}`);
        died = false;
        committed(height);
      },
    });
  }

  #log(name: string): WriteStream {
    const stream = createWriteStream(join(this.#options.logs, `${name}.log`), { flags: "a" });
    this.#logs.push(stream);
    return stream;
  }

  rest(): Promise<number> {
    return this.#askHeight();
  }

  async #askHeight(): Promise<number> {
    const { rpc } = nodePorts(this.#options.config.portOffset, 0);
    try {
      const answer = await fetch(`http://${HOST}:${rpc}/status`, { signal: AbortSignal.timeout(5_000) });
      const { result } = (await answer.json()) as { result: { sync_info: { latest_block_height: string } } };
      this.#height = Number(result.sync_info.latest_block_height);
    } catch {
      // It starts again just now: the last that is known must do.
    }
    return this.#height;
  }

  /** Pids by name. */
  pids(): Record<string, number> {
    return Object.fromEntries(
      this.#supervisors.flatMap((one, i) =>
        Object.entries(one.pids()).map(([role, pid]) => [`${role}-${i + 1}`, pid] as const),
      ),
    );
  }

  async stop(graceMs: number): Promise<void> {
    await Promise.all(this.#supervisors.map((one) => one.stop(graceMs)));
    for (const stream of this.#logs.splice(0)) stream.end();
  }

  killAll(): void {
    for (const one of this.#supervisors) one.killAll();
  }
}
