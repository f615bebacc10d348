import type { WriteCtx } from "@assay/kernel/context";
import { toHex } from "@assay/primitives/bytes";
import { EventDatasetRetired } from "@assay/proto/gen/assay/data/v1/event";
import type { MsgRetire, MsgRetireResponse } from "@assay/proto/gen/assay/data/v1/tx";
import { ClaimStatus, DatasetStatus, DatasetStatusEnum } from "@assay/proto/gen/assay/data/v1/types";
import { errors } from "../errors.ts";
import { addTotals, openClaims } from "../ledger.ts";
import { getParams } from "../params.ts";
import { state } from "../state.ts";

/**
 * Takes a dataset off the market. All its stakes unbond from this height on, by one number and not one by one; what was
 * sealed against its claims until now still takes them. A pause does not stop it.
 */
export function retire(ctx: WriteCtx, { owner, datasetId }: MsgRetire): MsgRetireResponse {
  const { height } = ctx.block;
  const dataset = state.datasets.get(ctx, datasetId);
  if (dataset === undefined) throw errors.datasetNotFound(toHex(datasetId));
  if (dataset.owner !== owner) throw errors.notOwner(owner);
  const { DATASET_STATUS_ACTIVE, DATASET_STATUS_FINAL, DATASET_STATUS_RETIRED } = DatasetStatus;
  if (dataset.status !== DATASET_STATUS_ACTIVE && dataset.status !== DATASET_STATUS_FINAL) {
    throw errors.wrongStatus(`${DatasetStatusEnum.names[dataset.status]}, must be ACTIVE or FINAL`);
  }
  if (dataset.openCases > 0) throw errors.caseOpen(`${dataset.openCases} open`);

  const { count, stake } = openClaims(dataset);
  const releaseHeight = height + getParams(ctx).unbondingBlocks;
  const { CLAIM_STATUS_OPEN, CLAIM_STATUS_VOID } = ClaimStatus;
  state.datasets.set(ctx, datasetId, {
    ...dataset,
    status: DATASET_STATUS_RETIRED,
    closedHeight: height,
    releaseHeight,
    claims: dataset.claims.map((claim) =>
      claim.status === CLAIM_STATUS_OPEN ? { ...claim, status: CLAIM_STATUS_VOID } : claim,
    ),
  });
  addTotals(ctx, { openClaims: -count, atRisk: -stake });
  ctx.emit(EventDatasetRetired, { datasetId, owner, completionHeight: releaseHeight });
  return { completionHeight: releaseHeight };
}
