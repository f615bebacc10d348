import {
  Query,
  type QueryDatasetsResponse,
  type QueryPositionsResponse,
  type QueryUnbondingsResponse,
  type Totals,
  type Withdrawable,
} from "@assay/proto/gen/assay/data/v1/query";
import type { Dataset, DatasetStatus, Params, PublishCommit } from "@assay/proto/gen/assay/data/v1/types";
import {
  type AbciQuerier,
  ask,
  type BytesLike,
  type PageOptions,
  pageRequest,
  present,
  toBytes,
} from "../../query.ts";

/** By dataset, by account, or by both; one of them at least. */
export interface StakeFilter {
  readonly datasetId?: BytesLike;
  readonly account?: string;
  readonly page?: PageOptions;
}

export interface DataExtension {
  readonly data: {
    readonly dataset: (id: BytesLike) => Promise<Dataset>;
    /** Newest first. */
    readonly datasets: (filter?: {
      readonly status?: DatasetStatus;
      readonly owner?: string;
      readonly page?: PageOptions;
    }) => Promise<QueryDatasetsResponse>;
    readonly positions: (filter: StakeFilter) => Promise<QueryPositionsResponse>;
    readonly unbondings: (filter: StakeFilter) => Promise<QueryUnbondingsResponse>;
    /** What the account may withdraw now, by dataset. */
    readonly withdrawable: (account: string, datasetId?: BytesLike) => Promise<Withdrawable[]>;
    /** The owner's sealed publishes. */
    readonly commits: (owner: string) => Promise<PublishCommit[]>;
    readonly totals: () => Promise<Totals>;
    readonly params: () => Promise<Params>;
  };
}

function stakeRequest(filter: StakeFilter) {
  return {
    datasetId: toBytes(filter.datasetId ?? ""),
    account: filter.account ?? "",
    pagination: pageRequest(filter.page),
  };
}

export function setupDataExtension(base: AbciQuerier): DataExtension {
  return {
    data: {
      async dataset(id) {
        return present((await ask(base, Query.Dataset, { id: toBytes(id) })).dataset, "dataset");
      },
      datasets: (filter = {}) =>
        ask(base, Query.Datasets, {
          status: filter.status ?? 0,
          owner: filter.owner ?? "",
          pagination: pageRequest(filter.page),
        }),
      positions: (filter) => ask(base, Query.Positions, stakeRequest(filter)),
      unbondings: (filter) => ask(base, Query.Unbondings, stakeRequest(filter)),
      async withdrawable(account, datasetId = "") {
        const request = { account, datasetId: toBytes(datasetId) };
        return (await ask(base, Query.Withdrawable, request)).withdrawable;
      },
      async commits(owner) {
        return (await ask(base, Query.Commits, { owner })).commits;
      },
      async totals() {
        return present((await ask(base, Query.Totals, {})).totals, "totals");
      },
      async params() {
        return present((await ask(base, Query.Params, {})).params, "params");
      },
    },
  };
}
