/**
 * The fee: asked for by each node as it likes, paid and burned by all alike (MARKET 8). It never passes through an
 * account, so its events are `coin_spent` and `burn`, where a Cosmos chain has a transfer to its fee collector; then
 * `message` and `tx`, as there.
 *
 * @module
 */
import { coinsText, coinText, parseAmount } from "@assay/kernel/coin";
import { sdkErrors } from "@assay/kernel/errors";
import { priceOf } from "../gas-price.ts";
import type { AnteCall } from "./ante.ts";

/** Base units of the fee denom. @throws sdk/10 for what is no coin, sdk/13 for another denom. */
function feeAmount({ ctx, tx }: AnteCall): bigint {
  let total = 0n;
  const { amount } = tx.fee;
  if (amount.length > 1) throw sdkErrors.invalidCoins(coinsText(amount).slice(0, 160));
  for (const given of amount) {
    const value = parseAmount(given.amount);
    if (value === undefined) throw sdkErrors.invalidCoins(coinsText(amount).slice(0, 160));
    if (given.denom !== ctx.chain.feeDenom) {
      throw sdkErrors.insufficientFee(
        `fees are paid in ${ctx.chain.feeDenom}, got ${given.denom.slice(0, 128)}`,
      );
    }
    total += value;
  }
  return total;
}

export function requireMinimumFee(call: AnteCall): void {
  const { mode, ctx, tx, services } = call;
  const given = feeAmount(call);
  if (mode !== "check" && mode !== "recheck") return;
  const required = priceOf(services.minGasPriceMicro, tx.fee.gasLimit);
  if (given < required) {
    const { feeDenom } = ctx.chain;
    throw sdkErrors.insufficientFee(
      `insufficient fees; got: ${given === 0n ? "" : coinText(feeDenom, given)} required: ${coinText(feeDenom, required)}`,
    );
  }
}

export function payFee(call: AnteCall): void {
  const { ctx, tx, services } = call;
  const payer = tx.feePayer!;
  const amount = feeAmount(call);
  if (!services.auth.has(ctx, payer.address)) {
    throw sdkErrors.unknownAddress(`fee payer address: ${payer.text} does not exist`);
  }
  services.bank.burn(ctx, payer.address, ctx.chain.feeDenom, amount);
  if (amount > 0n) ctx.emitPlain("message", [{ key: "sender", value: payer.text }]);
  ctx.emitPlain("tx", [
    { key: "fee", value: amount === 0n ? "" : coinText(ctx.chain.feeDenom, amount) },
    { key: "fee_payer", value: payer.text },
  ]);
}
