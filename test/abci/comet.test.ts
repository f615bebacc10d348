import { DirectSecp256k1HdWallet } from "@cosmjs/proto-signing";
import { SigningStargateClient } from "@cosmjs/stargate";
import { afterEach, describe, expect, test } from "vitest";
import { needs } from "../harness/binaries.ts";
import { type AssayBesideComet, assayBesideComet } from "./assay-beside-comet.ts";

const comet = needs("cometbft");
const fee = { amount: [{ denom: "uassay", amount: "10000" }], gas: "200000" };
const coins = [{ denom: "uassay", amount: "7" }];

let pair: AssayBesideComet;
afterEach(() => pair?.close());

async function sendCoins(): Promise<void> {
  const [from, to] = pair.keys.accounts;
  const wallet = await DirectSecp256k1HdWallet.fromMnemonic(from!.mnemonic, { prefix: "assay" });
  const client = await SigningStargateClient.connectWithSigner(pair.rpcUrl, wallet, {
    broadcastPollIntervalMs: 100,
  });
  const before = await client.getBalance(to!.address, "uassay");
  const sent = await client.sendTokens(from!.address, to!.address, coins, fee);
  expect(sent.code, sent.rawLog).toBe(0);
  const after = await client.getBalance(to!.address, "uassay");
  expect(BigInt(after.amount) - BigInt(before.amount)).toBe(7n);
  client.disconnect();
}

describe.skipIf(comet.missing)(`a real CometBFT node${comet.howToGetIt}`, () => {
  test("makes blocks over a socket, and both go on whichever of them was killed", async () => {
    pair = await assayBesideComet({ binary: comet.path, rpcPort: 28657, transport: "socket" });
    await pair.height(2);
    await sendCoins();

    // The application goes: the node ends by itself, without an error.
    await pair.stopApp();
    expect(await pair.node.exited).toBe(0);
    await pair.startApp();
    pair.startNode();
    await pair.height(3);
    await sendCoins();

    // The node goes: the application serves the next one.
    pair.node.process.kill("SIGKILL");
    await pair.node.exited;
    pair.startNode();
    await pair.height(4);
    await sendCoins();
    expect(pair.faults).toEqual([]);
  }, 60_000);

  // Where its application is gone, a node with gRPC waits for it, and does not even end when it is told to.
  test("makes blocks over gRPC, and both go on after they were killed", async () => {
    pair = await assayBesideComet({ binary: comet.path, rpcPort: 28667, transport: "grpc" });
    await pair.height(2);
    await sendCoins();
    pair.node.process.kill("SIGKILL");
    await pair.node.exited;
    await pair.stopApp();
    await pair.startApp();
    pair.startNode();
    await pair.height(3);
    await sendCoins();
    expect(pair.faults).toEqual([]);
  }, 60_000);
});
