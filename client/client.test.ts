/** The client against a real node. */
import { MsgSend } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { startTestNode, type TestNode } from "../test/harness/test-node.ts";
import { coin } from "./amount.ts";
import { AssayClient, sleep } from "./client.ts";
import type { AssayError } from "./errors.ts";
import { send } from "./modules/bank/messages.ts";
import { SigningAssayClient, type TxState } from "./signing.ts";
import type { ConnectionState, WebSocketConstructor } from "./subscription.ts";
import { decodeTx } from "./tx.ts";
import { firstAccount, importWallet } from "./wallet.ts";

/** Of the room; a node that is started again must be found where it was. */
const RPC_PORT = 26657 + 2100;

let node: TestNode;
let reader: AssayClient;
beforeAll(async () => {
  node = await startTestNode({}, { rpc_port: RPC_PORT });
  reader = await AssayClient.connect(node.rpcUrl, { pollMs: 30 });
  await reader.waitForHeight(2);
});
afterAll(() => node.close());

async function signing(name: string): Promise<{ client: SigningAssayClient; address: string }> {
  const wallet = await importWallet(node.mnemonic(name));
  const client = await SigningAssayClient.connectWithSigner(node.rpcUrl, wallet, { pollMs: 30 });
  return { client, address: (await firstAccount(wallet)).address };
}

const caught = (promise: Promise<unknown>): Promise<AssayError> =>
  promise.then(
    () => {
      throw new Error("it did not fail");
    },
    (error: AssayError) => error,
  );

describe("reading", () => {
  it("answers about accounts, coins and validators", async () => {
    const alice = node.address("alice");
    expect(await reader.getChainId()).toBe("assay-devnet");
    expect(await reader.getAccount(alice)).toMatchObject({ address: alice, sequence: 0, pubkey: null });
    expect(await reader.getBalance(node.address("carol"))).toEqual(coin(10_000_000_000n));
    expect(await reader.getAllBalances(node.address("carol"))).toEqual([coin(10_000_000_000n)]);
    expect(await reader.query.bank.supplyOf("uassay")).toMatchObject({ denom: "uassay" });
    expect((await reader.query.bank.denomMetadata("uassay")).symbol).toBe("ASSAY");
    expect((await reader.query.staking.validators()).map((v) => v.moniker).sort()).toEqual([
      "val-1",
      "val-2",
      "val-3",
      "val-4",
    ]);
    expect(await reader.getValidators()).toHaveLength(4);
    const page = await reader.query.bank.totalSupply({ limit: 1 });
    expect(page).toHaveLength(1);
  });

  it("reads blocks, and says so where there is none", async () => {
    const block = await reader.getBlock(2);
    expect(block.header).toMatchObject({ chainId: "assay-devnet", height: 2 });
    expect(block.lastCommit).toHaveLength(4);
    expect((await reader.comet.blockByHash(block.hash))?.header.height).toBe(2);
    expect((await reader.getBlocks(1, 2)).map((meta) => meta.header.height)).toEqual([2, 1]);
    expect((await reader.getBlockResults(2)).height).toBe(2);
    expect((await caught(reader.getBlock(1_000_000))).is("client", 4)).toBe(true);
    expect(await reader.getTx("AB".repeat(32))).toBeNull();
    const unknown = await caught(reader.query.bank.denomMetadata("unobody"));
    expect(unknown.is("client", 8)).toBe(true);
    expect((await caught(reader.queryAbci("/no.such/Path", new Uint8Array(0)))).code).toBeGreaterThan(0);
  });

  it("says that nobody answers, and why", async () => {
    const error = await caught(AssayClient.connect("http://127.0.0.1:1"));
    expect(error.is("client", 2)).toBe(true);
    expect(error.log).toMatch(/127\.0\.0\.1:1.*(ECONNREFUSED|bad port)/);
    expect((await caught(AssayClient.connect("/rpc").then())).is("client", 13)).toBe(true);
    expect((await caught(AssayClient.connect("ftp://x").then())).is("client", 13)).toBe(true);
  });
});

describe("sending", () => {
  it("estimates, signs, sends and waits, and tells each step", async () => {
    const { client, address } = await signing("alice");
    const states: TxState["state"][] = [];
    const sent = await client.sendTokens(address, node.address("bob"), [coin(1_000_000n)], {
      memo: "first light",
      onState: ({ state }) => states.push(state),
    });
    expect(states).toEqual(["estimating", "signing", "signed", "sent", "included"]);
    expect(sent.code).toBe(0);
    expect(sent.gasUsed).toBeLessThanOrEqual(sent.gasWanted);
    const tx = await client.getTx(sent.transactionHash);
    const decoded = decodeTx(tx!.tx);
    expect(decoded).toMatchObject({ memo: "first light", sequences: [0n] });
    expect(decoded!.messages[0]!.decoded?.type).toBe(MsgSend);
    const found = await client.searchTx(`transfer.recipient='${node.address("bob")}'`, { order: "desc" });
    expect(found.items.map(({ hash }) => hash)).toContain(sent.transactionHash);
    expect(found.total).toBeGreaterThan(0);
    expect((await client.getAccount(address))?.pubkey).toHaveLength(33);
  });

  it("sends ten at once from one account", async () => {
    const { client, address } = await signing("alice");
    const before = await client.getSequence(address);
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        client.sendTokens(address, node.address("bob"), [coin(BigInt(i + 1))]),
      ),
    );
    expect(new Set(all.map((tx) => tx.transactionHash)).size).toBe(10);
    expect((await client.getSequence(address)).sequence).toBe(before.sequence + 10);
  });

  it("goes on when another client of the same account has sent meanwhile", async () => {
    const one = await signing("dave");
    const two = await signing("dave");
    const to = node.address("bob");
    await one.client.sendTokens(one.address, to, [coin(1n)]);
    await two.client.sendTokens(one.address, to, [coin(2n)]);
    await one.client.sendTokens(one.address, to, [coin(3n)]);
    await Promise.all([
      one.client.sendTokens(one.address, to, [coin(4n)]),
      two.client.sendTokens(one.address, to, [coin(5n)]),
    ]);
    expect((await reader.getSequence(one.address)).sequence).toBe(5);
  });

  it("fails with the ledger's code, in words, with what to do", async () => {
    const { client, address } = await signing("erin");
    const states: TxState["state"][] = [];
    const tooMuch = [coin(10_000_000_000_000n)];
    const early = await caught(
      client.sendTokens(address, node.address("bob"), tooMuch, {
        onState: ({ state }) => states.push(state),
      }),
    );
    expect(early).toMatchObject({ codespace: "sdk", code: 5 });
    expect(early.message).toContain("There are not enough coins");
    expect(early.fix).toContain("faucet");
    expect(states.at(-1)).toBe("failed");

    const fee = { amount: [coin(5_000n)], gas: "200000" };
    const late = await caught(client.sendTokens(address, node.address("bob"), tooMuch, { fee }));
    expect(late).toMatchObject({ codespace: "sdk", code: 5 });
    expect(late.txHash).toMatch(/^[0-9A-F]{64}$/);
    expect((await reader.getSequence(address)).sequence).toBe(1);

    const cheap = { amount: [coin(1n)], gas: "200000" };
    expect(
      await caught(client.sendTokens(address, node.address("bob"), [coin(1n)], { fee: cheap })),
    ).toMatchObject({ codespace: "sdk", code: 13 });
    expect((await caught(client.sendTokens(node.address("bob"), address, [coin(1n)]))).is("client", 6)).toBe(
      true,
    );
  });

  it("takes bytes that the node has already for sent", async () => {
    const { client, address } = await signing("carol");
    const messages = [send({ from: address, to: node.address("bob"), amount: [coin(7n)] })];
    const bytes = await client.sign(
      address,
      messages,
      await client.estimateFee(address, messages),
      await client.getSequence(address),
    );
    const [first, second] = await Promise.all([client.broadcastTxSync(bytes), client.broadcastTxSync(bytes)]);
    expect(first).toBe(second);
    expect((await client.waitForTx(first)).code).toBe(0);
  });
});

describe("new blocks", () => {
  async function follow(webSocket: WebSocketConstructor | null, act: () => Promise<void>) {
    const heights: number[] = [];
    const states: ConnectionState[] = [];
    const subscription = reader.subscribeNewBlocks(
      { onBlock: (block) => heights.push(block.header.height), onState: (state) => states.push(state) },
      { webSocket, pollMs: 50 },
    );
    try {
      await act();
      const enough = heights.length + 3;
      while (heights.length < enough) await sleep(20);
    } finally {
      subscription.close();
    }
    const after = heights.length;
    await sleep(250);
    expect(heights).toHaveLength(after);
    return { heights, states };
  }
  const consecutive = (heights: readonly number[]) =>
    heights.every((height, i) => i === 0 || height === heights[i - 1]! + 1);

  it("come by WebSocket, each once and in order, and again after the node was away", async () => {
    const { heights, states } = await follow(WebSocket as unknown as WebSocketConstructor, async () => {
      await sleep(400);
      await node.restart();
      await sleep(1_500);
    });
    expect(consecutive(heights)).toBe(true);
    expect(states.filter((state, i) => state === "live" && i > 0).length).toBeGreaterThan(0);
    expect(states).toContain("down");
    expect(states.at(-1)).toBe("live");
  });

  it("are asked for where there is no WebSocket", async () => {
    const { heights, states } = await follow(null, () => sleep(300));
    expect(consecutive(heights)).toBe(true);
    expect(states).toEqual(["polling"]);
  });
});
