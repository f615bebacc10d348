import { Query as BankQuery } from "@assay/proto/gen/cosmos/bank/v1beta1/query";
import { Msg } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import { SignMode } from "@assay/proto/gen/cosmos/tx/signing/v1beta1/signing";
import { Service } from "@assay/proto/gen/cosmos/tx/v1beta1/service";
import { AuthInfo, Tx, TxBody, TxRaw } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import { ExecTxResult } from "@assay/proto/gen/tendermint/abci/types";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { createTestApp, msg, type TestApp } from "../../test/harness/app-harness.ts";
import type { TestSigner } from "../../test/harness/keys.ts";
import { MsgProbe, withProbe } from "../../test/harness/probe-module.ts";

const transfer = (from: TestSigner, to: TestSigner, amount = "1", denom = "uassay") =>
  msg(Msg.Send.request, { fromAddress: from.address, toAddress: to.address, amount: [{ denom, amount }] });

const balanceKey = (account: TestSigner) =>
  Uint8Array.of(2, account.bytes.length, ...account.bytes, ...Buffer.from("uassay"));

describe("state at a height", () => {
  let chain: TestApp;
  beforeEach(async () => {
    chain = await createTestApp({ keepVersions: 3 });
    const [alice, eve] = [chain.signer("alice"), chain.signer("eve")];
    for (let i = 0; i < 5; i++) await chain.deliver(alice, [transfer(alice, eve, "10")]);
  });

  const balanceAt = (height: bigint) =>
    chain.abciQuery(
      BankQuery.Balance.path,
      BankQuery.Balance.request.toBytes({ address: chain.signer("eve").address, denom: "uassay" }),
      height,
    );

  test("is answered for every height that is kept, and says which it was", async () => {
    for (const [asked, height, amount] of [
      [0n, 5n, "50"],
      [5n, 5n, "50"],
      [4n, 4n, "40"],
      [3n, 3n, "30"],
    ] as const) {
      const answer = await balanceAt(asked);
      expect(answer).toMatchObject({ code: 0, height });
      expect(BankQuery.Balance.response.fromBytesStrict(answer.value).balance!.amount).toBe(amount);
    }
  });

  test("is refused with a code for one that was not yet, is no more, or never can be", async () => {
    expect(await balanceAt(6n)).toMatchObject({
      code: 26,
      codespace: "sdk",
      log: "cannot query with height in the future; please provide a valid height: invalid height",
      height: 6n,
    });
    expect(await balanceAt(2n)).toMatchObject({
      code: 26,
      log: "state of height 2 is not kept here; the oldest is 3: invalid height",
    });
    expect(await balanceAt(-1n)).toMatchObject({ code: 26 });
  });

  test("raw, with and without a proof", async () => {
    const eve = chain.signer("eve");
    const plain = await chain.abciQuery("/store/bank/key", balanceKey(eve));
    expect(Buffer.from(plain.value).toString()).toBe("50");
    expect(plain.proofOps).toBeUndefined();
    const proved = await chain.abciQuery("/store/bank/key", balanceKey(eve), 4n, true);
    expect(Buffer.from(proved.value).toString()).toBe("40");
    expect(proved.height).toBe(4n);
    expect(proved.proofOps!.ops.map(({ type }) => type)).toEqual(["ics23:iavl", "ics23:simple"]);
    const absent = await chain.abciQuery("/store/bank/key", balanceKey(chain.signer("nobody")), 0n, true);
    expect(absent.value.length).toBe(0);
    expect(absent.proofOps!.ops).toHaveLength(2);
  });
});

describe("paths", () => {
  test("that are none have a code", async () => {
    const chain = await createTestApp();
    await chain.nextBlock();
    for (const path of [
      "",
      "/",
      "/cosmos.bank.v1beta1.Query/Nope",
      "/store/none/key",
      "/store/bank/subspace",
      "/store",
      "x".repeat(9999),
    ]) {
      const answer = await chain.abciQuery(path, Uint8Array.of(1));
      expect(answer, path).toMatchObject({ code: 6, codespace: "sdk", height: 1n });
      expect(answer.log.length).toBeLessThan(300);
    }
    expect(await chain.abciQuery("/store/bank/key", new Uint8Array(0))).toMatchObject({ code: 6 });
    expect(await chain.abciQuery("/p2p/filter/id/abc", new Uint8Array(0))).toMatchObject({ code: 0 });
    const version = await chain.abciQuery("/app/version", new Uint8Array(0));
    expect(Buffer.from(version.value).toString()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("before the first block there is nothing to ask", async () => {
    const chain = await createTestApp();
    const request = BankQuery.SupplyOf.request.toBytes({ denom: "uassay" });
    expect(await chain.abciQuery(BankQuery.SupplyOf.path, request)).toMatchObject({
      code: 26,
      log: "there is no block yet: invalid height",
    });
  });

  test("any bytes asked of any query are answered, never thrown back", async () => {
    const chain = await createTestApp();
    await chain.nextBlock();
    const paths = [
      ...chain.app.queryPaths(),
      "/app/simulate",
      Service.Simulate.path,
      Service.GetTx.path,
      "/store/bank/key",
    ];
    expect(paths.length).toBeGreaterThan(20);
    const before = chain.store.appHash;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.oneof(
          fc.uint8Array({ maxLength: 80 }),
          fc
            .string({ unit: "binary" })
            .map((text) => Uint8Array.of(10, Buffer.byteLength(text), ...Buffer.from(text))),
        ),
        fc.boolean(),
        async (path, data, prove) => {
          const answer = await chain.abciQuery(path, data, 0n, prove);
          expect(answer.code === 0 || answer.codespace !== "").toBe(true);
          expect(answer.codespace).not.toBe("undefined");
          expect(answer.height).toBe(1n);
        },
      ),
      { numRuns: 500 },
    );
    expect(chain.store.appHash).toEqual(before);
    expect(chain.app.invariants()).toEqual([]);
  });
});

describe("simulation", () => {
  /** As CosmJS asks: an empty signature, no sign mode, no gas. */
  function unsigned(
    signer: TestSigner,
    sequence: bigint,
    messages: ReturnType<typeof transfer>[],
  ): Uint8Array {
    const bodyBytes = TxBody.toBytes(TxBody.fromPartial({ messages }));
    const authInfoBytes = AuthInfo.toBytes(
      AuthInfo.fromPartial({
        signerInfos: [
          {
            publicKey: signer.pubKey,
            sequence,
            modeInfo: { single: { mode: SignMode.SIGN_MODE_UNSPECIFIED } },
          },
        ],
        fee: {},
      }),
    );
    return TxRaw.toBytes({ bodyBytes, authInfoBytes, signatures: [new Uint8Array(0)] });
  }

  const simulate = (chain: TestApp, txBytes: Uint8Array) => chain.query(Service.Simulate, { txBytes });

  test("says what the delivery costs, and leaves nothing behind", async () => {
    const chain = await createTestApp();
    await chain.nextBlock();
    const [alice, eve] = [chain.signer("alice"), chain.signer("eve")];
    const before = chain.store.appHash;
    const guess = await simulate(chain, unsigned(alice, 0n, [transfer(alice, eve, "5")]));
    expect(guess.gasInfo!.gasWanted).toBe((1n << 64n) - 1n);
    expect(guess.result!.msgResponses.map(({ typeUrl }) => typeUrl)).toEqual([
      "/cosmos.bank.v1beta1.MsgSendResponse",
    ]);
    expect(guess.result!.events.map(({ type }) => type)).toContain("transfer");
    expect((await chain.account(alice)).sequence).toBe(0n);
    expect(chain.store.appHash).toEqual(before);
    const real = await chain.deliver(alice, [transfer(alice, eve, "5")], { gas: 200_000n });
    // What a simulation cannot know is the size of fee and signature, and that a fee burns.
    const ratio = Number(real.gasUsed) / Number(guess.gasInfo!.gasUsed);
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.3);
  });

  test("takes any sequence, also one that waits", async () => {
    const chain = await createTestApp();
    await chain.nextBlock();
    const alice = chain.signer("alice");
    await chain.check(await chain.sign(alice, [transfer(alice, alice)]));
    for (const sequence of [0n, 1n]) {
      expect(
        (await simulate(chain, unsigned(alice, sequence, [transfer(alice, alice)]))).gasInfo!.gasUsed,
      ).toBeGreaterThan(40_000n);
    }
  });

  test("takes the parsed transaction of older clients, and the path of older nodes", async () => {
    const chain = await createTestApp();
    await chain.nextBlock();
    const alice = chain.signer("alice");
    const txBytes = unsigned(alice, 0n, [transfer(alice, alice)]);
    const bytes = await simulate(chain, txBytes);
    expect(await chain.query(Service.Simulate, { tx: Tx.fromBytesStrict(txBytes) })).toEqual(bytes);
    const old = await chain.abciQuery("/app/simulate", txBytes);
    expect(Service.Simulate.response.fromBytesStrict(old.value)).toEqual(bytes);
  });

  test("says why a transaction would fail, with its code", async () => {
    const { modules } = withProbe();
    const chain = await createTestApp({ modules });
    await chain.nextBlock();
    const alice = chain.signer("alice");
    const ask = (txBytes: Uint8Array) =>
      chain.abciQuery(Service.Simulate.path, Service.Simulate.request.toBytes({ tx: undefined, txBytes }));
    expect(await ask(unsigned(alice, 0n, [transfer(alice, alice, "1", "ucosm")]))).toMatchObject({
      code: 5,
      codespace: "sdk",
      log: "failed to execute message; message index: 0: spendable balance 0ucosm is smaller than 1ucosm: insufficient funds",
    });
    expect(await ask(Uint8Array.of(1))).toMatchObject({ code: 2, codespace: "sdk" });
    expect(await ask(new Uint8Array(0))).toMatchObject({ code: 18 });
    const eve = chain.signer("eve");
    expect(await ask(unsigned(eve, 0n, [transfer(eve, alice)]))).toMatchObject({ code: 9 });
  });

  test("a fault of ours in it is answered and logged, and takes nothing down", async () => {
    const { modules } = withProbe();
    const errors: string[] = [];
    const logger = { error: (_fields: object, message: string) => errors.push(message) };
    const chain = await createTestApp({ modules, logger });
    await chain.nextBlock();
    const alice = chain.signer("alice");
    const bad = unsigned(alice, 0n, [msg(MsgProbe, { signer: alice.address, what: "assert" })]);
    expect(await chain.abciQuery("/app/simulate", bad)).toMatchObject({ code: 1, log: "internal error" });
    expect(errors).toEqual(["query /app/simulate failed"]);
    await chain.nextBlock();
  });
});

describe("GetTx", () => {
  test("asks where it was told to, and answers as the SDK does", async () => {
    const tx = TxRaw.toBytes({
      bodyBytes: Uint8Array.of(0x12, 1, 0x61),
      authInfoBytes: new Uint8Array(0),
      signatures: [],
    });
    const result = ExecTxResult.fromPartial({
      code: 5,
      codespace: "sdk",
      log: "why",
      gasWanted: 7n,
      gasUsed: 6n,
      data: Uint8Array.of(171),
    });
    const chain = await createTestApp({
      txLookup: async (hash) =>
        hash[0] === 0xab ? { height: 9n, tx, result, time: "2025-01-01T00:00:00Z" } : undefined,
    });
    await chain.nextBlock();
    const found = await chain.query(Service.GetTx, { hash: "ab".repeat(32) });
    expect(found.tx!.body!.memo).toBe("a");
    expect(found.txResponse).toMatchObject({
      height: 9n,
      txhash: "AB".repeat(32),
      code: 5,
      codespace: "sdk",
      rawLog: "why",
      data: "AB",
      gasWanted: 7n,
      gasUsed: 6n,
      timestamp: "2025-01-01T00:00:00Z",
    });
    for (const hash of ["cd".repeat(32), "ab", "", "zz".repeat(32)]) {
      await expect(chain.query(Service.GetTx, { hash })).rejects.toThrow(
        `rpc error: code = NotFound desc = tx ${hash} not found: key not found`,
      );
    }
  });
});
