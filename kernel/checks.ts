/** Stateless checks that messages of several modules share. */
import { addressFromBech32 } from "@assay/primitives/address";
import type { ChainInfo } from "./context.ts";
import { sdkErrors } from "./errors.ts";

/** @throws sdk/7 where the text is no address of this chain. */
export function checkAddress(text: string, chain: ChainInfo, field: string): void {
  if (addressFromBech32(text, chain.bech32Prefix) === undefined) {
    throw sdkErrors.invalidAddress(`${field} "${text.slice(0, 100)}" is no ${chain.bech32Prefix} address`);
  }
}
