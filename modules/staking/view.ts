import { present } from "@assay/kernel/assert";
import type { ReadCtx } from "@assay/kernel/context";
import type { Validator } from "@assay/proto/gen/assay/staking/v1/types";
import type { StakingView, ValidatorInfo } from "./keeper.ts";
import { state } from "./state.ts";

function info(ctx: ReadCtx, validator: Validator): ValidatorInfo {
  return {
    operator: ctx.address(validator.operator),
    attestor: ctx.address(validator.attestor),
    consensusPubkey: validator.consensusPubkey,
    power: validator.power,
    moniker: validator.moniker,
  };
}

export const stakingView: StakingView = {
  validators: (ctx) => [...state.validators.iterate(ctx)].map(([, validator]) => info(ctx, validator)),

  byAttestor(ctx, attestor) {
    const operator = state.operatorByAttestor.get(ctx, attestor);
    if (operator === undefined) return undefined;
    return info(ctx, present(state.validators.get(ctx, operator), "an attestor's validator"));
  },
};
