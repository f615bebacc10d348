import { Msg } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import { describe, expect, test } from "vitest";
import { createTestApp, msg } from "../../test/harness/app-harness.ts";

describe("a transfer, end to end", () => {
  test("is admitted, executed, committed and seen", async () => {
    const chain = await createTestApp();
    const [alice, bob, eve] = ["alice", "bob", "eve"].map((name) => chain.signer(name));
    const send = msg(Msg.Send.request, {
      fromAddress: alice!.address,
      toAddress: eve!.address,
      amount: [{ denom: "uassay", amount: "1234" }],
    });
    const tx = await chain.sign(alice!, [send], { gas: 200_000n });
    const check = await chain.check(tx);
    expect(check).toMatchObject({ code: 0, log: "" });
    const before = 4n * 10n ** 9n;
    const block = await chain.nextBlock([tx]);
    expect(block.txResults[0]).toMatchObject({ code: 0, log: "" });
    expect(await chain.balance(eve!)).toBe(1234n);
    expect(await chain.balance(alice!)).toBe(10n ** 9n - 1234n - 5000n);
    expect(await chain.balance(bob!)).toBe(10n ** 9n);
    expect(await chain.supply()).toBe(before - 5000n);
    expect(await chain.account(alice!)).toMatchObject({ sequence: 1n });
  });
});
