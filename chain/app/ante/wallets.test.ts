/** Signatures of wallets that were not written for this ledger: amino JSON, multisigs, and what must never pass. */

import { sha256 } from "@assay/primitives/hash";
import { MsgStake } from "@assay/proto/gen/assay/data/v1/tx";
import { Query as AuthQuery } from "@assay/proto/gen/cosmos/auth/v1beta1/query";
import { MsgSend } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import { LegacyAminoPubKey } from "@assay/proto/gen/cosmos/crypto/multisig/keys";
import { MultiSignature } from "@assay/proto/gen/cosmos/crypto/multisig/v1beta1/multisig";
import { SignMode } from "@assay/proto/gen/cosmos/tx/signing/v1beta1/signing";
import { Service } from "@assay/proto/gen/cosmos/tx/v1beta1/service";
import { AuthInfo, type ModeInfo, TxBody, TxRaw } from "@assay/proto/gen/cosmos/tx/v1beta1/tx";
import type { Any } from "@assay/proto/gen/google/protobuf/any";
import { serializeSignDoc } from "@cosmjs/amino";
import { accountFromAny } from "@cosmjs/stargate";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  aminoTx,
  type Multisig,
  multisig,
  multisigTx,
  type TypedMessage,
  typed,
} from "../../../test/harness/amino.ts";
import { createTestApp, msg, type TestApp } from "../../../test/harness/app-harness.ts";
import { signDigestWith, type TestSigner } from "../../../test/harness/keys.ts";
import { inThread, loadNative } from "../signature/native.ts";
import { verifyNoble } from "../signature/noble.ts";

const send = (from: string, to: string, amount = "1"): TypedMessage =>
  typed(MsgSend, { fromAddress: from, toAddress: to, amount: [{ denom: "uassay", amount }] });

const names = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** A chain with eight people, and an account of some of them that holds coins. */
async function shared(
  threshold: number,
  size: number,
  options: Parameters<typeof createTestApp>[0] = {},
): Promise<{ chain: TestApp; people: TestSigner[]; account: Multisig }> {
  const balances = Object.fromEntries(names.map((name) => [name, 10n ** 9n]));
  const chain = await createTestApp({ balances, ...options });
  const people = names.map((name) => chain.signer(name));
  const account = multisig(chain, threshold, people.slice(0, size));
  const funding = await chain.deliver(people[7]!, [
    msg(MsgSend, send(people[7]!.address, account.address, "100000000").value as MsgSend),
  ]);
  expect(funding.code, funding.log).toBe(0);
  return { chain, people, account };
}

describe.each([
  ["native", loadNative()!],
  ["noble", verifyNoble],
])("amino JSON, verified by %s", (_name, verify) => {
  let chain: TestApp;
  let alice: TestSigner;
  let bob: TestSigner;
  beforeEach(async () => {
    chain = await createTestApp({ verifier: inThread(verify) });
    await chain.nextBlock();
    [alice, bob] = [chain.signer("alice"), chain.signer("bob")];
  });

  test("is delivered, whatever memo and timeout it has", async () => {
    const memo = 'a "memo" <b> & \\ \n \u0001 é😀';
    const tx = await aminoTx(chain, alice, [send(alice.address, bob.address)], { memo, timeoutHeight: 99n });
    expect(await chain.check(tx)).toMatchObject({ code: 0, log: "" });
    expect((await chain.nextBlock([tx])).txResults[0]).toMatchObject({ code: 0 });
  });

  test.each([
    ["another chain", { chainId: "other" }],
    ["no chain", { chainId: "" }],
    ["another account", { accountNumber: 7 }],
  ])("signed for %s it is refused", async (_what, options) => {
    const tx = await aminoTx(chain, alice, [send(alice.address, bob.address)], options);
    expect(await chain.check(tx)).toMatchObject({ code: 4, codespace: "sdk" });
  });

  test("nothing that was signed can be changed", async () => {
    const tx = TxRaw.fromBytes(
      await aminoTx(chain, alice, [send(alice.address, bob.address)], { memo: "m" }),
    );
    const body = TxBody.fromBytes(tx.bodyBytes);
    const auth = AuthInfo.fromBytes(tx.authInfoBytes);
    const changed: [Partial<TxBody>, Partial<AuthInfo>][] = [
      [{ memo: "n" }, {}],
      [{ timeoutHeight: 1000n }, {}],
      [{ messages: [msg(MsgSend, send(alice.address, bob.address, "2").value as MsgSend)] }, {}],
      [{ messages: [...body.messages, ...body.messages] }, {}],
      [{}, { fee: { ...auth.fee!, gasLimit: 999_999n } }],
      [{}, { fee: { ...auth.fee!, amount: [{ denom: "uassay", amount: "25001" }] } }],
      [{}, { fee: { ...auth.fee!, payer: alice.address } }],
    ];
    for (const [newBody, newAuth] of changed) {
      const other = TxRaw.toBytes({
        bodyBytes: TxBody.toBytes({ ...body, ...newBody }),
        authInfoBytes: AuthInfo.toBytes({ ...auth, ...newAuth }),
        signatures: tx.signatures,
      });
      expect(await chain.check(other)).toMatchObject({ code: 4, codespace: "sdk" });
    }
  });

  test("a signature of one mode is none of the other", async () => {
    const amino = TxRaw.fromBytes(await aminoTx(chain, alice, [send(alice.address, bob.address)]));
    const auth = AuthInfo.fromBytes(amino.authInfoBytes);
    auth.signerInfos[0]!.modeInfo!.single!.mode = SignMode.SIGN_MODE_DIRECT;
    const relabelled = TxRaw.toBytes({ ...amino, authInfoBytes: AuthInfo.toBytes(auth) });
    expect(await chain.check(relabelled)).toMatchObject({ code: 4 });
  });
});

test("an off-chain signature (ADR-36) is nobody's transaction", async () => {
  const chain = await createTestApp();
  await chain.nextBlock();
  const [alice, bob] = [chain.signer("alice"), chain.signer("bob")];
  const data = TxBody.toBytes(
    TxBody.fromPartial({ messages: [msg(MsgSend, send(alice.address, bob.address).value as MsgSend)] }),
  );
  const signature = signDigestWith(
    alice,
    sha256(
      serializeSignDoc({
        chain_id: "",
        account_number: "0",
        sequence: "0",
        fee: { gas: "0", amount: [] },
        msgs: [
          {
            type: "sign/MsgSignData",
            value: { signer: alice.address, data: Buffer.from(data).toString("base64") },
          },
        ],
        memo: "",
      }),
    ),
  );
  const noFee = { amount: [], gas: "0" };
  // Put on what its data says, in either mode.
  for (const mode of [SignMode.SIGN_MODE_LEGACY_AMINO_JSON, SignMode.SIGN_MODE_DIRECT]) {
    const authInfoBytes = AuthInfo.toBytes(
      AuthInfo.fromPartial({
        signerInfos: [{ publicKey: alice.pubKey, modeInfo: { single: { mode } }, sequence: 0n }],
        fee: { gasLimit: 100_000n },
      }),
    );
    const block = await chain.nextBlock([
      TxRaw.toBytes({ bodyBytes: data, authInfoBytes, signatures: [signature] }),
    ]);
    expect(block.txResults[0]).toMatchObject({ code: 4, codespace: "sdk" });
  }
  // As a message of its own: there is none of that name, however it is spelled.
  for (const typeUrl of ["/sign.MsgSignData", "sign/MsgSignData", "/offchain.MsgSignArbitraryData"]) {
    const tx = TxRaw.fromBytes(
      await aminoTx(chain, alice, [send(alice.address, bob.address)], { fee: noFee }),
    );
    const bodyBytes = TxBody.toBytes(
      TxBody.fromPartial({ messages: [{ typeUrl, value: Uint8Array.of(10, 0) }] }),
    );
    expect(await chain.check(TxRaw.toBytes({ ...tx, bodyBytes }))).toMatchObject({ code: 2 });
  }
});

describe("a multisig account", () => {
  test("acts by its threshold, is known by its key, and pays for each signature", async () => {
    const { chain, people, account } = await shared(2, 3);
    const [a, b, c] = people as [TestSigner, TestSigner, TestSigner];
    const messages = [send(account.address, a.address, "5")];
    const gas: bigint[] = [];
    for (const by of [
      [a, b],
      [c, b],
      [a, b, c],
    ]) {
      const tx = await multisigTx(chain, account, by, messages);
      expect(await chain.check(tx)).toMatchObject({ code: 0, log: "" });
      const result = (await chain.nextBlock([tx])).txResults[0]!;
      expect(result.code, result.log).toBe(0);
      const told = result.events.filter(
        ({ type, attributes }) => type === "tx" && attributes[0]!.key === "signature",
      );
      expect(told).toHaveLength(by.length + 1);
      gas.push(result.gasUsed);
    }
    // A key and 66 bytes of signature and 6 of its mode more.
    expect(gas[2]! - gas[1]!).toBe(1000n + 72n * 10n);
    const { account: any } = await chain.query(AuthQuery.Account, { address: account.address });
    expect(accountFromAny(any!)).toMatchObject({
      address: account.address,
      pubkey: account.key,
      sequence: 3,
    });
    // The key need not be said again.
    const tx = TxRaw.fromBytes(await multisigTx(chain, account, [a, c], messages));
    const auth = AuthInfo.fromBytes(tx.authInfoBytes);
    auth.signerInfos[0]!.publicKey = undefined;
    const short = TxRaw.toBytes({ ...tx, authInfoBytes: AuthInfo.toBytes(auth) });
    expect((await chain.nextBlock([short])).txResults[0]).toMatchObject({ code: 0 });
  });

  test("stakes", async () => {
    const { chain, people, account } = await shared(1, 2);
    const stake = MsgStake.fromPartial({ staker: account.address, datasetId: new Uint8Array(32), claim: 3 });
    const tx = await multisigTx(chain, account, [people[1]!], [typed(MsgStake, stake)]);
    // Its signature holds: what is wrong is that there is no such dataset.
    expect((await chain.nextBlock([tx])).txResults[0]!.log).toMatch(/message index: 0/);
  });

  test("of eight keys is beyond the limit, and four beside four", async () => {
    const { chain, people, account } = await shared(1, 8);
    const tx = await multisigTx(chain, account, [people[0]!], [send(account.address, people[0]!.address)]);
    expect(await chain.check(tx)).toMatchObject({
      code: 14,
      log: "signatures: 8, limit: 7: maximum number of signatures exceeded",
    });
    const seven = await shared(1, 7);
    const ok = await multisigTx(
      seven.chain,
      seven.account,
      [seven.people[6]!],
      [send(seven.account.address, people[0]!.address)],
    );
    expect(await seven.chain.check(ok)).toMatchObject({ code: 0 });
    const four = await shared(1, 4);
    const other = multisig(four.chain, 1, four.people.slice(4));
    await four.chain.deliver(four.people[7]!, [
      msg(MsgSend, send(four.people[7]!.address, other.address, "9").value as MsgSend),
    ]);
    const raw = TxRaw.fromBytes(
      await multisigTx(
        four.chain,
        four.account,
        [four.people[0]!],
        [send(four.account.address, people[0]!.address), send(other.address, people[0]!.address)],
      ),
    );
    const auth = AuthInfo.fromBytes(raw.authInfoBytes);
    auth.signerInfos.push({ ...auth.signerInfos[0]!, publicKey: other.any });
    const both = TxRaw.toBytes({
      ...raw,
      authInfoBytes: AuthInfo.toBytes(auth),
      signatures: [raw.signatures[0]!, raw.signatures[0]!],
    });
    expect(await four.chain.check(both)).toMatchObject({ code: 14 });
  });

  test("a key listed twice has two votes", async () => {
    const { chain, people } = await shared(1, 2);
    const [a, b] = people as [TestSigner, TestSigner];
    const heavy = multisig(chain, 2, [a, a, b]);
    await chain.deliver(b, [msg(MsgSend, send(b.address, heavy.address, "100000000").value as MsgSend)]);
    const messages = [send(heavy.address, a.address)];
    expect(
      (await chain.nextBlock([await multisigTx(chain, heavy, [a], messages)])).txResults[0],
    ).toMatchObject({
      code: 0,
    });
    const alone = await multisigTx(chain, heavy, [b], messages);
    expect(await chain.check(alone)).toMatchObject({ code: 4 });
  });

  test("a simulation without signatures costs what the delivery will", async () => {
    const { chain, people, account } = await shared(2, 3);
    const [a, b] = people as [TestSigner, TestSigner];
    const delivered = async (tx: Uint8Array) => {
      const result = (await chain.nextBlock([tx])).txResults[0]!;
      expect(result.code, result.log).toBe(0);
      return Number(result.gasUsed);
    };
    const simulated = async (tx: Uint8Array, mode: ModeInfo | undefined, key: Any | undefined) => {
      const raw = TxRaw.fromBytes(tx);
      const auth = AuthInfo.fromBytes(raw.authInfoBytes);
      auth.signerInfos[0]!.modeInfo = mode;
      auth.signerInfos[0]!.publicKey = key;
      const txBytes = TxRaw.toBytes({
        ...raw,
        authInfoBytes: AuthInfo.toBytes(auth),
        signatures: [new Uint8Array(0)],
      });
      return Number((await chain.query(Service.Simulate, { txBytes })).gasInfo!.gasUsed);
    };
    const unspecified = { single: { mode: SignMode.SIGN_MODE_UNSPECIFIED }, multi: undefined };
    // Once each, so that the account's key is stored and the sequence's bytes are the same.
    await delivered(await multisigTx(chain, account, [a, b], [send(account.address, a.address)]));
    await delivered(await aminoTx(chain, a, [send(a.address, b.address)]));
    for (const [tx, key] of [
      [await multisigTx(chain, account, [a, b], [send(account.address, a.address)]), account.any],
      [await aminoTx(chain, a, [send(a.address, b.address)]), a.pubKey],
    ] as const) {
      const estimates = [
        await simulated(tx, unspecified, key),
        await simulated(tx, { single: undefined, multi: { bitarray: undefined, modeInfos: [] } }, key),
        await simulated(tx, undefined, key),
      ];
      const estimate = await simulated(tx, unspecified, undefined);
      const cost = await delivered(tx);
      // The last does not say the key either, whose bytes cost ten each.
      const keyGas = 10 * (key.typeUrl.length + key.value.length + 8);
      for (const found of [...estimates, estimate + keyGas]) {
        expect(found).toBeLessThan(cost + 600);
        expect(found).toBeGreaterThan(cost - 900);
      }
    }
  });
});

describe("bad multisigs", () => {
  let chain: TestApp;
  let people: TestSigner[];
  let account: Multisig;
  let valid: Uint8Array;
  beforeAll(async () => {
    ({ chain, people, account } = await shared(2, 3));
    valid = await multisigTx(chain, account, people.slice(0, 2), [send(account.address, people[0]!.address)]);
    expect(await chain.check(valid)).toMatchObject({ code: 0 });
    await chain.nextBlock();
  });

  const single = (mode: SignMode): ModeInfo => ({ single: { mode }, multi: undefined });
  const amino = single(SignMode.SIGN_MODE_LEGACY_AMINO_JSON);

  /** Another spelling of who signs; amino JSON does not hold it. */
  function spelled(
    change: (parts: {
      multi: NonNullable<ModeInfo["multi"]>;
      auth: AuthInfo;
      signatures: Uint8Array[];
    }) => void,
  ) {
    const raw = TxRaw.fromBytes(valid);
    const auth = AuthInfo.fromBytes(raw.authInfoBytes);
    const { signatures } = MultiSignature.fromBytes(raw.signatures[0]!);
    const parts = { multi: auth.signerInfos[0]!.modeInfo!.multi!, auth, signatures };
    change(parts);
    return TxRaw.toBytes({
      bodyBytes: raw.bodyBytes,
      authInfoBytes: AuthInfo.toBytes(auth),
      signatures: [MultiSignature.toBytes({ signatures: parts.signatures })],
    });
  }
  const bits = (extraBitsStored: number, ...elems: number[]) => ({
    extraBitsStored,
    elems: Uint8Array.from(elems),
  });
  const key = (threshold: number, publicKeys: Any[]): Any => ({
    typeUrl: LegacyAminoPubKey.typeUrl,
    value: LegacyAminoPubKey.toBytes({ threshold, publicKeys }),
  });

  test.each<[string, number, RegExp, Parameters<typeof spelled>[0]]>([
    [
      "one signature",
      4,
      /not enough signatures set, have 1, expected 2/,
      ({ multi }) => {
        multi.bitarray = bits(3, 0b10000000);
      },
    ],
    [
      "no bit",
      4,
      /have 0, expected 2/,
      ({ multi }) => {
        multi.bitarray = bits(3, 0);
      },
    ],
    [
      "no bit array",
      4,
      /bit array size is incorrect, expecting: 3/,
      ({ multi }) => {
        multi.bitarray = undefined;
      },
    ],
    [
      "a bit too few",
      4,
      /expecting: 3/,
      ({ multi }) => {
        multi.bitarray = bits(2, 0b11000000);
      },
    ],
    [
      "a bit too many",
      4,
      /expecting: 3/,
      ({ multi }) => {
        multi.bitarray = bits(4, 0b11000000);
      },
    ],
    [
      "more bits than a byte has",
      4,
      /expecting: 3/,
      ({ multi }) => {
        multi.bitarray = bits(11, 0b11000000, 0);
      },
    ],
    [
      "a byte too many",
      4,
      /expecting: 3/,
      ({ multi }) => {
        multi.bitarray = bits(3, 0b11000000, 0);
      },
    ],
    [
      "a bit of no key",
      4,
      /expecting: 3/,
      ({ multi }) => {
        multi.bitarray = bits(3, 0b11010000);
      },
    ],
    [
      "the bits of others",
      4,
      /please verify account number/,
      ({ multi }) => {
        multi.bitarray = bits(3, 0b01100000);
      },
    ],
    [
      "signatures in another order",
      4,
      /please verify/,
      ({ signatures }) => {
        signatures.reverse();
      },
    ],
    [
      "one signature twice",
      4,
      /please verify/,
      ({ signatures }) => {
        signatures[1] = signatures[0]!;
      },
    ],
    [
      "a signature too few",
      4,
      /1 signatures, 2 modes, 2 bits/,
      ({ signatures }) => {
        signatures.pop();
      },
    ],
    [
      "a signature too many",
      4,
      /3 signatures, 2 modes, 2 bits/,
      ({ signatures }) => {
        signatures.push(signatures[0]!);
      },
    ],
    [
      "a mode too few",
      4,
      /2 signatures, 1 modes, 2 bits/,
      ({ multi }) => {
        multi.modeInfos.pop();
      },
    ],
    [
      "a mode too many",
      4,
      /2 signatures, 3 modes, 2 bits/,
      ({ multi }) => {
        multi.modeInfos.push(amino);
      },
    ],
    [
      "a third bit without a signature",
      4,
      /2 signatures, 2 modes, 3 bits/,
      ({ multi }) => {
        multi.bitarray = bits(3, 0b11100000);
      },
    ],
    [
      "DIRECT inside",
      37,
      /SIGN_MODE_DIRECT in a multisignature/,
      ({ multi }) => {
        multi.modeInfos[1] = single(SignMode.SIGN_MODE_DIRECT);
      },
    ],
    [
      "a mode left out",
      37,
      /SIGN_MODE_UNSPECIFIED in a multisignature/,
      ({ multi }) => {
        multi.modeInfos[1] = { single: undefined, multi: undefined };
      },
    ],
    [
      "a multisignature inside",
      37,
      /multisignatures inside of one/,
      ({ multi }) => {
        multi.modeInfos[1] = { single: undefined, multi: { bitarray: bits(1, 0x80), modeInfos: [amino] } };
      },
    ],
    [
      "a single signature",
      4,
      /a multisig key, but a single signature/,
      ({ auth }) => {
        auth.signerInfos[0]!.modeInfo = amino;
      },
    ],
    [
      "keys in another order",
      8,
      /pubKey does not match signer address/,
      ({ auth }) => {
        auth.signerInfos[0]!.publicKey = key(
          2,
          people
            .slice(0, 3)
            .reverse()
            .map(({ pubKey }) => pubKey),
        );
      },
    ],
    [
      "another threshold",
      8,
      /pubKey does not match/,
      ({ auth }) => {
        auth.signerInfos[0]!.publicKey = key(
          1,
          people.slice(0, 3).map(({ pubKey }) => pubKey),
        );
      },
    ],
    [
      "a threshold of none",
      8,
      /threshold 0 of 3 keys/,
      ({ auth }) => {
        auth.signerInfos[0]!.publicKey = key(
          0,
          people.slice(0, 3).map(({ pubKey }) => pubKey),
        );
      },
    ],
    [
      "a threshold over its keys",
      8,
      /threshold 4 of 3 keys/,
      ({ auth }) => {
        auth.signerInfos[0]!.publicKey = key(
          4,
          people.slice(0, 3).map(({ pubKey }) => pubKey),
        );
      },
    ],
    [
      "no keys",
      8,
      /threshold 1 of 0 keys/,
      ({ auth }) => {
        auth.signerInfos[0]!.publicKey = key(1, []);
      },
    ],
    [
      "a multisig key inside",
      8,
      /key type \/cosmos.crypto.multisig.LegacyAminoPubKey is not supported/,
      ({ auth }) => {
        auth.signerInfos[0]!.publicKey = key(1, [account.any]);
      },
    ],
    [
      "an ed25519 key inside",
      8,
      /key type \/cosmos.crypto.ed25519.PubKey is not supported/,
      ({ auth }) => {
        auth.signerInfos[0]!.publicKey = key(1, [
          { ...people[0]!.pubKey, typeUrl: "/cosmos.crypto.ed25519.PubKey" },
        ]);
      },
    ],
    [
      "a broken key",
      8,
      /LegacyAminoPubKey/,
      ({ auth }) => {
        auth.signerInfos[0]!.publicKey = { ...account.any, value: Uint8Array.of(...account.any.value, 0) };
      },
    ],
    [
      "a key spelled otherwise",
      8,
      /LegacyAminoPubKey/,
      ({ auth }) => {
        // The threshold's varint, a byte longer than it must be.
        const { value } = account.any;
        auth.signerInfos[0]!.publicKey = {
          ...account.any,
          value: Uint8Array.of(8, 0x82, 0, ...value.slice(2)),
        };
      },
    ],
  ])("%s", async (_what, code, log, change) => {
    const spoiled = spelled(change);
    const check = await chain.check(spoiled);
    expect({ code: check.code, codespace: check.codespace }, check.log).toEqual({ code, codespace: "sdk" });
    expect(check.log).toMatch(log);
    const before = await chain.supply();
    expect((await chain.nextBlock([spoiled])).txResults[0]).toMatchObject({ code, codespace: "sdk" });
    expect(await chain.supply()).toBe(before);
  });

  test("a plain key with a multisignature", async () => {
    const raw = TxRaw.fromBytes(
      await aminoTx(chain, people[0]!, [send(people[0]!.address, people[1]!.address)]),
    );
    const auth = AuthInfo.fromBytes(raw.authInfoBytes);
    auth.signerInfos[0]!.modeInfo = {
      single: undefined,
      multi: { bitarray: bits(1, 0x80), modeInfos: [amino] },
    };
    const signatures = [MultiSignature.toBytes({ signatures: [...raw.signatures] })];
    const tx = TxRaw.toBytes({ ...raw, authInfoBytes: AuthInfo.toBytes(auth), signatures });
    expect(await chain.check(tx)).toMatchObject({ code: 4, log: /one key, but a multisignature/ });
  });

  test("a multisignature spelled otherwise", async () => {
    const raw = TxRaw.fromBytes(valid);
    const [whole] = raw.signatures as [Uint8Array];
    for (const signature of [
      Uint8Array.of(...whole, 0x12, 0),
      Uint8Array.of(0x8a, 0, ...whole.slice(1)),
      whole.slice(0, -1),
      new Uint8Array(0),
      MultiSignature.fromBytes(whole).signatures[0]!,
    ]) {
      expect(await chain.check(TxRaw.toBytes({ ...raw, signatures: [signature] }))).toMatchObject({
        code: 4,
      });
    }
  });

  test("a single bit of a valid one flipped", async () => {
    const passed: number[] = [];
    // Of every byte one or two, at every place of it.
    for (let bit = 0; bit < valid.length * 8; bit += 7) {
      const flipped = valid.slice();
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      if ((await chain.check(flipped)).code === 0) passed.push(bit);
    }
    expect(passed).toEqual([]);
    expect(await chain.check(valid)).toMatchObject({ code: 0 });
  });
});

describe("verification before the block", () => {
  test("covers amino and each signature of a multisig, and none of what no limit allows", async () => {
    const asked = { before: 0, now: 0 };
    const native = inThread(loadNative()!);
    const verifier = {
      ...native,
      verify: (check: Parameters<typeof native.verify>[0]) => {
        asked.before++;
        return native.verify(check);
      },
      verifyNow: (check: Parameters<typeof native.verifyNow>[0]) => {
        asked.now++;
        return native.verifyNow(check);
      },
    };
    const { chain, people, account } = await shared(2, 3, { verifier });
    Object.assign(asked, { before: 0, now: 0 });
    const [a, b, c] = people as [TestSigner, TestSigner, TestSigner];
    const block = [
      await multisigTx(chain, account, [a, b, c], [send(account.address, a.address)]),
      await aminoTx(chain, c, [send(c.address, a.address)]),
    ];
    expect((await chain.nextBlock(block)).txResults.map(({ code }) => code)).toEqual([0, 0]);
    expect(asked).toEqual({ before: 4, now: 0 });
    const many = multisig(chain, 8, people);
    await chain.deliver(a, [msg(MsgSend, send(a.address, many.address, "100000000").value as MsgSend)]);
    Object.assign(asked, { before: 0, now: 0 });
    expect(
      await chain.check(await multisigTx(chain, many, people, [send(many.address, a.address)])),
    ).toMatchObject({
      code: 14,
    });
    expect(asked).toEqual({ before: 0, now: 0 });
  });
});
