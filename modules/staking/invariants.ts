import type { Invariant } from "@assay/kernel/module";
import { state } from "./state.ts";

export const invariants: readonly Invariant[] = [
  {
    name: "validators and attestors point at each other",
    check(ctx) {
      let validators = 0;
      for (const [operator, { attestor }] of state.validators.iterate(ctx)) {
        validators++;
        const back = state.operatorByAttestor.get(ctx, ctx.address(attestor));
        if (back === undefined || ctx.addressText(back) !== ctx.addressText(operator)) {
          return `${attestor} does not answer for ${ctx.addressText(operator)}`;
        }
      }
      const attestors = [...state.operatorByAttestor.iterate(ctx)].length;
      return attestors === validators ? undefined : `${attestors} attestors for ${validators} validators`;
    },
  },
];
