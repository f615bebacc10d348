/**
 * How long a transfer takes from its request to its commit, on a node that is far from its limit.
 *
 * @module
 */
import { hash } from "node:crypto";
import { openNode } from "./http.ts";
import { quantile } from "./measure.ts";
import { broadcast, broadcastRequest, RpcConnection } from "./rpc-connection.ts";

export interface LatencyFigures {
  readonly txPerSecond: number;
  readonly blockTimeMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

export interface LatencySizes {
  readonly accounts: number;
  readonly txPerSecond: number;
  readonly blockTimeMs: number;
  readonly txs: number;
}

const CONNECTIONS = 16;

export async function benchLatency(sizes: LatencySizes): Promise<LatencyFigures> {
  const { accounts, txPerSecond, blockTimeMs, txs } = sizes;
  const { load, node, close } = await openNode(accounts, { block_time_ms: blockTimeMs });
  try {
    const signed = load.sign(txs);
    const sentAt = new Map<string, number>();
    const waits: number[] = [];
    const all = new Promise<void>((resolve, reject) => {
      node.engine.onCommit(({ txHashes, outcome }) => {
        const now = performance.now();
        txHashes.forEach((id, i) => {
          const { code, log } = outcome.txResults[i]!;
          if (code !== 0) reject(new Error(`a transaction of the bench failed: ${log}`));
          waits.push(now - sentAt.get(Buffer.from(id).toString("hex"))!);
        });
        if (waits.length === txs) resolve();
      });
    });
    const connections = await Promise.all(
      Array.from({ length: CONNECTIONS }, () => RpcConnection.open(node.rpcPort)),
    );
    const turns: Promise<void>[] = connections.map(() => Promise.resolve());
    const began = performance.now();
    for (const [i, { bytes, sender }] of signed.entries()) {
      const early = began + (i * 1000) / txPerSecond - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      sentAt.set(hash("sha256", bytes, "hex"), performance.now());
      const lane = sender % CONNECTIONS;
      turns[lane] = turns[lane]!.then(() => broadcast(connections[lane]!, broadcastRequest(bytes)));
    }
    await Promise.all(turns);
    await all;
    for (const connection of connections) connection.close();
    return { txPerSecond, blockTimeMs, p50Ms: quantile(waits, 0.5), p95Ms: quantile(waits, 0.95) };
  } finally {
    await close();
  }
}
