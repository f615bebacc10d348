/**
 * JSON-RPC over HTTP with `fetch`: the same code in Node and in a browser, with absolute and relative addresses.
 *
 * @module
 */
import { clientError } from "./errors.ts";

export interface Rpc {
  /** @throws AssayError: `unreachable`, `badAnswer`, or `refused` with the node's words. */
  call(method: string, params?: Readonly<Record<string, unknown>>): Promise<unknown>;
}

export interface HttpRpcOptions {
  /** Give up after this long. Default 15,000. */
  readonly timeoutMs?: number;
}

interface JsonRpcAnswer {
  readonly result?: unknown;
  readonly error?: { readonly code?: unknown; readonly message?: unknown; readonly data?: unknown } | null;
}

/** Words of the first cause: `fetch failed` alone tells nobody anything. */
export function rootCause(error: unknown): string {
  let at = error;
  while (at instanceof Error && at.cause !== undefined) at = at.cause;
  if (!(at instanceof Error)) return String(at);
  const code = (at as { code?: unknown }).code;
  return at.message === "" && typeof code === "string" ? code : at.message;
}

export class HttpRpc implements Rpc {
  readonly url: string;
  readonly #timeoutMs: number;
  #id = 0;

  constructor(url: string, options: HttpRpcOptions = {}) {
    this.url = url;
    this.#timeoutMs = options.timeoutMs ?? 15_000;
  }

  async call(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    const id = ++this.#id;
    let text: string;
    let status: number;
    try {
      const response = await fetch(this.url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ jsonrpc: "2.0", id, method, params }),
        signal: AbortSignal.timeout(this.#timeoutMs),
      });
      status = response.status;
      text = await response.text();
    } catch (error) {
      throw clientError("unreachable", `${this.url}: ${rootCause(error)}`, error);
    }
    let answer: JsonRpcAnswer | null = null;
    try {
      answer = JSON.parse(text) as JsonRpcAnswer | null;
    } catch {
      // Said below: whoever this is does not speak JSON-RPC.
    }
    const error = answer?.error;
    if (typeof error?.code === "number") {
      const { message = "", data } = error;
      throw clientError("refused", typeof data === "string" && data !== "" ? data : String(message));
    }
    if (answer?.result !== undefined) return answer.result;
    // A proxy that has lost its node answers for it, in its own words.
    const name = status === 502 || status === 503 || status === 504 ? "unreachable" : "badAnswer";
    const words = typeof error?.message === "string" ? `: ${error.message}` : "";
    throw clientError(name, `${this.url}: HTTP ${status}${words}`);
  }
}
