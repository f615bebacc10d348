/**
 * Writes test/vectors/dataset.json: `node tools/run.mjs test/vectors/make-dataset.ts`. The file is for whoever computes
 * these bytes in another language, and a test holds this code to it. Run it again only to add cases: a value that
 * changes is a format that changed.
 *
 * @module
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { concat, toHex } from "@assay/primitives/bytes";
import { challengeCommitHash, datasetId, publishCommitHash } from "@assay/primitives/dataset/id";
import { near } from "@assay/primitives/dataset/near";
import { packFeatures, packLabels } from "@assay/primitives/dataset/pack";
import { canon } from "@assay/primitives/dataset/row";
import { FeatureTree, featureLeaf, LabelTree, labelLeaf } from "@assay/primitives/dataset/tree";
import { sha256 } from "@assay/primitives/hash";
import { stringToUtf8 } from "@assay/primitives/utf8";

const text = (value: string): Uint8Array => stringToUtf8(value)!;
/** 32 bytes that a reader can make again: sha256 of a word. */
const sample = (word: string): Uint8Array => sha256(text(word));

const ids = [
  { chainId: "assay-devnet-1", owner: sample("owner").slice(0, 20), name: "amazon-raw", version: 1 },
  {
    chainId: "assay-devnet-1",
    owner: sample("owner").slice(0, 20),
    name: "amazon-raw",
    version: 4_294_967_295,
  },
  { chainId: "a", owner: sample("owner"), name: "x".repeat(64), version: 2 },
].map((parts) => ({
  ...parts,
  owner: toHex(parts.owner),
  id: toHex(datasetId(parts.chainId, parts.owner, parts.name, parts.version)),
}));

const publish = {
  id: sample("id"),
  featuresRoot: sample("features"),
  labelsRoot: sample("labels"),
  salt: sample("salt"),
};
const seals = [sample("challenger").slice(0, 20), sample("challenger")].map((challenger) => ({
  challenger,
  datasetId: sample("id"),
  claim: 3,
  proofHash: sample("proof"),
  salt: sample("salt"),
}));
const hexOfAll = <T extends object>(parts: T) =>
  Object.fromEntries(
    Object.entries(parts).map(([name, value]) => [name, value instanceof Uint8Array ? toHex(value) : value]),
  );

const texts = [
  "Great phone!",
  "  great   PHONE! ",
  "",
  "naïve café: ユニコード 𝄞",
  "x".repeat(300),
  "line one\nline two\ttabbed",
  "last row",
];
const datasets = [1, 2, 3, 5, 7].map((count) => {
  const rows = texts.slice(0, count).map(text);
  const labels = new Uint8Array(rows.map((_, i) => (i * 7) % 3));
  const features = new FeatureTree(rows);
  const labelTree = new LabelTree(labels);
  return {
    rows: rows.map(toHex),
    labels: [...labels],
    featureLeaves: rows.map((row, i) => toHex(featureLeaf(BigInt(i), row))),
    labelLeaves: [...labels].map((label, i) => toHex(labelLeaf(BigInt(i), label))),
    featuresRoot: toHex(features.root),
    labelsRoot: toHex(labelTree.root),
    featurePaths: rows.map((_, i) => features.opening(i).path.map(toHex)),
    labelPaths: rows.map((_, i) => labelTree.opening(i).path.map(toHex)),
    featuresBlob: toHex(packFeatures(rows)),
    labelsBlob: toHex(packLabels(labels)),
  };
});

const canonCases = [
  text("Hello,  World"),
  text("\t a \r\n\v\f b \n"),
  text(" \t\n "),
  text(""),
  text("ÀÉ Z[@`{ \u00a0."),
  concat(new Uint8Array([0x1f, 0x85, 0xff, 0x20, 0x20, 0x00]), text("A")),
].map((bytes) => ({ bytes: toHex(bytes), canon: toHex(canon(bytes)) }));

const base = "abcdefghijklmnopqrstuvwxyz0123456789";
const nearCases = [
  { what: "equal after folding", a: "OK  fine", b: " ok FINE\n" },
  { what: "nothing and white space", a: "", b: " " },
  { what: "exactly .8: 32 of 40", a: base, b: `${base}!@#$%^&*` },
  { what: "one below .8: 32 of 41", a: base, b: `${base}!@#$%^&*(` },
  { what: "32 bytes each", a: base.slice(0, 32), b: base.slice(0, 33) },
  { what: "31 bytes on one side", a: base.slice(0, 31), b: base.slice(0, 32) },
  { what: "31 bytes and a blank", a: `${base.slice(0, 31)} `, b: base.slice(0, 32) },
  { what: "fragments that repeat count once", a: "ab".repeat(20), b: "ab".repeat(60) },
  {
    what: "a dot more",
    a: "The battery life of this phone is great",
    b: "The battery life of this phone is great.",
  },
  {
    what: "another word",
    a: "The battery life of this phone is great",
    b: "The battery life of this phone is awful",
  },
  { what: "high bytes", a: "é".repeat(20), b: "é".repeat(21) },
].map(({ what, a, b }) => ({ what, a: toHex(text(a)), b: toHex(text(b)), ...near(text(a), text(b)) }));

const vectors = {
  about:
    "Bytes are lower hex. `datasets` are public: key hash and salt of each leaf are 32 zero bytes. Formats: primitives/README.md.",
  datasetIds: ids,
  publishCommits: [{ ...hexOfAll(publish), hash: toHex(publishCommitHash(publish)) }],
  challengeCommits: seals.map((seal) => ({ ...hexOfAll(seal), hash: toHex(challengeCommitHash(seal)) })),
  datasets,
  canon: canonCases,
  near: nearCases,
};

const file = join(process.env.ASSAY_ROOT ?? process.cwd(), "test/vectors/dataset.json");
writeFileSync(file, `${JSON.stringify(vectors, undefined, 2)}\n`);
console.log(`wrote ${file}`);
