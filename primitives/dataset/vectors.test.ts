import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "../bytes.ts";
import { challengeCommitHash, datasetId, publishCommitHash } from "./id.ts";
import { near } from "./near.ts";
import { packFeatures, packLabels, unpackFeatures, unpackLabels } from "./pack.ts";
import { canon } from "./row.ts";
import { FeatureTree, LabelTree, verifyFeatureOpening, verifyLabelOpening } from "./tree.ts";

interface Vectors {
  datasetIds: { chainId: string; owner: string; name: string; version: number; id: string }[];
  publishCommits: { id: string; featuresRoot: string; labelsRoot: string; salt: string; hash: string }[];
  challengeCommits: {
    challenger: string;
    datasetId: string;
    claim: number;
    proofHash: string;
    salt: string;
    hash: string;
  }[];
  datasets: {
    rows: string[];
    labels: number[];
    featureLeaves: string[];
    labelLeaves: string[];
    featuresRoot: string;
    labelsRoot: string;
    featurePaths: string[][];
    labelPaths: string[][];
    featuresBlob: string;
    labelsBlob: string;
  }[];
  canon: { bytes: string; canon: string }[];
  near: {
    what: string;
    a: string;
    b: string;
    near: boolean;
    equal: boolean;
    shared: number;
    total: number;
  }[];
}

const file = new URL("../../test/vectors/dataset.json", import.meta.url);
const vectors = JSON.parse(readFileSync(file, "utf8")) as Vectors;

/** The same bytes by other means: Node's hash over hex joined by hand. */
const sha = (...hex: string[]) =>
  createHash("sha256")
    .update(Buffer.from(hex.join(""), "hex"))
    .digest("hex");
const hexOf = (text: string) => Buffer.from(text, "utf8").toString("hex");
const u = (n: number, bytes: number) => n.toString(16).padStart(2 * bytes, "0");
const prefixed = (hex: string) => u(hex.length / 2, 1) + hex;
const zero = "00".repeat(32);

/** RFC 6962's recursion over leaf hashes. */
function root(leaves: readonly string[]): string {
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha("01", root(leaves.slice(0, k)), root(leaves.slice(k)));
}

describe("test/vectors/dataset.json", () => {
  it("has its values by other means", () => {
    for (const { chainId, owner, name, version, id } of vectors.datasetIds) {
      const parts = prefixed(hexOf(chainId)) + prefixed(owner) + prefixed(hexOf(name)) + u(version, 4);
      expect(sha(hexOf("assay/ds/v1"), parts)).toBe(id);
    }
    for (const { id, featuresRoot, labelsRoot, salt, hash } of vectors.publishCommits) {
      expect(sha(hexOf("assay/pub/v1"), id, featuresRoot, labelsRoot, salt)).toBe(hash);
    }
    for (const { challenger, datasetId: id, claim, proofHash, salt, hash } of vectors.challengeCommits) {
      expect(sha(hexOf("assay/ch/v1"), prefixed(challenger), id, u(claim, 4), proofHash, salt)).toBe(hash);
    }
    for (const set of vectors.datasets) {
      expect(set.rows.map((row, i) => sha("00", u(i, 8), row, zero))).toEqual(set.featureLeaves);
      expect(set.labels.map((label, i) => sha("00", u(i, 8), u(label, 1), zero))).toEqual(set.labelLeaves);
      expect(root(set.featureLeaves)).toBe(set.featuresRoot);
      expect(root(set.labelLeaves)).toBe(set.labelsRoot);
      const packed = set.rows.map((row) => u(row.length / 2, 4) + row).join("");
      expect(hexOf("assay-f") + u(1, 1) + u(set.rows.length, 4) + packed).toBe(set.featuresBlob);
      const labels = set.labels.map((label) => u(label, 1)).join("");
      expect(hexOf("assay-l") + u(1, 1) + u(set.labels.length, 4) + labels).toBe(set.labelsBlob);
    }
  });

  it("has the ids and seals that we compute", () => {
    for (const { chainId, owner, name, version, id } of vectors.datasetIds) {
      expect(toHex(datasetId(chainId, fromHex(owner), name, version))).toBe(id);
    }
    for (const { hash, ...parts } of vectors.publishCommits) {
      const { id, featuresRoot, labelsRoot, salt } = parts;
      const found = publishCommitHash({
        id: fromHex(id),
        featuresRoot: fromHex(featuresRoot),
        labelsRoot: fromHex(labelsRoot),
        salt: fromHex(salt),
      });
      expect(toHex(found)).toBe(hash);
    }
    for (const seal of vectors.challengeCommits) {
      const found = challengeCommitHash({
        challenger: fromHex(seal.challenger),
        datasetId: fromHex(seal.datasetId),
        claim: seal.claim,
        proofHash: fromHex(seal.proofHash),
        salt: fromHex(seal.salt),
      });
      expect(toHex(found)).toBe(seal.hash);
    }
  });

  it("has the trees, paths and blobs that we compute", () => {
    expect(vectors.datasets.map((set) => set.rows.length)).toEqual([1, 2, 3, 5, 7]);
    for (const set of vectors.datasets) {
      const rows = set.rows.map(fromHex);
      const labels = new Uint8Array(set.labels);
      const features = new FeatureTree(rows);
      const labelTree = new LabelTree(labels);
      expect(toHex(features.root)).toBe(set.featuresRoot);
      expect(toHex(labelTree.root)).toBe(set.labelsRoot);
      rows.forEach((content, i) => {
        const index = BigInt(i);
        const path = set.featurePaths[i]!.map(fromHex);
        expect(features.opening(i).path.map(toHex)).toEqual(set.featurePaths[i]);
        expect(verifyFeatureOpening(features.root, BigInt(rows.length), { index, content, path })).toBe(true);
        const label = {
          index,
          label: labels[i]!,
          salt: new Uint8Array(32),
          path: set.labelPaths[i]!.map(fromHex),
        };
        expect(verifyLabelOpening(labelTree.root, BigInt(rows.length), label)).toBe(true);
      });
      expect(toHex(packFeatures(rows))).toBe(set.featuresBlob);
      expect(toHex(packLabels(labels))).toBe(set.labelsBlob);
      expect(unpackFeatures(fromHex(set.featuresBlob)).map(toHex)).toEqual(set.rows);
      expect([...unpackLabels(fromHex(set.labelsBlob))]).toEqual(set.labels);
    }
  });

  it("has the canonical forms and likenesses that we compute, both ways round", () => {
    expect(vectors.canon.length).toBeGreaterThan(4);
    for (const { bytes, canon: form } of vectors.canon) expect(toHex(canon(fromHex(bytes)))).toBe(form);
    for (const { what, a, b, ...figures } of vectors.near) {
      expect([what, near(fromHex(a), fromHex(b))]).toEqual([what, figures]);
      expect([what, near(fromHex(b), fromHex(a))]).toEqual([what, figures]);
    }
    const bound = vectors.near.filter(({ shared, total }) => 10 * shared === 8 * total && total > 0);
    expect(bound.map(({ near: found }) => found)).toEqual([true]);
  });
});
