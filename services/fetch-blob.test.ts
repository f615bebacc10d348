/** Fetching from places that strangers name. */
import { createHash } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { FetchError, fetchBlob } from "./fetch-blob.ts";
import { isPrivateAddress } from "./private-address.ts";

const BYTES = Buffer.from("all the rows of a set");
const HASH = createHash("sha256").update(BYTES).digest();

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function serve(handler: RequestListener, host = "127.0.0.1"): Promise<number> {
  server = createServer(handler);
  await new Promise<void>((resolve) => server!.listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
}

const LIMITS = { timeoutMs: 1_000, idleMs: 500, allowPrivate: true };

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FetchError);
  return (error as FetchError).code;
}

describe("a place that serves", () => {
  test("the bytes", async () => {
    let headers: unknown;
    const port = await serve((request, response) => {
      headers = request.headers;
      response.end(BYTES);
    });
    const got = await fetchBlob(`http://127.0.0.1:${port}/a?b`, HASH, BYTES.length, LIMITS);
    expect(Buffer.from(got)).toEqual(BYTES);
    expect(headers).not.toHaveProperty("cookie");
    expect(headers).not.toHaveProperty("authorization");
  });

  test.each<[what: string, code: string, handler: RequestListener]>([
    ["another hash", "wrong", (_q, r) => r.end(Buffer.alloc(BYTES.length))],
    ["fewer bytes", "wrong", (_q, r) => r.end(BYTES.subarray(1))],
    ["more bytes, announced", "wrong", (_q, r) => r.end(Buffer.concat([BYTES, BYTES]))],
    [
      "fewer bytes than announced",
      "unreachable",
      (_q, r) => {
        r.writeHead(200, { "content-length": BYTES.length });
        r.write(BYTES.subarray(2));
        setTimeout(() => r.destroy(), 50);
      },
    ],
    [
      "bytes without end",
      "wrong",
      (_q, r) => {
        const more = (): void => {
          while (!r.destroyed && r.write(Buffer.alloc(65_536)));
          if (!r.destroyed) r.once("drain", more);
        };
        more();
      },
    ],
    ["a redirect to the right place", "status", (_q, r) => r.writeHead(302, { location: "/b" }).end()],
    ["404", "status", (_q, r) => r.writeHead(404).end("no")],
    ["204", "status", (_q, r) => r.writeHead(204).end()],
    ["no answer", "unreachable", () => {}],
    [
      "headers and then nothing",
      "unreachable",
      (_q, r) => {
        r.writeHead(200);
        r.flushHeaders();
      },
    ],
    ["no HTTP", "unreachable", (q) => q.socket.end("SSH-2.0-OpenSSH_9.2\r\n")],
    [
      "headers without end",
      "unreachable",
      (q) => {
        q.socket.write("HTTP/1.1 200 OK\r\n");
        for (let i = 0; i < 2_000; i++) q.socket.write(`x-${i}: ${"y".repeat(100)}\r\n`);
      },
    ],
    ["a cut connection", "unreachable", (q) => q.socket.destroy()],
  ])("%s is %s", async (_what, code, handler) => {
    const port = await serve(handler);
    expect(await codeOf(fetchBlob(`http://127.0.0.1:${port}/`, HASH, BYTES.length, LIMITS))).toBe(code);
  });

  test("a byte now and then comes to an end", async () => {
    const port = await serve((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write("x"), 50);
      response.on("close", () => clearInterval(timer));
    });
    const before = Date.now();
    const slow = fetchBlob(`http://127.0.0.1:${port}/`, HASH, 10_000, { ...LIMITS, timeoutMs: 800 });
    expect(await codeOf(slow)).toBe("unreachable");
    expect(Date.now() - before).toBeLessThan(1_500);
  });

  test("is left when the caller has enough", async () => {
    const port = await serve(() => {});
    const enough = new AbortController();
    const fetching = fetchBlob(`http://127.0.0.1:${port}/`, HASH, 9, { ...LIMITS, signal: enough.signal });
    setTimeout(() => enough.abort(), 50);
    expect(await codeOf(fetching)).toBe("unreachable");
    expect(
      await codeOf(fetchBlob(`http://127.0.0.1:${port}/`, HASH, 9, { ...LIMITS, signal: enough.signal })),
    ).toBe("unreachable");
  });

  test("a promise of 64 MiB takes no memory", async () => {
    const port = await serve((_request, response) => {
      response.writeHead(200, { "content-length": 64 * 1024 * 1024 });
      response.write("x");
    });
    const before = process.memoryUsage.rss();
    const all = Array.from({ length: 8 }, () =>
      codeOf(fetchBlob(`http://127.0.0.1:${port}/`, HASH, 64 * 1024 * 1024, LIMITS)),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 1024 * 1024);
    expect(await Promise.all(all)).toEqual(Array(8).fill("unreachable"));
  });
});

describe("private addresses", () => {
  const strict = { ...LIMITS, allowPrivate: false };

  test.each([
    "127.0.0.1",
    "10.1.2.3",
    "100.64.0.1",
    "169.254.169.254",
    "172.31.255.255",
    "192.168.1.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:a9fe:a9fe",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001::1",
    "fe80::1",
    "fe80::1%lo",
    "fec0::1",
    "fd00::1",
    "ff02::1",
    "not an address",
    "",
  ])("%s is one", (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  test.each(["1.1.1.1", "8.8.8.8", "172.32.0.1", "2606:4700:4700::1111", "::ffff:1.1.1.1", "::ffff:101:101"])(
    "%s is none",
    (address) => {
      expect(isPrivateAddress(address)).toBe(false);
    },
  );

  test("are refused however they are spelled, before any connection", async () => {
    let asked = 0;
    const port = await serve((_request, response) => {
      asked++;
      response.end(BYTES);
    });
    for (const host of [
      "127.0.0.1",
      "127.1",
      "2130706433",
      "0x7f.0.0.1",
      "0177.0.0.1",
      "localhost",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "[::ffff:7f00:1]",
    ]) {
      const fetching = fetchBlob(`http://${host}:${port}/`, HASH, BYTES.length, strict);
      expect([host, await codeOf(fetching)]).toEqual([host, "private_address"]);
    }
    expect(asked).toBe(0);
  });

  test("a connection that a trusted place has open is not borrowed", async () => {
    const port = await serve((_request, response) => response.end(BYTES));
    const url = `http://localhost:${port}/`;
    await fetchBlob(url, HASH, BYTES.length, LIMITS);
    expect(await codeOf(fetchBlob(url, HASH, BYTES.length, strict))).toBe("private_address");
  });

  test.each(["file:///etc/passwd", "ftp://a/b", "javascript:1", "data:,x", "http://u:p@127.0.0.1/", "x", ""])(
    "%j is no place at all",
    async (url) => {
      expect(await codeOf(fetchBlob(url, HASH, 1, LIMITS))).toBe("bad_url");
    },
  );
});
