import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Diff, diff } from "./diff.ts";

const join = (side: Diff["left"]) => side.map((segment) => segment.text).join("");
const marked = (side: Diff["left"]) => side.map(({ text, same }) => (same ? text : `[${text}]`)).join("");

describe("diff", () => {
  it.each([
    ["same text", "same text", "same text", "same text"],
    ["The mic is great.", "The mic is awful.", "The mic is [great].", "The mic is [awful]."],
    ["one two three", "one three", "one [two ]three", "one []three"],
    ["Great phone", "Great phone!", "Great phone[]", "Great phone[!]"],
    ["a  b", "a b", "a[  ]b", "a[ ]b"],
    ["", "x", "[]", "[x]"],
    ["", "", "", ""],
    ["ünï 𝄞", "ünï 𝄢", "ünï [𝄞]", "ünï [𝄢]"],
  ])("%j and %j", (left, right, markedLeft, markedRight) => {
    const found = diff(left, right);
    expect(marked(found.left)).toBe(markedLeft);
    expect(marked(found.right)).toBe(markedRight);
  });

  it("joins to both texts, side by side, and says the same of equal runs only", () => {
    const text = fc.string({ unit: fc.constantFrom(..."ab ,.\n𝄞\ud800"), maxLength: 30 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const found = diff(left, right);
        expect([join(found.left), join(found.right)]).toEqual([left, right]);
        expect(found.left.length).toBe(found.right.length);
        found.left.forEach((segment, i) => {
          const other = found.right[i]!;
          expect(segment.same).toBe(other.same);
          if (segment.same) expect(segment.text).toBe(other.text);
          if (i > 0) expect(segment.same).not.toBe(found.left[i - 1]!.same);
        });
      }),
    );
  });

  it("marks rows of the greatest length in time, and longer ones between their ends", () => {
    const long = "?!".repeat(2048);
    const other = "!?".repeat(2048);
    expect(diff(long, other).left.some(({ same }) => same)).toBe(true);
    const found = diff(`start ${"a.".repeat(9000)} end`, `start ${"b,".repeat(9000)} end`);
    expect(found.left.map(({ same }) => same)).toEqual([true, false, true]);
  });
});
