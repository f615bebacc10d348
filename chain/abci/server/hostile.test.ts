import { ResponseCheckTx, ResponseQuery } from "@assay/proto/gen/tendermint/abci/types";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { frame, requestFrame } from "../../../test/abci/abci-client.ts";
import { genesisRequest, type KvStoreServer, kvStoreServer } from "../../../test/abci/kvstore-server.ts";
import { kvTx } from "../../../test/kvstore/kvstore.ts";
import { methods } from "./methods.ts";

let kv: KvStoreServer;
afterEach(() => kv.close());

/** The server is whole: another connection is served, and nothing halted. */
async function serves(): Promise<void> {
  const client = await kv.connect();
  expect((await client.ask({ echo: { message: "well" } })).echo?.message).toBe("well");
  client.close();
  expect(kv.faults).toEqual([]);
}

describe("bytes that are no request", () => {
  beforeEach(async () => {
    kv = await kvStoreServer();
  });

  test.each<[string, Uint8Array]>([
    ["a length over the limit", Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x3f)],
    ["a length without an end", Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff)],
    ["no envelope", frame(new Uint8Array(0))],
    ["an envelope of another wire type", frame(Uint8Array.of(0x08, 0x01))],
    ["an envelope that is not filled", frame(Uint8Array.of(0x0a, 0x02, 0x00))],
    ["an envelope with something behind", frame(Uint8Array.of(0x12, 0x00, 0x00))],
    ["a method that nobody knows", frame(Uint8Array.of(0xfa, 0x01, 0x00))],
    ["a request that cannot be decoded", frame(Uint8Array.of(0x0a, 0x02, 0x0a, 0x05))],
    ["text that is no UTF-8", frame(Uint8Array.of(0x0a, 0x03, 0x0a, 0x01, 0xff))],
    [
      "HTTP",
      Buffer.from("GET / HTTP/1.1\r\nHost: localhost:26658\r\nAccept: */*\r\nUser-Agent: a browser\r\n\r\n"),
    ],
  ])("%s: the connection is closed, with the cause in the log", async (_, bytes) => {
    const client = await kv.connect();
    const before = client.ask({ echo: { message: "before" } });
    expect((await before).echo?.message).toBe("before");
    client.socket.write(bytes);
    await client.closed;
    expect(kv.log).toHaveLength(1);
    expect(kv.log[0]).toMatch(/does not speak ABCI 2.0 over a socket, as CometBFT 0.38 does \S+/);
    await serves();
  });

  test("of any kind, in any pieces", async () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.uint8Array({ maxLength: 40 }).map(frame),
      // A genesis that cannot be is the one request that halts.
      fc
        .tuple(
          fc.constantFrom(...methods.filter(({ name }) => name !== "InitChain")),
          fc.uint8Array({ maxLength: 40 }),
        )
        .map(([{ requestNo }, body]) => frame(frameBody(requestNo, body))),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 4 }), async (pieces) => {
        const client = await kv.connect();
        for (const bytes of pieces) client.socket.write(bytes);
        client.socket.end();
        await client.closed;
        expect(kv.faults).toEqual([]);
      }),
      { numRuns: 300 },
    );
    await serves();
  });

  test("an announced length sets nothing aside", async () => {
    const before = process.memoryUsage().rss;
    for (let i = 0; i < 20; i++)
      (await kv.connect()).socket.write(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x03, 0x0a));
    await serves();
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  test("a connection that is cut amid a request is noted", async () => {
    const client = await kv.connect();
    client.socket.end(requestFrame({ echo: { message: "cut" } }).subarray(0, 5));
    await client.closed;
    await serves();
    expect(kv.log).toEqual(["an ABCI connection ended amid a request "]);
  });
});

const frameBody = (no: number, body: Uint8Array): Uint8Array =>
  no < 16
    ? Uint8Array.of(no * 8 + 2, body.length, ...body)
    : Uint8Array.of(((no * 8 + 2) & 0x7f) | 0x80, (no * 8) >> 7, body.length, ...body);

describe("requests in a wrong order", () => {
  test.each([
    ["a block before genesis", [{ finalizeBlock: { height: 1n } }], "before info or init-chain"],
    ["a commit before a block", [{ initChain: genesisRequest }, { commit: {} }], "without finalize-block"],
    [
      "a height too far",
      [{ initChain: genesisRequest }, { finalizeBlock: { height: 2n } }],
      "where 1 is next",
    ],
    ["genesis again", [{ initChain: genesisRequest }, { initChain: genesisRequest }], "the chain has begun"],
  ])("%s: the connection is closed, and the ledger goes on", async (_, requests, cause) => {
    kv = await kvStoreServer();
    const client = await kv.connect();
    for (const request of requests.slice(0, -1)) await client.ask(request);
    await expect(client.ask(requests.at(-1)!)).rejects.toThrow("closed");
    expect(kv.log).toHaveLength(1);
    expect(kv.log[0]).toContain(cause);
    const node = await kv.connect();
    await node.ask({ info: {} });
    await node.ask({ initChain: genesisRequest });
    await node.ask({ finalizeBlock: { height: 1n } });
    await node.ask({ commit: {} });
    await serves();
  });
});

describe("too much at once", () => {
  test("1,000 checks in one chunk are answered in their order, on five connections", async () => {
    kv = await kvStoreServer();
    const clients = await Promise.all(Array.from({ length: 5 }, () => kv.connect()));
    await clients[0]!.ask({ initChain: genesisRequest });
    const txs = Array.from({ length: 1000 }, (_, i) => kvTx(i % 3 === 0 ? "bad" : `gas=${i}`));
    for (const client of clients) client.send(...txs.map((tx) => ({ checkTx: { tx } })), { flush: {} });
    for (const client of clients) {
      for (const [i] of txs.entries()) {
        const { checkTx } = await client.next();
        expect([checkTx?.code, checkTx?.gasWanted]).toEqual(i % 3 === 0 ? [2, 0n] : [0, BigInt(i)]);
      }
      expect((await client.next()).flush).toEqual({});
    }
  });

  test("requests beyond what may wait are not begun, and none is lost", async () => {
    let begun = 0;
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    kv = await kvStoreServer({
      part: {
        checkTx: async () => {
          const gasWanted = BigInt(begun++);
          await gate;
          return { ...ResponseCheckTx.create(), gasWanted };
        },
      },
    });
    const client = await kv.connect();
    client.send(...Array.from({ length: 5000 }, (_, i) => ({ checkTx: { tx: kvTx(`a=${i}`) } })));
    // Another connection has its own room.
    await serves();
    await serves();
    expect(begun).toBe(1024);
    open();
    for (let i = 0; i < 5000; i++) expect((await client.next()).checkTx?.gasWanted).toBe(BigInt(i));
  });

  test("a peer that does not read its answers is not read either", async () => {
    let begun = 0;
    const value = new Uint8Array(16 * 1024).fill(7);
    kv = await kvStoreServer({
      part: { query: async () => ResponseQuery.fromPartial({ value, index: BigInt(begun++) }) },
    });
    const client = await kv.connect();
    client.socket.pause();
    client.send(...Array.from({ length: 4000 }, () => ({ query: { path: "/" } })));
    let seen = -1;
    while (seen !== begun) {
      seen = begun;
      await serves();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    // As many as may wait, a mebibyte that is written ahead, and what the system keeps for both ends.
    expect(begun).toBeLessThan(1024 + 500);
    client.socket.resume();
    for (let i = 0; i < 4000; i++) expect((await client.next()).query?.index).toBe(BigInt(i));
  });
});
