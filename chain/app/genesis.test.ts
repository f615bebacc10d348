import { Msg } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import { RequestFinalizeBlock, RequestInitChain } from "@assay/proto/gen/tendermint/abci/types";
import { describe, expect, test } from "vitest";
import { createTestApp, importTestApp, msg, testAppState } from "../../test/harness/app-harness.ts";
import { testSigner } from "../../test/harness/keys.ts";
import { MemoryBackend } from "../store/backend-memory.ts";
import { StateStore } from "../store/state-store.ts";
import { AssayApp, LAYOUT_VERSION, storeNames } from "./app.ts";
import { inThread, loadNative } from "./signature/native.ts";

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

describe("genesis", () => {
  test("exports what imports to the same app hash, and the two chains go on alike", async () => {
    const chain = await createTestApp();
    const [alice, eve] = [chain.signer("alice"), chain.signer("eve")];
    const send = (amount: string) =>
      msg(Msg.Send.request, {
        fromAddress: alice.address,
        toAddress: eve.address,
        amount: [{ denom: "uassay", amount }],
      });
    for (let i = 1; i <= 5; i++) await chain.deliver(alice, [send(String(i * 1000))]);
    const exported = chain.app.exportGenesis();
    expect(exported.initialHeight).toBe(6n);

    const again = await importTestApp(
      JSON.parse(
        JSON.stringify(exported, (_k, v) => (typeof v === "bigint" ? `${v}n` : v)),
        (_k, v) => (typeof v === "string" && /^-?\d+n$/.test(v) ? BigInt(v.slice(0, -1)) : v),
      ),
    );
    expect(toHex(again.genesisAppHash)).toBe(toHex(chain.store.appHash));
    expect(again.app.exportGenesis()).toEqual(exported);
    expect(again.app.invariants()).toEqual([]);

    const tx = await chain.sign(alice, [send("1")]);
    const [one, two] = [await chain.nextBlock([tx]), await again.nextBlock([tx])];
    expect(two).toEqual(one);
    expect(one.txResults[0]!.code).toBe(0);
  });

  test("is the same whatever the order of its sections and fields", async () => {
    const [one, two] = [await createTestApp(), await createTestApp()];
    expect(one.genesisAppHash).toEqual(two.genesisAppHash);
    const state = testAppState({});
    const reversed = Object.fromEntries(
      Object.entries(state)
        .reverse()
        .map(([name, fields]) => [name, Object.fromEntries(Object.entries(fields).reverse())]),
    );
    const other = await createTestApp({ genesis: reversed });
    expect(other.genesisAppHash).toEqual(one.genesisAppHash);
  });

  test("other chains can be started: prefix, denom, chain id and first height are its data", async () => {
    const chain = await createTestApp({
      chainId: "simd-testing",
      prefix: "cosmos",
      denom: "ucosm",
      initialHeight: 1000n,
    });
    const alice = chain.signer("alice");
    expect(alice.address).toMatch(/^cosmos1/);
    const send = msg(Msg.Send.request, {
      fromAddress: alice.address,
      toAddress: alice.address,
      amount: [{ denom: "ucosm", amount: "1" }],
    });
    expect(await chain.deliver(alice, [send])).toMatchObject({ code: 0 });
    expect(chain.store.height).toBe(1000n);
  });

  test.each<[string, string | object, RegExp]>([
    ["no JSON", "{", /app_state is no JSON/],
    ["a list", "[]", /app_state: expected an object/],
    ["an unknown section", { ...testAppState({}), banks: {} }, /app_state.banks: no module/],
    [
      "an unknown field",
      { ...testAppState({}), staking: { validator: [] } },
      /app_state.staking.validator: expected a known field/,
    ],
    ["no prefix", { ...testAppState({}), chain: { fee_denom: "uassay" } }, /bech32_prefix/],
    [
      "a bad prefix",
      { ...testAppState({}), chain: { bech32_prefix: "As1", fee_denom: "uassay" } },
      /bech32_prefix/,
    ],
    ["no fee denom", { ...testAppState({}), chain: { bech32_prefix: "assay" } }, /fee_denom/],
    [
      "a number that is none",
      {
        ...testAppState({}),
        chain: { bech32_prefix: "assay", fee_denom: "uassay", min_gas_price_micro: "-1" },
      },
      /min_gas_price_micro/,
    ],
  ])("refuses %s, and says where", async (_name, state, why) => {
    const store = await openStore();
    const app = AssayApp.open({ store, verifier: inThread(loadNative()!) });
    const appStateBytes = Buffer.from(typeof state === "string" ? state : JSON.stringify(state));
    const request = RequestInitChain.fromPartial({ chainId: "x", appStateBytes, initialHeight: 1n });
    await expect(app.initChain(request)).rejects.toThrow(why);
  });

  test("the engine's validators must be those of staking", async () => {
    const key = (name: string) => ({ pubKey: { ed25519: testSigner(name, "assay").secret } });
    const init = async (validators: { pubKey: { ed25519: Uint8Array }; power: bigint }[]) => {
      const app = AssayApp.open({ store: await openStore(), verifier: inThread(loadNative()!) });
      const appStateBytes = Buffer.from(JSON.stringify(testAppState({})));
      return app.initChain(
        RequestInitChain.fromPartial({ chainId: "x", appStateBytes, validators, initialHeight: 1n }),
      );
    };
    const all = ["v4", "v2", "v1", "v3"].map((name) => ({ ...key(name), power: 10n }));
    expect((await init(all)).validators).toHaveLength(4);
    expect((await init([])).validators).toHaveLength(4);
    await expect(init(all.slice(1))).rejects.toThrow("validators are not those of app_state.staking");
    await expect(init([...all.slice(1), { ...key("v4"), power: 11n }])).rejects.toThrow("not those");
  });
});

test("before there is a chain, checks and queries have a code, and genesis may come twice", async () => {
  const app = AssayApp.open({ store: await openStore(), verifier: inThread(loadNative()!) });
  const tx = Uint8Array.of(1);
  expect(await app.checkTx({ tx, type: 0 })).toMatchObject({
    code: 1,
    log: expect.stringContaining("InitChain"),
  });
  const asked = { path: "/p2p/filter/id/x", data: tx, height: 0n, prove: false };
  expect(await app.query(asked)).toMatchObject({ code: 1, log: expect.stringContaining("InitChain") });
  // A node that was killed before its first block starts with genesis again.
  const appStateBytes = Buffer.from(JSON.stringify(testAppState({})));
  const init = () =>
    app.initChain(RequestInitChain.fromPartial({ chainId: "x", appStateBytes, initialHeight: 1n }));
  const once = await init();
  const block = RequestFinalizeBlock.fromPartial({ height: 1n, time: { seconds: 1n } });
  const first = await app.finalizeBlock(block);
  expect(await init()).toEqual(once);
  expect(await app.finalizeBlock(block)).toEqual(first);
  await app.commit([]);
  expect(app.info({ version: "", blockVersion: 11n, p2pVersion: 8n, abciVersion: "" })).toMatchObject({
    lastBlockHeight: 1n,
    lastBlockAppHash: first.appHash,
  });
});

function openStore(backend = new MemoryBackend()): Promise<StateStore> {
  return StateStore.open(backend, {
    modules: storeNames(),
    layoutVersion: LAYOUT_VERSION,
    keepVersions: 10,
    memoryBudgetBytes: 1 << 26,
  });
}

test("an application opened on a store that has blocks goes on where it was", async () => {
  const backend = new MemoryBackend();
  const chain = await createTestApp({ backend });
  const alice = chain.signer("alice");
  const send = msg(Msg.Send.request, {
    fromAddress: alice.address,
    toAddress: alice.address,
    amount: [{ denom: "uassay", amount: "1" }],
  });
  await chain.deliver(alice, [send]);
  const tx = await chain.sign(alice, [send]);
  const reopened = AssayApp.open({ store: await openStore(backend), verifier: inThread(loadNative()!) });
  const info = { version: "", blockVersion: 11n, p2pVersion: 8n, abciVersion: "2.0.0" };
  expect(reopened.info(info)).toEqual(chain.app.info(info));
  expect(reopened.info(info)).toMatchObject({ lastBlockHeight: 1n, appVersion: 1n });
  expect(await reopened.checkTx({ tx, type: 0 })).toMatchObject({ code: 0 });
  expect(reopened.exportGenesis()).toEqual(chain.app.exportGenesis());
});
