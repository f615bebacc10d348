import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Msg, type MsgMultiSend } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTestApp, msg, type TestApp } from "../../test/harness/app-harness.ts";
import { sectionsOf, tableOf } from "../../test/modules/readme-tables.ts";

const coin = (denom: string, amount: string) => ({ denom, amount });

function sound(chain: TestApp): MsgMultiSend {
  return {
    inputs: [{ address: chain.signer("alice").address, coins: [coin("uassay", "5")] }],
    outputs: [
      { address: chain.signer("bob").address, coins: [coin("uassay", "3")] },
      { address: chain.signer("eve").address, coins: [coin("uassay", "2")] },
    ],
  };
}

/** The README's table in its order: each is tried with all that come after it, and must win. */
const rows: readonly {
  readonly code: string;
  readonly log: string | RegExp;
  readonly genesis?: Record<string, { [field: string]: never }>;
  spoil(message: MsgMultiSend, chain: TestApp): void;
}[] = [
  {
    // The signer comes from this field, so it is refused before the message is looked at.
    code: "sdk/7",
    log: /is no assay address: invalid address$/,
    spoil: ({ inputs }, chain) => {
      inputs[0]!.address = chain.signer("alice").address.replace("assay1", "cosmos1");
    },
  },
  {
    code: "bank/9",
    log: "multiple senders not allowed",
    spoil: ({ inputs }) => inputs.push({ ...inputs[0]! }),
  },
  {
    code: "bank/3",
    log: "no outputs to send transaction",
    spoil: ({ outputs }) => outputs.splice(0),
  },
  {
    code: "sdk/10",
    log: "1ustake,1uassay: invalid coins",
    spoil: ({ inputs }) => {
      inputs[0]!.coins = [coin("ustake", "1"), coin("uassay", "1")];
    },
  },
  {
    code: "sdk/7",
    log: 'invalid output address "nobody": invalid address',
    spoil: ({ outputs }) => {
      if (outputs[1]) outputs[1].address = "nobody";
    },
  },
  {
    code: "sdk/10",
    log: "no coins: invalid coins",
    spoil: ({ outputs }) => {
      if (outputs[1]) outputs[1].coins = [];
    },
  },
  {
    code: "bank/4",
    log: "sum inputs != sum outputs",
    spoil: ({ inputs }) => {
      inputs[0]!.coins[0]!.amount = "6";
    },
  },
  {
    code: "bank/5",
    log: "send transactions are disabled",
    genesis: { bank: { params: { default_send_enabled: false } as never } },
    spoil: () => {},
  },
  {
    code: "sdk/4",
    log: /^assay1\w+ is not allowed to receive funds: unauthorized$/,
    spoil: ({ outputs }, chain) => {
      if (outputs[0]) outputs[0].address = chain.moduleAddress("data");
    },
  },
  {
    code: "sdk/5",
    log: "spendable balance 0uaaa is smaller than 5uaaa: insufficient funds",
    spoil: ({ inputs, outputs }) => {
      inputs[0]!.coins = [coin("uaaa", "5")];
      outputs.forEach((output, i) => {
        output.coins = [coin("uaaa", i === 0 ? "3" : "2")];
      });
    },
  },
];

describe("MsgMultiSend", () => {
  test("the README has its failures", () => {
    const page = readFileSync(
      join(process.env.ASSAY_ROOT ?? process.cwd(), "modules/bank/README.md"),
      "utf8",
    );
    const section = sectionsOf(page, 3).find(({ title }) => title === "`MsgMultiSend`")!;
    expect(tableOf(section.text).map((row) => row["fails with"])).toEqual(rows.map(({ code }) => code));
  });

  test.each(rows.map((row, i) => ({ ...row, i })))("row $i: $log", async ({ i, code, log }) => {
    for (const together of [[rows[i]!], rows.slice(i)]) {
      const genesis = Object.assign({}, ...together.map((row) => row.genesis ?? {}));
      const chain = await createTestApp({ genesis });
      const message = sound(chain);
      for (const row of [...together].reverse()) row.spoil(message, chain);
      const outcome = await chain.deliver(chain.signer("alice"), [msg(Msg.MultiSend.request, message)]);
      expect(`${outcome.codespace}/${outcome.code}`, outcome.log).toBe(code);
      const said = outcome.log.replace("failed to execute message; message index: 0: ", "");
      if (typeof log === "string") expect(said).toBe(log);
      else expect(said).toMatch(log);
    }
  });

  test("no input has no signer", async () => {
    const chain = await createTestApp();
    const message = { ...sound(chain), inputs: [] };
    expect(await chain.deliver(chain.signer("alice"), [msg(Msg.MultiSend.request, message)])).toMatchObject({
      code: 7,
      codespace: "sdk",
    });
  });

  test("pays all, and tells it as the SDK does", async () => {
    const chain = await createTestApp();
    const [alice, bob, eve] = ["alice", "bob", "eve"].map((name) => chain.signer(name));
    const outcome = await chain.deliver(alice!, [msg(Msg.MultiSend.request, sound(chain))]);
    expect(outcome.code, outcome.log).toBe(0);
    expect(await chain.balance(eve!)).toBe(2n);
    expect(await chain.balance(bob!)).toBe(10n ** 9n + 3n);
    const own = outcome.events.filter(({ attributes }) => attributes.some(({ key }) => key === "msg_index"));
    const told = own.map(({ type, attributes }) => [
      type,
      ...attributes.slice(0, -1).map(({ value }) => value),
    ]);
    expect(told).toEqual([
      ["message", "/cosmos.bank.v1beta1.MsgMultiSend", alice!.address, "bank"],
      ["coin_spent", alice!.address, "5uassay"],
      ["message", alice!.address],
      ["coin_received", bob!.address, "3uassay"],
      ["transfer", bob!.address, alice!.address, "3uassay"],
      ["coin_received", eve!.address, "2uassay"],
      ["transfer", eve!.address, alice!.address, "2uassay"],
    ]);
    // Each output costs its reads and writes.
    const again = await chain.deliver(alice!, [msg(Msg.MultiSend.request, sound(chain))]);
    const message = sound(chain);
    message.outputs.push({ address: bob!.address, coins: [coin("uassay", "1")] });
    message.inputs[0]!.coins = [coin("uassay", "6")];
    const more = await chain.deliver(alice!, [msg(Msg.MultiSend.request, message)]);
    expect(more.gasUsed - again.gasUsed).toBeGreaterThan(3000n);
  });

  test("moves what it says and nothing else, to whomever, the payer among them", async () => {
    const people = ["alice", "bob", "carol", "eve"];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...people), fc.bigInt(1n, 10n ** 8n)), {
          minLength: 1,
          maxLength: 12,
        }),
        async (outputs) => {
          const chain = await createTestApp();
          await chain.nextBlock();
          const before = await Promise.all(people.map((name) => chain.balance(chain.signer(name))));
          const total = outputs.reduce((sum, [, amount]) => sum + amount, 0n);
          const outcome = await chain.deliver(chain.signer("alice"), [
            msg(Msg.MultiSend.request, {
              inputs: [{ address: chain.signer("alice").address, coins: [coin("uassay", String(total))] }],
              outputs: outputs.map(([name, amount]) => ({
                address: chain.signer(name).address,
                coins: [coin("uassay", String(amount))],
              })),
            }),
          ]);
          const affordable = total <= 10n ** 9n - 25_000n;
          expect(outcome.code).toBe(affordable ? 0 : 5);
          for (const [i, name] of people.entries()) {
            const got = outputs.reduce((sum, [to, amount]) => (to === name ? sum + amount : sum), 0n);
            const paid = name === "alice" ? 25_000n + (affordable ? total : 0n) : 0n;
            expect(await chain.balance(chain.signer(name))).toBe(before[i]! + (affordable ? got : 0n) - paid);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
