import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatAmount,
  formatBytes,
  groupDigits,
  numberWord,
  parseAmount,
  plainAmount,
  plural,
} from "./amount.ts";

describe("amounts", () => {
  it.each([
    [18_420_500_000n, "18\u202f420.50"],
    [1_000_000_000n, "1\u202f000"],
    [0n, "0"],
    [4_200n, "0.0042"],
    [1n, "0.000001"],
    [100_000n, "0.10"],
    [489_991_234n, "489.99"],
    [999_999_999_999_999n, "999\u202f999\u202f999.99"],
    [-1_500_000n, "−1.50"],
  ])("%s base units read %s", (base, text) => {
    expect(formatAmount(base)).toBe(text);
  });

  it("shows all six decimals when they are asked for", () => {
    expect(formatAmount(10_159_992_256n, true)).toBe("10\u202f159.992256");
    expect(formatAmount(1_500_000n, true)).toBe("1.50");
  });

  it("never shows a coin that is not there", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n }), (base) => {
        const shown = parseAmount(formatAmount(base));
        expect(shown).toBeDefined();
        expect(shown! <= base).toBe(true);
        expect(parseAmount(formatAmount(base, true))).toBe(base);
        expect(parseAmount(plainAmount(base))).toBe(base);
      }),
    );
  });

  it.each(["", "x", "-1", "1.2345678", "1e3", "0x10", "1..2", "12345678901234"])(
    "takes %j as no amount",
    (text) => {
      expect(parseAmount(text)).toBeUndefined();
    },
  );

  it("takes what people type", () => {
    expect(parseAmount(" 1 250,5 ")).toBe(1_250_500_000n);
    expect(parseAmount("1\u202f000")).toBe(1_000_000_000n);
    expect(parseAmount("7.")).toBe(7_000_000n);
  });

  it("counts and measures in words", () => {
    expect(groupDigits(215140)).toBe("215\u202f140");
    expect(groupDigits(999)).toBe("999");
    expect([plural(1, "row"), plural(0, "row"), plural(1200n, "row")]).toEqual([
      "1 row",
      "0 rows",
      "1\u202f200 rows",
    ]);
    expect([formatBytes(999), formatBytes(118_200), formatBytes(1_234_567n)]).toEqual([
      "999 B",
      "118 kB",
      "1.2 MB",
    ]);
    expect([numberWord(3), numberWord(12)]).toEqual(["Three", "12"]);
  });
});
