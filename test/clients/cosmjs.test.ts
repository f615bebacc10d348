/** Unmodified CosmJS against a real node: what a developer does in the first hour. */
import { fromBech32, toBech32 } from "@cosmjs/encoding";
import { DirectSecp256k1HdWallet } from "@cosmjs/proto-signing";
import { coins, GasPrice, SigningStargateClient, StargateClient } from "@cosmjs/stargate";
import { Comet38Client, connectComet } from "@cosmjs/tendermint-rpc";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestNode, type TestNode } from "../harness/test-node.ts";

let node: TestNode;
beforeAll(async () => {
  node = await startTestNode();
});
afterAll(() => node.close());

describe("unmodified CosmJS 0.39", () => {
  test("connects, reads, simulates, sends, searches, subscribes", async () => {
    const wallet = await DirectSecp256k1HdWallet.fromMnemonic(node.mnemonic("alice"), { prefix: "assay" });
    const [{ address }] = (await wallet.getAccounts()) as unknown as [{ address: string }];
    const client = await SigningStargateClient.connectWithSigner(node.rpcUrl, wallet, {
      gasPrice: GasPrice.fromString("0.025uassay"),
      broadcastPollIntervalMs: 100,
    });
    expect(await client.getChainId()).toBe("assay-devnet");
    expect(await client.getHeight()).toBeGreaterThan(0);
    const before = await client.getBalance(address, "uassay");
    expect(before).toEqual({ denom: "uassay", amount: "10000000000" });

    const bob = node.address("bob");
    const message = {
      typeUrl: "/cosmos.bank.v1beta1.MsgSend",
      value: { fromAddress: address, toAddress: bob, amount: coins(1234, "uassay") },
    };
    const gas = await client.simulate(address, [message], "");
    expect(gas).toBeGreaterThan(40_000);
    expect(gas).toBeLessThan(120_000);
    const sent = await client.sendTokens(address, bob, coins(1234, "uassay"), "auto", "first light");
    expect(sent.code).toBe(0);
    expect(sent.gasUsed).toBeLessThan(sent.gasWanted);
    const paid = BigInt(before.amount) - BigInt((await client.getBalance(address, "uassay")).amount);
    expect(paid).toBe(1234n + (sent.gasWanted * 25n + 999n) / 1000n);

    const found = await client.searchTx(`transfer.recipient='${bob}'`);
    expect(found.map((tx) => tx.hash)).toContain(sent.transactionHash);
    const tx = await client.getTx(sent.transactionHash);
    expect(tx?.height).toBe(sent.height);
    expect(await client.getAccount(node.address("carol"))).toMatchObject({ sequence: 0 });
    expect(await client.getAccount(toBech32("assay", new Uint8Array(20)))).toBeNull();

    const comet = (await connectComet(node.rpcUrl)) as Comet38Client;
    expect(comet).toBeInstanceOf(Comet38Client);
    const validators = await comet.validatorsAll();
    expect(validators.validators).toHaveLength(4);
    const sockets = await Comet38Client.connect(node.rpcUrl.replace("http", "ws"));
    const heights: number[] = [];
    await new Promise<void>((resolve, reject) => {
      const subscription = sockets.subscribeNewBlock().subscribe({
        next: (event) => {
          heights.push(event.header.height);
          if (heights.length === 3) {
            subscription.unsubscribe();
            resolve();
          }
        },
        error: reject,
      });
    });
    expect(heights[2]).toBe(heights[0]! + 2);
    sockets.disconnect();
    client.disconnect();
  });

  test("a node that was stopped goes on from its height, with the same balances", async () => {
    const before = await StargateClient.connect(node.rpcUrl);
    const height = await before.getHeight();
    const balance = await before.getBalance(node.address("bob"), "uassay");
    before.disconnect();
    await node.restart();
    const after = await StargateClient.connect(node.rpcUrl);
    expect(await after.getHeight()).toBeGreaterThanOrEqual(height);
    expect(await after.getBalance(node.address("bob"), "uassay")).toEqual(balance);
    after.disconnect();
  });
});

describe("@cosmjs/stargate 0.32.4, the last with verified queries", () => {
  test("verifies a balance by proof against the next header", async () => {
    const { QueryClient } = await import("stargate-0.32");
    const comet = await Comet38Client.connect(node.rpcUrl);
    const query = new QueryClient(comet as never);
    const raw = Uint8Array.from([
      0x02,
      20,
      ...fromBech32(node.address("bob")).data,
      ...Buffer.from("uassay"),
    ]);
    const { value } = await query.queryStoreVerified("bank", raw);
    expect(Number(Buffer.from(value).toString())).toBeGreaterThan(10_000_000_000 - 1);
    comet.disconnect();
  });
});
