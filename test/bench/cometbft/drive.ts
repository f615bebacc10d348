/**
 * Sends a load to a running system and follows what it commits, over the RPC that every client uses.
 *
 * @module
 */

import { shareOut } from "../load.ts";
import { quantile } from "../measure.ts";
import { type Broadcast, broadcast, broadcastRequest, RpcConnection } from "../rpc-connection.ts";
import { cpuUs, type Part } from "./process.ts";
import type { System } from "./systems.ts";

/** Between two questions for the newest height. */
const POLL_MS = 20;
/** Without a new block: something is broken. */
const PATIENCE_MS = 60_000;

interface BlockPage {
  readonly result: {
    readonly last_height: string;
    readonly block_metas: readonly {
      readonly header: { readonly height: string };
      readonly num_txs: string;
    }[];
  };
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const url = (port: number, path: string): string => `http://127.0.0.1:${port}/${path}`;

async function ask<T>(port: number, path: string): Promise<T> {
  return (await (await fetch(url(port, path))).json()) as T;
}

/** Resolves with the height once there is a block. */
export async function untilFirstBlock(port: number): Promise<number> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      const { result } = await ask<BlockPage>(port, "blockchain");
      if (Number(result.last_height) > 0) return Number(result.last_height);
    } catch {
      // Not listening yet.
    }
    if (performance.now() > deadline) throw new Error("no block came");
    await sleep(POLL_MS);
  }
}

/** Calls back for each new block with its height and number of transactions, until told to stop. */
async function follow(
  port: number,
  from: number,
  onBlock: (height: number, txs: number) => Promise<boolean> | boolean,
): Promise<void> {
  let height = from;
  let deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const { result } = await ask<BlockPage>(
      port,
      `blockchain?minHeight=${height + 1}&maxHeight=${height + 20}`,
    ).catch(
      // There is no such height yet.
      () => ({ result: undefined }),
    );
    const metas = [...(result?.block_metas ?? [])].reverse();
    for (const { header, num_txs } of metas) {
      if (Number(header.height) !== height + 1) continue;
      height++;
      deadline = performance.now() + PATIENCE_MS;
      if (await onBlock(height, Number(num_txs))) return;
    }
    if (performance.now() > deadline) throw new Error(`no block came after ${height}`);
    if (metas.length === 0) await sleep(POLL_MS);
  }
}

export interface Throughput {
  readonly txPerSecond: number;
  /** From a broadcast to its answer, while all is sent as fast as it goes. */
  readonly answerP50Ms: number;
  readonly answerP99Ms: number;
  /** Microseconds a transaction, of all processes of that part. */
  readonly cpuUsPerTx: Readonly<Partial<Record<Part, number>>>;
}

export interface ThroughputSizes {
  readonly txs: number;
  readonly connections: number;
  readonly broadcast: Broadcast;
  /** Sent and not committed: so many make the clients wait. */
  readonly waiting: number;
}

function cpuOf(system: System): Map<Part, number> {
  const sums = new Map<Part, number>();
  for (const { part, pid } of system.processes) sums.set(part, (sums.get(part) ?? 0) + cpuUs(pid));
  return sums;
}

/** As fast as it goes: each connection waits for its answer before it sends the next. */
export async function throughput(system: System, sizes: ThroughputSizes): Promise<Throughput> {
  const { txs, connections, waiting } = sizes;
  const requestOf = (tx: Uint8Array): Buffer => broadcastRequest(tx, sizes.broadcast);
  const { rpcPorts } = system;
  const shares = shareOut(system.sign(txs), connections).map((share) => share.map(requestOf));
  const open = await Promise.all(shares.map((_, i) => RpcConnection.open(rpcPorts[i % rpcPorts.length]!)));
  const height = await untilFirstBlock(rpcPorts[0]!);
  const before = cpuOf(system);
  const began = performance.now();
  let sent = 0;
  let committed = 0;
  const answers: number[] = [];
  const done = follow(rpcPorts[0]!, height, (_, count) => {
    committed += count;
    return committed >= txs;
  });
  await Promise.all(
    open.map(async (connection, i) => {
      for (const request of shares[i]!) {
        while (sent - committed >= waiting) await sleep(1);
        sent++;
        const asked = performance.now();
        await broadcast(connection, request);
        answers.push(performance.now() - asked);
      }
    }),
  );
  await done;
  const seconds = (performance.now() - began) / 1000;
  const after = cpuOf(system);
  for (const connection of open) connection.close();
  const cpuUsPerTx = Object.fromEntries(
    [...after].map(([part, used]) => [part, (used - (before.get(part) ?? 0)) / txs]),
  );
  return {
    txPerSecond: txs / seconds,
    answerP50Ms: quantile(answers, 0.5),
    answerP99Ms: quantile(answers, 0.99),
    cpuUsPerTx,
  };
}

export interface Inclusion {
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** From a request to the moment in which a client sees its block, at a steady pace. */
export async function inclusion(system: System, txPerSecond: number, txs: number): Promise<Inclusion> {
  const { rpcPorts } = system;
  const connections = await Promise.all(
    Array.from({ length: 32 }, (_, i) => RpcConnection.open(rpcPorts[i % rpcPorts.length]!)),
  );
  const height = await untilFirstBlock(rpcPorts[0]!);
  const sentAt = new Map<string, number>();
  const waits: number[] = [];
  const done = follow(rpcPorts[0]!, height, async (at, count) => {
    if (count === 0) return false;
    const now = performance.now();
    const { result } = await ask<{ result: { block: { data: { txs: string[] } } } }>(
      rpcPorts[0]!,
      `block?height=${at}`,
    );
    for (const tx of result.block.data.txs) waits.push(now - sentAt.get(tx)!);
    return waits.length >= txs;
  });
  const turns: Promise<void>[] = connections.map(() => Promise.resolve());
  const began = performance.now();
  for (const [i, { bytes, sender }] of system.sign(txs).entries()) {
    const early = began + (i * 1000) / txPerSecond - performance.now();
    if (early > 0) await sleep(early);
    sentAt.set(Buffer.from(bytes).toString("base64"), performance.now());
    const lane = sender % connections.length;
    turns[lane] = turns[lane]!.then(() => broadcast(connections[lane]!, broadcastRequest(bytes)));
  }
  await Promise.all([...turns, done]);
  for (const connection of connections) connection.close();
  return { p50Ms: quantile(waits, 0.5), p95Ms: quantile(waits, 0.95) };
}
