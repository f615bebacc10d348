/** What becomes of cases and bonds: settled, beaten, burned. */
import { present } from "@assay/kernel/assert";
import { textKey } from "@assay/kernel/codec/key-codec";
import type { ReadCtx, WriteCtx } from "@assay/kernel/context";
import { moduleAddress } from "@assay/primitives/address";
import { EventChallengeExpired, EventChallengeSettled } from "@assay/proto/gen/assay/challenge/v1/event";
import { type Case, CaseStatus } from "@assay/proto/gen/assay/challenge/v1/types";
import type { BankKeeper } from "../bank/keeper.ts";
import type { DataKeeper } from "../data/keeper.ts";
import { getParams } from "./params.ts";
import { state } from "./state.ts";

/** Holds the bonds of seals, and of cases that are not settled. */
export const CHALLENGE_ACCOUNT = moduleAddress("challenge");

export interface ChallengeDeps {
  readonly bank: BankKeeper;
  readonly data: DataKeeper;
}

/** Ids of an account's seals, ascending; bounded by a param. */
export function sealIdsOf(ctx: ReadCtx, challenger: string): bigint[] {
  const ids: bigint[] = [];
  for (const [, id] of state.commits.by.seal.entries.iterate(ctx, {
    prefix: textKey.encode(challenger, false),
  })) {
    ids.push(id);
  }
  return ids.sort((a, b) => (a < b ? -1 : 1));
}

/** Hands the bond over to what the dataset owes the challenger. */
export function returnBond(
  { data }: ChallengeDeps,
  ctx: WriteCtx,
  { challenger, datasetId, bond }: Case,
): void {
  data.owe(ctx, CHALLENGE_ACCOUNT, ctx.address(challenger), datasetId, bond);
}

function emitSettled(ctx: WriteCtx, settled: Case): void {
  const { id, datasetId, claim, challenger, status, reward, burned } = settled;
  ctx.emit(EventChallengeSettled, { caseId: id, datasetId, claim, challenger, status, reward, burned });
}

/** An earlier seal was shown: this case gets its bond back and no more. */
export function beat(deps: ChallengeDeps, ctx: WriteCtx, beaten: Case): void {
  const next = { ...beaten, status: CaseStatus.CASE_STATUS_BEATEN };
  state.cases.set(ctx, beaten.id, next);
  returnBond(deps, ctx, next);
  emitSettled(ctx, next);
}

function win(deps: ChallengeDeps, ctx: WriteCtx, proven: Case): void {
  const { rewardBps, maxRewardBonds } = getParams(ctx);
  const { reward, burned } = deps.data.loseClaim(ctx, {
    datasetId: proven.datasetId,
    claim: proven.claim,
    caseId: proven.id,
    sealHeight: proven.committedHeight,
    challenger: ctx.address(proven.challenger),
    rewardBps,
    maxReward: proven.bond * BigInt(maxRewardBonds),
  });
  const won = { ...proven, status: CaseStatus.CASE_STATUS_WON, reward, burned };
  state.cases.set(ctx, proven.id, won);
  returnBond(deps, ctx, won);
  emitSettled(ctx, won);
}

/** Settles cases that no earlier seal can replace any more. */
function settleDue(deps: ChallengeDeps, ctx: WriteCtx, limit: number): void {
  const due: bigint[] = [];
  for (const [height, id] of state.cases.by.due.entries.iterate(ctx)) {
    if (height > ctx.block.height || due.length === limit) break;
    due.push(id);
  }
  for (const id of due) win(deps, ctx, present(state.cases.get(ctx, id), "a due case"));
}

/** Burns the bonds of seals that can no longer be shown. */
function expireSeals({ bank, data }: ChallengeDeps, ctx: WriteCtx, limit: number): void {
  const due: bigint[] = [];
  for (const [height, id] of state.commits.by.due.entries.iterate(ctx)) {
    if (height > ctx.block.height || due.length === limit) break;
    due.push(id);
  }
  const denom = data.stakeDenom(ctx);
  for (const id of due) {
    const { challenger, bond } = present(state.commits.get(ctx, id), "a due seal");
    state.commits.delete(ctx, id);
    bank.burn(ctx, CHALLENGE_ACCOUNT, denom, bond);
    ctx.emit(EventChallengeExpired, { commitId: id, challenger, burned: bond });
  }
}

export function endBlock(deps: ChallengeDeps, ctx: WriteCtx): void {
  const { maxClosingsPerBlock } = getParams(ctx);
  settleDue(deps, ctx, maxClosingsPerBlock);
  expireSeals(deps, ctx, maxClosingsPerBlock);
}
