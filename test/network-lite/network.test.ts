/** Real nodes and their applications, as an operator runs them. */
import { existsSync } from "node:fs";
import { DirectSecp256k1HdWallet } from "@cosmjs/proto-signing";
import { coins, GasPrice, SigningStargateClient, StargateClient } from "@cosmjs/stargate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs } from "../harness/binaries.ts";
import { CometNetwork, childPids } from "../harness/comet-network.ts";

const SLOW = 60_000;
const comet = needs("cometbft");

describe.skipIf(comet.missing)(`one validator under its supervisor${comet.howToGetIt}`, () => {
  let network: CometNetwork;
  beforeAll(async () => {
    network = await CometNetwork.make({ config: { blockTimeMs: 200 } });
    await network.start("supervised");
  }, SLOW);
  afterAll(() => network?.close(), SLOW);

  /** Alice's coin to Bob. @returns the hash. */
  async function send(): Promise<string> {
    const wallet = await DirectSecp256k1HdWallet.fromMnemonic(network.mnemonic("alice"), { prefix: "assay" });
    const client = await SigningStargateClient.connectWithSigner(network.nodes[0]!.rpcUrl, wallet, {
      gasPrice: GasPrice.fromString("0.025uassay"),
    });
    const [from, to] = [network.address("alice"), network.address("bob")];
    const sent = await client.sendTokens(from, to, coins(7, "uassay"), "auto");
    client.disconnect();
    expect(sent.code).toBe(0);
    return sent.transactionHash;
  }

  test(
    "serves unmodified CosmJS: a transfer is in a block, and is found again",
    async () => {
      const client = await StargateClient.connect(network.nodes[0]!.rpcUrl);
      const before = await client.getBalance(network.address("bob"), "uassay");
      const hash = await send();
      const after = await client.getBalance(network.address("bob"), "uassay");
      expect(BigInt(after.amount) - BigInt(before.amount)).toBe(7n);
      expect(await client.getTx(hash)).toMatchObject({ code: 0, hash });
      client.disconnect();
    },
    SLOW,
  );

  for (const victim of ["application", "node"] as const) {
    test(
      `goes on by itself after kill -9 of the ${victim}`,
      async () => {
        const [node] = network.nodes as [CometNetwork["nodes"][number]];
        const hash = await send();
        const height = await node.height();
        const children = await childPids(node.pid("supervisor"));
        const word = victim === "node" ? "cometbft start" : "--abci";
        const { pid } = children.find(({ command }) => command.includes(word))!;
        process.kill(pid, "SIGKILL");
        await node.untilHeight(height + 3, 20_000);
        const now = await childPids(node.pid("supervisor"));
        expect(now.map((child) => child.pid)).not.toContain(pid);
        for (const child of children) expect(existsSync(`/proc/${child.pid}`)).toBe(false);
        const client = await StargateClient.connect(node.rpcUrl);
        expect(await client.getTx(hash)).toMatchObject({ code: 0 });
        client.disconnect();
        await send();
      },
      SLOW,
    );
  }

  test(
    "ends in order on SIGTERM and leaves nothing",
    async () => {
      const [node] = network.nodes as [CometNetwork["nodes"][number]];
      const children = await childPids(node.pid("supervisor"));
      expect(children).toHaveLength(2);
      expect((await node.kill("supervisor", "SIGTERM")).how).toBe("code 0");
      for (const { pid } of children) expect(existsSync(`/proc/${pid}`)).toBe(false);
    },
    SLOW,
  );

  test(
    "leaves nothing when the supervisor itself is killed",
    async () => {
      const [node] = network.nodes as [CometNetwork["nodes"][number]];
      await node.start("supervisor");
      await node.untilHeight((await node.height()) + 1);
      const children = await childPids(node.pid("supervisor"));
      await node.kill("supervisor", "SIGKILL");
      const deadline = Date.now() + 10_000;
      while (children.some(({ pid }) => existsSync(`/proc/${pid}`)) && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      for (const { pid } of children) expect(existsSync(`/proc/${pid}`)).toBe(false);
    },
    SLOW,
  );
});
