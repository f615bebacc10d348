import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, toHex, u32be } from "../bytes.ts";
import {
  PackError,
  type PackErrorCode,
  packFeatures,
  packLabels,
  unpackFeatures,
  unpackLabels,
} from "./pack.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

function codeOf(run: () => unknown): PackErrorCode | "no error" {
  try {
    run();
  } catch (error) {
    if (error instanceof PackError) return error.code;
    throw error;
  }
  return "no error";
}

const features = (rows: number, ...rest: Uint8Array[]) =>
  concat(bytesOf("assay-f\x01"), u32be(rows), ...rest);
const labels = (rows: number, ...rest: Uint8Array[]) => concat(bytesOf("assay-l\x01"), u32be(rows), ...rest);

describe("the pack format", () => {
  it("is these bytes", () => {
    expect(toHex(packFeatures([bytesOf("ab"), bytesOf(""), bytesOf("é")]))).toBe(
      "61737361792d6601" + "00000003" + "000000026162" + "00000000" + "00000002c3a9",
    );
    expect(toHex(packLabels(new Uint8Array([0, 1, 255])))).toBe("61737361792d6c01" + "00000003" + "0001ff");
  });

  it("gives rows and labels back", () => {
    const rows = fc.array(fc.uint8Array({ maxLength: 30 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(rows, (list) => {
        expect(unpackFeatures(packFeatures(list)).map(toHex)).toEqual(list.map(toHex));
        const bytes = new Uint8Array(list.map((row) => row.length));
        expect(unpackLabels(packLabels(bytes))).toEqual(bytes);
      }),
    );
  });

  it.each<[string, PackErrorCode, Uint8Array]>([
    ["nothing", "truncated", new Uint8Array(0)],
    ["half a magic", "truncated", bytesOf("assa")],
    ["no row count", "truncated", bytesOf("assay-f\x01\0\0")],
    ["another file", "magic", bytesOf("PK\x03\x04 and so on, and on")],
    ["a labels blob", "magic", labels(1, new Uint8Array(1))],
    ["a later version", "version", concat(bytesOf("assay-f\x02"), u32be(1), u32be(0))],
    ["no rows", "no_rows", features(0)],
    ["rows above the bound", "too_many_rows", features(100_001)],
    ["a row above the bound", "row_too_long", features(1, u32be(4097), new Uint8Array(4097))],
    ["a length of 2^32 - 1", "row_too_long", features(1, u32be(0xffff_ffff))],
    ["a missing row", "truncated", features(2, u32be(0))],
    ["a cut row", "truncated", features(1, u32be(3), bytesOf("ab"))],
    ["a byte too much", "trailing", features(1, u32be(1), bytesOf("ab"))],
    ["more than 64 MiB", "too_large", new Uint8Array(64 * 1024 * 1024 + 1)],
  ])("refuses %s as features: %s", (_what, code, bytes) => {
    expect(codeOf(() => unpackFeatures(bytes))).toBe(code);
  });

  it.each<[string, PackErrorCode, Uint8Array]>([
    ["a features blob", "magic", features(1, u32be(0))],
    ["no rows", "no_rows", labels(0)],
    ["rows above the bound", "too_many_rows", labels(100_001, new Uint8Array(100_001))],
    ["too few", "truncated", labels(2, new Uint8Array(1))],
    ["too many", "trailing", labels(2, new Uint8Array(3))],
  ])("refuses %s as labels: %s", (_what, code, bytes) => {
    expect(codeOf(() => unpackLabels(bytes))).toBe(code);
  });

  it("refuses rows that make no blob", () => {
    expect(codeOf(() => packFeatures([]))).toBe("no_rows");
    expect(codeOf(() => packFeatures([new Uint8Array(4097)]))).toBe("row_too_long");
    expect(codeOf(() => packFeatures(new Array(100_001).fill(new Uint8Array(0))))).toBe("too_many_rows");
    expect(codeOf(() => packFeatures(new Array(20_000).fill(new Uint8Array(4096))))).toBe("too_large");
    expect(codeOf(() => packLabels(new Uint8Array(0)))).toBe("no_rows");
    expect(codeOf(() => packLabels(new Uint8Array(100_001)))).toBe("too_many_rows");
  });

  it("throws nothing but its own error, and takes one spelling only", () => {
    const base = packFeatures([bytesOf("one"), bytesOf("two")]);
    const damaged = fc.tuple(
      fc.nat({ max: base.length - 1 }),
      fc.nat({ max: 255 }),
      fc.nat({ max: base.length }),
    );
    fc.assert(
      fc.property(damaged, ([at, byte, cut]) => {
        const bytes = base.slice(0, cut);
        if (at < cut) bytes[at] = byte;
        const code = codeOf(() => {
          expect(Buffer.compare(packFeatures(unpackFeatures(bytes)), bytes)).toBe(0);
        });
        if (cut < base.length && at >= cut) expect(code).toBe("truncated");
      }),
      { numRuns: 1000 },
    );
  });
});
