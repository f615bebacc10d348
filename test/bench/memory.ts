/**
 * What a node needs for so many accounts: the real program in a process of its own, asked by its own metrics; and how
 * long it takes to be back.
 *
 * @module
 */
import { type AddressInfo, createServer } from "node:net";
import { NodeProcess } from "../crash/node-process.ts";
import { bundlePrograms } from "./bundles.ts";
import { makeHome } from "./home.ts";
import { Load } from "./load.ts";

export interface MemoryFigures {
  readonly accounts: number;
  /** After genesis and a block. */
  readonly firstRssMb: number;
  /** After it was started again: one version of the state, read from disk. */
  readonly reopenedRssMb: number;
  /** From the start of the process until it answers, the second time. */
  readonly readyMs: number;
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

export async function benchMemory({ accounts }: { readonly accounts: number }): Promise<MemoryFigures> {
  await bundlePrograms();
  const metricsPort = await freePort();
  const { home, remove } = await makeHome(new Load("assay-bench", accounts), { metrics_port: metricsPort });
  try {
    const figures: { readyMs: number; rss: number }[] = [];
    for (let start = 0; start < 2; start++) {
      const node = new NodeProcess(home);
      try {
        const readyMs = await node.ready;
        figures.push({ readyMs, rss: await rssMb(metricsPort) });
      } finally {
        await node.stop();
      }
    }
    const [first, again] = figures;
    return { accounts, firstRssMb: first!.rss, reopenedRssMb: again!.rss, readyMs: again!.readyMs };
  } finally {
    remove();
  }
}
