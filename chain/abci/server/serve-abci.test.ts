import { statSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { requestFrame } from "../../../test/abci/abci-client.ts";
import { genesisRequest, type KvStoreServer, kvStoreServer } from "../../../test/abci/kvstore-server.ts";
import { KvStore, kvTx } from "../../../test/kvstore/kvstore.ts";
import { MemoryBackend } from "../../store/backend-memory.ts";
import { serveAbci } from "./serve-abci.ts";

let kv: KvStoreServer;
afterEach(() => kv.close());

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe.each(["unix", "tcp"] as const)("on a %s socket", (kind) => {
  beforeEach(async () => {
    kv = await kvStoreServer({ kind });
  });

  test("a block is made over four connections", async () => {
    const [query, snapshot, mempool, consensus] = [
      await kv.connect(),
      await kv.connect(),
      await kv.connect(),
      await kv.connect(),
    ];
    const txs = [kvTx("a=1")];
    expect((await query.ask({ info: {} })).info?.lastBlockHeight).toBe(0n);
    expect((await snapshot.ask({ listSnapshots: {} })).listSnapshots?.snapshots).toEqual([]);
    expect((await consensus.ask({ initChain: genesisRequest })).initChain?.appHash).toHaveLength(8);
    expect((await mempool.ask({ checkTx: { tx: txs[0]! } })).checkTx?.code).toBe(0);
    const prepared = await consensus.ask({ prepareProposal: { txs, maxTxBytes: 100n, height: 1n } });
    expect(prepared.prepareProposal?.txs).toEqual(txs);
    expect((await consensus.ask({ processProposal: { txs, height: 1n } })).processProposal?.status).toBe(1);
    const { finalizeBlock } = await consensus.ask({ finalizeBlock: { txs, height: 1n } });
    expect(finalizeBlock?.txResults[0]?.events[0]?.type).toBe("app");
    expect((await consensus.ask({ commit: {} })).commit).toEqual({ retainHeight: 0n });
    expect((await query.ask({ query: { data: kvTx("a") } })).query?.log).toBe("exists");
    expect((await query.ask({ info: {} })).info?.lastBlockHeight).toBe(1n);
  });

  test("what is not offered is declined", async () => {
    const node = await kv.connect();
    expect((await node.ask({ offerSnapshot: {} })).offerSnapshot?.result).toBe(3);
    expect((await node.ask({ loadSnapshotChunk: {} })).loadSnapshotChunk?.chunk).toHaveLength(0);
    expect((await node.ask({ applySnapshotChunk: {} })).applySnapshotChunk?.result).toBe(2);
    expect((await node.ask({ extendVote: {} })).extendVote?.voteExtension).toHaveLength(0);
    expect((await node.ask({ verifyVoteExtension: {} })).verifyVoteExtension?.status).toBe(1);
    const extended = { voteExtension: Uint8Array.of(1) };
    expect((await node.ask({ verifyVoteExtension: extended })).verifyVoteExtension?.status).toBe(2);
  });

  test("many requests in one chunk, and one in many, are answered in their order", async () => {
    const node = await kv.connect();
    const requests = [...Array(300).keys()].map((i) => ({ echo: { message: String(i) } }));
    node.send(...requests, { flush: {} });
    for (const { echo } of requests) expect((await node.next()).echo).toEqual(echo);
    expect((await node.next()).flush).toEqual({});
    for (const byte of requestFrame({ echo: { message: "slow" } })) {
      node.socket.write(Uint8Array.of(byte));
      await turn();
    }
    expect((await node.next()).echo?.message).toBe("slow");
  });

  test("a large request and a large response pass", async () => {
    const node = await kv.connect();
    const message = "x".repeat(20_000_000);
    expect((await node.ask({ echo: { message } })).echo?.message).toBe(message);
  });
});

describe("where to listen", () => {
  const serve = async (address: string) =>
    serveAbci({
      app: await KvStore.open(new MemoryBackend()),
      address,
      transport: "socket",
      logger: { info: () => {}, warn: () => {}, error: () => {} },
      onFault: () => {},
    });

  beforeEach(async () => {
    kv = await kvStoreServer();
  });

  test.each([
    "",
    "abci.sock",
    "unix://",
    `unix:///${"x".repeat(103)}`,
    "tcp://host",
    "tcp://host:65536",
    "tcp://:1",
  ])("%j is no address, and what is one is said", async (address) => {
    await expect(serve(address)).rejects.toThrow(/(write|use) (unix|tcp):\/\//);
  });

  test("nobody but the owner may connect, and a living application is not pushed aside", async () => {
    expect(statSync(kv.server.address.slice("unix://".length)).mode & 0o777).toBe(0o600);
    await expect(serve(kv.server.address)).rejects.toThrow("another application listens there");
    expect((await (await kv.connect()).ask({ echo: { message: "still here" } })).echo?.message).toBe(
      "still here",
    );
  });

  test("the socket of a process that was killed is replaced", async () => {
    const { address } = kv.server;
    await kv.close();
    kv = await kvStoreServer();
    const left = kv.server.address.slice("unix://".length).replace("abci.sock", "left.sock");
    writeFileSync(left, "");
    const server = await serve(`unix://${left}`);
    expect(server.address).not.toBe(address);
    await server.close();
  });
});
