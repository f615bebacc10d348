/** The bank's verbs. Every change of a balance goes through this file. */
import { assert } from "@assay/kernel/assert";
import { coinText } from "@assay/kernel/coin";
import type { WriteCtx } from "@assay/kernel/context";
import { sdkErrors } from "@assay/kernel/errors";
import type { AuthKeeper } from "../auth/keeper.ts";
import { burned, coinReceived, coinSpent, minted, sentBy, transferred } from "./events.ts";
import type { BankMinter } from "./keeper.ts";
import { state } from "./state.ts";

/** No denom ever has more base units: so amounts fit 64 bits, and products of two of them stay small. */
export const MAX_SUPPLY = 10n ** 15n;

export interface DenomAmount {
  readonly denom: string;
  readonly amount: bigint;
}

export interface Bank extends BankMinter {
  /** As `send`, of several denoms at once. */
  sendCoins(ctx: WriteCtx, from: Uint8Array, to: Uint8Array, coins: readonly DenomAmount[]): void;
  /**
   * From one account to several, in order; makes accounts where there are none. What the outputs are together is for the
   * caller to say. Emits coin_spent and message, then coin_received and transfer for each output.
   * @throws sdk/5 insufficient funds.
   */
  multiSend(
    ctx: WriteCtx,
    from: Uint8Array,
    total: readonly DenomAmount[],
    outputs: readonly { readonly to: Uint8Array; readonly coins: readonly DenomAmount[] }[],
  ): void;
  /** Whether a raw key holds a supply: the one value that every burn in a block writes. */
  isSupply(module: string, key: Uint8Array): boolean;
}

function setBalance(ctx: WriteCtx, account: Uint8Array, denom: string, amount: bigint): void {
  if (amount === 0n) state.balances.delete(ctx, [account, denom]);
  else state.balances.set(ctx, [account, denom], amount);
}

/** @throws sdk/5 in the words that wallets show. */
function subtract(ctx: WriteCtx, account: Uint8Array, { denom, amount }: DenomAmount): void {
  const balance = state.balances.getOr(ctx, [account, denom], 0n);
  if (balance < amount) {
    throw sdkErrors.insufficientFunds(
      `spendable balance ${coinText(denom, balance)} is smaller than ${coinText(denom, amount)}`,
    );
  }
  setBalance(ctx, account, denom, balance - amount);
}

function add(ctx: WriteCtx, account: Uint8Array, { denom, amount }: DenomAmount): void {
  setBalance(ctx, account, denom, state.balances.getOr(ctx, [account, denom], 0n) + amount);
}

const text = (coins: readonly DenomAmount[]): string =>
  coins.map(({ denom, amount }) => coinText(denom, amount)).join(",");

export function createBank(auth: AuthKeeper): Bank {
  function sendCoins(ctx: WriteCtx, from: Uint8Array, to: Uint8Array, coins: readonly DenomAmount[]): void {
    for (const coin of coins) subtract(ctx, from, coin);
    for (const coin of coins) add(ctx, to, coin);
    auth.ensure(ctx, to);
    const amount = text(coins);
    const sender = ctx.addressText(from);
    const recipient = ctx.addressText(to);
    coinSpent(ctx, sender, amount);
    coinReceived(ctx, recipient, amount);
    transferred(ctx, sender, recipient, amount);
    sentBy(ctx, sender);
  }

  return {
    balance: (ctx, account, denom) => state.balances.getOr(ctx, [account, denom], 0n),
    supply: (ctx, denom) => state.supply.getOr(ctx, denom, 0n),
    sendCoins,

    multiSend(ctx, from, total, outputs) {
      for (const coin of total) subtract(ctx, from, coin);
      const sender = ctx.addressText(from);
      coinSpent(ctx, sender, text(total));
      sentBy(ctx, sender);
      for (const { to, coins } of outputs) {
        for (const coin of coins) add(ctx, to, coin);
        auth.ensure(ctx, to);
        const recipient = ctx.addressText(to);
        coinReceived(ctx, recipient, text(coins));
        transferred(ctx, sender, recipient, text(coins));
      }
    },

    isSupply: (module, key) => module === state.$schema.module && key[0] === state.supply.info.prefix,
    send: (ctx, from, to, denom, amount) => sendCoins(ctx, from, to, [{ denom, amount }]),

    burn(ctx, from, denom, amount) {
      if (amount === 0n) return;
      subtract(ctx, from, { denom, amount });
      const left = state.supply.getOr(ctx, denom, 0n) - amount;
      assert(left >= 0n, `supply of ${denom} below zero`);
      if (left === 0n) state.supply.delete(ctx, denom);
      else state.supply.set(ctx, denom, left);
      const burner = ctx.addressText(from);
      coinSpent(ctx, burner, coinText(denom, amount));
      burned(ctx, burner, coinText(denom, amount));
    },

    mint(ctx, to, denom, amount) {
      if (amount === 0n) return;
      const supply = state.supply.getOr(ctx, denom, 0n) + amount;
      assert(supply <= MAX_SUPPLY, `supply of ${denom} over its bound`);
      add(ctx, to, { denom, amount });
      state.supply.set(ctx, denom, supply);
      auth.ensure(ctx, to);
      const minter = ctx.addressText(to);
      coinReceived(ctx, minter, coinText(denom, amount));
      minted(ctx, minter, coinText(denom, amount));
    },
  };
}
