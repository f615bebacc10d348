/**
 * Which blobs the ledger names, and how large they may be: only those are taken in.
 *
 * @module
 */
import { setTimeout as sleep } from "node:timers/promises";
import { toHex } from "@assay/primitives/bytes";
import type { Dataset } from "@assay/proto/gen/assay/data/v1/types";

/** A page of datasets, newest first; an empty key begins, and an empty `nextKey` was the last. */
export type DatasetPages = (page: { readonly key: Uint8Array; readonly limit: number }) => Promise<{
  readonly datasets: readonly Dataset[];
  readonly nextKey: Uint8Array;
}>;

const PAGE = 100;
const NO_KEY = new Uint8Array(0);

export class NamedBlobs {
  /** Blob to the largest size that a dataset gives it: whoever names another's blob with a smaller one harms nobody. */
  readonly #sizes = new Map<string, number>();
  readonly #datasets: DatasetPages;
  readonly #restMs: number;
  /** Id of the newest dataset when all were read last. */
  #newest = "";
  /** The reading that has not begun, which all who ask now share. */
  #next: Promise<void> | undefined;
  #running: Promise<void> = Promise.resolve();
  #readAtMs = 0;

  /** @param restMs between two readings of the ledger: strangers' questions must not become its load. */
  constructor(datasets: DatasetPages, restMs = 250) {
    this.#datasets = datasets;
    this.#restMs = restMs;
  }

  /**
   * Most bytes that the ledger gives this blob; undefined where no dataset names it. An unknown name is looked for on
   * the ledger as it is now, not as it was when somebody else asked.
   */
  async maxSize(hash: string): Promise<number | undefined> {
    const known = this.#sizes.get(hash);
    if (known !== undefined) return known;
    this.#next ??= this.#readNext();
    await this.#next;
    return this.#sizes.get(hash);
  }

  #readNext(): Promise<void> {
    const before = this.#running;
    const run = (async () => {
      await before.catch(() => {});
      await sleep(Math.max(this.#readAtMs + this.#restMs - Date.now(), 0), undefined, { ref: false });
      this.#readAtMs = Date.now();
      this.#next = undefined;
      await this.#read();
    })();
    this.#running = run;
    return run;
  }

  /** Reads from the newest back to the one that was newest last time; to the end where a ledger was set back. */
  async #read(): Promise<void> {
    let newest: string | undefined;
    for (let key = NO_KEY; ; ) {
      const { datasets, nextKey } = await this.#datasets({ key, limit: PAGE });
      for (const { id, terms } of datasets) {
        const name = toHex(id);
        newest ??= name;
        if (name === this.#newest) {
          this.#newest = newest;
          return;
        }
        for (const blob of [terms?.featuresBlob, terms?.labelsBlob]) {
          if (blob === undefined) continue;
          const hash = toHex(blob.sha256);
          this.#sizes.set(hash, Math.max(Number(blob.size), this.#sizes.get(hash) ?? 0));
        }
      }
      if (nextKey.length === 0 || datasets.length === 0) break;
      key = nextKey as typeof NO_KEY;
    }
    this.#newest = newest ?? "";
  }
}
