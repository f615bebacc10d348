/**
 * One WebSocket connection: requests run one after the other, reading pauses while too many wait, and a client that
 * reads too slowly or answers no ping is dropped.
 *
 * @module
 */
import type { RawData, WebSocket } from "ws";
import { parseQuery, QueryError } from "../index/query.ts";
import type { Environment } from "./environment.ts";
import { INVALID_REQUEST, RpcError, refused } from "./errors.ts";
import {
  answerRequest,
  errorText,
  type FaultListener,
  parseJson,
  type RpcRequest,
  readRequest,
  resultText,
  toRpcError,
} from "./json-rpc.ts";
import { SUBSCRIPTION_PARAMS } from "./methods.ts";
import { paramsFromJson } from "./params.ts";
import type { Subscriber, Subscriptions } from "./subscriptions.ts";

const POLICY_VIOLATION = 1008;
const GOING_AWAY = 1001;
/** How long a dropped client has to see why. */
const CLOSE_GRACE_MS = 1000;

function toBytes(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}

export class SocketSession implements Subscriber {
  readonly #socket: WebSocket;
  readonly #env: Environment;
  readonly #subscriptions: Subscriptions;
  readonly #onFault: FaultListener;
  readonly #waiting: Uint8Array[] = [];
  readonly #ping: NodeJS.Timeout;
  #alive = true;
  #busy = false;
  #closed = false;

  constructor(socket: WebSocket, env: Environment, subscriptions: Subscriptions, onFault: FaultListener) {
    this.#socket = socket;
    this.#env = env;
    this.#subscriptions = subscriptions;
    this.#onFault = onFault;
    socket.on("message", (data) => this.#receive(toBytes(data)));
    socket.on("pong", () => {
      this.#alive = true;
    });
    socket.on("close", () => this.#end());
    socket.on("error", () => socket.terminate());
    this.#ping = setInterval(() => this.#checkAlive(), env.limits.pingEveryMs);
    this.#ping.unref();
  }

  send(text: string): void {
    if (this.#mayWrite()) this.#socket.send(text);
  }

  sendShared(head: string, shared: Buffer, tail: string): void {
    if (!this.#mayWrite()) return;
    this.#socket.send(head, { fin: false });
    this.#socket.send(shared, { fin: false, binary: false });
    this.#socket.send(tail, { fin: true });
  }

  isSlow(): boolean {
    return !this.#closed && this.#socket.bufferedAmount > this.#env.limits.maxBufferedBytes / 2;
  }

  dropSlow(): void {
    this.close(POLICY_VIOLATION, "client is too slow");
  }

  /** What waits already counts, not the message that is to come: one block's event may be larger than the bound. */
  #mayWrite(): boolean {
    if (this.#closed || this.#socket.readyState !== this.#socket.OPEN) return false;
    if (this.#socket.bufferedAmount <= this.#env.limits.maxBufferedBytes) return true;
    this.dropSlow();
    return false;
  }

  close(code: number = GOING_AWAY, reason = "node stops"): void {
    if (this.#closed) return;
    this.#end();
    this.#socket.close(code, reason);
    setTimeout(() => this.#socket.terminate(), CLOSE_GRACE_MS).unref();
  }

  #end(): void {
    this.#closed = true;
    this.#waiting.length = 0;
    clearInterval(this.#ping);
    this.#subscriptions.drop(this);
  }

  #checkAlive(): void {
    if (!this.#alive) {
      this.#socket.terminate();
      return;
    }
    this.#alive = false;
    this.#socket.ping();
  }

  #receive(message: Uint8Array): void {
    if (this.#closed) return;
    this.#waiting.push(message);
    if (this.#waiting.length >= this.#env.limits.maxPendingRequests) this.#socket.pause();
    if (!this.#busy) void this.#work();
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (;;) {
      const message = this.#waiting.shift();
      if (message === undefined || this.#closed) break;
      const text = await this.#answer(message);
      if (text !== undefined) this.send(text);
      if (this.#waiting.length === 0 && this.#socket.isPaused) this.#socket.resume();
    }
    this.#busy = false;
  }

  async #answer(message: Uint8Array): Promise<string | undefined> {
    let request: RpcRequest | undefined;
    try {
      const parsed = parseJson(message);
      if (Array.isArray(parsed)) throw new RpcError(INVALID_REQUEST, "a WebSocket takes no batches");
      request = readRequest(parsed);
    } catch (error) {
      return errorText(null, toRpcError(error, "", this.#onFault));
    }
    if (request === undefined) return undefined;
    switch (request.method) {
      case "subscribe":
      case "unsubscribe":
      case "unsubscribe_all":
        return this.#subscription(request);
      default:
        return answerRequest(this.#env, request, this.#onFault);
    }
  }

  #subscription(request: RpcRequest): string {
    try {
      if (request.method === "unsubscribe_all") this.#subscriptions.unsubscribeAll(this);
      else {
        const [query] = paramsFromJson(SUBSCRIPTION_PARAMS, request.params);
        const text = typeof query === "string" ? query : "";
        const parsed = parseSubscription(text);
        if (request.method === "subscribe") {
          this.#subscriptions.subscribe(this, request.id, text, parsed);
        } else this.#subscriptions.unsubscribe(this, text);
      }
      return resultText(request.id, {});
    } catch (error) {
      return errorText(request.id, toRpcError(error, request.method, this.#onFault));
    }
  }
}

function parseSubscription(text: string): ReturnType<typeof parseQuery> {
  try {
    return parseQuery(text);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const tooLong = error.message.startsWith("maximum");
    throw refused(tooLong ? error.message : `failed to parse query: ${error.message}`);
  }
}
