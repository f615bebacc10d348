/**
 * One application, three ledgers: CometBFT with its own kvstore, CometBFT with ours behind the ABCI server, the embedded
 * engine with ours. A client must not be able to tell which it talks to: first what CosmJS's Comet38Client expects, then
 * every method's answer against the built-in one's, errors included.
 */
import { GrammarChecker } from "@assay/chain/abci/grammar";
import { MemoryBackend } from "@assay/chain/store/backend-memory";
import { Comet38Client } from "@cosmjs/tendermint-rpc";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { needs } from "../harness/binaries.ts";
import { KEY, type KvLedger, kvGenesis, startComet, startCometWithOurs, startEmbedded } from "./backends.ts";
import { CometKvStore } from "./comet-kvstore.ts";
import { masked } from "./masked.ts";

const comet = needs("cometbft");
const NAMES = ["CometBFT, its own kvstore", "CometBFT, our kvstore", "embedded, our kvstore"] as const;
const BUILT_IN = NAMES[0];
type Name = (typeof NAMES)[number];

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const base64 = (value: string): string => Buffer.from(value).toString("base64");
const hex = (value: string): string => Buffer.from(value).toString("hex");

async function until<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let attempt = 0; attempt < 400; attempt++) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(25);
  }
  throw new Error(`waited for ${what} in vain`);
}

describe.skipIf(comet.missing)(`three ledgers of one kind${comet.howToGetIt}`, () => {
  const ledgers = new Map<Name, KvLedger>();
  const clients = new Map<string, Comet38Client>();

  beforeAll(async () => {
    const genesis = kvGenesis();
    const ours = new GrammarChecker(await CometKvStore.open(new MemoryBackend()));
    ledgers.set(NAMES[0], await startComet(comet.path, genesis, "kvstore"));
    ledgers.set(NAMES[1], await startCometWithOurs(comet.path, genesis, ours));
    ledgers.set(NAMES[2], await startEmbedded(genesis));
    for (const [name, { url }] of ledgers) {
      clients.set(`${name} http`, await Comet38Client.connect(url));
      const socket = await Comet38Client.connect(url.replace("http", "ws"));
      clients.set(`${name} socket`, socket);
      // CosmJS 0.39 never answers a socket whose first question comes after it opened: its queue stays "busy".
      await socket.status();
    }
  });
  afterAll(async () => {
    for (const client of clients.values()) client.disconnect();
    for (const ledger of ledgers.values()) await ledger.close();
  });

  async function call(name: Name, method: string, params: object): Promise<Record<string, unknown>> {
    const answer = await fetch(ledgers.get(name)!.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
    });
    return (await answer.json()) as Record<string, unknown>;
  }

  describe.each(NAMES)("%s", (name) => {
    describe.each(["http", "socket"])("over %s", (transport) => {
      const client = (): Comet38Client => clients.get(`${name} ${transport}`)!;
      const key = (of: string): string => `${of}-${transport}`;

      test("status, health and the genesis document", async () => {
        const { nodeInfo, syncInfo, validatorInfo } = await client().status();
        expect(nodeInfo).toMatchObject({ network: "kvstore", version: "0.38.25", moniker: "kv" });
        expect(nodeInfo.other.get("tx_index")).toBe("on");
        expect(syncInfo.catchingUp).toBe(false);
        expect(syncInfo.earliestBlockHeight).toBe(1);
        expect(validatorInfo.address).toEqual(KEY.address);
        expect(validatorInfo.votingPower).toBe(10n);
        expect(await client().health()).toBeNull();
        const genesis = await client().genesis();
        expect(genesis).toMatchObject({ chainId: "kvstore", validators: [{ votingPower: 10n }] });
      });

      test("a transaction is committed, told, found, searched, proved and queried", async () => {
        const tx = utf8(`${key("sent")}=value`);
        const before = JSON.parse((await client().abciInfo()).data!) as { size: number };
        const { hash, height, checkTx, txResult } = await client().broadcastTxCommit({ tx });
        expect(checkTx).toMatchObject({ code: 0, gasWanted: 1n, gasUsed: 0n });
        expect(txResult).toMatchObject({ code: 0, gasWanted: 0n, gasUsed: 0n });
        expect(txResult!.events.map(({ type }) => type)).toEqual(["app", "app"]);
        expect(txResult!.events[0]!.attributes.map((one) => one.key)).toEqual([
          "creator",
          "key",
          "index_key",
          "noindex_key",
        ]);
        const found = await until("the index", () =>
          client()
            .tx({ hash, prove: true })
            .catch(() => undefined),
        );
        expect(found).toMatchObject({ height, tx, hash });
        const { block } = await client().block(height);
        expect(block.txs[found.index]).toEqual(tx);
        expect(found.proof).toMatchObject({ rootHash: block.header.dataHash, data: tx });
        expect(found.proof!.proof).toMatchObject({ total: block.txs.length, index: found.index });
        const queried = await client().abciQuery({ path: "/key", data: utf8(key("sent")) });
        expect([text(queried.value), queried.log, queried.index]).toEqual(["value", "exists", 0]);
        expect(queried.height).toBeGreaterThanOrEqual(height);
        const proved = await client().abciQuery({ path: "/key", data: utf8(key("sent")), prove: true });
        expect([proved.index, proved.proof]).toEqual([-1, undefined]);
        const info = await client().abciInfo();
        expect((JSON.parse(info.data!) as { size: number }).size).toBeGreaterThan(before.size);
        expect(info.lastBlockHeight).toBeGreaterThanOrEqual(height);
      });

      test("searches: by hash, height, key, both attributes of one event, order and pages", async () => {
        const sent = [];
        for (const i of [1, 2, 3]) {
          sent.push(await client().broadcastTxCommit({ tx: utf8(`${key(`many${i}`)}=x${transport}`) }));
        }
        const query = `app.key='x${transport}'`;
        const all = await until("the index", async () => {
          const found = await client().txSearch({ query, prove: true });
          return found.totalCount === 3 ? found : undefined;
        });
        const heights = sent.map(({ height }) => height);
        expect(all.txs.map(({ height }) => height)).toEqual(heights);
        expect(all.txs.every(({ proof }) => proof !== undefined)).toBe(true);
        const down = await client().txSearch({ query, order_by: "desc", per_page: 2 });
        expect([down.totalCount, down.txs.map(({ height }) => height)]).toEqual([
          3,
          [...heights].reverse().slice(0, 2),
        ]);
        const second = await client().txSearch({ query, per_page: 2, page: 2 });
        expect(second.txs.map(({ height }) => height)).toEqual(heights.slice(2));
        expect((await client().txSearchAll({ query, per_page: 1 })).txs).toHaveLength(3);
        const totals = async (one: string) => (await client().txSearch({ query: one })).totalCount;
        const hash = Buffer.from(sent[0]!.hash).toString("hex");
        expect(await totals(`tx.hash='${hash}'`)).toBe(1);
        expect(await totals(`tx.hash='${hash.toUpperCase()}'`)).toBe(1);
        expect(await totals(`tx.height=${heights[0]}`)).toBe(1);
        expect(await totals(`tx.height>=${heights[0]} AND tx.height<=${heights[2]} AND ${query}`)).toBe(3);
        expect(await totals(`${query} AND app.creator='Cosmoshi'`)).toBe(3);
        // The other event has this creator, and not this key.
        expect(await totals(`${query} AND app.creator='Cosmoshi Netowoko'`)).toBe(0);
        expect(await totals(`app.key CONTAINS 'many2-${transport}'`)).toBe(1);
        expect(await totals(`app.index_key EXISTS AND tx.height=${heights[1]}`)).toBe(1);
        expect(await totals("app.noindex_key EXISTS")).toBe(0);
        await expect(client().txSearch({ query, page: 9, per_page: 2 })).rejects.toThrow(
          /page should be within \[1, 2\] range, given 9/,
        );
        const blocks = await until("the index", async () => {
          const found = await client().blockSearch({ query: `block.height>=1 AND block.height<=2` });
          return found.totalCount === 2 ? found : undefined;
        });
        expect(blocks.blocks.map(({ block }) => block.header.height)).toEqual([1, 2]);
      });

      test("blocks, headers, commits, results and validators fit together", async () => {
        const { height } = await client().broadcastTxCommit({ tx: utf8(`${key("fit")}=1`) });
        await until("the next block", async () =>
          (await client().status()).syncInfo.latestBlockHeight > height ? true : undefined,
        );
        const [block, next, results, commit, chain] = await Promise.all([
          client().block(height),
          client().block(height + 1),
          client().blockResults(height),
          client().commit(height),
          client().blockchain(height, height + 1),
        ]);
        expect(next.block.header.lastBlockId?.hash).toEqual(block.blockId.hash);
        expect(commit).toMatchObject({ canonical: true, commit: { blockId: { hash: block.blockId.hash } } });
        expect(next.block.lastCommit?.signatures).toEqual(commit.commit.signatures);
        expect(chain.blockMetas.map(({ header }) => header.height)).toEqual([height + 1, height]);
        expect(chain.blockMetas[1]!.numTxs).toBe(1);
        expect(results.results.map(({ code }) => code)).toEqual([0]);
        const { validators } = await client().validatorsAll(height);
        expect(validators.map(({ votingPower }) => votingPower)).toEqual([10n]);
        expect(block.block.header.proposerAddress).toEqual(validators[0]!.address);
        await expect(client().block(height + 100_000)).rejects.toThrow(
          /must be less than or equal to the current blockchain height/,
        );
      });

      test("what is refused says why, in the same words", async () => {
        const sync = await client().broadcastTxSync({ tx: utf8("nonsense") });
        expect(sync).toMatchObject({ code: 2, codespace: "", log: "" });
        const tx = utf8(`${key("twice")}=1`);
        expect((await client().broadcastTxSync({ tx })).code).toBe(0);
        const again = "tx already exists in cache";
        await expect(client().broadcastTxSync({ tx })).rejects.toThrow(again);
        await expect(client().broadcastTxAsync({ tx })).rejects.toThrow(again);
        await expect(client().broadcastTxCommit({ tx })).rejects.toThrow(again);
        await expect(client().tx({ hash: new Uint8Array(32) })).rejects.toThrow(
          `tx (${"00".repeat(32)}) not found`,
        );
      });
    });

    test("subscriptions tell blocks, headers and transactions, once each and in order", async () => {
      const client = clients.get(`${name} socket`)!;
      const seen: string[] = [];
      const heights: number[] = [];
      const running = [
        client.subscribeNewBlock().subscribe({
          next: ({ header, txs }) => {
            heights.push(header.height);
            if (txs.length > 0) seen.push("block");
          },
        }),
        client.subscribeNewBlockHeader().subscribe({ next: ({ height }) => seen.push(`header ${height}`) }),
        client.subscribeTx("app.key='told'").subscribe({
          next: ({ tx, result, height }) => seen.push(`tx ${text(tx)} ${result.code} at ${height}`),
        }),
        client.subscribeTx("app.key='other'").subscribe({ next: () => seen.push("not asked for") }),
      ];
      await client.health();
      await pause(50);
      const { height } = await clients.get(`${name} http`)!.broadcastTxCommit({ tx: utf8("told=1") });
      await until("two more blocks", () => (heights.at(-1)! > height + 1 ? true : undefined));
      for (const one of running) one.unsubscribe();
      expect(seen.filter((one) => one.startsWith("tx"))).toEqual([`tx told=1 0 at ${height}`]);
      expect(seen.filter((one) => one === "block")).toHaveLength(1);
      expect(seen).not.toContain("not asked for");
      expect(heights).toEqual(heights.map((_, i) => heights[0]! + i));
      expect(seen.filter((one) => one === `header ${height}`)).toHaveLength(1);
    });

    test("a validator's power changes two heights later", async () => {
      const client = clients.get(`${name} http`)!;
      const pubkey = Buffer.from(KEY.publicKey).toString("base64");
      const { height } = await client.broadcastTxCommit({ tx: utf8(`val=ed25519!${pubkey}!11`) });
      await until("the third block after it", async () =>
        (await client.status()).syncInfo.latestBlockHeight > height + 2 ? true : undefined,
      );
      const power = async (at: number) => (await client.validatorsAll(at)).validators[0]!.votingPower;
      expect([await power(height + 1), await power(height + 2)]).toEqual([10n, 11n]);
      const results = await client.blockResults(height);
      expect(results.validatorUpdates).toMatchObject([{ votingPower: 11n }]);
      const queried = await client.abciQuery({ path: "/val", data: KEY.publicKey });
      expect(Buffer.from(queried.value).at(-1)).toBe(11);
      // Back again: the differences below are between like ledgers.
      const back = await client.broadcastTxCommit({ tx: utf8(`val=ed25519!${pubkey}!10`) });
      await until("the third block after it", async () =>
        (await client.status()).syncInfo.latestBlockHeight > back.height + 2 ? true : undefined,
      );
    });
  });

  test("the first block is the same on all three", async () => {
    const firsts = await Promise.all(NAMES.map((name) => call(name, "block", { height: "1" })));
    expect(firsts[1]).toEqual(firsts[0]);
    expect(firsts[2]).toEqual(firsts[0]);
  });

  /** Every method, well asked and badly. */
  const CALLS: readonly (readonly [method: string, params: object])[] = [
    ["status", {}],
    ["health", {}],
    ["net_info", {}],
    ["abci_info", {}],
    ["abci_query", { path: "/key", data: hex("absent") }],
    ["abci_query", { path: "", data: hex("sent-http"), prove: true }],
    ["abci_query", { path: "", data: "zz" }],
    ["abci_query", { path: "", data: "00", height: "-1" }],
    ["block", { height: "1" }],
    ["block", { height: "2" }],
    ["block", { height: "0" }],
    ["block", { height: "-1" }],
    ["block", { height: "1000000" }],
    ["block", { height: "x" }],
    ["block", { height: 1.5 }],
    ["block", { height: 1 }],
    ["block", []],
    ["block", ["1"]],
    ["block", ["1", "2"]],
    ["block_by_hash", { hash: "AAAA" }],
    ["block_by_hash", {}],
    ["header", { height: "2" }],
    ["header_by_hash", { hash: "AAAA" }],
    ["block_results", { height: "1" }],
    ["block_results", { height: "1000000" }],
    ["blockchain", { minHeight: "1", maxHeight: "2" }],
    ["blockchain", { minHeight: "5", maxHeight: "2" }],
    ["blockchain", { minHeight: "-1", maxHeight: "2" }],
    ["commit", { height: "1" }],
    ["commit", { height: "0" }],
    ["validators", { height: "1" }],
    ["validators", { height: "1", page: "2" }],
    ["validators", { height: "1", page: "0" }],
    ["validators", { height: "1", per_page: "1000" }],
    ["validators", { height: "1000000" }],
    ["consensus_params", { height: "1" }],
    ["consensus_params", { height: "1000000" }],
    ["genesis", {}],
    ["genesis_chunked", { chunk: "0" }],
    ["genesis_chunked", { chunk: "7" }],
    ["unconfirmed_txs", {}],
    ["num_unconfirmed_txs", {}],
    ["check_tx", { tx: base64("k=v") }],
    ["check_tx", { tx: base64("nonsense") }],
    ["broadcast_tx_sync", { tx: base64("nonsense") }],
    ["broadcast_tx_commit", { tx: base64("nonsense") }],
    ["broadcast_tx_async", { tx: base64("nonsense") }],
    ["broadcast_tx_sync", { tx: base64("sent-http=value") }],
    ["broadcast_tx_async", { tx: base64("sent-http=value") }],
    ["broadcast_tx_commit", { tx: base64("sent-http=value") }],
    ["broadcast_tx_sync", { tx: "%" }],
    ["broadcast_tx_sync", {}],
    ["tx", { hash: "AAAA" }],
    ["tx", {}],
    ["tx", { hash: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" }],
    ["tx_search", { query: "app.key='sent-http'", prove: true }],
    ["tx_search", { query: "app.key='sent-http'" }],
    ["tx_search", { query: "app.key='never'" }],
    ["tx_search", { query: "app.key='never'", page: "2" }],
    ["tx_search", { query: "app.key='sent-http'", order_by: "up" }],
    ["tx_search", { query: "tx.height<0" }],
    ["tx_search", { query: "app.key=" }],
    ["tx_search", { query: "" }],
    ["tx_search", { query: "a".repeat(600) }],
    ["tx_search", {}],
    ["block_search", { query: "block.height=1" }],
    ["block_search", { query: "block.height=1", order_by: "up" }],
    ["block_search", { query: "block.height>1000000" }],
    ["broadcast_evidence", {}],
    ["nope", {}],
    ["subscribe", { query: "tm.event='NewBlock'" }],
  ];

  /** Where the embedded engine's answer is another one, and why that is right. */
  const OTHERWISE: readonly (readonly [method: string, params: object, why: string])[] = [
    ["net_info", {}, "it has no peers and listens for none"],
    ["block", { height: 1 }, "a number is taken where CometBFT wants it as text"],
    ["block", [], "an empty list of parameters is none at all"],
    [
      "genesis_chunked",
      { chunk: "0" },
      "the document is served as it stands in its file, not formatted anew",
    ],
    ["genesis_chunked", { chunk: "7" }, "CometBFT counts the only chunk as none"],
    ["broadcast_tx_sync", {}, "a missing transaction is missing, not an empty one"],
  ];
  const whyOtherwise = (method: string, params: object): string | undefined =>
    OTHERWISE.find(([one, its]) => one === method && JSON.stringify(its) === JSON.stringify(params))?.[2];

  test.each(CALLS)("%s %j: one answer", async (method, params) => {
    const [builtIn, ours, embedded] = await Promise.all(
      NAMES.map(async (name) => masked((await call(name, method, params)) as never)),
    );
    expect(ours).toEqual(builtIn);
    if (whyOtherwise(method, params) === undefined) expect(embedded).toEqual(builtIn);
    else expect(embedded).not.toEqual(builtIn);
  });

  const URIS = [
    "/block?height=1",
    '/block?height="1"',
    "/block?height=0",
    "/block?height=x",
    "/abci_query?path=%22/key%22&data=%22absent%22",
    "/abci_query?data=0x616263",
    "/tx?hash=0x00",
    "/tx?hash=00",
    "/tx_search?query=%22app.key=%27sent-http%27%22&prove=true",
    "/tx_search?query=app",
    "/validators?height=1&per_page=0",
    "/health",
    "/nope",
  ];

  test.each(URIS)("GET %s: one answer", async (uri) => {
    const [builtIn, ours, embedded] = await Promise.all(
      NAMES.map(async (name) => {
        const answer = await fetch(`${ledgers.get(name)!.url}${uri}`);
        const body = await answer.text();
        return { body: body.startsWith("{") ? masked(JSON.parse(body) as never) : body.trim() };
      }),
    );
    expect(ours).toEqual(builtIn);
    if (uri === "/nope") {
      // CometBFT says it in plain text.
      expect(embedded!.body).toMatchObject({ error: { code: -32601 } });
    } else expect(embedded).toEqual(builtIn);
  });

  const QUERIES = [
    "tm.event='NewBlock'",
    "tm.event='NewBlockHeader'",
    "tm.event='NewBlockEvents'",
    "tm.event='Tx'",
    "tm.event='Tx' AND app.key='live'",
    "tm.event = 'ValidatorSetUpdates'",
    "nonsense",
    "",
  ];

  test.each(QUERIES)("subscribe %j: one answer, one kind of event", async (query) => {
    const told = await Promise.all(
      NAMES.map(async (name) => {
        const socket = new WebSocket(`${ledgers.get(name)!.url.replace("http", "ws")}/websocket`);
        const messages: Record<string, unknown>[] = [];
        socket.on("message", (data: Buffer) => messages.push(JSON.parse(data.toString()) as never));
        await new Promise((resolve) => socket.on("open", resolve));
        socket.send(JSON.stringify({ jsonrpc: "2.0", id: 7, method: "subscribe", params: { query } }));
        await until("an answer", () => messages[0]);
        if ("error" in messages[0]!) {
          socket.close();
          return messages.map((one) => masked(one as never));
        }
        const pubkey = Buffer.from(KEY.publicKey).toString("base64");
        const tx = query.includes("Validator")
          ? `val=ed25519!${pubkey}!12`
          : `live=${QUERIES.indexOf(query)}`;
        await call(name, "broadcast_tx_commit", { tx: base64(tx) });
        // The one with the transaction, of a kind that all blocks have.
        const isWanted = (one: Record<string, unknown>): boolean => {
          const told = JSON.stringify(one);
          if (query.includes("NewBlockEvents")) return told.includes('"num_txs":"1"');
          return query !== "tm.event='NewBlock'" || told.includes(base64(tx));
        };
        const event = await until(`an event of ${name}`, () => messages.slice(1).find(isWanted));
        socket.close();
        return [masked(messages[0] as never), masked(event as never)];
      }),
    );
    // The built-in one is asked without a wire in between, where an empty list is not an absent one.
    const [builtIn, ours, embedded] = told.map((one) =>
      JSON.parse(JSON.stringify(one).replaceAll('"validator_updates":[]', '"validator_updates":null')),
    );
    expect(ours).toEqual(builtIn);
    expect(embedded).toEqual(builtIn);
  });

  test("neither the server nor an engine saw anything that it could not bear", () => {
    expect(NAMES.flatMap((name) => ledgers.get(name)!.faults)).toEqual([]);
    expect(ledgers.get(BUILT_IN)).toBeDefined();
  });
});
