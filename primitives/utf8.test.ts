import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isUtf8, stringToUtf8, utf8Length, utf8ToString, writeUtf8 } from "./utf8.ts";

/** The platform's own decoder; undefined where it refuses. */
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function platform(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes that are nearly UTF-8: text with one byte changed. */
const nearlyText = fc
  .tuple(fc.string({ unit: "binary" }), fc.nat(), fc.nat({ max: 255 }))
  .map(([text, at, byte]) => {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length > 0) bytes[at % bytes.length] = byte;
    return bytes;
  });

describe("UTF-8", () => {
  it("accepts and refuses what the platform does", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 12 }), nearlyText), (bytes) => {
        expect(utf8ToString(bytes)).toBe(platform(bytes));
        expect(isUtf8(bytes)).toBe(platform(bytes) !== undefined);
      }),
      { numRuns: 2000 },
    );
  });

  it("tries every lead byte with every second byte", () => {
    for (let lead = 0; lead < 256; lead++) {
      for (let second = 0; second < 256; second++) {
        const bytes = new Uint8Array([lead, second, 0x80, 0x80]);
        for (const length of [2, 3, 4]) {
          const cut = bytes.subarray(0, length);
          if (isUtf8(cut) !== (platform(cut) !== undefined))
            expect.unreachable(`${lead} ${second} ${length}`);
        }
      }
    }
  });

  it("writes what the platform writes, and no lone surrogate", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const bytes = stringToUtf8(text);
        expect(bytes).toEqual(new TextEncoder().encode(text));
        expect(utf8Length(text)).toBe(bytes!.length);
      }),
    );
    for (const text of ["\ud800", "a\udc00", "\ud800a", "\udc00\ud800"]) {
      expect(stringToUtf8(text)).toBeUndefined();
      expect(writeUtf8(text, new Uint8Array(8), 0)).toBe(-1);
    }
  });

  it("reads a part of a longer array, and longer text than a stack takes", () => {
    const bytes = stringToUtf8(`xx${"é𝄞".repeat(50_000)}yy`)!;
    expect(utf8ToString(bytes, 2, bytes.length - 2)).toBe("é𝄞".repeat(50_000));
    expect(utf8ToString(bytes, 3)).toBeUndefined();
  });
});
