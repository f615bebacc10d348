import {
  MsgCommitPublish,
  MsgPublishDataset,
  MsgRetire,
  MsgStake,
  MsgUnstake,
  MsgWithdraw,
} from "@assay/proto/gen/assay/data/v1/tx";
import type { ClaimKind, ClaimTerms, DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";
import type { Coin } from "@assay/proto/gen/cosmos/base/v1beta1/coin";
import type { DeepPartial } from "@assay/proto/wire/message-type";
import { encodeObject, type TypedEncodeObject } from "../../encode-object.ts";
import { type BytesLike, toBytes } from "../../query.ts";

/** Seals a dataset before it is shown. `publishDataset` does this and what follows. */
export function commitPublish(args: {
  readonly owner: string;
  readonly hash: BytesLike;
}): TypedEncodeObject<MsgCommitPublish> {
  return encodeObject(MsgCommitPublish, { owner: args.owner, hash: toBytes(args.hash) });
}

/** Shows a sealed dataset, with its claims and the owner's stakes on them. */
export function revealPublish(args: {
  readonly owner: string;
  readonly terms: DeepPartial<DatasetTerms>;
  readonly claims: readonly DeepPartial<ClaimTerms>[];
  readonly salt: BytesLike;
}): TypedEncodeObject<MsgPublishDataset> {
  return encodeObject(MsgPublishDataset, {
    owner: args.owner,
    terms: args.terms,
    claims: args.claims,
    salt: toBytes(args.salt),
  });
}

/** Backs a claim: the amount is lost if the claim is proved false. */
export function stake(args: {
  readonly staker: string;
  readonly datasetId: BytesLike;
  readonly claim: ClaimKind;
  readonly amount: Coin;
}): TypedEncodeObject<MsgStake> {
  return encodeObject(MsgStake, { ...args, datasetId: toBytes(args.datasetId) });
}

/** Takes a backer's stake out of a claim; it can still be lost until its unbonding is over. */
export function unstake(args: {
  readonly staker: string;
  readonly datasetId: BytesLike;
  readonly claim: ClaimKind;
  readonly amount: Coin;
}): TypedEncodeObject<MsgUnstake> {
  return encodeObject(MsgUnstake, { ...args, datasetId: toBytes(args.datasetId) });
}

/** Fetches all that one dataset owes the account. */
export function withdraw(args: {
  readonly account: string;
  readonly datasetId: BytesLike;
}): TypedEncodeObject<MsgWithdraw> {
  return encodeObject(MsgWithdraw, { account: args.account, datasetId: toBytes(args.datasetId) });
}

/** Ends a dataset; its stakes begin to unbond. */
export function retire(args: {
  readonly owner: string;
  readonly datasetId: BytesLike;
}): TypedEncodeObject<MsgRetire> {
  return encodeObject(MsgRetire, { owner: args.owner, datasetId: toBytes(args.datasetId) });
}
