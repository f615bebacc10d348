/**
 * Requests handed on to a service on this machine, so that the page knows one origin. Bodies stream and are capped;
 * headers that belong to one connection end here; a service that is not there is a coded error, not a hang.
 *
 * @module
 */
import { Agent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { Transform } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sendError } from "./coded-error.ts";
import { COMMON_HEADERS, DATA_POLICY } from "./security-headers.ts";

export interface ProxyRoute {
  /** For messages: `faucet`. */
  readonly name: string;
  /** Base URL of the service now; undefined while there is none. */
  target(): string | undefined;
  readonly maxBodyBytes: number;
  /** Until the service's answer begins. */
  readonly timeoutMs: number;
}

/** RFC 9110, section 7.6.1, and what a proxy must not vouch for. */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
/** A service speaks for itself, not for the page's origin. */
const NOT_FROM_SERVICE: ReadonlySet<string> = new Set([
  "access-control-allow-credentials",
  "access-control-allow-origin",
  "clear-site-data",
  "content-security-policy",
  "set-cookie",
  "strict-transport-security",
]);

function endToEnd(
  headers: IncomingHttpHeaders,
  without: ReadonlySet<string>,
): Record<string, string | string[]> {
  const named = new Set(
    String(headers.connection ?? "")
      .split(",")
      .map((name) => name.trim().toLowerCase()),
  );
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || HOP_BY_HOP.has(name) || named.has(name) || without.has(name)) continue;
    kept[name] = value;
  }
  return kept;
}

/** Headers of a browser that a service is not told: cookies are none of its business, and it has its own host. */
const NOT_FROM_CLIENT: ReadonlySet<string> = new Set([
  "cookie",
  "forwarded",
  "host",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
]);

export function forwardedHeaders(request: IncomingMessage): Record<string, string | string[]> {
  return {
    ...endToEnd(request.headers, NOT_FROM_CLIENT),
    "x-forwarded-for": request.socket.remoteAddress ?? "",
  };
}

class BodyTooLarge extends Error {}

function capped(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit) done(new BodyTooLarge());
      else done(null, chunk);
    },
  });
}

export class ServiceProxy {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256, timeout: 60_000 });

  close(): void {
    this.#agent.destroy();
  }

  /** @param path with its query, as the service is to see it. */
  async forward(
    request: FastifyRequest,
    reply: FastifyReply,
    route: ProxyRoute,
    path: string,
  ): Promise<FastifyReply> {
    const target = route.target();
    if (target === undefined) {
      return sendError(reply, 502, "target_absent", `this node runs no ${route.name} service`);
    }
    if (Number(request.headers["content-length"] ?? 0) > route.maxBodyBytes) {
      return this.#tooLarge(reply, route);
    }
    let answer: IncomingMessage;
    try {
      answer = await this.#ask(request, reply, route, new URL(target), path);
    } catch (error) {
      if (error instanceof BodyTooLarge) return this.#tooLarge(reply, route);
      if (error instanceof TargetTimeout) {
        return sendError(reply, 504, "target_timeout", `the ${route.name} service did not answer in time`);
      }
      return sendError(reply, 502, "target_unreachable", `the ${route.name} service does not answer`);
    }
    const headers = endToEnd(answer.headers, NOT_FROM_SERVICE);
    return reply
      .code(answer.statusCode ?? 502)
      .headers({ ...headers, ...COMMON_HEADERS, "content-security-policy": DATA_POLICY })
      .send(answer);
  }

  #tooLarge(reply: FastifyReply, route: ProxyRoute): FastifyReply {
    const message = `a body for the ${route.name} service has at most ${route.maxBodyBytes} bytes`;
    return sendError(reply.header("connection", "close"), 413, "body_too_large", message);
  }

  #ask(
    request: FastifyRequest,
    reply: FastifyReply,
    route: ProxyRoute,
    target: URL,
    path: string,
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const base = target.pathname.replace(/\/$/, "");
      const outgoing = httpRequest(
        {
          agent: this.#agent,
          host: target.hostname,
          port: target.port === "" ? 80 : Number(target.port),
          method: request.method,
          path: base + path,
          // Counts from the last byte either way, so it also ends an answer that stalls half-way.
          timeout: route.timeoutMs,
          headers: { ...forwardedHeaders(request.raw), host: target.host },
        },
        resolve,
      );
      const fail = (error: Error): void => {
        reject(error);
        outgoing.destroy();
      };
      outgoing.on("error", fail);
      outgoing.on("timeout", () => outgoing.destroy(new TargetTimeout()));
      reply.raw.on("close", () => outgoing.destroy());
      const body = capped(route.maxBodyBytes);
      body.on("error", fail);
      request.raw.pipe(body).pipe(outgoing);
    });
  }
}

class TargetTimeout extends Error {}
