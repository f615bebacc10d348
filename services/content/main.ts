/**
 * The content service: blobs by the hash of what they hold.
 *
 * `GET /blobs/{sha256}` with ranges, cached for ever; `PUT /blobs/{sha256}` takes a blob only if a dataset on the
 * ledger names its hash, up to the size that it names. What the operator denies answers 451.
 *
 * @module
 */
import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import rateLimit from "@fastify/rate-limit";
import { Counter, Gauge } from "prom-client";
import { type Daemon, serviceLogger } from "../daemon.ts";
import { HttpError } from "../http-error.ts";
import { httpService } from "../http-service.ts";
import { remoteKey } from "../remote.ts";
import { type BlobRefusal, BlobRefused, BlobStore, type BlobStoreOptions } from "./blob-store.ts";
import { DenyList } from "./deny-list.ts";
import { hasTag, parseRange } from "./http-cache.ts";
import { type DatasetPages, NamedBlobs } from "./named-blobs.ts";
import { steadyBody } from "./steady-body.ts";
import { Uploads } from "./uploads.ts";

export interface ContentConfig {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly folder: string;
  /** File with one hash a line that this operator does not serve; absent for none. */
  readonly denyFile?: string;
  /** How to read datasets from the ledger. */
  readonly datasets: DatasetPages;
  /** Largest blob, in bytes. */
  readonly maxBlobBytes: number;
  /** Bytes that the folder may hold; absent for no bound. */
  readonly quotaBytes?: number;
  /** Of one remote address. Default 3,000: validators ask again and again for what is on its way. */
  readonly readsPerMinute?: number;
  /** Default 120. */
  readonly uploadsPerMinute?: number;
  /** An upload on which nothing comes for so long ends. Default 20,000. */
  readonly idleMs?: number;
  /** For tests of disks that fail. */
  readonly openFile?: NonNullable<BlobStoreOptions["openFile"]>;
}

/** The slowest transfer that is waited for, once this grace is over. */
const LEAST_BYTES_PER_MS = (64 * 1024) / 1000;
const GRACE_MS = 30_000;
const transferMs = (bytes: number): number => GRACE_MS + Math.ceil(bytes / LEAST_BYTES_PER_MS);

const MAX_UPLOADS = 32;
const MAX_UPLOADS_OF_ONE = 16;

function hashOf(params: unknown): string {
  const { hash } = params as { readonly hash: string };
  if (!/^[0-9a-f]{64}$/.test(hash)) {
    throw new HttpError(
      400,
      "bad_hash",
      "A blob is named by 64 lower-case hex digits",
      "Use the sha256 of its bytes",
    );
  }
  return hash;
}

const REFUSALS: Readonly<Record<BlobRefusal, () => HttpError>> = {
  size: () =>
    new HttpError(
      413,
      "too_large",
      "The body is longer than the ledger says",
      "Send the very bytes that were packed",
    ),
  hash: () =>
    new HttpError(
      422,
      "wrong_hash",
      "The body does not have the sha256 in the address",
      "Send the very bytes that were packed",
    ),
  quota: () =>
    new HttpError(507, "quota_reached", "This service takes no more content", "Use another content service"),
  full: () => new HttpError(507, "disk_full", "This service's disk is full", "Use another content service"),
};

/** Cuts a connection whose reader takes too long. */
function boundReading(response: ServerResponse, bytes: number): void {
  const timer = setTimeout(() => response.destroy(), transferMs(bytes));
  response.once("close", () => clearTimeout(timer));
}

export async function runContent(config: ContentConfig): Promise<Daemon> {
  const logger = serviceLogger("content");
  const store = await BlobStore.open(config.folder, config);
  const denyList = config.denyFile === undefined ? undefined : await DenyList.open(config.denyFile, logger);
  const named = new NamedBlobs(config.datasets);
  const uploads = new Uploads(MAX_UPLOADS, MAX_UPLOADS_OF_ONE);
  const ended = new AbortController();
  const service = httpService({
    logger,
    health: () => denyList?.fault,
    bodyLimit: config.maxBlobBytes,
    requestTimeoutMs: transferMs(config.maxBlobBytes) + 10_000,
    idleTimeoutMs: 60_000,
  });
  const { http, metrics } = service;
  const registers = [metrics];
  const served = new Counter({ name: "content_bytes_served_total", help: "Bytes of blobs sent", registers });
  const taken = new Counter({ name: "content_blobs_taken_total", help: "Blobs taken in", registers });
  new Gauge({
    name: "content_bytes_held",
    help: "Bytes of blobs on disk and of uploads under way",
    registers,
    collect() {
      this.set(store.usedBytes);
    },
  });
  new Gauge({
    name: "content_uploads",
    help: "Uploads under way",
    registers,
    collect() {
      this.set(uploads.count);
    },
  });

  const perMinute = (max: number) => ({ rateLimit: { max, timeWindow: 60_000 } });
  await http.register(rateLimit, {
    global: false,
    enableDraftSpec: true,
    keyGenerator: (request) => remoteKey(request.ip),
    errorResponseBuilder: (_request, { after }) =>
      new HttpError(429, "too_many_requests", "Too many requests from your address", `Try again in ${after}`),
  });

  // Bodies are streamed to disk, whatever type they say they are.
  http.removeAllContentTypeParsers();
  http.addContentTypeParser("*", (_request, payload, done) => done(null, payload));

  http.addHook("onRequest", async (_request, reply) => {
    void reply.header("x-content-type-options", "nosniff");
    void reply.header("content-security-policy", "default-src 'none'; sandbox");
  });

  const refuseDenied = async (hash: string): Promise<void> => {
    if ((await denyList?.has(hash)) !== true) return;
    throw new HttpError(
      451,
      "denied",
      "This operator does not serve this blob",
      "Ask another content service",
    );
  };

  http.route({
    // HEAD is not left to the framework, which would say that the blob has no bytes.
    method: ["GET", "HEAD"],
    url: "/blobs/:hash",
    config: perMinute(config.readsPerMinute ?? 3_000),
    handler: async (request, reply) => {
      const hash = hashOf(request.params);
      await refuseDenied(hash);
      const size = await store.size(hash);
      if (size === undefined) {
        throw new HttpError(404, "not_held", "No such blob here", "Its owner may not have uploaded it yet");
      }
      const etag = `"${hash}"`;
      const { headers } = request;
      void reply
        .header("cache-control", "public, max-age=31536000, immutable")
        .header("etag", etag)
        .header("accept-ranges", "bytes")
        .type("application/octet-stream");
      if (hasTag(headers["if-none-match"], etag)) return reply.code(304).send();
      const whole = headers["if-range"] !== undefined && headers["if-range"] !== etag;
      const range = whole ? undefined : parseRange(headers.range, size);
      if (range === null) {
        void reply.header("content-range", `bytes */${size}`).removeHeader("cache-control");
        throw new HttpError(416, "bad_range", `The blob has ${size} bytes`, "Ask for bytes within it");
      }
      const length = range === undefined ? size : range.end - range.start + 1;
      void reply.header("content-length", length);
      if (range !== undefined) {
        void reply.code(206).header("content-range", `bytes ${range.start}-${range.end}/${size}`);
      }
      if (request.method === "HEAD") return reply.send();
      served.inc(length);
      boundReading(reply.raw, length);
      return reply.send(store.read(hash, range));
    },
  });

  /** Most bytes of an upload. */
  async function allowedBytes(hash: string, announced: number | undefined): Promise<number> {
    let most: number | undefined;
    try {
      most = await named.maxSize(hash);
    } catch (error) {
      logger.warn({ why: String(error) }, "the ledger does not answer");
      throw new HttpError(503, "ledger_away", "The ledger does not answer", "Try again in a moment");
    }
    if (most === undefined) {
      throw new HttpError(
        403,
        "not_named",
        "No dataset on the ledger names this blob",
        "Publish the dataset first",
      );
    }
    const allowed = Math.min(most, config.maxBlobBytes);
    if (announced !== undefined && announced > allowed) {
      throw new HttpError(
        413,
        "too_large",
        `The body has ${announced} bytes, at most ${allowed} are taken`,
        "Send the very bytes that were packed",
      );
    }
    return announced ?? allowed;
  }

  http.put("/blobs/:hash", { config: perMinute(config.uploadsPerMinute ?? 120) }, async (request, reply) => {
    const hash = hashOf(request.params);
    await refuseDenied(hash);
    const held = await store.size(hash);
    if (held !== undefined) return reply.send({ sha256: hash, size: held });
    const length = request.headers["content-length"];
    const maxBytes = await allowedBytes(hash, length === undefined ? undefined : Number(length));
    const end = uploads.begin(remoteKey(request.ip));
    if (end === undefined) {
      throw new HttpError(429, "too_many_uploads", "Too many uploads are under way", "Try again in a moment");
    }
    const sent = (request.body as Readable | undefined) ?? Readable.from([]);
    const body = steadyBody(sent, config.idleMs ?? 20_000, transferMs(maxBytes));
    try {
      const size = await store.write(hash, maxBytes, body);
      taken.inc();
      logger.info({ hash, size }, "blob taken in");
      return reply.code(201).send({ sha256: hash, size });
    } catch (error) {
      if (error instanceof BlobRefused) {
        if (error.reason === "full") logger.error("the disk is full");
        throw REFUSALS[error.reason]();
      }
      throw error;
    } finally {
      body.destroy();
      end();
    }
  });

  const port = await service.listen(config.host, config.port);
  logger.info({ port, folder: config.folder, bytes: store.usedBytes }, "content service listens");
  const checked = store.setDamagedAside(ended.signal).then(
    (damaged) => {
      for (const hash of damaged) logger.error({ hash }, "the blob is damaged and was set aside");
    },
    (error) => logger.error({ err: error }, "the blobs could not be checked"),
  );
  return {
    port,
    async close() {
      ended.abort();
      await Promise.all([service.close(), checked]);
    },
  };
}
