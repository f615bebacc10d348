import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sdkErrors } from "@assay/kernel/errors";
import { Msg } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import { PubKey } from "@assay/proto/gen/cosmos/crypto/secp256k1/keys";
import { SignMode } from "@assay/proto/gen/cosmos/tx/signing/v1beta1/signing";
import { AuthInfo, type ModeInfo, TxBody, TxRaw } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import { beforeEach, describe, expect, test } from "vitest";
import { createTestApp, msg, type TestApp } from "../../../test/harness/app-harness.ts";
import { signDigestWith, type TestSigner } from "../../../test/harness/keys.ts";
import { sectionsOf, tableOf } from "../../../test/modules/readme-tables.ts";
import { signDigest } from "../sign-doc.ts";
import { ANTE } from "./ante.ts";

/** The parts of a transaction from alice, before they are signed. */
interface Parts {
  body: TxBody;
  authInfo: AuthInfo;
  signatures: Uint8Array[];
  /** What the signature binds to. */
  chainId: string;
}

/** One thing wrong with a transaction, and what it is refused with. */
interface Fault {
  readonly name: string;
  readonly code: number;
  readonly log: string | RegExp;
  spoil(parts: Parts, chain: TestApp): void;
}

/** Modules' accounts come before hers. */
const ALICE_NUMBER = 3n;

const any = { typeUrl: "/x.Y", value: Uint8Array.of(1) };

/** In the order of the ante list. Each is tried together with all that come after it, and must win. */
const faults: readonly Fault[] = [
  {
    name: "extension options",
    code: 31,
    log: "unknown extension options",
    spoil: ({ body }) => body.extensionOptions.push(any),
  },
  {
    name: "non-critical extension options",
    code: 31,
    log: "non-critical: unknown extension options",
    spoil: ({ body }) => body.nonCriticalExtensionOptions.push(any),
  },
  {
    name: "unordered",
    code: 37,
    log: "unordered transactions: feature not supported",
    spoil: ({ body }) => {
      body.unordered = true;
    },
  },
  {
    name: "timeout timestamp",
    code: 37,
    log: /timeout timestamp/,
    spoil: ({ body }) => {
      body.timeoutTimestamp = { seconds: 1n, nanos: 0 };
    },
  },
  {
    name: "tip",
    code: 37,
    log: "tips: feature not supported",
    spoil: ({ authInfo }) => {
      authInfo.tip = { amount: [], tipper: "" };
    },
  },
  {
    name: "fee granter",
    code: 37,
    log: "fee grants: feature not supported",
    spoil: ({ authInfo }) => {
      authInfo.fee!.granter = "someone";
    },
  },
  ...(
    [
      [
        "multisignature inside of one",
        "multisignatures inside of one: feature not supported",
        { single: undefined, multi: { bitarray: undefined, modeInfos: [] } },
      ],
      [
        "DIRECT in a multisignature",
        "sign mode SIGN_MODE_DIRECT in a multisignature: feature not supported",
        { single: { mode: SignMode.SIGN_MODE_DIRECT }, multi: undefined },
      ],
    ] as const
  ).map(([name, log, inner]) => ({
    name,
    code: 37,
    log,
    spoil: ({ authInfo }: Parts) => {
      const info = authInfo.signerInfos[0]!;
      if (info.modeInfo?.multi !== undefined) return;
      info.modeInfo = { single: undefined, multi: { bitarray: undefined, modeInfos: [inner as ModeInfo] } };
    },
  })),
  ...[
    [SignMode.SIGN_MODE_TEXTUAL, "SIGN_MODE_TEXTUAL"],
    [SignMode.SIGN_MODE_DIRECT_AUX, "SIGN_MODE_DIRECT_AUX"],
    [SignMode.SIGN_MODE_EIP_191, "SIGN_MODE_EIP_191"],
    [SignMode.SIGN_MODE_UNSPECIFIED, "SIGN_MODE_UNSPECIFIED"],
    [77, "77"],
  ].map(([mode, name]) => ({
    name: `sign mode ${name}`,
    code: 37,
    log: `sign mode ${name}: feature not supported`,
    spoil: ({ authInfo }: Parts) => {
      const info = authInfo.signerInfos[0]!;
      if (info.modeInfo?.single?.mode === SignMode.SIGN_MODE_DIRECT) {
        info.modeInfo = { single: { mode: mode as SignMode }, multi: undefined };
      }
    },
  })),
  {
    name: "gas over the block's share",
    code: 41,
    log: "tx gas limit 75000001 exceeds block max gas 75000000: invalid gas limit",
    spoil: ({ authInfo }) => {
      authInfo.fee!.gasLimit = 75_000_001n;
    },
  },
  {
    name: "no signatures",
    code: 15,
    log: "no signatures supplied",
    spoil: (parts) => {
      parts.signatures = [];
    },
  },
  {
    name: "two signatures for one signer",
    code: 4,
    log: "wrong number of signers; expected 1, got 2: unauthorized",
    spoil: (parts) => {
      if (parts.signatures.length === 1) parts.signatures.push(new Uint8Array(64));
    },
  },
  {
    name: "timed out",
    code: 30,
    log: "block height: 3, timeout height: 2: tx timeout height",
    spoil: ({ body }) => {
      body.timeoutHeight = 2n;
    },
  },
  {
    name: "long memo",
    code: 12,
    log: "maximum number of characters is 256 but received 258 characters: memo too large",
    spoil: ({ body }) => {
      body.memo = "é".repeat(129);
    },
  },
  {
    name: "too little gas",
    code: 11,
    log: /^out of gas in location: txSize; gasWanted: 100, gasUsed: \d+: out of gas$/,
    spoil: ({ authInfo }) => {
      if (authInfo.fee!.gasLimit < 1_000_000n) authInfo.fee!.gasLimit = 100n;
    },
  },
  {
    name: "two fee coins",
    code: 10,
    log: "1uassay,1ucosm: invalid coins",
    spoil: ({ authInfo }) => {
      authInfo.fee!.amount = ["uassay", "ucosm"].map((denom) => ({ denom, amount: "1" }));
    },
  },
  {
    name: "fee that is no number",
    code: 10,
    log: "1e3uassay: invalid coins",
    spoil: ({ authInfo }) => {
      if (authInfo.fee!.amount.length === 1) authInfo.fee!.amount = [{ denom: "uassay", amount: "1e3" }];
    },
  },
  {
    name: "fee of another denom",
    code: 13,
    log: "fees are paid in uassay, got ucosm: insufficient fee",
    spoil: ({ authInfo }) => {
      const { amount } = authInfo.fee!;
      if (amount.length === 1 && amount[0]!.amount !== "1e3") {
        authInfo.fee!.amount = [{ denom: "ucosm", amount: "5000" }];
      }
    },
  },
  {
    name: "fee under this node's price",
    code: 13,
    log: "insufficient fees; got: 4999uassay required: 5000uassay: insufficient fee",
    spoil: ({ authInfo }) => {
      const { amount } = authInfo.fee!;
      if (amount[0]?.denom === "uassay" && amount[0].amount === "5000") {
        authInfo.fee!.amount = [{ denom: "uassay", amount: "4999" }];
      }
    },
  },
  {
    name: "key of another account",
    code: 8,
    log: /^pubKey does not match signer address assay1\w+ with signer index: 0: invalid pubkey$/,
    spoil: ({ authInfo }, chain) => {
      authInfo.signerInfos[0]!.publicKey = chain.signer("bob").pubKey;
    },
  },
  {
    name: "sequence ahead",
    code: 32,
    log: "account sequence mismatch, expected 0, got 1: incorrect account sequence",
    spoil: ({ authInfo }) => {
      authInfo.signerInfos[0]!.sequence = 1n;
    },
  },
  {
    name: "signed for another chain",
    code: 4,
    log: /^signature verification failed; please verify account number \(3\), sequence \(0\) and chain-id \(assay-test\): unauthorized$/,
    spoil: (parts) => {
      parts.chainId = "other";
    },
  },
];

function sendBody(chain: TestApp): TxBody {
  const [alice, bob] = [chain.signer("alice"), chain.signer("bob")];
  return TxBody.fromPartial({
    messages: [
      msg(Msg.Send.request, {
        fromAddress: alice.address,
        toAddress: bob.address,
        amount: [{ denom: "uassay", amount: "1" }],
      }),
    ],
  });
}

function plainAuth(signer: TestSigner): AuthInfo {
  return AuthInfo.fromPartial({
    signerInfos: [
      { publicKey: signer.pubKey, modeInfo: { single: { mode: SignMode.SIGN_MODE_DIRECT } }, sequence: 0n },
    ],
    fee: { amount: [{ denom: "uassay", amount: "5000" }], gasLimit: 200_000n },
  });
}

function build(chain: TestApp, spoils: readonly Fault["spoil"][]): Uint8Array {
  const alice = chain.signer("alice");
  const parts: Parts = {
    body: sendBody(chain),
    authInfo: plainAuth(alice),
    signatures: [new Uint8Array(64)],
    chainId: chain.chainId,
  };
  for (const spoil of spoils) spoil(parts, chain);
  const bodyBytes = TxBody.toBytes(parts.body);
  const authInfoBytes = AuthInfo.toBytes(parts.authInfo);
  const digest = signDigest({ bodyBytes, authInfoBytes }, parts.chainId, ALICE_NUMBER);
  if (parts.signatures.length > 0) parts.signatures[0] = signDigestWith(alice, digest);
  return TxRaw.toBytes({ bodyBytes, authInfoBytes, signatures: parts.signatures });
}

describe("the ante list", () => {
  let chain: TestApp;
  beforeEach(async () => {
    chain = await createTestApp();
    await chain.advance(2);
  });

  test("a sound transaction passes", async () => {
    expect(await chain.check(build(chain, []))).toMatchObject({ code: 0, log: "" });
  });

  test.each(faults.map((fault, i) => ({ ...fault, i })))("$name", async ({ i, code, log, spoil }) => {
    const alone = await chain.check(build(chain, [spoil]));
    expect({ code: alone.code, codespace: alone.codespace }).toEqual({ code, codespace: "sdk" });
    if (typeof log === "string") expect(alone.log).toBe(log);
    else expect(alone.log).toMatch(log);

    const later = faults.slice(i).map((fault) => fault.spoil);
    const together = await chain.check(build(chain, later));
    expect(together.code, together.log).toBe(code);
    // A block refuses it likewise, and only CheckTx asks for a price.
    const before = await chain.supply();
    const block = await chain.nextBlock([build(chain, [spoil])]);
    if (!faults[i]!.name.includes("this node's price")) {
      expect(block.txResults[0]).toMatchObject({ code, codespace: "sdk", events: [] });
      expect(await chain.supply()).toBe(before);
      expect((await chain.account(chain.signer("alice"))).sequence).toBe(0n);
    } else expect(block.txResults[0]).toMatchObject({ code: 0 });
  });
});

test("the README has the steps in their order", () => {
  const page = readFileSync(join(process.env.ASSAY_ROOT ?? process.cwd(), "chain/app/README.md"), "utf8");
  const section = sectionsOf(page, 2).find(({ title }) => title === "The ante list")!;
  expect(tableOf(section.text).map(({ step }) => step)).toEqual(ANTE.map(({ name }) => name));
});

describe("signers and payers", () => {
  const transfer = (from: TestSigner, to: TestSigner, amount = "1") =>
    msg(Msg.Send.request, {
      fromAddress: from.address,
      toAddress: to.address,
      amount: [{ denom: "uassay", amount }],
    });

  test("an account that never received coins is unknown", async () => {
    const chain = await createTestApp();
    const eve = chain.signer("eve");
    const tx = await chain.sign(eve, [transfer(eve, chain.signer("bob"))]);
    expect(await chain.check(tx)).toMatchObject({
      code: sdkErrors.unknownAddress.code,
      log: `fee payer address: ${eve.address} does not exist: unknown address`,
    });
  });

  test("a fee that cannot be paid refuses the transaction", async () => {
    const chain = await createTestApp({ balances: { alice: 4999n } });
    const alice = chain.signer("alice");
    const tx = await chain.sign(alice, [transfer(alice, chain.signer("bob"))], { gas: 200_000n });
    const log = "spendable balance 4999uassay is smaller than 5000uassay: insufficient funds";
    expect(await chain.check(tx)).toMatchObject({ code: 5, codespace: "sdk", log });
    const block = await chain.nextBlock([tx]);
    expect(block.txResults[0]).toMatchObject({ code: 5, log, events: [] });
    expect(await chain.balance(alice)).toBe(4999n);
  });

  test("several signers, each by its own account number and sequence", async () => {
    const chain = await createTestApp();
    const [alice, bob, carol] = ["alice", "bob", "carol"].map((name) => chain.signer(name)) as [
      TestSigner,
      TestSigner,
      TestSigner,
    ];
    await chain.deliver(bob, [transfer(bob, carol)]);
    const result = await chain.deliver(
      [alice, bob, carol],
      [transfer(alice, bob), transfer(bob, carol), transfer(alice, carol), transfer(carol, alice)],
    );
    expect(result).toMatchObject({ code: 0, log: "" });
    const sequences = await Promise.all([alice, bob, carol].map((s) => chain.account(s)));
    expect(sequences.map(({ sequence }) => sequence)).toEqual([1n, 2n, 1n]);
    const swapped = await chain.signAs([bob, alice], [transfer(alice, bob), transfer(bob, carol)]);
    expect(await chain.check(swapped)).toMatchObject({ code: 8 });
  });

  test("another account may pay the fee, and must sign", async () => {
    const chain = await createTestApp({ balances: { alice: 10n, bob: 10n ** 9n } });
    const [alice, bob] = [chain.signer("alice"), chain.signer("bob")];
    const authInfo = (info: AuthInfo): AuthInfo => ({ ...info, fee: { ...info.fee!, payer: bob.address } });
    const alone = await chain.sign(alice, [transfer(alice, bob)], { authInfo });
    expect(await chain.check(alone)).toMatchObject({
      code: 4,
      log: "wrong number of signers; expected 2, got 1: unauthorized",
    });
    await chain.nextBlock();
    const result = await chain.deliver([alice, bob], [transfer(alice, bob)], { authInfo });
    expect(result).toMatchObject({ code: 0 });
    expect(await chain.balance(alice)).toBe(9n);
    expect(result.events.find(({ type }) => type === "tx")!.attributes).toMatchObject([
      { key: "fee", value: "25000uassay" },
      { key: "fee_payer", value: bob.address },
    ]);
  });

  test("eight signers are too many", async () => {
    const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    const chain = await createTestApp({
      balances: Object.fromEntries(names.map((name) => [name, 10n ** 9n])),
    });
    const signers = names.map((name) => chain.signer(name));
    const messages = signers.map((signer) => transfer(signer, signers[0]!));
    expect(await chain.check(await chain.signAs(signers, messages))).toMatchObject({
      code: 14,
      log: "signatures: 8, limit: 7: maximum number of signatures exceeded",
    });
    await chain.nextBlock();
    const seven = await chain.signAs(signers.slice(0, 7), messages.slice(0, 7));
    expect(await chain.check(seven)).toMatchObject({ code: 0 });
  });

  test("no messages, seventeen messages", async () => {
    const chain = await createTestApp();
    const alice = chain.signer("alice");
    expect(await chain.check(await chain.sign(alice, []))).toMatchObject({
      code: 18,
      log: "must contain at least one message: invalid request",
    });
    const many = Array.from({ length: 17 }, () => transfer(alice, alice));
    expect(await chain.check(await chain.sign(alice, many))).toMatchObject({
      code: 18,
      log: "17 messages, at most 16: invalid request",
    });
    await chain.nextBlock();
    expect(await chain.check(await chain.sign(alice, many.slice(1)))).toMatchObject({ code: 0 });
  });

  test.each([
    ["65 bytes", (key: Uint8Array) => Uint8Array.of(4, ...key.slice(1), ...key.slice(1))],
    ["32 bytes", (key: Uint8Array) => key.slice(1)],
    ["prefix 4", (key: Uint8Array) => Uint8Array.of(4, ...key.slice(1))],
    ["nothing", () => new Uint8Array(0)],
  ])("a key of %s is none", async (_name, change) => {
    const chain = await createTestApp();
    const alice = chain.signer("alice");
    const key = change(PubKey.fromBytesStrict(alice.pubKey.value).key);
    const tx = await chain.sign(alice, [transfer(alice, alice)], {
      authInfo: (info) => {
        info.signerInfos[0]!.publicKey = { typeUrl: PubKey.typeUrl, value: PubKey.toBytes({ key }) };
        return info;
      },
    });
    expect(await chain.check(tx)).toMatchObject({
      code: 8,
      log: "not a compressed secp256k1 key: invalid pubkey",
    });
  });

  test("an ed25519 key is refused, a missing one only where the account has none", async () => {
    const chain = await createTestApp();
    const alice = chain.signer("alice");
    const without = (info: AuthInfo): AuthInfo => {
      info.signerInfos[0]!.publicKey = undefined;
      return info;
    };
    const first = await chain.sign(alice, [transfer(alice, alice)], { authInfo: without });
    expect(await chain.check(first)).toMatchObject({
      code: 8,
      log: "pubkey on account is not set: invalid pubkey",
    });
    await chain.nextBlock();
    const edwards = await chain.sign(alice, [transfer(alice, alice)], {
      authInfo: (info) => {
        info.signerInfos[0]!.publicKey = { ...alice.pubKey, typeUrl: "/cosmos.crypto.ed25519.PubKey" };
        return info;
      },
    });
    expect(await chain.check(edwards)).toMatchObject({ code: 8 });
    await chain.nextBlock();
    expect(await chain.deliver(alice, [transfer(alice, alice)])).toMatchObject({ code: 0 });
    expect(await chain.deliver(alice, [transfer(alice, alice)], { authInfo: without })).toMatchObject({
      code: 0,
    });
  });
});
