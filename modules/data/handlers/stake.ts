import { positiveCoin } from "@assay/kernel/coin";
import type { WriteCtx } from "@assay/kernel/context";
import { toHex } from "@assay/primitives/bytes";
import { EventStaked } from "@assay/proto/gen/assay/data/v1/event";
import type { MsgStake, MsgStakeResponse } from "@assay/proto/gen/assay/data/v1/tx";
import { ClaimStatus, DatasetStatus, DatasetStatusEnum } from "@assay/proto/gen/assay/data/v1/types";
import { errors } from "../errors.ts";
import { addPosition, addTotals, DATA_ACCOUNT, type DataDeps } from "../ledger.ts";
import { claimOf, withClaim } from "../math.ts";
import { getParams } from "../params.ts";
import { state } from "../state.ts";
import { claimName } from "../terms.ts";

export function stake({ bank }: DataDeps, ctx: WriteCtx, message: MsgStake): MsgStakeResponse {
  const params = getParams(ctx);
  const { staker, datasetId, claim: kind } = message;
  const account = ctx.address(staker);
  if (params.paused) throw errors.paused();
  const amount = positiveCoin(message.amount, params.stakeDenom);
  const dataset = state.datasets.get(ctx, datasetId);
  if (dataset === undefined) throw errors.datasetNotFound(toHex(datasetId));
  if (dataset.status !== DatasetStatus.DATASET_STATUS_ACTIVE) {
    throw errors.wrongStatus(`${DatasetStatusEnum.names[dataset.status]}, must be ACTIVE`);
  }
  const claim = claimOf(dataset, kind);
  if (claim === undefined) throw errors.claimNotMade(claimName(kind));
  if (claim.status !== ClaimStatus.CLAIM_STATUS_OPEN) throw errors.claimNotOpen(claimName(kind));
  if (claim.openCase !== 0n) throw errors.caseOpen(`case ${claim.openCase}`);
  if (ctx.block.height > dataset.windowEnd) throw errors.windowClosed(`it ended at ${dataset.windowEnd}`);
  if (staker === dataset.owner) throw errors.ownerMayNotBack();
  if (amount < params.minBackerStake) {
    throw errors.stakeTooSmall(`${amount}, at least ${params.minBackerStake}`);
  }
  const room = claim.ownerStake * BigInt(params.backersMultiple) - claim.backersStake;
  if (amount > room) throw errors.backersFull(`${amount}, room for ${room > 0n ? room : 0n}`);
  bank.send(ctx, account, DATA_ACCOUNT, params.stakeDenom, amount);

  const isNew = !state.positions.has(ctx, [datasetId, kind, account]);
  addPosition(ctx, datasetId, kind, account, amount, false);
  state.datasets.set(
    ctx,
    datasetId,
    withClaim(dataset, kind, (c) => ({
      ...c,
      backersStake: c.backersStake + amount,
      backerCount: c.backerCount + (isNew ? 1 : 0),
    })),
  );
  addTotals(ctx, { atRisk: amount });
  ctx.emit(EventStaked, { datasetId, claim: kind, account: staker, amount, isOwner: false });
  return {};
}
