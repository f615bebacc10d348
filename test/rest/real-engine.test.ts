/** The same routes beside a real CometBFT node: blocks, transactions and searches come from its RPC. */
import { TxRaw } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import { DirectSecp256k1HdWallet } from "@cosmjs/proto-signing";
import { SigningStargateClient } from "@cosmjs/stargate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { needs } from "../harness/binaries.ts";
import { CometNetwork } from "../harness/comet-network.ts";

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a page does
type Answered = any;

const SLOW = 90_000;
const comet = needs("cometbft");

describe.skipIf(comet.missing)(`REST beside CometBFT${comet.howToGetIt}`, () => {
  let network: CometNetwork;
  let web: string;
  let rpc: string;

  const get = async (path: string): Promise<Answered> => {
    const response = await fetch(web + path);
    const body = (await response.json()) as Answered;
    expect([path, response.status, body.message]).toEqual([path, 200, undefined]);
    return body;
  };

  beforeAll(async () => {
    network = await CometNetwork.make();
    await network.start("pairs", 2, SLOW);
    web = network.nodes[0]!.webUrl;
    rpc = network.nodes[0]!.rpcUrl;
  }, SLOW);
  afterAll(() => network?.close());

  it(
    "a transaction goes in, and is found by hash, by event and in its block",
    async () => {
      const alice = network.address("alice");
      const wallet = await DirectSecp256k1HdWallet.fromMnemonic(network.mnemonic("alice"), {
        prefix: "assay",
      });
      const client = await SigningStargateClient.connectWithSigner(rpc, wallet);
      const value = {
        fromAddress: alice,
        toAddress: network.address("bob"),
        amount: [{ denom: "uassay", amount: "7" }],
      };
      const fee = { amount: [{ denom: "uassay", amount: "5000" }], gas: "200000" };
      const raw = await client.sign(
        alice,
        [{ typeUrl: "/cosmos.bank.v1beta1.MsgSend", value }],
        fee,
        "over REST",
      );
      client.disconnect();
      const tx_bytes = Buffer.from(TxRaw.toBytes(TxRaw.fromPartial(raw))).toString("base64");

      const sent = await fetch(`${web}/cosmos/tx/v1beta1/txs`, {
        method: "POST",
        body: JSON.stringify({ tx_bytes, mode: "BROADCAST_MODE_BLOCK" }),
      });
      const { tx_response } = (await sent.json()) as Answered;
      expect(tx_response).toMatchObject({ code: 0, timestamp: expect.stringMatching(/Z$/) });
      const { txhash, height } = tx_response;

      expect((await get(`/cosmos/tx/v1beta1/txs/${txhash}`)).tx_response).toEqual(tx_response);
      const query = encodeURIComponent(`transfer.sender='${alice}'`);
      const found = await get(`/cosmos/tx/v1beta1/txs?query=${query}`);
      expect([found.total, found.tx_responses[0].txhash]).toEqual(["1", txhash]);
      const inBlock = await get(`/cosmos/tx/v1beta1/txs/block/${height}`);
      expect(inBlock.txs.map((tx: Answered) => tx.body.memo)).toEqual(["over REST"]);

      const wrong = await fetch(`${web}/cosmos/tx/v1beta1/txs?query=oops(`);
      expect([wrong.status, ((await wrong.json()) as Answered).code]).toEqual([400, 3]);
      const absent = await fetch(`${web}/cosmos/tx/v1beta1/txs/${"ab".repeat(32)}`);
      expect(absent.status).toBe(404);
    },
    SLOW,
  );

  it(
    "blocks and validators are the node's",
    async () => {
      const shown = await get("/cosmos/base/tendermint/v1beta1/blocks/2");
      const { result } = (await (await fetch(`${rpc}/block?height=2`)).json()) as Answered;
      expect(Buffer.from(shown.block_id.hash, "base64").toString("hex").toUpperCase()).toBe(
        result.block_id.hash,
      );
      // Both are RFC 3339; the gateway writes three digits of a second at a time.
      const bare = (time: string): string => time.replace(/\.?0*Z$/, "Z");
      expect(bare(shown.block.header.time)).toBe(bare(result.block.header.time));
      const set = await get("/cosmos/base/tendermint/v1beta1/validatorsets/latest");
      expect(set.validators).toMatchObject([
        { address: expect.stringMatching(/^assayvalcons1/), voting_power: "10" },
      ]);
      const { keplr } = await get("/chain.json");
      expect([keplr.rpc, keplr.rest]).toEqual([rpc, web]);
    },
    SLOW,
  );
});
