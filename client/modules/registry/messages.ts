import {
  MsgAcceptModel,
  MsgGrantLineage,
  MsgOfferModel,
  MsgPublishModel,
  MsgPublishVersion,
  MsgPull,
  MsgReportScore,
  MsgRetireVersion,
} from "@assay/proto/gen/assay/registry/v1/tx";
import type { VersionTerms } from "@assay/proto/gen/assay/registry/v1/types";
import type { DeepPartial } from "@assay/proto/wire/message-type";
import { encodeObject, type TypedEncodeObject } from "../../encode-object.ts";
import { type BytesLike, toBytes } from "../../query.ts";

/** A new model with its first version. `checkVersionTerms` says before what the ledger would refuse. */
export function publishModel(args: {
  readonly owner: string;
  readonly name: string;
  readonly terms: DeepPartial<VersionTerms>;
}): TypedEncodeObject<MsgPublishModel> {
  return encodeObject(MsgPublishModel, args);
}

/** The next version of a model. */
export function publishVersion(args: {
  readonly owner: string;
  readonly modelId: BytesLike;
  readonly terms: DeepPartial<VersionTerms>;
}): TypedEncodeObject<MsgPublishVersion> {
  return encodeObject(MsgPublishVersion, { ...args, modelId: toBytes(args.modelId) });
}

/** Takes a version off the market, for good. */
export function retireVersion(args: {
  readonly owner: string;
  readonly versionId: BytesLike;
}): TypedEncodeObject<MsgRetireVersion> {
  return encodeObject(MsgRetireVersion, { owner: args.owner, versionId: toBytes(args.versionId) });
}

/** Offers a model to an account; without one, takes the offer back. */
export function offerModel(args: {
  readonly owner: string;
  readonly modelId: BytesLike;
  readonly to?: string;
}): TypedEncodeObject<MsgOfferModel> {
  return encodeObject(MsgOfferModel, {
    owner: args.owner,
    modelId: toBytes(args.modelId),
    to: args.to ?? "",
  });
}

/** Takes over a model that is offered. */
export function acceptModel(args: {
  readonly newOwner: string;
  readonly modelId: BytesLike;
}): TypedEncodeObject<MsgAcceptModel> {
  return encodeObject(MsgAcceptModel, { newOwner: args.newOwner, modelId: toBytes(args.modelId) });
}

/** Lets a builder name a version of closed lineage as a parent, once; a weight of 0 takes that back. */
export function grantLineage(args: {
  readonly owner: string;
  readonly parentId: BytesLike;
  readonly builder: string;
  /** Least weight, in 1/10,000 of what the child earns. */
  readonly minWeightBps: number;
}): TypedEncodeObject<MsgGrantLineage> {
  return encodeObject(MsgGrantLineage, { ...args, parentId: toBytes(args.parentId) });
}

/** The owner's word for how good a version is. */
export function reportScore(args: {
  readonly owner: string;
  readonly versionId: BytesLike;
  readonly testSet: string;
  /** Where the test set is a dataset of the ledger. */
  readonly datasetId?: BytesLike;
  readonly metric: string;
  /** In 1/1,000,000. */
  readonly valuePpm: number;
  readonly rows: bigint;
}): TypedEncodeObject<MsgReportScore> {
  return encodeObject(MsgReportScore, {
    ...args,
    versionId: toBytes(args.versionId),
    datasetId: toBytes(args.datasetId ?? ""),
  });
}

/** From a version to one of its parents. */
export interface EdgeLike {
  readonly versionId: BytesLike;
  readonly parentId: BytesLike;
}

/**
 * Moves what parents have not pulled, in the order given (at most 32 edges), then pays the account all that it is owed.
 * `query.registry.pullable` names the edges.
 */
export function pull(args: {
  readonly account: string;
  readonly edges?: readonly EdgeLike[];
}): TypedEncodeObject<MsgPull> {
  const edges = (args.edges ?? []).map(({ versionId, parentId }) => ({
    versionId: toBytes(versionId),
    parentId: toBytes(parentId),
  }));
  return encodeObject(MsgPull, { account: args.account, edges });
}
