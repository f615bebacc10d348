/** What happens to datasets without a message: attested or not, final, a seal that nobody showed. */
import { assert, present } from "@assay/kernel/assert";
import type { WriteCtx } from "@assay/kernel/context";
import { QuestionStatus } from "@assay/proto/gen/assay/attest/v1/types";
import {
  EventClaimFinalized,
  EventDatasetActivated,
  EventDatasetFinalized,
  EventDatasetRejected,
  EventPublishDropped,
} from "@assay/proto/gen/assay/data/v1/event";
import { ClaimStatus, type Dataset, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import type { Asked } from "../attest/keeper.ts";
import { addTotals, type DataDeps, mustDataset, openClaims } from "./ledger.ts";
import { getParams } from "./params.ts";
import { state } from "./state.ts";

const { CLAIM_STATUS_OPEN, CLAIM_STATUS_FINAL, CLAIM_STATUS_VOID } = ClaimStatus;
const { DATASET_STATUS_PENDING, DATASET_STATUS_ACTIVE, DATASET_STATUS_FINAL, DATASET_STATUS_REJECTED } =
  DatasetStatus;

/** The validators have said whether they hold a dataset's content. */
export function contentAnswered({ revealBlocks }: DataDeps, ctx: WriteCtx, asked: Asked): void {
  const dataset = mustDataset(ctx, asked.subject);
  assert(dataset.status === DATASET_STATUS_PENDING, "a dataset is attested once");
  if (asked.status === QuestionStatus.QUESTION_STATUS_PASSED) activate(ctx, dataset, revealBlocks(ctx));
  else reject(ctx, dataset);
}

function activate(ctx: WriteCtx, dataset: Dataset, revealBlocks: bigint): void {
  const { height } = ctx.block;
  const { windowBlocks } = present(state.terms.get(ctx, dataset.id), "terms");
  const windowEnd = height + windowBlocks;
  const next: Dataset = {
    ...dataset,
    status: DATASET_STATUS_ACTIVE,
    activeHeight: height,
    windowEnd,
    finalHeight: windowEnd + revealBlocks,
    claims: dataset.claims.map((claim) => ({ ...claim, status: CLAIM_STATUS_OPEN })),
  };
  state.datasets.set(ctx, dataset.id, next);
  const { count, stake } = openClaims(next);
  addTotals(ctx, { openClaims: count, atRisk: stake });
  ctx.emit(EventDatasetActivated, { datasetId: dataset.id, owner: dataset.owner, windowEnd });
}

function reject(ctx: WriteCtx, dataset: Dataset): void {
  state.datasets.set(ctx, dataset.id, {
    ...dataset,
    status: DATASET_STATUS_REJECTED,
    closedHeight: ctx.block.height,
    claims: dataset.claims.map((claim) => ({ ...claim, status: CLAIM_STATUS_VOID })),
  });
  ctx.emit(EventDatasetRejected, { datasetId: dataset.id, owner: dataset.owner });
}

function finalize(ctx: WriteCtx, dataset: Dataset): void {
  const { count, stake } = openClaims(dataset);
  const isActive = dataset.status === DATASET_STATUS_ACTIVE;
  state.datasets.set(ctx, dataset.id, {
    ...dataset,
    status: isActive ? DATASET_STATUS_FINAL : dataset.status,
    closedHeight: isActive ? ctx.block.height : dataset.closedHeight,
    claims: dataset.claims.map((claim) =>
      claim.status === CLAIM_STATUS_OPEN ? { ...claim, status: CLAIM_STATUS_FINAL } : claim,
    ),
  });
  addTotals(ctx, { openClaims: -count, atRisk: -stake, finalClaims: count });
  for (const { kind, status, ownerStake, backersStake } of dataset.claims) {
    if (status !== CLAIM_STATUS_OPEN) continue;
    ctx.emit(EventClaimFinalized, { datasetId: dataset.id, claim: kind, ownerStake, backersStake });
  }
  if (isActive) ctx.emit(EventDatasetFinalized, { datasetId: dataset.id, owner: dataset.owner });
}

/** Makes FINAL what stood its time. Nothing may be staked or challenged by then, so coming late changes nothing. */
function finalizeDue(ctx: WriteCtx, limit: number): void {
  const due: Uint8Array[] = [];
  for (const [height, id] of state.datasets.by.due.entries.iterate(ctx)) {
    if (height > ctx.block.height || due.length === limit) break;
    due.push(id);
  }
  for (const id of due) finalize(ctx, mustDataset(ctx, id));
}

/** Forgets sealed publishes that can no longer be shown. */
function dropCommits(ctx: WriteCtx, limit: number, revealMaxBlocks: bigint): void {
  const due: (readonly [Uint8Array, Uint8Array])[] = [];
  for (const [height, key] of state.commits.by.height.entries.iterate(ctx)) {
    if (height + revealMaxBlocks > ctx.block.height || due.length === limit) break;
    due.push(key);
  }
  for (const key of due) {
    const { owner, hash } = present(state.commits.get(ctx, key), "a sealed publish");
    state.commits.delete(ctx, key);
    ctx.emit(EventPublishDropped, { owner, hash });
  }
}

export function endBlock(ctx: WriteCtx): void {
  const { maxClosingsPerBlock, revealMaxBlocks } = getParams(ctx);
  finalizeDue(ctx, maxClosingsPerBlock);
  dropCommits(ctx, maxClosingsPerBlock, revealMaxBlocks);
}
