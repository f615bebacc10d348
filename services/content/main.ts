/**
 * The content service: blobs by the hash of what they hold.
 *
 * `GET /blobs/{sha256}` with ranges, cached for ever; `PUT /blobs/{sha256}` takes a blob only if a dataset on the
 * ledger names its hash, up to the size that it names. What the operator denies answers 451.
 *
 * @module
 */
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import rateLimit from "@fastify/rate-limit";
import { Counter } from "prom-client";
import { type Daemon, HttpError, httpService, serviceLogger } from "../daemon.ts";
import { BlobMismatch, BlobStore } from "./blob-store.ts";
import { type DatasetPages, NamedBlobs } from "./named-blobs.ts";

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
}

const HASH = /^[0-9a-f]{64}$/;

function hashOf(params: unknown): string {
  const { hash } = params as { hash: string };
  if (!HASH.test(hash)) {
    throw new HttpError(
      400,
      "bad_hash",
      "A blob is named by 64 lower-case hex digits",
      "Use the sha256 of its bytes",
    );
  }
  return hash;
}

/** One range of bytes; undefined for none, null for one that cannot be served. Several ranges are taken as none. */
export function parseRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | null | undefined {
  if (header === undefined) return undefined;
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header);
  if (match === null) return undefined;
  const [, first, last] = match as unknown as [string, string, string];
  if (first === "" && last === "") return undefined;
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? null : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return start >= size || end < start ? null : { start, end };
}

async function deniedBlobs(file: string | undefined): Promise<ReadonlySet<string>> {
  if (file === undefined) return new Set();
  const lines = (await readFile(file, "utf8")).split("\n").map((line) => line.trim());
  return new Set(lines.filter((line) => HASH.test(line)));
}

export async function runContent(config: ContentConfig): Promise<Daemon> {
  const logger = serviceLogger("content");
  const store = await BlobStore.open(config.folder);
  const named = new NamedBlobs(config.datasets);
  const denied = await deniedBlobs(config.denyFile);
  const { http, metrics } = httpService(logger, () => undefined, config.maxBlobBytes);
  const served = new Counter({
    name: "content_bytes_served_total",
    help: "Bytes of blobs sent",
    registers: [metrics],
  });
  const taken = new Counter({
    name: "content_blobs_taken_total",
    help: "Blobs taken in",
    registers: [metrics],
  });
  await http.register(rateLimit, { max: 600, timeWindow: "1 minute", enableDraftSpec: true });

  // Bodies are streamed to disk, whatever type they say they are.
  http.removeAllContentTypeParsers();
  http.addContentTypeParser("*", { bodyLimit: config.maxBlobBytes }, (_request, payload, done) =>
    done(null, payload),
  );

  http.addHook("onRequest", async (_request, reply) => {
    void reply.header("x-content-type-options", "nosniff");
    void reply.header("content-security-policy", "default-src 'none'; sandbox");
  });

  const refuseDenied = (hash: string): void => {
    if (denied.has(hash)) {
      throw new HttpError(
        451,
        "denied",
        "This operator does not serve this blob",
        "Ask another content service",
      );
    }
  };

  http.route({
    method: ["GET", "HEAD"],
    url: "/blobs/:hash",
    handler: async (request, reply) => {
      const hash = hashOf(request.params);
      refuseDenied(hash);
      const size = await store.size(hash);
      if (size === undefined) {
        throw new HttpError(404, "not_held", "No such blob here", "Its owner may not have uploaded it yet");
      }
      void reply
        .header("cache-control", "public, max-age=31536000, immutable")
        .header("etag", `"${hash}"`)
        .header("accept-ranges", "bytes")
        .type("application/octet-stream");
      if (request.headers["if-none-match"] === `"${hash}"`) return reply.code(304).send();
      const range = parseRange(request.headers.range, size);
      if (range === null) {
        void reply.header("content-range", `bytes */${size}`);
        throw new HttpError(416, "bad_range", `The blob has ${size} bytes`, "Ask for bytes within it");
      }
      const length = range === undefined ? size : range.end - range.start + 1;
      void reply.header("content-length", length);
      if (range !== undefined) {
        void reply.code(206).header("content-range", `bytes ${range.start}-${range.end}/${size}`);
      }
      if (request.method === "HEAD") return reply.send();
      served.inc(length);
      return reply.send(store.read(hash, range));
    },
  });

  http.put("/blobs/:hash", async (request, reply) => {
    const hash = hashOf(request.params);
    refuseDenied(hash);
    let size: number | undefined;
    try {
      size = await named.sizeOf(hash);
    } catch (error) {
      logger.warn({ err: error }, "the ledger does not answer");
      throw new HttpError(503, "ledger_away", "The ledger does not answer", "Try again in a moment");
    }
    if (size === undefined) {
      throw new HttpError(
        403,
        "not_named",
        "No dataset on the ledger names this blob",
        "Publish the dataset first",
      );
    }
    if (size > config.maxBlobBytes) {
      throw new HttpError(
        413,
        "too_large",
        `Blobs are at most ${config.maxBlobBytes} bytes here`,
        "Use another service",
      );
    }
    if ((await store.size(hash)) !== undefined) {
      (request.body as Readable | undefined)?.resume?.();
      return reply.code(200).send({ sha256: hash, size, held: true });
    }
    const body = (request.body ?? Readable.from([])) as Readable;
    try {
      await store.write(hash, size, body);
    } catch (error) {
      if (!(error instanceof BlobMismatch)) throw error;
      throw new HttpError(
        422,
        error.reason === "size" ? "wrong_size" : "wrong_hash",
        `The body does not have the ${error.reason} that the ledger names`,
        "Send the very bytes that were packed",
      );
    }
    taken.inc();
    logger.info({ hash, size }, "blob taken in");
    return reply.code(201).send({ sha256: hash, size, held: true });
  });

  await http.listen({ host: config.host, port: config.port });
  const address = http.server.address();
  const port = typeof address === "object" && address !== null ? address.port : config.port;
  logger.info({ port, folder: config.folder }, "content service listens");
  return { port, close: () => http.close() };
}
