/**
 * Shares of amounts in integers, with the rounding named. What no caller may ask is our own bug and throws.
 *
 * @module
 */

/** Parts in a whole, for shares in 1/10,000. */
export const BPS = 10_000n;

/**
 * floor(a * b / divisor)
 * @throws RangeError for a negative number or a divisor that is not above zero: no rule may divide by what state can
 * make zero.
 */
export function mulDivFloor(a: bigint, b: bigint, divisor: bigint): bigint {
  if (a < 0n || b < 0n) throw new RangeError("an amount is negative");
  if (divisor <= 0n) throw new RangeError("a divisor is not above zero");
  return (a * b) / divisor;
}

/** ceil(a * b / divisor) @throws RangeError as `mulDivFloor`. */
export function mulDivCeil(a: bigint, b: bigint, divisor: bigint): bigint {
  const floor = mulDivFloor(a, b, divisor);
  return floor * divisor === a * b ? floor : floor + 1n;
}

/** floor(amount * bps / 10,000) @throws RangeError for a negative number. */
export function bps(amount: bigint, share: bigint | number): bigint {
  return mulDivFloor(amount, BigInt(share), BPS);
}
