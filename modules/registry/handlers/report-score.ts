import type { WriteCtx } from "@assay/kernel/context";
import { toHex } from "@assay/primitives/bytes";
import { EventScoreReported } from "@assay/proto/gen/assay/registry/v1/event";
import type { MsgReportScore, MsgReportScoreResponse } from "@assay/proto/gen/assay/registry/v1/tx";
import { Provenance, VersionStatus, VersionStatusEnum } from "@assay/proto/gen/assay/registry/v1/types";
import { errors } from "../errors.ts";
import { checkOwner, mustModel, type RegistryDeps, versionOf } from "../ledger.ts";
import { getParams } from "../params.ts";
import { scoreKey, scoresOf } from "../scores.ts";
import { state } from "../state.ts";

/** An owner's word for how good a version is; a later word on the same test set and metric replaces it. */
export function reportScore(
  { data }: Pick<RegistryDeps, "data">,
  ctx: WriteCtx,
  { owner, ...said }: MsgReportScore,
): MsgReportScoreResponse {
  const { versionId, testSet, datasetId, metric, valuePpm } = said;
  const params = getParams(ctx);
  if (params.paused) throw errors.paused();
  const version = versionOf(ctx, versionId);
  checkOwner(mustModel(ctx, version.modelId), owner);
  if (version.status !== VersionStatus.VERSION_STATUS_LIVE) {
    throw errors.wrongStatus(`${VersionStatusEnum.names[version.status]}, must be LIVE`);
  }
  if (datasetId.length > 0 && data.dataset(ctx, datasetId) === undefined) {
    throw errors.datasetNotFound(toHex(datasetId));
  }
  const provenance = Provenance.PROVENANCE_SELF_REPORTED;
  const score = { ...said, provenance, height: ctx.block.height };
  const key = scoreKey(score);
  if (!state.scores.has(ctx, key) && scoresOf(ctx, versionId).length >= params.maxScores) {
    throw errors.tooManyScores(`at most ${params.maxScores}`);
  }

  state.scores.set(ctx, key, score);
  ctx.emit(EventScoreReported, { versionId, testSet, metric, valuePpm, provenance });
  return {};
}
