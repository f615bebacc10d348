import { checkCoins } from "@assay/kernel/coin";
import type { ChainInfo } from "@assay/kernel/context";
import { sdkErrors } from "@assay/kernel/errors";
import { addressFromBech32 } from "@assay/primitives/address";
import type { Input } from "@assay/proto/gen/cosmos/bank/v1beta1/bank";
import type { MsgMultiSend, MsgSend } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import type { Coin } from "@assay/proto/gen/cosmos/base/v1beta1/coin";
import { errors } from "./errors.ts";

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

/** What an output or an input says, of either kind. @throws sdk/7, sdk/10. */
function checkSide(address: string, coins: readonly Coin[], side: "input" | "output", chain: ChainInfo) {
  if (addressFromBech32(address, chain.bech32Prefix) === undefined) {
    throw sdkErrors.invalidAddress(`invalid ${side} address "${address.slice(0, 100)}"`);
  }
  if (coins.length === 0) throw sdkErrors.invalidCoins("no coins");
  return checkCoins(coins);
}

/**
 * @throws bank/9 for other than one input, bank/3 for no output, sdk/7 and sdk/10 as `MsgSend`, bank/4 where the outputs
 *   are together not the input.
 */
export function checkMultiSend({ inputs, outputs }: MsgMultiSend, chain: ChainInfo): void {
  if (inputs.length !== 1) throw errors.multipleSenders();
  if (outputs.length === 0) throw errors.noOutputs();
  const [input] = inputs as [Input];
  const left = new Map<string, bigint>();
  for (const { denom, amount } of checkSide(input.address, input.coins, "input", chain))
    left.set(denom, amount);
  for (const { address, coins } of outputs) {
    for (const { denom, amount } of checkSide(address, coins, "output", chain)) {
      left.set(denom, (left.get(denom) ?? 0n) - amount);
    }
  }
  for (const rest of left.values()) if (rest !== 0n) throw errors.inputOutputMismatch();
}
