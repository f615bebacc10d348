import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHex, u32be } from "./bytes.ts";
import { leafHash, MerkleTree, merklePath, merkleRoot, rootFromPath, verifyPath } from "./merkle.ts";

/** RFC 6962, 2.1, word for word, with Node's hash. */
function mth(entries: readonly Uint8Array[]): Buffer {
  const sha = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
  if (entries.length === 0) return sha();
  if (entries.length === 1) return sha(Buffer.from([0]), entries[0]!);
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  return sha(Buffer.from([1]), mth(entries.slice(0, k)), mth(entries.slice(k)));
}

/** RFC 6962, 2.1.1. */
function pathOf(m: number, entries: readonly Uint8Array[]): Buffer[] {
  if (entries.length === 1) return [];
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  return m < k
    ? [...pathOf(m, entries.slice(0, k)), mth(entries.slice(k))]
    : [...pathOf(m - k, entries.slice(k)), mth(entries.slice(0, k))];
}

const entriesOf = (count: number) => Array.from({ length: count }, (_, i) => u32be(i));
const hex = (bytes: Uint8Array | undefined) => (bytes === undefined ? "none" : toHex(bytes));

describe("RFC 6962 trees", () => {
  it("has the published roots of certificate transparency's own test entries", () => {
    const entries = [
      "",
      "00",
      "10",
      "2021",
      "3031",
      "40414243",
      "5051525354555657",
      "606162636465666768696a6b6c6d6e6f",
    ].map((text) => new Uint8Array(Buffer.from(text, "hex")));
    const roots = entries.map((_, i) => hex(merkleRoot(entries.slice(0, i + 1).map(leafHash))));
    expect(hex(merkleRoot([]))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(roots[0]).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    expect(roots[1]).toBe("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    expect(roots[7]).toBe("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  });

  it("has the RFC's roots and paths for every size to 70", () => {
    for (let size = 1; size <= 70; size++) {
      const entries = entriesOf(size);
      const tree = new MerkleTree(entries.map(leafHash));
      expect(hex(tree.root)).toBe(mth(entries).toString("hex"));
      for (const index of new Set([0, 1, size >> 1, size - 2, size - 1].filter((i) => i >= 0 && i < size))) {
        const path = tree.path(index);
        expect(path.map(hex)).toEqual(pathOf(index, entries).map((hash) => hash.toString("hex")));
        expect(hex(rootFromPath(leafHash(entries[index]!), index, size, path))).toBe(hex(tree.root));
      }
    }
  });

  it("accepts a path at its own place, size and leaf only", () => {
    const size = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(
        size,
        fc.nat(),
        fc.nat({ max: 45 }),
        fc.nat({ max: 45 }),
        (count, pick, index, treeSize) => {
          const leaves = entriesOf(count).map(leafHash);
          const own = pick % count;
          const path = merklePath(leaves, own);
          const root = merkleRoot(leaves);
          const right = index === own && treeSize === count;
          // A size whose tree has the same way at this place gives the same root; that is why a proof never brings it.
          const found = rootFromPath(leaves[own]!, index, treeSize, path);
          if (right) expect(hex(found)).toBe(hex(root));
          if (index !== own) expect(hex(found)).not.toBe(hex(root));
          expect(verifyPath(root, leaves[own]!, own, count, [...path, root])).toBe(false);
          if (path.length > 0) expect(verifyPath(root, leaves[own]!, own, count, path.slice(1))).toBe(false);
        },
      ),
    );
  });

  it("never throws, whatever it is given", () => {
    const anyNumber = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(2 ** 53, 2 ** 53 - 1, Number.NaN));
    const hash = fc.uint8Array({ minLength: 30, maxLength: 33 });
    fc.assert(
      fc.property(
        hash,
        anyNumber,
        anyNumber,
        fc.array(hash, { maxLength: 60 }),
        (leaf, index, size, path) => {
          const found = rootFromPath(leaf, index, size, path);
          if (found !== undefined) expect(found.length).toBe(32);
        },
      ),
    );
    expect(rootFromPath(new Uint8Array(32), 0, 0, [])).toBeUndefined();
    expect(rootFromPath(new Uint8Array(32), 1, 1, [])).toBeUndefined();
    expect(rootFromPath(new Uint8Array(31), 0, 1, [])).toBeUndefined();
  });

  it("refuses a place or a leaf hash that is our own mistake", () => {
    expect(() => new MerkleTree([new Uint8Array(31)])).toThrow(RangeError);
    const tree = new MerkleTree(entriesOf(3).map(leafHash));
    for (const index of [-1, 3, 0.5]) expect(() => tree.path(index)).toThrow(RangeError);
  });
});
