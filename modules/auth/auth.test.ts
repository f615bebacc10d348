import { BaseAccount, ModuleAccount, Params } from "@assay/proto/gen/cosmos/auth/v1beta1/auth";
import { Query } from "@assay/proto/gen/cosmos/auth/v1beta1/query";
import { Any } from "@assay/proto/gen/google/protobuf/any";
import { messageToJson } from "@assay/proto/wire/json";
import { beforeEach, describe, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../../test/harness/app-harness.ts";
import { testSigner } from "../../test/harness/keys.ts";
import { paramBounds } from "./params.ts";

const alice = testSigner("alice", "assay");
const any = (type: typeof BaseAccount | typeof ModuleAccount, value: object) => {
  const known = type as typeof BaseAccount;
  return messageToJson(Any, { typeUrl: known.typeUrl, value: known.toBytes(known.fromPartial(value)) });
};
const base = (name: string, accountNumber: bigint) =>
  any(BaseAccount, { address: testSigner(name, "assay").address, accountNumber });

describe("queries", () => {
  let chain: TestApp;
  beforeEach(async () => {
    chain = await createTestApp();
    await chain.nextBlock();
  });

  test("an account, in the SDK's stored form and through a proof's key", async () => {
    const { account } = await chain.query(Query.Account, { address: alice.address });
    expect(account!.typeUrl).toBe("/cosmos.auth.v1beta1.BaseAccount");
    const value = BaseAccount.fromBytesStrict(account!.value);
    expect(value).toMatchObject({ address: alice.address, pubKey: undefined, sequence: 0n });
    const raw = await chain.abciQuery("/store/acc/key", Uint8Array.of(1, ...alice.bytes), 0n, true);
    expect(Any.fromBytesStrict(raw.value)).toEqual(account);
    expect((await chain.query(Query.AccountInfo, { address: alice.address })).info).toEqual(value);
  });

  test("one that is not there is said in the words that CosmJS looks for", async () => {
    const { address } = chain.signer("eve");
    for (const method of [Query.Account, Query.AccountInfo]) {
      const request = method.request.toBytes({ address });
      const answer = await chain.abciQuery(method.path, request);
      expect(answer).toMatchObject({
        code: 22,
        codespace: "sdk",
        log: `rpc error: code = NotFound desc = account ${address} not found: key not found`,
      });
    }
  });

  test("modules have accounts, before all others", async () => {
    const address = chain.moduleAddress("data");
    const { account } = await chain.query(Query.Account, { address });
    expect(account!.typeUrl).toBe("/cosmos.auth.v1beta1.ModuleAccount");
    const { name, baseAccount } = ModuleAccount.fromBytesStrict(account!.value);
    expect([name, baseAccount!.accountNumber]).toEqual(["data", 0n]);
    expect((await chain.query(Query.AccountInfo, { address })).info).toEqual(baseAccount);
  });

  test("all accounts, page by page", async () => {
    const first = await chain.query(Query.Accounts, { pagination: { limit: 4n, countTotal: true } });
    const total = Number(first.pagination!.total);
    const rest = await chain.query(Query.Accounts, { pagination: { key: first.pagination!.nextKey } });
    expect(first.accounts.length + rest.accounts.length).toBe(total);
    expect(total).toBe(4 + 3);
  });

  test("params", async () => {
    const { params } = await chain.query(Query.Params, {});
    expect(params).toMatchObject({ maxMemoCharacters: 256n, txSigLimit: 7n, txSizeCostPerByte: 10n });
  });
});

describe("genesis", () => {
  test("keeps account numbers, gaps too, and goes on behind the last", async () => {
    const accounts = [base("alice", 3n), base("zoe", 9n)];
    const chain = await createTestApp({ genesis: { auth: { accounts } } });
    await chain.nextBlock();
    const number = async (name: string) => (await chain.account(chain.signer(name))).accountNumber;
    expect([await number("alice"), await number("zoe")]).toEqual([3n, 9n]);
    // Modules' accounts follow what is listed, then bank's holders: data, challenge, registry, bob.
    expect(await number("bob")).toBe(13n);
  });

  const address = testSigner("alice", "assay").address;
  test.each<[string, object, RegExp]>([
    [
      "numbers that descend",
      { accounts: [base("alice", 3n), base("bob", 2n)] },
      /account numbers must ascend, 2/,
    ],
    ["one number twice", { accounts: [base("alice", 3n), base("bob", 3n)] }, /must ascend/],
    ["one account twice", { accounts: [base("alice", 3n), base("alice", 4n)] }, /is there twice/],
    [
      "an address of another chain",
      { accounts: [any(BaseAccount, { address: "cosmos1x" })] },
      /no assay address/,
    ],
    [
      "a module with another's address",
      { accounts: [any(ModuleAccount, { name: "data", baseAccount: { address } })] },
      /is not the address of module data/,
    ],
    ["what is no account", { accounts: [{ type_url: "/x.Y", value: "" }] }, /is no account/],
    [
      "bytes that are none",
      { accounts: [{ type_url: BaseAccount.typeUrl, value: "CgA=" }] },
      /default_value/,
    ],
  ])("refuses %s", async (_name, auth, why) => {
    await expect(createTestApp({ genesis: { auth: auth as Record<string, never> } })).rejects.toThrow(why);
  });

  test.each(Params.fields.map(({ protoName, name }) => [protoName, name] as const))(
    "%s has bounds",
    async (protoName, name) => {
      const defaults = messageToJson(Params, {
        maxMemoCharacters: 256n,
        txSigLimit: 7n,
        txSizeCostPerByte: 10n,
        sigVerifyCostEd25519: 590n,
        sigVerifyCostSecp256k1: 1000n,
      });
      const [low, high] = paramBounds[name as keyof Params];
      const start = (value: bigint) =>
        createTestApp({
          genesis: { auth: { params: { ...(defaults as object), [protoName]: value.toString() } } },
        });
      for (const bad of [low - 1n, high + 1n]) {
        await expect(start(bad)).rejects.toThrow(`auth: ${protoName} must be ${low} to ${high}, not ${bad}`);
      }
      await start(low);
      await start(high);
    },
  );
});
