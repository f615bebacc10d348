/**
 * What versions earn. A payment is noted where it arrives, and its owner's part is owed at once; a parent's part stays
 * with the child until somebody pulls it, which is a payment to the parent. So each step costs the same, whatever the
 * lineage above it, and each unit is with exactly one owner or one edge at any time.
 *
 * @module
 */
import { assert, present } from "@assay/kernel/assert";
import type { ReadCtx, WriteCtx } from "@assay/kernel/context";
import { equal, toHex } from "@assay/primitives/bytes";
import type { Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { EventPulled, EventReceived } from "@assay/proto/gen/assay/registry/v1/event";
import { type Parent, ParentKind, type Version } from "@assay/proto/gen/assay/registry/v1/types";
import type { DataKeeper } from "../data/keeper.ts";
import { errors } from "./errors.ts";
import type { RegistryKeeper } from "./keeper.ts";
import { addOwed, mustModel, mustVersion, REGISTRY_ACCOUNT, type RegistryDeps } from "./ledger.ts";
import { isTainted, ownersPart, unpulled } from "./math.ts";
import { state } from "./state.ts";

const MAX_U64 = (1n << 64n) - 1n;

/** Coins that lie on the module's account already reach a version. */
function credit(ctx: WriteCtx, version: Version, amount: bigint): void {
  const { owner } = mustModel(ctx, version.modelId);
  const received = version.received + amount;
  // What pays in burns a part of each payment, so that no coin comes by for ever: all payments together are far below.
  assert(received <= MAX_U64, "a version received more than there can be");
  const kept = ownersPart(version, amount);
  state.versions.set(ctx, version.id, { ...version, received });
  addOwed(ctx, owner, kept);
  ctx.emit(EventReceived, { versionId: version.id, amount, owner, kept });
}

/** The dataset that a parent is; undefined for a version. */
export function datasetOf(data: DataKeeper, ctx: ReadCtx, { kind, id }: Parent): Dataset | undefined {
  return kind === ParentKind.PARENT_KIND_DATASET ? present(data.dataset(ctx, id), "a dataset") : undefined;
}

/**
 * Moves what a parent has not pulled. A tainted dataset's share goes to the version's owner instead.
 * @throws registry/28, registry/29
 */
export function pull({ data }: RegistryDeps, ctx: WriteCtx, version: Version, parentId: Uint8Array): bigint {
  const parent = version.parents.find(({ id }) => equal(id, parentId));
  if (parent === undefined) throw errors.edgeNotFound(`${toHex(version.id)} and ${toHex(parentId)}`);
  const dataset = datasetOf(data, ctx, parent);
  if (dataset !== undefined && dataset.openCases > 0) throw errors.caseOpen(toHex(parentId));
  const amount = unpulled(version, parent);
  if (amount === 0n) return 0n;

  const paid = { ...parent, paid: parent.paid + amount };
  state.versions.set(ctx, version.id, {
    ...version,
    parents: version.parents.map((other) => (other === parent ? paid : other)),
  });
  const tainted = dataset !== undefined && isTainted(dataset);
  ctx.emit(EventPulled, { versionId: version.id, parentId, amount, tainted });
  if (tainted) addOwed(ctx, mustModel(ctx, version.modelId).owner, amount);
  else if (dataset === undefined) credit(ctx, mustVersion(ctx, parentId), amount);
  else data.owe(ctx, REGISTRY_ACCOUNT, ctx.address(dataset.owner), parentId, amount);
  return amount;
}

export const createRegistryKeeper = ({ bank }: Pick<RegistryDeps, "bank">): RegistryKeeper => ({
  model: (ctx, id) => state.models.get(ctx, id),
  version: (ctx, id) => state.versions.get(ctx, id),
  terms: (ctx, id) => state.terms.get(ctx, id),

  receive(ctx, from, versionId, amount) {
    if (amount === 0n) return;
    bank.send(ctx, from, REGISTRY_ACCOUNT, ctx.chain.feeDenom, amount);
    credit(ctx, mustVersion(ctx, versionId), amount);
  },
});
