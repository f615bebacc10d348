/**
 * Where a question's content may be. A place that has failed is asked again later and later, so that a stranger's
 * server cannot make validators fetch without end.
 *
 * @module
 */
import { toHex } from "@assay/primitives/bytes";
import type { Blob } from "@assay/proto/gen/assay/data/v1/types";
import type { Logger } from "pino";
import { blobAt, blobUnder } from "../blob-url.ts";
import { FetchError, fetchBlob } from "../fetch-blob.ts";

export interface PlacesConfig {
  /** Base URLs of content services that the operator trusts to be where they are; they may be private. */
  readonly contentServices: readonly string[];
  /** Whether what an owner names may be on this machine or its network: on a devnet alone. */
  readonly allowPrivate: boolean;
  readonly fetchTimeoutMs: number;
  /** The first wait after a failure; it doubles. */
  readonly retryMs: number;
}

/** Longest wait. */
const MAX_RETRY_MS = 300_000;
/** Whole blobs of other bytes that a place may send. */
const MAX_WRONG = 3;
/** What the ledger allows; its nodes may be newer than this program. */
const MAX_URLS = 4;

interface Tried {
  failures: number;
  wrong: number;
  notBeforeMs: number;
}

interface Place {
  readonly url: string;
  readonly allowPrivate: boolean;
}

export class Places {
  readonly #config: PlacesConfig;
  readonly #logger: Logger;
  readonly #tried = new Map<string, Tried>();

  constructor(config: PlacesConfig, logger: Logger) {
    this.#config = config;
    this.#logger = logger;
  }

  #of(sha256: Uint8Array, ownersUrls: readonly string[]): Place[] {
    const { contentServices, allowPrivate } = this.#config;
    return [
      ...contentServices.map((base) => ({ url: blobUnder(base, sha256), allowPrivate: true })),
      ...ownersUrls.slice(0, MAX_URLS).map((url) => ({ url: blobAt(url, sha256), allowPrivate })),
    ];
  }

  /**
   * A blob from the first place that has it; undefined where none has it, or none may be asked yet.
   * @param leftMs time to the deadline: no wait is longer than a twentieth of it.
   */
  async find(
    blob: Blob,
    ownersUrls: readonly string[],
    leftMs: number,
    signal: AbortSignal,
  ): Promise<Uint8Array | undefined> {
    const hash = toHex(blob.sha256);
    const { fetchTimeoutMs: timeoutMs, retryMs } = this.#config;
    for (const { url, allowPrivate } of this.#of(blob.sha256, ownersUrls)) {
      const name = `${hash} ${url}`;
      const tried = this.#tried.get(name) ?? { failures: 0, wrong: 0, notBeforeMs: 0 };
      if (signal.aborted) return undefined;
      if (tried.wrong >= MAX_WRONG || Date.now() < tried.notBeforeMs) continue;
      try {
        return await fetchBlob(url, blob.sha256, Number(blob.size), { timeoutMs, allowPrivate, signal });
      } catch (error) {
        if (!(error instanceof FetchError)) throw error;
        // Wrong bytes say nothing about the content: another place may have the right ones.
        if (error.code === "wrong") tried.wrong++;
        tried.failures++;
        const wait = Math.min(retryMs * 2 ** Math.min(tried.failures - 1, 20), leftMs / 20, MAX_RETRY_MS);
        tried.notBeforeMs = Date.now() + Math.max(wait, retryMs);
        this.#tried.set(name, tried);
        this.#logger.debug({ url, code: error.code, why: error.message }, "no blob from there");
      }
    }
    return undefined;
  }
}
