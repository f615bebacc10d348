import { genesis } from "@assay/kernel/module";
import { moduleAddress } from "@assay/primitives/address";
import { equal } from "@assay/primitives/bytes";
import { GenesisState } from "@assay/proto/gen/cosmos/auth/v1beta1/genesis";
import { type Account, accountFromAny, accountToAny } from "./account.ts";
import { checkParams, defaultParams } from "./params.ts";
import { state } from "./state.ts";

export interface ModuleAccountSpec {
  readonly name: string;
  /** For people and tools: `burner`, `minter`. Nothing is decided by it. */
  readonly permissions: readonly string[];
}

/** @param moduleAccounts made in this order where the genesis does not have them yet. */
export const authGenesis = (moduleAccounts: readonly ModuleAccountSpec[]) =>
  genesis(GenesisState, {
    init(ctx, { params, accounts }) {
      checkParams(params ?? defaultParams);
      state.params.set(ctx, params ?? defaultParams);
      let next = 0n;
      for (const account of accounts.map(accountFromAny)) {
        const { address, accountNumber } = account.base;
        const bytes = ctx.address(address);
        if (accountNumber < next) {
          throw new Error(`auth: ${address}: account numbers must ascend, ${accountNumber} comes too late`);
        }
        if (state.accounts.has(ctx, bytes)) throw new Error(`auth: ${address} is there twice`);
        if (account.module !== undefined && !equal(bytes, moduleAddress(account.module.name))) {
          throw new Error(`auth: ${address} is not the address of module ${account.module.name}`);
        }
        state.accounts.set(ctx, bytes, account);
        next = accountNumber + 1n;
      }
      for (const { name, permissions } of moduleAccounts) {
        const address = moduleAddress(name);
        if (state.accounts.has(ctx, address)) continue;
        const base = {
          address: ctx.addressText(address),
          pubKey: undefined,
          accountNumber: next++,
          sequence: 0n,
        };
        state.accounts.set(ctx, address, { base, module: { name, permissions } });
      }
      state.nextAccountNumber.set(ctx, next);
    },

    export(ctx) {
      const accounts: Account[] = [];
      for (const [, account] of state.accounts.iterate(ctx)) accounts.push(account);
      accounts.sort((a, b) => (a.base.accountNumber < b.base.accountNumber ? -1 : 1));
      return { params: state.params.must(ctx), accounts: accounts.map(accountToAny) };
    },
  });
