import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ascii, compare, concat, equal, fromHex, toHex, u32be, u64be } from "./bytes.ts";

const someBytes = fc.uint8Array({ maxLength: 40 });

describe("bytes", () => {
  it("agrees with Node's Buffer", () => {
    fc.assert(
      fc.property(someBytes, someBytes, (a, b) => {
        expect(concat(a, b)).toEqual(new Uint8Array(Buffer.concat([a, b])));
        expect(Math.sign(compare(a, b))).toBe(Buffer.compare(a, b));
        expect(equal(a, b)).toBe(Buffer.compare(a, b) === 0);
        expect(equal(a, a.slice())).toBe(true);
        expect(toHex(a)).toBe(Buffer.from(a).toString("hex"));
        expect(fromHex(toHex(a))).toEqual(a);
        expect(fromHex(toHex(a).toUpperCase())).toEqual(a);
      }),
    );
  });

  it.each(["0", "0g", "zz", "0x00", " 00", "é0", "\u{1d7d8}0"])("refuses %j as hex", (text) => {
    expect(() => fromHex(text)).toThrow(RangeError);
  });

  it("writes integers in big-endian to their bounds", () => {
    expect(toHex(u32be(0x01020304))).toBe("01020304");
    expect(toHex(u32be(0xffff_ffff))).toBe("ffffffff");
    expect(toHex(u64be(1n))).toBe("0000000000000001");
    expect(toHex(u64be(0x0123_4567_89ab_cdefn))).toBe("0123456789abcdef");
    expect(toHex(u64be(0xfedc_ba98_7654_3210n))).toBe("fedcba9876543210");
    expect(toHex(u64be(2n ** 64n - 1n))).toBe("ffffffffffffffff");
    for (const n of [-1, 1.5, 2 ** 32, Number.NaN]) expect(() => u32be(n)).toThrow(RangeError);
    for (const n of [-1n, 2n ** 64n]) expect(() => u64be(n)).toThrow(RangeError);
  });

  it("refuses to spell in ASCII what is not", () => {
    expect(ascii("az~")).toEqual(new Uint8Array([0x61, 0x7a, 0x7e]));
    expect(() => ascii("é")).toThrow(RangeError);
  });
});
