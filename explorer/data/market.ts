/**
 * The market's state as resources: one hook a question, so that two parts of a page that ask the same share the answer.
 *
 * @module
 */

import { parseDataEvent } from "@assay/client/modules/data/events";
import { toHex } from "@assay/primitives/bytes";
import type { Case, ChallengeCommit } from "@assay/proto/gen/assay/challenge/v1/types";
import type { Dataset, Position, Unbonding } from "@assay/proto/gen/assay/data/v1/types";
import type { Backing } from "./happenings.ts";
import { client } from "./node.ts";
import { useResource } from "./resource.ts";

const LIVE = { live: true };
/** Datasets and cases that lists hold; the page says so when there are more. */
export const LIST_LIMIT = 200;
const POSITIONS_LIMIT = 500;

export const hexId = (id: Uint8Array): string => toHex(id);
export const isDatasetId = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

export interface DatasetList {
  /** Newest first. */
  readonly datasets: readonly Dataset[];
  /** There are older ones that are not in the list. */
  readonly more: boolean;
}

export async function loadDatasets(): Promise<DatasetList> {
  const { datasets, pagination } = await client.query.data.datasets({ page: { limit: LIST_LIMIT } });
  return { datasets, more: (pagination?.nextKey.length ?? 0) > 0 };
}

export const useDatasets = () => useResource("datasets", loadDatasets, LIVE);

export const useDataset = (id: string) =>
  useResource(`dataset:${id}`, () => client.query.data.dataset(id), LIVE);

export const useDatasetsOf = (owner: string | undefined) =>
  useResource(
    owner === undefined ? undefined : `datasets-of:${owner}`,
    async () => (await client.query.data.datasets({ owner: owner!, page: { limit: LIST_LIMIT } })).datasets,
    LIVE,
  );

export const useTotals = () => useResource("totals", () => client.query.data.totals(), LIVE);

export const useDataParams = () => useResource("params:data", () => client.query.data.params());

export const useChallengeParams = () =>
  useResource("params:challenge", () => client.query.challenge.params());

export const useAttestParams = () => useResource("params:attest", () => client.query.attest.params());

export interface StakeFilter {
  readonly account?: string;
  readonly datasetId?: string;
}

function keyOf(name: string, filter: StakeFilter | undefined): string | undefined {
  return filter && `${name}:${filter.account ?? ""}:${filter.datasetId ?? ""}`;
}

export const usePositions = (filter: StakeFilter | undefined) =>
  useResource<readonly Position[]>(
    keyOf("positions", filter),
    async () =>
      (await client.query.data.positions({ ...filter, page: { limit: POSITIONS_LIMIT } })).positions,
    LIVE,
  );

export const useUnbondings = (filter: StakeFilter | undefined) =>
  useResource<readonly Unbonding[]>(
    keyOf("unbondings", filter),
    async () =>
      (await client.query.data.unbondings({ ...filter, page: { limit: POSITIONS_LIMIT } })).unbondings,
    LIVE,
  );

export const useWithdrawable = (account: string | undefined) =>
  useResource(
    account === undefined ? undefined : `withdrawable:${account}`,
    () => client.query.data.withdrawable(account!),
    LIVE,
  );

export const useCases = (datasetId?: string) =>
  useResource<readonly Case[]>(
    `cases:${datasetId ?? ""}`,
    async () => {
      const filter = datasetId === undefined ? {} : { datasetId };
      return (await client.query.challenge.cases({ ...filter, page: { limit: LIST_LIMIT } })).cases;
    },
    LIVE,
  );

export const useCase = (id: bigint | undefined) =>
  useResource(id === undefined ? undefined : `case:${id}`, () => client.query.challenge.case(id!), LIVE);

export const useSeals = () =>
  useResource<readonly ChallengeCommit[]>(
    "seals",
    async () => (await client.query.challenge.commits({ page: { limit: LIST_LIMIT } })).commits,
    LIVE,
  );

export const useQuestion = (id: bigint | undefined) =>
  useResource(id === undefined ? undefined : `question:${id}`, () => client.query.attest.question(id!), LIVE);

export const useValidators = () => useResource("validators", () => client.query.staking.validators(), LIVE);

/** The newest stakes of backers, from the node's index of transactions. */
export const useBackings = () =>
  useResource<readonly Backing[]>(
    "backings",
    async () => {
      const { items } = await client.searchTx("data.staked.is_owner='false'", { perPage: 20, order: "desc" });
      return items.flatMap((tx) =>
        tx.events.flatMap((event) => {
          const staked = parseDataEvent(event);
          if (staked?.type !== "data.staked" || staked.value.isOwner) return [];
          const { datasetId, claim, account, amount } = staked.value;
          return [{ datasetId: hexId(datasetId), claim, account, amount, height: tx.height }];
        }),
      );
    },
    LIVE,
  );

/** A name for every dataset that is known by id; others by the head of their id. */
export function useDatasetNames(): (id: Uint8Array) => string {
  const list = useDatasets();
  const names = new Map<string, string>();
  if (list.state === "ready") {
    for (const dataset of list.value.datasets) names.set(hexId(dataset.id), dataset.terms?.name ?? "");
  }
  return (id) => names.get(hexId(id)) || `${hexId(id).slice(0, 6)}…`;
}
