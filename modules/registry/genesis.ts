import type { WriteCtx } from "@assay/kernel/context";
import { genesis, type Invariant, mustHold, paramsDefaults } from "@assay/kernel/module";
import { toHex } from "@assay/primitives/bytes";
import { GenesisState } from "@assay/proto/gen/assay/registry/v1/genesis";
import { Params, type Version } from "@assay/proto/gen/assay/registry/v1/types";
import { defaultParams, paramsFault } from "./params.ts";
import { withTerms } from "./queries.ts";
import { scoreKey } from "./scores.ts";
import { state } from "./state.ts";

function putVersion(ctx: WriteCtx, { terms, ...version }: Version): void {
  const { id, number, parents } = version;
  if (terms === undefined) throw new Error(`registry: version ${toHex(id)} has no terms`);
  if (state.versions.has(ctx, id)) throw new Error(`registry: version ${toHex(id)} twice`);
  state.versions.set(ctx, id, { ...version, terms: undefined });
  state.terms.set(ctx, id, terms);
  state.byTask.set(ctx, [terms.task, number], id);
  for (const parent of parents) state.children.add(ctx, [parent.id, id]);
}

/** What it takes in must keep the module's invariants: the bank, attest and data come first. */
export const registryGenesis = (invariants: readonly Invariant[]) =>
  genesis(
    GenesisState,
    {
      init(ctx, given) {
        const { params = defaultParams, nextModelNumber, nextVersionNumber } = given;
        const fault = paramsFault(params);
        if (fault !== undefined) throw new Error(`registry: ${fault}`);
        state.params.set(ctx, params);
        for (const model of given.models) {
          if (state.models.has(ctx, model.id)) throw new Error(`registry: model ${toHex(model.id)} twice`);
          state.models.set(ctx, model.id, model);
        }
        for (const version of given.versions) putVersion(ctx, version);
        for (const grant of given.grants) {
          state.grants.set(ctx, [grant.parentId, ctx.address(grant.builder)], grant);
        }
        for (const score of given.scores) state.scores.set(ctx, scoreKey(score), score);
        for (const { account, amount } of given.owed) state.owed.set(ctx, ctx.address(account), amount);
        if (nextModelNumber > 0n) state.nextModelNumber.set(ctx, nextModelNumber);
        if (nextVersionNumber > 0n) state.nextVersionNumber.set(ctx, nextVersionNumber);
        mustHold(ctx, "registry", invariants);
      },

      export: (ctx) => ({
        params: state.params.must(ctx),
        models: [...state.models.iterate(ctx)].map(([, model]) => model),
        versions: [...state.versions.iterate(ctx)].map(([, version]) => withTerms(ctx, version)),
        grants: [...state.grants.iterate(ctx)].map(([, grant]) => grant),
        scores: [...state.scores.iterate(ctx)].map(([, score]) => score),
        owed: [...state.owed.iterate(ctx)].map(([account, amount]) => ({
          account: ctx.addressText(account),
          amount,
        })),
        nextModelNumber: state.nextModelNumber.item.get(ctx) ?? 0n,
        nextVersionNumber: state.nextVersionNumber.item.get(ctx) ?? 0n,
      }),
    },
    paramsDefaults(Params, defaultParams),
  );
