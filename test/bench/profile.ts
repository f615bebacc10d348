/**
 * Where the main thread's time goes, from V8's sampling profiler: a sample counts for the innermost file of ours that
 * is on the stack and has a stage. Hashing that a tree asked for is the tree's.
 *
 * @module
 */
import { type Profiler, Session } from "node:inspector/promises";
import { findSourceMap, type SourceMap } from "node:module";
import { fileURLToPath } from "node:url";
import { root } from "./bundles.ts";

export interface ProfileShare {
  readonly stage: string;
  readonly usPerTx: number;
}

/** Starting and stopping takes long, and is no transaction's. */
const PROFILER = "profiler";

/** Path prefixes to stages; the first that fits counts, and a file that none fits is its caller's. */
const STAGES: readonly (readonly [prefix: string, stage: string])[] = [
  ["chain/app/tx.ts", "strict decode, tx hash"],
  ["chain/app/signature/", "sign bytes, signatures out and back"],
  ["chain/app/sign-doc.ts", "sign bytes, signatures out and back"],
  ["chain/app/ante/", "ante chain"],
  ["chain/app/check-tx.ts", "check state, rechecks"],
  ["chain/app/proposal.ts", "proposal"],
  ["chain/app/", "messages and delivery"],
  ["modules/", "messages and delivery"],
  ["kernel/event.ts", "events"],
  ["kernel/collections/", "reads and writes of state"],
  ["kernel/codec/", "reads and writes of state"],
  ["kernel/gas.ts", "reads and writes of state"],
  ["chain/store/overlay.ts", "reads and writes of state"],
  ["chain/store/key-name.ts", "reads and writes of state"],
  ["chain/store/sorted-names.ts", "reads and writes of state"],
  ["chain/store/version-reader.ts", "reads and writes of state"],
  ["chain/store/backend-level.ts", "batch to disk"],
  ["chain/store/load.ts", "batch to disk"],
  ["chain/store/keys.ts", "batch to disk"],
  ["chain/store/state-store.ts", "batch to disk"],
  ["chain/store/", "trees and hashes"],
  ["chain/mempool/", "mempool"],
  ["chain/engine/", "block, votes, results"],
  ["chain/abci/", "block, votes, results"],
  ["chain/index/", "to the index"],
  ["chain/rpc/", "RPC"],
  ["chain/web/", "metrics"],
  ["test/bench/profile.ts", PROFILER],
  ["test/bench/", "the bench itself"],
];
const GARBAGE = "garbage collection";
const NODE = "node itself";

const SAMPLE_US = 250;

function stageOf(path: string): string | undefined {
  return STAGES.find(([prefix]) => path.startsWith(prefix))?.[1];
}

/** From a place in a bundle to a path from the root; undefined for what is not ours. */
class Places {
  readonly #maps = new Map<string, SourceMap | undefined>();

  pathOf({ url, lineNumber, columnNumber }: Profiler.ProfileNode["callFrame"]): string | undefined {
    if (!url.startsWith("file:") && !url.startsWith("/")) return undefined;
    if (!this.#maps.has(url)) this.#maps.set(url, findSourceMap(url));
    const entry = this.#maps.get(url)?.findEntry(lineNumber, columnNumber);
    const source = entry !== undefined && "originalSource" in entry ? entry.originalSource : url;
    const path = source.startsWith("file:") ? fileURLToPath(source) : source;
    return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined;
  }
}

function shares({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Map<string, number> {
  const places = new Places();
  const parents = new Map<number, number>();
  for (const { id, children = [] } of nodes) for (const child of children) parents.set(child, id);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const stages = new Map<number, string>();
  const stage = (id: number): string => {
    const known = stages.get(id);
    if (known !== undefined) return known;
    const { callFrame } = byId.get(id)!;
    const path = places.pathOf(callFrame);
    const parent = parents.get(id);
    const found =
      callFrame.functionName === "(garbage collector)"
        ? GARBAGE
        : ((path === undefined ? undefined : stageOf(path)) ?? (parent === undefined ? NODE : stage(parent)));
    stages.set(id, found);
    return found;
  };
  const us = new Map<string, number>();
  samples.forEach((id, i) => {
    if (byId.get(id)!.callFrame.functionName === "(idle)") return;
    const name = stage(id);
    if (name === PROFILER) return;
    us.set(name, (us.get(name) ?? 0) + timeDeltas[i]!);
  });
  return us;
}

/** Runs under the profiler. Shares of the main thread's busy time, the largest first. */
export async function profiled(txs: number, run: () => Promise<unknown>): Promise<ProfileShare[]> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.setSamplingInterval", { interval: SAMPLE_US });
    await session.post("Profiler.start");
    await run();
    const { profile } = await session.post("Profiler.stop");
    return [...shares(profile)]
      .map(([stage, us]) => ({ stage, usPerTx: us / txs }))
      .sort((a, b) => b.usPerTx - a.usPerTx);
  } finally {
    session.disconnect();
  }
}
