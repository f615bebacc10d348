/**
 * How far two runs of a version may be apart, and how far they are.
 *
 * @module
 */
import { TAU_OF_RANGE } from "./run-settings.ts";
import type { TextOutput } from "./session.ts";

/** Largest minus smallest number that a version gives to the probe texts. */
export function rangeOf(outputs: readonly TextOutput[]): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { values } of outputs) {
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return high - low;
}

export const tauOf = (range: number): number => TAU_OF_RANGE * range;

/** The largest difference of two numbers in the same place; infinite where the shapes differ or a number is none. */
export function distance(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i]! - b[i]!);
    if (!(difference <= Number.MAX_VALUE)) return Number.POSITIVE_INFINITY;
    if (difference > largest) largest = difference;
  }
  return largest;
}
