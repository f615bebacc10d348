/** What a node asks for gas, in millionths of a base unit for a unit of gas: no floats, nothing rounded away. */
import { isDenom } from "@assay/kernel/coin";

export interface GasPrice {
  /** Absent means the chain's fee denom. */
  readonly denom: string | undefined;
  readonly micro: bigint;
}

const GAS_PRICE = /^([0-9]{1,9})(?:\.([0-9]{1,6}))?|^\.([0-9]{1,6})/;

/** `0.025uassay`, or `0.025` without a denom. @throws RangeError for anything else. */
export function parseGasPrice(text: string): GasPrice {
  const match = GAS_PRICE.exec(text);
  const denom = match === null ? "" : text.slice(match[0].length);
  if (match === null || (denom !== "" && !isDenom(denom)))
    throw new RangeError(`"${text}" is no gas price like 0.025uassay`);
  const fraction = (match[2] ?? match[3] ?? "").padEnd(6, "0");
  return {
    denom: denom === "" ? undefined : denom,
    micro: BigInt(match[1] ?? "0") * 1_000_000n + BigInt(fraction),
  };
}

/** Base units for so much gas; a started unit counts. */
export const priceOf = (micro: bigint, gas: bigint): bigint => (gas * micro + 999_999n) / 1_000_000n;
