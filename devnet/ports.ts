/** Ports of a devnet, and who sits on one that is taken. */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";

export const HOST = "127.0.0.1";

export interface Ports {
  readonly rpc: number;
  readonly web: number;
  readonly metrics: number;
  readonly grpc: number;
  /** Of the first real node; the others' are `nodePorts`. */
  readonly p2p: number;
  readonly content: number;
  readonly faucet: number;
  /** The first attestor's; the others follow. */
  readonly attestor: number;
}

/** The highest port is the last attestor's: with 100 of them it still is one. */
export const MAX_OFFSET = 38_000;

export function portsAt(offset: number): Ports {
  return {
    rpc: 26657 + offset,
    web: 1317 + offset,
    metrics: 26660 + offset,
    grpc: 9090 + offset,
    p2p: 26656 + offset,
    content: 26670 + offset,
    faucet: 8000 + offset,
    attestor: 26690 + offset,
  };
}

export interface NodePorts {
  readonly rpc: number;
  readonly p2p: number;
  /** Used where the home's path is too long for a socket. */
  readonly abci: number;
}

/** Of one real node: the first has what people expect, the others follow behind the attestors. */
export function nodePorts(offset: number, node: number): NodePorts {
  if (node === 0) return { rpc: 26657 + offset, p2p: 26656 + offset, abci: 26658 + offset };
  const first = 26710 + offset + 3 * (node - 1);
  return { rpc: first, p2p: first + 1, abci: first + 2 };
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ host, port }, () => probe.close(() => resolve(true)));
  });
}

/** The process that listens on a port, where the system tells (Linux); undefined elsewhere. */
export function pidOnPort(port: number): number | undefined {
  try {
    const wanted = port.toString(16).toUpperCase().padStart(4, "0");
    const inodes = new Set<string>();
    for (const table of ["/proc/net/tcp", "/proc/net/tcp6"]) {
      for (const line of readFileSync(table, "utf8").split("\n").slice(1)) {
        const cells = line.trim().split(/\s+/);
        // State 0A is LISTEN.
        if (cells[1]?.endsWith(`:${wanted}`) && cells[3] === "0A") inodes.add(cells[9]!);
      }
    }
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      let links: string[];
      try {
        links = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
      } catch {
        // Gone meanwhile, or another user's.
        continue;
      }
      if (links.some((link) => inodes.has(/^socket:\[(\d+)\]$/.exec(link)?.[1] ?? ""))) return Number(pid);
    }
  } catch {
    // No /proc: the port alone must do.
  }
  return undefined;
}

/** A port that something else uses, in words that tell what to do. */
export class PortTaken extends Error {
  /** @param offset the present one. */
  constructor(port: number, pid: number | undefined, offset: number) {
    const other = (offset + 100) % MAX_OFFSET;
    super(`port ${port} is in use${pid === undefined ? "" : ` by pid ${pid}`}; try --port-offset ${other}`);
    this.name = "PortTaken";
  }
}

/** @throws PortTaken for the first that is not free. */
export async function checkPorts(host: string, ports: readonly number[], offset = 0): Promise<void> {
  for (const port of ports)
    if (!(await isFree(host, port))) throw new PortTaken(port, pidOnPort(port), offset);
}
