/**
 * Files by their sha256, from a content service: what comes is hashed before anybody sees it.
 *
 * @module
 */
import { equal, toHex } from "@assay/primitives/bytes";
import { sha256 } from "@assay/primitives/hash";
import type { Blob } from "@assay/proto/gen/assay/data/v1/types";
import { AssayError, clientError } from "./errors.ts";
import { rootCause } from "./rpc.ts";

/** Largest file that a dataset may have. */
const MAX_BYTES = 64 * 1024 * 1024;

export interface TransferOptions {
  /** Bytes so far, and of all. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** Give up when nothing has come for so long. Default 30,000. */
  readonly idleMs?: number;
}

/** sha256 by the platform where it is there (not on a plain http page), by JavaScript otherwise. */
async function digest(bytes: Uint8Array): Promise<Uint8Array> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
  if (subtle === undefined || bytes.length < 65_536) return sha256(bytes);
  return new Uint8Array(await subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
}

async function refusal(response: Response): Promise<AssayError> {
  let words = `HTTP ${response.status}`;
  try {
    const body: unknown = JSON.parse((await response.text()).slice(0, 4096));
    const message = (body as { error?: { message?: unknown } } | null)?.error?.message;
    if (typeof message === "string") words = `${words}: ${message}`;
  } catch {
    // The status says enough.
  }
  if (response.status === 404) return clientError("notFound", words);
  if (response.status === 451) return clientError("contentRefused", `${words}: this place does not serve it`);
  return clientError("contentRefused", words);
}

export class ContentClient {
  /** `GET` and `PUT` `/blobs/{sha256}` are under it: `http://127.0.0.1:26670`, or relative such as `/content`. */
  readonly url: string;

  constructor(url: string) {
    this.url = url.replace(/\/+$/, "");
  }

  #address(hash: Uint8Array): string {
    return `${this.url}/blobs/${toHex(hash)}`;
  }

  async #fetch(hash: Uint8Array, init: RequestInit): Promise<Response> {
    try {
      return await fetch(this.#address(hash), { ...init, redirect: "error" });
    } catch (error) {
      throw clientError("unreachable", `${this.url}: ${rootCause(error)}`, error);
    }
  }

  /** Whether the service has the file. */
  async has(blob: Blob): Promise<boolean> {
    const response = await this.#fetch(blob.sha256, { method: "HEAD" });
    if (response.ok) return true;
    if (response.status === 404) return false;
    throw await refusal(response);
  }

  /**
   * Fetches a file and holds it against the size and hash that the ledger names.
   * @throws AssayError: `notFound`, `contentRefused`, `contentTooLarge`, `contentMismatch`, `unreachable`.
   */
  async get(blob: Blob, options: TransferOptions = {}): Promise<Uint8Array> {
    const size = Number(blob.size);
    if (size > MAX_BYTES) throw clientError("contentTooLarge", `${size} bytes, at most ${MAX_BYTES}`);
    const stop = new AbortController();
    const { signal, idleMs = 30_000 } = options;
    const abort = (): void => stop.abort(signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    if (signal?.aborted === true) abort();
    let idle: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => {
      clearTimeout(idle);
      idle = setTimeout(() => stop.abort(new Error(`nothing came for ${idleMs} ms`)), idleMs);
    };
    try {
      wait();
      const response = await this.#fetch(blob.sha256, { signal: stop.signal });
      if (!response.ok) throw await refusal(response);
      const bytes = new Uint8Array(size);
      let done = 0;
      const reader = response.body!.getReader();
      for (;;) {
        const part = await reader.read();
        if (part.done) break;
        wait();
        if (done + part.value.length > size) {
          await reader.cancel();
          throw clientError("contentTooLarge", `more than the ${size} bytes that the ledger names`);
        }
        bytes.set(part.value, done);
        done += part.value.length;
        options.onProgress?.(done, size);
      }
      if (done !== size) throw clientError("contentMismatch", `${done} bytes, the ledger names ${size}`);
      if (!equal(await digest(bytes), blob.sha256)) {
        throw clientError("contentMismatch", `the bytes' sha256 is not ${toHex(blob.sha256)}`);
      }
      return bytes;
    } catch (error) {
      if (error instanceof AssayError) throw error;
      throw clientError("unreachable", `${this.url}: ${rootCause(error)}`, error);
    } finally {
      clearTimeout(idle);
      signal?.removeEventListener("abort", abort);
    }
  }

  /**
   * Uploads a file. A service takes what the ledger names, so it is published first.
   * @throws AssayError: `contentRefused` with its words, `unreachable`.
   */
  async put(bytes: Uint8Array, options: TransferOptions = {}): Promise<Uint8Array> {
    const hash = await digest(bytes);
    const response = await this.#fetch(hash, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream" },
      body: bytes as Uint8Array<ArrayBuffer>,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    if (!response.ok) throw await refusal(response);
    options.onProgress?.(bytes.length, bytes.length);
    return hash;
  }
}
