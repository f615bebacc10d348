/** Bad input: an answer of the right code, no fault of ours, no hang, nothing said about our insides. */
import { request } from "node:http";
import { connect } from "node:net";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MemoryLedger } from "../../test/ledger/memory-ledger.ts";
import { openTxIndex, type TxIndex } from "../index/tx-index.ts";
import { MemoryBackend } from "../store/backend-memory.ts";
import { type RpcServer, startRpc } from "./start-rpc.ts";

let ledger: MemoryLedger;
let index: TxIndex;
let rpc: RpcServer;
/** Every fault that the server logged: only tests that provoke one may find any. */
const faults: object[] = [];

beforeAll(async () => {
  ledger = new MemoryLedger();
  index = await openTxIndex({ at: { backend: new MemoryBackend() }, blocks: ledger });
  await index.catchUp(ledger);
  rpc = await startRpc({
    host: "127.0.0.1",
    port: 0,
    app: ledger.app,
    blocks: ledger,
    mempool: ledger,
    feed: ledger,
    index,
    identity: ledger.identity,
    genesisText: '{"app_state":{}}',
    logger: { info: () => {}, error: (fields) => faults.push(fields) },
    limits: { requestTimeoutMs: 1500, commitTimeoutMs: 200, maxShownBytes: 600_000 },
    cors: ["https://app.example"],
  });
  for (let i = 0; i < 5; i++) ledger.commitBlock([`k=${i}`, `l=${i}`]);
  ledger.prune(2);
});

afterAll(async () => {
  await rpc.close();
  await index.close();
});

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

function send(
  method: string,
  path: string,
  body?: string | Buffer,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port: rpc.port, method, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({
          status: answer.statusCode!,
          headers: answer.headers,
          text: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

interface RpcAnswer {
  readonly jsonrpc: string;
  readonly id: number | string | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: string };
}

const CODES = [-32700, -32600, -32601, -32602, -32603];

function checked(answer: unknown): RpcAnswer {
  const one = answer as RpcAnswer;
  expect(one.jsonrpc).toBe("2.0");
  expect("id" in one).toBe(true);
  expect("result" in one).toBe(!("error" in one));
  if (one.error !== undefined) {
    expect(CODES).toContain(one.error.code);
    expect(JSON.stringify(one.error)).not.toMatch(/\bat .*\.[tj]s|node_modules|\.ts:|TypeError|undefined/);
  }
  return one;
}

async function post(body: string | Buffer, headers: Record<string, string> = {}): Promise<unknown> {
  const { status, text } = await send("POST", "/", body, headers);
  expect(status).toBeLessThan(500);
  return text === "" ? undefined : JSON.parse(text);
}

async function codeOf(body: string | Buffer): Promise<number | undefined> {
  const answer = await post(body);
  return checked(Array.isArray(answer) ? answer[0] : answer).error?.code;
}

const call = (method: string, params?: unknown): string =>
  JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });

describe("bodies", () => {
  it.each([
    ["nothing", "", -32600],
    ["no JSON", "hello", -32700],
    ["half of it", '{"jsonrpc":"2.0","id":1,', -32700],
    ["invalid UTF-8", Buffer.from([0x22, 0xff, 0xfe, 0x22]), -32700],
    ["a lone surrogate, escaped", '{"jsonrpc":"2.0","id":"\\ud800","method":"health"}', undefined],
    ["NUL", "\0", -32700],
    ["a number", "7", -32600],
    ["null", "null", -32600],
    ["a string", '"health"', -32600],
    ["an empty batch", "[]", -32600],
    ["a batch of 11", `[${Array(11).fill(call("health")).join()}]`, -32600],
    ["a batch of 10,000", `[${Array(10_000).fill(0).join()}]`, -32600],
    ["depth 100,000", "[".repeat(100_000) + "]".repeat(100_000), -32600],
    [
      "depth 100,000 in params",
      `{"jsonrpc":"2.0","id":1,"method":"block","params":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}`,
      undefined,
    ],
    ["depth 450,000, open", "[".repeat(450_000), -32700],
    ["an unknown method", call("nope"), -32601],
    ["a method of Object's", call("constructor"), -32601],
    ["__proto__ as method", call("__proto__"), -32601],
    [
      "__proto__ as a key",
      '{"__proto__":{"id":1,"method":"health"},"jsonrpc":"2.0","id":2,"method":"health"}',
      undefined,
    ],
    ["no method", '{"jsonrpc":"2.0","id":1}', -32600],
    ["a method that is none", '{"jsonrpc":"2.0","id":1,"method":7}', -32600],
    ["jsonrpc 1.0", '{"jsonrpc":"1.0","id":1,"method":"health"}', undefined],
    ["duplicate keys", '{"jsonrpc":"2.0","id":1,"id":2,"method":"nope","method":"health"}', undefined],
    ["an id that is an object", '{"jsonrpc":"2.0","id":{},"method":"health"}', -32600],
    ["an id with a fraction", '{"jsonrpc":"2.0","id":1.5,"method":"health"}', -32600],
    ["an id past 2^53", '{"jsonrpc":"2.0","id":9007199254740993,"method":"health"}', -32600],
    ["an id past all numbers", '{"jsonrpc":"2.0","id":1e400,"method":"health"}', -32600],
    ["a huge id", `{"jsonrpc":"2.0","id":"${"x".repeat(100_000)}","method":"health"}`, -32600],
    ["subscribe without a WebSocket", call("subscribe", { query: "tm.event='Tx'" }), -32601],
  ] as const)("%s", async (_name, body, code) => {
    expect(await codeOf(body)).toBe(code);
  });

  it.each([
    ["a notification", '{"jsonrpc":"2.0","method":"health"}'],
    ["an id of null", '{"jsonrpc":"2.0","id":null,"method":"health"}'],
    ["an id in another case", '{"jsonrpc":"2.0","iD":7,"method":"health"}'],
    ["a batch of notifications", '[{"jsonrpc":"2.0","method":"health"}]'],
    ["an object with nothing", "{}"],
  ])("%s is not answered", async (_name, body) => expect(await post(body)).toBeUndefined());

  it("batches are answered one by one, in order", async () => {
    const answers = (await post(`[0,[],${call("health")},{"method":"health"},${call("nope")}]`)) as unknown[];
    expect(answers.map((one) => checked(one).error?.code)).toEqual([-32600, -32600, undefined, -32601]);
    const ten = (await post(`[${Array(10).fill(call("health")).join()}]`)) as unknown[];
    expect(ten).toHaveLength(10);
    const strings = (await post('[{"jsonrpc":"2.0","id":"a","method":"health"}]')) as RpcAnswer[];
    expect(strings[0]!.id).toBe("a");
  });

  it("ids come back as they are", async () => {
    for (const id of [0, -1, 2 ** 53 - 1, "", "ü", '"']) {
      expect(checked(await post(JSON.stringify({ jsonrpc: "2.0", id, method: "health" }))).id).toBe(id);
    }
  });
});

describe("params", () => {
  const table: readonly (readonly [string, unknown, number | undefined])[] = [
    ["block", { height: "-1" }, -32603],
    ["block", { height: "0" }, -32603],
    ["block", { height: "1.5" }, -32602],
    ["block", { height: 1.5 }, -32602],
    ["block", { height: "1e3" }, -32602],
    ["block", { height: "0x1" }, -32602],
    ["block", { height: " 1" }, -32602],
    ["block", { height: "99999999999999999999" }, -32602],
    ["block", { height: "9223372036854775807" }, -32603],
    ["block", { height: "9223372036854775808" }, -32602],
    ["block", { height: 1e300 }, -32602],
    ["block", { height: true }, -32602],
    ["block", { height: {} }, -32602],
    ["block", { height: null }, undefined],
    ["block", { height: "3" }, undefined],
    ["block", { height: 3 }, undefined],
    ["block", { height: "6" }, -32603],
    ["block", { height: "1" }, -32603],
    ["block", { Height: "nonsense" }, undefined],
    ["block", ["3"], undefined],
    ["block", [], undefined],
    ["block", ["3", "4"], -32602],
    ["block", "3", -32602],
    ["block", 3, -32602],
    ["block_results", { height: "1" }, -32603],
    ["commit", { height: "1" }, -32603],
    ["header", { height: "99" }, -32603],
    ["block_by_hash", { hash: "AAAA" }, undefined],
    ["block_by_hash", {}, undefined],
    ["header_by_hash", { hash: "ABC" }, -32602],
    ["header_by_hash", { hash: "zz" }, -32602],
    ["header_by_hash", { hash: "00" }, undefined],
    ["blockchain", { minHeight: "-1" }, -32603],
    ["blockchain", { minHeight: "5", maxHeight: "2" }, -32603],
    ["blockchain", { minHeight: "9223372036854775807" }, -32603],
    ["blockchain", { maxHeight: "9223372036854775807" }, undefined],
    ["validators", { height: "3", per_page: "0" }, undefined],
    ["validators", { height: "3", per_page: "-1" }, undefined],
    ["validators", { height: "3", per_page: "101" }, undefined],
    ["validators", { height: "3", per_page: "1000000000" }, undefined],
    ["validators", { height: "3", page: "0" }, -32603],
    ["validators", { height: "3", page: "-1" }, -32603],
    ["validators", { height: "3", page: "1000000000" }, -32603],
    ["validators", { height: "3", page: "9223372036854775807" }, -32603],
    ["validators", { height: "6" }, undefined],
    ["validators", { height: "7" }, -32603],
    ["consensus_params", { height: "99" }, -32603],
    ["abci_query", { data: "0x00" }, -32602],
    ["abci_query", { data: "abc" }, -32602],
    ["abci_query", { height: "-1" }, undefined],
    ["abci_query", { prove: "yes" }, -32602],
    ["abci_query", { prove: 1 }, -32602],
    ["abci_query", { path: 7 }, -32602],
    ["tx", {}, -32603],
    ["tx", { hash: "AAA" }, -32602],
    ["tx", { hash: "!!!!" }, -32602],
    ["tx", { hash: "AAAA" }, -32603],
    ["tx", { hash: Buffer.alloc(700_000).toString("base64") }, -32603],
    ["tx", { hash: Buffer.alloc(32).toString("base64") }, -32603],
    ["tx", { hash: Buffer.alloc(32).toString("base64url") }, -32602],
    ["tx_search", {}, -32603],
    ["tx_search", { query: "" }, -32603],
    ["tx_search", { query: "tx.height>1" }, undefined],
    ["tx_search", { query: "tx.height>1", prove: true, per_page: "100" }, undefined],
    ["tx_search", { query: "tx.height>1", page: "0" }, -32603],
    ["tx_search", { query: "tx.height>1", page: "1000000000" }, -32603],
    ["tx_search", { query: "tx.height>1", page: "9223372036854775807", per_page: "100" }, -32603],
    ["tx_search", { query: "tx.height>1", order_by: "junk" }, -32603],
    ["tx_search", { query: "tx.height>1", order_by: "DESC" }, -32603],
    ["tx_search", { query: "tx.height>99999999999999999999999" }, undefined],
    ["tx_search", { query: `a.b='${"x".repeat(507)}'` }, -32603],
    ["tx_search", { query: "a.b='unbalanced" }, -32603],
    ["tx_search", { query: "a.b='(a+)+$'" }, undefined],
    ["tx_search", { query: "a.b CONTAINS '(a+)+$'" }, undefined],
    ["tx_search", { query: Array(33).fill("a.b EXISTS").join(" AND ") }, undefined],
    ["block_search", { query: "block.height>1", order_by: "asc" }, undefined],
    ["block_search", { query: "block.height" }, -32603],
    ["unconfirmed_txs", { limit: "-5" }, undefined],
    ["genesis_chunked", { chunk: "1" }, -32603],
    ["genesis_chunked", { chunk: "-1" }, -32603],
    ["genesis_chunked", {}, undefined],
    ["broadcast_tx_sync", {}, -32602],
    ["broadcast_tx_sync", { tx: "####" }, -32602],
    ["broadcast_tx_sync", { tx: "" }, undefined],
    ["broadcast_tx_commit", { tx: "ej0x" }, -32603],
    ["check_tx", { tx: "AA==" }, undefined],
    ["broadcast_evidence", { evidence: "x" }, -32603],
  ];
  const named = table.map(([method, params, code]) => {
    return [method, JSON.stringify(params).slice(0, 60), code, params] as const;
  });
  it.each(named)("%s %s: %s", async (method, _text, code, params) => {
    expect(await codeOf(call(method, params))).toBe(code);
    expect(faults).toEqual([]);
  });

  it("what an application throws is logged and not told", async () => {
    const { error } = checked(await post(call("abci_query", { path: "/throws" })));
    expect(error).toEqual({
      code: -32603,
      message: "Internal error",
      data: "the node failed; its log says why",
    });
    expect(faults.splice(0)).toHaveLength(1);
    const uri = await send("GET", '/abci_query?path="/throws"');
    expect([uri.status, uri.text.includes("secret")]).toEqual([500, false]);
    expect(faults.splice(0)).toHaveLength(1);
  });
});

describe("URIs", () => {
  it.each([
    ["/block?height=3", 200, undefined],
    ['/block?height="3"', 200, undefined],
    ["/block?height=", 200, undefined],
    ["/block?height=1e3", 400, -32602],
    ["/block?height=99", 400, -32603],
    ["/block/", 200, undefined],
    ["/v1/block", 200, undefined],
    ['/abci_query?path="/key"&data=0x6b', 200, undefined],
    ['/abci_query?path="/key"&data="k"', 200, undefined],
    ["/abci_query?path=/key", 400, -32602],
    ["/abci_query?data=0x6", 400, -32602],
    ["/abci_query?prove=maybe", 400, -32602],
    ["/tx?hash=0x00", 400, -32603],
    [`/tx?hash=0x${"00".repeat(32)}`, 400, -32603],
    ['/tx_search?query="tx.height>1"&per_page=1&order_by="desc"', 200, undefined],
    ['/tx_search?query="tx.height', 400, -32602],
    ["/tx_search?query=%22a.b%3D%27%00%27%22", 400, -32602],
    ["/tx_search?query=%ff%fe", 400, -32602],
    ["/subscribe?query=\"tm.event='Tx'\"", 404, -32601],
    ["/nope", 404, -32601],
    ["/__proto__", 404, -32601],
    ["/../etc/passwd", 404, -32601],
    ["//evil.example/block", 404, -32601],
    ["http://evil.example/block", 404, -32601],
  ] as const)("%s", async (path, status, code) => {
    const answer = await send("GET", path);
    expect(answer.status).toBe(status);
    expect(checked(JSON.parse(answer.text)).error?.code).toBe(code);
  });

  it("of 64 KB are refused before they are read", async () => {
    // A client that has not written all of it yet may see the connection end before the answer.
    const refused = await send("GET", `/block?height=${"1".repeat(65_536)}`).then(
      ({ status }) => status,
      (error: NodeJS.ErrnoException) => error.code,
    );
    expect([431, "ECONNRESET", "EPIPE"]).toContain(refused);
  });

  it("list what there is", async () => {
    expect(JSON.parse((await send("GET", "/")).text)).toHaveProperty("methods");
  });
});

describe("HTTP", () => {
  it("takes bodies up to 1 MB, announced or not", async () => {
    const fits = call("nope", { a: "x".repeat(900_000) });
    expect(await codeOf(fits)).toBe(-32601);
    const large = Buffer.alloc(1_000_001, 32);
    for (const headers of [{ "content-length": String(large.length) }, { "transfer-encoding": "chunked" }]) {
      const answer = await send("POST", "/", large, headers).catch(() => undefined);
      if (answer !== undefined) {
        expect(answer.status).toBe(413);
        expect(checked(JSON.parse(answer.text)).error?.code).toBe(-32600);
      }
    }
    expect(await codeOf(call("health"))).toBeUndefined();
  });

  it("opens no packed body, and asks for no content type", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const answer = await send("POST", "/", bomb, { "content-encoding": "gzip" });
    expect([answer.status, checked(JSON.parse(answer.text)).error?.code]).toEqual([415, -32600]);
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "nonsense"]) {
      expect(checked(await post(call("health"), { "content-type": type })).result).toEqual({});
    }
  });

  it("answers other methods and paths", async () => {
    expect((await send("HEAD", "/status")).text).toBe("");
    for (const method of ["PUT", "DELETE", "PATCH", "TRACE"]) {
      const answer = await send(method, "/");
      expect([method, answer.status]).toEqual([method, 405]);
      checked(JSON.parse(answer.text));
    }
    expect((await send("POST", "/elsewhere", "{}")).status).toBe(404);
  });

  it("lets the origins in that it was told, and no other", async () => {
    const allowed = await send("OPTIONS", "/", undefined, { origin: "https://app.example" });
    expect([allowed.status, allowed.headers["access-control-allow-origin"]]).toEqual([
      204,
      "https://app.example",
    ]);
    expect(allowed.headers["access-control-allow-headers"]).toContain("content-type");
    const foreign = await send("POST", "/", call("health"), { origin: "https://evil.example" });
    expect(foreign.headers["access-control-allow-origin"]).toBeUndefined();
  });

  const raw = (text: string, waitMs: number): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(rpc.port, "127.0.0.1", () => socket.write(text));
      let received = "";
      socket.on("data", (chunk) => {
        received += String(chunk);
      });
      socket.on("error", () => resolve(received));
      socket.on("close", () => resolve(received));
      setTimeout(() => socket.destroy(), waitMs).unref();
    });

  it("answers pipelined requests in order", async () => {
    const body = (id: number): string => `{"jsonrpc":"2.0","id":${id},"method":"health"}`;
    const one = (id: number): string =>
      `POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${body(id).length}\r\n\r\n${body(id)}`;
    const received = await raw(one(1) + one(2) + one(3), 300);
    expect([...received.matchAll(/"id":(\d)/g)].map((found) => found[1])).toEqual(["1", "2", "3"]);
  });

  it("answers no more of a pipeline than is read", async () => {
    let answered = 0;
    const stop = ledger.watchBlocks(() => answered++);
    const socket = connect(rpc.port, "127.0.0.1");
    socket.pause();
    ledger.commitBlock([`big=${"x".repeat(700_000)}`]);
    const height = ledger.height();
    socket.write(`GET /block?height=${height} HTTP/1.1\r\nhost: x\r\n\r\n`.repeat(600));
    await new Promise((resolve) => setTimeout(resolve, 300));
    socket.destroy();
    stop();
    // As many as the kernel buffers for a client that does not read, of 600.
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBeLessThan(60);
  });

  it("shows no more in one answer than it may", async () => {
    const { error } = checked(await post(call("block_search", { query: "block.height>0", per_page: "100" })));
    expect(error?.data).toMatch(/ask for fewer per page/);
    const fewer = await post(call("block_search", { query: "block.height>0", per_page: "1", page: "2" }));
    expect(checked(fewer).error).toBeUndefined();
  });

  it("survives what is no HTTP, and ends what does not go on", async () => {
    expect(await raw("hello\r\n\r\n", 500)).toMatch(/^HTTP\/1.1 400/);
    expect(await raw(`GET / HTTP/1.1\r\nx: ${"y".repeat(20_000)}\r\n\r\n`, 500)).toMatch(/^HTTP\/1.1 431/);
    const began = Date.now();
    await raw("POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhel", 12_000);
    expect(Date.now() - began).toBeLessThan(11_000);
    expect(await codeOf(call("health"))).toBeUndefined();
  });
});

describe("whatever comes", () => {
  const id = fc.oneof(
    fc.integer(),
    fc.string(),
    fc.constant(null),
    fc.double(),
    fc.anything({ maxDepth: 1 }),
  );
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom("-1", "3", "99", "tx.height>1", "AAAA", "a.b='x'"),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const name = fc.constantFrom(
    "height",
    "hash",
    "query",
    "page",
    "per_page",
    "order_by",
    "prove",
    "tx",
    "path",
    "data",
    "minHeight",
    "chunk",
  );
  const method = fc.oneof(
    fc.constantFrom(
      "abci_info",
      "abci_query",
      "block",
      "block_by_hash",
      "block_results",
      "block_search",
      "blockchain",
      "broadcast_evidence",
      "broadcast_tx_async",
      "broadcast_tx_sync",
      "check_tx",
      "commit",
      "consensus_params",
      "consensus_state",
      "genesis",
      "genesis_chunked",
      "header",
      "header_by_hash",
      "health",
      "net_info",
      "num_unconfirmed_txs",
      "status",
      "tx",
      "tx_search",
      "unconfirmed_txs",
      "validators",
      "subscribe",
    ),
    fc.string(),
  );
  const params = fc.oneof(fc.dictionary(name, value), fc.array(value, { maxLength: 5 }), value);
  const one = fc.record(
    { jsonrpc: fc.constantFrom("2.0", "1.0"), id, method, params },
    { requiredKeys: ["method"] },
  );
  const body = fc.oneof(
    { arbitrary: one.map((it) => JSON.stringify(it)), weight: 5 },
    { arbitrary: fc.array(one, { maxLength: 12 }).map((it) => JSON.stringify(it)), weight: 2 },
    { arbitrary: fc.json(), weight: 1 },
    { arbitrary: fc.string(), weight: 1 },
    { arbitrary: fc.uint8Array({ maxLength: 60 }).map((it) => Buffer.from(it)), weight: 1 },
  );

  it("is answered with valid JSON-RPC, or is a notification, and is no fault of ours", async () => {
    await fc.assert(
      fc.asyncProperty(body, async (it) => {
        const answer = await post(it);
        if (answer === undefined) return;
        for (const single of Array.isArray(answer) ? answer : [answer]) checked(single);
        expect(faults).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("holds up nobody else for long", async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const deep = "[".repeat(450_000);
    const wide = `[${Array(450_000).fill("0").join()}]`;
    await Promise.all(Array.from({ length: 20 }, (_, i) => post(i % 2 === 0 ? deep : wide)));
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(2000);
  });
});
