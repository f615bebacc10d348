import { checkCoins } from "@assay/kernel/coin";
import type { WriteCtx } from "@assay/kernel/context";
import { sdkErrors } from "@assay/kernel/errors";
import { toHex } from "@assay/primitives/bytes";
import type { MsgSend, MsgSendResponse } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import { errors } from "./errors.ts";
import type { Bank } from "./ledger.ts";
import { sendEnabled } from "./params.ts";

/** @param blocked addresses, in hex, that may not be paid by a message: the modules' own. */
export function send(
  bank: Bank,
  blocked: ReadonlySet<string>,
  ctx: WriteCtx,
  message: MsgSend,
): MsgSendResponse {
  const from = ctx.address(message.fromAddress);
  const to = ctx.address(message.toAddress);
  const coins = checkCoins(message.amount);
  if (!sendEnabled(ctx)) throw errors.sendDisabled();
  if (blocked.has(toHex(to))) {
    throw sdkErrors.unauthorized(`${message.toAddress} is not allowed to receive funds`);
  }

  bank.sendCoins(ctx, from, to, coins);
  return {};
}
