import { DECIMALS, parseAmount } from "@assay/client/amount";
import { UsageError } from "./failure.ts";

/**
 * An amount of the command line in base units: `250assay`, `250.5assay`, `250000000uassay`, or a bare whole number of
 * base units.
 * @param denom the ledger's base denom, such as `uassay`; its whole coin is named without the first letter.
 * @throws UsageError
 */
export function amountFlag(text: string, denom: string): bigint {
  const match = /^([\d.]+)\s*([a-zA-Z]*)$/.exec(text.trim());
  const [, number = "", unit = ""] = match ?? [];
  const whole = denom.slice(1);
  try {
    if (unit === denom || (match !== null && unit === "")) return parseAmount(number, 0);
    if (denom.startsWith("u") && unit.toLowerCase() === whole) return parseAmount(number, DECIMALS);
  } catch {
    // Said below, with what would have been right.
  }
  throw new UsageError(
    `"${text}" is no amount`,
    denom.startsWith("u")
      ? `Give it like 250${whole}, or in base units like 250000000${denom}.`
      : `Give it like 250${denom}.`,
  );
}

/** A whole number of a flag. @throws UsageError */
export function numberFlag(name: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d{1,15}$/.test(text) || value < least || value > most) {
      throw new UsageError(`${name} ${text}`, `Give a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}
