import { describe, expect, test } from "vitest";
import { ALLOWED_OPERATORS, operatorsFault } from "./operators.ts";
import { isSpdxExpression } from "./spdx.ts";
import { MAX_ELEMENTS, type TensorShape, tensorsFault } from "./tensors.ts";
import { type VersionClaims, type VersionRule, versionFault } from "./version.ts";

const file = { sha256: new Uint8Array(32).fill(7), size: 1000n };
const ids: TensorShape = {
  name: "ids",
  type: 7,
  axes: [
    { name: "batch", size: 32n },
    { name: "length", size: 128n },
  ],
};
const logits: TensorShape = {
  name: "logits",
  type: 1,
  axes: [
    { name: "batch", size: 32n },
    { name: "", size: 2n },
  ],
};
const claims: VersionClaims = {
  modelBlob: file,
  opset: 17,
  operators: ["Gather", "MatMul", "Softmax"],
  inputs: [ids],
  outputs: [logits],
  task: "text-classification",
  licence: "MIT",
  card: "---\nlicense: mit\npipeline_tag: text-classification\n---\n# Spam",
  contentUrls: ["https://content.example/"],
  parents: [{ kind: 2, id: new Uint8Array(32).fill(1), weightBps: 1000 }],
};

describe("a version's terms", () => {
  test("may stand", () => {
    expect(versionFault(claims)).toBeUndefined();
    expect(versionFault({ ...claims, contentUrls: [], parents: [] })).toBeUndefined();
  });

  const breaks: readonly (readonly [VersionRule, Partial<VersionClaims>])[] = [
    ["file", { modelBlob: undefined }],
    ["file", { modelBlob: { ...file, size: 0n } }],
    ["file", { modelBlob: { sha256: new Uint8Array(31), size: 1n } }],
    ["graph", { opset: 12 }],
    ["graph", { opset: 22 }],
    ["graph", { operators: [] }],
    ["graph", { operators: ["Loop"] }],
    ["tensors", { inputs: [] }],
    ["tensors", { outputs: [] }],
    ["task", { task: "spam-detection" }],
    ["licence", { licence: "" }],
    ["card", { card: "# Spam" }],
    ["content_urls", { contentUrls: ["ftp://content.example"] }],
    ["content_urls", { contentUrls: Array(5).fill("https://content.example/") }],
    ["parents", { parents: [{ kind: 0, id: new Uint8Array(32), weightBps: 1 }] }],
    ["parents", { parents: [{ kind: 1, id: new Uint8Array(31), weightBps: 1 }] }],
    ["parents", { parents: [{ kind: 1, id: new Uint8Array(32), weightBps: 0 }] }],
    [
      "parents",
      {
        parents: [
          { kind: 1, id: new Uint8Array(32), weightBps: 1 },
          { kind: 2, id: new Uint8Array(32), weightBps: 1 },
        ],
      },
    ],
    [
      "parents",
      {
        parents: Array.from({ length: 9 }, (_, i) => ({
          kind: 1,
          id: new Uint8Array(32).fill(i),
          weightBps: 1,
        })),
      },
    ],
  ];

  test.each(breaks)("break the rule %s, before all later rules: %#", (rule, change) => {
    expect(versionFault({ ...claims, ...change })?.rule).toBe(rule);
    const later = breaks.slice(breaks.findIndex(([r]) => r === rule)).reverse();
    const all = Object.assign({ ...claims }, ...later.map(([, c]) => c), change) as VersionClaims;
    expect(versionFault(all)?.rule).toBe(rule);
  });
});

test("operators are of the list, ascending, each once; nothing that loops or is random is on it", () => {
  expect(operatorsFault(["Add", "Add"])).toMatch(/twice/);
  expect(operatorsFault(["Mul", "Add"])).toMatch(/order/);
  expect(operatorsFault(["constructor"])).toMatch(/not allowed/);
  expect(operatorsFault([...ALLOWED_OPERATORS].sort())).toBeUndefined();
  for (const name of [
    "If",
    "Loop",
    "Scan",
    "RandomNormal",
    "Bernoulli",
    "SequenceAt",
    "StringConcat",
    "ConstantOfShape",
    "Expand",
    "",
  ]) {
    expect(ALLOWED_OPERATORS.has(name), name).toBe(false);
  }
});

test.each<[string, TensorShape[], TensorShape[], RegExp]>([
  ["a name twice", [ids, ids], [logits], /twice/],
  ["no name", [{ ...ids, name: "" }], [logits], /name/],
  ["text", [{ ...ids, type: 8 }], [logits], /type 8/],
  ["an axis of nothing", [{ ...ids, axes: [{ name: "", size: 0n }] }], [logits], /without a name and a size/],
  ["a name that is none", [{ ...ids, axes: [{ name: "a b", size: 1n }] }], [logits], /axis name/],
  ["two sizes of one axis", [{ ...ids, axes: [{ name: "batch", size: 31n }] }], [logits], /batch/],
  ["too many elements", [{ ...ids, axes: [{ name: "", size: MAX_ELEMENTS + 1n }] }], [logits], /elements/],
  [
    "a product past 64 bits",
    [{ ...ids, axes: Array(8).fill({ name: "", size: (1n << 64n) - 1n }) }],
    [logits],
    /elements/,
  ],
  ["too many axes", [{ ...ids, axes: Array(9).fill({ name: "", size: 1n }) }], [logits], /axes/],
  ["too many", Array.from({ length: 9 }, (_, i) => ({ ...ids, name: `i${i}` })), [logits], /9 inputs/],
])("tensors are refused: %s", (_what, inputs, outputs, why) => {
  expect(tensorsFault(inputs, outputs)).toMatch(why);
});

test("a named axis needs no bound, and is the same wherever it stands", () => {
  const free = { ...ids, axes: [{ name: "rows", size: 0n }] };
  expect(tensorsFault([free], [{ ...free, name: "out" }])).toBeUndefined();
  expect(tensorsFault([free], [{ ...free, axes: [{ name: "rows", size: 4n }] }])).toMatch(/rows/);
});

test.each([
  "MIT",
  "Apache-2.0",
  "CC-BY-SA-3.0",
  "GPL-2.0+",
  "GPL-2.0-only WITH Classpath-exception-2.0",
  "(MIT OR Apache-2.0) AND CC-BY-4.0",
  "LicenseRef-WordNet",
  "DocumentRef-x:LicenseRef-y",
])("%s is a licence", (text) => {
  expect(isSpdxExpression(text)).toBe(true);
});

test.each([
  "",
  " ",
  "MIT Apache-2.0",
  "MIT AND",
  "AND MIT",
  "WITH",
  "(MIT",
  "MIT)",
  "()",
  "MIT WITH (A)",
  "MIT and\nISC",
  "-MIT",
  "MIT/ISC",
  `${"(".repeat(64)}M${")".repeat(64)}`,
])("%j is none", (text) => {
  expect(isSpdxExpression(text)).toBe(false);
});
