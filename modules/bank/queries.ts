import { coin, isDenom } from "@assay/kernel/coin";
import type { ReadCtx } from "@assay/kernel/context";
import { invalidArgument, notFound } from "@assay/kernel/errors";
import { query } from "@assay/kernel/module";
import { paginate } from "@assay/kernel/pagination";
import { Query } from "@assay/proto/gen/cosmos/bank/v1beta1/query";
import type { PageRequest } from "@assay/proto/gen/cosmos/base/query/v1beta1/pagination";
import { getParams } from "./params.ts";
import { state } from "./state.ts";

function checkDenom(denom: string): void {
  if (!isDenom(denom)) throw invalidArgument("invalid denom");
}

function balanceOf(ctx: ReadCtx, address: string, denom: string) {
  checkDenom(denom);
  return { balance: coin(denom, state.balances.getOr(ctx, [ctx.address(address), denom], 0n)) };
}

/** Nothing is locked here, so what is spendable is what is there. */
function balancesOf(ctx: ReadCtx, address: string, pagination: PageRequest | undefined) {
  const prefix = state.balances.keyCodec.encode([ctx.address(address), ""], true);
  const page = paginate(ctx, state.balances, pagination, ([, denom], amount) => coin(denom, amount), {
    prefix,
  });
  return { balances: page.items, pagination: page.pagination };
}

function metadataOf(ctx: ReadCtx, denom: string) {
  checkDenom(denom);
  const metadata = state.metadata.get(ctx, denom);
  if (metadata === undefined) throw notFound(`client metadata for denom ${denom}`);
  return { metadata };
}

export const queries = [
  query(Query.Balance, (ctx, { address, denom }) => balanceOf(ctx, address, denom)),
  query(Query.AllBalances, (ctx, { address, pagination }) => balancesOf(ctx, address, pagination)),
  query(Query.SpendableBalances, (ctx, { address, pagination }) => balancesOf(ctx, address, pagination)),
  query(Query.SpendableBalanceByDenom, (ctx, { address, denom }) => balanceOf(ctx, address, denom)),

  query(Query.TotalSupply, (ctx, { pagination }) => {
    const page = paginate(ctx, state.supply, pagination, (denom, amount) => coin(denom, amount));
    return { supply: page.items, pagination: page.pagination };
  }),

  query(Query.SupplyOf, (ctx, { denom }) => {
    checkDenom(denom);
    return { amount: coin(denom, state.supply.getOr(ctx, denom, 0n)) };
  }),

  query(Query.Params, (ctx) => ({ params: getParams(ctx) })),

  query(Query.DenomMetadata, (ctx, { denom }) => metadataOf(ctx, denom)),
  query(Query.DenomMetadataByQueryString, (ctx, { denom }) => metadataOf(ctx, denom)),

  query(Query.DenomsMetadata, (ctx, { pagination }) => {
    const page = paginate(ctx, state.metadata, pagination, (_denom, metadata) => metadata);
    return { metadatas: page.items, pagination: page.pagination };
  }),

  // One switch serves all denoms, so none is switched by itself.
  query(Query.SendEnabled, () => ({
    sendEnabled: [],
    pagination: { nextKey: new Uint8Array(0), total: 0n },
  })),
];
