import { checkCoins } from "@assay/kernel/coin";
import type { WriteCtx } from "@assay/kernel/context";
import { sdkErrors } from "@assay/kernel/errors";
import { toHex } from "@assay/primitives/bytes";
import type {
  MsgMultiSend,
  MsgMultiSendResponse,
  MsgSend,
  MsgSendResponse,
} from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import { errors } from "./errors.ts";
import type { Bank } from "./ledger.ts";
import { sendEnabled } from "./params.ts";

/** @param blocked addresses, in hex, that they may not: the modules' own. */
function mustReceive(blocked: ReadonlySet<string>, address: Uint8Array, text: string): void {
  if (blocked.has(toHex(address))) throw sdkErrors.unauthorized(`${text} is not allowed to receive funds`);
}

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
  mustReceive(blocked, to, message.toAddress);

  bank.sendCoins(ctx, from, to, coins);
  return {};
}

/** The stateless checks have passed: one input, which is the outputs' sum. */
export function multiSend(
  bank: Bank,
  blocked: ReadonlySet<string>,
  ctx: WriteCtx,
  message: MsgMultiSend,
): MsgMultiSendResponse {
  const input = message.inputs[0]!;
  const from = ctx.address(input.address);
  const outputs = message.outputs.map(({ address, coins }) => ({
    to: ctx.address(address),
    coins: checkCoins(coins),
  }));
  if (!sendEnabled(ctx)) throw errors.sendDisabled();
  for (const [i, { to }] of outputs.entries()) mustReceive(blocked, to, message.outputs[i]!.address);

  bank.multiSend(ctx, from, checkCoins(input.coins), outputs);
  return {};
}
