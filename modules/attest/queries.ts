import { u8Key } from "@assay/kernel/codec/key-codec";
import type { ReadCtx } from "@assay/kernel/context";
import { invalidArgument, notFound } from "@assay/kernel/errors";
import { query } from "@assay/kernel/module";
import { paginate } from "@assay/kernel/pagination";
import { Query } from "@assay/proto/gen/assay/attest/v1/query";
import { type Question, QuestionStatusEnum } from "@assay/proto/gen/assay/attest/v1/types";
import { votersOf } from "./questions.ts";
import { state } from "./state.ts";

const withVoters = (ctx: ReadCtx, question: Question): Question => ({
  ...question,
  voters: votersOf(ctx, question.id),
});

export const queries = [
  query(Query.Question, (ctx, { id }) => {
    const question = state.questions.get(ctx, id);
    if (question === undefined) throw notFound(`question ${id}`);
    return { question: withVoters(ctx, question) };
  }),

  query(Query.Questions, (ctx, { status, pagination }) => {
    if (status === 0) {
      const page = paginate(
        ctx,
        state.questions.map,
        pagination,
        (_id, question) => withVoters(ctx, question),
        {
          reverse: true,
        },
      );
      return { questions: page.items, pagination: page.pagination };
    }
    const { entries } = state.questions.by.status;
    if (QuestionStatusEnum.names[status] === undefined) throw invalidArgument(`no status ${status}`);
    const prefix = u8Key.encode(status, false);
    const page = paginate(ctx, entries.map, pagination, ([, id]) => state.questions.get(ctx, id), {
      prefix,
      reverse: true,
    });
    return { questions: page.items.map((q) => withVoters(ctx, q)), pagination: page.pagination };
  }),

  query(Query.Participations, (ctx) => ({
    participations: [...state.participations.iterate(ctx)].map(([, participation]) => participation),
  })),

  query(Query.Params, (ctx) => ({ params: state.params.must(ctx) })),
];
