/** What of a devnet makes the blocks, whichever engine does. */
import type { ChildSpec, Processes } from "./processes.ts";

export interface Ledger {
  /** @returns the height, once there is a block. @throws ChildDied or PairError where it does not start. */
  start(): Promise<number>;
  /** Before it is stopped: makes no more blocks where it can be told so. @returns the height. */
  rest(): Promise<number>;
  stop(graceMs: number): Promise<void>;
  killAll(): void;
}

/** A node with the embedded engine: one child. */
export class EmbeddedLedger implements Ledger {
  readonly #processes: Processes;
  readonly #node: ChildSpec;

  constructor(processes: Processes, node: ChildSpec) {
    this.#processes = processes;
    this.#node = node;
  }

  async start(): Promise<number> {
    const { height } = await this.#processes.start(this.#node);
    return Number(height ?? 0);
  }

  async rest(): Promise<number> {
    const { height } = await this.#processes.ask(this.#node.name, { ask: "rest" });
    return Number(height);
  }

  /** Blocks now, so that windows pass. @returns the height. */
  async mine(blocks: number): Promise<number> {
    const { height } = await this.#processes.ask(this.#node.name, { ask: "mine", blocks });
    return Number(height);
  }

  stop(graceMs: number): Promise<void> {
    return this.#processes.stop(this.#node.name, graceMs);
  }

  killAll(): void {
    this.#processes.killAll();
  }
}
