import { addressKey, hash32Key, textKey, u8Key } from "@assay/kernel/codec/key-codec";
import { coin } from "@assay/kernel/coin";
import type { ReadCtx } from "@assay/kernel/context";
import { invalidArgument, notFound } from "@assay/kernel/errors";
import { query } from "@assay/kernel/module";
import { paginate } from "@assay/kernel/pagination";
import { toHex } from "@assay/primitives/bytes";
import { readCard } from "@assay/primitives/model/card";
import {
  Query,
  type QueryGrantsRequest,
  type QueryModelsRequest,
  type QueryVersionsRequest,
} from "@assay/proto/gen/assay/registry/v1/query";
import { type Version, VersionStatusEnum } from "@assay/proto/gen/assay/registry/v1/types";
import type { DataKeeper } from "../data/keeper.ts";
import { mustModel, mustVersion } from "./ledger.ts";
import { childOf, pullable } from "./lineage.ts";
import { getParams } from "./params.ts";
import { scoresOf } from "./scores.ts";
import { state } from "./state.ts";

export const withTerms = (ctx: ReadCtx, version: Version): Version => ({
  ...version,
  terms: state.terms.get(ctx, version.id),
});

function checkId(id: Uint8Array, what: string): void {
  if (id.length !== 32) throw invalidArgument(`a ${what} id has 32 bytes, not ${id.length}`);
}

/** @throws NotFound */
function versionAt(ctx: ReadCtx, id: Uint8Array): Version {
  checkId(id, "version");
  const version = state.versions.get(ctx, id);
  if (version === undefined) throw notFound(`version ${toHex(id)}`);
  return version;
}

/** Text that can be in a key. @throws InvalidArgument */
function checkText(text: string, what: string): void {
  if (text.includes("\0")) throw invalidArgument(`no such ${what}`);
}

function models(ctx: ReadCtx, { owner, pagination }: QueryModelsRequest) {
  const { by } = state.models;
  const load = ([, id]: readonly [unknown, Uint8Array]) => mustModel(ctx, id);
  if (owner === "") return paginate(ctx, by.number.entries.map, pagination, load, { reverse: true });
  ctx.address(owner);
  const prefix = textKey.encode(owner, false);
  return paginate(ctx, by.owner.entries.map, pagination, load, { prefix, reverse: true });
}

function versions(ctx: ReadCtx, { modelId, task, status, pagination }: QueryVersionsRequest) {
  if (VersionStatusEnum.names[status] === undefined) throw invalidArgument(`no status ${status}`);
  if (modelId.length > 0 && task !== "") throw invalidArgument("a model id or a task, not both");
  const { by } = state.versions;
  const load = (id: Uint8Array): Version | undefined => {
    const version = mustVersion(ctx, id);
    return status === 0 || version.status === status ? withTerms(ctx, version) : undefined;
  };
  if (modelId.length > 0) {
    checkId(modelId, "model");
    const prefix = hash32Key.encode(modelId, false);
    return paginate(ctx, by.model.entries.map, pagination, ([, id]) => load(id), { prefix, reverse: true });
  }
  if (task !== "") {
    checkText(task, "task");
    const prefix = textKey.encode(task, false);
    return paginate(ctx, state.byTask, pagination, (_key, id) => load(id), { prefix, reverse: true });
  }
  if (status !== 0) {
    const prefix = u8Key.encode(status, false);
    return paginate(ctx, by.status.entries.map, pagination, ([, id]) => load(id), { prefix, reverse: true });
  }
  return paginate(ctx, by.number.entries.map, pagination, ([, id]) => load(id), { reverse: true });
}

function grants(ctx: ReadCtx, { parentId, builder, pagination }: QueryGrantsRequest) {
  if (parentId.length > 0) checkId(parentId, "parent");
  if (builder === "") {
    if (parentId.length === 0) throw invalidArgument("a parent's id, a builder or both");
    const prefix = hash32Key.encode(parentId, false);
    return paginate(ctx, state.grants.map, pagination, (_key, grant) => grant, { prefix });
  }
  const { entries } = state.grants.by.builder;
  const prefix = addressKey.encode(ctx.address(builder), false);
  const pick = ([, key]: readonly [unknown, readonly [Uint8Array, Uint8Array]]) =>
    parentId.length === 0 || toHex(key[0]) === toHex(parentId) ? state.grants.get(ctx, key) : undefined;
  return paginate(ctx, entries.map, pagination, pick, { prefix });
}

/** The card as its schema reads it: what stands on the ledger was read so before it was taken. */
function card(ctx: ReadCtx, id: Uint8Array) {
  versionAt(ctx, id);
  const read = readCard(state.terms.get(ctx, id)?.card ?? "");
  if ("fault" in read) return { fields: [], body: "" };
  return { fields: [...read.fields].map(([key, values]) => ({ key, values: [...values] })), body: read.body };
}

export const registryQueries = (data: DataKeeper) => [
  query(Query.Model, (ctx, { id }) => {
    checkId(id, "model");
    const model = state.models.get(ctx, id);
    if (model === undefined) throw notFound(`model ${toHex(id)}`);
    return { model };
  }),

  query(Query.Models, (ctx, request) => {
    const { items, pagination } = models(ctx, request);
    return { models: items, pagination };
  }),

  query(Query.Version, (ctx, { id }) => {
    const version = withTerms(ctx, versionAt(ctx, id));
    return { version, model: mustModel(ctx, version.modelId) };
  }),

  query(Query.Versions, (ctx, request) => {
    const { items, pagination } = versions(ctx, request);
    return { versions: items, pagination };
  }),

  query(Query.Card, (ctx, { versionId }) => card(ctx, versionId)),

  query(Query.Children, (ctx, { parentId, pagination }) => {
    checkId(parentId, "parent");
    const page = paginate(
      ctx,
      state.children.map,
      pagination,
      ([, id]) => childOf(data, ctx, mustVersion(ctx, id), parentId),
      { prefix: hash32Key.encode(parentId, false) },
    );
    return { children: page.items, pagination: page.pagination };
  }),

  query(Query.Pullable, (ctx, { parentId }) => {
    checkId(parentId, "parent");
    return pullable(data, ctx, parentId);
  }),

  query(Query.Owed, (ctx, { account }) => ({
    amount: coin(ctx.chain.feeDenom, state.owed.getOr(ctx, ctx.address(account), 0n)),
  })),

  query(Query.Grants, (ctx, request) => {
    const { items, pagination } = grants(ctx, request);
    return { grants: items, pagination };
  }),

  query(Query.Scores, (ctx, { versionId }) => {
    versionAt(ctx, versionId);
    return { scores: scoresOf(ctx, versionId) };
  }),

  query(Query.Params, (ctx) => ({ params: getParams(ctx) })),
];
