/** Unmodified CosmJS with amino signers, and with several of them on one account, against a real node. */
import { coin } from "@assay/client/amount";
import { challenge } from "@assay/client/challenge";
import { check } from "@assay/client/dataset/check";
import { pack } from "@assay/client/dataset/pack";
import { proofAgainst } from "@assay/client/dataset/proof";
import type { EncodeObject } from "@assay/client/encode-object";
import { answer } from "@assay/client/modules/attest/messages";
import { multiSend, send } from "@assay/client/modules/bank/messages";
import { commitChallenge } from "@assay/client/modules/challenge/messages";
import { commitPublish, retire, stake, unstake, withdraw } from "@assay/client/modules/data/messages";
import { MemoryPendingStore } from "@assay/client/pending";
import { createAminoTypes, createRegistry } from "@assay/client/registry";
import { SigningAssayClient } from "@assay/client/signing";
import { decodeTx } from "@assay/client/tx";
import { defaultConfig } from "@assay/devnet/config";
import { Answer, QuestionStatus } from "@assay/proto/gen/assay/attest/v1/types";
import { CaseStatus } from "@assay/proto/gen/assay/challenge/v1/types";
import { MsgAcceptTransfer, MsgOfferTransfer } from "@assay/proto/gen/assay/data/v1/tx";
import { ClaimKind } from "@assay/proto/gen/assay/data/v1/types";
import { SignMode } from "@assay/proto/gen/cosmos/tx/signing/v1beta1/signing";
import { AuthInfo, TxRaw } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import {
  createMultisigThresholdPubkey,
  encodeSecp256k1Pubkey,
  pubkeyToAddress,
  Secp256k1HdWallet,
} from "@cosmjs/amino";
import {
  GasPrice,
  makeMultisignedTxBytes,
  SigningStargateClient,
  type SigningStargateClientOptions,
} from "@cosmjs/stargate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishSet } from "../harness/active-dataset.ts";
import { startTestNode, type TestNode } from "../harness/test-node.ts";

let node: TestNode;
beforeAll(async () => {
  // Windows are blocks: wide enough for a busy machine.
  const { params } = defaultConfig();
  const data = {
    ...params.data,
    attest_blocks: "1000",
    reveal_max_blocks: "300",
    challenge_window_blocks: "5000",
    unbonding_blocks: "400",
  };
  const challenges = { ...params.challenge, reveal_max_blocks: "300" };
  node = await startTestNode({ params: { ...params, data, challenge: challenges } });
});
afterAll(() => node?.close());

const options = (): SigningStargateClientOptions => ({
  registry: createRegistry(),
  aminoTypes: createAminoTypes(),
  gasPrice: GasPrice.fromString("0.025uassay"),
  broadcastPollIntervalMs: 50,
});

async function actor(name: string) {
  const wallet = await Secp256k1HdWallet.fromMnemonic(node.mnemonic(name), { prefix: "assay" });
  const { address, pubkey } = (await wallet.getAccounts())[0]!;
  const cosmjs = await SigningStargateClient.connectWithSigner(node.rpcUrl, wallet, options());
  const assay = SigningAssayClient.createWithSigner(node.rpcUrl, wallet, { pollMs: 30 });
  /** Signs and sends by CosmJS, waits, and returns the result. */
  const act = async (messages: readonly EncodeObject[], memo = "") =>
    cosmjs.signAndBroadcast(address, messages, "auto", memo);
  return { wallet, address, pubkey, cosmjs, assay, act };
}

async function modeOf(hash: string): Promise<SignMode | undefined> {
  const { assay } = await actor("alice");
  const tx = await assay.getTx(hash);
  const { signerInfos } = AuthInfo.fromBytes(TxRaw.fromBytes(tx!.tx).authInfoBytes);
  return signerInfos[0]?.modeInfo?.single?.mode;
}

describe("an amino signer", () => {
  test("sends coins, to one and to several", async () => {
    const alice = await actor("alice");
    const [bob, carol] = [node.address("bob"), node.address("carol")];
    const memo = 'a "memo" with <b> & \\ 漢😀';
    const sent = await alice.act([send({ from: alice.address, to: bob, amount: [coin(5n)] })], memo);
    expect(sent.code, sent.rawLog).toBe(0);
    expect(await modeOf(sent.transactionHash)).toBe(SignMode.SIGN_MODE_LEGACY_AMINO_JSON);
    expect(decodeTx((await alice.assay.getTx(sent.transactionHash))!.tx)?.memo).toBe(memo);
    const outputs = [bob, carol, bob].map((to, i) => ({ to, amount: [coin(BigInt(i + 1))] }));
    const several = await alice.act([multiSend({ from: alice.address, outputs })]);
    expect(several.code, several.rawLog).toBe(0);
    expect((await alice.cosmjs.getBalance(bob, "uassay")).amount).toBe("10000000009");
    expect(await alice.cosmjs.getAccount(alice.address)).toMatchObject({
      pubkey: encodeSecp256k1Pubkey(alice.pubkey),
      sequence: 2,
    });
  });

  test("does all that the market has: publishes, answers, stakes, challenges, withdraws, retires", async () => {
    const [alice, bob, carol] = await Promise.all(["alice", "bob", "carol"].map(actor));
    const { data, attest } = alice!.assay.query;
    const texts = Array.from({ length: 40 }, (_, i) => `row ${i} & <${"abcdefghij".repeat(3)}> ${i * 7919}`);
    const packed = pack([...texts, texts[0]!].map((text, i) => ({ text, label: i % 2 === 0 ? "é" : "<b>" })));
    const published = await publishSet(alice!, packed, "amino-set");
    expect(await modeOf(published.tx.hash)).toBe(SignMode.SIGN_MODE_LEGACY_AMINO_JSON);
    const id = published.datasetId;

    for (const name of ["val-1", "val-2", "val-3"]) {
      const attestor = await actor(name);
      const { questions } = await attest.questions({ status: QuestionStatus.QUESTION_STATUS_OPEN });
      const answered = await attestor.act(
        questions.map((question) =>
          answer({ attestor: attestor.address, questionId: question.id, answer: Answer.ANSWER_YES }),
        ),
      );
      expect(answered.code, answered.rawLog).toBe(0);
    }

    const claim = ClaimKind.CLAIM_KIND_UNIQUE;
    const about = { staker: bob!.address, datasetId: id, claim };
    const staked = await bob!.act([
      stake({ ...about, amount: coin(50_000_000n) }),
      unstake({ ...about, amount: coin(10_000_000n) }),
    ]);
    expect(staked.code, staked.rawLog).toBe(0);
    expect((await data.positions({ datasetId: id, account: bob!.address })).positions).toMatchObject([
      { amount: 40_000_000n },
    ]);

    const report = check({
      rows: packed.rows,
      labelOf: packed.labelOf,
      labelCount: 2,
      charset: packed.charset,
    });
    const shown = await challenge(
      carol!.assay,
      {
        challenger: carol!.address,
        datasetId: id,
        claim,
        proof: proofAgainst({ kind: claim, max: 0 }, report, packed)!,
      },
      { store: new MemoryPendingStore() },
    );
    expect(shown.status).toBe(CaseStatus.CASE_STATUS_PROVEN);
    const bond = coin((await carol!.assay.query.challenge.params()).minBond);
    for (const message of [
      commitPublish({ owner: carol!.address, hash: "ab".repeat(32) }),
      commitChallenge({ challenger: carol!.address, hash: "cd".repeat(32), bond }),
    ]) {
      const sealed = await carol!.act([message]);
      expect(sealed.code, sealed.rawLog).toBe(0);
    }
    const fee = { amount: [coin(10_000n)], gas: "400000" };
    const refused: [Awaited<ReturnType<typeof actor>>, EncodeObject, string][] = [
      // Signed well, and refused for what it asks.
      [bob!, withdraw({ account: bob!.address, datasetId: id }), "data"],
      [alice!, retire({ owner: alice!.address, datasetId: id }), "data"],
    ];
    for (const [who, message, codespace] of refused) {
      const result = await who.cosmjs.signAndBroadcast(who.address, [message], fee);
      const { codespace: found } = (await who.assay.getTx(result.transactionHash))!;
      if (result.code !== 0) expect(found, result.rawLog).toBe(codespace);
    }
    // Not switched on yet: refused by name in CheckTx, after the signature has held.
    for (const message of [
      {
        typeUrl: MsgOfferTransfer.typeUrl,
        value: { owner: alice!.address, datasetId: id, to: bob!.address },
      },
      {
        typeUrl: MsgAcceptTransfer.typeUrl,
        value: { newOwner: alice!.address, datasetId: id, stake: coin(1n) },
      },
    ]) {
      await expect(alice!.cosmjs.signAndBroadcast(alice!.address, [message], fee)).rejects.toThrow(
        /message index: 0/,
      );
    }
  });
});

describe("a multisig account", () => {
  test("acts through CosmJS: two of three sign, one puts it together", async () => {
    const people = await Promise.all(["alice", "bob", "carol"].map(actor));
    const [alice, bob, carol] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
    const key = createMultisigThresholdPubkey(
      people.map(({ pubkey }) => encodeSecp256k1Pubkey(pubkey)),
      2,
    );
    const address = pubkeyToAddress(key, "assay");
    const funded = await alice.act([
      send({ from: alice.address, to: address, amount: [coin(100_000_000n)] }),
    ]);
    expect(funded.code, funded.rawLog).toBe(0);
    expect(await alice.cosmjs.getAccount(address)).toMatchObject({ address, pubkey: null, sequence: 0 });

    const fee = { amount: [coin(5_000n)], gas: "200000" };
    for (const [sequence, signers] of [
      [alice, carol],
      [bob, alice],
      [alice, bob, carol],
    ].entries()) {
      const account = (await alice.cosmjs.getAccount(address))!;
      expect(account.sequence).toBe(sequence);
      const messages = [send({ from: address, to: carol.address, amount: [coin(7n)] })];
      const memo = `number ${sequence} & "all"`;
      const signed = await Promise.all(
        signers.map(async (signer) => {
          const offline = await SigningStargateClient.offline(signer.wallet, options());
          const { bodyBytes, signatures } = await offline.sign(signer.address, messages, fee, memo, {
            accountNumber: account.accountNumber,
            sequence: account.sequence,
            chainId: await alice.cosmjs.getChainId(),
          });
          return { address: signer.address, bodyBytes, signature: signatures[0]! };
        }),
      );
      const bytes = makeMultisignedTxBytes(
        key,
        account.sequence,
        fee,
        signed[0]!.bodyBytes,
        new Map(signed.map((one) => [one.address, one.signature])),
      );
      const result = await alice.cosmjs.broadcastTx(bytes);
      expect(result.code, result.rawLog).toBe(0);
    }
    // As accountFromAny reads it.
    expect(await alice.cosmjs.getAccount(address)).toMatchObject({ address, pubkey: key, sequence: 3 });
    expect(await alice.assay.getAccount(address)).toMatchObject({ pubkey: null, sequence: 3 });
  });

  test("not with one signature, and not with a stranger's", async () => {
    const people = await Promise.all(["alice", "bob", "dave"].map(actor));
    const [alice, bob, dave] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
    const key = createMultisigThresholdPubkey(
      [alice, bob].map(({ pubkey }) => encodeSecp256k1Pubkey(pubkey)),
      2,
    );
    const address = pubkeyToAddress(key, "assay");
    await alice.act([send({ from: alice.address, to: address, amount: [coin(100_000_000n)] })]);
    const { accountNumber, sequence } = (await alice.cosmjs.getAccount(address))!;
    const fee = { amount: [coin(5_000n)], gas: "200000" };
    const messages = [send({ from: address, to: dave.address, amount: [coin(7n)] })];
    const sign = async (signer: typeof alice) =>
      (await SigningStargateClient.offline(signer.wallet, options())).sign(
        signer.address,
        messages,
        fee,
        "",
        {
          accountNumber,
          sequence,
          chainId: "assay-devnet",
        },
      );
    const { bodyBytes, signatures } = await sign(alice);
    const forged = (await sign(dave)).signatures[0]!;
    for (const given of [
      new Map([[alice.address, signatures[0]!]]),
      new Map([
        [alice.address, signatures[0]!],
        [bob.address, forged],
      ]),
    ]) {
      const bytes = makeMultisignedTxBytes(key, sequence, fee, bodyBytes, given);
      await expect(alice.cosmjs.broadcastTx(bytes)).rejects.toMatchObject({ code: 4, codespace: "sdk" });
    }
  });
});
