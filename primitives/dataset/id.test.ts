import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { toHex } from "../bytes.ts";
import { challengeCommitHash, datasetId, publishCommitHash } from "./id.ts";

const sha = (hex: string) => createHash("sha256").update(Buffer.from(hex, "hex")).digest("hex");
const fill = (byte: number, length = 32) => new Uint8Array(length).fill(byte);
const hexOf = (text: string) => Buffer.from(text).toString("hex");

describe("ids and seals", () => {
  it("hash the bytes that CONVENTIONS names", () => {
    expect(toHex(datasetId("assay-devnet-1", fill(7, 20), "amazon-raw", 3))).toBe(
      sha(
        `${hexOf("assay/ds/v1")}0e${hexOf("assay-devnet-1")}14${"07".repeat(20)}0a${hexOf("amazon-raw")}00000003`,
      ),
    );
    const parts = { id: fill(1), featuresRoot: fill(2), labelsRoot: fill(3), salt: fill(4) };
    expect(toHex(publishCommitHash(parts))).toBe(
      sha(hexOf("assay/pub/v1") + ["01", "02", "03", "04"].map((byte) => byte.repeat(32)).join("")),
    );
    const seal = { challenger: fill(5, 32), datasetId: fill(6), claim: 3, proofHash: fill(7), salt: fill(8) };
    expect(toHex(challengeCommitHash(seal))).toBe(
      sha(
        `${hexOf("assay/ch/v1")}20${"05".repeat(32)}${"06".repeat(32)}00000003${"07".repeat(32)}${"08".repeat(32)}`,
      ),
    );
  });

  it("tell apart what joins to the same bytes", () => {
    const ids = [
      datasetId("ab", fill(1, 20), "cde", 1),
      datasetId("a", fill(1, 20), "bcde", 1),
      datasetId("ab", fill(1, 20), "cde", 2),
      datasetId("ab", fill(1, 32), "cde", 1),
    ];
    expect(new Set(ids.map(toHex)).size).toBe(4);
  });

  it("refuse a part of another length", () => {
    expect(() => datasetId("x".repeat(256), fill(1, 20), "abc", 1)).toThrow(RangeError);
    expect(() => datasetId("\ud800", fill(1, 20), "abc", 1)).toThrow(RangeError);
    expect(() => datasetId("a", fill(1, 20), "abc", -1)).toThrow(RangeError);
    const parts = { id: fill(1), featuresRoot: fill(2), labelsRoot: fill(3), salt: fill(4) };
    for (const part of ["id", "featuresRoot", "labelsRoot", "salt"]) {
      expect(() => publishCommitHash({ ...parts, [part]: fill(0, 31) })).toThrow(RangeError);
    }
    const seal = { challenger: fill(5, 20), datasetId: fill(6), claim: 3, proofHash: fill(7), salt: fill(8) };
    for (const part of ["datasetId", "proofHash", "salt"]) {
      expect(() => challengeCommitHash({ ...seal, [part]: fill(0, 33) })).toThrow(RangeError);
    }
  });
});
