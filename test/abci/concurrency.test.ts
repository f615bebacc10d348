/**
 * The application behind its server, while a full block executes: checks and queries are answered in the meantime,
 * whatever the speed of the machine.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AbciServer, serveAbci } from "@assay/chain/abci/server/serve-abci";
import { threadVerifier } from "@assay/chain/app/signature/choose";
import type { SignatureVerifier } from "@assay/chain/app/signature/verifier";
import { Query as AuthQuery } from "@assay/proto/gen/cosmos/auth/v1beta1/query";
import { MsgSend } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import type { ResponseFinalizeBlock } from "@assay/proto/gen/tendermint/abci/types";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestApp, msg, type TestApp } from "../harness/app-harness.ts";
import { AbciClient } from "./abci-client.ts";

const SENDERS = 100;
const names = Array.from({ length: SENDERS }, (_, i) => `sender ${i}`);
const balances = { ...Object.fromEntries(names.map((name) => [name, 10n ** 9n])), alice: 10n ** 9n };

/** Which thread verified each signature. */
function counting(): {
  readonly verifier: SignatureVerifier;
  readonly counts: { ahead: number; now: number };
} {
  const counts = { ahead: 0, now: 0 };
  const inner = threadVerifier();
  return {
    counts,
    verifier: {
      verify(check) {
        counts.ahead++;
        return inner.verify(check);
      },
      verifyNow(check) {
        counts.now++;
        return inner.verifyNow(check);
      },
      close: () => inner.close(),
    },
  };
}

/** For a machine that is busy with other things. */
const SLOW = 180_000;

describe("behind its server", { timeout: SLOW }, () => {
  let folder: string;
  let app: TestApp;
  let server: AbciServer;
  let counts: { ahead: number; now: number };
  const faults: unknown[] = [];
  const clients: AbciClient[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "abci-"));
    const { verifier, counts: counted } = counting();
    counts = counted;
    app = await createTestApp({
      balances,
      verifier,
      consensusParams: { block: { maxBytes: 4_194_304n, maxGas: -1n } },
    });
    await app.nextBlock();
    server = await serveAbci({
      app: app.app,
      address: `unix://${folder}/abci.sock`,
      transport: "socket",
      logger: { info: () => {}, warn: () => {}, error: () => {} },
      onFault: (error) => faults.push(error),
    });
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
    expect(faults.splice(0)).toEqual([]);
  });

  async function connect(): Promise<AbciClient> {
    const client = await AbciClient.connect(server.address);
    clients.push(client);
    return client;
  }

  /** So many transfers from each sender. */
  async function transfers(each: number): Promise<Uint8Array[]> {
    const toAddress = app.signer("bob").address;
    const txs: Uint8Array[] = [];
    for (let i = 0; i < each; i++) {
      for (const name of names) {
        const from = app.signer(name);
        const amount = [{ denom: "uassay", amount: "1" }];
        txs.push(
          await app.sign(from, [msg(MsgSend, { fromAddress: from.address, toAddress, amount })], {
            gas: 100_000n,
          }),
        );
      }
    }
    return txs;
  }

  const block = (txs: Uint8Array[], height = 2n) => ({
    txs,
    height,
    time: { seconds: 1_760_000_000n + height, nanos: 0 },
    hash: Uint8Array.of(Number(height)),
  });

  test("a check and a query are answered, several times over, before a block of 2,000 ends", async () => {
    const txs = await transfers(20);
    const alice = app.signer("alice");
    const check = await app.sign(alice, [
      msg(MsgSend, {
        fromAddress: alice.address,
        toAddress: app.signer("bob").address,
        amount: [{ denom: "uassay", amount: "1" }],
      }),
    ]);
    const [query, mempool, consensus] = [await connect(), await connect(), await connect()];
    await query.ask({ info: {} });
    let outcome: ResponseFinalizeBlock | undefined;
    const ended = consensus.ask({ finalizeBlock: block(txs) }).then((response) => {
      outcome = response.finalizeBlock;
    });
    const { path } = AuthQuery.AccountInfo;
    const data = AuthQuery.AccountInfo.request.toBytes({ address: app.signer(names[0]!).address });
    for (let i = 0; i < 3; i++) {
      // Twice the same: the sequence of the second is used up, in the check state alone.
      expect((await mempool.ask({ checkTx: { tx: check } })).checkTx?.code).toBe(i === 0 ? 0 : 32);
      const { query: answer } = await query.ask({ query: { path, data } });
      const { info } = AuthQuery.AccountInfo.response.fromBytesStrict(answer!.value);
      // Of the committed state, not of the block that executes.
      expect([answer?.height, info?.sequence]).toEqual([1n, 0n]);
      expect(outcome).toBeUndefined();
    }
    await ended;
    expect(outcome?.txResults.map(({ code }) => code)).toEqual(txs.map(() => 0));
    expect((await consensus.ask({ commit: {} })).commit?.retainHeight).toBe(0n);
  });

  test("signatures that no check saw are verified ahead of the block, once", async () => {
    const txs = await transfers(2);
    const consensus = await connect();
    await consensus.ask({ info: {} });
    const { processProposal } = await consensus.ask({ processProposal: block(txs) });
    expect(processProposal?.status).toBe(1);
    const { finalizeBlock } = await consensus.ask({ finalizeBlock: block(txs) });
    expect(finalizeBlock?.txResults.every(({ code }) => code === 0)).toBe(true);
    expect(counts).toEqual({ ahead: txs.length, now: 0 });
    await consensus.ask({ commit: {} });
  });

  test("a proposal's signatures are verified while the validators vote on it", async () => {
    const txs = await transfers(2);
    const consensus = await connect();
    await consensus.ask({ info: {} });
    await consensus.ask({ processProposal: block(txs) });
    while (counts.ahead < txs.length) await new Promise((resolve) => setImmediate(resolve));
    await consensus.ask({ finalizeBlock: block(txs) });
    expect(counts).toEqual({ ahead: txs.length, now: 0 });
  });

  test("what waits in the mempool is rechecked after a commit without a signature being verified", async () => {
    const txs = await transfers(3);
    const [mempool, consensus] = [await connect(), await connect()];
    await consensus.ask({ info: {} });
    for (const tx of txs) mempool.send({ checkTx: { tx } });
    for (const _ of txs) expect((await mempool.next()).checkTx?.code).toBe(0);
    // A third of them is in the block.
    await consensus.ask({ finalizeBlock: block(txs.slice(0, SENDERS)) });
    await consensus.ask({ commit: {} });
    const left = txs.slice(SENDERS);
    mempool.send(...left.map((tx) => ({ checkTx: { tx, type: 1 } })), { flush: {} });
    for (const _ of left) expect((await mempool.next()).checkTx?.code).toBe(0);
    expect((await mempool.next()).flush).toEqual({});
    // What was in the block is refused now.
    expect((await mempool.ask({ checkTx: { tx: txs[0]!, type: 1 } })).checkTx?.code).toBe(32);
    expect(counts).toEqual({ ahead: txs.length, now: 0 });
  });

  test("several rounds, proposals and executions of one height leave what one would", async () => {
    const txs = await transfers(2);
    const consensus = await connect();
    await consensus.ask({ info: {} });
    const proposal = { txs, height: 2n, maxTxBytes: 1_000_000n };
    const first = await consensus.ask({ prepareProposal: proposal });
    expect(first.prepareProposal?.txs).toHaveLength(txs.length);
    expect(await consensus.ask({ prepareProposal: proposal })).toEqual(first);
    for (const part of [txs, txs.slice(0, 50), [], txs]) {
      const { processProposal } = await consensus.ask({ processProposal: block(part) });
      expect(processProposal?.status).toBe(1);
    }
    // Another block of this height was executed, and then not decided.
    await consensus.ask({ finalizeBlock: { ...block(txs.slice(50)), hash: Uint8Array.of(9) } });
    const once = await consensus.ask({ finalizeBlock: block(txs) });
    expect(await consensus.ask({ finalizeBlock: block(txs) })).toEqual(once);
    // A node that starts anew hands out the block again.
    const next = await connect();
    expect((await next.ask({ info: {} })).info?.lastBlockHeight).toBe(1n);
    expect(await next.ask({ finalizeBlock: block(txs) })).toEqual(once);
    await next.ask({ commit: {} });
    const { info } = await next.ask({ info: {} });
    expect([info?.lastBlockHeight, info?.lastBlockAppHash]).toEqual([2n, once.finalizeBlock?.appHash]);
  });
});
