/**
 * The whole way without network, as fast as it goes: CheckTx, mempool, proposal, block, durable commit, block store,
 * with index and signatures in their threads; admission and blocks share the main thread as they do in a node.
 *
 * @module
 */
import { MempoolError } from "@assay/chain/abci/ledger";
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
  readonly rounds: number;
  readonly verifies: number;
}

async function client({ mempool, engine }: BenchChain, txs: readonly Uint8Array[]): Promise<void> {
  for (const tx of txs) {
    for (;;) {
      try {
        const { code, log } = await mempool.add(tx);
        if (code !== 0) throw new Error(`CheckTx refused a transaction of the bench: ${log}`);
        break;
      } catch (error) {
        if (!(error instanceof MempoolError) || error.code !== "full") throw error;
        await new Promise<void>((resolve) => {
          const end = engine.onCommit(() => {
            end();
            resolve();
          });
        });
      }
    }
  }
}

/** Milliseconds from the first CheckTx to the last commit. */
async function run(chain: BenchChain, txs: readonly SignedTx[], clients: number): Promise<number> {
  const { engine } = chain;
  const done = committed(engine, txs.length);
  const shares = shareOut(txs, clients);
  const began = performance.now();
  engine.start();
  await Promise.all(shares.map((share) => client(chain, share)));
  await done;
  const ms = performance.now() - began;
  await engine.stop();
  await chain.index.settled();
  return ms;
}

/** Chains take turns. */
export async function benchWholeWay(
  chains: readonly BenchChain[],
  { txs, clients, rounds, verifies }: WholeWaySizes,
): Promise<WholeWayFigures[]> {
  for (const chain of chains) await run(chain, chain.load.sign(txs), clients);
  const results = chains.map(() => ({ bounds: [] as number[], speeds: [] as number[], cpu: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const [i, chain] of chains.entries()) {
      const signed = chain.load.sign(txs);
      results[i]!.bounds.push(verifyPerSecond(verifies));
      const before = process.cpuUsage();
      const ms = await run(chain, signed, clients);
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
      accounts: chain.load.accounts.length,
      verifyPerSecond: median(bounds),
      txPerSecond: median(speeds),
      ratioToVerify: median(speeds) / median(bounds),
      cpuUsPerTx: median(cpu),
      profile: await profiled(txs, () => run(chain, signed, clients)),
    });
  }
  return figures;
}
