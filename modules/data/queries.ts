import { addressKey, hash32Key, textKey, u8Key } from "@assay/kernel/codec/key-codec";
import { coin } from "@assay/kernel/coin";
import type { ReadCtx } from "@assay/kernel/context";
import { invalidArgument, notFound } from "@assay/kernel/errors";
import { query } from "@assay/kernel/module";
import { MAX_PAGE_LIMIT, paginate } from "@assay/kernel/pagination";
import { toHex } from "@assay/primitives/bytes";
import {
  Query,
  type QueryDatasetsRequest,
  type QueryPositionsRequest,
  type QueryUnbondingsRequest,
} from "@assay/proto/gen/assay/data/v1/query";
import { type Dataset, DatasetStatusEnum } from "@assay/proto/gen/assay/data/v1/types";
import { commitsOf, getTotals, mustDataset } from "./ledger.ts";
import { owed } from "./owed.ts";
import { getParams } from "./params.ts";
import { accountDatasetKey, state } from "./state.ts";

export const withTerms = (ctx: ReadCtx, dataset: Dataset): Dataset => ({
  ...dataset,
  terms: state.terms.get(ctx, dataset.id),
});

function checkId(id: Uint8Array): void {
  if (id.length !== 32) throw invalidArgument(`a dataset id has 32 bytes, not ${id.length}`);
}

function datasets(ctx: ReadCtx, { owner, status, pagination }: QueryDatasetsRequest) {
  if (DatasetStatusEnum.names[status] === undefined) throw invalidArgument(`no status ${status}`);
  const { by } = state.datasets;
  const newestFirst = (prefix: Uint8Array) => ({ prefix, reverse: true });
  const load = (id: Uint8Array) => withTerms(ctx, mustDataset(ctx, id));
  if (owner !== "") {
    ctx.address(owner);
    const pick = ([, id]: readonly [unknown, Uint8Array]) => {
      const dataset = mustDataset(ctx, id);
      return status === 0 || dataset.status === status ? withTerms(ctx, dataset) : undefined;
    };
    return paginate(ctx, by.owner.entries.map, pagination, pick, newestFirst(textKey.encode(owner, false)));
  }
  if (status !== 0) {
    const prefix = u8Key.encode(status, false);
    return paginate(ctx, by.status.entries.map, pagination, ([, id]) => load(id), newestFirst(prefix));
  }
  return paginate(ctx, by.number.entries.map, pagination, ([, id]) => load(id), { reverse: true });
}

function positions(ctx: ReadCtx, { account, datasetId, pagination }: QueryPositionsRequest) {
  if (datasetId.length > 0) checkId(datasetId);
  if (account !== "") {
    const { entries } = state.positions.by.account;
    const who = ctx.address(account);
    const prefix =
      datasetId.length > 0
        ? accountDatasetKey.encode([who, datasetId], false)
        : addressKey.encode(who, false);
    return paginate(ctx, entries.map, pagination, ([, key]) => state.positions.get(ctx, key), { prefix });
  }
  if (datasetId.length === 0) throw invalidArgument("a dataset id, an account or both");
  return paginate(ctx, state.positions.map, pagination, (_key, position) => position, { prefix: datasetId });
}

function unbondings(ctx: ReadCtx, { account, datasetId, pagination }: QueryUnbondingsRequest) {
  if (datasetId.length > 0) checkId(datasetId);
  if (account !== "") {
    const who = ctx.address(account);
    const prefix =
      datasetId.length > 0
        ? accountDatasetKey.encode([who, datasetId], false)
        : addressKey.encode(who, false);
    return paginate(ctx, state.unbondings.map, pagination, (_key, unbonding) => unbonding, { prefix });
  }
  if (datasetId.length === 0) throw invalidArgument("a dataset id, an account or both");
  const { entries } = state.unbondings.by.claim;
  return paginate(ctx, entries.map, pagination, ([, key]) => state.unbondings.get(ctx, key), {
    prefix: hash32Key.encode(datasetId, false),
  });
}

/** Datasets that may owe an account something, in the order of their ids; a page's worth at most. */
function datasetsOf(ctx: ReadCtx, account: Uint8Array): Uint8Array[] {
  const prefix = addressKey.encode(account, false);
  const ids = new Map<string, Uint8Array>();
  const add = (id: Uint8Array): boolean => ids.set(toHex(id), id).size < MAX_PAGE_LIMIT;
  for (const [, [id]] of state.positions.by.account.entries.iterate(ctx, { prefix })) if (!add(id)) break;
  for (const [[, id]] of state.unbondings.iterate(ctx, { prefix })) if (!add(id)) break;
  for (const [[, id]] of state.payables.iterate(ctx, { prefix })) if (!add(id)) break;
  return [...ids.keys()].sort().map((key) => ids.get(key)!);
}

function withdrawable(ctx: ReadCtx, account: Uint8Array, datasetId: Uint8Array) {
  const { stakeDenom } = getParams(ctx);
  const ids = datasetId.length > 0 ? [datasetId] : datasetsOf(ctx, account);
  return ids.flatMap((id) => {
    const dataset = state.datasets.get(ctx, id);
    const amount = dataset === undefined ? 0n : owed(ctx, account, dataset).amount;
    return amount === 0n ? [] : [{ datasetId: id, amount: coin(stakeDenom, amount) }];
  });
}

export const queries = [
  query(Query.Dataset, (ctx, { id }) => {
    checkId(id);
    const dataset = state.datasets.get(ctx, id);
    if (dataset === undefined) throw notFound(`dataset ${toHex(id)}`);
    return { dataset: withTerms(ctx, dataset) };
  }),

  query(Query.Datasets, (ctx, request) => {
    const { items, pagination } = datasets(ctx, request);
    return { datasets: items, pagination };
  }),

  query(Query.Positions, (ctx, request) => {
    const { items, pagination } = positions(ctx, request);
    return { positions: items, pagination };
  }),

  query(Query.Unbondings, (ctx, request) => {
    const { items, pagination } = unbondings(ctx, request);
    return { unbondings: items, pagination };
  }),

  query(Query.Withdrawable, (ctx, { account, datasetId }) => {
    if (datasetId.length > 0) checkId(datasetId);
    return { withdrawable: withdrawable(ctx, ctx.address(account), datasetId) };
  }),

  query(Query.Commits, (ctx, { owner }) => ({ commits: commitsOf(ctx, ctx.address(owner)) })),
  query(Query.Totals, (ctx) => ({ totals: getTotals(ctx) })),
  query(Query.Params, (ctx) => ({ params: getParams(ctx) })),
];
