/** A model's versions: the first comes with the model, each later one after it. */
import { present } from "@assay/kernel/assert";
import type { ReadCtx, WriteCtx } from "@assay/kernel/context";
import { toHex } from "@assay/primitives/bytes";
import { modelId, modelVersionId } from "@assay/primitives/model/id";
import { QuestionKind } from "@assay/proto/gen/assay/attest/v1/types";
import { DatasetStatus, DatasetStatusEnum } from "@assay/proto/gen/assay/data/v1/types";
import { EventModelPublished, EventVersionPublished } from "@assay/proto/gen/assay/registry/v1/event";
import type {
  MsgPublishModel,
  MsgPublishModelResponse,
  MsgPublishVersion,
  MsgPublishVersionResponse,
} from "@assay/proto/gen/assay/registry/v1/tx";
import {
  Model,
  type Params,
  ParentKind,
  type ParentTerms,
  Version,
  VersionStatus,
  VersionStatusEnum,
  type VersionTerms,
} from "@assay/proto/gen/assay/registry/v1/types";
import { errors } from "../errors.ts";
import { checkOwner, modelOf, mustModel, type RegistryDeps } from "../ledger.ts";
import { isTainted, publishBurn } from "../math.ts";
import type { WithTerms } from "../messages.ts";
import { getParams } from "../params.ts";
import { state } from "../state.ts";

/** @throws registry/14, registry/6, registry/13 */
function checkBounds(terms: VersionTerms, params: Params): void {
  if (terms.useBps > params.maxUseBps) {
    throw errors.invalidUse(`${terms.useBps}, at most ${params.maxUseBps}`);
  }
  const { size } = present(terms.modelBlob, "a file");
  if (size > params.maxBlobBytes) throw errors.invalidFile(`${size} bytes, at most ${params.maxBlobBytes}`);
  const weights = terms.parents.reduce((sum, { weightBps }) => sum + weightBps, 0);
  if (weights > params.maxLineageBps) {
    throw errors.invalidParents(`weights of ${weights}, at most ${params.maxLineageBps}`);
  }
}

/** @throws registry/19 */
function checkExists({ data }: RegistryDeps, ctx: ReadCtx, { kind, id }: ParentTerms): void {
  const exists =
    kind === ParentKind.PARENT_KIND_VERSION
      ? state.versions.has(ctx, id)
      : data.dataset(ctx, id) !== undefined;
  if (!exists) throw errors.parentNotFound(toHex(id));
}

/** @throws registry/21 */
function checkReady({ data }: RegistryDeps, ctx: ReadCtx, { kind, id }: ParentTerms): void {
  if (kind === ParentKind.PARENT_KIND_VERSION) {
    const { status } = state.versions.get(ctx, id)!;
    if (status !== VersionStatus.VERSION_STATUS_LIVE) {
      throw errors.parentNotReady(`${toHex(id)} is ${VersionStatusEnum.names[status]}`);
    }
    return;
  }
  const dataset = data.dataset(ctx, id)!;
  if (dataset.status !== DatasetStatus.DATASET_STATUS_FINAL) {
    throw errors.parentNotReady(`${toHex(id)} is ${DatasetStatusEnum.names[dataset.status]}`);
  }
  if (isTainted(dataset)) throw errors.parentNotReady(`${toHex(id)} has lost a claim`);
}

/**
 * Whether a builder may name a parent. Datasets may be named by all: what can be published so far is public, and its
 * owner gains by it. A grant of a former owner counts for nothing.
 * @throws registry/22
 */
function checkLineage(ctx: ReadCtx, { kind, id, weightBps }: ParentTerms, builder: string): void {
  if (kind !== ParentKind.PARENT_KIND_VERSION) return;
  const version = state.versions.get(ctx, id)!;
  if (version.openLineage) return;
  const { owner } = mustModel(ctx, version.modelId);
  if (owner === builder) return;
  const grant = state.grants.get(ctx, [id, ctx.address(builder)]);
  if (grant === undefined || grant.owner !== owner) throw errors.lineageClosed(`no grant for ${toHex(id)}`);
  if (weightBps < grant.minWeightBps) {
    throw errors.lineageClosed(
      `a weight of ${weightBps} for ${toHex(id)}, granted from ${grant.minWeightBps} on`,
    );
  }
}

/** All that speaks against a version of this owner, up to what it costs. */
function checkVersion(deps: RegistryDeps, ctx: ReadCtx, terms: VersionTerms, owner: string): void {
  checkBounds(terms, getParams(ctx));
  for (const parent of terms.parents) checkExists(deps, ctx, parent);
  for (const parent of terms.parents) checkReady(deps, ctx, parent);
  for (const parent of terms.parents) checkLineage(ctx, parent, owner);
}

/** @throws sdk/5 */
function burnFor(
  { bank }: RegistryDeps,
  ctx: WriteCtx,
  owner: Uint8Array,
  { modelBlob }: VersionTerms,
): void {
  const burn = publishBurn(getParams(ctx), present(modelBlob, "a file").size);
  bank.burn(ctx, owner, ctx.chain.feeDenom, burn);
}

/** Puts a version that was checked, with its model; asks the validators whether it loads. */
function putVersion({ attest }: RegistryDeps, ctx: WriteCtx, model: Model, terms: VersionTerms): Version {
  const { height } = ctx.block;
  const id = modelVersionId(model.id, model.versions + 1);
  const questionId = attest.open(
    ctx,
    QuestionKind.QUESTION_KIND_MODEL_LOADS,
    id,
    height + getParams(ctx).attestBlocks,
  );
  const version = Version.fromPartial({
    id,
    modelId: model.id,
    version: model.versions + 1,
    status: VersionStatus.VERSION_STATUS_PENDING,
    publishedHeight: height,
    questionId,
    number: state.nextVersionNumber.next(ctx),
    useBps: terms.useBps,
    openLineage: terms.openLineage,
    parents: terms.parents.map((parent) => ({ ...parent, paid: 0n })),
  });
  state.models.set(ctx, model.id, { ...model, versions: version.version });
  state.versions.set(ctx, id, version);
  state.terms.set(ctx, id, terms);
  state.byTask.set(ctx, [terms.task, version.number], id);
  const builder = ctx.address(model.owner);
  for (const parent of version.parents) {
    state.children.add(ctx, [parent.id, id]);
    useGrant(ctx, parent.id, builder, model.owner);
  }
  ctx.emit(EventVersionPublished, {
    versionId: id,
    modelId: model.id,
    owner: model.owner,
    version: version.version,
    task: terms.task,
    questionId,
  });
  return version;
}

/** A grant is for one version. One that was not needed stays: the parent's lineage is open, or the builder's own. */
function useGrant(ctx: WriteCtx, parentId: Uint8Array, builder: Uint8Array, owner: string): void {
  const parent = state.versions.get(ctx, parentId);
  if (parent === undefined || parent.openLineage || mustModel(ctx, parent.modelId).owner === owner) return;
  state.grants.delete(ctx, [parentId, builder]);
}

export function publishModel(
  deps: RegistryDeps,
  ctx: WriteCtx,
  { owner, name, terms }: WithTerms<MsgPublishModel>,
): MsgPublishModelResponse {
  const account = ctx.address(owner);
  if (getParams(ctx).paused) throw errors.paused();
  const id = modelId(ctx.chain.chainId, account, name);
  if (state.models.has(ctx, id)) throw errors.modelExists(name);
  checkVersion(deps, ctx, terms, owner);
  burnFor(deps, ctx, account, terms);

  const number = state.nextModelNumber.next(ctx);
  const model = Model.fromPartial({ id, owner, name, createdHeight: ctx.block.height, number });
  ctx.emit(EventModelPublished, { modelId: id, owner, name });
  const { id: versionId, questionId } = putVersion(deps, ctx, model, terms);
  return { modelId: id, versionId, questionId };
}

export function publishVersion(
  deps: RegistryDeps,
  ctx: WriteCtx,
  { owner, modelId: id, terms }: WithTerms<MsgPublishVersion>,
): MsgPublishVersionResponse {
  if (getParams(ctx).paused) throw errors.paused();
  const model = modelOf(ctx, id);
  checkOwner(model, owner);
  checkVersion(deps, ctx, terms, owner);
  burnFor(deps, ctx, ctx.address(owner), terms);

  const { id: versionId, version, questionId } = putVersion(deps, ctx, model, terms);
  return { versionId, version, questionId };
}
