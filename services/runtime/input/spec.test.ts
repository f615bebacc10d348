import { describe, expect, test } from "vitest";
import { ModelRefused } from "../onnx/refusal.ts";
import { readSpec } from "./spec.ts";

const good = {
  format: 1,
  input: { kind: "hashed", words: [1, 2], characters: [3], buckets: 16 },
  output: { kind: "labels", labels: ["a", "b"], scores: "logits" },
};

test("what is told as it must be is read", () => {
  expect(readSpec(JSON.stringify(good))).toEqual(good);
});

describe("all else is refused", () => {
  const bad: readonly (readonly [string, unknown])[] = [
    ["another format", { ...good, format: 2 }],
    ["a field too many", { ...good, more: 1 }],
    ["a field too few", { format: 1, input: good.input }],
    ["an unknown kind", { ...good, input: { kind: "script", code: "process.exit()" } }],
    ["a kind of every object", { ...good, input: { kind: "constructor" } }],
    ["buckets without end", { ...good, input: { ...good.input, buckets: 1e12 } }],
    ["no buckets", { ...good, input: { ...good.input, buckets: 0 } }],
    ["a run of a thousand", { ...good, input: { ...good.input, words: [1_000] } }],
    ["an infinite score", { ...good, input: { kind: "terms", terms: ["a"], idf: [null], maxWords: 1 } }],
    ["a term without weight", { ...good, input: { kind: "terms", terms: ["a"], idf: [], maxWords: 1 } }],
    [
      "an empty piece",
      {
        ...good,
        input: {
          kind: "unigrams",
          pieces: [
            ["<unk>", 0],
            ["", -1],
          ],
          reserved: 1,
          maxTokens: 8,
        },
      },
    ],
    ["a list as an object", { ...good, output: [] }],
    ["nothing", null],
  ];
  test.each(bad)("%s", (_, value) => {
    expect(() => readSpec(JSON.stringify(value))).toThrow(ModelRefused);
  });

  test("what is not JSON, and what is too deep", () => {
    expect(() => readSpec("{")).toThrow(ModelRefused);
    expect(() => readSpec("[".repeat(100_000) + "]".repeat(100_000))).toThrow(ModelRefused);
  });
});
