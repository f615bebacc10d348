/** The real program as a child process, which can be killed at any moment. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

export class NodeProcess {
  readonly #child: ChildProcess;
  readonly #output: Buffer[] = [];
  /** Resolves with how it ended. */
  readonly ended: Promise<string>;
  /** Resolves when it answers, with milliseconds since the start; rejects with its last words where it ends first. */
  readonly ready: Promise<number>;

  /** @param env over this process's. */
  constructor(home: string, env: Readonly<Record<string, string>> = {}) {
    const program = join(process.env.ASSAY_BUNDLES!, "assay.mjs");
    const started = performance.now();
    this.#child = spawn(process.execPath, [program, "start", "--home", home], {
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: { ...process.env, ASSAY_CHILD: "1", ASSAY_LOG_LEVEL: "warn", ...env },
    });
    this.#child.stdout!.on("data", (chunk: Buffer) => this.#output.push(chunk));
    this.#child.stderr!.on("data", (chunk: Buffer) => this.#output.push(chunk));
    this.ended = new Promise((resolve) =>
      this.#child.once("close", (code, signal) =>
        resolve(signal === null ? `code ${code}` : `signal ${signal}`),
      ),
    );
    this.ready = new Promise((resolve, reject) => {
      this.#child.once("message", () => resolve(performance.now() - started));
      void this.ended.then((how) => reject(new Error(`ended with ${how}\n${this.output()}`)));
    });
    this.ready.catch(() => {});
  }

  output(): string {
    return Buffer.concat(this.#output).toString("utf8");
  }

  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.ended;
  }

  /** @returns how it ended. */
  async stop(): Promise<string> {
    this.#child.kill("SIGTERM");
    return this.ended;
  }
}
