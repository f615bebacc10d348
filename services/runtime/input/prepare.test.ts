import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fingerprintOfPair } from "./byte-pairs.ts";
import { lowerAscii, shapeOf, splitTokens, splitWords } from "./characters.ts";
import { fnv1aSigned, fnv1aText } from "./fnv.ts";
import { prepareBy } from "./prepare.ts";
import type { InputSpec } from "./spec.ts";

describe("hashes", () => {
  test("FNV-1a of 32 bits has the values that its authors publish", () => {
    expect(fnv1aText("")).toBe(0x811c9dc5);
    expect(fnv1aText("a")).toBe(0xe40c292c);
    expect(fnv1aText("foobar")).toBe(0xbf9cf968);
  });

  test("fastText's takes bytes with their sign", () => {
    expect(fnv1aSigned(new TextEncoder().encode("foobar"))).toBe(0xbf9cf968);
    expect(fnv1aSigned(Uint8Array.of(0xc3))).not.toBe(fnv1aText("Ã"));
  });

  test("FarmHash's fingerprint of three bytes spreads pairs", () => {
    const seen = new Set<bigint>();
    for (let a = 32; a < 127; a++) for (let b = 32; b < 127; b++) seen.add(fingerprintOfPair(a, b));
    expect(seen.size).toBe(95 * 95);
  });
});

describe("characters", () => {
  test("ASCII is lowered, and nothing else", () => expect(lowerAscii("ÄB İK")).toBe("Äb İk"));
  test("signs stand alone", () =>
    expect(splitWords("Don't, a-b\t9!")).toEqual(["Don", "'", "t", ",", "a", "-", "b", "9", "!"]));
  test("tokens keep what is within a word", () =>
    expect(splitTokens('He said: "don\'t (ever)!"')).toEqual([
      "He",
      "said",
      ":",
      '"',
      "don't",
      "(",
      "ever",
      ")",
      "!",
      '"',
    ]));
  test("shapes", () =>
    expect(["Word", "NATO", "3-day", "naïve"].map(shapeOf)).toEqual(["Aa", "A", "9-a", "a"]));
});

const inputs: readonly InputSpec[] = [
  {
    kind: "unigrams",
    pieces: [
      ["\u0000", 0],
      ["\u2581a", -1],
      ["b", -2],
      ["ab", -2.5],
    ],
    reserved: 1,
    maxTokens: 16,
  },
  {
    kind: "subwords",
    words: ["</s>", "a"],
    minLength: 2,
    maxLength: 4,
    buckets: 8,
    kept: [0, 3, 5],
    end: "</s>",
  },
  { kind: "byte-pairs", buckets: 50, maxPairs: 100 },
  { kind: "terms", terms: ["ab", "ab cd"], idf: [1, 2], maxWords: 50 },
  { kind: "hashed", words: [1, 2], characters: [3], buckets: 64 },
  {
    kind: "tokens",
    features: [
      [[0, "word"]],
      [
        [-1, "lower"],
        [0, "suffix", 2],
      ],
    ],
    buckets: 64,
  },
];

describe.each(inputs.map((input) => [input.kind, input] as const))("%s", (_, input) => {
  const prepare = prepareBy(input);

  test("any text becomes whole ids and finite weights, the same each time", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.string({ maxLength: 60 }),
      fc.constant("\ud800"),
    );
    fc.assert(
      fc.property(text, (given) => {
        const { rows, tokens } = prepare(given);
        expect(prepare(given)).toEqual({ rows, ...(tokens === undefined ? {} : { tokens }) });
        if (tokens === undefined) expect(rows).toHaveLength(1);
        else expect(rows).toHaveLength(tokens.length);
        for (const row of rows) {
          expect(row.ids.length).toBe(row.weights.length);
          expect(row.ids.every((id) => Number.isInteger(id) && id >= 0)).toBe(true);
          expect(row.weights.every((weight) => Number.isFinite(weight))).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("a hundred thousand signs take no more than a moment", () => {
    const before = performance.now();
    prepare("a".repeat(100_000));
    prepare("ab ".repeat(33_000));
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});
