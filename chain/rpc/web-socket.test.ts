/** Hostile WebSocket clients: limits hold, the slow and the silent are dropped, others notice nothing. */
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { MemoryLedger } from "../../test/ledger/memory-ledger.ts";
import { openTxIndex } from "../index/tx-index.ts";
import { MemoryBackend } from "../store/backend-memory.ts";
import type { RpcLimits } from "./limits.ts";
import { startRpc } from "./start-rpc.ts";

const closers: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Rig {
  readonly ledger: MemoryLedger;
  readonly port: number;
  readonly faults: object[];
}

async function rig(limits: Partial<RpcLimits> = {}): Promise<Rig> {
  const ledger = new MemoryLedger();
  const faults: object[] = [];
  const index = await openTxIndex({ at: { backend: new MemoryBackend() }, blocks: ledger });
  await index.catchUp(ledger);
  const rpc = await startRpc({
    host: "127.0.0.1",
    port: 0,
    app: ledger.app,
    blocks: ledger,
    mempool: ledger,
    feed: ledger,
    index,
    identity: ledger.identity,
    genesisText: "{}",
    logger: { info: () => {}, error: (fields) => faults.push(fields) },
    limits,
  });
  closers.push(async () => {
    await rpc.close();
    await index.close();
  });
  return { ledger, port: rpc.port, faults };
}

interface Message {
  readonly id: unknown;
  readonly result?: { readonly query?: string; readonly data?: { readonly type: string } };
  readonly error?: { readonly code: number; readonly data?: string };
}

class Client {
  readonly socket: WebSocket;
  readonly messages: Message[] = [];
  /** Close code, once closed. */
  closed: number | undefined;

  constructor(port: number, options: object = {}) {
    this.socket = new WebSocket(`ws://127.0.0.1:${port}/websocket`, { perMessageDeflate: false, ...options });
    this.socket.on("message", (data) => this.messages.push(JSON.parse(String(data)) as Message));
    this.socket.on("close", (code) => {
      this.closed = code;
    });
    this.socket.on("error", () => {});
    closers.push(() => this.socket.terminate());
  }

  async open(): Promise<this> {
    await new Promise((resolve, reject) => {
      this.socket.once("open", resolve);
      this.socket.once("error", reject);
    });
    return this;
  }

  send(method: string, params: unknown = {}, id: unknown = 1): void {
    this.socket.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
  }

  async next(count = 1): Promise<Message> {
    await until(() => this.messages.length >= count || this.closed !== undefined);
    return this.messages[count - 1]!;
  }
}

async function until(condition: () => boolean, timeoutMs = 5000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!condition() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(condition()).toBe(true);
}

const subscribeTo = (query: string): { query: string } => ({ query });

describe("subscriptions", () => {
  it("are confirmed, then tell events under the same id", async () => {
    const { ledger, port } = await rig();
    const client = await new Client(port).open();
    client.send("subscribe", ["tm.event='NewBlock'"], "mine");
    expect(await client.next()).toEqual({ jsonrpc: "2.0", id: "mine", result: {} });
    ledger.commitBlock(["a=1"]);
    const { id, result } = await client.next(2);
    expect([id, result?.query, result?.data?.type]).toEqual([
      "mine",
      "tm.event='NewBlock'",
      "tendermint/event/NewBlock",
    ]);
    expect(result).toMatchObject({
      events: { "tm.event": ["NewBlock"], "clock.ticked.parity": ["odd"] },
      data: {
        value: { block: { header: { height: "1" } }, result_finalize_block: { tx_results: [{ code: 0 }] } },
      },
    });
  });

  it("tell all five kinds, each with its events", async () => {
    const { ledger, port } = await rig();
    const client = await new Client(port).open();
    for (const kind of ["NewBlock", "NewBlockHeader", "NewBlockEvents", "Tx", "ValidatorSetUpdates"]) {
      client.send("subscribe", subscribeTo(`tm.event='${kind}'`), kind);
    }
    await client.next(5);
    ledger.commitBlock();
    ledger.commitBlock();
    client.messages.length = 0;
    await until(() => client.messages.length >= 6);
    client.messages.length = 0;
    ledger.commitBlock(["a=1", "b=2"]);
    await client.next(6);
    expect(client.messages.map(({ id }) => id)).toEqual([
      "NewBlock",
      "NewBlockHeader",
      "NewBlockEvents",
      "Tx",
      "Tx",
      "ValidatorSetUpdates",
    ]);
    expect(client.messages[2]).toMatchObject({
      result: { data: { value: { height: "3", num_txs: "2" } }, events: { "tm.event": ["NewBlockEvents"] } },
    });
    expect(client.messages[4]).toMatchObject({
      result: {
        data: {
          value: { TxResult: { height: "3", index: 1, tx: "Yj0y", result: { events: expect.any(Array) } } },
        },
        events: {
          "tm.event": ["Tx"],
          "tx.height": ["3"],
          "tx.hash": [expect.stringMatching(/^[0-9A-F]{64}$/)],
          "store.set.key": ["b"],
        },
      },
    });
    expect(client.messages[5]).toMatchObject({
      result: {
        data: {
          value: {
            validator_updates: [{ voting_power: "9", pub_key: { type: "tendermint/PubKeyEd25519" } }],
          },
        },
      },
    });
  });

  it("find one transaction by its hash in either case", async () => {
    const { ledger, port } = await rig();
    const client = await new Client(port).open();
    const { txHashes } = ledger.commitBlock(["a=1"]);
    const hash = Buffer.from(txHashes[0]!).toString("hex");
    client.send("subscribe", subscribeTo(`tm.event='Tx' AND tx.hash='${hash}'`));
    await client.next();
    ledger.commitBlock(["b=2", "a=1"]);
    expect((await client.next(2)).result?.data?.type).toBe("tendermint/event/Tx");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(client.messages).toHaveLength(2);
  });

  it("end when asked", async () => {
    const { ledger, port } = await rig();
    const client = await new Client(port).open();
    client.send("subscribe", subscribeTo("tm.event='NewBlock'"));
    client.send("subscribe", subscribeTo("tm.event='NewBlock'"));
    client.send("unsubscribe", subscribeTo("tm.event='NewBlock'"));
    client.send("unsubscribe", subscribeTo("tm.event='NewBlock'"));
    client.send("subscribe", subscribeTo("tm.event='Tx'"));
    client.send("unsubscribe_all");
    client.send("unsubscribe_all");
    await client.next(7);
    expect(client.messages.map(({ error }) => error?.data)).toEqual([
      undefined,
      "already subscribed",
      undefined,
      "subscription not found",
      undefined,
      undefined,
      "subscription not found",
    ]);
    ledger.commitBlock(["a=1"]);
    client.send("health");
    await client.next(8);
    expect(client.messages).toHaveLength(8);
  });

  it("are at most five a client, in 100 clients, of 512 characters", async () => {
    const { ledger, port } = await rig({ maxSubscriptionClients: 3 });
    const clients = await Promise.all([1, 2, 3, 4].map(() => new Client(port).open()));
    for (const client of clients.slice(0, 3)) {
      for (let i = 0; i < 5; i++) client.send("subscribe", subscribeTo(`a.b=${i}`));
      await client.next(5);
      expect(client.messages.every(({ error }) => error === undefined)).toBe(true);
    }
    clients[0]!.send("subscribe", subscribeTo("a.b=6"));
    expect((await clients[0]!.next(6)).error?.data).toBe("max_subscriptions_per_client 5 reached");
    clients[3]!.send("subscribe", subscribeTo("a.b=1"));
    expect((await clients[3]!.next()).error?.data).toBe("max_subscription_clients 3 reached");
    clients[0]!.socket.close();
    await until(() => clients[0]!.closed !== undefined);
    clients[3]!.send("subscribe", subscribeTo("a.b=1"));
    expect((await clients[3]!.next(2)).error).toBeUndefined();
    clients[3]!.send("subscribe", subscribeTo(`a.b='${"x".repeat(507)}'`));
    expect((await clients[3]!.next(3)).error?.data).toBe("maximum query length exceeded");
    clients[3]!.send("subscribe", subscribeTo("a.b='"));
    expect((await clients[3]!.next(4)).error?.data).toMatch(/^failed to parse query/);
    clients[3]!.send("subscribe", {});
    expect((await clients[3]!.next(5)).error?.data).toMatch(/^failed to parse query/);
    ledger.commitBlock(["a=1"]);
  });
});

describe("messages", () => {
  it("that are no request are answered with what is wrong", async () => {
    const { port, faults } = await rig();
    const client = await new Client(port).open();
    const bad: readonly [string | Buffer, number][] = [
      ["", -32700],
      ["hello", -32700],
      [Buffer.from([0xff, 0xfe]), -32700],
      ["[]", -32600],
      ["7", -32600],
      ['{"id":{},"method":"health"}', -32600],
      ['{"id":1,"method":"nope"}', -32601],
      ['{"id":1,"method":"subscribe","params":[1]}', -32602],
      ['{"id":1,"method":"subscribe","params":["a.b=1","x"]}', -32602],
      [`{"id":1,"method":"health","params":${"[".repeat(100_000)}`, -32700],
    ];
    for (const [message] of bad) client.socket.send(message);
    client.socket.send('{"method":"health"}');
    client.send("health", {}, "last");
    await client.next(bad.length + 1);
    expect(client.messages.slice(0, -1).map(({ error }) => error?.code)).toEqual(bad.map(([, code]) => code));
    expect(client.messages.at(-1)).toMatchObject({ id: "last", result: {} });
    expect(faults).toEqual([]);
  });

  it("in a flood are all answered, in order", async () => {
    const { port } = await rig({ maxPendingRequests: 8 });
    const client = await new Client(port).open();
    for (let i = 0; i < 5000; i++) client.send("health", {}, i);
    await until(() => client.messages.length === 5000, 20_000);
    expect(client.messages.every(({ id }, i) => id === i)).toBe(true);
  });

  it("too large, in too many pieces or no UTF-8 end the connection", async () => {
    const { port } = await rig();
    const large = await new Client(port).open();
    large.socket.send(Buffer.alloc(16 * 1024 * 1024, 32));
    await until(() => large.closed !== undefined);
    const pieces = await new Client(port).open();
    for (let i = 0; i < 20_000; i++) pieces.socket.send(" ", { fin: false });
    await until(() => pieces.closed !== undefined);
    const text = await new Client(port).open();
    text.socket.send(Buffer.from([0xff, 0xfe]), { binary: false });
    await until(() => text.closed !== undefined);
    expect([large.closed, pieces.closed, text.closed]).toEqual([1009, 1008, 1007]);
    const well = await new Client(port).open();
    well.send("health");
    expect((await well.next()).result).toEqual({});
  });

  it("are never packed", async () => {
    const { port } = await rig();
    const client = await new Client(port, { perMessageDeflate: true }).open();
    expect(client.socket.extensions).toBe("");
  });
});

describe("clients", () => {
  it("that read too slowly are dropped, and the others are told everything", async () => {
    const { ledger, port } = await rig({ maxBufferedBytes: 200_000, slowClientMs: 100 });
    const slow = await new Client(port).open();
    const quick = await new Client(port).open();
    for (const client of [slow, quick]) client.send("subscribe", subscribeTo("tm.event='NewBlock'"));
    await Promise.all([slow.next(), quick.next()]);
    slow.socket.pause();
    let blocks = 0;
    // What the kernel buffers for a client that does not read comes on top of our own bound.
    for (; blocks < 400; blocks++) {
      ledger.commitBlock([`k=${"x".repeat(50_000)}`]);
      await until(() => quick.messages.length === blocks + 2);
    }
    slow.socket.resume();
    await until(() => slow.closed !== undefined);
    expect(slow.messages.length).toBeLessThan(blocks);
    expect(quick.closed).toBeUndefined();
  });

  it("that read quickly are told of bursts and blocks beyond the bound, whole", async () => {
    const { ledger, port } = await rig({ maxBufferedBytes: 50_000, slowClientMs: 5000 });
    const client = await new Client(port).open();
    client.send("subscribe", subscribeTo("tm.event='NewBlock'"));
    client.send("subscribe", subscribeTo("tm.event='Tx'"));
    await client.next(2);
    const value = "ü".repeat(200_000);
    ledger.commitBlock([`large=${value}`]);
    expect((await client.next(3)).result?.data).toMatchObject({
      value: {
        result_finalize_block: { tx_results: [{ events: [{ attributes: [{}, { value }] }, {}, {}] }] },
      },
    });
    ledger.commitBlock(Array.from({ length: 2000 }, (_, i) => `k${i}=${i}`));
    await until(() => client.messages.length === 4 + 1 + 2000, 10_000);
    expect(client.closed).toBeUndefined();
  });

  it("that answer no ping are dropped", async () => {
    // Wide enough for a busy machine: the lively one must find time to answer.
    const { port } = await rig({ pingEveryMs: 500 });
    const silent = await new Client(port, { autoPong: false }).open();
    const lively = await new Client(port).open();
    await until(() => silent.closed !== undefined);
    lively.send("health");
    expect((await lively.next()).result).toEqual({});
  });

  it("that ping in a flood hold up nobody", async () => {
    const { port } = await rig();
    const noisy = await new Client(port).open();
    const other = await new Client(port).open();
    for (let i = 0; i < 20_000; i++) noisy.socket.ping();
    other.send("health");
    expect((await other.next()).result).toEqual({});
  });

  it("beyond the limit are refused, 1,000 at once too", async () => {
    const { port } = await rig({ maxWebSockets: 50 });
    const clients = Array.from({ length: 1000 }, () => new Client(port));
    const opened = await Promise.allSettled(clients.map((client) => client.open()));
    expect(opened.filter(({ status }) => status === "fulfilled")).toHaveLength(50);
    for (const client of clients) client.socket.terminate();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const late = await new Client(port).open();
    late.send("health");
    expect((await late.next()).result).toEqual({});
  });

  it("that come and go in a storm leave nothing behind", async () => {
    const { ledger, port } = await rig({ maxSubscriptionClients: 10 });
    for (let round = 0; round < 30; round++) {
      const client = await new Client(port).open();
      for (let i = 0; i < 100; i++) {
        client.send("subscribe", subscribeTo("tm.event='NewBlock'"));
        client.send("unsubscribe", subscribeTo("tm.event='NewBlock'"));
      }
      client.send("subscribe", subscribeTo("tm.event='Tx'"));
      await client.next(201);
      ledger.commitBlock([`a=${round}`]);
      client.socket.terminate();
      await until(() => client.closed !== undefined);
    }
    const last = await new Client(port).open();
    last.send("subscribe", subscribeTo("tm.event='Tx'"));
    expect((await last.next()).error).toBeUndefined();
  });

  it("that break the handshake are refused", async () => {
    const { port } = await rig();
    const status = (text: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect(port, "127.0.0.1", () => socket.write(text));
        socket.once("data", (chunk) => {
          resolve(String(chunk).slice(9, 12));
          socket.destroy();
        });
        socket.on("error", () => resolve("error"));
      });
    const upgrade = "host: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n";
    expect(await status(`GET /websocket HTTP/1.1\r\n${upgrade}\r\n`)).toBe("400");
    expect(await status(`GET /other HTTP/1.1\r\n${upgrade}\r\n`)).toBe("404");
    expect(await status("GET /websocket HTTP/1.1\r\nhost: x\r\n\r\n")).toBe("404");
  });
});
