/**
 * The RPC server of CometBFT's shape: POST, URI GET and WebSocket on one port.
 *
 * On POST an error is an answer like any other (HTTP 200). On a URI what the client did wrong is a 4xx with the same
 * body, and only what the node did wrong is a 500.
 *
 * @module
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { WebSocketServer } from "ws";
import type { Application } from "../abci/application.ts";
import type { BlockStore, CommitFeed, Mempool, NodeIdentity, StoredBlock } from "../abci/ledger.ts";
import type { TxIndex } from "../index/tx-index.ts";
import type { Environment } from "./environment.ts";
import { INTERNAL_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, RpcError, SERVER_ERROR } from "./errors.ts";
import { answerBody, errorText, type FaultListener, resultText, toRpcError } from "./json-rpc.ts";
import { DEFAULT_LIMITS, type RpcLimits } from "./limits.ts";
import { METHODS } from "./methods.ts";
import { paramsFromUri } from "./params.ts";
import { Subscriptions } from "./subscriptions.ts";
import { SocketSession } from "./web-socket.ts";

/** The part of a pino logger that is used. */
export interface RpcLogger {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface RpcOptions {
  readonly host: string;
  /** 0 means any free one. */
  readonly port: number;
  readonly app: Application;
  readonly blocks: BlockStore;
  readonly mempool: Mempool;
  readonly feed: CommitFeed;
  readonly index: TxIndex;
  readonly identity: NodeIdentity;
  /** The document, as it stands in its file. */
  readonly genesisText: string;
  readonly logger: RpcLogger;
  readonly limits?: Partial<RpcLimits>;
  /** Origins that a browser may call from; `*` is all, none are none. */
  readonly cors?: readonly string[];
}

export interface RpcServer {
  readonly port: number;
  close(): Promise<void>;
}

/** What a client without an id is answered with on a URI. */
const URI_ID = -1;

/** Not by `URL`: it takes `//a/b` for a host, and throws for others. */
function splitUrl({ url = "/" }: IncomingMessage): { path: string; query: URLSearchParams } {
  const mark = url.indexOf("?");
  return mark < 0
    ? { path: url, query: new URLSearchParams() }
    : { path: url.slice(0, mark), query: new URLSearchParams(url.slice(mark + 1)) };
}

/** Until an answer has left this process, or its reader has. */
function finished(response: ServerResponse): Promise<void> {
  if (response.writableFinished || response.destroyed) return Promise.resolve();
  return new Promise((resolve) => response.once("close", resolve));
}

class BodyTooLarge extends Error {}

function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        reject(new BodyTooLarge());
        request.pause();
      } else chunks.push(chunk);
    });
    request.on("end", () => resolve(Buffer.concat(chunks)));
    request.on("error", reject);
    request.on("close", () => reject(new Error("the client went away")));
  });
}

class RpcHandler {
  readonly #env: Environment;
  readonly #onFault: FaultListener;
  readonly #cors: readonly string[];
  readonly #turns = new WeakMap<Socket, Promise<void>>();
  #unreadBytes = 0;

  constructor(env: Environment, cors: readonly string[], onFault: FaultListener) {
    this.#env = env;
    this.#cors = cors;
    this.#onFault = onFault;
  }

  /** Requests of one connection run one after the other: pipelined, they would all be answered into memory. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { socket } = request;
    const before = this.#turns.get(socket) ?? Promise.resolve();
    const turn = before.then(() => this.#answer(request, response));
    const told = turn.then(
      () => finished(response),
      () => {},
    );
    this.#turns.set(socket, told);
    return turn;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (response.destroyed) return;
    this.#allowOrigin(request, response);
    switch (request.method) {
      case "POST":
        return this.#post(request, response);
      case "GET":
      case "HEAD":
        return this.#get(request, response);
      case "OPTIONS":
        response.writeHead(204, {
          "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
          "access-control-allow-headers": "content-type, accept, x-requested-with, origin",
          "access-control-max-age": "600",
          "content-length": "0",
        });
        response.end();
        return;
      default:
        this.#send(response, 405, errorText(null, new RpcError(INVALID_REQUEST, "use GET or POST")), {
          allow: "GET, HEAD, POST, OPTIONS",
          connection: "close",
        });
    }
  }

  #allowOrigin(request: IncomingMessage, response: ServerResponse): void {
    const { origin } = request.headers;
    if (this.#cors.includes("*")) response.setHeader("access-control-allow-origin", "*");
    else if (origin !== undefined && this.#cors.includes(origin)) {
      response.setHeader("access-control-allow-origin", origin);
      response.setHeader("vary", "origin");
    }
  }

  #send(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
    if (response.destroyed || response.headersSent) return;
    const length = Buffer.byteLength(text);
    if (this.#unreadBytes + length > this.#env.limits.maxUnreadBytes) {
      const busy = errorText(null, new RpcError(SERVER_ERROR, "too many answers wait to be read; try again"));
      response.writeHead(429, { "content-type": "application/json", connection: "close" }).end(busy);
      return;
    }
    this.#unreadBytes += length;
    response.on("close", () => {
      this.#unreadBytes -= length;
    });
    response.writeHead(status, {
      "content-type": "application/json",
      "content-length": String(length),
      "x-content-type-options": "nosniff",
      ...headers,
    });
    // As text: head and body leave in one piece.
    response.end(text);
  }

  async #post(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refuse = (status: number, detail: string): void =>
      this.#send(response, status, errorText(null, new RpcError(INVALID_REQUEST, detail)), {
        connection: "close",
      });
    const { path } = splitUrl(request);
    if (path !== "/" && path !== "/v1") return refuse(404, "path is invalid");
    const encoding = request.headers["content-encoding"];
    if (encoding !== undefined && encoding !== "identity") {
      return refuse(415, "a compressed body is not taken");
    }
    let body: Uint8Array;
    try {
      body = await readBody(request, this.#env.limits.maxBodyBytes);
    } catch (error) {
      if (error instanceof BodyTooLarge) {
        refuse(413, "error reading request body: http: request body too large");
        response.on("finish", () => request.destroy());
      }
      return;
    }
    if (body.length === 0) {
      this.#send(response, 200, errorText(null, new RpcError(INVALID_REQUEST, "the body is empty")));
      return;
    }
    this.#send(response, 200, (await answerBody(this.#env, body, this.#onFault)) ?? "");
  }

  async #get(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { path, query } = splitUrl(request);
    const name = path.replace(/^\/v1(?=\/|$)/, "").replace(/^\/|\/$/g, "");
    if (name === "") {
      this.#send(response, 200, JSON.stringify({ methods: [...METHODS.keys()] }));
      return;
    }
    const method = METHODS.get(name);
    if (method === undefined) {
      this.#send(response, 404, errorText(URI_ID, new RpcError(METHOD_NOT_FOUND, "")));
      return;
    }
    try {
      const args = paramsFromUri(method.params, query);
      this.#send(response, 200, resultText(URI_ID, await method.run(this.#env, args)));
    } catch (error) {
      const known = error instanceof RpcError;
      this.#send(response, known ? 400 : 500, errorText(URI_ID, toRpcError(error, name, this.#onFault)));
    }
  }
}

/** Resolves once the port is open. @throws Error of `listen` where it is taken. */
export async function startRpc(options: RpcOptions): Promise<RpcServer> {
  const { logger } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const onFault: FaultListener = (error, method) => logger.error({ err: error, method }, "rpc method failed");
  let address = "";
  let earliest: { height: number; block: Promise<StoredBlock | undefined> } | undefined;
  const env: Environment = {
    app: options.app,
    blocks: options.blocks,
    mempool: options.mempool,
    feed: options.feed,
    index: options.index,
    identity: options.identity,
    genesisText: options.genesisText,
    limits,
    earliestBlock: () => {
      const height = options.blocks.base();
      if (earliest?.height !== height) earliest = { height, block: options.blocks.block(height) };
      return earliest.block;
    },
    listenAddress: () => address,
  };
  const handler = new RpcHandler(env, options.cors ?? [], onFault);
  const server = createServer(
    {
      maxHeaderSize: limits.maxHeaderBytes,
      requestTimeout: limits.requestTimeoutMs,
      headersTimeout: limits.requestTimeoutMs,
      keepAliveTimeout: 60_000,
      connectionsCheckingInterval: 5_000,
    },
    (request, response) => {
      handler.handle(request, response).catch((error: unknown) => {
        onFault(error, "");
        if (response.headersSent) response.destroy();
        else {
          const text = errorText(null, new RpcError(INTERNAL_ERROR, "the node failed; its log says why"));
          response.writeHead(500, { "content-type": "application/json" }).end(text);
        }
      });
    },
  );
  server.timeout = limits.idleTimeoutMs;
  server.maxConnections = limits.maxConnections;
  const subscriptions = new Subscriptions(options.blocks, options.feed, limits, (error) =>
    onFault(error, "subscribe"),
  );
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.maxBodyBytes,
    perMessageDeflate: false,
    clientTracking: false,
  });
  const sessions = new Set<SocketSession>();
  server.on("upgrade", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    const path = splitUrl(request).path.replace(/^\/v1(?=\/)/, "");
    if (path !== "/websocket" || sessions.size >= limits.maxWebSockets) {
      const status = path === "/websocket" ? "429 Too Many Requests" : "404 Not Found";
      socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const session = new SocketSession(webSocket, env, subscriptions, onFault);
      sessions.add(session);
      webSocket.on("close", () => sessions.delete(session));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  address = `${options.host}:${port}`;
  logger.info({ address }, "rpc listens");
  return {
    port,
    close: async () => {
      subscriptions.close();
      for (const session of sessions) session.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
