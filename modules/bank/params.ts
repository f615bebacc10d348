import type { ReadCtx, WriteCtx } from "@assay/kernel/context";
import type { Params } from "@assay/proto/gen/cosmos/bank/v1beta1/bank";
import { state } from "./state.ts";

export const defaultParams: Params = { sendEnabled: [], defaultSendEnabled: true };

export function getParams(ctx: ReadCtx): Params {
  return state.params.get(ctx) ?? { sendEnabled: [], defaultSendEnabled: false };
}

/** @throws Error where a denom is listed, since this bank has one switch for all. */
export function setParams(ctx: WriteCtx, params: Params): void {
  if (params.sendEnabled.length > 0) {
    throw new Error("bank: send_enabled of single denoms is not supported, only default_send_enabled");
  }
  if (params.defaultSendEnabled) state.params.set(ctx, params);
  else state.params.delete(ctx);
}

export const sendEnabled = (ctx: ReadCtx): boolean => state.params.get(ctx) !== undefined;
