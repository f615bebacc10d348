import { RequestCheckTx, ResponseCommit } from "@assay/proto/gen/tendermint/abci/types";
import { afterEach, describe, expect, test } from "vitest";
import { genesisRequest, type KvStoreServer, kvStoreServer } from "../../../test/abci/kvstore-server.ts";
import { kvTx } from "../../../test/kvstore/kvstore.ts";

let kv: KvStoreServer;
afterEach(() => kv.close());

const broken = async (): Promise<never> => {
  throw new Error("broken");
};
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("a fault of the application", () => {
  test.each([
    ["initChain", [{ initChain: genesisRequest }]],
    ["finalizeBlock", [{ initChain: genesisRequest }, { finalizeBlock: { height: 1n } }]],
    ["commit", [{ initChain: genesisRequest }, { finalizeBlock: { height: 1n } }, { commit: {} }]],
  ])("in %s ends the service without an answer", async (method, requests) => {
    kv = await kvStoreServer({ part: { [method]: broken } });
    const consensus = await kv.connect();
    const query = await kv.connect();
    for (const request of requests.slice(0, -1)) await consensus.ask(request);
    await expect(consensus.ask(requests.at(-1)!)).rejects.toThrow("closed");
    await query.closed;
    expect(kv.faults).toEqual([new Error("broken")]);
    expect(kv.log.join()).toContain("nothing of this block is stored");
    await expect(kv.connect()).rejects.toThrow();
  });

  test("elsewhere costs the request alone", async () => {
    kv = await kvStoreServer({
      part: { checkTx: broken, query: broken, prepareProposal: broken, processProposal: broken },
    });
    const node = await kv.connect();
    await node.ask({ initChain: genesisRequest });
    expect((await node.ask({ checkTx: { tx: kvTx("a=1") } })).checkTx).toMatchObject({
      code: 1,
      log: "internal error",
    });
    expect((await node.ask({ query: {} })).query).toMatchObject({ code: 1, log: "internal error" });
    const prepared = await node.ask({
      prepareProposal: { txs: [kvTx("a=1")], maxTxBytes: 100n, height: 1n },
    });
    expect(prepared.prepareProposal?.txs).toEqual([]);
    expect((await node.ask({ processProposal: { height: 1n } })).processProposal?.status).toBe(2);
    expect(kv.log.filter((line) => line.includes("broken"))).toHaveLength(4);
    expect(kv.faults).toEqual([]);
  });

  test("is an answer that ABCI does not allow", async () => {
    kv = await kvStoreServer({ part: { processProposal: async () => ({ status: 0 }) } });
    const node = await kv.connect();
    await node.ask({ initChain: genesisRequest });
    await expect(node.ask({ processProposal: { height: 1n } })).rejects.toThrow("closed");
    expect(String(kv.faults[0])).toContain("process-proposal: unknown status");
  });
});

describe("a node that was killed", () => {
  test("amid a commit: the next one hears of the block", async () => {
    let finish = (): void => {};
    const store = await kvStoreServer();
    await store.close();
    kv = await kvStoreServer({
      part: {
        info: () => ({
          data: "",
          version: "",
          appVersion: 1n,
          lastBlockHeight: height,
          lastBlockAppHash: hash,
        }),
        finalizeBlock: async () => ({
          events: [],
          txResults: [],
          validatorUpdates: [],
          consensusParamUpdates: undefined,
          appHash: Uint8Array.of(1),
        }),
        commit: () =>
          new Promise((resolve) => {
            finish = () => {
              height = 1n;
              hash = Uint8Array.of(1);
              resolve(ResponseCommit.create());
            };
          }),
      },
    });
    let height = 0n;
    let hash = new Uint8Array(0);
    const killed = await kv.connect();
    await killed.ask({ initChain: genesisRequest });
    await killed.ask({ finalizeBlock: { height: 1n } });
    // Behind the commit: it would be another block.
    killed.send({ commit: {} }, { finalizeBlock: { height: 2n } });
    await (await kv.connect()).ask({ echo: {} });
    killed.close();
    await killed.closed;
    await turn();

    const next = await kv.connect();
    const info = next.ask({ info: {} });
    await (await kv.connect()).ask({ echo: {} });
    finish();
    expect((await info).info).toMatchObject({ lastBlockHeight: 1n, lastBlockAppHash: Uint8Array.of(1) });
    await next.ask({ finalizeBlock: { height: 2n } });
    expect(kv.log).toEqual([]);
  });

  test("amid a block: the next one may hand it out again", async () => {
    let runs = 0;
    let finish = (): void => {};
    kv = await kvStoreServer({
      part: {
        finalizeBlock: async () => {
          if (runs++ === 0) await new Promise<void>((resolve) => (finish = resolve));
          return {
            events: [],
            txResults: [],
            validatorUpdates: [],
            consensusParamUpdates: undefined,
            appHash: Uint8Array.of(1),
          };
        },
      },
    });
    const killed = await kv.connect();
    await killed.ask({ initChain: genesisRequest });
    killed.send({ finalizeBlock: { height: 1n } });
    await (await kv.connect()).ask({ echo: {} });
    killed.close();
    const next = await kv.connect();
    const info = next.ask({ info: {} });
    finish();
    expect((await info).info?.lastBlockHeight).toBe(0n);
    await next.ask({ initChain: genesisRequest });
    await next.ask({ finalizeBlock: { height: 1n } });
    expect(runs).toBe(2);
  });
});

describe("a check behind a block", () => {
  test("is answered, and a query too, while the block executes", async () => {
    let finish = (): void => {};
    kv = await kvStoreServer({
      part: { finalizeBlock: () => new Promise((_, reject) => (finish = () => reject(new Error("ended")))) },
    });
    const [query, mempool, consensus] = [await kv.connect(), await kv.connect(), await kv.connect()];
    await consensus.ask({ initChain: genesisRequest });
    const block = consensus.ask({ finalizeBlock: { height: 1n } });
    const checked = await mempool.ask({ checkTx: RequestCheckTx.fromPartial({ tx: kvTx("a=1") }) });
    expect(checked.checkTx?.code).toBe(0);
    expect((await query.ask({ query: { data: kvTx("a") } })).query?.log).toBe("does not exist");
    expect((await query.ask({ info: {} })).info?.lastBlockHeight).toBe(0n);
    finish();
    await expect(block).rejects.toThrow("closed");
  });
});
