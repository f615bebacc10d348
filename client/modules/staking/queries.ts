import { Query } from "@assay/proto/gen/assay/staking/v1/query";
import type { Validator } from "@assay/proto/gen/assay/staking/v1/types";
import { type AbciQuerier, ask, present } from "../../query.ts";

export interface StakingExtension {
  readonly staking: {
    /** By power, the largest first. */
    readonly validators: () => Promise<Validator[]>;
    readonly validator: (operator: string) => Promise<Validator>;
  };
}

export function setupStakingExtension(base: AbciQuerier): StakingExtension {
  return {
    staking: {
      async validators() {
        return (await ask(base, Query.Validators, {})).validators;
      },
      async validator(operator) {
        return present((await ask(base, Query.Validator, { operator })).validator, operator);
      },
    },
  };
}
