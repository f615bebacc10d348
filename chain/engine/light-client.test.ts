import { toHex } from "@assay/primitives/bytes";
import { expect, test } from "vitest";
import { checkChain } from "../../test/conformance/light-client.ts";
import { chain, ManualClock, testKey } from "../../test/kvstore/chain.ts";
import { kvTx } from "../../test/kvstore/kvstore.ts";
import type { BlockStore } from "../abci/ledger.ts";

/** A clock that every vote reads later than the one before. */
class TickingClock extends ManualClock {
  override nowMs(): number {
    this.advance(7);
    return super.nowMs();
  }
}

test("a light client accepts the blocks of validators of unequal power", async () => {
  const clock = new TickingClock();
  const { engine, mempool } = await chain({ powers: [7n, 31n, 2n, 60n], engine: { clock } });
  for (let i = 0; i < 12; i++) {
    for (let n = 0; n < i; n++) await mempool.add(kvTx(`key-${i}-${n}=${"x".repeat(n * 1500)}v`));
    await mempool.add(kvTx(`fail=${i}`));
    await engine.produceBlock();
    clock.advance(1000);
  }
  expect(await checkChain(engine.blocks, "kv-test")).toBe(12);
  // The last blocks have more than one part.
  expect((await engine.blocks.block(12))!.blockId.partSetHeader!.total).toBeGreaterThan(1);
});

test("votes of one block differ in time where their validators' clocks do", async () => {
  const { engine } = await chain({ powers: [1n, 1n, 1n], engine: { clock: new TickingClock() } });
  await engine.mine(2);
  const { commit } = (await engine.blocks.commit(1))!;
  expect(new Set(commit.signatures.map(({ timestamp }) => timestamp!.nanos)).size).toBe(3);
  expect(await checkChain(engine.blocks, "kv-test")).toBe(2);
});

test("block times go on by a millisecond where the clock stands still", async () => {
  const { engine } = await chain();
  await engine.mine(4);
  const times: number[] = [];
  for (let height = 1; height <= 4; height++) {
    times.push((await engine.blocks.block(height))!.block.header!.time!.nanos);
  }
  expect(times).toEqual([0, 1_000_000, 2_000_000, 3_000_000]);
  expect(await checkChain(engine.blocks, "kv-test")).toBe(4);
});

test("a chain may begin at another height than 1", async () => {
  const { engine, mempool } = await chain({ genesis: { initialHeight: 1000 } });
  expect(engine.height).toBe(0);
  expect(engine.blocks.base()).toBe(0);
  await mempool.add(kvTx("a=1"));
  await engine.mine(3);
  expect(engine.blocks.base()).toBe(1000);
  expect(engine.blocks.height()).toBe(1002);
  expect(await checkChain(engine.blocks, "kv-test")).toBe(3);
  const first = (await engine.blocks.block(1000))!.block;
  expect(first.lastCommit).toEqual({
    height: 0n,
    round: 0,
    blockId: { hash: new Uint8Array(0), partSetHeader: { total: 0, hash: new Uint8Array(0) } },
    signatures: [],
  });
  expect(first.header!.lastBlockId!.hash).toHaveLength(0);
});

test("a new power holds two heights after the block that gave it", async () => {
  const keys = [1, 2, 3].map(testKey);
  const { engine, mempool } = await chain({ powers: [10n, 10n], engine: { validatorKeys: keys } });
  await engine.produceBlock();
  const powers = async (height: number) =>
    (await engine.blocks.validators(height))!.map(({ votingPower }) => votingPower);

  await mempool.add(kvTx(`val=${toHex(keys[2]!.publicKey)}!25`));
  await engine.produceBlock();
  expect(await powers(3)).toEqual([10n, 10n]);
  expect(await powers(4)).toEqual([25n, 10n, 10n]);
  await mempool.add(kvTx(`val=${toHex(keys[0]!.publicKey)}!0`));
  await mempool.add(kvTx("params=2000000,77"));
  await engine.produceBlock();
  expect(await powers(5)).toEqual([25n, 10n]);
  await engine.mine(5);
  expect((await engine.blocks.commit(4))!.commit.signatures).toHaveLength(3);
  expect((await engine.blocks.commit(5))!.commit.signatures).toHaveLength(2);
  expect((await engine.blocks.consensusParams(3))!.block!.maxGas).toBe(-1n);
  expect((await engine.blocks.consensusParams(4))!.block!.maxGas).toBe(77n);
  expect(await checkChain(engine.blocks, "kv-test")).toBe(8);
});

test("validators whose keys are not here are absent, and their turns are rounds that fail", async () => {
  const keys = [testKey(1)];
  const { engine } = await chain({ powers: [70n, 15n, 15n], engine: { validatorKeys: keys } });
  await engine.mine(12);
  expect(await checkChain(engine.blocks, "kv-test")).toBe(12);
  const rounds: number[] = [];
  for (let height = 1; height <= 12; height++) {
    const { commit } = (await engine.blocks.commit(height))!;
    rounds.push(commit.round);
    expect(commit.signatures.map(({ blockIdFlag }) => blockIdFlag)).toEqual([2, 1, 1]);
    const { header } = (await engine.blocks.block(height))!.block;
    expect(header!.proposerAddress).toEqual(keys[0]!.address);
  }
  expect(Math.max(...rounds)).toBeGreaterThan(0);
  expect(Math.min(...rounds)).toBe(0);
});

test("the light client sees a wrong block", async () => {
  const { engine } = await chain({ powers: [1n, 2n] });
  await engine.mine(3);
  const blocks = engine.blocks;
  const spoiled = (part: Partial<BlockStore>): BlockStore => ({
    height: () => blocks.height(),
    base: () => blocks.base(),
    block: (height) => blocks.block(height),
    heightOf: (hash) => blocks.heightOf(hash),
    commit: (height) => blocks.commit(height),
    results: (height) => blocks.results(height),
    validators: (height) => blocks.validators(height),
    consensusParams: (height) => blocks.consensusParams(height),
    ...part,
  });
  await expect(checkChain(spoiled({}), "kv-test")).resolves.toBe(3);
  await expect(checkChain(blocks, "other")).rejects.toThrow("height 1: chain id");
  const validators = async (height: number) =>
    (await blocks.validators(height))!.map((v) => ({ ...v, votingPower: v.votingPower + 1n }));
  await expect(checkChain(spoiled({ validators }), "kv-test")).rejects.toThrow("validators hash");
  const commit = async (height: number) => {
    const found = (await blocks.commit(height))!;
    const signatures = found.commit.signatures.map((s) => ({ ...s, timestamp: { seconds: 1n, nanos: 0 } }));
    return { ...found, commit: { ...found.commit, signatures } };
  };
  await expect(checkChain(spoiled({ commit }), "kv-test")).rejects.toThrow("signature 0");
  const results = async (height: number) => ({
    ...(await blocks.results(height))!,
    appHash: Uint8Array.of(1),
  });
  await expect(checkChain(spoiled({ results }), "kv-test")).rejects.toThrow("height 2: app hash");
});
