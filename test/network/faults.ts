/**
 * The faults: how each is made, and how long the network needed to be whole again.
 *
 * @module
 */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { abciAddress, cometPaths } from "@assay/chain/cometbft/home";
import { homePaths } from "@assay/chain/home";
import type { CometNode } from "../harness/comet-network.ts";
import { flood } from "./flood.ts";
import { Breach, type NetworkTest, sleep } from "./network-test.ts";
import { startSlowProxy } from "./slow-proxy.ts";

export interface Fault {
  readonly name: string;
  /** What is done, for the table. */
  readonly what: string;
  /** Rounds of the full and of the quick run. */
  readonly rounds: readonly [full: number, quick: number];
  readonly needsNamespaces?: boolean;
  /** One round. @returns milliseconds until all nodes were back. */
  run(test: NetworkTest, round: number): Promise<number>;
}

const now = (): number => performance.now();

/** A node and a moment by chance, under load through all nodes; then what was made, undone by whatever undoes it. */
async function atRandom(
  test: NetworkTest,
  make: (victim: CometNode) => Promise<() => Promise<void>>,
): Promise<number> {
  const victim = test.random.pick(test.nodes);
  return test.underLoad(test.nodes, async () => {
    await sleep(test.random.between(300, 1500));
    const undo = await make(victim);
    const since = now();
    await undo();
    return test.back(since);
  });
}

/** @returns what undoes it: nothing of ours, but the supervisor must tell of the death before it is over. */
async function killRoles(
  test: NetworkTest,
  node: CometNode,
  roles: readonly ("node" | "application")[],
): Promise<() => Promise<void>> {
  const pids = await Promise.all(roles.map((role) => test.pidOf(node, role)));
  const before = test.log(node).length;
  for (const pid of pids) {
    if (pid === undefined) throw new Breach(`node ${node.index}: its ${roles.join(" and ")} did not run`);
    process.kill(pid, "SIGKILL");
  }
  return async () => {
    for (let waited = 0; !/died; both start again/.test(test.log(node).slice(before)); waited += 50) {
      if (waited > 10_000) {
        const said = test.log(node).slice(before).slice(-500);
        throw new Breach(`node ${node.index}: its log does not tell of the death:\n${said}`);
      }
      await sleep(50);
    }
  };
}

const kill = (name: string, roles: readonly ("node" | "application")[], what: string): Fault => ({
  name,
  what,
  rounds: [20, 2],
  run: (test) => atRandom(test, (victim) => killRoles(test, victim, roles)),
});

/** Ends a supervised pair as an operator does. @throws Breach where it does not end well. */
async function stopPair(node: CometNode): Promise<void> {
  const since = now();
  const { how } = await node.kill("supervisor", "SIGTERM");
  if (how !== "code 0") throw new Breach(`node ${node.index}: ended with ${how} on SIGTERM`);
  if (now() - since > 15_000) throw new Breach(`node ${node.index}: took ${now() - since} ms to end`);
}

/** CometBFT's own crash points of one height: two votes, then the way of a block from decided to applied. */
const CRASH_POINTS = 11;

const crashPoint: Fault = {
  name: "crash-point",
  what: "CometBFT ends itself at its own crash points (FAIL_TEST_INDEX 0 to 10), one after the other",
  rounds: [CRASH_POINTS, 4],
  async run(test, round) {
    const quick = test.random.between(0, CRASH_POINTS - 1);
    const index = test.isQuick ? quick : round % CRASH_POINTS;
    const victim = test.random.pick(test.nodes);
    await stopPair(victim);
    const took = await test.underLoad(test.others(victim), async () => {
      await victim.startPair({ env: { FAIL_TEST_INDEX: String(index) } });
      const end = await Promise.race([victim.ended("node"), sleep(20_000)]);
      if (end === undefined) throw new Breach(`node ${victim.index}: passed crash point ${index}`);
      if (!readFileSync(victim.logFile("node"), "utf8").includes(`fail-test ${index}`)) {
        throw new Breach(`node ${victim.index}: ended with ${end.how}, not at crash point ${index}`);
      }
      const since = now();
      // The application lives on, as where a node is started by hand: the node finds it where it was.
      if (test.random.between(0, 1) === 0) await victim.kill("application");
      if (!victim.isUp("application")) await victim.start("application");
      await victim.start("node");
      return test.back(since);
    });
    await victim.stop();
    await victim.start("supervisor");
    await test.back(now());
    return took;
  },
};

/** One side of a partition, under load on the larger or on both; what each may do while it lasts. */
function partition(name: string, size: number, what: string): Fault {
  return {
    name,
    what,
    rounds: [3, 1],
    needsNamespaces: true,
    async run(test) {
      const side = [...test.nodes.keys()];
      while (side.length > size) side.splice(test.random.between(0, side.length - 1), 1);
      const inside = test.nodes.filter(({ index }) => side.includes(index));
      const outside = test.nodes.filter(({ index }) => !side.includes(index));
      return test.underLoad(outside, async () => {
        await sleep(test.random.between(200, 800));
        test.spaces!.cut(side);
        let since = now();
        try {
          // What was decided before the cut may still come in.
          await sleep(1500);
          const [before, outsideBefore] = [await test.tip(inside), await test.tip(outside)];
          await sleep(6000);
          const [after, outsideAfter] = [await test.tip(inside), await test.tip(outside)];
          if (after > before) throw new Breach(`${size} of 4 went on from ${before} to ${after}`);
          if (outside.length === 3 && outsideAfter <= outsideBefore) throw new Breach("3 of 4 stood still");
          if (outside.length === 2 && outsideAfter > outsideBefore) throw new Breach("2 of 4 went on");
        } finally {
          test.spaces!.heal(side);
          since = now();
        }
        return test.back(since);
      });
    },
  };
}

/** Removes what a folder holds. */
function empty(folder: string, keep: readonly string[] = []): void {
  for (const name of readdirSync(folder)) {
    if (!keep.includes(name)) rmSync(join(folder, name), { recursive: true });
  }
}

/** What the validator signed last stays: without it, it would sign heights again that it signed before. */
const SIGNED = "priv_validator_state.json";

export const FAULTS: readonly Fault[] = [
  // First, while the ledger is short: how long it takes to fetch or replay all of it is not what is measured.
  {
    name: "lost-node-data",
    what: "a node's blocks are lost, its application's state is not: refused with cause and remedy, which works",
    rounds: [1, 1],
    async run(test) {
      const victim = test.random.pick(test.nodes);
      return test.underLoad(test.others(victim), async () => {
        await stopPair(victim);
        test.away.add(victim);
        empty(join(cometPaths(victim.home).root, "data"), [SIGNED]);
        const before = test.log(victim).length;
        await victim.start("supervisor").catch(() => {});
        const end = await Promise.race([victim.ended("supervisor"), sleep(15_000)]);
        const said = test.log(victim).slice(before);
        if (end === undefined) throw new Breach("the pair runs on without its node's blocks");
        if (!said.includes("The node lost blocks") || !said.includes("HOME/data")) {
          throw new Breach(`its words name no cause and remedy:\n${said.slice(-800)}`);
        }
        // The remedy: remove the state too, and all comes from the peers.
        empty(join(victim.home, "data"));
        const since = now();
        await victim.start("supervisor");
        await test.record.forget(victim);
        test.away.delete(victim);
        return test.back(since);
      });
    },
  },
  {
    name: "lost-app-data",
    what: "an application's state is lost: its node plays all blocks to it again",
    rounds: [2, 1],
    async run(test) {
      const victim = test.random.pick(test.nodes);
      return test.underLoad(test.others(victim), async () => {
        await stopPair(victim);
        rmSync(homePaths(victim.home).state, { recursive: true });
        const since = now();
        await victim.start("supervisor");
        await test.record.forget(victim);
        return test.back(since);
      });
    },
  },
  {
    name: "lost-data",
    what: "all data of a node lost but its keys and what it signed last; it fetches the ledger from its peers",
    rounds: [3, 1],
    async run(test) {
      const victim = test.random.pick(test.nodes);
      return test.underLoad(test.others(victim), async () => {
        await victim.kill("supervisor");
        test.away.add(victim);
        await sleep(1000);
        empty(join(victim.home, "data"));
        empty(join(cometPaths(victim.home).root, "data"), [SIGNED]);
        const since = now();
        await victim.start("supervisor");
        await test.record.forget(victim);
        test.away.delete(victim);
        return test.back(since);
      });
    },
  },
  kill("kill-node", ["node"], "kill -9 of a CometBFT node"),
  kill("kill-app", ["application"], "kill -9 of an application"),
  kill("kill-both", ["node", "application"], "kill -9 of both at once"),
  {
    name: "kill-supervisor",
    what: "kill -9 of a supervisor; its command again",
    rounds: [5, 1],
    run: (test) =>
      atRandom(test, async (victim) => {
        const pids = [await test.pidOf(victim, "node"), await test.pidOf(victim, "application")];
        await victim.kill("supervisor");
        return async () => {
          // Nobody is left behind to hold the home.
          for (let waited = 0; pids.some((pid) => pid !== undefined && isAlive(pid)); waited += 50) {
            if (waited > 10_000) throw new Breach(`node ${victim.index}: left its children behind`);
            await sleep(50);
          }
          await victim.start("supervisor");
        };
      }),
  },
  {
    name: "kill-all",
    what: "kill -9 of every process at once, as when power fails; started again",
    rounds: [5, 1],
    run: (test) =>
      atRandom(test, async () => {
        const told: (() => Promise<void>)[] = [];
        for (const node of test.nodes) told.push(await killRoles(test, node, ["node", "application"]));
        return async () => {
          for (const one of told) await one();
        };
      }),
  },
  crashPoint,
  {
    name: "freeze",
    what: "SIGSTOP of node, application or both for 10 s, then SIGCONT",
    rounds: [3, 1],
    async run(test, round) {
      const victim = test.random.pick(test.nodes);
      const roles = ([["node", "application"], ["node"], ["application"]] as const)[round % 3]!;
      return test.underLoad(test.others(victim), async () => {
        test.away.add(victim);
        const pids = await Promise.all(roles.map((role) => test.pidOf(victim, role)));
        const signal = (name: NodeJS.Signals): void => {
          for (const pid of pids) process.kill(pid!, name);
        };
        signal("SIGSTOP");
        const before = await test.tip(test.others(victim));
        await sleep(10_000);
        const after = await test.tip(test.others(victim));
        signal("SIGCONT");
        test.away.delete(victim);
        if (after < before + 3) throw new Breach(`the other three went from ${before} to ${after} in 10 s`);
        return test.back(now());
      });
    },
  },
  {
    name: "term",
    what: "SIGTERM in the middle of a block: ends with code 0; started again",
    rounds: [10, 2],
    run: (test) =>
      atRandom(test, async (victim) => {
        await stopPair(victim);
        return () => victim.start("supervisor");
      }),
  },
  {
    name: "down",
    what: "one of four down for 10 s, the others go on; then back",
    rounds: [3, 1],
    async run(test) {
      const victim = test.random.pick(test.nodes);
      return test.underLoad(test.others(victim), async () => {
        await stopPair(victim);
        const before = await test.tip(test.others(victim));
        await sleep(10_000);
        const after = await test.tip(test.others(victim));
        if (after < before + 3) throw new Breach(`the other three went from ${before} to ${after} in 10 s`);
        const since = now();
        await victim.start("supervisor");
        return test.back(since);
      });
    },
  },
  partition("partition-2-2", 2, "two cut off from two for 7 s: neither goes on; healed"),
  partition("partition-3-1", 1, "one cut off from three for 7 s: the three go on; healed"),
  {
    name: "slow-app",
    what: "every answer of one application 400 ms late for 10 s, the others go on; then as before",
    rounds: [2, 1],
    async run(test) {
      const victim = test.random.pick(test.nodes);
      await stopPair(victim);
      const socket = join(victim.home, "slow.sock");
      const proxy = await startSlowProxy(socket, abciAddress(victim.home, 0), 400);
      const took = await test.underLoad(test.others(victim), async () => {
        await victim.start("application");
        await victim.start("node", { env: { CMT_PROXY_APP: proxy.address } });
        await sleep(2000);
        const before = await test.tip(test.others(victim));
        await sleep(8000);
        const after = await test.tip(test.others(victim));
        if (after < before + 3) throw new Breach(`the network went from ${before} to ${after} in 8 s`);
        await victim.stop();
        const since = now();
        await victim.start("supervisor");
        return test.back(since);
      });
      await proxy.close();
      return took;
    },
  },
  {
    name: "flood",
    what: "noise, false signatures, duplicates and the oversized to every node for 10 s, beside the load",
    rounds: [2, 1],
    run: (test) =>
      test.underLoad(test.nodes, async () => {
        const [before, acceptedBefore] = [await test.tip(), test.accepted];
        const count = await flood(test.nodes, test.idleSender, test.random, 10_000);
        const since = now();
        // One of the duplicates is good, once to each node at most.
        if (count.taken > test.nodes.length) {
          throw new Breach(`${count.taken} of the flood were taken, where one transaction is good`);
        }
        if ((await test.tip()) < before + 3) throw new Breach("the network stood still");
        if (test.accepted - acceptedBefore < 20) throw new Breach("honest transactions found no way in");
        return test.back(since);
      }),
  },
];

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
