import {
  Query,
  type QueryChildrenResponse,
  type QueryGrantsResponse,
  type QueryModelsResponse,
  type QueryPullableResponse,
  type QueryVersionsResponse,
} from "@assay/proto/gen/assay/registry/v1/query";
import type { Model, Params, Score, Version, VersionStatus } from "@assay/proto/gen/assay/registry/v1/types";
import type { Coin } from "@assay/proto/gen/cosmos/base/v1beta1/coin";
import {
  type AbciQuerier,
  ask,
  type BytesLike,
  type PageOptions,
  pageRequest,
  present,
  toBytes,
} from "../../query.ts";

/** A version's card as its schema reads it. */
export interface CardAnswer {
  /** The Hub's keys; text as a list of one. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Markdown behind the front matter. */
  readonly body: string;
}

export interface RegistryExtension {
  readonly registry: {
    readonly model: (id: BytesLike) => Promise<Model>;
    /** Newest first. */
    readonly models: (filter?: {
      readonly owner?: string;
      readonly page?: PageOptions;
    }) => Promise<QueryModelsResponse>;
    readonly version: (id: BytesLike) => Promise<{ readonly version: Version; readonly model: Model }>;
    /** Newest first; of a model or for a task, not both. */
    readonly versions: (filter?: {
      readonly modelId?: BytesLike;
      readonly task?: string;
      readonly status?: VersionStatus;
      readonly page?: PageOptions;
    }) => Promise<QueryVersionsResponse>;
    readonly card: (versionId: BytesLike) => Promise<CardAnswer>;
    /** Versions that were made from a version or a dataset. */
    readonly children: (parentId: BytesLike, page?: PageOptions) => Promise<QueryChildrenResponse>;
    /** What pulls would bring to a version or a dataset now, and the edges for it. */
    readonly pullable: (parentId: BytesLike) => Promise<QueryPullableResponse>;
    /** What a pull without edges would pay. */
    readonly owed: (account: string) => Promise<Coin>;
    /** By parent, by builder, or by both; one of them at least. */
    readonly grants: (filter: {
      readonly parentId?: BytesLike;
      readonly builder?: string;
      readonly page?: PageOptions;
    }) => Promise<QueryGrantsResponse>;
    readonly scores: (versionId: BytesLike) => Promise<Score[]>;
    readonly params: () => Promise<Params>;
  };
}

export function setupRegistryExtension(base: AbciQuerier): RegistryExtension {
  return {
    registry: {
      async model(id) {
        return present((await ask(base, Query.Model, { id: toBytes(id) })).model, "model");
      },
      models: (filter = {}) =>
        ask(base, Query.Models, { owner: filter.owner ?? "", pagination: pageRequest(filter.page) }),
      async version(id) {
        const { version, model } = await ask(base, Query.Version, { id: toBytes(id) });
        return { version: present(version, "version"), model: present(model, "model") };
      },
      versions: (filter = {}) =>
        ask(base, Query.Versions, {
          modelId: toBytes(filter.modelId ?? ""),
          task: filter.task ?? "",
          status: filter.status ?? 0,
          pagination: pageRequest(filter.page),
        }),
      async card(versionId) {
        const { fields, body } = await ask(base, Query.Card, { versionId: toBytes(versionId) });
        return { fields: new Map(fields.map(({ key, values }) => [key, values])), body };
      },
      children: (parentId, page) =>
        ask(base, Query.Children, { parentId: toBytes(parentId), pagination: pageRequest(page) }),
      pullable: (parentId) => ask(base, Query.Pullable, { parentId: toBytes(parentId) }),
      async owed(account) {
        return present((await ask(base, Query.Owed, { account })).amount, "amount");
      },
      grants: (filter) =>
        ask(base, Query.Grants, {
          parentId: toBytes(filter.parentId ?? ""),
          builder: filter.builder ?? "",
          pagination: pageRequest(filter.page),
        }),
      async scores(versionId) {
        return (await ask(base, Query.Scores, { versionId: toBytes(versionId) })).scores;
      },
      async params() {
        return present((await ask(base, Query.Params, {})).params, "params");
      },
    },
  };
}
