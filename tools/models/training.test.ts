import { describe, expect, test } from "vitest";
import { cos, exp, sin } from "./exact-math.ts";
import { GraphWriter } from "./onnx-writer.ts";
import { Random } from "./random.ts";
import { split, withoutDuplicates } from "./text-classifier.ts";
import { type Example, measure, predict, train } from "./train.ts";

describe("functions out of the four operations", () => {
  test("are those of the engine, to the last bits", () => {
    const random = new Random(7);
    const worst = { exp: 0, sin: 0, cos: 0 };
    for (let i = 0; i < 20_000; i++) {
      const x = random.below(1_400_000) / 1_000 - 700;
      worst.exp = Math.max(worst.exp, Math.abs(exp(x) / Math.exp(x) - 1));
      const angle = random.below(1_000_000) / 1_000;
      worst.sin = Math.max(worst.sin, Math.abs(sin(angle) - Math.sin(angle)));
      worst.cos = Math.max(worst.cos, Math.abs(cos(angle) - Math.cos(angle)));
    }
    expect(worst.exp).toBeLessThan(1e-13);
    expect(worst.sin).toBeLessThan(1e-12);
    expect(worst.cos).toBeLessThan(1e-12);
    expect(exp(0)).toBe(1);
    expect(exp(-1_000)).toBe(0);
    expect(() => exp(701)).toThrow(RangeError);
    expect(() => exp(Number.NaN)).toThrow(RangeError);
  });
});

describe("training", () => {
  /** Feature 0 says class 0, feature 1 class 1, feature 2 nothing. */
  const examples = Array.from({ length: 60 }, (_, i): Example => {
    const label = i % 2;
    return { row: { ids: [label, 2], weights: [1, 1] }, label };
  });
  const settings = { features: 3, classes: 2, epochs: 10, rate: 0.1, decay: 0, seed: 1 };

  test("finds what tells the classes apart, the same bits each time", () => {
    const linear = train(examples, settings);
    expect(measure(linear, examples)).toEqual({ right: 60, of: 60, macroF1: 1 });
    expect(predict(linear, { ids: [1], weights: [1] })).toBe(1);
    expect(train(examples, settings)).toEqual(linear);
    expect(train(examples, { ...settings, seed: 2 })).not.toEqual(linear);
  });

  test("measures what was missed", () => {
    const linear = train(examples, settings);
    const wrong: Example = { row: { ids: [0], weights: [1] }, label: 1 };
    expect(measure(linear, [...examples.slice(0, 3), wrong])).toMatchObject({ right: 3, of: 4 });
    expect(measure(linear, [wrong]).macroF1).toBe(0);
  });
});

describe("rows", () => {
  test("one of each text, none with two labels", () => {
    const rows = [
      { text: "a", label: "x" },
      { text: "b", label: "x" },
      { text: "a", label: "x" },
      { text: "b", label: "y" },
    ];
    expect(withoutDuplicates(rows)).toEqual([{ text: "a", label: "x" }]);
  });

  test("a fifth is held out, and none is in both", () => {
    const items = Array.from({ length: 101 }, (_, i) => i);
    const { seen, held } = split(items, 3);
    expect(held).toHaveLength(20);
    expect([...seen, ...held].sort((a, b) => a - b)).toEqual(items);
    expect(split(items, 3)).toEqual({ seen, held });
  });
});

test("a constant whose shape does not hold its numbers is our own fault", () => {
  expect(() => new GraphWriter("x").floats([2, 2], new Float32Array(3))).toThrow("does not hold");
});
