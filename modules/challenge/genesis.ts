import { genesis, type Invariant, mustHold, paramsDefaults } from "@assay/kernel/module";
import { GenesisState } from "@assay/proto/gen/assay/challenge/v1/genesis";
import { Params } from "@assay/proto/gen/assay/challenge/v1/types";
import type { DatasetView } from "../data/keeper.ts";
import { defaultParams, paramsFault } from "./params.ts";
import { state } from "./state.ts";

/** Comes after the bank's and data's: its invariants look at both. */
export const challengeGenesis = (data: DatasetView, invariants: readonly Invariant[]) =>
  genesis(
    GenesisState,
    {
      init(ctx, { params = defaultParams, cases, commits, nextCaseId, nextCommitId }) {
        const fault = paramsFault(params);
        if (fault !== undefined) throw new Error(`challenge: ${fault}`);
        if (params.revealMaxBlocks >= data.unbondingBlocks(ctx)) {
          throw new Error("challenge: reveal_max_blocks must be below data's unbonding_blocks");
        }
        state.params.set(ctx, params);
        for (const found of cases) {
          if (state.cases.has(ctx, found.id)) throw new Error(`challenge: case ${found.id} twice`);
          state.cases.set(ctx, found.id, found);
        }
        for (const commit of commits) {
          if (state.commits.has(ctx, commit.id)) throw new Error(`challenge: seal ${commit.id} twice`);
          state.commits.set(ctx, commit.id, commit);
        }
        if (nextCaseId > 0n) state.nextCaseId.set(ctx, nextCaseId);
        if (nextCommitId > 0n) state.nextCommitId.set(ctx, nextCommitId);
        mustHold(ctx, "challenge", invariants);
      },

      export: (ctx) => ({
        params: state.params.must(ctx),
        cases: [...state.cases.iterate(ctx)].map(([, found]) => found),
        commits: [...state.commits.iterate(ctx)].map(([, commit]) => commit),
        nextCaseId: state.nextCaseId.item.get(ctx) ?? 0n,
        nextCommitId: state.nextCommitId.item.get(ctx) ?? 0n,
      }),
    },
    paramsDefaults(Params, defaultParams),
  );
