/** Looking up a lineage: who names a parent, and what waits for it above. For queries; no message walks. */
import { present } from "@assay/kernel/assert";
import { hash32Key } from "@assay/kernel/codec/key-codec";
import type { ReadCtx } from "@assay/kernel/context";
import { equal, toHex } from "@assay/primitives/bytes";
import type { Child, PullableEdge, QueryPullableResponse } from "@assay/proto/gen/assay/registry/v1/query";
import { type Parent, ParentKind, type Version } from "@assay/proto/gen/assay/registry/v1/types";
import type { DataKeeper } from "../data/keeper.ts";
import { datasetOf } from "./income.ts";
import { mustVersion } from "./ledger.ts";
import { isTainted, unpulled } from "./math.ts";
import { MAX_EDGES } from "./messages.ts";
import { state } from "./state.ts";

/** Versions that one query looks at. */
const MAX_WALK = 1000;

/** Whether what a child holds for a parent reaches it: a tainted dataset's goes elsewhere, a challenged one's waits. */
function flow(data: DataKeeper, ctx: ReadCtx, parent: Parent): "parent" | "owner" | "waits" {
  const dataset = datasetOf(data, ctx, parent);
  if (dataset === undefined) return "parent";
  if (dataset.openCases > 0) return "waits";
  return isTainted(dataset) ? "owner" : "parent";
}

/** A version as one of a parent's children. */
export function childOf(data: DataKeeper, ctx: ReadCtx, version: Version, parentId: Uint8Array): Child {
  const parent = present(
    version.parents.find(({ id }) => equal(id, parentId)),
    "a parent",
  );
  return {
    versionId: version.id,
    modelId: version.modelId,
    weightBps: parent.weightBps,
    paid: parent.paid,
    pullable: flow(data, ctx, parent) === "parent" ? unpulled(version, parent) : 0n,
  };
}

/** Versions from which a way leads to a parent, the newest first, so that a child comes before its parents. */
function descendants(ctx: ReadCtx, parentId: Uint8Array): { found: Version[]; partial: boolean } {
  const found = new Map<string, Version>();
  const queue = [parentId];
  for (let at = 0; at < queue.length; at++) {
    const prefix = hash32Key.encode(queue[at]!, false);
    for (const [, id] of state.children.iterate(ctx, { prefix })) {
      if (found.has(toHex(id))) continue;
      if (found.size === MAX_WALK) return { found: newestFirst(found), partial: true };
      found.set(toHex(id), mustVersion(ctx, id));
      queue.push(id);
    }
  }
  return { found: newestFirst(found), partial: false };
}

const newestFirst = (versions: ReadonlyMap<string, Version>): Version[] =>
  [...versions.values()].sort((a, b) => (a.number > b.number ? -1 : 1));

/** What pulling all edges above a parent, the farthest first, would move. */
export function pullable(data: DataKeeper, ctx: ReadCtx, parentId: Uint8Array): QueryPullableResponse {
  const { found, partial } = descendants(ctx, parentId);
  const onTheWay = new Set([toHex(parentId), ...found.map(({ id }) => toHex(id))]);
  /** Base units that pulls before would have brought to a version. */
  const brought = new Map<string, bigint>();
  const edges: PullableEdge[] = [];
  let total = 0n;
  for (const child of found) {
    const received = child.received + (brought.get(toHex(child.id)) ?? 0n);
    for (const parent of child.parents) {
      const key = toHex(parent.id);
      const where = onTheWay.has(key) ? flow(data, ctx, parent) : "waits";
      const amount = unpulled({ received }, parent);
      if (where === "waits" || amount === 0n) continue;
      edges.push({ versionId: child.id, parentId: parent.id, amount });
      if (where === "owner") continue;
      if (equal(parent.id, parentId)) total += amount;
      if (parent.kind === ParentKind.PARENT_KIND_VERSION) brought.set(key, (brought.get(key) ?? 0n) + amount);
    }
  }
  return { edges: edges.slice(0, MAX_EDGES), amount: total, partial: partial || edges.length > MAX_EDGES };
}
