import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { visiblePieces, visibleText } from "./visible.ts";

describe("text from the chain", () => {
  it.each([
    ["plain", "plain"],
    ["a\u202eb", "a‹202E›b"],
    ["zero\u200bwidth", "zero‹200B›width"],
    ["\u2066isolate\u2069", "‹2066›isolate‹2069›"],
    ["nul\u0000", "nul‹0000›"],
    ["\ufeffmark", "‹FEFF›mark"],
    ["tag\u{e0041}", "tag‹E0041›"],
    ["lone \ud800", "lone ‹D800›"],
    ["tab\tand\nline", "tab\tand\nline"],
    ["naïve 𝄞 日本", "naïve 𝄞 日本"],
  ])("%j shows as %j", (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  it("names each mark", () => {
    expect(visiblePieces("a\u202e")).toEqual([
      { text: "a" },
      { mark: "202E", name: "right-to-left override" },
    ]);
  });

  it("leaves no character that reorders or hides, whatever comes", () => {
    const hidden = [
      [0x00, 0x08],
      [0x0e, 0x1f],
      [0x7f, 0x9f],
      [0xad, 0xad],
      [0x61c, 0x61c],
      [0x200b, 0x200f],
      [0x2028, 0x202e],
      [0x2060, 0x206f],
      [0xfeff, 0xfeff],
    ] as const;
    const isHidden = (code: number) => hidden.some(([first, last]) => code >= first && code <= last);
    const unit = fc.oneof(
      fc.constantFrom(..."ab\u202e\u200b\u2066\ud800\u0007\u0085"),
      fc.string({ unit: "binary", maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        expect(Array.from(visibleText(text), (char) => char.codePointAt(0)!).filter(isHidden)).toEqual([]);
      }),
    );
  });
});
