/**
 * What every service has: a logger, an HTTP server with `/healthz` and `/metrics` and one error shape, and an end that
 * waits for what runs.
 *
 * @module
 */
import Fastify, { type FastifyInstance } from "fastify";
import pino, { type Logger } from "pino";
import { collectDefaultMetrics, Registry } from "prom-client";

/** A service that runs. */
export interface Daemon {
  /** Where it listens; undefined for one that serves nothing. */
  readonly port: number | undefined;
  close(): Promise<void>;
}

/** An answer that tells what is wrong and what to do: `{"error": {code, message, fix}}`. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fix: string;

  constructor(status: number, code: string, message: string, fix: string) {
    super(message);
    this.name = "HttpError";
    this.status = status;
    this.code = code;
    this.fix = fix;
  }
}

export interface HttpService {
  readonly http: FastifyInstance;
  readonly metrics: Registry;
}

/** Logs to stderr as JSON lines, so that stdout stays data. */
export function serviceLogger(name: string, level = process.env.ASSAY_LOG_LEVEL ?? "info"): Logger {
  return pino({ name, level, base: { service: name } }, pino.destination(2));
}

/**
 * An HTTP server with the common routes.
 * @param healthy what `/healthz` says: undefined is well, a sentence is what is wrong (503).
 * @param bodyLimit bytes of a request body.
 */
export function httpService(
  logger: Logger,
  healthy: () => string | undefined,
  bodyLimit: number,
): HttpService {
  const http = Fastify({
    loggerInstance: logger.child({ part: "http" }, { level: "warn" }) as never,
    bodyLimit,
    requestTimeout: 60_000,
    connectionTimeout: 65_000,
    keepAliveTimeout: 5_000,
    forceCloseConnections: true,
  }) as unknown as FastifyInstance;
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });

  http.get("/healthz", async (_request, reply) => {
    const fault = healthy();
    return reply
      .code(fault === undefined ? 200 : 503)
      .send(fault === undefined ? { ok: true } : { ok: false, fault });
  });
  http.get("/metrics", async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );
  http.setNotFoundHandler((request, reply) => {
    void reply.code(404).send({
      error: {
        code: "not_found",
        message: `No ${request.method} ${request.url.slice(0, 200)} here`,
        fix: "See /healthz",
      },
    });
  });
  http.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _request, reply) => {
    if (error instanceof HttpError) {
      void reply
        .code(error.status)
        .send({ error: { code: error.code, message: error.message, fix: error.fix } });
      return;
    }
    const status = error.statusCode ?? 500;
    // What we did not foresee is logged whole and told without its insides.
    if (status >= 500) logger.error({ err: error }, "request failed");
    const message = status >= 500 ? "The service failed; its log has the cause" : error.message;
    void reply.code(status).send({
      error: {
        code: error.code?.toLowerCase() ?? "failed",
        message,
        fix: status >= 500 ? "Try again" : "Correct the request",
      },
    });
  });
  return { http, metrics };
}

/** Sleeps, or wakes early when the signal ends it. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });
}
