import { encodeEvent } from "@assay/kernel/event";
import { Event, ExecTxResult, ResponseFinalizeBlock } from "@assay/proto/gen/tendermint/abci/types";
import { WireError } from "@assay/proto/wire/errors";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BlockOutcome, TxOutcome } from "./application.ts";
import { decodeOutcome, decodeTxOutcome, encodeOutcome, encodeTxOutcome } from "./outcome.ts";

const bytes = fc.uint8Array({ maxLength: 40 });
const event = fc
  .tuple(fc.string(), fc.array(fc.record({ key: fc.string(), value: fc.string({ maxLength: 300 }) })))
  .map(([type, attributes]) => encodeEvent(type, attributes));
const txOutcome: fc.Arbitrary<TxOutcome> = fc.record({
  code: fc.nat(),
  data: bytes,
  log: fc.string(),
  info: fc.string(),
  gasWanted: fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
  gasUsed: fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
  events: fc.array(event, { maxLength: 4 }),
  codespace: fc.string(),
});
const outcome: fc.Arbitrary<BlockOutcome> = fc.record({
  events: fc.array(event, { maxLength: 4 }),
  txResults: fc.array(txOutcome, { maxLength: 5 }),
  validatorUpdates: fc.array(
    fc.record({
      pubKey: bytes.map((ed25519) => ({ ed25519, secp256k1: undefined })),
      power: fc.bigInt(0n, 2n ** 60n),
    }),
    { maxLength: 3 },
  ),
  consensusParamUpdates: fc.option(
    fc.record({
      block: fc.record({ maxBytes: fc.bigInt(-1n, 1000n), maxGas: fc.bigInt(-1n, 1000n) }),
      evidence: fc.constant(undefined),
      validator: fc.constant(undefined),
      version: fc.constant(undefined),
      abci: fc.constant(undefined),
    }),
    { nil: undefined },
  ),
  appHash: bytes,
});

/** The same with its events as messages. */
const messages = ({ events, txResults, ...rest }: BlockOutcome): ResponseFinalizeBlock => ({
  ...rest,
  validatorUpdates: [...rest.validatorUpdates],
  events: events.map((e) => Event.fromBytes(e.bytes)),
  txResults: txResults.map((result) => ({
    ...result,
    events: result.events.map((e) => Event.fromBytes(e.bytes)),
  })),
});

describe("a block's outcome", () => {
  test("has the bytes of ResponseFinalizeBlock, its events untouched", () => {
    fc.assert(
      fc.property(outcome, (given) => {
        const encoded = encodeOutcome(given);
        expect(encoded).toEqual(ResponseFinalizeBlock.toBytes(messages(given)));
        const back = decodeOutcome(encoded);
        expect(messages(back)).toEqual(messages(given));
        for (const [i, { bytes: raw }] of back.events.entries()) expect(raw).toEqual(given.events[i]!.bytes);
        expect(encodeOutcome(back)).toEqual(encoded);
      }),
      { numRuns: 100 },
    );
  });

  test("has results with the bytes of ExecTxResult", () => {
    fc.assert(
      fc.property(txOutcome, (given) => {
        const encoded = encodeTxOutcome(given);
        const events = given.events.map((e) => Event.fromBytes(e.bytes));
        expect(encoded).toEqual(ExecTxResult.toBytes({ ...given, events }));
        const back = decodeTxOutcome(encoded);
        expect(
          back.events.map(({ type, attributes }) => ({ type, attributes: [...attributes] })),
        ).toMatchObject(given.events.map(({ type, attributes }) => ({ type, attributes: [...attributes] })));
        expect(encodeTxOutcome(back)).toEqual(encoded);
      }),
      { numRuns: 100 },
    );
  });

  test("an event is read once, when it is asked for", () => {
    const garbage = { type: "", attributes: [], bytes: Uint8Array.of(0xff) };
    const back = decodeOutcome(encodeOutcome({ ...emptyOutcome, events: [garbage] }));
    expect(back.events[0]!.bytes).toEqual(Uint8Array.of(0xff));
    expect(() => back.events[0]!.type).toThrow(WireError);
    const good = encodeEvent("a", [{ key: "k", value: "v" }]);
    const [read] = decodeOutcome(encodeOutcome({ ...emptyOutcome, events: [good] })).events;
    expect(read!.attributes).toBe(read!.attributes);
  });

  test("other bytes are refused", () => {
    expect(() => decodeOutcome(Uint8Array.of(0x12, 0x05, 0x00))).toThrow(WireError);
  });
});

const emptyOutcome: BlockOutcome = {
  events: [],
  txResults: [],
  validatorUpdates: [],
  consensusParamUpdates: undefined,
  appHash: new Uint8Array(0),
};
