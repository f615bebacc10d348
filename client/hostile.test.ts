/** Answers of a node and a content service that are broken, or mean harm. */
import { createHash } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { AssayClient, sleep } from "./client.ts";
import { ContentClient } from "./content.ts";
import { resolveEndpoint } from "./endpoint.ts";
import { type AssayError, clientCodes } from "./errors.ts";
import type { WebSocketConstructor } from "./subscription.ts";

let open: { close(): void }[] = [];
afterEach(() => {
  for (const server of open) server.close();
  open = [];
});

async function serve(handler: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

async function failure(promise: Promise<unknown>): Promise<keyof typeof clientCodes> {
  const error = await promise.then(
    () => {
      throw new Error("it did not fail");
    },
    (reason: AssayError) => reason,
  );
  expect(error.codespace).toBe("client");
  return Object.entries(clientCodes).find(([, code]) => code === error.code)![0] as keyof typeof clientCodes;
}

describe("a node", () => {
  it.each([
    ["is a web page", 200, "<html>", "badAnswer"],
    ["is a proxy without its node", 502, "Bad Gateway", "unreachable"],
    ["answers null", 200, "null", "badAnswer"],
    ["answers a number", 200, "5", "badAnswer"],
    ["leaves the result out", 200, "{}", "badAnswer"],
    ["leaves fields out", 200, '{"result":{"node_info":{}}}', "badAnswer"],
    ["gives fields another kind", 200, '{"result":{"node_info":[],"sync_info":"x"}}', "badAnswer"],
    [
      "gives no number",
      200,
      '{"result":{"node_info":{"network":"x"},"sync_info":{"latest_block_height":"1e99"}}}',
      "badAnswer",
    ],
    ["refuses", 200, '{"error":{"code":-32601,"message":"Method not found"}}', "refused"],
    ["refuses without words", 500, '{"error":{"code":-32603}}', "refused"],
    ["is another service", 404, '{"error":{"code":"not_found","message":"No POST here"}}', "badAnswer"],
    [
      "is a proxy that says so",
      503,
      '{"error":{"code":"node_away","message":"The node is away"}}',
      "unreachable",
    ],
  ] as const)("that %s", async (_what, status, body, expected) => {
    const { url } = await serve((_request, response) => response.writeHead(status).end(body));
    expect(await failure(AssayClient.connect(url))).toBe(expected);
  });

  it("that never answers is given up", async () => {
    const { url } = await serve(() => {});
    expect(await failure(AssayClient.connect(url, { timeoutMs: 100 }))).toBe("unreachable");
  });

  it("that answers a query with bytes of nothing", async () => {
    const { url } = await serve((_request, response) =>
      response.end('{"result":{"response":{"code":0,"value":"/////w==","height":"3"}}}'),
    );
    const client = AssayClient.create(url);
    expect(await failure(client.query.data.dataset("aa".repeat(32)))).toBe("badAnswer");
  });

  it("that goes silent behind an open connection is asked, and left", async () => {
    let height = 1;
    const block = (at: number) => ({
      block_id: { hash: "AA" },
      block: {
        header: { chain_id: "x", height: String(at), time: "", proposer_address: "" },
        data: { txs: [] },
      },
    });
    const rpc = {
      call: async (method: string, params: { height?: string } = {}) =>
        method === "status"
          ? { node_info: { network: "x" }, sync_info: { latest_block_height: String(height) } }
          : block(Number(params.height)),
    };
    const { server, url } = await serve(() => {});
    const sockets = new WebSocketServer({ server });
    let connections = 0;
    sockets.on("connection", (socket) => {
      connections++;
      socket.on("message", () => socket.send('{"result":{}}'));
    });
    const client = AssayClient.create(url, { rpc, webSocket: WebSocket as unknown as WebSocketConstructor });
    const heights: number[] = [];
    const subscription = client.subscribeNewBlocks(
      { onBlock: ({ header }) => heights.push(header.height) },
      { silenceMs: 50, pollMs: 20 },
    );
    await sleep(300);
    expect(heights).toEqual([1]);
    expect(connections).toBe(1);
    height = 3;
    await sleep(1_000);
    expect(heights).toEqual([1, 2, 3]);
    expect(connections).toBeGreaterThan(1);
    subscription.close();
    sockets.close();
  });
});

describe("a content service", () => {
  const bytes = new TextEncoder().encode("the very rows");
  const sha256 = new Uint8Array(createHash("sha256").update(bytes).digest());
  const blob = { sha256, size: BigInt(bytes.length) };

  it("gives a file, with progress", async () => {
    const { url } = await serve((request, response) => {
      expect(request.url).toBe(`/blobs/${Buffer.from(sha256).toString("hex")}`);
      response.end(bytes);
    });
    const seen: number[] = [];
    const got = await new ContentClient(`${url}/`).get(blob, { onProgress: (done) => seen.push(done) });
    expect(got).toEqual(bytes);
    expect(seen.at(-1)).toBe(bytes.length);
    expect(await new ContentClient(url).has(blob)).toBe(true);
  });

  it.each([
    ["other bytes", (r: Parameters<RequestListener>[1]) => r.end("other  rows!!"), "contentMismatch"],
    ["too few", (r: Parameters<RequestListener>[1]) => r.end("the"), "contentMismatch"],
    ["too many", (r: Parameters<RequestListener>[1]) => r.end("x".repeat(1_000_000)), "contentTooLarge"],
    ["nothing", (r: Parameters<RequestListener>[1]) => r.writeHead(404).end(), "notFound"],
    ["a refusal by law", (r: Parameters<RequestListener>[1]) => r.writeHead(451).end(), "contentRefused"],
    [
      "another place",
      (r: Parameters<RequestListener>[1]) => r.writeHead(302, { location: "http://10.0.0.1/" }).end(),
      "unreachable",
    ],
    [
      "an end in the middle",
      (r: Parameters<RequestListener>[1]) => {
        r.writeHead(200, { "content-length": "13" });
        r.write("the");
        setTimeout(() => r.destroy(), 20);
      },
      "unreachable",
    ],
    [
      "a drip that stops",
      (r: Parameters<RequestListener>[1]) => {
        r.writeHead(200);
        r.write("the");
      },
      "unreachable",
    ],
  ] as const)("that gives %s", async (_what, answer, expected) => {
    const { url } = await serve((_request, response) => void answer(response));
    expect(await failure(new ContentClient(url).get(blob, { idleMs: 200 }))).toBe(expected);
  });

  it("is not asked for more than a dataset may have", async () => {
    const client = new ContentClient("http://127.0.0.1:1");
    expect(await failure(client.get({ sha256, size: 10n ** 12n }))).toBe("contentTooLarge");
    expect(await failure(client.get(blob))).toBe("unreachable");
  });

  it("refuses an upload in its own words", async () => {
    const { url } = await serve((_request, response) =>
      response.writeHead(403).end('{"error":{"message":"No dataset names this blob"}}'),
    );
    await expect(new ContentClient(url).put(bytes)).rejects.toThrow("HTTP 403: No dataset names this blob");
  });

  it("is left when its caller says so", async () => {
    const { url } = await serve(() => {});
    const stop = new AbortController();
    const got = failure(new ContentClient(url).get(blob, { signal: stop.signal }));
    setTimeout(() => stop.abort(), 20);
    expect(await got).toBe("unreachable");
  });
});

describe("endpoints", () => {
  it.each([
    ["http://127.0.0.1:26657", "http://127.0.0.1:26657/", "ws://127.0.0.1:26657/websocket"],
    ["https://node.example/rpc/", "https://node.example/rpc/", "wss://node.example/rpc/websocket"],
    ["tcp://localhost:26657", "http://localhost:26657/", "ws://localhost:26657/websocket"],
  ])("%s", (given, rpc, ws) => {
    expect(resolveEndpoint(given)).toEqual({ rpc, ws });
  });

  it("are relative in a page", () => {
    const scope = globalThis as { location?: unknown };
    scope.location = { href: "https://ledger.example/datasets/ab?x=1" };
    try {
      expect(resolveEndpoint("/rpc")).toEqual({
        rpc: "https://ledger.example/rpc",
        ws: "wss://ledger.example/websocket",
      });
      expect(resolveEndpoint({ rpc: "/rpc", ws: "/socket" }).ws).toBe("wss://ledger.example/socket");
    } finally {
      delete scope.location;
    }
  });
});
