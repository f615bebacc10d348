/** Coins: messages carry Cosmos coins (decimal text), state holds bigint base units. */
import type { Coin } from "@assay/proto/gen/cosmos/base/v1beta1/coin";
import { sdkErrors } from "./errors.ts";

/** Cosmos SDK's rule for a denom. */
const DENOM = /^[a-zA-Z][a-zA-Z0-9/:._-]{2,127}$/;
const AMOUNT = /^(0|[1-9][0-9]{0,19})$/;
export const MAX_AMOUNT = (1n << 64n) - 1n;

export const isDenom = (text: string): boolean => DENOM.test(text);

/** Base units of a coin; undefined where the text is no canonical decimal of at most 64 bits. */
export function parseAmount(text: string): bigint | undefined {
  if (!AMOUNT.test(text)) return undefined;
  const value = BigInt(text);
  return value <= MAX_AMOUNT ? value : undefined;
}

export const coin = (denom: string, amount: bigint): Coin => ({ denom, amount: amount.toString() });

/** `12uassay`, as Cosmos tools print a coin. */
export const coinText = (denom: string, amount: bigint): string => `${amount}${denom}`;

export const coinsText = (coins: readonly Coin[]): string =>
  coins.map((c) => `${c.amount}${c.denom}`).join(",");

/**
 * A coin of one denom, above zero.
 * @throws sdk/10 invalid coins.
 */
export function positiveCoin(given: Coin | undefined, denom: string): bigint {
  const amount = given === undefined ? undefined : parseAmount(given.amount);
  if (given === undefined || amount === undefined || amount === 0n || given.denom !== denom) {
    throw sdkErrors.invalidCoins(
      given === undefined ? "no coin" : `${given.amount}${given.denom}`.slice(0, 160),
    );
  }
  return amount;
}

/**
 * A list of coins as messages carry it: denoms valid, ascending and distinct, amounts above zero.
 * @throws sdk/10 invalid coins.
 */
export function checkCoins(
  coins: readonly Coin[],
): readonly { readonly denom: string; readonly amount: bigint }[] {
  const parsed = coins.map((c) => ({ denom: c.denom, amount: parseAmount(c.amount) }));
  for (let i = 0; i < parsed.length; i++) {
    const { denom, amount } = parsed[i]!;
    if (
      !isDenom(denom) ||
      amount === undefined ||
      amount === 0n ||
      (i > 0 && parsed[i - 1]!.denom >= denom)
    ) {
      throw sdkErrors.invalidCoins(coinsText(coins).slice(0, 160));
    }
  }
  return parsed as { denom: string; amount: bigint }[];
}
