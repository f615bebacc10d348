/** What CosmJS expects of CometBFT's own kvstore example, on the embedded engine. */
import { Comet38Client } from "@cosmjs/tendermint-rpc";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Chain, chain } from "../../test/kvstore/chain.ts";
import { kvTx } from "../../test/kvstore/kvstore.ts";
import { formatGenesis } from "../engine/genesis.ts";
import { openTxIndex, type TxIndex } from "../index/tx-index.ts";
import { MemoryBackend } from "../store/backend-memory.ts";
import { type RpcServer, startRpc } from "./start-rpc.ts";

let kv: Chain;
let index: TxIndex;
let rpc: RpcServer;
let http: Comet38Client;
let socket: Comet38Client;

beforeAll(async () => {
  kv = await chain({ powers: [10n, 7n, 3n], engine: { blockTimeMs: 0 } });
  const { engine, mempool, app } = kv;
  index = await openTxIndex({ at: { backend: new MemoryBackend() }, blocks: engine.blocks });
  await index.catchUp(engine);
  rpc = await startRpc({
    host: "127.0.0.1",
    port: 0,
    app,
    blocks: engine.blocks,
    mempool,
    feed: engine,
    index,
    identity: {
      nodeId: "11".repeat(20),
      moniker: "kv",
      chainId: kv.genesis.chainId,
      version: "0.38.25",
      appVersion: 1n,
      validatorPubkey: kv.genesis.validators[0]!.pubKey.ed25519!,
      initialHeight: 1,
    },
    genesisText: formatGenesis(kv.genesis),
    logger: { info: () => {}, error: (fields) => expect(fields).toBeUndefined() },
  });
  engine.start();
  http = await Comet38Client.connect(`http://127.0.0.1:${rpc.port}`);
  socket = await Comet38Client.connect(`ws://127.0.0.1:${rpc.port}`);
  // CosmJS 0.39 never answers a socket whose first question comes after it opened: its queue stays "busy".
  await socket.status();
});

afterAll(async () => {
  http.disconnect();
  socket.disconnect();
  await kv.engine.stop();
  await rpc.close();
  await index.close();
});

describe.each(["http", "socket"] as const)("over %s", (transport) => {
  const client = (): Comet38Client => (transport === "http" ? http : socket);

  it("a transaction goes in, is committed, found, searched and proved", async () => {
    const key = `key-${transport}`;
    const tx = kvTx(`${key}=value`);
    const { hash, height, checkTx, txResult } = await client().broadcastTxCommit({ tx });
    expect([checkTx.code, txResult?.code]).toEqual([0, 0]);
    const found = await client().tx({ hash, prove: true });
    expect(found).toMatchObject({ height, index: 0, tx });
    expect(found.result.events.map(({ type }) => type)).toEqual(["app", "app"]);
    const { block, blockId } = await client().block(height);
    expect(found.proof?.rootHash).toEqual(block.header.dataHash);
    const searched = await client().txSearch({ query: `app.key='${key}'`, prove: true });
    expect(searched).toMatchObject({ totalCount: 1, txs: [{ height, index: 0 }] });
    // The creator and the key of the first event, and not of the second.
    const together = `app.key='${key}' AND app.creator='Cosmoshi Netowoko'`;
    expect((await client().txSearch({ query: together })).totalCount).toBe(1);
    expect((await client().txSearch({ query: `tx.height=${height}` })).totalCount).toBe(1);
    const results = await client().blockResults(height);
    expect(results.results).toHaveLength(1);
    const queried = await client().abciQuery({ path: "/key", data: new TextEncoder().encode(key) });
    expect(new TextDecoder().decode(queried.value)).toBe("value");
    expect(queried.height).toBeGreaterThan(0);
    expect(blockId.parts.total).toBeGreaterThan(0);
  });

  it("headers, commits and validators fit together", async () => {
    const { syncInfo } = await client().status();
    const height = syncInfo.latestBlockHeight;
    expect(height).toBeGreaterThan(1);
    const { commit, header, canonical } = await client().commit(height - 1);
    expect(canonical).toBe(true);
    expect(header.height).toBe(height - 1);
    expect(commit.signatures).toHaveLength(3);
    const next = await client().block(height);
    expect(next.block.header.lastBlockId?.hash).toEqual(commit.blockId.hash);
    expect(next.block.lastCommit?.signatures).toEqual(commit.signatures);
    const { validators } = await client().validatorsAll(height);
    expect(validators.map(({ votingPower }) => votingPower)).toEqual([10n, 7n, 3n]);
    const { blockMetas, lastHeight } = await client().blockchain();
    expect(blockMetas[0]!.header.height).toBe(lastHeight);
    expect((await client().genesis()).chainId).toBe("kv-test");
    expect((await client().blockSearchAll({ query: "block.height>0" })).totalCount).toBe(lastHeight);
  });

  it("a refused transaction says why", async () => {
    const answer = await client().broadcastTxSync({ tx: kvTx("nonsense") });
    expect(answer).toMatchObject({ code: 2, codespace: "kvstore", log: "not key=value" });
    const committed = await client().broadcastTxCommit({ tx: kvTx(`fail=${transport}`) });
    expect(committed.txResult).toMatchObject({ code: 3, log: transport });
  });
});

describe("subscriptions", () => {
  it("tell blocks, headers and transactions as they are committed, once each", async () => {
    const seen: string[] = [];
    const subscriptions = [
      socket.subscribeNewBlock().subscribe({ next: (block) => seen.push(`block ${block.txs.length}`) }),
      socket.subscribeNewBlockHeader().subscribe({ next: () => seen.push("header") }),
      socket.subscribeTx("app.key='told'").subscribe({
        next: ({ result }) => seen.push(`told ${result.code}`),
      }),
    ];
    await socket.health();
    const { height } = await http.broadcastTxCommit({ tx: kvTx("told=1") });
    while (kv.engine.height < height + 1) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen.filter((one) => one === "told 0")).toHaveLength(1);
    expect(seen.slice(0, 3)).toEqual(["block 1", "header", "told 0"]);
    expect(seen.slice(3)).toEqual(["block 0", "header"]);
    for (const subscription of subscriptions) subscription.unsubscribe();
  });
});
