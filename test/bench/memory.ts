/**
 * What a node needs for so many accounts: the real program in a process of its own, asked by its own metrics; and how
 * long it takes to be back.
 *
 * @module
 */
import { type AddressInfo, createServer } from "node:net";
import { NodeProcess } from "../crash/node-process.ts";
import { bundlePrograms } from "./bundles.ts";
import { type BenchHome, makeHome } from "./home.ts";
import { Load } from "./load.ts";

export interface MemoryFigures {
  readonly accounts: number;
  /** After genesis and a block. */
  readonly firstRssMb: number;
  /** After it was started again: one version of the state, read from disk. */
  readonly reopenedRssMb: number;
  /** From the start of the process until it answers, the second time. */
  readonly readyMs: number;
  /** Of a node that is opened on a larger ledger; absent where there is none. */
  readonly large?: { readonly accounts: number; readonly rssMb: number; readonly readyMs: number };
}

/** A home whose ledger has so many accounts. */
export interface LargeHome extends BenchHome {
  readonly accounts: number;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function rssMb(metricsPort: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes(?:\{[^}]*\})? (\S+)$/m.exec(text)?.[1];
  if (bytes === undefined) throw new Error("the node's metrics have no process_resident_memory_bytes");
  return Number(bytes) / (1024 * 1024);
}

/** A node on a home: what it takes once it answers. */
async function measure(home: string, metricsPort: number): Promise<{ rssMb: number; readyMs: number }> {
  const node = new NodeProcess(home, { ASSAY_METRICS_PORT: String(metricsPort) });
  try {
    const readyMs = await node.ready;
    return { readyMs, rssMb: await rssMb(metricsPort) };
  } finally {
    await node.stop();
  }
}

export async function benchMemory({
  accounts,
  large,
}: {
  readonly accounts: number;
  readonly large?: LargeHome | undefined;
}): Promise<MemoryFigures> {
  await bundlePrograms();
  const metricsPort = await freePort();
  const { home, remove } = await makeHome(new Load("assay-bench", accounts));
  try {
    const first = await measure(home, metricsPort);
    const again = await measure(home, metricsPort);
    const figures = {
      accounts,
      firstRssMb: first.rssMb,
      reopenedRssMb: again.rssMb,
      readyMs: again.readyMs,
    };
    if (large === undefined) return figures;
    return { ...figures, large: { accounts: large.accounts, ...(await measure(large.home, metricsPort)) } };
  } finally {
    remove();
  }
}
