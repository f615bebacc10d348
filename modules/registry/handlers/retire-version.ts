import type { WriteCtx } from "@assay/kernel/context";
import { EventVersionRetired } from "@assay/proto/gen/assay/registry/v1/event";
import type { MsgRetireVersion, MsgRetireVersionResponse } from "@assay/proto/gen/assay/registry/v1/tx";
import { VersionStatus, VersionStatusEnum } from "@assay/proto/gen/assay/registry/v1/types";
import { errors } from "../errors.ts";
import { checkOwner, mustModel, versionOf } from "../ledger.ts";
import { state } from "../state.ts";

/** For good. What was agreed on before goes on: sessions pay, children owe, parents pull. A pause does not stop it. */
export function retireVersion(
  ctx: WriteCtx,
  { owner, versionId }: MsgRetireVersion,
): MsgRetireVersionResponse {
  const version = versionOf(ctx, versionId);
  checkOwner(mustModel(ctx, version.modelId), owner);
  if (version.status !== VersionStatus.VERSION_STATUS_LIVE) {
    throw errors.wrongStatus(`${VersionStatusEnum.names[version.status]}, must be LIVE`);
  }

  state.versions.set(ctx, versionId, {
    ...version,
    status: VersionStatus.VERSION_STATUS_RETIRED,
    closedHeight: ctx.block.height,
  });
  ctx.emit(EventVersionRetired, { versionId, modelId: version.modelId, owner });
  return {};
}
