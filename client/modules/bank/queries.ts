import type { Metadata, Params } from "@assay/proto/gen/cosmos/bank/v1beta1/bank";
import { Query } from "@assay/proto/gen/cosmos/bank/v1beta1/query";
import type { Coin } from "@assay/proto/gen/cosmos/base/v1beta1/coin";
import { type AbciQuerier, ask, type PageOptions, pageRequest, present } from "../../query.ts";

export interface BankExtension {
  readonly bank: {
    readonly balance: (address: string, denom: string) => Promise<Coin>;
    readonly allBalances: (address: string, page?: PageOptions) => Promise<Coin[]>;
    readonly spendableBalances: (address: string, page?: PageOptions) => Promise<Coin[]>;
    readonly totalSupply: (page?: PageOptions) => Promise<Coin[]>;
    readonly supplyOf: (denom: string) => Promise<Coin>;
    readonly denomMetadata: (denom: string) => Promise<Metadata>;
    readonly denomsMetadata: (page?: PageOptions) => Promise<Metadata[]>;
    readonly params: () => Promise<Params>;
  };
}

export function setupBankExtension(base: AbciQuerier): BankExtension {
  return {
    bank: {
      async balance(address, denom) {
        const { balance } = await ask(base, Query.Balance, { address, denom });
        return balance ?? { denom, amount: "0" };
      },
      async allBalances(address, page) {
        return (await ask(base, Query.AllBalances, { address, pagination: pageRequest(page) })).balances;
      },
      async spendableBalances(address, page) {
        return (await ask(base, Query.SpendableBalances, { address, pagination: pageRequest(page) }))
          .balances;
      },
      async totalSupply(page) {
        return (await ask(base, Query.TotalSupply, { pagination: pageRequest(page) })).supply;
      },
      async supplyOf(denom) {
        const { amount } = await ask(base, Query.SupplyOf, { denom });
        return amount ?? { denom, amount: "0" };
      },
      async denomMetadata(denom) {
        return present((await ask(base, Query.DenomMetadata, { denom })).metadata, denom);
      },
      async denomsMetadata(page) {
        return (await ask(base, Query.DenomsMetadata, { pagination: pageRequest(page) })).metadatas;
      },
      async params() {
        return present((await ask(base, Query.Params, {})).params, "params");
      },
    },
  };
}
