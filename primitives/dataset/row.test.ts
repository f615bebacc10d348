import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canon, isDatasetName, labelsFault, rowFault } from "./row.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("rows", () => {
  it.each([
    ["", "ascii", "empty"],
    ["x".repeat(4096), "ascii", undefined],
    ["x".repeat(4097), "utf8", "too_long"],
    ["a\0b", "utf8", "nul"],
    ["é\0", "ascii", "nul"],
    ["tab\tand\x7f", "ascii", undefined],
    ["é", "ascii", "not_ascii"],
    ["é", "utf8", undefined],
    [" ", "ascii", undefined],
  ] as const)("%j as %s: %s", (text, charset, fault) => {
    expect(rowFault(bytesOf(text), charset)).toBe(fault);
  });

  it("tells ill-formed UTF-8 only where UTF-8 is asked for", () => {
    expect(rowFault(new Uint8Array([0xc0, 0x80]), "utf8")).toBe("not_utf8");
    expect(rowFault(new Uint8Array([0xc0, 0x80]), "ascii")).toBe("not_ascii");
  });

  it.each(["abc", "a-0", "x".repeat(64), "---"])("takes %j as a name", (name) => {
    expect(isDatasetName(name)).toBe(true);
  });

  it.each(["", "ab", "x".repeat(65), "Abc", "a b", "a_b", "abc\n", "abç"])("takes %j as no name", (name) => {
    expect(isDatasetName(name)).toBe(false);
  });

  it("knows a list of label names", () => {
    expect(labelsFault(["negative", "positive"])).toBeUndefined();
    expect(labelsFault(["a"])).toBe("too_few");
    expect(labelsFault(Array.from({ length: 33 }, (_, i) => `l${i}`))).toBe("too_many");
    expect(labelsFault(["a", ""])).toBe("empty");
    expect(labelsFault(["a", "é".repeat(33)])).toBe("too_long");
    expect(labelsFault(["a", "b\0"])).toBe("nul");
    expect(labelsFault(["a", "b", "a"])).toBe("repeated");
    expect(labelsFault(["a", "A"])).toBeUndefined();
  });
});

describe("canon", () => {
  it.each([
    ["Hello,  World", "hello, world"],
    ["\t a \r\n\v\f b \n", "a b"],
    [" \t\n ", ""],
    ["", ""],
    ["ÀÉ Z[@`{", "ÀÉ z[@`{"],
    ["a\u00a0b\x1fc\x85", "a\u00a0b\x1fc\x85"],
  ])("%j is %j", (text, expected) => {
    expect(textOf(canon(bytesOf(text)))).toBe(expected);
  });

  it("says what a regular expression over Latin-1 says, and of its own result says the same", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(9, 13, 32, 65, 90, 97), fc.nat({ max: 255 }))),
        (list) => {
          const bytes = new Uint8Array(list);
          const latin = String.fromCharCode(...list);
          const expected = latin
            .replace(/[\t\n\v\f\r ]+/g, " ")
            .replace(/^ | $/g, "")
            .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
          expect(String.fromCharCode(...canon(bytes))).toBe(expected);
          expect(canon(canon(bytes))).toEqual(canon(bytes));
        },
      ),
    );
  });
});
