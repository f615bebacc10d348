/** Unmodified clients against the server. */
import { StargateClient } from "@cosmjs/stargate";
import { Comet38Client, connectComet } from "@cosmjs/tendermint-rpc";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MemoryLedger, sha256 } from "../../test/ledger/memory-ledger.ts";
import { openTxIndex, type TxIndex } from "../index/tx-index.ts";
import { MemoryBackend } from "../store/backend-memory.ts";
import { type RpcServer, startRpc } from "./start-rpc.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const GENESIS = {
  genesis_time: "2026-01-01T00:00:00Z",
  chain_id: "memory-1",
  initial_height: "1",
  consensus_params: {
    block: { max_bytes: "4194304", max_gas: "-1" },
    evidence: { max_age_num_blocks: "100000", max_age_duration: "172800000000000", max_bytes: "1048576" },
    validator: { pub_key_types: ["ed25519"] },
  },
  app_hash: "",
  app_state: { hello: "world" },
};

let ledger: MemoryLedger;
let index: TxIndex;
let rpc: RpcServer;
let client: Comet38Client;
let socket: Comet38Client;

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
    genesisText: JSON.stringify(GENESIS),
    logger: { info: () => {}, error: () => {} },
  });
  ledger.commitBlock(["a=1"]);
  ledger.commitBlock();
  ledger.commitBlock(["b=2", "c=3", "d=fail"]);
  client = await Comet38Client.connect(`http://127.0.0.1:${rpc.port}`);
  socket = await Comet38Client.connect(`ws://127.0.0.1:${rpc.port}`);
  // CosmJS 0.39 never answers a socket whose first question comes after it opened: its queue stays "busy".
  await socket.status();
});

afterAll(async () => {
  client.disconnect();
  socket.disconnect();
  await rpc.close();
  await index.close();
});

describe("Comet38Client", () => {
  it("is told the version that it knows", async () => {
    const comet = await connectComet(`http://127.0.0.1:${rpc.port}`);
    expect(comet).toBeInstanceOf(Comet38Client);
    comet.disconnect();
  });

  it("reads the status", async () => {
    const { nodeInfo, syncInfo, validatorInfo } = await client.status();
    expect(nodeInfo).toMatchObject({ network: "memory-1", version: "0.38.25", moniker: "memory" });
    expect(nodeInfo.other.get("tx_index")).toBe("on");
    expect(syncInfo).toMatchObject({ latestBlockHeight: 3, earliestBlockHeight: 1, catchingUp: false });
    expect(validatorInfo.votingPower).toBe(10n);
  });

  it("reads blocks, headers and commits", async () => {
    const { block, blockId } = await client.block(1);
    expect(block.txs.map((tx) => new TextDecoder().decode(tx))).toEqual(["a=1"]);
    expect(block.lastCommit).toBeNull();
    expect(block.header.lastBlockId).toBeNull();
    expect(blockId.parts.total).toBe(1);
    const latest = await client.block();
    expect(latest.block.header.height).toBe(3);
    expect(latest.block.lastCommit?.signatures.map((one) => one.blockIdFlag)).toEqual([2, 2, 1]);
    expect(latest.block.header.time.toISOString()).toBe("2023-11-14T22:13:23.003Z");
    const chain = await client.blockchain(1, 3);
    expect(chain.blockMetas.map((meta) => meta.header.height)).toEqual([3, 2, 1]);
    const { canonical, commit } = await client.commit(2);
    expect(canonical).toBe(true);
    expect(commit.height).toBe(2);
  });

  it("reads results", async () => {
    const { results, validatorUpdates } = await client.blockResults(3);
    expect(results.map(({ code }) => code)).toEqual([0, 0, 5]);
    expect(results[0]!.events[0]).toEqual({
      type: "store.set",
      attributes: [
        { key: "key", value: "b" },
        { key: "value", value: "2" },
      ],
    });
    expect(validatorUpdates.map(({ votingPower }) => votingPower)).toEqual([9n]);
    expect((await client.blockResults(2)).results).toEqual([]);
  });

  it("reads validators, page by page", async () => {
    const { validators } = await client.validatorsAll(2);
    expect(validators.map(({ votingPower }) => votingPower)).toEqual([10n, 9n, 8n]);
    const page = await client.validators({ height: 2, page: 2, per_page: 2 });
    expect(page).toMatchObject({ count: 1, total: 3 });
  });

  it("reads the genesis document, health and info", async () => {
    expect((await client.genesis()).appState).toEqual({ hello: "world" });
    expect(await client.health()).toBeNull();
    expect(await client.abciInfo()).toMatchObject({ data: "memory", lastBlockHeight: 3 });
  });

  it("queries the application", async () => {
    const found = await client.abciQuery({ path: "/key", data: utf8("b") });
    expect(found).toMatchObject({ code: 0, height: 3 });
    expect(new TextDecoder().decode(found.value)).toBe("2");
    expect(await client.abciQuery({ path: "/key", data: utf8("nothing") })).toMatchObject({
      code: 22,
      codespace: "sdk",
    });
  });

  it("finds a transaction by hash, with its proof", async () => {
    const found = await client.tx({ hash: sha256(utf8("c=3")), prove: true });
    expect(found).toMatchObject({ height: 3, index: 1 });
    expect(found.proof?.proof).toMatchObject({ total: 3, index: 1 });
    const { block } = await client.block(3);
    expect(found.proof?.rootHash).toEqual(block.header.dataHash);
    await expect(client.tx({ hash: sha256(utf8("nothing")) })).rejects.toThrow(
      /tx \([0-9A-F]{64}\) not found/,
    );
  });

  it("searches transactions and blocks", async () => {
    const both = await client.txSearch({ query: "store.set.key='b'" });
    expect(both.totalCount).toBe(1);
    expect(both.txs[0]).toMatchObject({ height: 3, index: 0 });
    const all = await client.txSearchAll({ query: "tx.height>0", per_page: 2 });
    expect(all.txs.map(({ height, index }) => [height, index])).toEqual([
      [1, 0],
      [3, 0],
      [3, 1],
      [3, 2],
    ]);
    const blocks = await client.blockSearchAll({ query: "clock.ticked.parity='odd'" });
    expect(blocks.blocks.map(({ block }) => block.header.height)).toEqual([1, 3]);
  });

  it("broadcasts in three ways", async () => {
    expect(await client.broadcastTxSync({ tx: utf8("e=5") })).toMatchObject({ code: 0 });
    expect(await client.broadcastTxAsync({ tx: utf8("f=6") })).toMatchObject({ code: 0 });
    expect(await client.numUnconfirmedTxs()).toMatchObject({ total: 2, totalBytes: 6 });
    expect(await client.broadcastTxSync({ tx: utf8("=") })).toMatchObject({ code: 2, codespace: "sdk" });
    await expect(client.broadcastTxSync({ tx: utf8("e=5") })).rejects.toThrow(/tx already exists in cache/);
    const waiting = client.broadcastTxCommit({ tx: utf8("g=7") });
    while (ledger.size() < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    const { height } = ledger.commitBlock();
    expect(await waiting).toMatchObject({ height, txResult: { code: 0 } });
    expect(await client.tx({ hash: sha256(utf8("g=7")) })).toMatchObject({ height });
  });

  it("says what light clients parse", async () => {
    await expect(client.commit(99)).rejects.toThrow(
      /height 99 must be less than or equal to the current blockchain height \d+/,
    );
    ledger.prune(2);
    await expect(client.block(1)).rejects.toThrow(/height 1 is not available, lowest height is 2/);
    ledger.prune(1);
  });

  it("answers over a WebSocket and subscribes there", async () => {
    expect((await socket.status()).nodeInfo.network).toBe("memory-1");
    const seen: string[] = [];
    const until = (count: number): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (seen.length >= count) resolve();
          else setTimeout(look, 5);
        };
        look();
      });
    const subscriptions = [
      socket.subscribeNewBlock().subscribe({ next: ({ header }) => seen.push(`block ${header.height}`) }),
      socket.subscribeNewBlockHeader().subscribe({ next: ({ height }) => seen.push(`header ${height}`) }),
      socket
        .subscribeTx("store.set.key='x'")
        .subscribe({ next: ({ tx, height }) => seen.push(`${Buffer.from(tx).toString()} ${height}`) }),
    ];
    await socket.health();
    const { height } = ledger.commitBlock(["w=1", "x=2", "y=3"]);
    await until(3);
    expect(seen).toEqual([`block ${height}`, `header ${height}`, `x=2 ${height}`]);
    for (const subscription of subscriptions) subscription.unsubscribe();
    await new Promise((resolve) => setTimeout(resolve, 20));
    ledger.commitBlock(["x=4"]);
    await socket.health();
    expect(seen).toHaveLength(3);
  });
});

describe("StargateClient", () => {
  it("connects, knows the height, finds and searches transactions", async () => {
    const stargate = await StargateClient.connect(`http://127.0.0.1:${rpc.port}`);
    expect(await stargate.getChainId()).toBe("memory-1");
    expect(await stargate.getHeight()).toBe(ledger.height());
    const hash = Buffer.from(sha256(utf8("b=2")))
      .toString("hex")
      .toUpperCase();
    expect(await stargate.getTx(hash)).toMatchObject({ height: 3, txIndex: 0, code: 0 });
    expect(await stargate.getTx("00".repeat(32))).toBeNull();
    const found = await stargate.searchTx([{ key: "message.module", value: "store" }]);
    expect(found.length).toBeGreaterThanOrEqual(3);
    stargate.disconnect();
  });
});
