import { describe, expect, test } from "vitest";
import { parseGasPrice, priceOf } from "./gas-price.ts";

describe("gas price", () => {
  test.each([
    ["0.025uassay", "uassay", 25_000n],
    [".025uassay", "uassay", 25_000n],
    ["0.025", undefined, 25_000n],
    ["1", undefined, 1_000_000n],
    ["12.000001ucosm", "ucosm", 12_000_001n],
    ["0uassay", "uassay", 0n],
  ])("%s", (text, denom, micro) => {
    expect(parseGasPrice(text)).toEqual({ denom, micro });
  });

  test.each(["", "uassay", "-1uassay", "0.0000001uassay", "1 uassay", "1.uassay", "0.025u"])(
    "%s is none",
    (text) => {
      expect(() => parseGasPrice(text)).toThrow(RangeError);
    },
  );

  test("a started unit counts", () => {
    expect(priceOf(25_000n, 200_000n)).toBe(5000n);
    expect(priceOf(25_000n, 200_001n)).toBe(5001n);
    expect(priceOf(0n, 200_001n)).toBe(0n);
    expect(priceOf(1n, 1n)).toBe(1n);
  });
});
