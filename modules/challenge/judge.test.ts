import { GasMeter } from "@assay/kernel/gas";
import { ascii } from "@assay/primitives/bytes";
import { Proof } from "@assay/proto/gen/assay/challenge/v1/types";
import { Charset, Claim, ClaimKind } from "@assay/proto/gen/assay/data/v1/types";
import type { DeepPartial } from "@assay/proto/wire/message-type";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CLAIM_KIND_SCHEMA_VALID,
  CLAIM_KIND_UNIQUE,
  sampleRows,
  TestSet,
} from "../../test/harness/dataset.ts";
import { judge } from "./judge.ts";

const unique = (max: number): Claim => Claim.fromPartial({ kind: CLAIM_KIND_UNIQUE, max });
const schema = Claim.fromPartial({ kind: CLAIM_KIND_SCHEMA_VALID });
const gas = () => new GasMeter(10_000_000);

describe("UNIQUE", () => {
  // Rows 4 to 9 are three pairs of equal rows.
  const set = new TestSet("olga", sampleRows(4, 3));
  const verdict = (proof: Proof, max = 1) => judge(set.terms, unique(max), proof, gas()).fault;

  test("falls to one pair more than it allows, and to no other number", () => {
    expect(verdict(set.uniqueProof([4, 5], [6, 7]))).toBeUndefined();
    expect(verdict(set.uniqueProof([4, 5]))).toBe("1 pairs are shown, 2 are needed");
    expect(verdict(set.uniqueProof([4, 5], [6, 7], [8, 9]))).toBe("3 pairs are shown, 2 are needed");
    expect(verdict(set.uniqueProof([4, 5]), 0)).toBeUndefined();
    expect(verdict(Proof.fromPartial({ unique: {} }), 0)).toBe("0 pairs are shown, 1 are needed");
  });

  test("is not felled by one pair shown twice, turned round, or a row beside itself", () => {
    expect(verdict(set.uniqueProof([4, 5], [4, 5]))).toBe("pair 2: row 4 is shown twice");
    expect(verdict(set.uniqueProof([4, 5], [5, 4]))).toBe("pair 2: row 5 is shown twice");
    expect(verdict(set.uniqueProof([4, 4], [6, 7]))).toBe("pair 1: row 4 is shown twice");
  });

  test("is not felled by rows that are not near", () => {
    expect(verdict(set.uniqueProof([4, 5], [0, 1]))).toBe("pair 2: rows 0 and 1 are not near");
  });

  test("is not felled by rows that are not the dataset's", () => {
    const proof = set.uniqueProof([4, 5]);
    const change = (by: (opening: { index: bigint; content: Uint8Array; path: Uint8Array[] }) => void) => {
      const copy = Proof.fromBytesStrict(Proof.toBytes(proof));
      by(copy.unique!.pairs[0]!.left!);
      return verdict(copy, 0);
    };
    expect(change(() => {})).toBeUndefined();
    expect(
      change((o) => {
        o.content = ascii("other");
      }),
    ).toBe("pair 1: its left row is not row 4 of the dataset");
    expect(
      change((o) => {
        o.index = 6n;
      }),
    ).toBe("pair 1: its left row is not row 6 of the dataset");
    expect(
      change((o) => {
        o.index = 1n << 63n;
      }),
    ).toMatch(/is not row/);
    expect(
      change((o) => {
        o.path.pop();
      }),
    ).toMatch(/is not row 4/);
    expect(
      change((o) => {
        o.path[0] = new Uint8Array(31);
      }),
    ).toMatch(/is not row 4/);
    expect(verdict(Proof.fromPartial({ unique: { pairs: [{}] } }), 0)).toBe(
      "pair 1: its left row is missing",
    );
  });

  test("charges 2 gas a byte of both rows before it compares them", () => {
    const meter = gas();
    judge(set.terms, unique(0), set.uniqueProof([4, 5]), meter);
    expect(meter.used).toBe(2 * (set.rows[4]!.length + set.rows[5]!.length));
    const short = new GasMeter(meter.used - 1);
    expect(() => judge(set.terms, unique(0), set.uniqueProof([4, 5]), short)).toThrow(/out of gas/);
  });

  test("is judged by row_count: a tree of another size has other places", () => {
    const wrong = { ...set.terms, rowCount: set.terms.rowCount + 1n };
    expect(judge(wrong, unique(0), set.uniqueProof([8, 9]), gas()).fault).toMatch(/is not row 8/);
  });
});

describe("SCHEMA_VALID", () => {
  const rows = [
    ascii("fine"),
    new Uint8Array(0),
    Uint8Array.of(0xc3, 0xa9),
    ascii("a\0b"),
    Uint8Array.of(0xff),
  ];
  const set = new TestSet("olga", rows, {}, Uint8Array.of(0, 1, 2, 255, 1));
  const verdict = (proof: DeepPartial<Proof>, charset: number = Charset.CHARSET_ASCII) =>
    judge({ ...set.terms, charset }, schema, Proof.fromPartial(proof), gas()).fault;
  const feature = (i: number) => ({ schema: { feature: set.features.opening(i) } });
  const label = (i: number) => ({ schema: { label: set.labels.opening(i) } });

  test("falls to a row that is empty, holds a NUL or is not of the charset", () => {
    expect([0, 1, 2, 3, 4].map((i) => verdict(feature(i)) === undefined)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
    const { CHARSET_UTF8 } = Charset;
    expect([0, 1, 2, 3, 4].map((i) => verdict(feature(i), CHARSET_UTF8) === undefined)).toEqual([
      false,
      true,
      false,
      true,
      true,
    ]);
  });

  test("falls to a label that is no index into the names", () => {
    expect([0, 1, 2, 3, 4].map((i) => verdict(label(i)))).toEqual([
      "label 0 is valid",
      "label 1 is valid",
      undefined,
      undefined,
      "label 4 is valid",
    ]);
  });

  test("is not felled by openings that are not the dataset's, by two at once, or by none", () => {
    expect(verdict({ schema: { feature: { ...set.features.opening(1), index: 2n } } })).toMatch(
      /is not row 2/,
    );
    expect(verdict({ schema: { label: { ...set.labels.opening(2), label: 3 } } })).toMatch(/is not label 2/);
    expect(verdict({ schema: { label: { ...set.labels.opening(2), label: 258 } } })).toMatch(
      /is not label 2/,
    );
    expect(
      verdict({ schema: { label: { ...set.labels.opening(2), salt: new Uint8Array(32).fill(1) } } }),
    ).toMatch(/is not label 2/);
    expect(verdict({ schema: { ...feature(1).schema, ...label(2).schema } })).toMatch(/one row or one label/);
    expect(verdict({ schema: {} })).toMatch(/one row or one label/);
  });
});

test("a proof of another kind of claim proves nothing", () => {
  const set = new TestSet("olga", sampleRows(2, 1));
  const proof = set.uniqueProof([2, 3]);
  expect(judge(set.terms, schema, proof, gas()).fault).toMatch(/another kind/);
  expect(judge(set.terms, unique(0), Proof.fromPartial({ schema: {} }), gas()).fault).toMatch(/another kind/);
  expect(judge(set.terms, unique(0), Proof.create(), gas()).fault).toMatch(/another kind/);
});

test("no proof, however wild, makes the judge throw or a true claim fall", () => {
  const set = new TestSet("olga", sampleRows(6, 0));
  const bytes = fc.uint8Array({ maxLength: 40 });
  const path = fc.array(fc.uint8Array({ minLength: 31, maxLength: 33 }), { maxLength: 4 });
  const real = fc.integer({ min: 0, max: 5 }).map((i) => set.features.opening(i));
  const opening = fc.option(
    fc.oneof(real, fc.record({ index: fc.bigInt(0n, (1n << 64n) - 1n), content: bytes, path })),
    { nil: undefined },
  );
  const realLabel = fc.integer({ min: 0, max: 5 }).map((i) => set.labels.opening(i));
  const label = fc.option(
    fc.oneof(
      realLabel,
      fc.record({
        index: fc.bigInt(0n, 9n),
        label: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        salt: bytes,
        path,
      }),
    ),
    { nil: undefined },
  );
  const proof = fc.oneof(
    fc.record({
      unique: fc.record({ pairs: fc.array(fc.record({ left: opening, right: opening }), { maxLength: 3 }) }),
    }),
    fc.record({ schema: fc.record({ feature: opening, label }) }),
  );
  fc.assert(
    fc.property(proof, fc.constantFrom(unique(0), unique(1), schema), (given, claim) => {
      const { fault } = judge(set.terms, claim, Proof.fromPartial(given as DeepPartial<Proof>), gas());
      expect(fault).toBeTypeOf("string");
    }),
    { numRuns: 300 },
  );
});

test("claims of kinds that no proof takes are not judged", () => {
  const set = new TestSet("olga", sampleRows(2, 1));
  const available = Claim.fromPartial({ kind: ClaimKind.CLAIM_KIND_AVAILABLE });
  expect(judge(set.terms, available, set.uniqueProof([2, 3]), gas()).fault).toMatch(/another kind/);
});
