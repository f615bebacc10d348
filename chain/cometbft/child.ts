/**
 * A program of the pair: started apart from our terminal's Ctrl-C, so that the supervisor alone says when and in which
 * order they end; what it says is handed on, and its last words are kept.
 *
 * Its output is a pipe: a node whose supervisor is gone ends at the next line that it logs, and the application by its
 * channel, so that none is left behind.
 *
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** With a channel on which it tells that it is ready. */
  readonly talks: boolean;
}

export interface End {
  /** `code 1` or `signal SIGKILL`. */
  readonly how: string;
  /** Undefined where a signal ended it, or it did not start. */
  readonly code: number | undefined;
  readonly livedMs: number;
}

const TAIL_CHARS = 16_384;
const TAIL_LINES = 6;

/** What a person needs of a log's end: plain words where there are any, else what went wrong, else the last lines. */
export function lastWords(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const plain = lines.filter((line) => !line.startsWith("{"));
  if (plain.length > 0) return plain.slice(0, TAIL_LINES).join("\n");
  const wrong = lines.filter((line) => /"level":("error"|50|60)/.test(line));
  return (wrong.length > 0 ? wrong.slice(-3) : lines.slice(-3)).join("\n");
}

export class Child {
  readonly #process: ChildProcess;
  #tail = "";
  #isUp = true;
  /** Never rejects. */
  readonly ended: Promise<End>;

  /** @param sink gets all that it says. */
  constructor(program: Program, sink: (chunk: Buffer) => void, onMessage: (message: unknown) => void) {
    const started = performance.now();
    const { command, args, env, talks } = program;
    this.#process = spawn(command, args, {
      detached: true,
      stdio: talks ? ["ignore", "pipe", "pipe", "ipc"] : ["ignore", "pipe", "pipe"],
      env: env as NodeJS.ProcessEnv,
    });
    const hear = (chunk: Buffer): void => {
      this.#tail = (this.#tail + chunk.toString("utf8")).slice(-TAIL_CHARS);
      sink(chunk);
    };
    this.#process.stdout!.on("data", hear);
    this.#process.stderr!.on("data", hear);
    this.#process.on("message", onMessage);
    this.ended = new Promise((resolve) => {
      const end = (how: string, code: number | undefined): void => {
        this.#isUp = false;
        resolve({ how, code, livedMs: performance.now() - started });
      };
      this.#process.once("error", (error) => end(error.message, undefined));
      // Not at its exit: what it said last may still be on its way.
      this.#process.once("close", (code, signal) =>
        signal === null ? end(`code ${code}`, code ?? undefined) : end(`signal ${signal}`, undefined),
      );
    });
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  lastWords(): string {
    return lastWords(this.#tail);
  }

  /** Tells it to end; what does not in time is killed. */
  async stop(graceMs: number): Promise<void> {
    if (!this.#isUp) return;
    this.#process.kill("SIGTERM");
    const timer = setTimeout(() => this.kill(), graceMs);
    await this.ended;
    clearTimeout(timer);
  }

  kill(): void {
    this.#process.kill("SIGKILL");
  }
}
