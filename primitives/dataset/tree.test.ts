import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHex } from "../bytes.ts";
import {
  FeatureTree,
  featureLeaf,
  LabelTree,
  labelLeaf,
  verifyFeatureOpening,
  verifyLabelOpening,
} from "./tree.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const sha = (...parts: string[]) =>
  createHash("sha256")
    .update(Buffer.from(parts.join(""), "hex"))
    .digest("hex");
const zero = "00".repeat(32);

describe("dataset trees", () => {
  it("hash the leaves that MARKET names", () => {
    const leaf = sha("00", "0000000000000102", Buffer.from("héllo").toString("hex"), zero);
    expect(toHex(featureLeaf(258n, bytesOf("héllo")))).toBe(leaf);
    expect(toHex(labelLeaf(1n, 7))).toBe(sha("00", "0000000000000001", "07", zero));
    const salt = new Uint8Array(32).fill(9);
    expect(toHex(labelLeaf(1n, 7, salt))).toBe(sha("00", "0000000000000001", "07", "09".repeat(32)));
  });

  it("open every row", () => {
    const rows = Array.from({ length: 37 }, (_, i) => bytesOf(`row ${i}`));
    const features = new FeatureTree(rows);
    const labels = new LabelTree(new Uint8Array(rows.map((_, i) => i % 3)));
    rows.forEach((row, i) => {
      const opening = features.opening(i);
      expect(opening).toMatchObject({ index: BigInt(i), content: row });
      expect(verifyFeatureOpening(features.root, 37n, opening)).toBe(true);
      const label = labels.opening(i);
      expect(label).toMatchObject({ index: BigInt(i), label: i % 3 });
      expect(verifyLabelOpening(labels.root, 37n, label)).toBe(true);
    });
    expect(() => features.opening(37)).toThrow(RangeError);
    expect(() => labels.opening(-1)).toThrow(RangeError);
  });

  it("refuse an opening with anything changed", () => {
    const tree = new FeatureTree(["a", "b", "c", "d", "e"].map(bytesOf));
    const opening = tree.opening(2);
    const verify = (change: object, count = 5n) =>
      verifyFeatureOpening(tree.root, count, { ...opening, ...change });
    expect(verify({})).toBe(true);
    expect(verify({ index: 3n })).toBe(false);
    expect(verify({ index: -1n })).toBe(false);
    expect(verify({ index: 2n + 2n ** 64n })).toBe(false);
    expect(verify({ content: bytesOf("C") })).toBe(false);
    expect(verify({ content: new Uint8Array(0) })).toBe(false);
    expect(verify({ path: opening.path.slice(1) })).toBe(false);
    expect(verify({ path: [...opening.path].reverse() })).toBe(false);
    expect(verify({ path: [...opening.path, new Uint8Array(32)] })).toBe(false);
    expect(verify({ path: opening.path.map((hash) => hash.subarray(1)) })).toBe(false);
    expect(verify({}, 4n)).toBe(false);
    expect(verify({}, 2n)).toBe(false);
    expect(verify({}, 0n)).toBe(false);
    expect(verify({}, 2n ** 64n)).toBe(false);
    expect(verifyFeatureOpening(tree.root.subarray(1), 5n, opening)).toBe(false);
  });

  it("refuse a label that is no byte, or a salt of another length", () => {
    const tree = new LabelTree(new Uint8Array([1, 0, 1]));
    const opening = tree.opening(0);
    const verify = (change: object) => verifyLabelOpening(tree.root, 3n, { ...opening, ...change });
    expect(verify({})).toBe(true);
    for (const label of [0, 257, -1, 1.5, 2 ** 32 - 1, Number.NaN]) expect(verify({ label })).toBe(false);
    expect(verify({ salt: new Uint8Array(31) })).toBe(false);
    expect(verify({ salt: new Uint8Array(0) })).toBe(false);
    expect(verify({ salt: new Uint8Array(32).fill(1) })).toBe(false);
  });

  it("never throw on an opening", () => {
    const hash = fc.uint8Array({ maxLength: 33 });
    const any = fc.record({
      index: fc.bigInt({ min: -3n, max: 2n ** 65n }),
      content: fc.uint8Array({ maxLength: 50 }),
      label: fc.oneof(fc.integer(), fc.double()),
      salt: hash,
      path: fc.array(hash, { maxLength: 40 }),
    });
    fc.assert(
      fc.property(hash, fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), any, (root, count, opening) => {
        expect(verifyFeatureOpening(root, count, opening)).toBe(false);
        expect(verifyLabelOpening(root, count, opening)).toBe(false);
      }),
    );
  });
});
