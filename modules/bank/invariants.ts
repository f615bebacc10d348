import type { Invariant } from "@assay/kernel/module";
import type { AuthView } from "../auth/keeper.ts";
import { state } from "./state.ts";

export const bankInvariants = (auth: AuthView): readonly Invariant[] => [
  {
    name: "supply is the sum of balances",
    check(ctx) {
      const sums = new Map<string, bigint>();
      for (const [[, denom], amount] of state.balances.iterate(ctx)) {
        sums.set(denom, (sums.get(denom) ?? 0n) + amount);
      }
      for (const [denom, amount] of state.supply.iterate(ctx)) {
        if (sums.get(denom) !== amount)
          return `${amount}${denom} exist, accounts hold ${sums.get(denom) ?? 0n}`;
        sums.delete(denom);
      }
      for (const [denom, amount] of sums) return `accounts hold ${amount}${denom}, none exist`;
      return undefined;
    },
  },
  {
    name: "no balance is zero, every holder has an account",
    check(ctx) {
      for (const [[address, denom], amount] of state.balances.iterate(ctx)) {
        if (amount <= 0n) return `${ctx.addressText(address)} holds ${amount}${denom}`;
        if (!auth.has(ctx, address)) return `${ctx.addressText(address)} has no account`;
      }
      return undefined;
    },
  },
];
