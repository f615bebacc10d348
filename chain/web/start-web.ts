/**
 * The web port: the explorer and, behind the same origin, the node's RPC and the services it needs. The page knows
 * relative URLs only.
 *
 * @module
 */
import type { AddressInfo } from "node:net";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { RestSources } from "../abci/ledger.ts";
import { Api } from "../api/api.ts";
import { sendError } from "./coded-error.ts";
import { DOCS_PATHS, docsFile } from "./docs/docs-files.ts";
import { type ChainFacts, chainFacts } from "./listing/chain-facts.ts";
import { keplrChainInfo } from "./listing/keplr.ts";
import { nodeUrls } from "./listing/node-urls.ts";
import { registryAssets, registryChain } from "./listing/registry.ts";
import { type ProxyRoute, ServiceProxy } from "./proxy.ts";
import { isGatewayPath, RestGateway, refuseUrl } from "./rest/rest.ts";
import { COMMON_HEADERS, PAGE_POLICY } from "./security-headers.ts";
import { type SiteFile, StaticSite } from "./static-site.ts";
import { UpgradeProxy } from "./upgrade-proxy.ts";
import { WAITING_PAGE, WAITING_STYLE } from "./waiting-page.ts";

/** Base URLs on this machine, for example `http://127.0.0.1:26657`. Read at each request: one may come later. */
export interface WebTargets {
  rpc: string;
  content?: string;
  faucet?: string;
  inference?: string;
}

/** The part of a pino logger that is used. */
export interface WebLogger {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface WebOptions {
  readonly host: string;
  /** 0 means any free one. */
  readonly port: number;
  /** Folder of the built page; it may be filled later. Absent: a waiting page. */
  readonly explorerDir?: string;
  /** What the page asks first: chain id, prefix, denoms, block time, services, the tour. */
  readonly chainJson: () => object;
  readonly targets: WebTargets;
  /** What the REST routes answer from. Absent: there are none. */
  readonly rest?: RestSources;
  readonly logger: WebLogger;
}

export interface WebServer {
  readonly port: number;
  close(): Promise<void>;
}

const MIB = 1024 * 1024;
const MAX_HEADER_BYTES = 16_384;
const MAX_WEB_SOCKETS = 200;

/** The services' own limits are narrower; these keep the proxy's memory and time bounded. */
function proxyRoutes(
  targets: WebTargets,
): Readonly<Record<"rpc" | "content" | "faucet" | "inference", ProxyRoute>> {
  return {
    rpc: { name: "rpc", target: () => targets.rpc, maxBodyBytes: MIB, timeoutMs: 30_000 },
    content: { name: "content", target: () => targets.content, maxBodyBytes: 65 * MIB, timeoutMs: 60_000 },
    faucet: { name: "faucet", target: () => targets.faucet, maxBodyBytes: 16_384, timeoutMs: 30_000 },
    inference: {
      name: "inference",
      target: () => targets.inference,
      maxBodyBytes: 4 * MIB,
      timeoutMs: 120_000,
    },
  };
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: SiteFile): FastifyReply {
  reply
    .type(file.type)
    .header("etag", file.etag)
    .header("vary", "accept-encoding")
    .header("cache-control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
  const known = String(request.headers["if-none-match"] ?? "").split(/\s*,\s*/);
  if (known.some((tag) => tag.replace(/^W\//, "") === file.etag)) return reply.code(304).send();
  const takesGzip = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  if (file.gzipped !== undefined && takesGzip) {
    return reply.header("content-encoding", "gzip").send(file.gzipped);
  }
  return reply.send(file.bytes);
}

function waiting(reply: FastifyReply): FastifyReply {
  return reply
    .code(503)
    .type("text/html; charset=utf-8")
    .header("retry-after", "1")
    .header("cache-control", "no-store")
    .send(WAITING_PAGE);
}

function addProxies(app: FastifyInstance, targets: WebTargets, proxy: ServiceProxy): void {
  const { rpc, ...services } = proxyRoutes(targets);
  app.post("/rpc", (request, reply) => proxy.forward(request, reply, rpc, "/"));
  for (const route of Object.values(services)) {
    const prefix = `/${route.name}`;
    app.route({
      method: ["GET", "HEAD", "POST", "PUT", "DELETE"],
      url: `${prefix}/*`,
      handler: (request, reply) =>
        proxy.forward(request, reply, route, request.raw.url!.slice(prefix.length)),
    });
  }
}

/** What the page, wallets and registries ask of the chain as a whole. */
function addListing(app: FastifyInstance, { chainJson, rest, targets }: WebOptions): void {
  const facts = async (request: FastifyRequest): Promise<ChainFacts | undefined> =>
    rest === undefined ? undefined : chainFacts(rest, nodeUrls(request, targets.rpc));
  app.get("/chain.json", async (request, reply) => {
    const known = await facts(request);
    const keplr = known === undefined ? {} : { keplr: keplrChainInfo(known) };
    return reply.header("cache-control", "no-store").send({ ...chainJson(), ...keplr });
  });
  const registry = { "chain.json": registryChain, "assetlist.json": registryAssets };
  for (const [name, make] of Object.entries(registry)) {
    app.get(`/chain-registry/${name}`, async (request, reply) => {
      const known = await facts(request);
      if (known === undefined) return sendError(reply, 503, "not_ready", "there is no chain yet; ask again");
      return reply
        .headers({ "cache-control": "no-store", "access-control-allow-origin": "*" })
        .send(make(known));
    });
  }
}

/** Resolves once the port is open. @throws Error of `listen` where it is taken. */
export async function startWeb(options: WebOptions): Promise<WebServer> {
  const { targets, logger } = options;
  const site = options.explorerDir === undefined ? undefined : new StaticSite(options.explorerDir);
  const app = fastify({
    logger: false,
    forceCloseConnections: true,
    requestTimeout: 120_000,
    keepAliveTimeout: 60_000,
    exposeHeadRoutes: false,
    http: { maxHeaderSize: MAX_HEADER_BYTES },
    frameworkErrors: (_error, request, reply) => {
      if (isGatewayPath(request.raw.url!)) void refuseUrl(reply);
      else void sendError(reply, 400, "bad_request", "the request is malformed");
    },
  });
  const proxy = new ServiceProxy();
  const upgrades = new UpgradeProxy({
    target: () => targets.rpc,
    maxSockets: MAX_WEB_SOCKETS,
    connectTimeoutMs: 5_000,
  });

  // Bodies are handed on as they come: nothing here reads one.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, done) => done(null, undefined));
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers({ ...COMMON_HEADERS, "content-security-policy": PAGE_POLICY });
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) logger.error({ err: error, path: request.url }, "web request failed");
    return sendError(
      reply,
      status,
      status >= 500 ? "internal" : "bad_request",
      status >= 500 ? "the node failed; its log says why" : "the request is malformed",
    );
  });
  const rest =
    options.rest === undefined
      ? undefined
      : new RestGateway(new Api(options.rest), (err, path) => logger.error({ err, path }, "REST failed"));
  addProxies(app, targets, proxy);
  app.get("/healthz", (_request, reply) => reply.header("cache-control", "no-store").send({ status: "ok" }));
  addListing(app, options);
  if (rest !== undefined) {
    for (const path of DOCS_PATHS) {
      app.get(path, async (request, reply) => {
        // For pages of other origins that show it, as its routes are.
        if (path === "/openapi.json") reply.header("access-control-allow-origin", "*");
        return sendFile(request, reply, await docsFile(path));
      });
    }
  }
  app.get("/waiting.css", (_request, reply) => reply.type("text/css; charset=utf-8").send(WAITING_STYLE));
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.raw.url!.split(/[?#]/)[0]!;
    if (rest !== undefined && isGatewayPath(path)) return rest.answer(request, reply);
    if (request.method !== "GET" && request.method !== "HEAD") {
      return sendError(reply, 405, "method_not_allowed", "there is nothing to write to here");
    }
    const file = await site?.at(path);
    if (file !== undefined) return sendFile(request, reply, file);
    if ((await site?.start()) === undefined) return waiting(reply);
    return sendError(reply, 404, "not_found", "there is no such file");
  });
  app.server.on("upgrade", (request, socket, head) => upgrades.handle(request, socket as never, head));
  await app.listen({ host: options.host, port: options.port });
  const { port } = app.server.address() as AddressInfo;
  logger.info({ address: `${options.host}:${port}` }, "web listens");
  return {
    port,
    close: async () => {
      upgrades.close();
      await app.close();
      proxy.close();
    },
  };
}
