/** `assay devnet` as a process of its own, as a person starts it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface DevnetFacts {
  readonly explorer: string;
  readonly rpc: string;
  readonly content: string;
  readonly home: string;
  readonly accounts: readonly {
    readonly name: string;
    readonly address: string;
    readonly mnemonic: string;
  }[];
}

export interface RunningDevnet extends DevnetFacts {
  /** SIGINT, and waits until all of its processes are gone. */
  stop(): Promise<void>;
}

/** Resolves with the line of `--json`, once the first block is there. @throws Error with its last words. */
export async function startDevnet(home: string, flags: readonly string[]): Promise<RunningDevnet> {
  const root = process.env.ASSAY_ROOT ?? process.cwd();
  const args = [join(root, "tools", "run.mjs"), "cli/main.ts", "devnet", "--json", "--home", home, ...flags];
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  const talk: string[] = [];
  child.stderr!.on("data", (chunk: Buffer) => talk.push(chunk.toString("utf8")));
  const exited = once(child, "exit");
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGINT");
    await exited;
  };
  const line = await Promise.race([
    once(createInterface({ input: child.stdout! }), "line").then(([text]) => String(text)),
    exited.then(() => undefined),
  ]);
  if (line === undefined) throw new Error(`the devnet did not start:\n${talk.join("")}`);
  return { ...(JSON.parse(line) as DevnetFacts), stop };
}
