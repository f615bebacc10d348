import { genesis, type Invariant, mustHold, paramsDefaults } from "@assay/kernel/module";
import { toHex } from "@assay/primitives/bytes";
import { GenesisState } from "@assay/proto/gen/assay/data/v1/genesis";
import { Params } from "@assay/proto/gen/assay/data/v1/types";
import { getTotals } from "./ledger.ts";
import { defaultParams, paramsFault } from "./params.ts";
import { withTerms } from "./queries.ts";
import { state } from "./state.ts";

/** What it takes in must keep the module's invariants, the bank's balances included: the bank comes first. */
export const dataGenesis = (invariants: readonly Invariant[]) =>
  genesis(
    GenesisState,
    {
      init(ctx, given) {
        const { feeDenom } = ctx.chain;
        const params = { ...(given.params ?? defaultParams) };
        if (params.stakeDenom === "") params.stakeDenom = feeDenom;
        const fault = paramsFault(params);
        if (fault !== undefined) throw new Error(`data: ${fault}`);
        if (params.stakeDenom !== feeDenom) throw new Error(`data: stake_denom must be ${feeDenom}`);
        state.params.set(ctx, params);
        for (const { terms, ...dataset } of given.datasets) {
          const { id } = dataset;
          if (terms === undefined) throw new Error(`data: dataset ${toHex(id)} has no terms`);
          if (state.datasets.has(ctx, id)) throw new Error(`data: dataset ${toHex(id)} twice`);
          state.datasets.set(ctx, id, { ...dataset, terms: undefined });
          state.terms.set(ctx, id, terms);
        }
        for (const position of given.positions) {
          const { datasetId, claim, account } = position;
          state.positions.set(ctx, [datasetId, claim, ctx.address(account)], position);
        }
        for (const unbonding of given.unbondings) {
          const { account, datasetId, id } = unbonding;
          state.unbondings.set(ctx, [ctx.address(account), datasetId, id], unbonding);
        }
        for (const commit of given.commits) {
          state.commits.set(ctx, [ctx.address(commit.owner), commit.hash], commit);
        }
        for (const { account, datasetId, amount } of given.payables) {
          state.payables.set(ctx, [ctx.address(account), datasetId], amount);
        }
        if (given.nextUnbondingId > 0n) state.nextUnbondingId.set(ctx, given.nextUnbondingId);
        if (given.totals !== undefined && given.totals.datasets > 0n) state.totals.set(ctx, given.totals);
        mustHold(ctx, "data", invariants);
      },

      export: (ctx) => ({
        params: state.params.must(ctx),
        datasets: [...state.datasets.iterate(ctx)].map(([, dataset]) => withTerms(ctx, dataset)),
        positions: [...state.positions.iterate(ctx)].map(([, position]) => position),
        unbondings: [...state.unbondings.iterate(ctx)].map(([, unbonding]) => unbonding),
        commits: [...state.commits.iterate(ctx)].map(([, commit]) => commit),
        payables: [...state.payables.iterate(ctx)].map(([[account, datasetId], amount]) => ({
          account: ctx.addressText(account),
          datasetId,
          amount,
        })),
        nextUnbondingId: state.nextUnbondingId.item.get(ctx) ?? 0n,
        totals: getTotals(ctx),
      }),
    },
    paramsDefaults(Params, defaultParams),
  );
