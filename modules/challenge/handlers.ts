import { present } from "@assay/kernel/assert";
import { positiveCoin } from "@assay/kernel/coin";
import type { ReadCtx, WriteCtx } from "@assay/kernel/context";
import { toHex } from "@assay/primitives/bytes";
import { challengeCommitHash } from "@assay/primitives/dataset/id";
import { sha256 } from "@assay/primitives/hash";
import { EventChallengeCommitted, EventChallengeRevealed } from "@assay/proto/gen/assay/challenge/v1/event";
import type {
  MsgChallengeResponse,
  MsgCommitChallenge,
  MsgCommitChallengeResponse,
} from "@assay/proto/gen/assay/challenge/v1/tx";
import { Case, CaseStatus, type ChallengeCommit, Proof } from "@assay/proto/gen/assay/challenge/v1/types";
import { type Claim, ClaimStatus } from "@assay/proto/gen/assay/data/v1/types";
import { beat, CHALLENGE_ACCOUNT, type ChallengeDeps, returnBond, sealIdsOf } from "./cases.ts";
import { errors } from "./errors.ts";
import { judge } from "./judge.ts";
import type { ShownChallenge } from "./messages.ts";
import { getParams } from "./params.ts";
import { state } from "./state.ts";

const { CASE_STATUS_PROVEN, CASE_STATUS_BEATEN, CASE_STATUS_INVALID } = CaseStatus;

function findSeal(ctx: ReadCtx, challenger: string, hash: Uint8Array): ChallengeCommit | undefined {
  for (const id of state.commits.by.seal.keys(ctx, [challenger, hash])) return state.commits.get(ctx, id);
  return undefined;
}

export function commitChallenge(
  { bank, data }: ChallengeDeps,
  ctx: WriteCtx,
  message: MsgCommitChallenge,
): MsgCommitChallengeResponse {
  const params = getParams(ctx);
  const { challenger, hash } = message;
  const denom = data.stakeDenom(ctx);
  if (params.paused) throw errors.paused();
  const bond = positiveCoin(message.bond, denom);
  if (bond < params.minBond) throw errors.bondTooSmall(`${bond}, at least ${params.minBond}`);
  if (findSeal(ctx, challenger, hash) !== undefined) throw errors.sealExists();
  if (sealIdsOf(ctx, challenger).length >= params.maxCommitsPerAccount) {
    throw errors.tooManySeals(`at most ${params.maxCommitsPerAccount}`);
  }
  bank.send(ctx, ctx.address(challenger), CHALLENGE_ACCOUNT, denom, bond);

  const { height } = ctx.block;
  const id = state.nextCommitId.next(ctx);
  const revealUntil = height + params.revealMaxBlocks;
  state.commits.set(ctx, id, {
    id,
    challenger,
    hash,
    bond,
    height,
    index: Math.max(ctx.txIndex, 0),
    revealUntil,
  });
  ctx.emit(EventChallengeCommitted, { commitId: id, challenger, bond });
  return { commitId: id, revealUntil };
}

/** The seal that this message opens. @throws challenge/9, challenge/10 */
function openedSeal(
  ctx: ReadCtx,
  { challenger, datasetId, claim, proof, salt }: ShownChallenge,
): ChallengeCommit {
  const proofHash = sha256(Proof.toBytes(proof));
  const hash = challengeCommitHash({
    challenger: ctx.address(challenger),
    datasetId,
    claim,
    proofHash,
    salt,
  });
  const seal = findSeal(ctx, challenger, hash);
  if (seal === undefined) throw errors.noSeal();
  const { height } = ctx.block;
  const from = seal.height + getParams(ctx).revealMinBlocks;
  if (height < from || height > seal.revealUntil) {
    throw errors.sealAge(`height ${height}, must be ${from} to ${seal.revealUntil}`);
  }
  return seal;
}

/** How a valid proof stands against the others: the earliest seal that is shown in time takes the claim. */
function place(ctx: ReadCtx, claim: Claim, seal: ChallengeCommit): { status: CaseStatus; beaten?: Case } {
  if (claim.status === ClaimStatus.CLAIM_STATUS_LOST) return { status: CASE_STATUS_BEATEN };
  if (claim.openCase === 0n) return { status: CASE_STATUS_PROVEN };
  const leader = present(state.cases.get(ctx, claim.openCase), "an open case");
  if (leader.commitId < seal.id) return { status: CASE_STATUS_BEATEN };
  return { status: CASE_STATUS_PROVEN, beaten: leader };
}

/** A pause does not stop it: a seal's time must not pass because of it. */
export function challenge(deps: ChallengeDeps, ctx: WriteCtx, message: ShownChallenge): MsgChallengeResponse {
  const { bank, data } = deps;
  const { challenger, datasetId } = message;
  const seal = openedSeal(ctx, message);
  const dataset = data.dataset(ctx, datasetId);
  const terms = data.terms(ctx, datasetId);
  if (dataset === undefined || terms === undefined) throw errors.datasetNotFound(toHex(datasetId));
  const claim = dataset.claims.find(({ kind }) => kind === message.claim);
  if (claim === undefined) throw errors.claimNotMade();
  if (!data.wasOpenAt(dataset, claim, seal.height)) {
    throw errors.claimNotOpen(
      `sealed at ${seal.height}, open from ${dataset.activeHeight + 1n} to ${dataset.windowEnd}`,
    );
  }
  const { shown, allowed, fault } = judge(terms, claim, message.proof, ctx.gas);

  const { status, beaten } = fault === undefined ? place(ctx, claim, seal) : { status: CASE_STATUS_INVALID };
  const isLeader = status === CASE_STATUS_PROVEN;
  const opened = Case.fromPartial({
    id: state.nextCaseId.next(ctx),
    datasetId,
    claim: claim.kind,
    challenger,
    bond: seal.bond,
    committedHeight: seal.height,
    committedIndex: seal.index,
    revealedHeight: ctx.block.height,
    settleHeight: isLeader ? seal.revealUntil : 0n,
    status,
    shown,
    allowed,
    reason: fault ?? "",
    commitId: seal.id,
  });
  state.commits.delete(ctx, seal.id);
  state.cases.set(ctx, opened.id, opened);
  if (isLeader) data.setOpenCase(ctx, datasetId, claim.kind, opened.id);
  else if (fault === undefined) returnBond(deps, ctx, opened);
  else bank.burn(ctx, CHALLENGE_ACCOUNT, data.stakeDenom(ctx), seal.bond);
  ctx.emit(EventChallengeRevealed, {
    caseId: opened.id,
    datasetId,
    claim: claim.kind,
    challenger,
    status,
    settleHeight: opened.settleHeight,
    reason: opened.reason,
  });
  if (beaten !== undefined) beat(deps, ctx, beaten);
  return { caseId: opened.id, status, reason: opened.reason };
}
