/**
 * Amounts for people. State and messages hold base units; only text says ASSAY.
 *
 * @module
 */

/** Base units of one ASSAY, as a power of ten. */
export const DECIMALS = 6;
const ONE = 10n ** BigInt(DECIMALS);

/** U+202F: groups digits and never breaks a line. */
export const THIN = "\u202f";

/** Groups the digits of a whole number by threes: `18 420`. */
export function groupDigits(value: bigint | number): string {
  const text = value.toString();
  const sign = text.startsWith("-") ? "−" : "";
  const digits = sign ? text.slice(1) : text;
  return sign + digits.replace(/\B(?=(\d{3})+$)/g, THIN);
}

/**
 * Base units as ASSAY without the unit. A whole amount has no decimals, otherwise there are two. More decimals,
 * up to six, are shown where two would say nothing (below 1) or when `exact` asks for them. Rounds towards zero, so that
 * nobody is shown a coin that is not there.
 */
export function formatAmount(base: bigint, exact = false): string {
  const sign = base < 0n ? "−" : "";
  const positive = base < 0n ? -base : base;
  const whole = positive / ONE;
  const rest = positive % ONE;
  if (rest === 0n) return sign + groupDigits(whole);
  const six = rest.toString().padStart(DECIMALS, "0");
  const keepAll = exact || whole === 0n;
  const decimals = keepAll ? six.replace(/0+$/, "").padEnd(2, "0") : six.slice(0, 2);
  return `${sign}${groupDigits(whole)}.${decimals}`;
}

/** As a person would type it: no grouping, a point, no trailing zeros. */
export function plainAmount(base: bigint): string {
  const six = (base % ONE).toString().padStart(DECIMALS, "0").replace(/0+$/, "");
  return six === "" ? (base / ONE).toString() : `${base / ONE}.${six}`;
}

/** What a person typed, in base units; undefined where it is no amount with at most six decimals. */
export function parseAmount(text: string): bigint | undefined {
  const clean = text.replace(/[\s\u202f\u00a0]/g, "").replace(",", ".");
  const match = /^(\d{1,13})(?:\.(\d{0,6}))?$/.exec(clean);
  if (!match) return undefined;
  return BigInt(match[1]!) * ONE + BigInt((match[2] ?? "").padEnd(DECIMALS, "0"));
}

/** `118 kB`, decimal, as people say sizes. */
export function formatBytes(bytes: bigint | number): string {
  const count = Number(bytes);
  if (count < 1000) return `${count} B`;
  if (count < 1_000_000) return `${groupDigits(Math.round(count / 1000))} kB`;
  return `${(count / 1_000_000).toFixed(1)} MB`;
}

/** `1 row`, `996 rows`. */
export function plural(count: bigint | number, one: string, many = `${one}s`): string {
  return `${groupDigits(count)} ${BigInt(count) === 1n ? one : many}`;
}

const WORDS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/** A small number at the head of a sentence: `Three`; above ten the digits. */
export function numberWord(count: number): string {
  return WORDS[count] ?? groupDigits(count);
}
