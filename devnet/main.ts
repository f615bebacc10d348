/**
 * `assay devnet`: a ledger and all around it, in one command. Starts the node (or real nodes, each with its application),
 * the content service, an attestor for each validator and the faucet as processes of their own; tells their story; answers
 * what `assay devnet mine` and its siblings ask; stops all of them; and when one dies, says which and why. Around real
 * nodes, which people run to see what survives what, it starts again.
 *
 * @module
 */
import { join, resolve } from "node:path";
import { cometbftMissing, findCometbft } from "@assay/chain/cometbft/binary";
import { PairError } from "@assay/chain/cometbft/supervisor";
import type { Json } from "@assay/proto/wire/json";
import { banner, type DevnetFacts, jsonLine } from "./banner.ts";
import { childrenOf } from "./children.ts";
import { type DevnetConfig, DevnetConfigError } from "./config.ts";
import { ControlError, runningDevnet, serveControl } from "./control.ts";
import { ROLES } from "./demo/cast.ts";
import { runStory } from "./demo/story.ts";
import type { DevnetHome } from "./home.ts";
import { EmbeddedLedger, type Ledger } from "./ledger.ts";
import { Network } from "./network.ts";
import { buildPage, pageFolder } from "./page.ts";
import { checkPorts, HOST, nodePorts, portsAt } from "./ports.ts";
import {
  hasDemo,
  isSameLedger,
  keptConfig,
  mergeConfig,
  prepareHome,
  readConfig,
  removeLedger,
  type Wanted,
} from "./prepare.ts";
import { ChildDied, type ChildSpec, type Death, deathText, Processes } from "./processes.ts";
import {
  copyDevnet,
  finishRevert,
  listSnapshots,
  recoverRevert,
  stageRevert,
  swapIn,
  takeSnapshot,
} from "./snapshots.ts";

export interface DevnetOptions extends Wanted {
  /** Folder; `./.assay/devnet` where absent. */
  readonly home?: string;
  /** Throw the former ledger of this home away. */
  readonly fresh?: boolean;
  readonly json?: boolean;
}

/** What the command line hands in: where words go, and the program that children run. */
export interface DevnetIo {
  /** Data: the banner or the JSON line. */
  out(text: string): void;
  /** Talk. */
  err(text: string): void;
  readonly color: boolean;
  /** Folder of the sources; undefined in an installed program, whose page is built already. */
  readonly root: string;
  /** The bundle of the `assay` command. */
  readonly program: string;
}

/** Name of the child with the embedded engine. */
const NODE = "node";
/** On Ctrl-C, for the services and then for the node; what is killed afterwards loses nothing that was announced. */
const STOP_MS = 2_000;
/** For a copy of the data the node must end in order. */
const PAUSE_MS = 60_000;
/** Of a transaction that the story waits for. */
const HUSH_MS = 15_000;
const MOST_BLOCKS = 1_000_000;
/** So many at once, so that a Ctrl-C does not wait for all. */
const BLOCKS_AT_ONCE = 200;
/** A service that dies so often in a minute is not started again. */
const MOST_DEATHS = 5;
const DEATHS_MS = 60_000;
const REPAIR_MS = 500;

/** The processes and the story of one home. */
class Devnet {
  readonly #home: string;
  readonly #config: DevnetConfig;
  readonly #keys: DevnetHome;
  readonly #processes: Processes;
  readonly #ledger: Ledger;
  readonly #say: (line: string) => void;
  readonly #onFailed: (error: unknown) => void;
  readonly #services = new Map<string, ChildSpec>();
  readonly #deaths = new Map<string, number[]>();
  #story: { readonly stop: AbortController; readonly ended: Promise<void> } | undefined;

  constructor(
    home: string,
    config: DevnetConfig,
    keys: DevnetHome,
    processes: Processes,
    ledger: Ledger,
    say: (line: string) => void,
    onFailed: (error: unknown) => void,
  ) {
    this.#ledger = ledger;
    this.#onFailed = onFailed;
    this.#home = home;
    this.#config = config;
    this.#keys = keys;
    this.#processes = processes;
    this.#say = say;
  }

  /**
   * Starts what makes blocks and what people talk to; the attestors follow behind.
   * @returns the height.
   * @throws ChildDied, PairError
   */
  async start(): Promise<number> {
    const children = childrenOf(this.#home, this.#config, this.#keys, portsAt(this.#config.portOffset));
    const height = await this.#ledger.start();
    for (const child of [...children.services, ...children.attestors]) this.#services.set(child.name, child);
    // All are waited for, so that none starts after a failure was told.
    const services = children.services.map((child) => this.#processes.start(child));
    const failed = (await Promise.allSettled(services)).find((end) => end.status === "rejected");
    if (failed !== undefined) throw failed.reason;
    for (const child of children.attestors) this.#processes.start(child).catch(this.#onFailed);
    return height;
  }

  /** Starts a service again that died. @returns whether it does: not where it dies again and again. */
  repair({ name }: Death): boolean {
    const now = performance.now();
    const deaths = (this.#deaths.get(name) ?? []).filter((at) => now - at < DEATHS_MS);
    this.#deaths.set(name, [...deaths, now]);
    const service = this.#services.get(name);
    if (service === undefined || deaths.length >= MOST_DEATHS) return false;
    setTimeout(() => this.#processes.start(service).catch(this.#onFailed), REPAIR_MS);
    return true;
  }

  /** Ends all children, the services first. What does not end in time is killed. */
  async stop(ms: number): Promise<void> {
    this.#processes.expectEnds();
    await this.#processes.stopOthers(NODE, ms);
    await this.#ledger.stop(ms);
  }

  /** Tells the story from where the ledger is. */
  tell(): void {
    if (!hasDemo(this.#config)) return;
    const stop = new AbortController();
    const ports = portsAt(this.#config.portOffset);
    const ended = runStory({
      nodeUrl: `http://${HOST}:${ports.rpc}`,
      contentUrl: `http://${HOST}:${ports.content}`,
      config: this.#config,
      keys: new Map(this.#keys.accounts.map((key) => [key.name, key])),
      folder: join(this.#home, "services", "demo"),
      say: this.#say,
      signal: stop.signal,
    }).catch((error: Error) => {
      if (!stop.signal.aborted) this.#say(`The demo stopped: ${error.message}`);
    });
    this.#story = { stop, ended };
  }

  /** Stops the story, and waits for what it has under way. */
  async hush(ms: number): Promise<void> {
    this.#story?.stop.abort();
    await Promise.race([this.#story?.ended, new Promise((done) => setTimeout(done, ms))]);
  }

  /** Ends everything in order. @returns the height of the last block. */
  async #pause(): Promise<number> {
    await this.hush(HUSH_MS);
    const height = await this.#ledger.rest();
    await this.stop(PAUSE_MS);
    return height;
  }

  /** Does it while nothing runs, then goes on, whatever comes of it. */
  async #paused<T>(work: (height: number) => Promise<T>): Promise<T> {
    const height = await this.#pause();
    try {
      return await work(height);
    } finally {
      await this.start();
      this.tell();
    }
  }

  async mine(blocks: Json): Promise<Json> {
    if (typeof blocks !== "number" || !Number.isInteger(blocks) || blocks < 1 || blocks > MOST_BLOCKS) {
      throw new ControlError(`how many blocks? A whole number from 1 to ${MOST_BLOCKS}`);
    }
    if (!(this.#ledger instanceof EmbeddedLedger)) {
      throw new ControlError(
        `real nodes cannot be hurried: a block comes every ${this.#config.blockTimeMs} ms`,
        "Shorter ones: start with --block-time 200ms",
      );
    }
    let height = 0;
    for (let left = blocks; left > 0; left -= BLOCKS_AT_ONCE) {
      const mine = Math.min(left, BLOCKS_AT_ONCE);
      height = await this.#ledger.mine(mine);
    }
    return { height };
  }

  snapshot(): Promise<Json> {
    return this.#paused(async (height) => ({
      ...(await takeSnapshot(this.#home, height, new Date().toISOString())),
    }));
  }

  exportTo(target: Json): Promise<Json> {
    if (typeof target !== "string") throw new ControlError("where to? A folder that is not there");
    return this.#paused(async (height) => {
      await copyDevnet(this.#home, target);
      return { folder: target, height };
    });
  }

  /** Puts a snapshot back. Where the node does not start on it, the ledger before goes on. */
  async revert(id: Json): Promise<Json> {
    if (typeof id !== "number") throw new ControlError("which snapshot? Its number");
    const snapshot = await stageRevert(this.#home, id);
    await this.#pause();
    try {
      swapIn(this.#home);
      await this.start();
      finishRevert(this.#home);
    } catch (error) {
      await this.stop(PAUSE_MS);
      recoverRevert(this.#home);
      await this.start();
      throw new ControlError(
        `snapshot ${id} could not be put back: ${(error as Error).message}`,
        "The ledger goes on as it was",
      );
    } finally {
      this.tell();
    }
    return { ...snapshot };
  }
}

/** What was asked of a home before anything runs on it. @throws DevnetConfigError, PortTaken */
async function openHome(home: string, options: DevnetOptions, io: DevnetIo) {
  const running = await runningDevnet(home);
  if (running !== undefined) {
    throw new DevnetConfigError(
      `a devnet runs on ${home} already, as pid ${running.pid}`,
      "Stop it, or choose another --home and --port-offset",
    );
  }
  const wanted = readConfig(options);
  const kept = options.fresh === true ? undefined : keptConfig(home);
  const config = kept === undefined ? wanted : mergeConfig(kept, wanted, options);
  const ports = portsAt(config.portOffset);
  const { rpc, web, metrics, grpc, content, faucet, attestor } = ports;
  const nodes =
    config.engine === "cometbft"
      ? config.validators.flatMap((_, i) => Object.values(nodePorts(config.portOffset, i)))
      : [rpc];
  await checkPorts(
    HOST,
    [...nodes, web, metrics, grpc, content, faucet, ...config.validators.map((_, i) => attestor + i)],
    config.portOffset,
  );
  const cometbft = config.engine === "cometbft" ? findCometbft() : undefined;
  if (config.engine === "cometbft" && cometbft === undefined) {
    throw new DevnetConfigError(
      "the program cometbft (v0.38.25) is not there",
      `To get it, ${cometbftMissing}; without it: --engine embedded`,
    );
  }
  const asked = options.configFile !== undefined || options.validators !== undefined;
  if (kept !== undefined && asked && !isSameLedger(kept, wanted)) {
    io.err(
      `${home} holds a ledger made from another config, which goes on as it is; --fresh begins a new one`,
    );
  }
  // The last, when nothing can be wrong any more but the disk.
  if (options.fresh === true) removeLedger(home);
  return { config, ports, cometbft, keys: await prepareHome(home, config, pageFolder(io.root), io.err) };
}

const assay = (amount: string): string => `${BigInt(amount) / 1_000_000n} ASSAY`;

/** npm passes no signal on when it is killed itself: its end is another's one. */
function watchLauncher(end: () => void): NodeJS.Timeout | undefined {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const launcher = process.ppid;
  return setInterval(() => {
    if (process.ppid !== launcher) end();
  }, 500).unref();
}

/**
 * Runs until a signal or a death ends it.
 * @returns the exit code: 0 after a signal, 1 after a death.
 * @throws DevnetConfigError, PortTaken, ChildDied or Error: the real cause first, then the remedy.
 */
export async function runDevnet(options: DevnetOptions, io: DevnetIo): Promise<number> {
  const started = performance.now();
  const home = resolve(options.home ?? ".assay/devnet");
  const { config, ports, cometbft, keys } = await openHome(home, options, io);

  let end: (code: number) => void = () => {};
  const ended = new Promise<number>((resolveEnd) => {
    end = resolveEnd;
  });
  const logs = join(home, "logs");
  const processes = new Processes(io.program, logs, (death) => {
    io.err(deathText(death));
    if (config.engine === "cometbft" && devnet.repair(death)) io.err(`${death.name} starts again`);
    else end(1);
  });
  /** A child that does not start is told by its own words; one that was told to end while it started is no failure. */
  const onFailed = (error: unknown): void => {
    const isTold = error instanceof ChildDied && error.wasTold;
    if (isTold || !(error instanceof ChildDied || error instanceof PairError)) return;
    io.err(error.message);
    if (error instanceof PairError) io.err(error.remedy);
    end(1);
  };
  const { program } = io;
  const ledger: Ledger =
    cometbft === undefined
      ? new EmbeddedLedger(processes, childrenOf(home, config, keys, ports).node)
      : new Network({ home, config, cometbft, program, logs, say: io.err, onLost: onFailed });
  const devnet = new Devnet(home, config, keys, processes, ledger, io.err, onFailed);
  const page = new AbortController();
  let signals = 0;
  const onSignal = (): void => {
    signals++;
    if (signals > 1) {
      processes.killAll();
      ledger.killAll();
      process.exit(130);
    }
    processes.expectEnds();
    end(0);
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  process.on("SIGHUP", onSignal);
  const launcher = watchLauncher(() => end(0));
  /** What keeps the devnet from going on ends it; what was asked wrongly does not. */
  const asked =
    (work: (argument: Json) => Promise<Json>) =>
    async (argument: Json): Promise<Json> => {
      try {
        return await work(argument);
      } catch (error) {
        onFailed(error);
        throw error;
      }
    };
  let control: { close(): void } | undefined;

  const run = async (): Promise<void> => {
    const height = await devnet.start();
    control = await serveControl(home, {
      mine: asked((blocks) => devnet.mine(blocks)),
      snapshot: asked(() => devnet.snapshot()),
      snapshots: async () => listSnapshots(home).map((one) => ({ ...one })),
      revert: asked((id) => devnet.revert(id)),
      export: asked((target) => devnet.exportTo(target)),
    });
    const demo = hasDemo(config);
    const facts: DevnetFacts = {
      chainId: config.chainId,
      rpc: `http://${HOST}:${ports.rpc}`,
      web: `http://${HOST}:${ports.web}`,
      grpc: `${HOST}:${ports.grpc}`,
      faucet: `http://${HOST}:${ports.faucet}`,
      content: `http://${HOST}:${ports.content}`,
      metrics: `http://${HOST}:${ports.metrics}/metrics`,
      nodes:
        ledger instanceof Network
          ? config.validators.map(({ name }, i) => ({
              name,
              rpc: `http://${HOST}:${nodePorts(config.portOffset, i).rpc}`,
            }))
          : [],
      home,
      logs,
      accounts: keys.accounts.map((key, i) => {
        const coins = config.accounts[i]!.coins.find(({ denom }) => denom === config.denom);
        const role = demo ? ROLES[key.name] : undefined;
        return {
          ...key,
          balance: coins === undefined ? "" : assay(coins.amount),
          ...(role === undefined ? {} : { role }),
        };
      }),
      height,
      firstBlockMs: performance.now() - started,
      demo,
    };
    io.out(options.json === true ? jsonLine(facts) : banner(facts, io.color));
    devnet.tell();
    buildPage(io.root, page.signal).then(
      (ms) => {
        if (ms > 0) io.err(`The explorer's page is built (${(ms / 1000).toFixed(1)} s)`);
      },
      (error: Error) => {
        if (!page.signal.aborted) io.err(error.message);
      },
    );
  };

  try {
    const running = run();
    const code = await Promise.race([ended, running.then(() => ended)]);
    running.catch(() => {});
    if (code === 0) io.err("\nStopping");
    return code;
  } catch (error) {
    // Stopped while it started: no failure.
    if (signals > 0) return 0;
    throw error;
  } finally {
    page.abort();
    control?.close();
    clearInterval(launcher);
    processes.close();
    await Promise.all([devnet.hush(STOP_MS), devnet.stop(STOP_MS)]);
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
    process.off("SIGHUP", onSignal);
  }
}
