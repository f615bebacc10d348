import { notFound } from "@assay/kernel/errors";
import { query } from "@assay/kernel/module";
import { paginate } from "@assay/kernel/pagination";
import { Query } from "@assay/proto/gen/cosmos/auth/v1beta1/query";
import { accountToAny } from "./account.ts";
import { state } from "./state.ts";

export const queries = [
  query(Query.Accounts, (ctx, { pagination }) => {
    const page = paginate(ctx, state.accounts, pagination, (_address, account) => accountToAny(account));
    return { accounts: page.items, pagination: page.pagination };
  }),

  query(Query.Account, (ctx, { address }) => {
    const account = state.accounts.get(ctx, ctx.address(address));
    if (account === undefined) throw notFound(`account ${address}`);
    return { account: accountToAny(account) };
  }),

  query(Query.AccountInfo, (ctx, { address }) => {
    const account = state.accounts.get(ctx, ctx.address(address));
    if (account === undefined) throw notFound(`account ${address}`);
    return { info: account.base };
  }),

  query(Query.Params, (ctx) => ({ params: state.params.must(ctx) })),
];
