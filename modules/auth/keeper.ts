/** Accounts as other modules and the ante chain see them. */
import type { ReadCtx, WriteCtx } from "@assay/kernel/context";
import type { Params } from "@assay/proto/gen/cosmos/auth/v1beta1/auth";
import type { Any } from "@assay/proto/gen/google/protobuf/any";
import type { Account } from "./account.ts";
import { state } from "./state.ts";

export interface AuthView {
  params(ctx: ReadCtx): Params;
  /** Undefined for an address that never received anything. */
  account(ctx: ReadCtx, address: Uint8Array): Account | undefined;
  has(ctx: ReadCtx, address: Uint8Array): boolean;
}

export interface AuthKeeper extends AuthView {
  /** Makes the account where there is none. */
  ensure(ctx: WriteCtx, address: Uint8Array): void;
}

/** For the ante chain alone: it writes what a signature proves. */
export interface AuthSigner extends AuthKeeper {
  /** Stores the account's key, where it is new, and its next sequence. */
  recordSignature(ctx: WriteCtx, address: Uint8Array, account: Account, pubKey: Any | undefined): void;
}

export const authKeeper: AuthSigner = {
  params: (ctx) => state.params.must(ctx),
  account: (ctx, address) => state.accounts.get(ctx, address),
  has: (ctx, address) => state.accounts.has(ctx, address),

  ensure(ctx, address) {
    if (state.accounts.has(ctx, address)) return;
    const base = {
      address: ctx.addressText(address),
      pubKey: undefined,
      accountNumber: state.nextAccountNumber.next(ctx),
      sequence: 0n,
    };
    state.accounts.set(ctx, address, { base, module: undefined });
  },

  recordSignature(ctx, address, { base, module }, pubKey) {
    state.accounts.set(ctx, address, { base: { ...base, pubKey, sequence: base.sequence + 1n }, module });
  },
};
