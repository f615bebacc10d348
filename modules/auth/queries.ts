import { present } from "@assay/kernel/assert";
import type { ReadCtx } from "@assay/kernel/context";
import { invalidArgument, notFound } from "@assay/kernel/errors";
import { query } from "@assay/kernel/module";
import { paginate } from "@assay/kernel/pagination";
import { moduleAddress } from "@assay/primitives/address";
import { Query } from "@assay/proto/gen/cosmos/auth/v1beta1/query";
import type { Any } from "@assay/proto/gen/google/protobuf/any";
import { accountToAny } from "./account.ts";
import type { ModuleAccountSpec } from "./genesis.ts";
import { state } from "./state.ts";

const isAddress = ({ length }: Uint8Array): boolean => length === 20 || length === 32;

const moduleAccount = (ctx: ReadCtx, name: string): Any =>
  accountToAny(present(state.accounts.get(ctx, moduleAddress(name)), `the account of ${name}`));

/** @param moduleAccounts of the whole application. */
export const authQueries = (moduleAccounts: readonly ModuleAccountSpec[]) => [
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

  query(Query.ModuleAccounts, (ctx) => ({
    accounts: moduleAccounts.map(({ name }) => moduleAccount(ctx, name)),
  })),

  query(Query.ModuleAccountByName, (ctx, { name }) => {
    if (!moduleAccounts.some((spec) => spec.name === name)) {
      throw notFound(`account of module ${name.slice(0, 100)}`);
    }
    return { account: moduleAccount(ctx, name) };
  }),

  query(Query.Bech32Prefix, (ctx) => ({ bech32Prefix: ctx.chain.bech32Prefix })),

  query(Query.AddressBytesToString, (ctx, { addressBytes }) => {
    if (!isAddress(addressBytes)) throw invalidArgument("an address has 20 or 32 bytes");
    return { addressString: ctx.addressText(addressBytes) };
  }),

  query(Query.AddressStringToBytes, (ctx, { addressString }) => ({
    addressBytes: ctx.address(addressString),
  })),
];
