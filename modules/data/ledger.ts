/**
 * Small writes that several verbs share: datasets, buckets, totals, what is owed.
 *
 * @module
 */
import { assert, present } from "@assay/kernel/assert";
import { addressKey } from "@assay/kernel/codec/key-codec";
import type { ReadCtx, WriteCtx } from "@assay/kernel/context";
import { moduleAddress } from "@assay/primitives/address";
import { Totals } from "@assay/proto/gen/assay/data/v1/query";
import {
  type ClaimKind,
  ClaimStatus,
  type Dataset,
  type PublishCommit,
} from "@assay/proto/gen/assay/data/v1/types";
import type { AttestKeeper } from "../attest/keeper.ts";
import type { BankKeeper } from "../bank/keeper.ts";
import { state } from "./state.ts";

/** Holds stakes, unbonding stakes, rewards and returned bonds. */
export const DATA_ACCOUNT = moduleAddress("data");

export interface DataDeps {
  readonly bank: BankKeeper;
  readonly attest: AttestKeeper;
  /** Blocks within which a sealed challenge must be shown. */
  readonly revealBlocks: (ctx: ReadCtx) => bigint;
}

/** An owner's sealed publishes; bounded by a param. */
export function commitsOf(ctx: ReadCtx, owner: Uint8Array): PublishCommit[] {
  const prefix = addressKey.encode(owner, false);
  return [...state.commits.iterate(ctx, { prefix })].map(([, commit]) => commit);
}

/** A dataset that our own records name. */
export function mustDataset(ctx: ReadCtx, id: Uint8Array): Dataset {
  return present(state.datasets.get(ctx, id), "a dataset");
}

export const getTotals = (ctx: ReadCtx): Totals => state.totals.get(ctx) ?? Totals.create();

/** Adds to the totals; a difference may be negative. */
export function addTotals(ctx: WriteCtx, difference: Partial<Totals>): void {
  const totals = getTotals(ctx);
  for (const [name, by] of Object.entries(difference) as [keyof Totals, bigint][]) {
    totals[name] += by;
    assert(totals[name] >= 0n, `total ${name} below zero`);
  }
  state.totals.set(ctx, totals);
}

/** Puts coins into an account's position, which it makes where there is none. */
export function addPosition(
  ctx: WriteCtx,
  datasetId: Uint8Array,
  claim: ClaimKind,
  account: Uint8Array,
  amount: bigint,
  isOwner: boolean,
): void {
  const key = [datasetId, claim, account] as const;
  const before = state.positions.get(ctx, key)?.amount ?? 0n;
  state.positions.set(ctx, key, {
    datasetId,
    claim,
    account: ctx.addressText(account),
    amount: before + amount,
    isOwner,
    sinceHeight: ctx.block.height,
  });
}

/** Takes coins out of a position; an empty one is forgotten. Returns whether it is. */
export function takePosition(
  ctx: WriteCtx,
  datasetId: Uint8Array,
  claim: ClaimKind,
  account: Uint8Array,
  amount: bigint,
): boolean {
  const key = [datasetId, claim, account] as const;
  const position = present(state.positions.get(ctx, key), "a position");
  assert(position.amount >= amount, "a position below zero");
  const left = position.amount - amount;
  if (left === 0n) state.positions.delete(ctx, key);
  else state.positions.set(ctx, key, { ...position, amount: left, sinceHeight: ctx.block.height });
  return left === 0n;
}

export function addPayable(ctx: WriteCtx, account: Uint8Array, datasetId: Uint8Array, amount: bigint): void {
  if (amount === 0n) return;
  const key = [account, datasetId] as const;
  state.payables.set(ctx, key, state.payables.getOr(ctx, key, 0n) + amount);
}

/** Base units at risk on a dataset's OPEN claims, and how many there are. */
export function openClaims({ claims }: Dataset): { count: bigint; stake: bigint } {
  let count = 0n;
  let stake = 0n;
  for (const claim of claims) {
    if (claim.status !== ClaimStatus.CLAIM_STATUS_OPEN) continue;
    count++;
    stake += claim.ownerStake + claim.backersStake;
  }
  return { count, stake };
}
