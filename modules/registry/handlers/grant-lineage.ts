import type { WriteCtx } from "@assay/kernel/context";
import { EventLineageGranted } from "@assay/proto/gen/assay/registry/v1/event";
import type { MsgGrantLineage, MsgGrantLineageResponse } from "@assay/proto/gen/assay/registry/v1/tx";
import { errors } from "../errors.ts";
import { checkOwner, mustModel, versionOf } from "../ledger.ts";
import { state } from "../state.ts";

export function grantLineage(ctx: WriteCtx, message: MsgGrantLineage): MsgGrantLineageResponse {
  const { owner, parentId, builder, minWeightBps } = message;
  checkOwner(mustModel(ctx, versionOf(ctx, parentId).modelId), owner);
  const key = [parentId, ctx.address(builder)] as const;
  if (minWeightBps === 0 && !state.grants.has(ctx, key)) throw errors.grantNotFound();

  if (minWeightBps === 0) state.grants.delete(ctx, key);
  else state.grants.set(ctx, key, { parentId, builder, owner, minWeightBps, height: ctx.block.height });
  ctx.emit(EventLineageGranted, { parentId, owner, builder, minWeightBps });
  return {};
}
