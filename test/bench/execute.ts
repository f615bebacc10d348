/**
 * A block by its stages: full blocks of transfers, each stage alone on the machine, so that its time is its own.
 *
 * @module
 */
import { type BenchChain, committed } from "./chain.ts";
import { median } from "./measure.ts";
import { verifyPerSecond } from "./raw.ts";

/** Microseconds a transaction, wall clock. */
export interface StageFigures {
  /** Decode, ante chain, signature in the other thread: all of a block at once. */
  readonly checkUs: number;
  readonly proposalUs: number;
  /** FinalizeBlock without the trees. */
  readonly executeUs: number;
  /** Tree writes and their hashes. */
  readonly treesUs: number;
  /** Level's synced batch, and the rechecks' state. */
  readonly commitUs: number;
  /** Block, parts, votes, results: what the engine does itself. */
  readonly engineUs: number;
}

export interface ExecuteFigures {
  readonly accounts: number;
  readonly verifyPerSecond: number;
  readonly stages: StageFigures;
  /** Executed and hashed transactions a second: FinalizeBlock alone. */
  readonly executePerSecond: number;
}

export interface ExecuteSizes {
  readonly blockTxs: number;
  readonly rounds: number;
  readonly verifies: number;
}

async function oneBlock(chain: BenchChain, count: number): Promise<StageFigures> {
  const { load, mempool, engine, stopwatch, index } = chain;
  const txs = load.sign(count);
  await index.settled();
  const began = performance.now();
  const answers = await Promise.all(txs.map(({ bytes }) => mempool.add(bytes)));
  const checkMs = performance.now() - began;
  const refused = answers.find(({ code }) => code !== 0);
  if (refused !== undefined) throw new Error(`CheckTx refused a transaction of the bench: ${refused.log}`);
  stopwatch.reset();
  const done = committed(engine, count);
  const start = performance.now();
  const block = await engine.produceBlock();
  const totalMs = performance.now() - start;
  if (block.txs.length !== count)
    throw new Error(`${block.txs.length} of ${count} transactions fit in a block`);
  await done;
  const proposal = stopwatch.ms("prepare_proposal") + stopwatch.ms("process_proposal");
  const finalize = stopwatch.ms("finalize_block");
  const trees = stopwatch.ms("stage");
  const commit = stopwatch.ms("commit");
  const us = (ms: number): number => (ms * 1000) / count;
  return {
    checkUs: us(checkMs),
    proposalUs: us(proposal),
    executeUs: us(finalize - trees),
    treesUs: us(trees),
    commitUs: us(commit),
    engineUs: us(totalMs - proposal - finalize - commit),
  };
}

/** Chains take turns. */
export async function benchExecute(
  chains: readonly BenchChain[],
  { blockTxs, rounds, verifies }: ExecuteSizes,
): Promise<ExecuteFigures[]> {
  // The first block of each is slower: nothing is compiled yet.
  for (const chain of chains) await oneBlock(chain, blockTxs);
  const bounds: number[] = [];
  const results: StageFigures[][] = chains.map(() => []);
  for (let round = 0; round < rounds; round++) {
    bounds.push(verifyPerSecond(verifies));
    for (const [i, chain] of chains.entries()) results[i]!.push(await oneBlock(chain, blockTxs));
  }
  return chains.map(({ load }, i) => {
    const of = (name: keyof StageFigures): number => median(results[i]!.map((stages) => stages[name]));
    const stages = {
      checkUs: of("checkUs"),
      proposalUs: of("proposalUs"),
      executeUs: of("executeUs"),
      treesUs: of("treesUs"),
      commitUs: of("commitUs"),
      engineUs: of("engineUs"),
    };
    return {
      accounts: load.size,
      verifyPerSecond: median(bounds),
      stages,
      executePerSecond: 1e6 / (stages.executeUs + stages.treesUs),
    };
  });
}
