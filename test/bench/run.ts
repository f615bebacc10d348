/**
 * Runs the benches that are asked for, one after the other, and makes rows of what they found.
 *
 * @module
 */
import { bundlePrograms } from "./bundles.ts";
import { type BenchChain, openChain } from "./chain.ts";
import { benchDecode, type DecodeFigures } from "./decode.ts";
import { benchExecute, type ExecuteFigures } from "./execute.ts";
import { benchHttp, type HttpFigures } from "./http.ts";
import { benchLatency, type LatencyFigures } from "./latency.ts";
import { benchMemory, type LargeHome, type MemoryFigures } from "./memory.ts";
import { benchRaw, type RawFigures } from "./raw.ts";
import type { Sizes } from "./sizes.ts";
import { benchTree, type TreeFigures } from "./tree.ts";
import { benchWholeWay, type WholeWayFigures } from "./whole-way.ts";

/** What was not asked for is absent. */
export interface Figures {
  raw?: RawFigures;
  tree?: readonly TreeFigures[];
  decode?: DecodeFigures;
  execute?: readonly ExecuteFigures[];
  wholeWay?: readonly WholeWayFigures[];
  http?: HttpFigures;
  latency?: LatencyFigures;
  memory?: MemoryFigures;
}

export const BENCHES = [
  "raw",
  "tree",
  "decode",
  "execute",
  "whole-way",
  "http",
  "latency",
  "memory",
] as const;
export type Bench = (typeof BENCHES)[number];

/** @param say told what comes next. */
export async function runBenches(
  wanted: readonly Bench[],
  sizes: Sizes,
  say: (line: string) => void,
): Promise<Figures> {
  const figures: Figures = {};
  /** What the larger chain left: another node is opened on it. */
  let large: LargeHome | undefined;
  const wants = (bench: Bench): boolean => {
    if (wanted.includes(bench)) say(bench);
    return wanted.includes(bench);
  };
  // Without the bundles a node verifies and indexes on its main thread.
  await bundlePrograms();
  if (wants("raw")) figures.raw = benchRaw(sizes.raw);
  if (wants("decode")) figures.decode = benchDecode(sizes.decode);
  if (wants("tree")) figures.tree = await benchTree(sizes.treeKeys);
  if (wanted.includes("execute") || wanted.includes("whole-way")) {
    const chains: BenchChain[] = [];
    try {
      for (const accounts of sizes.accounts) {
        say(`a chain of ${accounts} accounts`);
        chains.push(await openChain(accounts));
      }
      if (wants("execute")) figures.execute = await benchExecute(chains, sizes.execute);
      if (wants("whole-way")) figures.wholeWay = await benchWholeWay(chains, sizes.wholeWay);
    } finally {
      for (const [i, chain] of chains.entries()) {
        const files = await chain.close();
        if (i === 1 && wanted.includes("memory")) large = { ...files, accounts: chain.load.size };
        else files.remove();
      }
    }
  }
  if (wants("http")) figures.http = await benchHttp(sizes.http);
  if (wants("latency")) figures.latency = await benchLatency(sizes.latency);
  if (wants("memory")) figures.memory = await benchMemory({ ...sizes.memory, large });
  large?.remove();
  return figures;
}
