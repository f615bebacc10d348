import { genesis, mustHold, paramsDefaults } from "@assay/kernel/module";
import { GenesisState } from "@assay/proto/gen/assay/attest/v1/genesis";
import { Params } from "@assay/proto/gen/assay/attest/v1/types";
import { invariants } from "./invariants.ts";
import { defaultParams, paramsFault } from "./params.ts";
import { votersOf } from "./questions.ts";
import { state } from "./state.ts";

export const attestGenesis = genesis(
  GenesisState,
  {
    init(ctx, { params = defaultParams, questions, participations, nextQuestionId }) {
      const fault = paramsFault(params);
      if (fault !== undefined) throw new Error(`attest: ${fault}`);
      state.params.set(ctx, params);
      for (const { voters, ...question } of questions) {
        if (state.questions.has(ctx, question.id)) throw new Error(`attest: question ${question.id} twice`);
        state.questions.set(ctx, question.id, { ...question, voters: [] });
        for (const voter of voters) {
          state.voters.set(ctx, [question.id, ctx.address(voter.validator)], voter);
        }
      }
      for (const participation of participations) {
        state.participations.set(ctx, ctx.address(participation.validator), participation);
      }
      if (nextQuestionId > 0n) state.nextQuestionId.set(ctx, nextQuestionId);
      mustHold(ctx, "attest", invariants);
    },

    export: (ctx) => ({
      params: state.params.must(ctx),
      questions: [...state.questions.iterate(ctx)].map(([id, question]) => ({
        ...question,
        voters: votersOf(ctx, id),
      })),
      participations: [...state.participations.iterate(ctx)].map(([, participation]) => participation),
      nextQuestionId: state.nextQuestionId.item.get(ctx) ?? 0n,
    }),
  },
  paramsDefaults(Params, defaultParams),
);
