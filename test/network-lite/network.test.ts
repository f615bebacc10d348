/** Real nodes and their applications, as an operator runs them. */
import { existsSync } from "node:fs";
import { QueryError } from "@assay/chain/abci/ledger";
import { resultsHash } from "@assay/chain/engine/results-hash";
import { ValidatorSet } from "@assay/chain/engine/validator-set";
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

  test(
    "its RPC is read strictly: blocks, results and validators fit the hashes that the headers have of them",
    async () => {
      const { ledger } = network.nodes[0]!;
      const hash = Buffer.from(await send(), "hex");
      const found = (await ledger.txByHash(hash))!;
      const height = Number(found.height);
      await network.nodes[0]!.untilHeight(height + 2);
      const { block, blockId } = (await ledger.block(height))!;
      const { header } = (await ledger.block(height + 1))!.block;
      expect(block.data!.txs[found.index]).toEqual(found.tx);
      expect(await ledger.heightOf(blockId.hash)).toBe(height);
      const outcome = (await ledger.results(height))!;
      expect(resultsHash(outcome.txResults)).toEqual(header!.lastResultsHash);
      expect(outcome.appHash).toEqual(header!.appHash);
      const changes = (await ledger.validators(height))!.map(({ address, pubKey, votingPower }) => ({
        address,
        pubKey: { ed25519: pubKey!.ed25519!, secp256k1: undefined },
        votingPower,
      }));
      expect(ValidatorSet.create(changes).hash()).toEqual(block.header!.validatorsHash);
      expect((await ledger.consensusParams(height))!.block!.maxGas).toBe(100_000_000n);
      const { commit, canonical } = (await ledger.commit(height))!;
      expect([commit.blockId, canonical]).toEqual([blockId, true]);
      const page = { page: 1, perPage: 10, descending: true };
      const sender = `message.sender='${network.address("alice")}'`;
      expect((await ledger.searchTxs(sender, page)).items[0]).toEqual(found);
      await expect(ledger.searchTxs("a b c", page)).rejects.toThrow(QueryError);
      await expect(ledger.add(found.tx)).rejects.toMatchObject({ code: "in_cache" });
      expect(await ledger.block(height + 1_000)).toBeUndefined();
      expect(await ledger.txByHash(new Uint8Array(32))).toBeUndefined();
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
    "talks by gRPC where it is told to, and leaves nothing when the supervisor itself is killed",
    async () => {
      const [node] = network.nodes as [CometNetwork["nodes"][number]];
      await node.start("supervisor", { env: { ASSAY_ABCI_TRANSPORT: "grpc" } });
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
