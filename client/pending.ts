/**
 * What was sealed and has still to be shown. It is kept before the seal is sent: who loses the salt loses the bond.
 *
 * @module
 */

/** Plain JSON, so that any store can hold it. */
export interface PendingReveal {
  /** The seal's hash, in lower hex. */
  readonly id: string;
  readonly kind: "publish" | "challenge";
  readonly chainId: string;
  readonly account: string;
  /** Lower hex. */
  readonly datasetId: string;
  /** What it is, for people. */
  readonly title: string;
  /** The message that shows it, salt and all: its protobuf in base64. */
  readonly reveal: string;
  /** Hash of the sealing transaction, upper hex. */
  readonly commitTx: string;
  /** Last block that may hold it. */
  readonly commitBy: number;
  /** The block that holds it; 0 while that is not known. */
  readonly commitHeight: number;
  /** First and last block in which the message may be shown; 0 while `commitHeight` is not known. */
  readonly revealFrom: number;
  readonly revealBy: number;
  /** Hash of the showing transaction; empty before there is one. */
  readonly revealTx: string;
}

/**
 * Where pending reveals are kept: a file, a browser's storage. `save` returns when the entry would survive a crash, and
 * replaces the one with the same id.
 */
export interface PendingStore {
  save(pending: PendingReveal): Promise<void>;
  list(): Promise<readonly PendingReveal[]>;
  /** Nothing happens where there is none. */
  remove(id: string): Promise<void>;
}

/** Forgets all when the process ends: for tests, and for who accepts to lose a bond. */
export class MemoryPendingStore implements PendingStore {
  readonly #entries = new Map<string, PendingReveal>();

  async save(pending: PendingReveal): Promise<void> {
    this.#entries.set(pending.id, pending);
  }

  async list(): Promise<readonly PendingReveal[]> {
    return [...this.#entries.values()];
  }

  async remove(id: string): Promise<void> {
    this.#entries.delete(id);
  }
}
