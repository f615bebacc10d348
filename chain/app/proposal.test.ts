import { Msg } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import {
  RequestPrepareProposal,
  RequestProcessProposal,
  ResponseProcessProposal_ProposalStatus as Status,
} from "@assay/proto/gen/tendermint/abci/types";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTestApp, msg, type TestApp } from "../../test/harness/app-harness.ts";
import { MsgProbe, withProbe } from "../../test/harness/probe-module.ts";
import { txSize } from "../abci/tx-size.ts";

const MAX_GAS = 1_000_000n;

const createChain = (): Promise<TestApp> => {
  const names = Array.from({ length: 12 }, (_, i) => `p${i}`);
  return createTestApp({
    modules: withProbe().modules,
    balances: Object.fromEntries(names.map((name) => [name, 10n ** 9n])),
    consensusParams: { block: { maxBytes: 1_000_000n, maxGas: MAX_GAS } },
  });
};

interface Wanted {
  readonly who: number;
  readonly gas: bigint;
  readonly deadline: boolean;
  readonly memo: number;
}

/** Messages of the probe module have a deadline, transfers have none. */
function sign(chain: TestApp, { who, gas, deadline, memo }: Wanted): Promise<Uint8Array> {
  const signer = chain.signer(`p${who}`);
  const message = deadline
    ? msg(MsgProbe, { signer: signer.address, what: "ok" })
    : msg(Msg.Send.request, {
        fromAddress: signer.address,
        toAddress: signer.address,
        amount: [{ denom: "uassay", amount: "1" }],
      });
  return chain.sign(signer, [message], { gas, memo: "m".repeat(memo) });
}

async function prepare(chain: TestApp, txs: readonly Uint8Array[], maxTxBytes = 900_000n) {
  return (await chain.app.prepareProposal(RequestPrepareProposal.fromPartial({ txs, maxTxBytes }))).txs;
}

async function process(chain: TestApp, txs: readonly Uint8Array[]): Promise<boolean> {
  const { status } = await chain.app.processProposal(RequestProcessProposal.fromPartial({ txs }));
  return status === Status.ACCEPT;
}

const sum = (sizes: readonly number[]): number => sizes.reduce((a, b) => a + b, 0);

describe("a proposal", () => {
  test("whatever one node prepares every node accepts, within the limits, in order", async () => {
    const wanted = fc.record({
      who: fc.nat(11),
      gas: fc.bigInt(100_000n, 400_000n),
      deadline: fc.boolean(),
      memo: fc.nat(200),
    });
    const junk = fc.uint8Array({ maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 5, arbitrary: wanted }, { weight: 1, arbitrary: junk }), {
          maxLength: 20,
        }),
        fc.integer({ min: 0, max: 6000 }),
        async (items, maxTxBytes) => {
          const [proposer, other] = [await createChain(), await createChain()];
          // Enough gas for each, so that what a block holds of a sender is never out of its sequence.
          const txs: Uint8Array[] = [];
          for (const item of items) {
            txs.push(item instanceof Uint8Array ? item : await sign(proposer, item));
          }
          const chosen = await prepare(proposer, txs, BigInt(maxTxBytes));
          expect(await process(other, chosen)).toBe(true);
          expect(sum(chosen.map(txSize))).toBeLessThanOrEqual(maxTxBytes);
          const places = chosen.map((tx) => txs.indexOf(tx));
          expect(places).toEqual([...places].sort((a, b) => a - b));
          // A sender's transactions are a prefix of what waited: none is left out in the middle.
          const block = await other.nextBlock(chosen);
          const stale = block.txResults.filter(({ code }) => code === 32);
          expect(stale).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("a flood of transfers leaves a quarter of the block to what has a deadline", async () => {
    const chain = await createChain();
    const flood: Uint8Array[] = [];
    for (let i = 0; i < 10; i++)
      flood.push(await sign(chain, { who: i, gas: 150_000n, deadline: false, memo: 0 }));
    const answer = await sign(chain, { who: 11, gas: 250_000n, deadline: true, memo: 0 });
    const chosen = await prepare(chain, [...flood, answer]);
    expect(chosen).toEqual([...flood.slice(0, 5), answer]);
    // A proposer that gives the quarter away is refused.
    expect(await process(chain, flood.slice(0, 6))).toBe(false);
    expect(await process(chain, flood.slice(0, 5))).toBe(true);
  });

  test("bytes are shared alike", async () => {
    const chain = await createChain();
    const flood: Uint8Array[] = [];
    for (let i = 0; i < 8; i++)
      flood.push(await sign(chain, { who: i, gas: 1000n, deadline: false, memo: 200 }));
    const answer = await sign(chain, { who: 11, gas: 1000n, deadline: true, memo: 0 });
    const limit = BigInt(sum(flood.map(txSize)));
    expect(await prepare(chain, [...flood, answer], limit)).toEqual([...flood.slice(0, 6), answer]);
    // The first is let in even where blocks are small: it would wait for ever.
    expect(await prepare(chain, [flood[0]!], BigInt(txSize(flood[0]!)))).toEqual([flood[0]]);
    expect(await prepare(chain, [flood[0]!], BigInt(txSize(flood[0]!) - 1))).toEqual([]);
  });

  test("a block over the gas, or with what is no transaction, is none", async () => {
    const chain = await createChain();
    const big = await sign(chain, { who: 0, gas: 600_000n, deadline: true, memo: 0 });
    const other = await sign(chain, { who: 1, gas: 400_001n, deadline: true, memo: 0 });
    expect(await process(chain, [big, other])).toBe(false);
    expect(await process(chain, [big])).toBe(true);
    expect(await process(chain, [Uint8Array.of(1)])).toBe(false);
    expect(await process(chain, [])).toBe(true);
  });

  test("without limits everything fits", async () => {
    const chain = await createTestApp({ consensusParams: { block: { maxBytes: -1n, maxGas: -1n } } });
    const alice = chain.signer("alice");
    const message = msg(Msg.Send.request, {
      fromAddress: alice.address,
      toAddress: alice.address,
      amount: [],
    });
    const tx = await chain.sign(alice, [message], { gas: 10n ** 12n, fee: [] });
    expect(await prepare(chain, [tx], -1n)).toEqual([tx]);
    expect(await process(chain, [tx])).toBe(true);
  });
});
