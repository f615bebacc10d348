/** What is signed as amino JSON is, byte for byte, what CosmJS makes of the same transaction. */
import { serializeSignDoc, makeSignDoc as stdSignDoc } from "@cosmjs/amino";
import { AminoTypes, createBankAminoConverters } from "@cosmjs/stargate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryMessage } from "../../test/harness/arbitrary-message.ts";
import * as attest from "../gen/assay/attest/v1/tx.ts";
import * as challenge from "../gen/assay/challenge/v1/tx.ts";
import * as data from "../gen/assay/data/v1/tx.ts";
import * as bank from "../gen/cosmos/bank/v1beta1/tx.ts";
import type { MessageType } from "../wire/message-type.ts";
import { stringToUtf8 } from "../wire/utf8.ts";
import { canonicalJson } from "./canonical-json.ts";
import { type AminoFields, fromAmino, messageFromAmino, messageToAmino, toAmino } from "./message.ts";
import { aminoNameOf, typeUrlOf } from "./names.ts";
import { aminoSignBytes, aminoSignDoc } from "./sign-doc.ts";

const methods = [bank.Msg, data.Msg, challenge.Msg, attest.Msg].flatMap((service) => Object.values(service));
const types = methods.map(({ request }) => request as unknown as MessageType<object>);

const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(...'&<>"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028\u2029é漢😀\u{10ffff}\ufeff'),
    maxLength: 12,
  }),
  fc.constantFrom("", "0", "&amp;<script>", "\\u0026", "assay1x"),
);
const amount = fc.record({
  denom: fc.constantFrom("uassay", "ibc/ABC", ""),
  amount: fc.constantFrom("0", "1", "18446744073709551615", ""),
});
const u53 = fc.bigInt(0n, BigInt(Number.MAX_SAFE_INTEGER));

const text = (fields: AminoFields): string => canonicalJson(fields);

describe("names", () => {
  test("every message has one that a Ledger can show, and no two the same", () => {
    const names = types.map(({ typeUrl }) => aminoNameOf(typeUrl) ?? "");
    expect(names.length).toBeGreaterThan(12);
    expect(new Set(names).size).toBe(names.length);
    for (const [i, name] of names.entries()) {
      expect(name).toMatch(/^(cosmos-sdk|assay)\/Msg[A-Za-z]+$/);
      expect(name.length).toBeLessThanOrEqual(39);
      expect(typeUrlOf(name)).toBe(types[i]!.typeUrl);
    }
  });

  test("an off-chain signature's is none of them", () => {
    expect(typeUrlOf("sign/MsgSignData")).toBeUndefined();
  });
});

describe("documents", () => {
  test("are CosmJS's, for any messages, memo and fee", () => {
    const theirs = new AminoTypes(createBankAminoConverters());
    const message = fc
      .constantFrom(...types)
      .chain((type) => fc.tuple(fc.constant(type), arbitraryMessage(type, 3)));
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 3 }),
        fc.record({
          chainId: nasty,
          memo: nasty,
          payer: nasty,
          granter: nasty,
          amount: fc.array(amount, { maxLength: 3 }),
          gasLimit: fc.bigInt(0n, (1n << 64n) - 1n),
          accountNumber: u53,
          sequence: u53,
          timeoutHeight: fc.oneof(fc.constant(0n), u53),
        }),
        (messages, { chainId, memo, payer, granter, amount, gasLimit, ...numbers }) => {
          const mine = aminoSignBytes(
            aminoSignDoc({
              chainId,
              memo,
              ...numbers,
              fee: { amount, gasLimit, payer, granter },
              messages: messages.map(([type, value]) => toAmino(type, value)!),
            }),
          );
          const doc = stdSignDoc(
            messages.map(([type, value]) => {
              const { typeUrl } = type;
              if (typeUrl.startsWith("/cosmos.")) return theirs.toAmino({ typeUrl, value });
              return { type: typeUrl.replace(/.*\./, "assay/"), value: messageToAmino(type, value) };
            }),
            {
              amount,
              gas: gasLimit.toString(),
              ...(payer === "" ? {} : { payer }),
              ...(granter === "" ? {} : { granter }),
            },
            chainId,
            memo,
            Number(numbers.accountNumber),
            Number(numbers.sequence),
            numbers.timeoutHeight,
          );
          expect(Buffer.from(mine).toString()).toBe(Buffer.from(serializeSignDoc(doc)).toString());
        },
      ),
      { numRuns: 400 },
    );
  });

  test("escape as CosmJS does, character by character", () => {
    const other: number[] = [];
    for (let code = 0; code < 0x3000; code++) {
      const memo = `a${String.fromCodePoint(code)}b`;
      const mine = stringToUtf8(canonicalJson({ memo }));
      if (Buffer.compare(mine, serializeSignDoc({ memo } as never)) !== 0) other.push(code);
    }
    expect(other).toEqual([]);
  });

  test("sort names at every depth", () => {
    expect(canonicalJson({ b: [{ z: 1, a: true }], a: "x", aa: { c: [], b: {} } })).toBe(
      '{"a":"x","aa":{"b":{},"c":[]},"b":[{"a":true,"z":1}]}',
    );
  });
});

describe("messages", () => {
  test("read back as they were, so no two are written alike", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...types).chain((type) => fc.tuple(fc.constant(type), arbitraryMessage(type, 4))),
        ([type, value]) => {
          const amino = toAmino(type, value)!;
          expect(Buffer.from(type.toBytes(messageFromAmino(type, amino.value)))).toEqual(
            Buffer.from(type.toBytes(value)),
          );
          // What a wallet hands back went through JSON.
          const back = fromAmino(JSON.parse(canonicalJson({ ...amino })), (url) =>
            types.find(({ typeUrl }) => typeUrl === url),
          );
          expect(back.typeUrl).toBe(type.typeUrl);
          expect(Buffer.from(type.toBytes(back.value))).toEqual(Buffer.from(type.toBytes(value)));
        },
      ),
      { numRuns: 400 },
    );
  });

  test("read as people expect", () => {
    const stake = data.MsgStake.fromPartial({
      staker: "assay1x",
      datasetId: Uint8Array.of(1, 2, 3),
      claim: 3,
      amount: { denom: "uassay", amount: "5" },
    });
    expect(text(messageToAmino(data.MsgStake, stake))).toBe(
      '{"amount":{"amount":"5","denom":"uassay"},"claim":3,"dataset_id":"AQID","staker":"assay1x"}',
    );
    expect(text(messageToAmino(data.MsgStake, data.MsgStake.create()))).toBe("{}");
    expect(text(messageToAmino(bank.MsgSend, bank.MsgSend.create()))).toBe(
      '{"amount":[],"from_address":"","to_address":""}',
    );
    const publish = data.MsgPublishDataset.fromPartial({
      owner: "assay1x",
      terms: {
        name: "a & b",
        version: 1,
        labels: ["", "y"],
        rowCount: 12n,
        featuresBlob: {},
        charset: 1,
      },
      claims: [{}, { kind: 1, stake: { denom: "uassay", amount: "0" } }],
    });
    expect(text(messageToAmino(data.MsgPublishDataset, publish))).toBe(
      '{"claims":[{},{"kind":1,"stake":{"amount":"0","denom":"uassay"}}],"owner":"assay1x",' +
        '"terms":{"charset":1,"features_blob":{},"labels":["","y"],"name":"a \\u0026 b","row_count":"12","version":1}}',
    );
    const shown = challenge.MsgChallenge.fromPartial({
      proof: { unique: { pairs: [{ left: { index: 7n } }] } },
    });
    expect(text(messageToAmino(challenge.MsgChallenge, shown))).toBe(
      '{"proof":{"unique":{"pairs":[{"left":{"index":"7"}}]}}}',
    );
  });

  test("of another ledger are refused by name, unknown fields too", () => {
    const typeOf = (url: string) => types.find(({ typeUrl }) => typeUrl === url);
    expect(() => fromAmino({ type: "cosmos-sdk/MsgDelegate", value: {} }, typeOf)).toThrow("MsgDelegate");
    expect(() => fromAmino({ type: "assay/MsgStake", value: { stakr: "x" } }, typeOf)).toThrow("stakr");
    expect(() => fromAmino({ type: "assay/MsgStake", value: [] }, typeOf)).toThrow("an object");
  });
});
