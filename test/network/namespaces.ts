/**
 * Network namespaces of the test's own: a hub with a bridge, in which the test itself runs, and one namespace a node,
 * each with one address. All of it is gone with the last process in it; nothing of the machine's network is touched.
 *
 * A partition is a black hole in the route to each node of the other side, both ways. What a node says to the test
 * goes on, so that both sides can be watched.
 *
 * @module
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";

const HUB = "10.77.0.254";
const addressOf = (node: number): string => `10.77.0.${node + 1}`;

/** Set in the process that runs in the hub. */
const INSIDE = "ASSAY_TEST_NAMESPACE";

/** Without root's rights, in a user namespace, where they are those of its own. */
const APART = process.getuid?.() === 0 ? ["--net"] : ["--user", "--map-root-user", "--net"];

/** Why partitions cannot be made here; undefined where they can. */
export function whyNoNamespaces(): string | undefined {
  const probe = spawnSync("unshare", [...APART, "ip", "link", "add", "br0", "type", "bridge"], {
    encoding: "utf8",
  });
  if (probe.error !== undefined)
    return `${probe.error.message} (Debian: apt-get install iproute2 util-linux)`;
  return probe.status === 0 ? undefined : probe.stderr.trim() || "unshare --net failed";
}

export const isInside = (): boolean => process.env[INSIDE] === "1";

/** Runs this program again in a namespace of its own, and ends as it ends. */
export async function runInside(): Promise<never> {
  const child = spawn(
    "unshare",
    [...APART, process.execPath, ...process.execArgv, ...process.argv.slice(1)],
    {
      stdio: "inherit",
      env: { ...process.env, [INSIDE]: "1" },
    },
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  const code = await new Promise<number>((resolve) => child.once("close", (status) => resolve(status ?? 1)));
  process.exit(code);
}

export class Namespaces {
  readonly hosts: readonly string[];
  readonly #holders: readonly ChildProcess[];

  private constructor(holders: readonly ChildProcess[]) {
    this.#holders = holders;
    this.hosts = holders.map((_, i) => addressOf(i));
  }

  /** Call it in the hub. */
  static async make(count: number): Promise<Namespaces> {
    const ip = (...args: string[]): void => void execFileSync("ip", args);
    ip("link", "set", "lo", "up");
    ip("link", "add", "br0", "type", "bridge");
    ip("addr", "add", `${HUB}/24`, "dev", "br0");
    ip("link", "set", "br0", "up");
    const holders: ChildProcess[] = [];
    for (let i = 0; i < count; i++) {
      // It says that it is in its namespace, and stays until its stdin ends: with us.
      const holder = spawn("unshare", ["--net", "sh", "-c", "echo in; cat"], {
        stdio: ["pipe", "pipe", "inherit"],
      });
      await new Promise((resolve) => holder.stdout!.once("data", resolve));
      holders.push(holder);
      ip("link", "add", `node${i}`, "type", "veth", "peer", "name", "eth0", "netns", String(holder.pid));
      ip("link", "set", `node${i}`, "master", "br0", "up");
    }
    const spaces = new Namespaces(holders);
    for (let i = 0; i < count; i++) {
      spaces.#in(i, "link", "set", "lo", "up");
      spaces.#in(i, "addr", "add", `${addressOf(i)}/24`, "dev", "eth0");
      spaces.#in(i, "link", "set", "eth0", "up");
    }
    return spaces;
  }

  /** The program, called in a node's namespace. */
  wrap<T extends { readonly command: string; readonly args: readonly string[] }>(
    node: number,
    program: T,
  ): T {
    const args = [this.#path(node), "--", program.command, ...program.args];
    return { ...program, command: "nsenter", args };
  }

  #path(node: number): string {
    return `--net=/proc/${this.#holders[node]!.pid}/ns/net`;
  }

  #in(node: number, ...args: string[]): void {
    execFileSync("nsenter", [this.#path(node), "--", "ip", ...args]);
  }

  #routes(verb: "add" | "del", side: readonly number[]): void {
    const others = this.#holders.map((_, i) => i).filter((i) => !side.includes(i));
    for (const [here, there] of side.flatMap((one) => others.map((other) => [one, other] as const))) {
      this.#in(here, "route", verb, "blackhole", `${addressOf(there)}/32`);
      this.#in(there, "route", verb, "blackhole", `${addressOf(here)}/32`);
    }
  }

  /** Cuts these nodes off from the others. */
  cut(side: readonly number[]): void {
    this.#routes("add", side);
  }

  heal(side: readonly number[]): void {
    this.#routes("del", side);
  }

  close(): void {
    for (const holder of this.#holders) holder.stdin!.end();
  }
}
