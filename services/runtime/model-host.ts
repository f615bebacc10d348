/**
 * Keeps one model running in a process of its own. What waits while it runs is the next batch, so that a lone request
 * never waits for company; a run that passes its deadline is killed with its process, and a new one is started.
 *
 * @module
 */

import type { AcceptedModel } from "./accept-model.ts";
import { ModelRefused } from "./onnx/refusal.ts";
import { RunError } from "./run-error.ts";
import type { TextOutput } from "./session.ts";
import { startWorker, type WorkerProcess, workerBundle } from "./worker-process.ts";

export interface HostOptions {
  readonly path: string;
  /** Of the file, in hex; checked by the process that loads it. */
  readonly sha256?: string;
  readonly memoryBytes?: number;
  readonly loadTimeoutMs?: number;
  /** Of one batch. */
  readonly runTimeoutMs?: number;
  readonly maxBatch?: number;
  /** Requests that may wait; one more is told that it is busy. */
  readonly maxWaiting?: number;
  /** UTF-16 units of one text. */
  readonly maxTextLength?: number;
  /** Folder of the bundled processes. */
  readonly bundles?: string;
}

export interface HostCounts {
  readonly runs: number;
  readonly texts: number;
  /** Processes started after the first. */
  readonly restarts: number;
}

interface Waiting {
  readonly text: string;
  readonly resolve: (output: TextOutput) => void;
  readonly reject: (error: Error) => void;
  /** It was in a batch that failed as a whole: it goes by itself, so that one text cannot take others with it. */
  readonly alone: boolean;
}

const DEFAULTS = {
  memoryBytes: 2 * 1024 ** 3,
  loadTimeoutMs: 10_000,
  runTimeoutMs: 10_000,
  maxBatch: 32,
  maxWaiting: 256,
  maxTextLength: 100_000,
};

export class ModelHost {
  readonly #options: HostOptions & typeof DEFAULTS;
  readonly #bundle: string;
  #waiting: Waiting[] = [];
  #batch: readonly Waiting[] = [];
  #worker: WorkerProcess | undefined;
  /** Settled when the process that is starting has loaded its model, or cannot. */
  #loading: Promise<void> | undefined;
  #model: AcceptedModel | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  #counts = { runs: 0, texts: 0, restarts: 0 };

  private constructor(options: HostOptions, bundle: string) {
    this.#options = { ...DEFAULTS, ...options };
    this.#bundle = bundle;
  }

  /**
   * Loads a model.
   * @throws ModelRefused where the file is not taken, `RunError` where its process does not load it in time or memory.
   */
  static async open(options: HostOptions): Promise<ModelHost> {
    const bundle = workerBundle(options.bundles);
    if (bundle === undefined) throw new Error("the model's process is not bundled: run it by tools/run.mjs");
    const host = new ModelHost(options, bundle);
    try {
      await host.#load();
    } catch (error) {
      host.close();
      throw error;
    }
    return host;
  }

  get model(): AcceptedModel {
    return this.#model!;
  }

  get waiting(): number {
    return this.#waiting.length + this.#batch.length;
  }

  get counts(): HostCounts {
    return { ...this.#counts };
  }

  /** Of its process; undefined between two. */
  get pid(): number | undefined {
    return this.#worker?.pid;
  }

  /** What the model says to a text. @throws RunError */
  run(text: string): Promise<TextOutput> {
    if (this.#closed) return Promise.reject(new RunError("closed", "the model is no longer served"));
    if (text.length > this.#options.maxTextLength) {
      const limit = this.#options.maxTextLength;
      return Promise.reject(new RunError("too_long", `the text has ${text.length} characters of ${limit}`));
    }
    if (this.#waiting.length >= this.#options.maxWaiting) {
      return Promise.reject(new RunError("busy", `${this.#waiting.length} requests wait already`));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ text, resolve, reject, alone: false });
      this.#next();
    });
  }

  /** Ends its process; what waits is told so. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#worker?.kill();
    for (const one of this.#takeAll()) one.reject(new RunError("closed", "the model is no longer served"));
  }

  #takeAll(): Waiting[] {
    const all = [...this.#batch, ...this.#waiting];
    this.#batch = [];
    this.#waiting = [];
    return all;
  }

  #next(): void {
    if (this.#closed || this.#batch.length > 0 || this.#waiting.length === 0) return;
    if (this.#worker === undefined || this.#loading !== undefined) {
      if (this.#loading === undefined) this.#restart();
      return;
    }
    const alone = this.#waiting.findIndex((one) => one.alone);
    const size =
      alone === 0 ? 1 : Math.min(this.#options.maxBatch, alone < 0 ? Number.POSITIVE_INFINITY : alone);
    this.#batch = this.#waiting.splice(0, size);
    this.#counts.runs++;
    this.#counts.texts += this.#batch.length;
    this.#timer = setTimeout(() => this.#fail("deadline"), this.#options.runTimeoutMs);
    this.#worker.send({ kind: "run", texts: this.#batch.map((one) => one.text) });
  }

  #restart(): void {
    this.#counts.restarts++;
    this.#load().then(
      () => this.#next(),
      (error: Error) => {
        for (const one of this.#takeAll()) one.reject(new RunError("crashed", error.message));
      },
    );
  }

  #load(): Promise<void> {
    this.#loading = this.#start().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  #start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const { path, sha256, memoryBytes, loadTimeoutMs } = this.#options;
      const timer = setTimeout(() => {
        worker.kill();
        reject(new RunError("deadline", `the model did not load within ${loadTimeoutMs} ms`));
      }, loadTimeoutMs);
      const worker = startWorker(this.#bundle, memoryBytes, {
        message: (message) => {
          if (message.kind === "started") worker.send({ kind: "load", path, sha256 });
          else if (message.kind === "loaded") {
            clearTimeout(timer);
            this.#model = message.model;
            resolve();
          } else if (message.kind === "refused") {
            clearTimeout(timer);
            worker.kill();
            const { code, detail } = message;
            reject(code === "runtime" ? new RunError("failed", detail) : new ModelRefused(code, detail));
          } else if (worker === this.#worker) this.#answer(message);
        },
        exit: (detail) => {
          clearTimeout(timer);
          reject(new RunError("crashed", `the model's process ended: ${detail}`));
          if (worker === this.#worker) this.#fail("crashed", detail);
        },
      });
      this.#worker = worker;
    });
  }

  #answer(
    message: { kind: "outputs"; outputs: readonly TextOutput[] } | { kind: "failed"; detail: string },
  ): void {
    clearTimeout(this.#timer);
    const batch = this.#batch;
    this.#batch = [];
    if (message.kind === "outputs") {
      batch.forEach((one, i) => {
        one.resolve(message.outputs[i]!);
      });
    } else this.#again(batch, new RunError("failed", message.detail));
    this.#next();
  }

  /** The process is lost, with what it was about. */
  #fail(code: "deadline" | "crashed", detail = ""): void {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.kill();
    const batch = this.#batch;
    this.#batch = [];
    const text =
      code === "deadline"
        ? `the model took over ${this.#options.runTimeoutMs} ms`
        : `the model's process ended: ${detail}`;
    this.#again(batch, new RunError(code, text));
    if (this.#loading === undefined) this.#next();
  }

  /** One text fails; of several each is tried once more by itself. */
  #again(batch: readonly Waiting[], error: RunError): void {
    if (batch.length === 1) batch[0]!.reject(error);
    else this.#waiting.unshift(...batch.map((one) => ({ ...one, alone: true })));
  }
}
