import { checkCoins } from "@assay/kernel/coin";
import type { ChainInfo } from "@assay/kernel/context";
import { sdkErrors } from "@assay/kernel/errors";
import { addressFromBech32 } from "@assay/primitives/address";
import type { MsgSend } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";

/** @throws sdk/7 for an address of another chain, sdk/10 for coins that are none. */
export function checkSend(message: MsgSend, chain: ChainInfo): void {
  const { fromAddress, toAddress, amount } = message;
  if (addressFromBech32(fromAddress, chain.bech32Prefix) === undefined) {
    throw sdkErrors.invalidAddress(`invalid from address "${fromAddress.slice(0, 100)}"`);
  }
  if (addressFromBech32(toAddress, chain.bech32Prefix) === undefined) {
    throw sdkErrors.invalidAddress(`invalid to address "${toAddress.slice(0, 100)}"`);
  }
  if (amount.length === 0) throw sdkErrors.invalidCoins("no coins");
  checkCoins(amount);
}
