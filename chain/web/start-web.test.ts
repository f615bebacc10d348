import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { startWeb, type WebServer, type WebTargets } from "./start-web.ts";

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

const servers: Server[] = [];
const webs: WebServer[] = [];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-web-"));
  writeFileSync(join(folder, "outside.txt"), "outside");
});

afterEach(async () => {
  for (const web of webs.splice(0)) await web.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A service on this machine. */
async function service(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(handle);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function web(targets: Partial<WebTargets> = {}, explorerDir?: string): Promise<WebServer> {
  const server = await startWeb({
    host: "127.0.0.1",
    port: 0,
    chainJson: () => ({ chain_id: "test-1" }),
    targets: { rpc: "http://127.0.0.1:1", ...targets },
    logger: { info: () => {}, error: () => {} },
    ...(explorerDir === undefined ? {} : { explorerDir }),
  });
  webs.push(server);
  return server;
}

/** Unlike fetch, sends the path as it is written. */
function ask(
  { port }: WebServer,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = "GET", headers = {}, body } = options;
    const outgoing = request({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({
          status: answer.statusCode!,
          headers: answer.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

function bundle(name: string): string {
  const dir = join(folder, name);
  mkdirSync(join(dir, "assets"), { recursive: true });
  writeFileSync(join(dir, "index.html"), "<!doctype html><title>explorer</title>");
  writeFileSync(join(dir, "assets", "main-Bx81kQ2z.js"), `export const text = "${"x".repeat(2000)}";`);
  writeFileSync(join(dir, "assets", "plain.css"), "body{}");
  return dir;
}

describe("the page", () => {
  it("is a waiting one until it is built, and then itself", async () => {
    const dir = join(folder, "late");
    const server = await web({}, dir);
    const before = await ask(server, "/");
    expect(before.status).toBe(503);
    expect(before.headers["retry-after"]).toBe("1");
    expect(before.body).toContain("being built");
    expect(before.body).not.toMatch(/<script|style=/);
    expect((await ask(server, "/waiting.css")).headers["content-type"]).toMatch(/text\/css/);
    bundle("late");
    expect((await ask(server, "/")).body).toContain("explorer");
    expect((await ask(await web(), "/")).status).toBe(503);
  });

  it("has a policy without foreign origins or inline code", async () => {
    const { headers } = await ask(await web({}, bundle("policy")), "/");
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
    );
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
  });

  it("answers the application's own paths with the start page, and no file's", async () => {
    const server = await web({}, bundle("paths"));
    for (const path of ["/", "/tx/ABCD", "/datasets/uci-amazon", "/blocks?page=2"]) {
      const { status, body } = await ask(server, path);
      expect([path, status, body.includes("explorer")]).toEqual([path, 200, true]);
    }
    for (const path of ["/assets/gone-12345678.js", "/favicon.ico", "/assets/nothing"]) {
      expect((await ask(server, path)).status).toBe(404);
    }
  });

  it("is cached by content: for ever where the name has a hash", async () => {
    const server = await web({}, bundle("cache"));
    const asset = await ask(server, "/assets/main-Bx81kQ2z.js");
    expect(asset.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(asset.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect((await ask(server, "/assets/plain.css")).headers["cache-control"]).toBe("no-cache");
    const start = await ask(server, "/");
    expect(start.headers["cache-control"]).toBe("no-cache");
    const again = await ask(server, "/", { headers: { "if-none-match": String(start.headers.etag) } });
    expect([again.status, again.body]).toEqual([304, ""]);
    const packed = await ask(server, "/assets/main-Bx81kQ2z.js", { headers: { "accept-encoding": "gzip" } });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(Number(packed.headers["content-length"])).toBeLessThan(200);
    const head = await ask(server, "/", { method: "HEAD" });
    expect([head.status, head.body]).toEqual([200, ""]);
  });

  it("never leaves its folder", async () => {
    const dir = bundle("inside");
    symlinkSync(join(folder, "outside.txt"), join(dir, "link.txt"));
    writeFileSync(join(dir, ".env"), "secret");
    const server = await web({}, dir);
    for (const path of [
      "/../outside.txt",
      "/%2e%2e/outside.txt",
      "/..%2foutside.txt",
      "/assets/../../outside.txt",
      "/..\\outside.txt",
      "/link.txt",
      "/.env",
      "/%00",
      "/%zz",
    ]) {
      const { body, status } = await ask(server, path);
      expect([path, /outside$|secret/.test(body), status < 500]).toEqual([path, false, true]);
    }
  });

  it("tells the page about the chain, and a watchman that it lives", async () => {
    const server = await web();
    expect(JSON.parse((await ask(server, "/chain.json")).body)).toEqual({ chain_id: "test-1" });
    expect(JSON.parse((await ask(server, "/healthz")).body)).toEqual({ status: "ok" });
    const written = await ask(server, "/anything", { method: "POST", body: "x" });
    expect(written.status).toBe(405);
    expect(JSON.parse(written.body)).toMatchObject({ error: { code: "method_not_allowed" } });
  });
});

describe("proxies", () => {
  it("hand on method, path, query and body, and no header of one connection", async () => {
    const seen: {
      url?: string | undefined;
      method?: string | undefined;
      headers: IncomingMessage["headers"];
      body: string;
    }[] = [];
    const target = await service((incoming, response) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () => {
        const { url, method, headers } = incoming;
        seen.push({ url, method, headers, body: Buffer.concat(chunks).toString() });
        response.writeHead(201, {
          "content-type": "text/html",
          "set-cookie": "a=b",
          "access-control-allow-origin": "*",
          "content-security-policy": "default-src *",
          "x-request-id": "7",
          connection: "close, x-secret",
          "x-secret": "1",
        });
        response.end("<script>alert(1)</script>");
      });
    });
    const server = await web({ rpc: target, content: target });
    const answer = await ask(server, "/content/blobs/ab%2Fcd?x=1&y=%20", {
      method: "PUT",
      headers: {
        cookie: "session",
        connection: "x-drop",
        "x-drop": "1",
        "x-forwarded-for": "6.6.6.6",
        te: "x",
      },
      body: "bytes",
    });
    expect(seen[0]).toMatchObject({ url: "/blobs/ab%2Fcd?x=1&y=%20", method: "PUT", body: "bytes" });
    const { headers } = seen[0]!;
    expect(headers).toMatchObject({ "x-forwarded-for": "127.0.0.1", host: new URL(target).host });
    for (const name of ["cookie", "x-drop", "te"]) expect(headers[name]).toBeUndefined();
    expect(answer).toMatchObject({ status: 201, body: "<script>alert(1)</script>" });
    expect(answer.headers).toMatchObject({
      "x-request-id": "7",
      "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
    });
    for (const name of ["set-cookie", "access-control-allow-origin", "x-secret"]) {
      expect(answer.headers[name]).toBeUndefined();
    }
    await ask(server, "/rpc", { method: "POST", body: "{}" });
    expect(seen[1]).toMatchObject({ url: "/", method: "POST", body: "{}" });
  });

  it("stream what is large, and answer HEAD", async () => {
    const blob = Buffer.alloc(8_000_000, "0123456789abcdef");
    const target = await service((incoming, response) => {
      response.writeHead(200, { "content-length": blob.length, "accept-ranges": "bytes" });
      response.end(incoming.method === "HEAD" ? undefined : blob);
    });
    const server = await web({ content: target });
    const whole = await ask(server, "/content/blob");
    expect(whole.body.length).toBe(blob.length);
    expect(whole.body.endsWith("cdef")).toBe(true);
    const head = await ask(server, "/content/blob", { method: "HEAD" });
    expect([head.status, head.headers["content-length"], head.body]).toEqual([200, "8000000", ""]);
  });

  it("say which service is absent or down", async () => {
    const gone = await service(() => {});
    const stopped = servers.pop()!;
    await new Promise((resolve) => stopped.close(resolve));
    const server = await web({ faucet: gone });
    const down = await ask(server, "/faucet/credit", { method: "POST", body: "{}" });
    expect([down.status, JSON.parse(down.body)]).toEqual([
      502,
      { error: { code: "target_unreachable", message: "the faucet service does not answer" } },
    ]);
    const absent = await ask(server, "/inference/v1/models");
    expect([absent.status, JSON.parse(absent.body)]).toEqual([
      502,
      { error: { code: "target_absent", message: "this node runs no inference service" } },
    ]);
  });

  it("use a service that is named later", async () => {
    const targets: WebTargets = { rpc: "http://127.0.0.1:1" };
    const server = await startWeb({
      host: "127.0.0.1",
      port: 0,
      chainJson: () => ({}),
      targets,
      logger: { info: () => {}, error: () => {} },
    });
    webs.push(server);
    expect((await ask(server, "/faucet/status")).status).toBe(502);
    targets.faucet = await service((_, response) => response.end("here"));
    expect((await ask(server, "/faucet/status")).body).toBe("here");
  });

  it("cap bodies, announced or not", async () => {
    let received = 0;
    const target = await service((incoming, response) => {
      incoming.on("data", (chunk: Buffer) => {
        received += chunk.length;
      });
      incoming.on("end", () => response.end("ok"));
    });
    const server = await web({ faucet: target });
    const big = Buffer.alloc(40_000, 120);
    const announced = await ask(server, "/faucet/credit", { method: "POST", body: big }).catch(
      () => undefined,
    );
    expect(announced?.status ?? 413).toBe(413);
    const chunked = await ask(server, "/faucet/credit", {
      method: "POST",
      headers: { "transfer-encoding": "chunked" },
      body: big,
    }).catch(() => undefined);
    expect(chunked?.status ?? 413).toBe(413);
    expect(received).toBeLessThanOrEqual(16_384);
    expect((await ask(server, "/faucet/credit", { method: "POST", body: "{}" })).body).toBe("ok");
  });

  it("end an answer that breaks off, and go on", async () => {
    let breaks = true;
    const target = await service((_, response) => {
      if (!breaks) return void response.end("whole");
      response.writeHead(200, { "content-length": "100" });
      response.write("part");
      setTimeout(() => response.destroy(), 20);
    });
    const server = await web({ content: target });
    await expect(ask(server, "/content/x")).rejects.toThrow();
    breaks = false;
    expect((await ask(server, "/content/x")).body).toBe("whole");
  });
});

describe("WebSockets", () => {
  async function echo(): Promise<string> {
    const target = await service(() => {});
    const sockets = new WebSocketServer({ server: servers.at(-1)! });
    sockets.on("connection", (socket) => socket.on("message", (data) => socket.send(`echo ${String(data)}`)));
    return target;
  }

  const outcome = (socket: WebSocket): Promise<string> =>
    new Promise((resolve) => {
      socket.on("open", () => socket.send("hello"));
      socket.on("message", (data) => {
        resolve(String(data));
        socket.close();
      });
      socket.on("unexpected-response", (_request, response) => resolve(String(response.statusCode)));
      socket.on("error", () => {});
    });

  it("go through to the RPC server", async () => {
    const { port } = await web({ rpc: await echo() });
    expect(await outcome(new WebSocket(`ws://127.0.0.1:${port}/websocket`))).toBe("echo hello");
    const own = new WebSocket(`ws://127.0.0.1:${port}/websocket`, { origin: `http://127.0.0.1:${port}` });
    expect(await outcome(own)).toBe("echo hello");
  });

  it("are refused to another origin, elsewhere, and without a server", async () => {
    const { port } = await web({ rpc: await echo() });
    const foreign = new WebSocket(`ws://127.0.0.1:${port}/websocket`, { origin: "http://evil.example" });
    expect(await outcome(foreign)).toBe("403");
    expect(await outcome(new WebSocket(`ws://127.0.0.1:${port}/other`))).toBe("404");
    const without = await web();
    expect(await outcome(new WebSocket(`ws://127.0.0.1:${without.port}/websocket`))).toBe("502");
  });
});
