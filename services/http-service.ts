/**
 * The HTTP server that every service has: `/healthz`, `/metrics`, one error shape whatever goes wrong, bounds on how
 * long and how large a request may be, and an end that lets answers be finished.
 *
 * @module
 */
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import Fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import type { Logger } from "pino";
import { Counter, collectDefaultMetrics, Registry } from "prom-client";
import { errorOfStatus, HttpError } from "./http-error.ts";
import { remoteKey } from "./remote.ts";

export interface HttpOptions {
  readonly logger: Logger;
  /** What `/healthz` says: undefined is well, a sentence is what is wrong (503). */
  readonly health: () => string | undefined;
  /** Bytes of a body that is parsed; a route that streams its body counts by itself. */
  readonly bodyLimit: number;
  /** A request must be here whole within this time. */
  readonly requestTimeoutMs: number;
  /** A connection on which nothing moves is cut; longer than any answer takes. */
  readonly idleTimeoutMs: number;
  /** Default 10,000. */
  readonly headersTimeoutMs?: number;
  /** Default 1,000. */
  readonly maxConnections?: number;
  /** Of one remote, so that it cannot have them all. Default 100; the node's web port, on this host, has no such bound. */
  readonly maxConnectionsOfOne?: number;
}

export interface HttpService {
  readonly http: FastifyInstance;
  readonly metrics: Registry;
  /** @param port 0 takes any free one. @returns the port. */
  listen(host: string, port: number): Promise<number>;
  /** Takes no more requests, lets those under way end for a few seconds, then cuts them. */
  close(): Promise<void>;
}

/** How long an answered request may go on sending its body, which is thrown away: else its sender misses the answer. */
const LINGER_MS = 2_000;
const CLOSE_MS = 5_000;

/** Answers what the HTTP parser refuses, if no other answer has begun on that connection. */
function refuseUnparsed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const begun = (socket as { _httpMessage?: ServerResponse })._httpMessage?.headersSent ?? false;
  if (socket.writable && !begun) {
    const timeout = error.code === "ERR_HTTP_REQUEST_TIMEOUT";
    const status = timeout ? 408 : error.code === "HPE_HEADER_OVERFLOW" ? 431 : 400;
    const body = JSON.stringify(errorOfStatus(status).body());
    socket.write(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json; charset=utf-8\r\n` +
        `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    );
  }
  socket.destroySoon();
}

/** Swallows the rest of a request that was answered before it was whole, for a while. */
function linger(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  const { socket } = request;
  const timer = setTimeout(() => socket.destroy(), LINGER_MS);
  request.once("close", () => clearTimeout(timer));
  request.once("error", () => {});
  request.resume();
}

/** Methods by path, so that a known path with another method is 405 and not 404. */
class KnownPaths {
  readonly #paths = new Map<string, { readonly shape: RegExp; readonly methods: Set<string> }>();

  add(path: string, method: string | readonly string[]): void {
    const known = this.#paths.get(path) ?? {
      shape: new RegExp(`^${path.replace(/:[a-z]+/g, "[^/]+")}$`),
      methods: new Set<string>(),
    };
    for (const one of [method].flat() as string[]) known.methods.add(one);
    this.#paths.set(path, known);
  }

  /** Undefined where the path itself is unknown. */
  methods(url: string): string | undefined {
    const path = url.split("?", 1)[0]!;
    for (const { shape, methods } of this.#paths.values()) {
      if (shape.test(path)) return [...methods].sort().join(", ");
    }
    return undefined;
  }
}

/** Cuts connections of a remote that has too many. */
function boundRemotes(server: Server, max: number): void {
  const byRemote = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const remote = remoteKey(socket.remoteAddress ?? "");
    if (remote === "127.0.0.1" || socket.remoteAddress === "::1") return;
    const open = (byRemote.get(remote) ?? 0) + 1;
    if (open > max) {
      socket.destroy();
      return;
    }
    byRemote.set(remote, open);
    socket.once("close", () => {
      const left = byRemote.get(remote)! - 1;
      if (left === 0) byRemote.delete(remote);
      else byRemote.set(remote, left);
    });
  });
}

export function httpService(options: HttpOptions): HttpService {
  const { logger } = options;
  const http = Fastify({
    loggerInstance: logger.child({ part: "http" }, { level: "warn" }) as never,
    bodyLimit: options.bodyLimit,
    requestTimeout: options.requestTimeoutMs,
    connectionTimeout: options.idleTimeoutMs,
    keepAliveTimeout: 5_000,
    forceCloseConnections: "idle",
    // The node's web port runs beside us and names who asked; nobody farther away is believed.
    trustProxy: "loopback",
    http: {
      headersTimeout: Math.min(options.headersTimeoutMs ?? 10_000, options.requestTimeoutMs),
      connectionsCheckingInterval: 1_000,
    },
    clientErrorHandler: refuseUnparsed,
    frameworkErrors: (error, _request, reply) => {
      const known = errorOfStatus(error.statusCode);
      void (reply as FastifyReply).code(known.status).send(known.body());
    },
  }) as unknown as FastifyInstance;
  http.server.maxConnections = options.maxConnections ?? 1_000;
  boundRemotes(http.server, options.maxConnectionsOfOne ?? 100);

  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const requests = new Counter({
    name: "http_requests_total",
    help: "Requests answered, by route and status",
    labelNames: ["method", "route", "status"],
    registers: [metrics],
  });

  const known = new KnownPaths();
  http.addHook("onRoute", ({ path, method }) => known.add(path, method));
  // Before a body is read: nobody uploads to a path that is not there.
  http.addHook("onRequest", async (request, reply) => {
    if (!request.is404) return;
    const methods = known.methods(request.url);
    if (methods !== undefined) {
      void reply.header("allow", methods);
      throw new HttpError(405, "bad_method", `${request.method} is not for this path`, `Use ${methods}`);
    }
    throw new HttpError(404, "not_found", "There is nothing under this path", "Check the address");
  });
  http.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "other";
    requests.inc({ method: request.method, route, status: String(reply.statusCode) });
    linger(request.raw);
  });
  http.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const told = error instanceof HttpError ? error : errorOfStatus(error.statusCode);
    if (told.status === 500) logger.error({ err: error, url: request.url.slice(0, 200) }, "request failed");
    void reply.code(told.status).type("application/json; charset=utf-8").send(told.body());
  });

  http.get("/healthz", async (_request, reply) => {
    const fault = options.health();
    return reply
      .code(fault === undefined ? 200 : 503)
      .send(fault === undefined ? { ok: true } : { ok: false, fault });
  });
  http.get("/metrics", async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );

  return {
    http,
    metrics,
    async listen(host, port) {
      await http.listen({ host, port });
      const address = http.server.address();
      return typeof address === "object" && address !== null ? address.port : port;
    },
    async close() {
      // Connections that were busy when it began are kept alive otherwise.
      const idle = setInterval(() => http.server.closeIdleConnections(), 50);
      const cut = setTimeout(() => http.server.closeAllConnections(), CLOSE_MS);
      await http.close();
      clearInterval(idle);
      clearTimeout(cut);
    },
  };
}
