/**
 * Fetches a blob from a place that the chain, so anybody, may have named: http(s) only, no redirect, bounded bytes and
 * time, and no private address unless the caller says so.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { type LookupAddress, lookup } from "node:dns";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPrivateAddress } from "./private-address.ts";

export interface FetchLimits {
  /** For a blob of no size; each 256 KiB gets a second more, so that a drip ends. */
  readonly timeoutMs: number;
  /** Gives up when nothing has come for so long. Default 10,000. */
  readonly idleMs?: number;
  /** The operator's own places may be on its own network; a stranger's must not be. */
  readonly allowPrivate: boolean;
  readonly signal?: AbortSignal;
}

/** The slowest that a place may send, once the first wait is over. */
const LEAST_BYTES_PER_MS = (256 * 1024) / 1000;

export type FetchErrorCode =
  /** Not an http(s) URL, or one with a name and password in it. */
  | "bad_url"
  | "private_address"
  /** No connection, one that broke, or none in time. */
  | "unreachable"
  /** Another status than 200; a redirect too. */
  | "status"
  /** Other bytes than asked for. */
  | "wrong";

/** Why a blob could not be had from a place. It says nothing about the blob. */
export class FetchError extends Error {
  readonly code: FetchErrorCode;

  constructor(code: FetchErrorCode, message: string) {
    super(message);
    this.name = "FetchError";
    this.code = code;
  }
}

function parseUrl(text: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new FetchError("bad_url", "not a URL");
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new FetchError("bad_url", "only http and https");
  }
  if (url.username !== "" || url.password !== "") throw new FetchError("bad_url", "a password in the URL");
  return url;
}

/** Resolves names for a connection, and judges what they resolve to then: a second answer cannot differ. */
const publicLookup: LookupFunction = (name, options, callback) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    const all = found as LookupAddress[];
    if (error !== null) return callback(error, "");
    if (all.some(({ address }) => isPrivateAddress(address))) {
      return callback(new FetchError("private_address", `${name} is private`), "");
    }
    if (options.all === true) callback(null, all);
    else callback(null, all[0]!.address, all[0]!.family);
  });
};

/**
 * The bytes of a blob, whose size and hash are checked while they arrive.
 * @param size bytes that it must have; one more ends the transfer.
 * @throws FetchError
 */
export async function fetchBlob(
  address: string,
  sha256: Uint8Array,
  size: number,
  limits: FetchLimits,
): Promise<Uint8Array> {
  const url = parseUrl(address);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!limits.allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) {
    throw new FetchError("private_address", `${host} is private`);
  }
  const late = new AbortController();
  const giveUp = (why: string): void => late.abort(new FetchError("unreachable", why));
  const deadlineMs = limits.timeoutMs + size / LEAST_BYTES_PER_MS;
  const idleMs = limits.idleMs ?? 10_000;
  const deadline = setTimeout(() => giveUp(`not whole after ${Math.ceil(deadlineMs)} ms`), deadlineMs);
  const idle = setTimeout(() => giveUp(`nothing came for ${idleMs} ms`), idleMs);
  const cancel = (): void => giveUp("cancelled");
  limits.signal?.addEventListener("abort", cancel, { once: true });
  if (limits.signal?.aborted === true) cancel();
  try {
    const response = await respond(url, limits.allowPrivate, late.signal);
    try {
      idle.refresh();
      return await receive(response, sha256, size, () => idle.refresh());
    } finally {
      response.destroy();
    }
  } catch (error) {
    if (late.signal.aborted) throw late.signal.reason;
    if (error instanceof FetchError) throw error;
    throw new FetchError("unreachable", error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(deadline);
    clearTimeout(idle);
    limits.signal?.removeEventListener("abort", cancel);
  }
}

/** The response with its headers, for status 200 alone. */
function respond(url: URL, allowPrivate: boolean, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === "http:" ? httpRequest : httpsRequest;
    const request = send(url, {
      signal,
      headers: { accept: "application/octet-stream", "user-agent": "assay" },
      // A connection of its own: one kept from a trusted place would be taken without asking where it leads.
      agent: false,
      ...(allowPrivate ? {} : { lookup: publicLookup }),
    });
    request.on("error", reject);
    request.on("response", (response) => {
      response.on("error", reject);
      if (response.statusCode === 200) return resolve(response);
      request.destroy();
      reject(new FetchError("status", `status ${response.statusCode}`));
    });
    request.end();
  });
}

async function receive(
  response: IncomingMessage,
  sha256: Uint8Array,
  size: number,
  onBytes: () => void,
): Promise<Uint8Array> {
  const wrong = (what: string): FetchError => new FetchError("wrong", what);
  const announced = response.headers["content-length"];
  if (announced !== undefined && announced !== String(size)) throw wrong(`${announced} bytes, not ${size}`);
  const digest = createHash("sha256");
  // Pages that nothing was written to take no memory, so an empty promise of 64 MiB costs nothing.
  const bytes = new Uint8Array(size);
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    if (length + chunk.length > size) throw wrong(`more than ${size} bytes`);
    bytes.set(chunk, length);
    digest.update(chunk);
    length += chunk.length;
    onBytes();
  }
  if (length !== size) throw wrong(`${length} bytes, not ${size}`);
  if (!digest.digest().equals(sha256)) throw wrong("another hash");
  return bytes;
}
