import { coin } from "@assay/kernel/coin";
import type { WriteCtx } from "@assay/kernel/context";
import { toHex } from "@assay/primitives/bytes";
import { EventWithdrawn } from "@assay/proto/gen/assay/data/v1/event";
import type { MsgWithdraw, MsgWithdrawResponse } from "@assay/proto/gen/assay/data/v1/tx";
import { errors } from "../errors.ts";
import { DATA_ACCOUNT, type DataDeps, takePosition } from "../ledger.ts";
import { withClaim } from "../math.ts";
import { owed } from "../owed.ts";
import { getParams } from "../params.ts";
import { state } from "../state.ts";

/** Pays what is free. A pause does not stop it. */
export function withdraw({ bank }: DataDeps, ctx: WriteCtx, message: MsgWithdraw): MsgWithdrawResponse {
  const { stakeDenom } = getParams(ctx);
  const { datasetId } = message;
  const account = ctx.address(message.account);
  let dataset = state.datasets.get(ctx, datasetId);
  if (dataset === undefined) throw errors.datasetNotFound(toHex(datasetId));
  const { positions, unbondings, amount } = owed(ctx, account, dataset);
  if (amount === 0n) throw errors.nothingToWithdraw();

  for (const position of positions) {
    takePosition(ctx, datasetId, position.claim, account, position.amount);
    dataset = withClaim(dataset, position.claim, (c) =>
      position.isOwner
        ? { ...c, ownerStake: c.ownerStake - position.amount }
        : { ...c, backersStake: c.backersStake - position.amount, backerCount: c.backerCount - 1 },
    );
  }
  for (const { id } of unbondings) state.unbondings.delete(ctx, [account, datasetId, id]);
  state.payables.delete(ctx, [account, datasetId]);
  if (positions.length > 0) state.datasets.set(ctx, datasetId, dataset);
  bank.send(ctx, DATA_ACCOUNT, account, stakeDenom, amount);
  ctx.emit(EventWithdrawn, { datasetId, account: message.account, amount });
  return { amount: coin(stakeDenom, amount) };
}
