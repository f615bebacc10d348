/** Which blobs the ledger names, and how large they may be: only those are taken in. */
import { toHex } from "@assay/primitives/bytes";
import type { Dataset } from "@assay/proto/gen/assay/data/v1/types";
import type { PageRequest, PageResponse } from "@assay/proto/gen/cosmos/base/query/v1beta1/pagination";

/** A page of datasets, newest first. */
export type DatasetPages = (
  page: PageRequest,
) => Promise<{ datasets: readonly Dataset[]; pagination: PageResponse | undefined }>;

const PAGE = 100n;

export class NamedBlobs {
  readonly #sizes = new Map<string, number>();
  readonly #seen = new Set<string>();
  readonly #datasets: DatasetPages;
  #refreshing: Promise<void> | undefined;

  constructor(datasets: DatasetPages) {
    this.#datasets = datasets;
  }

  /** Bytes that the ledger gives this blob; undefined where no dataset names it. Asks the ledger once for a new name. */
  async sizeOf(hash: string): Promise<number | undefined> {
    const known = this.#sizes.get(hash);
    if (known !== undefined) return known;
    // Many requests for unknown names ask the ledger once.
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    await this.#refreshing;
    return this.#sizes.get(hash);
  }

  /** Reads datasets from the newest back to the first that is known. */
  async #refresh(): Promise<void> {
    let key: Uint8Array = new Uint8Array(0);
    const fresh: string[] = [];
    for (;;) {
      const { datasets, pagination } = await this.#datasets({
        key,
        offset: 0n,
        limit: PAGE,
        countTotal: false,
        reverse: false,
      });
      for (const { id, terms } of datasets) {
        const name = toHex(id);
        if (this.#seen.has(name)) {
          key = new Uint8Array(0);
          break;
        }
        fresh.push(name);
        for (const blob of [terms?.featuresBlob, terms?.labelsBlob]) {
          if (blob !== undefined) this.#sizes.set(toHex(blob.sha256), Number(blob.size));
        }
        key = pagination?.nextKey ?? new Uint8Array(0);
      }
      if (key.length === 0 || datasets.length === 0) break;
    }
    for (const name of fresh) this.#seen.add(name);
  }
}
