import { checkCoins, coin } from "@assay/kernel/coin";
import { genesis } from "@assay/kernel/module";
import { toHex } from "@assay/primitives/bytes";
import { type Balance, GenesisState } from "@assay/proto/gen/cosmos/bank/v1beta1/genesis";
import type { AuthKeeper } from "../auth/keeper.ts";
import { MAX_SUPPLY } from "./ledger.ts";
import { defaultParams, getParams, setParams } from "./params.ts";
import { state } from "./state.ts";

export const bankGenesis = (auth: AuthKeeper) =>
  genesis(GenesisState, {
    init(ctx, { params, balances, supply, denomMetadata, sendEnabled }) {
      if (sendEnabled.length > 0) throw new Error("bank: send_enabled of single denoms is not supported");
      setParams(ctx, params ?? defaultParams);
      const total = new Map<string, bigint>();
      const seen = new Set<string>();
      for (const { address, coins } of balances) {
        const bytes = ctx.address(address);
        const id = toHex(bytes);
        if (seen.has(id)) throw new Error(`bank: ${address} has two balances`);
        seen.add(id);
        for (const { denom, amount } of checkCoins(coins)) {
          state.balances.set(ctx, [bytes, denom], amount);
          total.set(denom, (total.get(denom) ?? 0n) + amount);
        }
        if (coins.length > 0) auth.ensure(ctx, bytes);
      }
      for (const [denom, amount] of total) {
        if (amount > MAX_SUPPLY) throw new Error(`bank: ${amount}${denom} is over the bound ${MAX_SUPPLY}`);
        state.supply.set(ctx, denom, amount);
      }
      if (supply.length > 0) {
        const stated = checkCoins(supply);
        if (stated.length !== total.size || stated.some((c) => total.get(c.denom) !== c.amount)) {
          throw new Error("bank: supply is not the sum of the balances");
        }
      }
      for (const metadata of denomMetadata) {
        if (metadata.base === "") throw new Error("bank: metadata without a base denom");
        if (state.metadata.has(ctx, metadata.base))
          throw new Error(`bank: metadata of ${metadata.base} twice`);
        state.metadata.set(ctx, metadata.base, metadata);
      }
    },

    export(ctx) {
      const balances: Balance[] = [];
      let last: Balance | undefined;
      for (const [[address, denom], amount] of state.balances.iterate(ctx)) {
        const text = ctx.addressText(address);
        if (last === undefined || last.address !== text) {
          last = { address: text, coins: [] };
          balances.push(last);
        }
        last.coins.push(coin(denom, amount));
      }
      const supply = [...state.supply.iterate(ctx)].map(([denom, amount]) => coin(denom, amount));
      const denomMetadata = [...state.metadata.iterate(ctx)].map(([, metadata]) => metadata);
      return { params: getParams(ctx), balances, supply, denomMetadata, sendEnabled: [] };
    },
  });
