/**
 * Starts a model's process with a cap on its memory, and kills it.
 *
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

export interface WorkerProcess {
  readonly pid: number | undefined;
  send(message: ToWorker): void;
  /** At once, whatever it does. */
  kill(): void;
}

export interface WorkerEvents {
  message(message: FromWorker): void;
  /** Called once, however it ended. @param detail its last words, if it had any. */
  exit(detail: string): void;
}

const SHELL = "/bin/sh";
const LAST_WORDS = 2_000;

/** @returns undefined where the bundle is not there. */
export function workerBundle(bundles = process.env.ASSAY_BUNDLES): string | undefined {
  const file = bundles === undefined ? undefined : join(bundles, "model-worker.mjs");
  return file !== undefined && existsSync(file) ? file : undefined;
}

/**
 * The data limit counts what a process can write to, so a reservation of V8's costs nothing and an allocation over the
 * cap fails at once; the kernel of Linux holds it. Where there is no shell, the deadline alone stands.
 */
export function startWorker(bundle: string, memoryBytes: number, events: WorkerEvents): WorkerProcess {
  const capped = existsSync(SHELL);
  const kib = String(Math.floor(memoryBytes / 1024));
  const command = capped ? SHELL : process.execPath;
  const args = capped
    ? ["-c", 'ulimit -d "$1" && shift && exec "$@"', "sh", kib, process.execPath, bundle]
    : [bundle];
  const child: ChildProcess = spawn(command, args, {
    // Nothing of ours: no keys in the environment, no folder to read from by a relative name.
    env: {},
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    serialization: "advanced",
  });
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    words = (words + text).slice(-LAST_WORDS);
  });
  child.on("message", (message) => events.message(message as FromWorker));
  let ended = false;
  const end = (detail: string): void => {
    if (ended) return;
    ended = true;
    events.exit(detail);
  };
  child.once("exit", (code, signal) => end(`${signal ?? `code ${code}`} ${words}`.trim()));
  child.once("error", (error) => end(error.message));
  return {
    pid: child.pid,
    send: (message) => {
      // A process that died since is told of by its exit.
      if (child.connected) child.send(message, () => {});
    },
    kill: () => void child.kill("SIGKILL"),
  };
}
