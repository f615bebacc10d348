import { Query, type QueryQuestionsResponse } from "@assay/proto/gen/assay/attest/v1/query";
import type { Params, Participation, Question, QuestionStatus } from "@assay/proto/gen/assay/attest/v1/types";
import { type AbciQuerier, ask, type PageOptions, pageRequest, present } from "../../query.ts";

export interface AttestExtension {
  readonly attest: {
    readonly question: (id: bigint) => Promise<Question>;
    readonly questions: (filter?: {
      readonly status?: QuestionStatus;
      readonly page?: PageOptions;
    }) => Promise<QueryQuestionsResponse>;
    readonly participations: () => Promise<Participation[]>;
    readonly params: () => Promise<Params>;
  };
}

export function setupAttestExtension(base: AbciQuerier): AttestExtension {
  return {
    attest: {
      async question(id) {
        return present((await ask(base, Query.Question, { id })).question, `question ${id}`);
      },
      questions: (filter = {}) =>
        ask(base, Query.Questions, { status: filter.status ?? 0, pagination: pageRequest(filter.page) }),
      async participations() {
        return (await ask(base, Query.Participations, {})).participations;
      },
      async params() {
        return present((await ask(base, Query.Params, {})).params, "params");
      },
    },
  };
}
