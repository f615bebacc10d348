/**
 * Fetches a blob from a place that the chain, so anybody, may have named: http(s) only, no redirect, bounded bytes and
 * time, and no private address unless the operator says so.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { type LookupAddress, lookup } from "node:dns";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { BlockList, isIP } from "node:net";

export interface FetchLimits {
  readonly timeoutMs: number;
  /** Devnets fetch from this machine; everyone else must not be made to. */
  readonly allowPrivate: boolean;
}

/** Why a blob could not be had. `wrong` means that the place answered with other bytes. */
export class FetchError extends Error {
  readonly code: "bad_url" | "private_address" | "unreachable" | "status" | "wrong";
  constructor(code: FetchError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

const unroutable = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const) {
  unroutable.addSubnet(net, bits, "ipv4");
}
for (const [net, bits] of [
  ["::", 128],
  ["::1", 128],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  unroutable.addSubnet(net, bits, "ipv6");
}

/** True for addresses that lead into this machine or its network. IPv4 in IPv6 clothes counts as IPv4. */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  const plain = mapped?.[1] ?? address;
  return isIP(plain) === 4 ? unroutable.check(plain, "ipv4") : unroutable.check(plain, "ipv6");
}

/**
 * The bytes of a blob, whose size and hash are checked while they arrive.
 * @param size bytes that it must have; one more ends the transfer.
 * @throws FetchError
 */
export function fetchBlob(
  url: string,
  sha256: Uint8Array,
  size: number,
  limits: FetchLimits,
): Promise<Uint8Array> {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return Promise.reject(new FetchError("bad_url", "not a URL"));
  }
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") {
    return Promise.reject(new FetchError("bad_url", "only http and https"));
  }
  const host = parsed.hostname.replace(/^\[|\]$/g, "");
  if (!limits.allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) {
    return Promise.reject(new FetchError("private_address", host));
  }
  return new Promise((resolve, reject) => {
    const fail = (error: FetchError): void => {
      request.destroy();
      reject(error);
    };
    const request = (parsed.protocol === "http:" ? httpRequest : httpsRequest)(
      parsed,
      {
        headers: { accept: "application/octet-stream" },
        // The name is judged by what it resolves to at connection time, so that a second answer cannot differ.
        lookup: (name, options, callback) => {
          lookup(name, { ...options, all: true }, (error, found) => {
            const all = found as unknown as LookupAddress[];
            if (error) return callback(error, "", 4);
            if (!limits.allowPrivate && all.some((a) => isPrivateAddress(a.address))) {
              return callback(new FetchError("private_address", name) as NodeJS.ErrnoException, "", 4);
            }
            if ((options as { all?: boolean }).all) {
              return (callback as unknown as (e: null, a: LookupAddress[]) => void)(null, all);
            }
            callback(null, all[0]!.address, all[0]!.family);
          });
        },
      },
      (response) => {
        if (response.statusCode !== 200)
          return fail(new FetchError("status", `status ${response.statusCode}`));
        const digest = createHash("sha256");
        const chunks: Buffer[] = [];
        let length = 0;
        response.on("data", (chunk: Buffer) => {
          length += chunk.length;
          if (length > size) return fail(new FetchError("wrong", `more than ${size} bytes`));
          digest.update(chunk);
          chunks.push(chunk);
        });
        response.on("end", () => {
          if (length !== size) return reject(new FetchError("wrong", `${length} bytes, not ${size}`));
          if (!digest.digest().equals(sha256)) return reject(new FetchError("wrong", "another hash"));
          resolve(new Uint8Array(Buffer.concat(chunks)));
        });
        response.on("error", (error) => reject(new FetchError("unreachable", error.message)));
      },
    );
    const timer = setTimeout(
      () => fail(new FetchError("unreachable", `no end after ${limits.timeoutMs} ms`)),
      limits.timeoutMs,
    );
    request.on("close", () => clearTimeout(timer));
    request.on("error", (error) =>
      reject(error instanceof FetchError ? error : new FetchError("unreachable", error.message)),
    );
    request.end();
  });
}
