/**
 * Amounts: base units as bigint inside, ASSAY for people outside. Never a float.
 *
 * @module
 */
import { clientError } from "./errors.ts";

/** 1 ASSAY = 10^6 uassay. */
export const DECIMALS = 6;
export const BASE_DENOM = "uassay";

const GROUP = "\u202f";

/**
 * Text of a person to base units: `12`, `12.5`, `1 000.25` (any kind of space groups).
 * @throws AssayError (client, invalid) for anything else, for more decimals than the coin has, and for a sign.
 */
export function parseAmount(text: string, decimals: number = DECIMALS): bigint {
  const plain = text.trim().replace(/(?<=\d)[ \u00a0\u202f](?=\d)/g, "");
  const match = /^(\d{1,30})(?:\.(\d*))?$/.exec(plain);
  if (match === null) throw clientError("invalid", `"${text}" is no amount`);
  const fraction = match[2] ?? "";
  if (fraction.length > decimals) {
    throw clientError("invalid", `"${text}" has more than ${decimals} decimals`);
  }
  return BigInt(match[1]! + fraction.padEnd(decimals, "0"));
}

export interface FormatOptions {
  readonly decimals?: number;
  /** Groups of three, parted by U+202F; off, the text can be given to `parseAmount` of anybody. Default on. */
  readonly group?: boolean;
  /** At least so many decimals; trailing zeros above are left out. Default 0. */
  readonly minDecimals?: number;
}

/** Base units to text in whole coins, exact: 18420500000n is `18 420.5`. */
export function formatAmount(base: bigint, options: FormatOptions = {}): string {
  const { decimals = DECIMALS, group = true, minDecimals = 0 } = options;
  const digits = (base < 0n ? -base : base).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits
    .slice(digits.length - decimals)
    .replace(/0+$/, "")
    .padEnd(minDecimals, "0");
  const grouped = group ? whole.replace(/(?<=\d)(?=(\d{3})+$)/g, GROUP) : whole;
  return `${base < 0n ? "-" : ""}${grouped}${fraction === "" ? "" : `.${fraction}`}`;
}

/** A coin of the wire: `coin(250_000_000n)` is 250 ASSAY. */
export function coin(amount: bigint, denom: string = BASE_DENOM): { denom: string; amount: string } {
  return { denom, amount: amount.toString() };
}

/** The price of a unit of gas as an exact ratio: `.025uassay` is 25 / 1000. */
export interface GasPrice {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly denom: string;
}

/** @throws AssayError (client, invalid) unless it reads like `.025uassay`. */
export function parseGasPrice(text: string): GasPrice {
  const match = /^(\d*)(?:\.(\d{1,18}))?([a-zA-Z][a-zA-Z0-9/:._-]{2,127})$/.exec(text);
  if (match === null || (match[1] === "" && match[2] === undefined)) {
    throw clientError("invalid", `"${text}" is no gas price such as 0.025${BASE_DENOM}`);
  }
  const fraction = match[2] ?? "";
  return {
    numerator: BigInt(`${match[1]}${fraction}`),
    denominator: 10n ** BigInt(fraction.length),
    denom: match[3]!,
  };
}

/** The fee for a gas limit, rounded up, in CosmJS's shape. */
export function feeFor(gasLimit: bigint, price: GasPrice): StdFee {
  const amount = (gasLimit * price.numerator + price.denominator - 1n) / price.denominator;
  return { amount: amount === 0n ? [] : [coin(amount, price.denom)], gas: gasLimit.toString() };
}

/** CosmJS's `StdFee`. */
export interface StdFee {
  readonly amount: readonly { readonly denom: string; readonly amount: string }[];
  readonly gas: string;
  /** Who pays it and signs too, where it is not the first signer. */
  readonly payer?: string;
  /** This ledger has no fee grants: a wallet that sets one is refused. */
  readonly granter?: string;
}
