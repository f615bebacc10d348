/** The application behind both of ABCI's transports, with the node that they are for. */
import { DirectSecp256k1HdWallet } from "@cosmjs/proto-signing";
import { coins, GasPrice, SigningStargateClient } from "@cosmjs/stargate";
import { afterEach, describe, expect, test } from "vitest";
import { needs } from "../harness/binaries.ts";
import { CometNetwork } from "../harness/comet-network.ts";

const SLOW = 90_000;
const comet = needs("cometbft");

let network: CometNetwork;
afterEach(() => network?.close(), SLOW);

async function send(): Promise<void> {
  const { rpcUrl } = network.nodes[0]!;
  const wallet = await DirectSecp256k1HdWallet.fromMnemonic(network.mnemonic("alice"), { prefix: "assay" });
  const client = await SigningStargateClient.connectWithSigner(rpcUrl, wallet, {
    gasPrice: GasPrice.fromString("0.025uassay"),
    broadcastPollIntervalMs: 100,
  });
  const [from, to] = [network.address("alice"), network.address("bob")];
  const before = await client.getBalance(to, "uassay");
  const sent = await client.sendTokens(from, to, coins(7, "uassay"), {
    amount: coins(10_000, "uassay"),
    gas: "200000",
  });
  expect(sent.code, sent.rawLog).toBe(0);
  const after = await client.getBalance(to, "uassay");
  expect(BigInt(after.amount) - BigInt(before.amount)).toBe(7n);
  client.disconnect();
}

describe.skipIf(comet.missing)(`a CometBFT node and its application${comet.howToGetIt}`, () => {
  test(
    "over a socket: the node ends where its application does, and both go on",
    async () => {
      network = await CometNetwork.make({ config: { blockTimeMs: 200 } });
      await network.start("pairs", 2);
      const [node] = network.nodes as [CometNetwork["nodes"][number]];
      await send();

      await node.kill("application");
      expect((await node.ended("node")).how).toContain("0");
      await node.startPair();
      await node.untilHeight((await node.height()) + 1);
      await send();

      // The application serves the next node as it did the last.
      await node.kill("node");
      await node.start("node");
      await node.untilHeight((await node.height()) + 1);
      await send();
    },
    SLOW,
  );

  test(
    "over gRPC: the node waits for its application, and both go on",
    async () => {
      network = await CometNetwork.make({
        config: { blockTimeMs: 200 },
        settings: { abci_transport: "grpc" },
      });
      await network.start("pairs", 2);
      const [node] = network.nodes as [CometNetwork["nodes"][number]];
      await send();
      await node.kill("node");
      await node.kill("application");
      await node.startPair();
      await node.untilHeight(3);
      await send();
      await node.kill("node");
    },
    SLOW,
  );
});
