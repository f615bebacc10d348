/** The index core behind a thread: the same calls, answered from there. */
import { Worker } from "node:worker_threads";
import type { Core, Found, Page } from "./index-core.ts";
import { type Query, QueryError } from "./query.ts";
import type { FromWorker, IndexState, IndexWorkerData, Question, ToWorker } from "./worker-messages.ts";

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export class IndexThread implements Core {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #number = 0;
  #state: IndexState = { height: 0, blockHash: new Uint8Array(32) };
  #ended: Error | undefined;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on("message", (message: FromWorker) => this.#receive(message));
    worker.on("error", (error: Error) => this.#end(error));
    worker.on("exit", () => this.#end(new Error("the index's thread has ended")));
  }

  /**
   * @param script bundle of `index-worker.ts`.
   * @throws Error where the folder cannot be used.
   */
  static async open(script: string, data: IndexWorkerData): Promise<IndexThread> {
    const thread = new IndexThread(new Worker(script, { workerData: data, name: "index" }));
    await new Promise<unknown>((resolve, reject) => thread.#waiting.set(0, { resolve, reject }));
    return thread;
  }

  get height(): number {
    return this.#state.height;
  }

  get blockHash(): Uint8Array {
    return this.#state.blockHash;
  }

  #receive(message: FromWorker): void {
    this.#state = message.state;
    const waiting = this.#waiting.get(message.number);
    this.#waiting.delete(message.number);
    if ("value" in message) waiting?.resolve(message.value);
    else {
      const { message: text, isQuery } = message.failure;
      waiting?.reject(isQuery ? new QueryError(text) : new Error(text));
    }
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }

  #ask(question: Question, transfer: ArrayBuffer[] = []): Promise<unknown> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    const number = ++this.#number;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#worker.postMessage({ ...question, number } satisfies ToWorker, transfer);
    });
  }

  async reset(): Promise<void> {
    await this.#ask({ ask: "reset" });
  }

  async add(packed: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#ask({ ask: "add", block: packed }, [packed.buffer]);
  }

  async txByHash(hash: Uint8Array): Promise<Uint8Array | undefined> {
    return (await this.#ask({ ask: "txByHash", hash })) as Uint8Array | undefined;
  }

  async search(query: Query, page: Page): Promise<Found<Uint8Array>> {
    return (await this.#ask({ ask: "search", query, page })) as Found<Uint8Array>;
  }

  async searchBlocks(query: Query, page: Page): Promise<Found<number>> {
    return (await this.#ask({ ask: "searchBlocks", query, page })) as Found<number>;
  }

  async close(): Promise<void> {
    if (this.#ended === undefined) await this.#ask({ ask: "close" });
    await this.#worker.terminate();
  }
}
