import type { ReadCtx } from "@assay/kernel/context";
import type { Invariant } from "@assay/kernel/module";
import { equal, toHex } from "@assay/primitives/bytes";
import { modelVersionId } from "@assay/primitives/model/id";
import { MAX_PARENTS } from "@assay/primitives/model/version";
import {
  type Parent,
  ParentKind,
  type Version,
  VersionStatus,
  type VersionTerms,
} from "@assay/proto/gen/assay/registry/v1/types";
import type { BankView } from "../bank/keeper.ts";
import type { DatasetView } from "../data/keeper.ts";
import { REGISTRY_ACCOUNT } from "./ledger.ts";
import { held, tauOf, unpulled } from "./math.ts";
import { state } from "./state.ts";

const { VERSION_STATUS_PENDING, VERSION_STATUS_LIVE, VERSION_STATUS_REJECTED, VERSION_STATUS_RETIRED } =
  VersionStatus;

function versionFault(ctx: ReadCtx, id: Uint8Array, version: Version): string | undefined {
  const model = state.models.get(ctx, version.modelId);
  const terms = state.terms.get(ctx, id);
  if (model === undefined || terms === undefined) return "has no model or no terms";
  if (!equal(version.id, id) || !equal(id, modelVersionId(model.id, version.version)))
    return "has another id";
  if (version.version > model.versions) return `is version ${version.version} of ${model.versions}`;
  if (version.number >= state.nextVersionNumber.peek(ctx)) return `has number ${version.number}`;
  if (terms.useBps !== version.useBps || terms.openLineage !== version.openLineage) {
    return "is not what its terms say";
  }
  const task = state.byTask.get(ctx, [terms.task, version.number]);
  return task !== undefined && equal(task, id) ? undefined : "is not found by its task";
}

function statusFault({ status, outputRange, tau, liveHeight, closedHeight }: Version): string | undefined {
  const passed = status === VERSION_STATUS_LIVE || status === VERSION_STATUS_RETIRED;
  if (!passed && status !== VERSION_STATUS_PENDING && status !== VERSION_STATUS_REJECTED)
    return "has no status";
  if (passed !== liveHeight > 0n || passed !== outputRange > 0n) return "was live or measured, or not";
  if (tau !== (passed ? tauOf(outputRange) : 0n)) return `has tau ${tau}`;
  const closed = status === VERSION_STATUS_REJECTED || status === VERSION_STATUS_RETIRED;
  return closed === closedHeight > 0n ? undefined : `closed at ${closedHeight}`;
}

/** A parent must be older than its child, so that no way leads back. */
function parentFault(ctx: ReadCtx, data: DatasetView, child: Version, parent: Parent): string | undefined {
  if (parent.weightBps === 0) return "has no weight";
  if (!state.children.has(ctx, [parent.id, child.id])) return "does not know its child";
  if (unpulled(child, parent) < 0n) return `was paid ${parent.paid}`;
  if (parent.kind === ParentKind.PARENT_KIND_DATASET) {
    return data.dataset(ctx, parent.id) === undefined ? "is no dataset" : undefined;
  }
  const version = state.versions.get(ctx, parent.id);
  if (version === undefined) return "is no version";
  return version.number < child.number && version.liveHeight > 0n
    ? undefined
    : "is not older, or was never live";
}

function sameParents({ parents }: Version, terms: VersionTerms): boolean {
  return (
    parents.length === terms.parents.length &&
    parents.every((parent, i) => {
      const { kind, id, weightBps } = terms.parents[i]!;
      return parent.kind === kind && equal(parent.id, id) && parent.weightBps === weightBps;
    })
  );
}

function lineageFault(ctx: ReadCtx, data: DatasetView, version: Version): string | undefined {
  const { id, parents } = version;
  if (!sameParents(version, state.terms.get(ctx, id)!)) return "parents are not what its terms say";
  if (parents.length > MAX_PARENTS) return `${parents.length} parents`;
  if (parents.reduce((sum, { weightBps }) => sum + weightBps, 0) > 10_000) return "parents get more than all";
  for (const parent of parents) {
    const fault = parentFault(ctx, data, version, parent);
    if (fault !== undefined) return `parent ${toHex(parent.id)} ${fault}`;
  }
  return undefined;
}

export const registryInvariants = (bank: BankView, data: DatasetView): readonly Invariant[] => [
  {
    name: "the module holds exactly what it owes",
    check(ctx) {
      let owes = 0n;
      for (const [, amount] of state.owed.iterate(ctx)) owes += amount;
      for (const [, version] of state.versions.iterate(ctx)) {
        owes += held(version);
      }
      const holds = bank.balance(ctx, REGISTRY_ACCOUNT, ctx.chain.feeDenom);
      return holds === owes ? undefined : `holds ${holds}, owes ${owes}`;
    },
  },
  {
    name: "every version belongs to its model, and follows from its status",
    check(ctx) {
      const counts = new Map<string, number>();
      for (const [id, version] of state.versions.iterate(ctx)) {
        const fault = versionFault(ctx, id, version) ?? statusFault(version);
        if (fault !== undefined) return `version ${toHex(id)} ${fault}`;
        const model = toHex(version.modelId);
        counts.set(model, (counts.get(model) ?? 0) + 1);
      }
      for (const [id, { versions, number }] of state.models.iterate(ctx)) {
        if (versions === 0 || counts.get(toHex(id)) !== versions)
          return `model ${toHex(id)} counts ${versions}`;
        if (number >= state.nextModelNumber.peek(ctx)) return `model ${toHex(id)} has number ${number}`;
      }
      return undefined;
    },
  },
  {
    name: "lineage is acyclic, and no parent was paid more than its share",
    check(ctx) {
      let edges = 0;
      for (const [id, version] of state.versions.iterate(ctx)) {
        const fault = lineageFault(ctx, data, version);
        if (fault !== undefined) return `version ${toHex(id)}: ${fault}`;
        edges += version.parents.length;
      }
      const known = [...state.children.iterate(ctx)].length;
      return known === edges ? undefined : `${edges} edges, ${known} are known`;
    },
  },
  {
    name: "grants and scores are of versions",
    check(ctx) {
      for (const [[id], { minWeightBps }] of state.grants.iterate(ctx)) {
        if (!state.versions.has(ctx, id) || minWeightBps === 0) return `grant for ${toHex(id)}`;
      }
      for (const [[id]] of state.scores.iterate(ctx)) {
        if (!state.versions.has(ctx, id)) return `score of ${toHex(id)}`;
      }
      return undefined;
    },
  },
];
