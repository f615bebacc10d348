/**
 * Tells index and subscriptions of each committed block, in height order.
 *
 * @module
 */
import type { CommitFeed, CommittedBlock } from "../abci/ledger.ts";

type Listener = (block: CommittedBlock) => void;

export class CommitListeners implements CommitFeed {
  readonly #listeners = new Set<Listener>();
  readonly #onError: (error: unknown) => void;

  /** @param onError hears what a listener throws: a listener's fault is no reason to stop making blocks. */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  onCommit(listener: Listener): () => void {
    // Its own object, so that one function can listen twice and stop once.
    const entry: Listener = (block) => listener(block);
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
    };
  }

  publish(block: CommittedBlock): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(block);
      } catch (error) {
        this.#onError(error);
      }
    }
  }
}
