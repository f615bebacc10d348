/**
 * Runs the load through each system in turn: first as fast as it goes, then some of them at a steady pace.
 *
 * @module
 */
import { bundlePrograms } from "../bundles.ts";
import { median } from "../measure.ts";
import type { Broadcast } from "../rpc-connection.ts";
import { type Inclusion, inclusion, type Throughput, throughput, untilFirstBlock } from "./drive.ts";
import { embedded, kvstore, type System, type SystemOptions, validators } from "./systems.ts";

const SYSTEMS = {
  "Assay, embedded engine": embedded,
  "Assay, CometBFT, 1 validator, socket": validators(1, "socket"),
  "Assay, CometBFT, 1 validator, gRPC": validators(1, "grpc"),
  "Assay, CometBFT, 4 validators, socket": validators(4, "socket"),
  "kvstore in TypeScript, CometBFT, socket": kvstore("socket"),
  "kvstore in TypeScript, CometBFT, gRPC": kvstore("grpc"),
  "CometBFT's own kvstore, in its process": kvstore("builtin"),
} as const satisfies Record<string, (options: SystemOptions) => Promise<System>>;
export type SystemName = keyof typeof SYSTEMS;
export const SYSTEM_NAMES = Object.keys(SYSTEMS) as SystemName[];

/** Those whose clients' waiting is measured too. */
const STEADY: readonly SystemName[] = [
  "Assay, embedded engine",
  "Assay, CometBFT, 1 validator, socket",
  "kvstore in TypeScript, CometBFT, socket",
];

export interface CometSizes {
  readonly accounts: number;
  readonly txs: number;
  readonly rounds: number;
  readonly connections: number;
  readonly broadcast: Broadcast;
  readonly waiting: number;
  /** While all is sent as fast as it goes. */
  readonly blockTimeMs: number;
  readonly steady: { readonly blockTimeMs: number; readonly txPerSecond: number; readonly txs: number };
}

export const FULL: CometSizes = {
  accounts: 10_000,
  txs: 5000,
  rounds: 3,
  connections: 32,
  broadcast: "sync",
  waiting: 2500,
  blockTimeMs: 100,
  steady: { blockTimeMs: 1000, txPerSecond: 200, txs: 3000 },
};

export const QUICK: CometSizes = {
  ...FULL,
  accounts: 500,
  txs: 1000,
  rounds: 1,
  waiting: 1000,
  steady: { blockTimeMs: 1000, txPerSecond: 200, txs: 600 },
};

export const SMALLEST: CometSizes = {
  ...QUICK,
  accounts: 20,
  txs: 40,
  connections: 4,
  steady: { blockTimeMs: 100, txPerSecond: 100, txs: 20 },
};

export interface CometFigures {
  readonly name: SystemName;
  readonly throughput: Throughput;
  /** Absent where it was not asked for. */
  readonly inclusion?: Inclusion;
}

/** The round of the median speed, whole: its CPU belongs to it. */
function middle(rounds: readonly Throughput[]): Throughput {
  const speed = median(rounds.map(({ txPerSecond }) => txPerSecond));
  return rounds.find(({ txPerSecond }) => txPerSecond === speed)!;
}

async function using<T>(
  name: SystemName,
  options: SystemOptions,
  run: (system: System) => Promise<T>,
): Promise<T> {
  const system = await SYSTEMS[name](options);
  try {
    await untilFirstBlock(system.rpcPorts[0]!);
    return await run(system);
  } finally {
    await system.close();
  }
}

/** @param say told what comes next. */
export async function runComet(
  names: readonly SystemName[],
  cometbft: string,
  sizes: CometSizes,
  say: (line: string) => void,
): Promise<CometFigures[]> {
  await bundlePrograms();
  const { accounts, blockTimeMs, rounds, steady } = sizes;
  const figures: CometFigures[] = [];
  for (const name of names) {
    say(name);
    const options = { accounts, cometbft };
    const results = await using(name, { ...options, blockTimeMs }, async (system) => {
      const all: Throughput[] = [];
      // The first is to be compiled and warm.
      for (let round = 0; round <= rounds; round++) all.push(await throughput(system, sizes));
      return all.slice(1);
    });
    const fast = { name, throughput: middle(results) };
    if (!STEADY.includes(name)) figures.push(fast);
    else {
      const waits = await using(name, { ...options, blockTimeMs: steady.blockTimeMs }, (system) =>
        inclusion(system, steady.txPerSecond, steady.txs),
      );
      figures.push({ ...fast, inclusion: waits });
    }
  }
  return figures;
}
