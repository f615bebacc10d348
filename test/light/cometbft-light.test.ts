/**
 * The real `cometbft light` follows a ledger of the embedded engine, height after height, and serves what it verified;
 * a proof of our state is checked against a header that it served. Of a liar it refuses the header.
 */

import { headerHash } from "@assay/chain/engine/header";
import { type RpcServer, startRpc } from "@assay/chain/rpc/start-rpc";
import { SigningAssayClient } from "@assay/client/signing";
import { importWallet } from "@assay/client/wallet";
import { iavlSpec, ics23, tendermintSpec, verifyMembership, verifyNonMembership } from "@confio/ics23";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs } from "../harness/binaries.ts";
import { startTestNode, type TestNode } from "../harness/test-node.ts";
import { type LightProcess, startLight } from "./light-process.ts";
import { flipBase64, flipHex, type Lie, startTamperingProxy } from "./tampering-proxy.ts";

const comet = needs("cometbft");

interface SignedHeader {
  readonly header: { [field: string]: string };
  readonly commit: {
    readonly block_id: { hash: string };
    readonly signatures: { signature: string }[];
  };
}

const signedHeader = (answer: Record<string, unknown>): SignedHeader => answer.signed_header as SignedHeader;

describe.skipIf(comet.missing)(`cometbft light on an embedded ledger${comet.howToGetIt}`, () => {
  let node: TestNode;
  let second: RpcServer;
  let hash = "";
  let txHash = "";
  let txHeight = 0;

  const hashAt = async (height: number): Promise<string> => {
    const stored = await node.node.engine.blocks.block(height);
    return Buffer.from(stored!.blockId.hash).toString("hex").toUpperCase();
  };
  const start = (primary: string, witness: string): Promise<LightProcess> =>
    startLight({ binary: comet.path, chainId: node.node.chainId, primary, witness, height: 1, hash });

  beforeAll(async () => {
    node = await startTestNode({ blockTimeMs: 100 });
    const wallet = await importWallet(node.mnemonic("alice"));
    const client = await SigningAssayClient.connectWithSigner(node.rpcUrl, wallet, { pollMs: 50 });
    for (let i = 0; i < 3; i++) {
      const amount = [{ denom: "uassay", amount: String(1000 + i) }];
      const sent = await client.sendTokens(node.address("alice"), node.address("bob"), amount);
      txHash = sent.transactionHash;
      txHeight = sent.height;
    }
    while (node.node.engine.height < txHeight + 8) await node.node.nextBlock();
    hash = await hashAt(1);
    // A witness must have an address of its own.
    const { engine, app, index, chainId } = node.node;
    second = await startRpc({
      host: "127.0.0.1",
      port: 0,
      app,
      blocks: engine.blocks,
      mempool: {
        add: () => Promise.reject(new Error("none")),
        size: () => 0,
        totalBytes: () => 0,
        list: () => [],
      },
      feed: engine,
      index,
      identity: {
        nodeId: "22".repeat(20),
        moniker: "witness",
        chainId,
        version: "0.38.25",
        appVersion: 1n,
        validatorPubkey: new Uint8Array(32),
        initialHeight: 1,
      },
      genesisText: "{}",
      logger: { info: () => {}, error: () => {} },
    });
  });
  afterAll(async () => {
    await second.close();
    await node.close();
  });
  const witness = (): string => `http://127.0.0.1:${second.port}`;

  test("it verifies every height, and serves the header that the ledger has", async () => {
    const light = await start(node.rpcUrl, witness());
    try {
      const last = node.node.engine.height;
      for (let height = 1; height <= last; height++) {
        const { header, commit } = signedHeader(await light.call("commit", { height: String(height) }));
        expect(header.height).toBe(String(height));
        expect(commit.block_id.hash).toBe(await hashAt(height));
      }
      // Of a height that comes while it runs, and without being told which.
      await node.node.nextBlock();
      const latest = signedHeader(await light.call("commit"));
      expect(Number(latest.header.height)).toBeGreaterThan(last);
      // A transaction whose place in the block is proved against the verified header.
      const found = await light.call("tx", {
        hash: Buffer.from(txHash, "hex").toString("base64"),
        prove: true,
      });
      expect(found).toMatchObject({ height: String(txHeight), hash: txHash });
      const block = (await light.call("block", { height: String(txHeight) })) as {
        block: { data: { txs: string[] } };
      };
      expect(block.block.data.txs).toHaveLength(1);
      const { validators } = (await light.call("validators", { height: String(last) })) as {
        validators: object[];
      };
      expect(validators).toHaveLength(node.keys.validators.length);
      await expect(light.call("commit", { height: String(last + 100_000) })).rejects.toThrow(
        /must be less than or equal|not available|height requested is too high/,
      );
    } finally {
      await light.close();
    }
  });

  test("a proof of our state holds against a header that it verified, and against no other", async () => {
    const light = await start(node.rpcUrl, witness());
    try {
      const key = Uint8Array.of(0, ...Buffer.from("uassay"));
      const prove = async (of: Uint8Array) => {
        const response = await node.node.app.query({
          path: "/store/bank/key",
          data: of,
          height: BigInt(txHeight),
          prove: true,
        });
        const [iavl, simple] = response.proofOps!.ops;
        const outer = ics23.CommitmentProof.decode(simple!.data);
        return {
          response,
          outer,
          inner: ics23.CommitmentProof.decode(iavl!.data),
          root: outer.exist!.value!,
        };
      };
      const appHashAfter = async (height: number): Promise<Uint8Array> => {
        const { header } = signedHeader(await light.call("commit", { height: String(height + 1) }));
        return Buffer.from(header.app_hash!, "hex");
      };
      const verified = await appHashAfter(txHeight);
      const supply = await prove(key);
      expect(BigInt(Buffer.from(supply.response.value).toString())).toBeGreaterThan(0n);
      const bank = Buffer.from("bank");
      expect(verifyMembership(supply.outer, tendermintSpec, verified, bank, supply.root)).toBe(true);
      expect(verifyMembership(supply.inner, iavlSpec, supply.root, key, supply.response.value)).toBe(true);
      const absent = await prove(Uint8Array.of(0, ...Buffer.from("unobtainium")));
      expect(absent.response.value).toHaveLength(0);
      expect(
        verifyNonMembership(
          absent.inner,
          iavlSpec,
          absent.root,
          Uint8Array.of(0, ...Buffer.from("unobtainium")),
        ),
      ).toBe(true);
      // The state before the transaction was another one.
      const before = await appHashAfter(txHeight - 1);
      expect(verifyMembership(supply.outer, tendermintSpec, before, bank, supply.root)).toBe(false);
      const more = Buffer.from(`${Buffer.from(supply.response.value)}0`);
      expect(verifyMembership(supply.inner, iavlSpec, supply.root, key, more)).toBe(false);
    } finally {
      await light.close();
    }
  });

  /** A lie about the signed header of one height. */
  const aboutHeader =
    (change: (signed: SignedHeader) => void): ((height: number) => Lie) =>
    (wanted) =>
    (method, height, result) => {
      if (method === "commit" && height === wanted) change(signedHeader(result));
    };
  const flipped = (field: string) =>
    aboutHeader(({ header }) => {
      header[field] = flipHex(header[field]!);
    });

  const LIES: readonly (readonly [what: string, lie: (height: number) => Lie, refusal: RegExp])[] = [
    ["app_hash", flipped("app_hash"), /commit signs block .*, header is block/],
    ["last_results_hash", flipped("last_results_hash"), /commit signs block .*, header is block/],
    ["validators_hash", flipped("validators_hash"), /validator|commit signs block/],
    [
      "time",
      aboutHeader(({ header }) => {
        header.time = new Date(Date.parse(header.time!) + 1).toISOString();
      }),
      /commit signs block .*, header is block/,
    ],
    [
      "a signature",
      aboutHeader(({ commit }) => {
        const [first] = commit.signatures;
        first!.signature = flipBase64(first!.signature);
      }),
      /wrong signature/,
    ],
    [
      "a validator's power",
      (wanted) => (method, height, result) => {
        if (method !== "validators" || height !== wanted) return;
        const [first] = result.validators as { voting_power: string }[];
        first!.voting_power = String(Number(first!.voting_power) + 1);
      },
      /validators? .*hash|validator set/i,
    ],
  ];

  test.each(LIES)("one bit of %s changed: refused", async (_what, lieAt, refusal) => {
    const height = txHeight + 1;
    const liar = await startTamperingProxy(node.rpcUrl, lieAt(height));
    // The witness sees the same: the header must be refused for itself, not because two do not agree.
    const light = await start(liar.url, `${liar.url}/`);
    try {
      const honest = signedHeader(await light.call("commit", { height: String(height - 1) }));
      expect(honest.commit.block_id.hash).toBe(await hashAt(height - 1));
      await expect(light.call("commit", { height: String(height) })).rejects.toThrow();
      expect(liar.lies()).toBeGreaterThan(0);
      expect(light.output()).toMatch(refusal);
    } finally {
      await light.close();
      await liar.close();
    }
  });

  test("a header changed together with all hashes of it: refused for its signatures", async () => {
    const height = txHeight + 1;
    const stored = await node.node.engine.blocks.block(height);
    const header = stored!.block.header!;
    const appHash = Uint8Array.from(header.appHash);
    appHash[0] = appHash[0]! ^ 1;
    const forged = Buffer.from(headerHash({ ...header, appHash }))
      .toString("hex")
      .toUpperCase();
    const lie = aboutHeader(({ header: shown, commit }) => {
      shown.app_hash = flipHex(shown.app_hash!);
      commit.block_id.hash = forged;
    });
    const liar = await startTamperingProxy(node.rpcUrl, lie(height));
    const light = await start(liar.url, `${liar.url}/`);
    try {
      await expect(light.call("commit", { height: String(height) })).rejects.toThrow(/wrong signature/);
    } finally {
      await light.close();
      await liar.close();
    }
  });

  test("an honest witness gives a lying primary away", async () => {
    const height = txHeight + 1;
    const liar = await startTamperingProxy(node.rpcUrl, flipped("app_hash")(height));
    const light = await start(liar.url, node.rpcUrl);
    try {
      // It drops the liar, makes the witness its primary, and will not go on without another witness.
      await expect(light.call("commit", { height: String(height) })).rejects.toThrow(
        /no witnesses connected/,
      );
      expect(light.output()).toMatch(
        /error from light block request from primary, removing.*commit signs block/,
      );
    } finally {
      await light.close();
      await liar.close();
    }
  });
});
