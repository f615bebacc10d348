/**
 * A network under load and watch: what a fault needs to be made, and what must hold after it.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import type { Program } from "@assay/chain/cometbft/child";
import { AssayClient } from "@assay/client/client";
import { Load } from "../crash/load.ts";
import type { Random } from "../crash/random.ts";
import { CometNetwork, type CometNode, childPids, type Role } from "../harness/comet-network.ts";
import { Namespaces } from "./namespaces.ts";
import { NetworkRecord } from "./record.ts";

export const NODES = 4;
const SENDERS_A_NODE = 2;
/** Between two transactions of a sender: some 30 in a second from all of them. */
const PAUSE_MS = 240;
/** So long it may take after a breach, or to be level with the first that told a block. */
const MEND_MS = 60_000;
/** Blocks that a crash could have taken back at most, many times over. */
const DOUBTED = 20;

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The fault cannot be made, or what must hold does not. */
export class Breach extends Error {}

export interface NetworkTestOptions {
  readonly random: Random;
  readonly isQuick: boolean;
  readonly inNamespaces: boolean;
  readonly backWithinMs: number;
}

interface NodeState {
  readonly catchingUp: boolean;
  readonly height: number;
  /** What the application has committed: the node has a block before it is executed. */
  readonly applied: number;
}

async function stateOf(node: CometNode): Promise<NodeState> {
  const { height, catchingUp } = await node.status();
  const info = (await node.rpc.call("abci_info")) as { response: { last_block_height?: string } };
  return { height, catchingUp, applied: Number(info.response.last_block_height ?? 0) };
}

export class NetworkTest {
  readonly network: CometNetwork;
  readonly spaces: Namespaces | undefined;
  readonly isQuick: boolean;
  readonly #backWithinMs: number;
  /** Of the fault that is made. */
  random: Random;
  readonly record = new NetworkRecord();
  readonly #loads: readonly Load[];
  #watching = true;
  #watch: Promise<void> = Promise.resolve();
  /** Nodes that are stopped, cut off or without data: nobody reads them now. */
  readonly away = new Set<CometNode>();

  private constructor(
    network: CometNetwork,
    spaces: Namespaces | undefined,
    { random, isQuick, backWithinMs }: NetworkTestOptions,
  ) {
    this.network = network;
    this.isQuick = isQuick;
    this.#backWithinMs = backWithinMs;
    this.spaces = spaces;
    this.random = random;
    this.#loads = network.nodes.map((node, i) => {
      const senders = network.keys.accounts.slice(i * SENDERS_A_NODE, (i + 1) * SENDERS_A_NODE);
      return new Load(node.rpcUrl, senders, PAUSE_MS);
    });
  }

  /** Four validators under supervisors, at their second block. */
  static async start(options: NetworkTestOptions): Promise<NetworkTest> {
    const spaces = options.inNamespaces ? await Namespaces.make(NODES) : undefined;
    // A proposer that is away is waited for a second, not three: rounds are as on a network, only shorter.
    process.env.CMT_CONSENSUS_TIMEOUT_PROPOSE = "1s";
    const network = await CometNetwork.make({
      validators: NODES,
      config: {
        blockTimeMs: 300,
        accounts: Array.from({ length: NODES * SENDERS_A_NODE + 1 }, (_, i) => ({
          name: `sender-${i}`,
          coins: [{ denom: "uassay", amount: "1000000000000" }],
        })),
      },
      settings: { log_level: process.env.ASSAY_LOG_LEVEL ?? "warn" },
      ...(spaces === undefined
        ? {}
        : { hosts: spaces.hosts, wrap: (node: number, program: Program) => spaces.wrap(node, program) }),
    });
    try {
      await network.start("supervised", 2, 60_000);
    } catch (error) {
      await network.close();
      throw error;
    }
    const test = new NetworkTest(network, spaces, options);
    test.#watch = test.#follow();
    return test;
  }

  get nodes(): readonly CometNode[] {
    return this.network.nodes;
  }

  /** The account of which no load sends. */
  get idleSender() {
    return this.network.keys.accounts.at(-1)!;
  }

  get accepted(): number {
    return this.#loads.reduce((sum, { accepted }) => sum + accepted, 0);
  }

  others(node: CometNode): CometNode[] {
    return this.nodes.filter((one) => one !== node);
  }

  /** Reads what nodes announce, all the time: what was told once counts, however soon its node dies. */
  async #follow(): Promise<void> {
    while (this.#watching) {
      for (const node of this.nodes) {
        if (this.away.has(node)) continue;
        try {
          await this.record.follow(node);
        } catch {
          // Killed or on its way back.
        }
      }
      await sleep(100);
    }
  }

  /** Loads through these nodes while the work is done. */
  async underLoad<T>(through: readonly CometNode[], work: () => Promise<T>): Promise<T> {
    const loads = through.map(({ index }) => this.#loads[index]!);
    for (const load of loads) await load.start();
    try {
      return await work();
    } finally {
      await Promise.all(loads.map((load) => load.stop()));
    }
  }

  /** Highest block that any of them tells. */
  async tip(nodes: readonly CometNode[] = this.nodes): Promise<number> {
    return Math.max(...(await Promise.all(nodes.map((node) => node.height()))));
  }

  /**
   * Waits until all nodes are back: they answer, have caught up, and node and application both stand at a block that
   * was not there when the fault ended.
   * @param since when it ended. @returns milliseconds. @throws Breach where they are not in time.
   */
  async back(since: number, limitMs: number = this.#backWithinMs): Promise<number> {
    const { nodes } = this;
    const goal = (await this.tip()) + 1;
    for (;;) {
      const states = await Promise.all(nodes.map((node) => stateOf(node).catch(() => undefined)));
      const isBack = states.every(
        (state) => state !== undefined && !state.catchingUp && Math.min(state.height, state.applied) >= goal,
      );
      const elapsed = performance.now() - since;
      if (isBack && elapsed <= limitMs) return elapsed;
      if (elapsed > limitMs) {
        const heights = states.map((state) =>
          state === undefined ? "away" : `${state.height}/${state.applied}`,
        );
        throw new Breach(
          `not back within ${limitMs / 1000} s: heights ${heights.join(", ")}, wanted ${goal}`,
        );
      }
      await sleep(50);
    }
  }

  /** After a breach: all start anew, so that other faults can be tried. @returns whether they are whole again. */
  async mend(): Promise<boolean> {
    this.away.clear();
    for (const node of this.nodes) {
      if (node.isUp("supervisor")) continue;
      await node.stop();
      await node.start("supervisor").catch(() => {});
    }
    return this.back(performance.now(), MEND_MS).then(
      () => true,
      () => false,
    );
  }

  /** After a fault: nothing announced is gone or other, on any node. */
  async check(): Promise<void> {
    const announced = this.record.height;
    for (const node of this.nodes) {
      // One that votes may still be a block behind the first that told it.
      await node.untilHeight(announced, MEND_MS).catch(() => {});
      await this.record.doubt(node, DOUBTED);
      for (let waited = 0; this.record.heightOf(node) < announced && waited < MEND_MS; waited += 100) {
        await sleep(100);
        await this.record.follow(node);
      }
      this.record.checkTip(node, announced);
    }
  }

  /** Pid of a process under a node's supervisor; undefined while there is none. */
  async pidOf(node: CometNode, role: Exclude<Role, "supervisor">): Promise<number | undefined> {
    const supervisor = node.pid("supervisor");
    if (supervisor === 0) return undefined;
    const children = await childPids(supervisor);
    return children.find(({ command }) => command.includes("/cometbft start") === (role === "node"))?.pid;
  }

  /** What a node's supervisor and its two said. */
  log(node: CometNode): string {
    try {
      return readFileSync(node.logFile("supervisor"), "utf8");
    } catch {
      return "";
    }
  }

  /** Once nothing waits any more: the sum of all senders' sequences, which is how many transactions took effect. */
  async settledEffects(): Promise<number> {
    for (;;) {
      const waiting = await Promise.all(
        this.nodes.map(async ({ rpc }) => (await rpc.call("num_unconfirmed_txs")) as { total: string }),
      );
      if (waiting.every(({ total }) => total === "0")) break;
      await sleep(200);
    }
    const reader = AssayClient.create(this.nodes[0]!.rpcUrl);
    let sum = 0;
    for (const { address } of this.network.keys.accounts) sum += (await reader.getSequence(address)).sequence;
    await this.check();
    return sum;
  }

  async close(keep: boolean): Promise<void> {
    this.#watching = false;
    await this.#watch;
    await this.network.close(keep);
    this.spaces?.close();
  }
}
