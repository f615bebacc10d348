import type { ReadCtx, WriteCtx } from "@assay/kernel/context";
import { datasetId, publishCommitHash } from "@assay/primitives/dataset/id";
import { QuestionKind } from "@assay/proto/gen/assay/attest/v1/types";
import { EventDatasetPublished, EventStaked } from "@assay/proto/gen/assay/data/v1/event";
import type { MsgPublishDatasetResponse } from "@assay/proto/gen/assay/data/v1/tx";
import {
  Claim,
  ClaimStatus,
  type ClaimTerms,
  Dataset,
  DatasetStatus,
  type DatasetTerms,
  type Params,
  type PublishCommit,
} from "@assay/proto/gen/assay/data/v1/types";
import { errors } from "../errors.ts";
import { addPosition, addTotals, commitsOf, DATA_ACCOUNT, type DataDeps, getTotals } from "../ledger.ts";
import { publishBurn } from "../math.ts";
import type { PublishMessage } from "../messages.ts";
import { getParams } from "../params.ts";
import { state } from "../state.ts";
import { checkClaims, checkLimits, checkName, checkRows, checkSchema, checkStakes } from "../terms.ts";

/** The seal that a publish opens. @throws data/4, data/5, data/6 */
function openedCommit(ctx: ReadCtx, owner: Uint8Array, hash: Uint8Array, params: Params): PublishCommit {
  const commit = state.commits.get(ctx, [owner, hash]);
  if (commit === undefined) {
    throw commitsOf(ctx, owner).length === 0 ? errors.noCommit() : errors.hashMismatch();
  }
  const age = ctx.block.height - commit.height;
  if (age < params.revealMinBlocks || age > params.revealMaxBlocks) {
    throw errors.commitAge(
      `sealed ${age} blocks ago, must be ${params.revealMinBlocks} to ${params.revealMaxBlocks}`,
    );
  }
  return commit;
}

/** @throws data/8 unless a later version names an earlier one of the same owner and name. */
function checkPrev(ctx: ReadCtx, { prev, name, version }: DatasetTerms, owner: string): void {
  if (prev.length === 0) return;
  const before = state.datasets.get(ctx, prev);
  const terms = state.terms.get(ctx, prev);
  if (before?.owner !== owner || terms?.name !== name || terms.version >= version) {
    throw errors.invalidVersion(`version ${version}`);
  }
}

function claimFrom({ kind, max, tier, stake }: ClaimTerms): Claim {
  const status = ClaimStatus.CLAIM_STATUS_WAITING;
  return Claim.fromPartial({ kind, max, tier, status, ownerStake: BigInt(stake!.amount) });
}

export function publishDataset(
  { bank, attest }: DataDeps,
  ctx: WriteCtx,
  { owner, terms, claims, salt }: PublishMessage,
): MsgPublishDatasetResponse {
  const params = getParams(ctx);
  const { height } = ctx.block;
  const account = ctx.address(owner);
  if (params.paused) throw errors.paused();
  const id = datasetId(ctx.chain.chainId, account, terms.name, terms.version);
  const { featuresRoot, labelsRoot } = terms;
  const hash = publishCommitHash({ id, featuresRoot, labelsRoot, salt });
  const commit = openedCommit(ctx, account, hash, params);
  checkName(terms);
  checkPrev(ctx, terms, owner);
  if (state.datasets.has(ctx, id)) throw errors.datasetExists(`${terms.name} version ${terms.version}`);
  const bytes = checkRows(terms, params);
  checkSchema(terms, params);
  checkClaims(claims);
  const stakes = checkStakes(claims, params);
  checkLimits(terms);
  bank.burn(ctx, account, params.stakeDenom, publishBurn(params, bytes));
  bank.send(ctx, account, DATA_ACCOUNT, params.stakeDenom, stakes);

  state.commits.delete(ctx, [account, hash]);
  const questionId = attest.open(
    ctx,
    QuestionKind.QUESTION_KIND_CONTENT_HELD,
    id,
    height + params.attestBlocks,
  );
  const dataset = Dataset.fromPartial({
    id,
    owner,
    status: DatasetStatus.DATASET_STATUS_PENDING,
    committedHeight: commit.height,
    publishedHeight: height,
    questionId,
    claims: claims.map(claimFrom).sort((a, b) => a.kind - b.kind),
    number: getTotals(ctx).datasets + 1n,
  });
  state.datasets.set(ctx, id, dataset);
  state.terms.set(ctx, id, terms);
  addTotals(ctx, { datasets: 1n });
  ctx.emit(EventDatasetPublished, {
    datasetId: id,
    owner,
    name: terms.name,
    version: terms.version,
    rowCount: terms.rowCount,
    questionId,
  });
  for (const { kind, ownerStake } of dataset.claims) {
    addPosition(ctx, id, kind, account, ownerStake, true);
    ctx.emit(EventStaked, { datasetId: id, claim: kind, account: owner, amount: ownerStake, isOwner: true });
  }
  return { datasetId: id, questionId };
}
