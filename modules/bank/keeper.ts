/** The bank's verbs as other modules see them, from weak to strong: a module is handed the least that it needs. */
import type { ReadCtx, WriteCtx } from "@assay/kernel/context";

export interface BankView {
  /** Base units; zero for an account never seen. */
  balance(ctx: ReadCtx, account: Uint8Array, denom: string): bigint;
  supply(ctx: ReadCtx, denom: string): bigint;
}

export interface BankKeeper extends BankView {
  /**
   * Moves coins; makes the receiving account where there is none. Emits coin_spent, coin_received, transfer.
   * @throws sdk/5 insufficient funds.
   */
  send(ctx: WriteCtx, from: Uint8Array, to: Uint8Array, denom: string, amount: bigint): void;
  /**
   * Destroys coins: they leave the supply. Emits coin_spent and burn.
   * @throws sdk/5 insufficient funds.
   */
  burn(ctx: WriteCtx, from: Uint8Array, denom: string, amount: bigint): void;
}

export interface BankMinter extends BankKeeper {
  /** Makes coins: emission and genesis only. Emits coinbase and coin_received. */
  mint(ctx: WriteCtx, to: Uint8Array, denom: string, amount: bigint): void;
}
