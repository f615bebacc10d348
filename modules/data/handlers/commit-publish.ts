import type { WriteCtx } from "@assay/kernel/context";
import { EventPublishCommitted } from "@assay/proto/gen/assay/data/v1/event";
import type { MsgCommitPublish, MsgCommitPublishResponse } from "@assay/proto/gen/assay/data/v1/tx";
import { errors } from "../errors.ts";
import { commitsOf, type DataDeps } from "../ledger.ts";
import { getParams } from "../params.ts";
import { state } from "../state.ts";

export function commitPublish(
  { bank }: DataDeps,
  ctx: WriteCtx,
  { owner, hash }: MsgCommitPublish,
): MsgCommitPublishResponse {
  const params = getParams(ctx);
  const account = ctx.address(owner);
  if (params.paused) throw errors.paused();
  if (state.commits.has(ctx, [account, hash])) throw errors.commitExists();
  if (commitsOf(ctx, account).length >= params.maxCommitsPerOwner) {
    throw errors.tooManyCommits(`at most ${params.maxCommitsPerOwner}`);
  }
  bank.burn(ctx, account, params.stakeDenom, params.commitBurn);

  state.commits.set(ctx, [account, hash], { owner, hash, height: ctx.block.height });
  ctx.emit(EventPublishCommitted, { owner, hash });
  return {};
}
