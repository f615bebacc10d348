import { AssertionError } from "@assay/kernel/assert";
import { readContext } from "@assay/kernel/context";
import { Msg } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import { TxMsgData } from "@assay/proto/gen/cosmos/base/abci/v1beta1/abci";
import { RequestFinalizeBlock } from "@assay/proto/gen/tendermint/abci/types";
import { describe, expect, test } from "vitest";
import { createTestApp, msg, type TestApp } from "../../test/harness/app-harness.ts";
import type { TestSigner } from "../../test/harness/keys.ts";
import { MsgProbe, probeState, withProbe } from "../../test/harness/probe-module.ts";
import type { TxOutcome } from "../abci/application.ts";

const transfer = (from: TestSigner, to: TestSigner, amount = "1", denom = "uassay") =>
  msg(Msg.Send.request, {
    fromAddress: from.address,
    toAddress: to.address,
    amount: [{ denom, amount }],
  });

const told = (outcome: TxOutcome): string[] =>
  outcome.events.map(
    ({ type, attributes }) => `${type} ${attributes.map((a) => `${a.key}=${a.value}`).join(" ")}`,
  );

const marks = (chain: TestApp): string[] => {
  const block = { height: 0n, timeSeconds: 0n, timeNanos: 0 };
  const info = { chainId: "", bech32Prefix: "assay", feeDenom: "uassay" };
  const ctx = readContext(info, block, chain.store.latest());
  return [...probeState.marks.iterate(ctx)].map(([what]) => what);
};

describe("a transfer, end to end", () => {
  test("moves coins, burns its fee, and says so in the Cosmos SDK's order", async () => {
    const chain = await createTestApp();
    const [alice, eve] = [chain.signer("alice"), chain.signer("eve")];
    const tx = await chain.sign(alice, [transfer(alice, eve, "1234")], { gas: 200_000n });
    expect(await chain.check(tx)).toMatchObject({ code: 0, log: "", gasWanted: 200_000n });
    const supply = 4n * 10n ** 9n;
    const { txResults } = await chain.nextBlock([tx]);
    const outcome = txResults[0]!;
    expect(outcome).toMatchObject({ code: 0, log: "", codespace: "", gasWanted: 200_000n });
    expect(TxMsgData.fromBytesStrict(outcome.data)).toEqual({
      data: [],
      msgResponses: [{ typeUrl: "/cosmos.bank.v1beta1.MsgSendResponse", value: new Uint8Array(0) }],
    });
    expect(told(outcome).map((line) => line.replace(/signature=.{88}$/, "signature=..."))).toEqual([
      `coin_spent spender=${alice.address} amount=5000uassay`,
      `burn burner=${alice.address} amount=5000uassay`,
      `message sender=${alice.address}`,
      `tx fee=5000uassay fee_payer=${alice.address}`,
      `tx acc_seq=${alice.address}/0`,
      "tx signature=...",
      `message action=/cosmos.bank.v1beta1.MsgSend sender=${alice.address} module=bank msg_index=0`,
      `coin_spent spender=${alice.address} amount=1234uassay msg_index=0`,
      `coin_received receiver=${eve.address} amount=1234uassay msg_index=0`,
      `transfer recipient=${eve.address} sender=${alice.address} amount=1234uassay msg_index=0`,
      `message sender=${alice.address} msg_index=0`,
    ]);
    expect(await chain.balance(eve)).toBe(1234n);
    expect(await chain.balance(alice)).toBe(10n ** 9n - 1234n - 5000n);
    expect(await chain.supply()).toBe(supply - 5000n);
    expect(await chain.account(alice)).toMatchObject({ sequence: 1n, pubKey: alice.pubKey });
    // New accounts are numbered in the order in which they come: after those of modules and of genesis.
    expect((await chain.account(eve)).accountNumber).toBe(7n);
  });

  test("what was just received can be spent in the same block", async () => {
    const chain = await createTestApp();
    const [alice, eve] = [chain.signer("alice"), chain.signer("eve")];
    const gift = await chain.sign(alice, [transfer(alice, eve, "1000000")]);
    const spend = await chain.sign(eve, [transfer(eve, alice, "5")], { sequence: 0n, accountNumber: 7n });
    const { txResults } = await chain.nextBlock([gift, spend]);
    expect(txResults.map(({ code }) => code)).toEqual([0, 0]);
  });

  test("a fee of zero is said as nothing and burns nothing", async () => {
    const chain = await createTestApp();
    const alice = chain.signer("alice");
    const outcome = await chain.deliver(alice, [transfer(alice, alice)], { fee: [] });
    expect(told(outcome)[0]).toBe(`tx fee= fee_payer=${alice.address}`);
    const zero = await chain.deliver(alice, [transfer(alice, alice)], {
      fee: [{ denom: "uassay", amount: "0" }],
    });
    expect(zero.code).toBe(0);
    expect(await chain.supply()).toBe(4n * 10n ** 9n);
  });
});

/** What clients of other Cosmos chains assume (CosmJS's own tests have these bounds). */
describe("gas totals", () => {
  test.each([100_000n, 110_000n, 120_000n])("a transfer succeeds with %s", async (gas) => {
    const chain = await createTestApp();
    const [alice, eve] = [chain.signer("alice"), chain.signer("eve")];
    // To a new account and from an account without a key yet: the dearest transfer.
    const outcome = await chain.deliver(alice, [transfer(alice, eve)], {
      gas,
      memo: "a memo of usual length",
    });
    expect(outcome).toMatchObject({ code: 0, gasWanted: gas });
    expect(outcome.gasUsed).toBeGreaterThan(55_000n);
    expect(outcome.gasUsed).toBeLessThan(80_000n);
  });

  test("a failing transfer uses more than 40,000 and at most 99,000", async () => {
    const chain = await createTestApp();
    const [alice, bob] = [chain.signer("alice"), chain.signer("bob")];
    for (let i = 0; i < 2; i++) {
      const outcome = await chain.deliver(alice, [transfer(alice, bob, "1", "ucosm")], { gas: 120_000n });
      expect(outcome.code).toBe(5);
      expect(outcome.gasUsed).toBeGreaterThan(40_000n);
      expect(outcome.gasUsed).toBeLessThanOrEqual(99_000n);
    }
  });
});

describe("a message that fails", () => {
  test("takes back its writes and events, and those of the messages before it; fee and sequence stay", async () => {
    const chain = await createTestApp();
    const [alice, bob] = [chain.signer("alice"), chain.signer("bob")];
    const outcome = await chain.deliver(
      alice,
      [transfer(alice, bob, "7"), transfer(alice, bob, "10", "ucosm")],
      { gas: 200_000n },
    );
    expect(outcome).toMatchObject({
      code: 5,
      codespace: "sdk",
      log: "failed to execute message; message index: 1: spendable balance 0ucosm is smaller than 10ucosm: insufficient funds",
      gasWanted: 200_000n,
    });
    expect(outcome.data).toEqual(new Uint8Array(0));
    expect(outcome.events.map(({ type }) => type)).toEqual([
      "coin_spent",
      "burn",
      "message",
      "tx",
      "tx",
      "tx",
    ]);
    expect(await chain.balance(bob)).toBe(10n ** 9n);
    expect(await chain.balance(alice)).toBe(10n ** 9n - 5000n);
    expect((await chain.account(alice)).sequence).toBe(1n);
  });

  test.each([
    ["fail", "probe", 2, "failed as asked"],
    ["late", "probe", 2, "after its writes: failed as asked"],
    ["stateless", "probe", 2, "by its form: failed as asked"],
  ])("%s", async (what, codespace, code, log) => {
    const { modules } = withProbe();
    const chain = await createTestApp({ modules });
    const alice = chain.signer("alice");
    const probe = (text: string) => msg(MsgProbe, { signer: alice.address, what: text });
    const outcome = await chain.deliver(alice, [probe("ok"), probe(what)]);
    expect(outcome).toMatchObject({
      code,
      codespace,
      log: `failed to execute message; message index: 1: ${log}`,
    });
    expect(marks(chain)).toEqual([]);
    expect((await chain.account(alice)).sequence).toBe(1n);
    expect(await chain.deliver(alice, [probe("ok")])).toMatchObject({ code: 0 });
    expect(marks(chain)).toEqual(["ok"]);
  });

  test("running out of gas keeps the fee", async () => {
    const { modules } = withProbe();
    const chain = await createTestApp({ modules });
    const alice = chain.signer("alice");
    const outcome = await chain.deliver(alice, [msg(MsgProbe, { signer: alice.address, what: "burn gas" })], {
      gas: 100_000n,
    });
    expect(outcome).toMatchObject({ code: 11, codespace: "sdk" });
    expect(outcome.log).toMatch(
      /out of gas in location: loop; gasWanted: 100000, gasUsed: 100\d\d\d: out of gas$/,
    );
    expect(await chain.balance(alice)).toBe(10n ** 9n - 2500n);
    expect(marks(chain)).toEqual([]);
  });

  test("an assertion halts: no block, no state", async () => {
    const { modules } = withProbe();
    const chain = await createTestApp({ modules });
    const alice = chain.signer("alice");
    const tx = await chain.sign(alice, [msg(MsgProbe, { signer: alice.address, what: "assert" })]);
    // Nor is what was executed at this height before committed in its place.
    await chain.app.finalizeBlock(RequestFinalizeBlock.fromPartial({ height: 1n }));
    await expect(chain.nextBlock([tx])).rejects.toBeInstanceOf(AssertionError);
    expect(chain.store.height).toBe(0n);
    await expect(chain.app.commit([])).rejects.toBeInstanceOf(AssertionError);
  });

  test("a coded error in a hook is nobody's transaction, and halts too", async () => {
    const probe = withProbe();
    const chain = await createTestApp({ modules: probe.modules });
    await chain.nextBlock();
    probe.broken = true;
    await expect(chain.nextBlock()).rejects.toThrow("in a hook");
    expect(chain.store.height).toBe(1n);
  });
});

describe("a block", () => {
  test("runs begin hooks, transactions, end hooks; each hears its height", async () => {
    const { modules } = withProbe();
    const chain = await createTestApp({ modules, initialHeight: 5n });
    const { events } = await chain.nextBlock();
    expect(events.map(({ type, attributes }) => [type, attributes[0]!.value])).toEqual([
      ["probe.began", "5"],
      ["probe.ended", "5"],
    ]);
    expect(chain.store.height).toBe(5n);
  });

  test("may be executed twice, and by another application, with the same outcome", async () => {
    const [one, two] = [await createTestApp(), await createTestApp()];
    const alice = one.signer("alice");
    for (let height = 1n; height <= 3n; height++) {
      const txs = [
        await one.sign(alice, [transfer(alice, one.signer("eve"))]),
        Uint8Array.of(1, 2, 3),
        await one.sign(alice, [transfer(alice, one.signer("bob"), "1", "ucosm")]),
      ];
      const request = RequestFinalizeBlock.fromPartial({
        txs,
        height,
        time: { seconds: 1_760_000_000n + height },
      });
      const first = await one.app.finalizeBlock(request);
      const again = await one.app.finalizeBlock(request);
      const other = await two.app.finalizeBlock(request);
      expect(again).toEqual(first);
      expect(other).toEqual(first);
      expect(first.txResults.map(({ code }) => code)).toEqual([0, 2, 5]);
      await one.app.commit([]);
      await two.app.commit([]);
      // The harness counted these for a block of its own.
      one.forgetSigned();
    }
    expect(one.store.appHash).toEqual(two.store.appHash);
  });

  test("another block at the same height replaces the one that was executed", async () => {
    const chain = await createTestApp();
    const alice = chain.signer("alice");
    const tx = await chain.sign(alice, [transfer(alice, chain.signer("eve"), "9")]);
    const request = { height: 1n, time: { seconds: 1_760_000_001n } };
    await chain.app.finalizeBlock(RequestFinalizeBlock.fromPartial({ ...request, txs: [tx] }));
    await chain.app.finalizeBlock(RequestFinalizeBlock.fromPartial(request));
    await chain.app.commit([]);
    expect(await chain.balance(chain.signer("eve"))).toBe(0n);
    expect((await chain.account(alice)).sequence).toBe(0n);
  });

  test("has a result for every transaction, decodable or not", async () => {
    const chain = await createTestApp();
    const { txResults } = await chain.nextBlock([
      new Uint8Array(0),
      Uint8Array.of(255),
      new Uint8Array(400_000),
    ]);
    expect(txResults.map(({ code, codespace, gasWanted }) => ({ code, codespace, gasWanted }))).toEqual([
      { code: 18, codespace: "sdk", gasWanted: 0n },
      { code: 2, codespace: "sdk", gasWanted: 0n },
      { code: 21, codespace: "sdk", gasWanted: 0n },
    ]);
  });
});
