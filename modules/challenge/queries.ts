import { present } from "@assay/kernel/assert";
import { u8Key } from "@assay/kernel/codec/key-codec";
import type { ReadCtx } from "@assay/kernel/context";
import { invalidArgument, notFound } from "@assay/kernel/errors";
import { query } from "@assay/kernel/module";
import { paginate, paginateList } from "@assay/kernel/pagination";
import { Query, type QueryCasesRequest } from "@assay/proto/gen/assay/challenge/v1/query";
import { CaseStatusEnum } from "@assay/proto/gen/assay/challenge/v1/types";
import { sealIdsOf } from "./cases.ts";
import { getParams } from "./params.ts";
import { state } from "./state.ts";

const newestFirst = { reverse: true };

function cases(ctx: ReadCtx, { datasetId, status, pagination }: QueryCasesRequest) {
  if (CaseStatusEnum.names[status] === undefined) throw invalidArgument(`no status ${status}`);
  const { by, map } = state.cases;
  if (datasetId.length > 0) {
    if (datasetId.length !== 32) throw invalidArgument(`a dataset id has 32 bytes, not ${datasetId.length}`);
    const pick = ([, id]: readonly [Uint8Array, bigint]) => {
      const found = present(state.cases.get(ctx, id), "a case");
      return status === 0 || found.status === status ? found : undefined;
    };
    return paginate(ctx, by.dataset.entries.map, pagination, pick, { prefix: datasetId, ...newestFirst });
  }
  if (status !== 0) {
    const prefix = u8Key.encode(status, false);
    return paginate(ctx, by.status.entries.map, pagination, ([, id]) => state.cases.get(ctx, id), {
      prefix,
      ...newestFirst,
    });
  }
  return paginate(ctx, map, pagination, (_id, found) => found, newestFirst);
}

export const queries = [
  query(Query.Case, (ctx, { id }) => {
    const found = state.cases.get(ctx, id);
    if (found === undefined) throw notFound(`case ${id}`);
    return { case: found };
  }),

  query(Query.Cases, (ctx, request) => {
    const { items, pagination } = cases(ctx, request);
    return { cases: items, pagination };
  }),

  query(Query.Commits, (ctx, { challenger, pagination }) => {
    if (challenger === "") {
      const page = paginate(ctx, state.commits.map, pagination, (_id, commit) => commit, newestFirst);
      return { commits: page.items, pagination: page.pagination };
    }
    ctx.address(challenger);
    const page = paginateList(sealIdsOf(ctx, challenger).reverse(), pagination);
    const commits = page.items.map((id) => present(state.commits.get(ctx, id), "a seal"));
    return { commits, pagination: page.pagination };
  }),

  query(Query.Params, (ctx) => ({ params: getParams(ctx) })),
];
