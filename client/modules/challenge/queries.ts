import {
  Query,
  type QueryCasesResponse,
  type QueryCommitsResponse,
} from "@assay/proto/gen/assay/challenge/v1/query";
import type { Case, CaseStatus, Params } from "@assay/proto/gen/assay/challenge/v1/types";
import {
  type AbciQuerier,
  ask,
  type BytesLike,
  type PageOptions,
  pageRequest,
  present,
  toBytes,
} from "../../query.ts";

export interface ChallengeExtension {
  readonly challenge: {
    readonly case: (id: bigint) => Promise<Case>;
    /** Newest first. */
    readonly cases: (filter?: {
      readonly datasetId?: BytesLike;
      readonly status?: CaseStatus;
      readonly page?: PageOptions;
    }) => Promise<QueryCasesResponse>;
    /** Sealed challenges that wait to be shown; everybody's without a challenger. */
    readonly commits: (filter?: {
      readonly challenger?: string;
      readonly page?: PageOptions;
    }) => Promise<QueryCommitsResponse>;
    readonly params: () => Promise<Params>;
  };
}

export function setupChallengeExtension(base: AbciQuerier): ChallengeExtension {
  return {
    challenge: {
      async case(id) {
        return present((await ask(base, Query.Case, { id })).case, `case ${id}`);
      },
      cases: (filter = {}) =>
        ask(base, Query.Cases, {
          datasetId: toBytes(filter.datasetId ?? ""),
          status: filter.status ?? 0,
          pagination: pageRequest(filter.page),
        }),
      commits: (filter = {}) =>
        ask(base, Query.Commits, {
          challenger: filter.challenger ?? "",
          pagination: pageRequest(filter.page),
        }),
      async params() {
        return present((await ask(base, Query.Params, {})).params, "params");
      },
    },
  };
}
