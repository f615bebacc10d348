import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toHex } from "@assay/primitives/bytes";
import { ExecTxResult } from "@assay/proto/gen/tendermint/abci/types";
import { afterEach, describe, expect, test, vi } from "vitest";
import { checkChain } from "../../test/conformance/light-client.ts";
import { type ChainOptions, chain, ManualClock, testGenesis, testKey } from "../../test/kvstore/chain.ts";
import { KvStore, kvTx } from "../../test/kvstore/kvstore.ts";
import type { Application, BlockOutcome } from "../abci/application.ts";
import { GrammarChecker } from "../abci/grammar.ts";
import type { CommittedBlock } from "../abci/ledger.ts";
import { FifoMempool } from "../mempool/mempool.ts";
import type { Backend } from "../store/backend.ts";
import { LevelBackend } from "../store/backend-level.ts";
import { MemoryBackend } from "../store/backend-memory.ts";
import { systemClock } from "./clock.ts";
import { EmbeddedEngine } from "./engine.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "assay-engine-"));
  folders.push(path);
  return path;
}

/** A chain on a kvstore some of whose methods are replaced. */
async function chainOn(replace: (inner: KvStore) => Partial<Application>, options: ChainOptions = {}) {
  const backend = options.backend ?? new MemoryBackend();
  const inner = await KvStore.open(backend);
  const whole: Application = {
    info: () => inner.info(),
    initChain: (request) => inner.initChain(request),
    checkTx: (request) => inner.checkTx(request),
    prepareProposal: (request) => inner.prepareProposal(request),
    processProposal: (request) => inner.processProposal(request),
    finalizeBlock: (request) => inner.finalizeBlock(request),
    commit: (extra) => inner.commit(extra),
    query: (request) => inner.query(request),
    ...replace(inner),
  };
  const mempool = new FifoMempool(whole);
  const halted: unknown[] = [];
  const genesis = testGenesis(options);
  const engine = await EmbeddedEngine.open({
    app: whole,
    backend,
    genesis,
    validatorKeys: genesis.validators.map((_, i) => testKey(i + 1)),
    mempool,
    clock: new ManualClock(),
    blockTimeMs: 1000,
    onHalt: (error) => halted.push(error),
    ...options.engine,
  });
  return { engine, mempool, halted };
}

describe("blocks", () => {
  test("hold what the mempool had, in its order", async () => {
    const { engine, mempool, app } = await chain();
    const txs = ["b=1", "a=2", "c=3"].map(kvTx);
    await Promise.all(txs.map((tx) => mempool.add(tx)));
    const block = await engine.produceBlock();
    expect(block.height).toBe(1);
    expect(block.txs).toEqual(txs);
    expect(app.get("a")).toBe("2");
    expect(mempool.size()).toBe(0);
    expect(await engine.mine(3)).toBe(4);
    expect((await engine.blocks.block(2))!.block.data!.txs).toEqual([]);
  });

  test("never overlap, however they are asked for", async () => {
    const { engine } = await chain();
    const blocks = await Promise.all([engine.produceBlock(), engine.mine(2), engine.produceBlock()]);
    expect((blocks[0] as CommittedBlock).height).toBe(1);
    expect(engine.height).toBe(4);
    expect(await checkChain(engine.blocks, "kv-test")).toBe(4);
  });

  test("are no larger than the parameters say", async () => {
    // 842 is what a block of one validator needs besides its transactions.
    const { engine, mempool } = await chain();
    await mempool.add(kvTx(`params=${842 + 100},-1`));
    await mempool.add(kvTx(`big=${"x".repeat(200)}`));
    await engine.produceBlock();
    await expect(mempool.add(kvTx(`k=${"x".repeat(97)}`))).rejects.toThrow(
      "tx pre check: tx size is too big: 101, max: 100",
    );
    const txs = [`k=${"x".repeat(96)}`, "a=1", "b=2"].map(kvTx);
    for (const tx of txs) await mempool.add(tx);
    expect((await engine.produceBlock()).txs).toEqual([txs[0]]);
    expect((await engine.blocks.block(2))!.size).toBeLessThanOrEqual(942);
    expect((await engine.produceBlock()).txs).toEqual(txs.slice(1));
  });

  test("hold no more gas than the parameters say", async () => {
    const { engine, mempool } = await chain();
    await mempool.add(kvTx("params=1000000,10"));
    // It was welcome before the limit came, and would wait for ever now.
    await engine.produceBlock();
    const txs = ["gas=4", "gas=5", "gas=6", "gas=1"].map(kvTx);
    for (const tx of txs) await mempool.add(tx);
    await expect(mempool.add(kvTx("gas=11"))).rejects.toThrow("gas wanted 11 is greater than max gas 10");
    expect((await engine.produceBlock()).txs).toEqual(txs.slice(0, 2));
    expect((await engine.produceBlock()).txs).toEqual(txs.slice(2));
  });

  test("a transaction that no longer fits a block is dropped", async () => {
    const { engine, mempool } = await chain();
    await engine.mine(1);
    await mempool.add(kvTx("params=1000000,10"));
    const block = engine.produceBlock();
    await mempool.add(kvTx("gas=50"));
    await block;
    // It came while the block was made and was checked before the limit held.
    expect(mempool.list(10)).toEqual([]);
    await expect(mempool.add(kvTx("gas=50"))).rejects.toThrow("greater than max gas");
  });

  test("results are given back with their events", async () => {
    const { engine, mempool } = await chain();
    await mempool.add(kvTx("a=1"));
    await mempool.add(kvTx("fail=why"));
    const { outcome } = await engine.produceBlock();
    await engine.produceBlock();
    const stored = (await engine.blocks.results(1))!;
    expect(stored.txResults.map(({ code }) => code)).toEqual([0, 3]);
    expect(stored.txResults[1]!.log).toBe("why");
    expect(stored.appHash).toEqual(outcome.appHash);
    const events = stored.txResults[0]!.events;
    expect(events.map(({ type }) => type)).toEqual(["app", "app"]);
    expect(events[0]!.attributes[1]).toMatchObject({ key: "key", value: "a" });
    expect(events.map(({ bytes }) => bytes)).toEqual(
      outcome.txResults[0]!.events.map(({ bytes }) => new Uint8Array(bytes)),
    );
  });
});

describe("the block store", () => {
  test("knows nothing before the first block", async () => {
    const { engine } = await chain();
    const { blocks } = engine;
    expect([blocks.height(), blocks.base()]).toEqual([0, 0]);
    for (const height of [-1, 0, 1, 2]) {
      expect(await blocks.block(height)).toBeUndefined();
      expect(await blocks.commit(height)).toBeUndefined();
      expect(await blocks.results(height)).toBeUndefined();
      expect(await blocks.validators(height)).toBeUndefined();
      expect(await blocks.consensusParams(height)).toBeUndefined();
    }
    expect(await blocks.heightOf(new Uint8Array(32))).toBeUndefined();
  });

  test("keeps as many blocks as the application wants", async () => {
    const { engine, backend } = await chain({ app: { retainBlocks: 3 } });
    const hashes: Uint8Array[] = [];
    for (let i = 0; i < 10; i++) hashes.push((await engine.produceBlock()).blockId.hash);
    const { blocks } = engine;
    // What a commit lets go goes with the next one.
    expect(blocks.base()).toBe(7);
    expect(await checkChain(blocks, "kv-test")).toBe(4);
    expect(await blocks.block(6)).toBeUndefined();
    expect(await blocks.commit(6)).toBeUndefined();
    expect(await blocks.validators(6)).toBeUndefined();
    expect(await blocks.heightOf(hashes[5]!)).toBeUndefined();
    expect(await blocks.heightOf(hashes[6]!)).toBe(7);
    expect(await blocks.consensusParams(7)).toBeDefined();
    let keys = 0;
    for await (const _ of backend.iterate({ gte: Uint8Array.of(0x10), lt: Uint8Array.of(0x20) })) keys++;
    // Four heights of block, id, outcome, hash and validators, two more validator sets, one each of the rest.
    expect(keys).toBe(4 * 5 + 2 + 3);
    const again = await chain({ backend, app: { retainBlocks: 3 } });
    expect(again.engine.blocks.base()).toBe(7);
    await again.engine.mine(3);
    expect(again.engine.blocks.base()).toBe(10);
  });
});

describe("commit listeners", () => {
  test("hear of each block, in order, until they stop", async () => {
    const { engine, mempool } = await chain();
    const seen: number[] = [];
    const stop = engine.onCommit(({ height }) => {
      seen.push(height);
      // What they are told of can be read.
      expect(engine.blocks.height()).toBe(height);
    });
    const blocks: CommittedBlock[] = [];
    engine.onCommit((block) => blocks.push(block));
    await mempool.add(kvTx("a=1"));
    await engine.mine(3);
    stop();
    stop();
    await engine.mine(1);
    expect(seen).toEqual([1, 2, 3]);
    expect(blocks.map(({ height }) => height)).toEqual([1, 2, 3, 4]);
    expect(blocks[0]!.txHashes.map(toHex)).toEqual([createHash("sha256").update("a=1").digest("hex")]);
  });

  test("whose faults do not stop the chain", async () => {
    const errors: object[] = [];
    const logger = { info: () => {}, error: (fields: object) => errors.push(fields) };
    const { engine } = await chain({ engine: { logger } });
    const seen: number[] = [];
    engine.onCommit(() => {
      throw new Error("listener");
    });
    engine.onCommit(({ height }) => seen.push(height));
    await engine.mine(2);
    expect(seen).toEqual([1, 2]);
    expect(errors).toHaveLength(2);
  });
});

describe.each<[string, () => Promise<{ backend: Backend; reopen: () => Promise<Backend> }>]>([
  [
    "in memory",
    async () => {
      const backend = new MemoryBackend();
      return { backend, reopen: async () => backend };
    },
  ],
  [
    "on disk",
    async () => {
      const path = folder();
      let backend = await LevelBackend.open(path);
      return {
        backend,
        reopen: async () => {
          await backend.close();
          backend = await LevelBackend.open(path);
          return backend;
        },
      };
    },
  ],
])("reopening, %s", (_name, setUp) => {
  test("goes on from the same height", async () => {
    const { backend, reopen } = await setUp();
    const options = { powers: [5n, 3n, 9n] };
    const first = await chain({ ...options, backend });
    await first.mempool.add(kvTx("a=1"));
    await first.engine.mine(5);
    const tip = await first.engine.blocks.block(5);
    const commit = await first.engine.blocks.commit(5);

    const second = await chain({ ...options, backend: await reopen() });
    expect(second.engine.height).toBe(5);
    expect(await second.engine.blocks.block(5)).toEqual(tip);
    expect(await second.engine.blocks.commit(5)).toEqual(commit);
    expect(second.app.get("a")).toBe("1");
    await second.mempool.add(kvTx("b=2"));
    await second.engine.mine(4);
    expect(await checkChain(second.engine.blocks, "kv-test")).toBe(9);

    const unbroken = await chain(options);
    await unbroken.engine.mine(9);
    for (let height = 1; height <= 9; height++) {
      const proposer = async ({ engine }: typeof unbroken) =>
        (await engine.blocks.block(height))!.block.header!.proposerAddress;
      expect(await proposer(second)).toEqual(await proposer(unbroken));
      expect(await second.engine.blocks.validators(height)).toEqual(
        await unbroken.engine.blocks.validators(height),
      );
    }
    await backend.close();
    await (await reopen()).close();
  });

  test("after a crash before the commit makes that height anew", async () => {
    const { backend, reopen } = await setUp();
    const first = await chain({ backend });
    await first.engine.mine(2);
    const broken: Backend = Object.assign(Object.create(backend) as Backend, {
      get: (key: Uint8Array) => backend.get(key),
      getSync: (key: Uint8Array) => backend.getSync(key),
      iterate: (range: object) => backend.iterate(range),
      batch: () => Promise.reject(new Error("power cut")),
    });
    const second = await chain({ backend: broken });
    await second.mempool.add(kvTx("a=1"));
    await expect(second.engine.produceBlock()).rejects.toThrow("power cut");
    await expect(second.engine.produceBlock()).rejects.toThrow("power cut");
    expect(second.engine.blocks.height()).toBe(2);

    const third = await chain({ backend: await reopen() });
    expect(third.engine.height).toBe(2);
    expect(third.app.get("a")).toBeUndefined();
    await third.mempool.add(kvTx("a=1"));
    await third.engine.mine(2);
    expect(await checkChain(third.engine.blocks, "kv-test")).toBe(4);
    await backend.close();
    await (await reopen()).close();
  });

  test("before the first block begins the chain again", async () => {
    const { backend, reopen } = await setUp();
    await chain({ backend });
    const second = await chain({ backend: await reopen() });
    await second.engine.mine(1);
    expect(second.engine.height).toBe(1);
    await backend.close();
    await (await reopen()).close();
  });
});

describe("opening refuses", () => {
  const extraKey = (kind: number, height: number): Uint8Array => {
    const key = new Uint8Array(9);
    key[0] = kind;
    key[8] = height;
    return key;
  };

  test("an application at another height", async () => {
    const { backend, engine } = await chain();
    await engine.mine(2);
    const meta = (await backend.get(Uint8Array.of(0)))!;
    meta[7] = 1;
    await backend.batch([{ type: "put", key: Uint8Array.of(0), value: meta }], { sync: true });
    await expect(chain({ backend })).rejects.toThrow(
      "the application is at height 1 and the blocks are at height 2",
    );
    await backend.batch([{ type: "del", key: Uint8Array.of(0) }], { sync: true });
    await expect(chain({ backend })).rejects.toThrow(
      "the application is at height 0 and the blocks are at height 2",
    );
  });

  test("an application with another hash", async () => {
    const { backend, engine } = await chain();
    await engine.mine(2);
    const meta = (await backend.get(Uint8Array.of(0)))!;
    meta[15] = 9;
    await backend.batch([{ type: "put", key: Uint8Array.of(0), value: meta }], { sync: true });
    await expect(chain({ backend })).rejects.toThrow(
      "at height 2 the application has hash 0000000000000009, but its block gave 0000000000000000",
    );
  });

  test("another genesis document", async () => {
    const { backend, engine } = await chain();
    await engine.mine(1);
    await expect(chain({ backend, powers: [11n] })).rejects.toThrow("the genesis document is not the one");
    await expect(chain({ backend, genesis: { chainId: "other" } })).rejects.toThrow("are of chain kv-test");
    await expect(chain({ backend })).resolves.toBeDefined();
  });

  test("too few keys", async () => {
    const validatorKeys = [testKey(1), testKey(2)];
    await expect(chain({ powers: [1n, 1n, 1n], engine: { validatorKeys } })).rejects.toThrow(
      "block 1 needs the signatures of more than two thirds of a power of 3, and the keys at hand hold 2",
    );
  });

  test("blocks that were damaged", async () => {
    const { backend, engine } = await chain({ powers: [2n, 1n] });
    await engine.mine(3);
    const spoil = async (key: Uint8Array, at: number): Promise<void> => {
      const good = (await backend.get(key))!;
      const bad = good.slice();
      bad[at]! ^= 1;
      await backend.batch([{ type: "put", key, value: bad }], { sync: true });
      await expect(chain({ backend, powers: [2n, 1n] })).rejects.toThrow(/damaged|wrong signature|hash/);
      await backend.batch([{ type: "put", key, value: good }], { sync: true });
    };
    await spoil(extraKey(0x10, 3), 40);
    await spoil(extraKey(0x11, 3), 10);
    await spoil(Uint8Array.of(0x12), 120);
    await spoil(extraKey(0x14, 3), 30);
    await spoil(extraKey(0x14, 4), 30);
    await backend.batch([{ type: "del", key: extraKey(0x14, 5) }], { sync: true });
    await expect(chain({ backend, powers: [2n, 1n] })).rejects.toThrow("not all there");
  });

  test("no validators at all", async () => {
    await expect(chain({ powers: [] })).rejects.toThrow("names a validator");
  });
});

describe("the chain halts, and says why, where the application", () => {
  type Replace = (inner: KvStore) => Partial<Application>;
  const outcome =
    (part: Partial<BlockOutcome>): Replace =>
    (inner) => ({
      finalizeBlock: async (request) => ({ ...(await inner.finalizeBlock(request)), ...part }),
    });
  const update = (n: number, power: bigint) => ({
    pubKey: { ed25519: testKey(n).publicKey, secp256k1: undefined },
    power,
  });

  test.each<[string, Replace, string]>([
    ["fails", () => ({ finalizeBlock: () => Promise.reject(new Error("disk gone")) }), "disk gone"],
    [
      "refuses its own proposal",
      () => ({ processProposal: async () => ({ status: 2 }) }),
      "which it proposed itself",
    ],
    [
      "proposes too much",
      () => ({ prepareProposal: async () => ({ txs: [new Uint8Array(23_000_000)] }) }),
      "where 22019254 fit in block 1",
    ],
    ["invents results", outcome({ txResults: [{ ...ExecTxResult.create(), events: [] }] }), "gave 1 results"],
    ["removes a stranger", outcome({ validatorUpdates: [update(9, 0n)] }), "is not there to be removed"],
    ["removes everybody", outcome({ validatorUpdates: [update(1, 0n)] }), "no validator would be left"],
    [
      "names a validator with another kind of key",
      outcome({
        validatorUpdates: [{ pubKey: { ed25519: undefined, secp256k1: new Uint8Array(33) }, power: 1n }],
      }),
      "not ed25519",
    ],
    [
      "sets impossible parameters",
      outcome({
        consensusParamUpdates: {
          block: { maxBytes: 0n, maxGas: 1n },
          evidence: undefined,
          validator: undefined,
          version: undefined,
          abci: undefined,
        },
      }),
      "block.max_bytes must be",
    ],
  ])("%s", async (_name, replace, message) => {
    const { engine, halted } = await chainOn(replace);
    await expect(engine.produceBlock()).rejects.toThrow(message);
    await expect(engine.produceBlock()).rejects.toThrow(message);
    expect(engine.height).toBe(0);
    expect(halted).toHaveLength(1);
    engine.start();
    await engine.stop();
    expect(halted).toHaveLength(1);
  });

  test("hands power to validators whose keys are not here", async () => {
    const { engine, halted } = await chainOn(outcome({ validatorUpdates: [update(7, 21n)] }));
    await engine.produceBlock();
    await expect(engine.produceBlock()).rejects.toThrow("block 3 needs the signatures");
    expect(halted).toHaveLength(1);
    expect(engine.height).toBe(1);
  });
});

describe("by the clock", () => {
  test("blocks come when they are due", async () => {
    const clock = new ManualClock();
    const { engine } = await chain({ engine: { clock, blockTimeMs: 5000 } });
    const at: number[] = [];
    const began = clock.nowMs();
    const five = new Promise<void>((resolve) => {
      engine.onCommit(({ height }) => {
        at.push(clock.nowMs() - began);
        if (height === 5) resolve();
      });
    });
    engine.start();
    engine.start();
    await five;
    await engine.stop();
    expect(at).toEqual([0, 5000, 10_000, 15_000, 20_000]);
    const { height } = engine;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(engine.height).toBe(height);
    expect(await checkChain(engine.blocks, "kv-test")).toBe(height);
  });

  test("stopping finishes the block that is being made, and starting goes on", async () => {
    const { engine } = await chain({ engine: { clock: systemClock, blockTimeMs: 5 } });
    engine.start();
    const block = engine.produceBlock();
    await engine.stop();
    await expect(block).resolves.toBeDefined();
    const { height } = engine;
    expect(engine.blocks.height()).toBe(height);
    engine.start();
    await vi.waitUntil(() => engine.height > height + 2);
    await engine.stop();
  });

  test("a chain waits for its genesis time", async () => {
    const clock = new ManualClock();
    const { engine } = await chain({
      genesis: { time: { seconds: BigInt(clock.nowMs() / 1000 + 60), nanos: 0 } },
      engine: { clock },
    });
    const first = new Promise<number>((resolve) => engine.onCommit(() => resolve(clock.nowMs())));
    const began = clock.nowMs();
    engine.start();
    expect((await first) - began).toBe(60_000);
    await engine.stop();
  });
});

describe("by transaction", () => {
  const byTransaction = { blockTimeMs: 0, clock: systemClock };

  /** Waits for a height, and then whether it stays. */
  async function settles(engine: EmbeddedEngine, height: number): Promise<void> {
    await vi.waitUntil(() => engine.height >= height, { timeout: 10_000, interval: 5 });
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(engine.height).toBe(height);
  }

  test("a block for what comes in, an empty one after it, and then quiet", async () => {
    const { engine, mempool } = await chain({ engine: byTransaction });
    const counts: number[] = [];
    engine.onCommit(({ txs }) => counts.push(txs.length));
    engine.start();
    // The first block, and one that proves the state after it.
    await settles(engine, 2);
    await mempool.add(kvTx("a=1"));
    await settles(engine, 4);
    await mempool.add(kvTx("fail=1"));
    await settles(engine, 6);
    expect(counts).toEqual([0, 0, 1, 0, 1, 0]);
    await Promise.all(Array.from({ length: 50 }, (_, i) => mempool.add(kvTx(`k${i}=1`))));
    await vi.waitUntil(() => mempool.size() === 0 && counts.at(-1) === 0);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(52);
    await settles(engine, engine.height);
    await engine.stop();
  });

  test("after a restart it owes the empty block that a crash prevented", async () => {
    const backend = new MemoryBackend();
    const options = { backend, engine: byTransaction };
    const first = await chain(options);
    await first.engine.mine(2);
    await first.mempool.add(kvTx("a=1"));
    await first.engine.mine(1);
    const second = await chain(options);
    second.engine.start();
    await settles(second.engine, 4);
    await second.engine.stop();
    const third = await chain(options);
    third.engine.start();
    await settles(third.engine, 4);
    await third.engine.stop();
  });

  test("what the application keeps out of its blocks does not make blocks for ever", async () => {
    const { engine, mempool } = await chainOn(() => ({ prepareProposal: async () => ({ txs: [] }) }), {
      engine: byTransaction,
    });
    engine.start();
    await settles(engine, 2);
    await mempool.add(kvTx("a=1"));
    await settles(engine, 3);
    await mempool.add(kvTx("b=1"));
    await settles(engine, 4);
    await engine.stop();
    expect(mempool.size()).toBe(2);
  });

  test("stopping does not wait for a transaction", async () => {
    const { engine } = await chain({ engine: byTransaction });
    engine.start();
    await settles(engine, 2);
    await engine.stop();
    await engine.stop();
  });
});

test("the application is told of the last commit", async () => {
  const seen: unknown[] = [];
  const { engine } = await chainOn(
    (inner) => ({
      finalizeBlock: async (request) => {
        seen.push(request.decidedLastCommit);
        return inner.finalizeBlock(request);
      },
    }),
    { powers: [2n, 3n] },
  );
  await engine.mine(2);
  const [a, b] = [testKey(1).address, testKey(2).address];
  expect(seen).toEqual([
    { round: 0, votes: [] },
    {
      round: 0,
      votes: [
        { validator: { address: b, power: 3n }, blockIdFlag: 2 },
        { validator: { address: a, power: 2n }, blockIdFlag: 2 },
      ],
    },
  ]);
});

test("the grammar checker is in the way of these tests", async () => {
  const checker = new GrammarChecker(await KvStore.open(new MemoryBackend()));
  await expect(checker.commit([])).rejects.toThrow("ABCI grammar: commit: without finalize-block");
});
