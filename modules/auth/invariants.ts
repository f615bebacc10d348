import type { Invariant } from "@assay/kernel/module";
import { state } from "./state.ts";

export const invariants: readonly Invariant[] = [
  {
    name: "account numbers are distinct and below the next",
    check(ctx) {
      const next = state.nextAccountNumber.peek(ctx);
      const seen = new Set<bigint>();
      for (const [, { base }] of state.accounts.iterate(ctx)) {
        if (seen.has(base.accountNumber)) return `number ${base.accountNumber} is used twice`;
        if (base.accountNumber >= next) return `number ${base.accountNumber} was never handed out`;
        seen.add(base.accountNumber);
      }
      return undefined;
    },
  },
  {
    name: "an account is stored under its own address",
    check(ctx) {
      for (const [address, { base }] of state.accounts.iterate(ctx)) {
        if (ctx.addressText(address) !== base.address) return `${base.address} is stored elsewhere`;
      }
      return undefined;
    },
  },
];
