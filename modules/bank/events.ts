/** The Cosmos SDK's bank events: plain attributes in its order, which clients and indexers read. */
import type { WriteCtx } from "@assay/kernel/context";

export const plainEvents: Readonly<Record<string, readonly string[]>> = {
  coin_spent: ["spender", "amount"],
  coin_received: ["receiver", "amount"],
  transfer: ["recipient", "sender", "amount"],
  message: ["sender"],
  burn: ["burner", "amount"],
  coinbase: ["minter", "amount"],
};

export const coinSpent = (ctx: WriteCtx, spender: string, amount: string): void =>
  ctx.emitPlain("coin_spent", [
    { key: "spender", value: spender },
    { key: "amount", value: amount },
  ]);

export const coinReceived = (ctx: WriteCtx, receiver: string, amount: string): void =>
  ctx.emitPlain("coin_received", [
    { key: "receiver", value: receiver },
    { key: "amount", value: amount },
  ]);

export const transferred = (ctx: WriteCtx, sender: string, recipient: string, amount: string): void =>
  ctx.emitPlain("transfer", [
    { key: "recipient", value: recipient },
    { key: "sender", value: sender },
    { key: "amount", value: amount },
  ]);

/** The SDK says so once for each payer of a message. */
export const sentBy = (ctx: WriteCtx, sender: string): void =>
  ctx.emitPlain("message", [{ key: "sender", value: sender }]);

export const burned = (ctx: WriteCtx, burner: string, amount: string): void =>
  ctx.emitPlain("burn", [
    { key: "burner", value: burner },
    { key: "amount", value: amount },
  ]);

export const minted = (ctx: WriteCtx, minter: string, amount: string): void =>
  ctx.emitPlain("coinbase", [
    { key: "minter", value: minter },
    { key: "amount", value: amount },
  ]);
