import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bps, mulDivCeil, mulDivFloor } from "./fixed-point.ts";

const amount = fc.bigInt({ min: 0n, max: 2n ** 64n });

describe("fixed point", () => {
  it("rounds down and up around the exact quotient", () => {
    fc.assert(
      fc.property(amount, amount, fc.bigInt({ min: 1n, max: 2n ** 64n }), (a, b, divisor) => {
        const floor = mulDivFloor(a, b, divisor);
        const ceil = mulDivCeil(a, b, divisor);
        expect(floor * divisor <= a * b && (floor + 1n) * divisor > a * b).toBe(true);
        expect(ceil - floor).toBe((a * b) % divisor === 0n ? 0n : 1n);
      }),
    );
  });

  it("takes shares in 1/10,000", () => {
    expect(bps(100n, 4000)).toBe(40n);
    expect(bps(99n, 1n)).toBe(0n);
    expect(bps(7n, 10_000)).toBe(7n);
  });

  it("refuses what no rule may ask", () => {
    expect(() => mulDivFloor(1n, 1n, 0n)).toThrow(RangeError);
    expect(() => mulDivCeil(1n, 1n, 0n)).toThrow(RangeError);
    expect(() => mulDivFloor(-1n, 1n, 1n)).toThrow(RangeError);
    expect(() => mulDivFloor(1n, 1n, -1n)).toThrow(RangeError);
    expect(() => bps(1n, -1)).toThrow(RangeError);
  });
});
