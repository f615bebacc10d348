import {
  CheckTxType,
  type RequestFinalizeBlock,
  RequestInfo,
  RequestInitChain,
  RequestPrepareProposal,
  RequestProcessProposal,
  ResponseCheckTx,
} from "@assay/proto/gen/tendermint/abci/types";
import { describe, expect, test } from "vitest";
import { withPart } from "../../test/abci/with-part.ts";
import { KvStore, kvTx } from "../../test/kvstore/kvstore.ts";
import { MemoryBackend } from "../store/backend-memory.ts";
import type { Application } from "./application.ts";
import { GrammarChecker, GrammarError } from "./grammar.ts";

const validators = [{ pubKey: { ed25519: new Uint8Array(32) }, power: 1n }];
const initChain = RequestInitChain.fromPartial({ initialHeight: 5n, validators });
const info = RequestInfo.create();
const prepare = (height: bigint, part: object = {}) =>
  RequestPrepareProposal.fromPartial({ height, maxTxBytes: 1000n, ...part });
const process = (height: bigint) => RequestProcessProposal.fromPartial({ height });
const finalize = (height: bigint, txs: Uint8Array[] = []): RequestFinalizeBlock => ({
  txs,
  height,
  decidedLastCommit: undefined,
  misbehavior: [],
  hash: new Uint8Array(0),
  time: undefined,
  nextValidatorsHash: new Uint8Array(0),
  proposerAddress: new Uint8Array(0),
});
const check = (type: number = CheckTxType.CHECK_TX_TYPE_NEW) => ({ tx: kvTx("a=1"), type });

/** A kvstore behind the checker, some of its methods replaced. */
async function setUp(part: Partial<Application> = {}, backend = new MemoryBackend()) {
  const app = await KvStore.open(backend);
  return { checker: new GrammarChecker(withPart(app, part)), backend };
}

async function begun(part: Partial<Application> = {}) {
  const { checker, backend } = await setUp(part);
  checker.info(info);
  await checker.initChain(initChain);
  return { checker, backend };
}

describe("the grammar allows", () => {
  test("a proposer, a validator that did not propose, several rounds, a block that was synced", async () => {
    const { checker } = await begun();
    await checker.prepareProposal(prepare(5n));
    await checker.processProposal(process(5n));
    await checker.finalizeBlock(finalize(5n));
    await checker.commit([]);

    await checker.processProposal(process(6n));
    await checker.prepareProposal(prepare(6n));
    await checker.processProposal(process(6n));
    await checker.finalizeBlock(finalize(6n));
    await checker.commit([]);

    await checker.finalizeBlock(finalize(7n));
    await checker.commit([]);
  });

  test("a block that is executed twice, and a recovery", async () => {
    const { checker, backend } = await begun();
    await checker.finalizeBlock(finalize(5n));
    await checker.finalizeBlock(finalize(5n));
    await checker.commit([]);
    const again = await setUp({}, backend);
    again.checker.info(info);
    again.checker.info(info);
    await again.checker.finalizeBlock(finalize(6n));
    await again.checker.commit([]);
  });

  test("what a node that starts anew asks, whatever was under way", async () => {
    const { checker } = await begun();
    // Before the first commit: genesis once more.
    await checker.finalizeBlock(finalize(5n));
    checker.info(info);
    await checker.initChain(initChain);
    await checker.finalizeBlock(finalize(5n));
    await checker.commit([]);
    // Amid a height: a replay of the block, or another round.
    await checker.processProposal(process(6n));
    await checker.finalizeBlock(finalize(6n));
    checker.info(info);
    await checker.finalizeBlock(finalize(6n));
    checker.info(info);
    await checker.processProposal(process(6n));
    await checker.prepareProposal(prepare(6n));
    await checker.finalizeBlock(finalize(6n));
    await checker.commit([]);
  });

  test("anybody's info, also between a block and its commit, and during it", async () => {
    let finish = (): void => {};
    const commit = () =>
      new Promise<{ retainHeight: bigint }>((resolve) => {
        finish = () => resolve({ retainHeight: 0n });
      });
    const { checker } = await begun({ commit });
    await checker.finalizeBlock(finalize(5n));
    checker.info(info);
    const committed = checker.commit([]);
    checker.info(info);
    finish();
    await committed;
  });

  test("a proposal without a limit, and the same in several rounds", async () => {
    const { checker } = await begun();
    for (let round = 0; round < 3; round++) {
      const { txs } = await checker.prepareProposal(prepare(5n, { maxTxBytes: -1n, txs: [kvTx("a=1")] }));
      await checker.processProposal({ ...process(5n), txs });
      await checker.processProposal({ ...process(5n), txs: [kvTx("no transaction")] });
    }
  });

  test("checks and queries in between, and before anything", async () => {
    const { checker } = await setUp();
    await checker.checkTx(check());
    await checker.initChain(initChain);
    await checker.checkTx(check());
    await checker.finalizeBlock(finalize(5n));
    await checker.checkTx(check());
    await checker.commit([]);
    await checker.checkTx(check(CheckTxType.CHECK_TX_TYPE_RECHECK));
    expect((await checker.query({ data: kvTx("a"), path: "", height: 0n, prove: false })).log).toBe(
      "does not exist",
    );
  });
});

type Checker = GrammarChecker;

describe("the grammar forbids", () => {
  test.each<[string, (checker: Checker) => Promise<unknown>]>([
    ["prepare-proposal: before info or init-chain", (c) => c.prepareProposal(prepare(1n))],
    ["process-proposal: before info or init-chain", (c) => c.processProposal(process(1n))],
    ["finalize-block: before info or init-chain", (c) => c.finalizeBlock(finalize(1n))],
    ["commit: without finalize-block", (c) => c.commit([])],
    ["init-chain: the initial height is positive", (c) => c.initChain({ ...initChain, initialHeight: 0n })],
    ["check-tx: type", (c) => c.checkTx(check(7))],
  ])("at the start: %s", async (message, call) => {
    const { checker } = await setUp();
    await expect(call(checker)).rejects.toThrow(new GrammarError("engine", message));
  });

  test.each<[string, (checker: Checker) => Promise<unknown>]>([
    ["init-chain: the chain has begun", (c) => c.initChain(initChain)],
    ["commit: without finalize-block", (c) => c.commit([])],
    ["finalize-block: height 6 where 5 is next", (c) => c.finalizeBlock(finalize(6n))],
    ["finalize-block: height 4 where 5 is next", (c) => c.finalizeBlock(finalize(4n))],
    ["prepare-proposal: height 6 where 5 is next", (c) => c.prepareProposal(prepare(6n))],
    ["process-proposal: height 6 where 5 is next", (c) => c.processProposal(process(6n))],
    ["check-tx: recheck before any commit", (c) => c.checkTx(check(CheckTxType.CHECK_TX_TYPE_RECHECK))],
    ["check-tx: type", (c) => c.checkTx(check(7))],
    [
      "finalize-block: while prepare-proposal has no answer",
      (c) => {
        c.prepareProposal(prepare(5n));
        return c.finalizeBlock(finalize(5n));
      },
    ],
    [
      "prepare-proposal: between finalize-block and commit",
      async (c) => {
        await c.finalizeBlock(finalize(5n));
        await c.prepareProposal(prepare(5n));
      },
    ],
    [
      "process-proposal: between finalize-block and commit",
      async (c) => {
        await c.finalizeBlock(finalize(5n));
        await c.processProposal(process(5n));
      },
    ],
    [
      "commit: without finalize-block",
      async (c) => {
        await c.finalizeBlock(finalize(5n));
        await c.commit([]);
        await c.commit([]);
      },
    ],
    [
      "commit: without finalize-block",
      async (c) => {
        await c.finalizeBlock(finalize(5n));
        c.info(info);
        await c.processProposal(process(5n));
        await c.commit([]);
      },
    ],
    [
      "init-chain: the chain has begun",
      async (c) => {
        await c.finalizeBlock(finalize(5n));
        await c.commit([]);
        c.info(info);
        await c.initChain(initChain);
      },
    ],
    [
      "finalize-block: height 5 where 6 is next",
      async (c) => {
        await c.finalizeBlock(finalize(5n));
        await c.commit([]);
        await c.finalizeBlock(finalize(5n));
      },
    ],
    [
      "commit: while transactions are being checked",
      async (c) => {
        await c.finalizeBlock(finalize(5n));
        c.checkTx(check());
        await c.commit([]);
      },
    ],
    [
      "check-tx: during a commit",
      async (c) => {
        await c.finalizeBlock(finalize(5n));
        const commit = c.commit([]);
        await c.checkTx(check()).finally(() => commit);
      },
    ],
  ])("at height 5: %s", async (message, call) => {
    const { checker } = await begun();
    await expect(call(checker)).rejects.toThrow(new GrammarError("engine", message));
  });

  const none = new Uint8Array(0);
  let runs = 0;
  let said = 0n;
  const outcome = { events: [], txResults: [], validatorUpdates: [], consensusParamUpdates: undefined };

  test.each<[string, Partial<Application>, (checker: Checker) => Promise<unknown>]>([
    [
      "prepare-proposal: 12 bytes where 10 fit",
      { prepareProposal: async () => ({ txs: [new Uint8Array(10)] }) },
      (c) => c.prepareProposal(prepare(5n, { maxTxBytes: 10n })),
    ],
    [
      "process-proposal: unknown status",
      { processProposal: async () => ({ status: 0 }) },
      (c) => c.processProposal(process(5n)),
    ],
    [
      "finalize-block: 0 results for 1 txs",
      { finalizeBlock: async () => ({ ...outcome, appHash: new Uint8Array(0) }) },
      (c) => c.finalizeBlock(finalize(5n, [kvTx("a=1")])),
    ],
    [
      "process-proposal: rejects what prepare-proposal proposed",
      { processProposal: async () => ({ status: 2 }) },
      async (c) => {
        const { txs } = await c.prepareProposal(prepare(5n, { txs: [kvTx("a=1")] }));
        await c.processProposal({ ...process(5n), txs: txs.map((tx) => tx.slice()) });
      },
    ],
    [
      "finalize-block: block 5 has another app hash than before",
      { finalizeBlock: async () => ({ ...outcome, txResults: [], appHash: Uint8Array.of(runs++) }) },
      async (c) => {
        await c.finalizeBlock({ ...finalize(5n), hash: Uint8Array.of(1) });
        await c.finalizeBlock({ ...finalize(5n), hash: Uint8Array.of(2) });
        await c.finalizeBlock({ ...finalize(5n), hash: Uint8Array.of(2) });
      },
    ],
    [
      "finalize-block: the validator 01 twice",
      {
        finalizeBlock: async () => ({
          ...outcome,
          validatorUpdates: [1n, 2n].map((power) => ({
            pubKey: { ed25519: Uint8Array.of(1), secp256k1: undefined },
            power,
          })),
          appHash: new Uint8Array(0),
        }),
      },
      (c) => c.finalizeBlock(finalize(5n)),
    ],
    [
      "init-chain: nobody names a validator",
      {},
      async (c) => {
        c.info(info);
        await c.initChain({ ...initChain, validators: [] });
      },
    ],
    [
      "info: height 7 where 5 is committed",
      {
        info: () => ({
          data: "",
          version: "",
          appVersion: 1n,
          lastBlockHeight: said++,
          lastBlockAppHash: none,
        }),
      },
      async (c) => {
        said = 0n;
        c.info(info);
        await c.initChain(initChain);
        await c.finalizeBlock(finalize(5n));
        await c.commit([]);
        said = 7n;
        c.info(info);
      },
    ],
    [
      "commit: retain height",
      { commit: async () => ({ retainHeight: 6n }) },
      async (c) => {
        await c.finalizeBlock(finalize(5n));
        await c.commit([]);
      },
    ],
  ])("answers: %s", async (message, part, call) => {
    const { checker } = await begun(part);
    await expect(call(checker)).rejects.toThrow(new GrammarError("application", message));
  });

  test("answers to checks in another order than the calls", async () => {
    const resolves: (() => void)[] = [];
    const checkTx = () =>
      new Promise<ResponseCheckTx>((resolve) => resolves.push(() => resolve(ResponseCheckTx.create())));
    const { checker } = await begun({ checkTx });
    const first = checker.checkTx(check());
    const second = checker.checkTx(check());
    resolves[1]!();
    await expect(second).rejects.toThrow("answers are not in the order of the calls");
    resolves[0]!();
    await expect(first).rejects.toThrow("answers are not in the order of the calls");
  });
});
