/**
 * The devnet's child processes: each is started with a log file and a channel to its parent. A child that loses its
 * parent ends by itself (`watchParent`), so that none is left behind, however the devnet ends.
 *
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface ChildSpec {
  readonly name: string;
  /** Arguments of the `assay` program. */
  readonly args: readonly string[];
}

/** A child that ended although nobody told it to. */
export interface Death {
  readonly name: string;
  readonly pid: number;
  /** `code 1` or `signal SIGKILL`. */
  readonly how: string;
  readonly logFile: string;
  /** The log's last lines. */
  readonly lastLines: string;
}

export class Processes {
  readonly #children = new Map<string, ChildProcess>();
  readonly #logs: string;
  readonly #program: string;
  readonly #onDeath: (death: Death) => void;
  #stopping = false;

  /** @param program the bundle that is run for each child. */
  constructor(program: string, logs: string, onDeath: (death: Death) => void) {
    this.#program = program;
    this.#logs = logs;
    this.#onDeath = onDeath;
    mkdirSync(logs, { recursive: true });
  }

  /**
   * Starts a child and waits until it says that it is ready.
   * @returns what it said.
   * @throws Error with the end of its log where it ends before.
   */
  start(spec: ChildSpec): Promise<Record<string, unknown>> {
    const logFile = join(this.#logs, `${spec.name}.log`);
    const log = createWriteStream(logFile, { flags: "a" });
    const child = spawn(process.execPath, ["--enable-source-maps", this.#program, ...spec.args], {
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: { ...process.env, ASSAY_CHILD: "1" },
    });
    child.stdout!.pipe(log);
    child.stderr!.pipe(log);
    this.#children.set(spec.name, child);
    return new Promise((resolve, reject) => {
      let ready = false;
      child.once("message", (message) => {
        ready = true;
        resolve(message as Record<string, unknown>);
      });
      child.once("error", reject);
      child.once("exit", (code, signal) => {
        this.#children.delete(spec.name);
        const how = signal === null ? `code ${code}` : `signal ${signal}`;
        // The pipe may hold the last words still.
        log.end(() => {
          const lastLines = readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-12).join("\n");
          if (!ready) reject(new Error(`${spec.name} ended with ${how} before it was ready\n${lastLines}`));
          else if (!this.#stopping)
            this.#onDeath({ name: spec.name, pid: child.pid ?? 0, how, logFile, lastLines });
        });
      });
    });
  }

  /** Pids by name. */
  pids(): Record<string, number> {
    return Object.fromEntries([...this.#children].map(([name, child]) => [name, child.pid ?? 0]));
  }

  /** Tells one child to end and waits; kills it after the grace time. */
  async stop(name: string, graceMs = 10_000): Promise<void> {
    const child = this.#children.get(name);
    if (child === undefined) return;
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
    await ended;
    clearTimeout(timer);
  }

  /** Ends all children: the services first, the node last. */
  async stopAll(last: string): Promise<void> {
    this.#stopping = true;
    await Promise.all(
      [...this.#children.keys()].filter((name) => name !== last).map((name) => this.stop(name)),
    );
    await this.stop(last);
  }

  /** For a second Ctrl-C. */
  killAll(): void {
    this.#stopping = true;
    for (const child of this.#children.values()) child.kill("SIGKILL");
  }
}

/** In a child: tells the parent that it is ready. */
export function sayReady(message: Record<string, unknown>): void {
  process.send?.(message);
}

/** In a child: ends when the parent is gone. */
export function watchParent(end: () => void): void {
  if (process.env.ASSAY_CHILD !== "1") return;
  process.once("disconnect", end);
  // Whoever listens for it holds the channel open, and an open channel keeps a process that has ended its work.
  process.channel?.unref();
}
