import { Msg } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTestApp, msg, type TestApp } from "../../test/harness/app-harness.ts";
import type { TestSigner } from "../../test/harness/keys.ts";
import { MsgProbe, withProbe } from "../../test/harness/probe-module.ts";
import { MAX_PENDING_PER_SENDER } from "./limits.ts";
import { inThread, loadNative } from "./signature/native.ts";

const transfer = (from: TestSigner, to: TestSigner, amount = "1", denom = "uassay") =>
  msg(Msg.Send.request, { fromAddress: from.address, toAddress: to.address, amount: [{ denom, amount }] });

function counting() {
  let verified = 0;
  const native = loadNative()!;
  const verifier = inThread((check) => {
    verified++;
    return native(check);
  });
  return { verifier, verified: () => verified };
}

describe("CheckTx", () => {
  test("a sender's transactions follow one another before any is in a block", async () => {
    const chain = await createTestApp();
    const alice = chain.signer("alice");
    const txs = [];
    for (let i = 0; i < 5; i++) txs.push(await chain.sign(alice, [transfer(alice, alice)]));
    expect((await chain.check(txs[1]!)).code).toBe(32);
    for (const tx of txs) expect(await chain.check(tx)).toMatchObject({ code: 0 });
    expect(await chain.check(txs[0]!)).toMatchObject({
      code: 32,
      log: "account sequence mismatch, expected 5, got 0: incorrect account sequence",
    });
    const { txResults } = await chain.nextBlock(txs);
    expect(txResults.every(({ code }) => code === 0)).toBe(true);
  });

  test("answers keep the order of the questions, whatever a signature takes", async () => {
    const native = loadNative()!;
    let turn = 0;
    const slow = {
      ...inThread(native),
      verify: async (check: Parameters<typeof native>[0]) => {
        await new Promise((resolve) => setTimeout(resolve, turn++ % 2 === 0 ? 15 : 0));
        return native(check);
      },
    };
    const chain = await createTestApp({ verifier: slow });
    const alice = chain.signer("alice");
    const txs = [];
    for (let i = 0; i < 8; i++) txs.push(await chain.sign(alice, [transfer(alice, alice)]));
    const order: number[] = [];
    const answers = await Promise.all(
      txs.map(async (tx, i) => {
        const answer = await chain.check(tx);
        order.push(i);
        return answer.code;
      }),
    );
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(new Set(answers)).toEqual(new Set([0]));
  });

  test("messages are looked at by their form only, so a transfer beyond one's means is admitted", async () => {
    const chain = await createTestApp();
    const alice = chain.signer("alice");
    expect(await chain.check(await chain.sign(alice, [transfer(alice, alice, "10", "ucosm")]))).toMatchObject(
      {
        code: 0,
      },
    );
    const malformed = await chain.sign(alice, [transfer(alice, alice, "0")]);
    expect(await chain.check(malformed)).toMatchObject({
      code: 10,
      log: "failed to execute message; message index: 0: 0uassay: invalid coins",
    });
    // What was refused left nothing behind: the same sequence is still to come.
    chain.forgetSigned();
    const next = await chain.sign(alice, [transfer(alice, alice)], { sequence: 1n });
    expect(await chain.check(next)).toMatchObject({ code: 0 });
  });

  test("fees of what waits are counted", async () => {
    const chain = await createTestApp({ balances: { alice: 12_000n } });
    const alice = chain.signer("alice");
    const codes = [];
    for (let i = 0; i < 3; i++) {
      const tx = await chain.sign(alice, [transfer(alice, alice)], { gas: 200_000n });
      codes.push((await chain.check(tx)).code);
    }
    expect(codes).toEqual([0, 0, 5]);
  });

  test("a node may ask for another price than genesis suggests, in the chain's denom only", async () => {
    const dear = await createTestApp({ minGasPrice: "0.1uassay" });
    const alice = dear.signer("alice");
    expect(
      await dear.check(await dear.sign(alice, [transfer(alice, alice)], { gas: 200_000n })),
    ).toMatchObject({
      code: 13,
      log: "insufficient fees; got: 5000uassay required: 20000uassay: insufficient fee",
    });
    dear.forgetSigned();
    const free = await createTestApp({ minGasPrice: "0uassay" });
    expect(await free.check(await free.sign(alice, [transfer(alice, alice)], { fee: [] }))).toMatchObject({
      code: 0,
    });
    await expect(createTestApp({ minGasPrice: "0.1ucosm" })).rejects.toThrow("in ucosm");
  });

  test("so many of one sender may wait, and no more", async () => {
    const chain = await createTestApp({ balances: { alice: 10n ** 12n, bob: 10n ** 9n } });
    const [alice, bob] = [chain.signer("alice"), chain.signer("bob")];
    await chain.nextBlock();
    for (let i = 0n; i < MAX_PENDING_PER_SENDER; i++) {
      const tx = await chain.sign(alice, [transfer(alice, alice)], {
        sequence: i,
      });
      expect((await chain.check(tx)).code).toBe(0);
    }
    const more = await chain.sign(alice, [transfer(alice, alice)], {
      sequence: MAX_PENDING_PER_SENDER,
    });
    expect(await chain.check(more)).toMatchObject({
      code: 20,
      log: `${MAX_PENDING_PER_SENDER} transactions of ${alice.address} wait: mempool is full`,
    });
    expect(await chain.check(await chain.sign(bob, [transfer(bob, bob)]))).toMatchObject({ code: 0 });
  });

  test("a signature is verified once from CheckTx to the block", async () => {
    const { verifier, verified } = counting();
    const chain = await createTestApp({ verifier });
    const alice = chain.signer("alice");
    const [seen, unseen] = [
      await chain.sign(alice, [transfer(alice, alice)]),
      await chain.sign(alice, [transfer(alice, alice)]),
    ];
    await chain.check(seen);
    expect(verified()).toBe(1);
    await chain.nextBlock([seen, unseen]);
    expect(verified()).toBe(2);
  });

  test("a fault of ours is answered and logged, and the next transaction is checked", async () => {
    const errors: string[] = [];
    const { modules } = withProbe();
    const broken = {
      ...modules,
      bank: {
        ...modules.bank,
        burn: () => {
          throw new Error("bug");
        },
      },
    };
    const logger = { error: (_fields: object, message: string) => errors.push(message) };
    const chain = await createTestApp({ modules: broken, logger });
    const alice = chain.signer("alice");
    const tx = await chain.sign(alice, [msg(MsgProbe, { signer: alice.address, what: "ok" })]);
    expect(await chain.check(tx)).toMatchObject({ code: 1, codespace: "undefined", log: "internal error" });
    expect(await chain.check(new Uint8Array(0))).toMatchObject({ code: 18 });
    expect(errors).toEqual(["CheckTx failed"]);
  });
});

describe("a recheck after a commit", () => {
  /** Commits a block and asks again for what waits, as a mempool does. */
  async function commitAndRecheck(
    chain: TestApp,
    block: Uint8Array[],
    waiting: Uint8Array[],
  ): Promise<number[]> {
    await chain.nextBlock(block);
    const codes = [];
    for (const tx of waiting) codes.push((await chain.check(tx, true)).code);
    return codes;
  }

  test("keeps what still holds, drops what does not, and verifies nothing again", async () => {
    const { verifier, verified } = counting();
    const chain = await createTestApp({ balances: { alice: 10n ** 9n, bob: 25_000n }, verifier });
    const [alice, bob] = [chain.signer("alice"), chain.signer("bob")];
    const sign = (from: TestSigner, sequence: bigint, amount = "1") =>
      chain.sign(from, [transfer(from, alice, amount)], { gas: 200_000n, sequence });
    const [a0, a1, a2] = [await sign(alice, 0n), await sign(alice, 1n), await sign(alice, 2n)];
    const [b0, b1, b2] = [await sign(bob, 0n), await sign(bob, 1n), await sign(bob, 2n)];
    for (const tx of [a0, a1, b0, a2, b1, b2]) expect((await chain.check(tx)).code).toBe(0);
    const before = verified();
    // Another first of bob's, which spends what his third would pay its fee with.
    const b0Other = await sign(bob, 0n, "13000");
    expect(await commitAndRecheck(chain, [a0, b0Other], [a1, b0, a2, b1, b2])).toEqual([0, 32, 0, 0, 5]);
    expect(verified()).toBe(before + 1);
    expect((await chain.check(await sign(alice, 3n))).code).toBe(0);
    expect(await commitAndRecheck(chain, [], [a1, a2])).toEqual([0, 0]);
    expect((await chain.check(await sign(alice, 3n, "2"))).code).toBe(0);
  });

  test("drops what timed out", async () => {
    const chain = await createTestApp();
    const alice = chain.signer("alice");
    const tx = await chain.sign(alice, [transfer(alice, alice)], { timeoutHeight: 2n });
    expect((await chain.check(tx)).code).toBe(0);
    expect(await commitAndRecheck(chain, [], [tx])).toEqual([0]);
    expect(await commitAndRecheck(chain, [], [tx])).toEqual([30]);
  });

  test("leaves the check state that checking everything anew would", async () => {
    const run = async (seed: readonly (readonly [who: number, inBlock: boolean])[]) => {
      const chain = await createTestApp({ balances: { p: 30_000n, q: 17_000n, r: 26_000n } });
      const people = ["p", "q", "r"].map((name) => chain.signer(name));
      const sequences = [0n, 0n, 0n];
      const waiting: Uint8Array[] = [];
      const block: Uint8Array[] = [];
      for (const [who, inBlock] of seed) {
        const signer = people[who]!;
        const tx = await chain.sign(signer, [transfer(signer, people[(who + 1) % 3]!, "900")], {
          gas: 200_000n,
          sequence: sequences[who]!,
        });
        if ((await chain.check(tx)).code !== 0) continue;
        sequences[who]! += 1n;
        (inBlock && !waiting.some((other) => other === tx) ? block : waiting).push(tx);
      }
      await chain.nextBlock(block);
      // One application repeats what it knows, the other has never seen these transactions.
      const fresh = await createTestApp({ balances: { p: 30_000n, q: 17_000n, r: 26_000n } });
      await fresh.nextBlock(block);
      for (const tx of waiting) {
        const [known, anew] = [await chain.check(tx, true), await fresh.check(tx, true)];
        expect(known).toEqual(anew);
      }
      for (const [i, signer] of people.entries()) {
        for (const sequence of [sequences[i]!, sequences[i]! - 1n]) {
          if (sequence < 0n) continue;
          const tx = await chain.sign(signer, [transfer(signer, signer)], { gas: 200_000n, sequence });
          expect((await chain.check(tx)).log).toBe((await fresh.check(tx)).log);
        }
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), fc.boolean()), { minLength: 1, maxLength: 10 }), run),
      { numRuns: 25 },
    );
  });
});
