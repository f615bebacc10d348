import { MsgSend } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
import type { Coin } from "@assay/proto/gen/cosmos/base/v1beta1/coin";
import { encodeObject, type TypedEncodeObject } from "../../encode-object.ts";

/** Moves coins from one account to another. */
export function send(args: {
  readonly from: string;
  readonly to: string;
  readonly amount: readonly Coin[];
}): TypedEncodeObject<MsgSend> {
  return encodeObject(MsgSend, { fromAddress: args.from, toAddress: args.to, amount: [...args.amount] });
}
