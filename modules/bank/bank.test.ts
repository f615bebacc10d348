import { AssertionError } from "@assay/kernel/assert";
import { ExecutionContext } from "@assay/kernel/context";
import { moduleAddress } from "@assay/primitives/address";
import { Query } from "@assay/proto/gen/cosmos/bank/v1beta1/query";
import { Msg, type MsgSend } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTestApp, msg, type TestApp } from "../../test/harness/app-harness.ts";
import { MemoryStore } from "../../test/harness/memory-store.ts";
import { authKeeper } from "../auth/keeper.ts";
import { createBank, MAX_SUPPLY } from "./ledger.ts";
import { createBankModule } from "./module.ts";
import { state } from "./state.ts";

const coin = (denom: string, amount: string) => ({ denom, amount });

/** Of MsgSend's table, in its order: each is tried together with all that come after it, and must win. */
const failures: {
  readonly row: number;
  readonly code: string;
  readonly log: string | RegExp;
  readonly genesis?: Record<string, { [field: string]: never }>;
  spoil(message: MsgSend, chain: TestApp): void;
}[] = [
  {
    row: 1,
    code: "sdk/7",
    log: /is no assay address: invalid address$/,
    spoil: (message, chain) => {
      // The signer comes from this field, so it is refused before the message is looked at.
      message.fromAddress = chain.signer("alice").address.replace("assay1", "cosmos1");
    },
  },
  {
    row: 2,
    code: "sdk/7",
    log: 'failed to execute message; message index: 0: invalid to address "nobody": invalid address',
    spoil: (message) => {
      message.toAddress = "nobody";
    },
  },
  ...[
    [[], "no coins: invalid coins"],
    [[coin("ustake", "1"), coin("uassay", "1")], "1ustake,1uassay: invalid coins"],
    [[coin("uassay", "1"), coin("uassay", "1")], "1uassay,1uassay: invalid coins"],
    [[coin("uassay", "0")], "0uassay: invalid coins"],
    [[coin("uassay", "-1")], "-1uassay: invalid coins"],
    [[coin("uassay", "01")], "01uassay: invalid coins"],
    [[coin("uassay", "1.5")], "1.5uassay: invalid coins"],
    [[coin("uassay", (1n << 64n).toString())], "18446744073709551616uassay: invalid coins"],
    [[coin("1x", "1")], "11x: invalid coins"],
  ].map(([coins, log]) => ({
    row: 3,
    code: "sdk/10",
    log: `failed to execute message; message index: 0: ${log}`,
    spoil: (message: MsgSend) => {
      message.amount = coins as { denom: string; amount: string }[];
    },
  })),
  {
    row: 4,
    code: "bank/5",
    log: "failed to execute message; message index: 0: send transactions are disabled",
    genesis: { bank: { params: { default_send_enabled: false } as never } },
    spoil: () => {},
  },
  {
    row: 5,
    code: "sdk/4",
    log: /: assay1\w+ is not allowed to receive funds: unauthorized$/,
    spoil: (message, chain) => {
      message.toAddress = chain.moduleAddress("data");
    },
  },
  {
    row: 6,
    code: "sdk/5",
    log: "failed to execute message; message index: 0: spendable balance 0uaaa is smaller than 3uaaa: insufficient funds",
    spoil: (message) => {
      message.amount = [coin("uaaa", "3"), coin("ubbb", "4")];
    },
  },
];

describe("MsgSend", () => {
  test.each(failures.map((failure, i) => ({ ...failure, i })))("row $row: $log", async ({ i, code, log }) => {
    for (const together of [[failures[i]!], failures.slice(i)]) {
      const genesis = Object.assign({}, ...together.map((failure) => failure.genesis ?? {}));
      const chain = await createTestApp({ genesis });
      const [alice, bob] = [chain.signer("alice"), chain.signer("bob")];
      const message: MsgSend = {
        fromAddress: alice.address,
        toAddress: bob.address,
        amount: [coin("uassay", "1")],
      };
      // From the last on, so that where two spoil one field the earlier is what is sent.
      for (const failure of [...together].reverse()) {
        if (failure === failures[i] || failure.row > failures[i]!.row) failure.spoil(message, chain);
      }
      const outcome = await chain.deliver(alice, [msg(Msg.Send.request, message)]);
      expect(`${outcome.codespace}/${outcome.code}`).toBe(code);
      if (typeof log === "string") expect(outcome.log).toBe(log);
      else expect(outcome.log).toMatch(log);
    }
  });

  test("several denoms at once", async () => {
    const chain = await createTestApp();
    const [alice, eve] = [chain.signer("alice"), chain.signer("eve")];
    const rich = await createTestApp({
      genesis: {
        bank: {
          balances: [
            {
              address: alice.address,
              coins: [coin("ubar", "7"), coin("uassay", "1000000")].sort((a, b) =>
                a.denom < b.denom ? -1 : 1,
              ),
            },
          ],
        },
      },
    });
    const amount = [coin("uassay", "5"), coin("ubar", "7")];
    const send = msg(Msg.Send.request, { fromAddress: alice.address, toAddress: eve.address, amount });
    const outcome = await rich.deliver(alice, [send]);
    expect(outcome).toMatchObject({ code: 0 });
    const transfer = outcome.events.find(({ type }) => type === "transfer")!;
    expect(transfer.attributes.find(({ key }) => key === "amount")!.value).toBe("5uassay,7ubar");
    const { balances } = await rich.query(Query.AllBalances, { address: eve.address });
    expect(balances).toEqual(amount);
    // What is gone is not stored: alice has no ubar left.
    const { balances: left } = await rich.query(Query.AllBalances, { address: alice.address });
    expect(left.map(({ denom }) => denom)).toEqual(["uassay"]);
  });

  test("to oneself changes nothing but the fee", async () => {
    const chain = await createTestApp();
    const alice = chain.signer("alice");
    const amount = [coin("uassay", (10n ** 9n - 25_000n).toString())];
    const send = msg(Msg.Send.request, { fromAddress: alice.address, toAddress: alice.address, amount });
    expect(await chain.deliver(alice, [send])).toMatchObject({ code: 0 });
    expect(await chain.balance(alice)).toBe(10n ** 9n - 25_000n);
  });
});

describe("the ledger", () => {
  const people = ["a", "b", "c"].map((name) => moduleAddress(name));
  const step = fc.record({
    verb: fc.constantFrom("send", "burn", "mint"),
    from: fc.nat(2),
    to: fc.nat(2),
    denom: fc.constantFrom("ux1", "uy1"),
    amount: fc.bigInt(0n, 50n),
  });

  test("supply is the sum of balances, whatever was sent, burned and minted", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const ctx = new ExecutionContext(
          { chainId: "t", bech32Prefix: "assay", feeDenom: "ux1" },
          { height: 1n, timeSeconds: 0n, timeNanos: 0 },
          new MemoryStore(),
        );
        const bank = createBank(authKeeper);
        const { module } = createBankModule({ auth: authKeeper, moduleAddresses: [] });
        const model = new Map<string, bigint>();
        const held = (who: number, denom: string) => model.get(`${who}/${denom}`) ?? 0n;
        for (const { verb, from, to, denom, amount } of steps) {
          const [payer, payee] = [people[from]!, people[to]!];
          const poor = verb !== "mint" && held(from, denom) < amount;
          const act = () => {
            if (verb === "send") bank.send(ctx, payer, payee, denom, amount);
            else if (verb === "burn") bank.burn(ctx, payer, denom, amount);
            else bank.mint(ctx, payee, denom, amount);
          };
          if (poor) expect(act).toThrow("insufficient funds");
          else {
            act();
            if (verb !== "mint") model.set(`${from}/${denom}`, held(from, denom) - amount);
            if (verb !== "burn") model.set(`${to}/${denom}`, held(to, denom) + amount);
          }
          for (const invariant of module.invariants!) expect(invariant.check(ctx)).toBeUndefined();
        }
        for (const [i, address] of people.entries()) {
          for (const denom of ["ux1", "uy1"]) expect(bank.balance(ctx, address, denom)).toBe(held(i, denom));
        }
        const total = (denom: string) => [0, 1, 2].reduce((sum, who) => sum + held(who, denom), 0n);
        expect([bank.supply(ctx, "ux1"), bank.supply(ctx, "uy1")]).toEqual([total("ux1"), total("uy1")]);
      }),
      { numRuns: 100 },
    );
  });

  test("minting over the bound is our own fault", () => {
    const ctx = new ExecutionContext(
      { chainId: "t", bech32Prefix: "assay", feeDenom: "ux1" },
      { height: 1n, timeSeconds: 0n, timeNanos: 0 },
      new MemoryStore(),
    );
    const bank = createBank(authKeeper);
    bank.mint(ctx, people[0]!, "ux1", MAX_SUPPLY);
    expect(() => bank.mint(ctx, people[0]!, "ux1", 1n)).toThrow(AssertionError);
  });

  test("an invariant that is broken says so", () => {
    const ctx = new ExecutionContext(
      { chainId: "t", bech32Prefix: "assay", feeDenom: "ux1" },
      { height: 1n, timeSeconds: 0n, timeNanos: 0 },
      new MemoryStore(),
    );
    const { module } = createBankModule({ auth: authKeeper, moduleAddresses: [] });
    const [sum, holders] = module.invariants!;
    state.balances.set(ctx, [people[0]!, "ux1"], 5n);
    expect(sum!.check(ctx)).toBe("accounts hold 5ux1, none exist");
    expect(holders!.check(ctx)).toMatch(/has no account$/);
    state.supply.set(ctx, "ux1", 6n);
    expect(sum!.check(ctx)).toBe("6ux1 exist, accounts hold 5");
  });
});

describe("queries", () => {
  test("page through balances by denom", async () => {
    const denoms = ["uaaa", "ubbb", "uccc", "uddd", "ueee"];
    const probe = await createTestApp();
    const alice = probe.signer("alice");
    const chain = await createTestApp({
      genesis: {
        bank: { balances: [{ address: alice.address, coins: denoms.map((denom) => coin(denom, "1")) }] },
      },
    });
    await chain.nextBlock();
    for (const method of [Query.AllBalances, Query.SpendableBalances]) {
      const first = await chain.query(method, {
        address: alice.address,
        pagination: { limit: 2n, countTotal: true },
      });
      expect(first.balances.map(({ denom }) => denom)).toEqual(["uaaa", "ubbb"]);
      expect(first.pagination!.total).toBe(5n);
      const { nextKey } = first.pagination!;
      const rest = await chain.query(method, { address: alice.address, pagination: { key: nextKey } });
      expect(rest.balances.map(({ denom }) => denom)).toEqual(["uccc", "uddd", "ueee"]);
      const back = await chain.query(method, {
        address: alice.address,
        pagination: { reverse: true, limit: 1n },
      });
      expect(back.balances.map(({ denom }) => denom)).toEqual(["ueee"]);
    }
    const { supply } = await chain.query(Query.TotalSupply, {});
    expect(supply).toEqual(denoms.map((denom) => coin(denom, "1")));
  });

  test("an account never seen holds zero; what is no denom or address is refused", async () => {
    const chain = await createTestApp();
    await chain.nextBlock();
    const eve = chain.signer("eve").address;
    const { balance } = await chain.query(Query.Balance, { address: eve, denom: "uassay" });
    expect(balance).toEqual(coin("uassay", "0"));
    expect((await chain.query(Query.AllBalances, { address: eve })).balances).toEqual([]);
    expect((await chain.query(Query.SupplyOf, { denom: "unone" })).amount).toEqual(coin("unone", "0"));
    await expect(chain.query(Query.Balance, { address: eve, denom: "u" })).rejects.toThrow(
      "rpc error: code = InvalidArgument desc = invalid denom: invalid request",
    );
    await expect(chain.query(Query.Balance, { address: "x", denom: "uassay" })).rejects.toThrow(
      "invalid address",
    );
  });

  test("metadata and params", async () => {
    const metadata = {
      base: "uassay",
      display: "assay",
      name: "Assay",
      symbol: "ASSAY",
      denom_units: [{ denom: "uassay" }, { denom: "assay", exponent: 6 }],
    };
    const chain = await createTestApp({ genesis: { bank: { denom_metadata: [metadata] } } });
    await chain.nextBlock();
    const found = await chain.query(Query.DenomMetadata, { denom: "uassay" });
    expect(found.metadata).toMatchObject({ base: "uassay", symbol: "ASSAY" });
    expect((await chain.query(Query.DenomsMetadata, {})).metadatas).toEqual([found.metadata]);
    await expect(chain.query(Query.DenomMetadata, { denom: "unone" })).rejects.toThrow(
      "rpc error: code = NotFound desc = client metadata for denom unone not found: key not found",
    );
    expect((await chain.query(Query.Params, {})).params).toEqual({
      sendEnabled: [],
      defaultSendEnabled: true,
    });
  });
});

describe("genesis", () => {
  const address = async () => (await createTestApp()).signer("alice").address;
  const withBank = async (bank: Record<string, never>) => createTestApp({ genesis: { bank } });

  test.each<[string, (alice: string) => object, RegExp]>([
    ["two balances of one account", (a) => ({ balances: [{ address: a }, { address: a }] }), /two balances/],
    ["an address of another chain", () => ({ balances: [{ address: "cosmos1x" }] }), /no assay address/],
    ["no coin", (a) => ({ balances: [{ address: a, coins: [coin("uassay", "0")] }] }), /invalid coins/],
    [
      "too much",
      (a) => ({ balances: [{ address: a, coins: [coin("uassay", "1000000000000001")] }] }),
      /over the bound/,
    ],
    [
      "another supply",
      (a) => ({ balances: [{ address: a, coins: [coin("uassay", "5")] }], supply: [coin("uassay", "6")] }),
      /not the sum/,
    ],
    ["a switch a denom", () => ({ send_enabled: [{ denom: "uassay", enabled: true }] }), /not supported/],
    [
      "a switch a denom in params",
      () => ({ params: { send_enabled: [{ denom: "uassay" }] } }),
      /not supported/,
    ],
    ["metadata twice", () => ({ denom_metadata: [{ base: "ux1" }, { base: "ux1" }] }), /twice/],
    ["metadata of nothing", () => ({ denom_metadata: [{ display: "x" }] }), /without a base/],
    ["a field that is none", () => ({ balance: [] }), /app_state.bank.balance: expected a known field/],
  ])("refuses %s", async (_name, bank, why) => {
    await expect(withBank(bank(await address()) as Record<string, never>)).rejects.toThrow(why);
  });
});
