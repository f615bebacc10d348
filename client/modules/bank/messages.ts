import { MsgMultiSend, MsgSend } from "@assay/proto/gen/cosmos/bank/v1beta1/tx";
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

/** Pays several from one account, all or none. The sum is worked out here. */
export function multiSend(args: {
  readonly from: string;
  readonly outputs: readonly { readonly to: string; readonly amount: readonly Coin[] }[];
}): TypedEncodeObject<MsgMultiSend> {
  const total = new Map<string, bigint>();
  for (const { amount } of args.outputs) {
    for (const { denom, amount: text } of amount) total.set(denom, (total.get(denom) ?? 0n) + BigInt(text));
  }
  // Coins of a message are in the order of their denoms.
  const denoms = [...total.keys()].sort();
  return encodeObject(MsgMultiSend, {
    inputs: [
      { address: args.from, coins: denoms.map((denom) => ({ denom, amount: String(total.get(denom)) })) },
    ],
    outputs: args.outputs.map(({ to, amount }) => ({ address: to, coins: [...amount] })),
  });
}
