import { notFound } from "@assay/kernel/errors";
import { query } from "@assay/kernel/module";
import { Query } from "@assay/proto/gen/assay/staking/v1/query";
import { state } from "./state.ts";

export const queries = [
  query(Query.Validators, (ctx) => ({
    // The sort is stable: those of one power stay in the order of their addresses.
    validators: [...state.validators.iterate(ctx)]
      .map(([, validator]) => validator)
      .sort((a, b) => (a.power === b.power ? 0 : a.power > b.power ? -1 : 1)),
  })),

  query(Query.Validator, (ctx, { operator }) => {
    const validator = state.validators.get(ctx, ctx.address(operator));
    if (validator === undefined) throw notFound(`validator ${operator}`);
    return { validator };
  }),
];
