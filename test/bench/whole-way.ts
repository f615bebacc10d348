/**
 * The whole way without network, as fast as it goes: CheckTx, mempool, proposal, block, durable commit, block store,
 * with index and signatures in their threads; admission and blocks share the main thread as they do in a node.
 *
 * @module
 */
import { type BenchChain, committed } from "./chain.ts";
import { type SignedTx, shareOut } from "./load.ts";
import { median } from "./measure.ts";
import { type ProfileShare, profiled } from "./profile.ts";
import { verifyPerSecond } from "./raw.ts";

export interface WholeWayFigures {
  readonly accounts: number;
  readonly verifyPerSecond: number;
  readonly txPerSecond: number;
  readonly ratioToVerify: number;
  /** CPU of the whole process, a transaction. */
  readonly cpuUsPerTx: number;
  /** Where the main thread spends a transaction, from a sampled run of its own. */
  readonly profile: readonly ProfileShare[];
}

export interface WholeWaySizes {
  readonly txs: number;
  /** Who each wait for an answer before they send the next. */
  readonly clients: number;
  /** Transactions in the mempool that make clients wait. */
  readonly waiting: number;
  readonly rounds: number;
  readonly verifies: number;
}

const nextBlock = (engine: BenchChain["engine"]): Promise<void> =>
  new Promise((resolve) => {
    const end = engine.onCommit(() => {
      end();
      resolve();
    });
  });

/** Sends while no more than so many wait for a block: what a full mempool refuses is no throughput. */
async function client({ mempool, engine }: BenchChain, txs: readonly Uint8Array[], waiting: number) {
  for (const tx of txs) {
    while (mempool.size() >= waiting) await nextBlock(engine);
    const { code, log } = await mempool.add(tx);
    if (code !== 0) throw new Error(`CheckTx refused a transaction of the bench: ${log}`);
  }
}

/** Milliseconds from the first CheckTx to the last commit. */
async function run(
  chain: BenchChain,
  txs: readonly SignedTx[],
  { clients, waiting }: WholeWaySizes,
): Promise<number> {
  const { engine } = chain;
  const done = committed(engine, txs.length);
  const shares = shareOut(txs, clients);
  const began = performance.now();
  engine.start();
  await Promise.all(shares.map((share) => client(chain, share, waiting)));
  await done;
  const ms = performance.now() - began;
  await engine.stop();
  await chain.index.settled();
  return ms;
}

/** Chains take turns. */
export async function benchWholeWay(
  chains: readonly BenchChain[],
  sizes: WholeWaySizes,
): Promise<WholeWayFigures[]> {
  const { txs, rounds, verifies } = sizes;
  for (const chain of chains) await run(chain, chain.load.sign(txs), sizes);
  const results = chains.map(() => ({ bounds: [] as number[], speeds: [] as number[], cpu: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const [i, chain] of chains.entries()) {
      const signed = chain.load.sign(txs);
      results[i]!.bounds.push(verifyPerSecond(verifies));
      const before = process.cpuUsage();
      const ms = await run(chain, signed, sizes);
      const { user, system } = process.cpuUsage(before);
      results[i]!.speeds.push((txs * 1000) / ms);
      results[i]!.cpu.push((user + system) / txs);
    }
  }
  const figures: WholeWayFigures[] = [];
  for (const [i, chain] of chains.entries()) {
    const { bounds, speeds, cpu } = results[i]!;
    const signed = chain.load.sign(txs);
    figures.push({
      accounts: chain.load.size,
      verifyPerSecond: median(bounds),
      txPerSecond: median(speeds),
      ratioToVerify: median(speeds) / median(bounds),
      cpuUsPerTx: median(cpu),
      profile: await profiled(txs, () => run(chain, signed, sizes)),
    });
  }
  return figures;
}
