/**
 * The devnet's child processes: each is started with a log file and a channel to its parent. A child that loses its
 * parent ends by itself (`watchParent`), so that none is left behind, however the devnet ends.
 *
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, fstatSync, mkdirSync, openSync, readSync } from "node:fs";
import { join } from "node:path";

/**
 * Room for objects that die young, in MB: what a block makes lives until its commit, and is copied twice where the room
 * is Node's 16. It is used only under load.
 */
export const NODE_OPTIONS = ["--enable-source-maps", "--max-semi-space-size=64"];

export interface ChildSpec {
  readonly name: string;
  /** Arguments of the `assay` program. */
  readonly args: readonly string[];
}

/** A child that ended although nobody told it to. */
export interface Death {
  readonly name: string;
  /** 0 where it could not even be started. */
  readonly pid: number;
  /** `code 1` or `signal SIGKILL`. */
  readonly how: string;
  readonly logFile: string;
  /** What it said last: its own words where it had any, else the log's last lines. */
  readonly lastLines: string;
}

/** What a person is told of a death: the cause before all else. */
export function deathText({ name, pid, how, logFile, lastLines }: Death): string {
  const said = lastLines === "" ? "It said nothing." : lastLines;
  return `${name} (pid ${pid}) ended with ${how}\n${said}\nIts log: ${logFile}`;
}

/** A child ended before it was ready. */
export class ChildDied extends Error {
  /** It was told to end. */
  readonly wasTold: boolean;
  readonly fix: string;

  constructor(death: Death, wasTold: boolean) {
    super(deathText(death));
    this.wasTold = wasTold;
    this.fix = death.name === "node" ? "Mend what it says, or begin a new ledger: --fresh" : "";
    this.name = "ChildDied";
  }
}

const TAIL_BYTES = 16_384;
const TAIL_LINES = 12;

/**
 * The end of what a process logged since `from`. A process that ends by an error says so in plain words between its
 * JSON lines: these words are what a person needs.
 */
export function lastWords(logFile: string, from: number): string {
  const file = openSync(logFile, "r");
  try {
    const { size } = fstatSync(file);
    const start = Math.max(from, size - TAIL_BYTES);
    const bytes = Buffer.alloc(Math.max(0, size - start));
    readSync(file, bytes, 0, bytes.length, start);
    const lines = bytes
      .toString("utf8")
      .split("\n")
      .filter((line) => line.trim() !== "");
    const plain = lines.filter((line) => !line.startsWith("{"));
    return (plain.length > 0 ? plain : lines).slice(-TAIL_LINES).join("\n");
  } finally {
    closeSync(file);
  }
}

/** Of the devnet's own environment, a child's configuration is none: it has a file and flags. */
const PASSED_ON = ["ASSAY_ROOT", "ASSAY_BUNDLES", "ASSAY_LOG_LEVEL"];

export function childEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([key]) => !key.startsWith("ASSAY_") || PASSED_ON.includes(key),
  );
  return { ...Object.fromEntries(entries), ASSAY_CHILD: "1" };
}

interface Child {
  readonly process: ChildProcess;
  /** Its end is no surprise. */
  told: boolean;
}

export class Processes {
  readonly #children = new Map<string, Child>();
  readonly #logs: string;
  readonly #program: string;
  readonly #onDeath: (death: Death) => void;
  #closed = false;

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
   * @throws ChildDied where it ends before.
   */
  start({ name, args }: ChildSpec): Promise<Record<string, unknown>> {
    if (this.#closed) return Promise.reject(new Error("the devnet is stopping"));
    const logFile = join(this.#logs, `${name}.log`);
    // The child writes by itself: what it said last is there, however it or its parent ends.
    const log = openSync(logFile, "a");
    const from = fstatSync(log).size;
    const child: Child = {
      process: spawn(process.execPath, [...NODE_OPTIONS, this.#program, ...args], {
        stdio: ["ignore", log, log, "ipc"],
        env: childEnvironment(),
      }),
      told: false,
    };
    closeSync(log);
    this.#children.set(name, child);
    return new Promise((resolve, reject) => {
      let ready = false;
      const died = (how: string): void => {
        this.#children.delete(name);
        const pid = child.process.pid ?? 0;
        const death = { name, pid, how, logFile, lastLines: lastWords(logFile, from) };
        if (!ready) reject(new ChildDied(death, child.told));
        else if (!child.told) this.#onDeath(death);
      };
      child.process.once("message", (message) => {
        ready = true;
        resolve(message as Record<string, unknown>);
      });
      child.process.once("error", (error) => died(error.message));
      child.process.once("exit", (code, signal) =>
        died(signal === null ? `code ${code}` : `signal ${signal}`),
      );
    });
  }

  /**
   * Asks a child that is ready, one question at a time.
   * @throws Error where it ends before it answers.
   */
  ask(name: string, question: Record<string, unknown>): Promise<Record<string, unknown>> {
    const child = this.#children.get(name)?.process;
    if (child === undefined) return Promise.reject(new Error(`${name} does not run`));
    return new Promise((resolve, reject) => {
      const answered = (message: unknown): void => {
        child.off("exit", ended);
        resolve(message as Record<string, unknown>);
      };
      const ended = (): void => {
        child.off("message", answered);
        reject(new Error(`${name} ended before it answered`));
      };
      child.once("message", answered);
      child.once("exit", ended);
      child.send(question);
    });
  }

  /** Pids by name. */
  pids(): Record<string, number> {
    return Object.fromEntries([...this.#children].map(([name, child]) => [name, child.process.pid ?? 0]));
  }

  /** A terminal's Ctrl-C reaches the children too: their ends are no deaths from now on. */
  expectEnds(): void {
    for (const child of this.#children.values()) child.told = true;
  }

  /** Tells one to end; nothing where it does not run. */
  async stop(name: string, graceMs: number): Promise<void> {
    const child = this.#children.get(name);
    if (child === undefined) return;
    child.told = true;
    const ended = new Promise<void>((resolve) => child.process.once("exit", () => resolve()));
    child.process.kill("SIGTERM");
    const timer = setTimeout(() => child.process.kill("SIGKILL"), graceMs);
    await ended;
    clearTimeout(timer);
  }

  /** Ends all children but one. What does not end in time is killed. */
  async stopOthers(last: string, graceMs: number): Promise<void> {
    const others = [...this.#children.keys()].filter((name) => name !== last);
    await Promise.all(others.map((name) => this.stop(name, graceMs)));
  }

  /** None is started from now on. */
  close(): void {
    this.#closed = true;
  }

  /** For a second Ctrl-C. */
  killAll(): void {
    this.#closed = true;
    this.expectEnds();
    for (const child of this.#children.values()) child.process.kill("SIGKILL");
  }
}

/** In a child: tells the parent that it is ready, or an answer. */
export function sayReady(message: Record<string, unknown>): void {
  process.send?.(message);
}

/** A child without a parent has so long to end in order. */
const ORPHAN_MS = 2_000;

/** In a child: ends when the parent is gone, even where that was before, or where ending in order hangs. */
export function watchParent(end: () => void): void {
  if (process.env.ASSAY_CHILD !== "1") return;
  const orphaned = (): void => {
    setTimeout(() => process.exit(1), ORPHAN_MS).unref();
    end();
  };
  if (!process.connected) {
    orphaned();
    return;
  }
  process.once("disconnect", orphaned);
  // Who listens for it keeps running for it, also when its work has failed.
  process.channel?.unref();
}
