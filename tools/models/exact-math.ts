/**
 * exp, sin and cos out of nothing but +, -, * and /, which IEEE 754 fixes bit by bit and which JavaScript never fuses.
 * `Math.exp` and its like differ in the last bit between engines and their versions, and a trained weight that differs
 * in one bit is another model.
 *
 * @module
 */

// A constant of the language, the same double everywhere.
const { LN2 } = Math;
/** Terms until the next one is below half a unit in the last place on the reduced range. */
const EXP_TERMS = 14;
const TRIG_TERMS = 12;
const HALF_PI_HIGH = 1.5707963267341256;
const HALF_PI_LOW = 6.077100506506192e-11;

/** e to the x; 0 below -700, and x must not be over 700. */
export function exp(x: number): number {
  if (x < -700) return 0;
  if (!(x <= 700)) throw new RangeError(`exp of ${x}`);
  const shift = Math.round(x / LN2);
  const reduced = x - shift * LN2;
  let sum = 1;
  for (let n = EXP_TERMS; n >= 1; n--) sum = 1 + (sum * reduced) / n;
  // Powers of two are exact, however they are made.
  let scale = 1;
  for (let i = Math.abs(shift); i > 0; i--) scale *= 2;
  return shift < 0 ? sum / scale : sum * scale;
}

function sinSeries(x: number): number {
  const square = x * x;
  let sum = 1;
  for (let n = TRIG_TERMS; n >= 1; n--) sum = 1 - (sum * square) / (2 * n * (2 * n + 1));
  return sum * x;
}

function cosSeries(x: number): number {
  const square = x * x;
  let sum = 1;
  for (let n = TRIG_TERMS; n >= 1; n--) sum = 1 - (sum * square) / ((2 * n - 1) * 2 * n);
  return sum;
}

/** Sine of 0 <= x < 1,000. */
export function sin(x: number): number {
  return quarter(x, 0);
}

/** Cosine of 0 <= x < 1,000. */
export function cos(x: number): number {
  return quarter(x, 1);
}

function quarter(x: number, offset: number): number {
  const turns = Math.round(x / (HALF_PI_HIGH + HALF_PI_LOW));
  const reduced = x - turns * HALF_PI_HIGH - turns * HALF_PI_LOW;
  const place = (turns + offset) & 3;
  const value = (place & 1) === 0 ? sinSeries(reduced) : cosSeries(reduced);
  return place < 2 ? value : -value;
}
