/** What several verbs share: where coins lie, who owns a version, what is owed. */
import { assert, present } from "@assay/kernel/assert";
import type { ReadCtx, WriteCtx } from "@assay/kernel/context";
import { moduleAddress } from "@assay/primitives/address";
import { toHex } from "@assay/primitives/bytes";
import type { Model, Version } from "@assay/proto/gen/assay/registry/v1/types";
import type { AttestKeeper } from "../attest/keeper.ts";
import type { BankKeeper } from "../bank/keeper.ts";
import type { DataKeeper } from "../data/keeper.ts";
import { errors } from "./errors.ts";
import { state } from "./state.ts";

/** Holds what owners are owed, and what parents have not pulled. */
export const REGISTRY_ACCOUNT = moduleAddress("registry");

export interface RegistryDeps {
  readonly bank: BankKeeper;
  readonly attest: AttestKeeper;
  readonly data: DataKeeper;
}

/** A model that our own records name. */
export const mustModel = (ctx: ReadCtx, id: Uint8Array): Model =>
  present(state.models.get(ctx, id), "a model");

/** A version that our own records name. */
export const mustVersion = (ctx: ReadCtx, id: Uint8Array): Version =>
  present(state.versions.get(ctx, id), "a version");

/** @throws registry/16 */
export function modelOf(ctx: ReadCtx, id: Uint8Array): Model {
  const model = state.models.get(ctx, id);
  if (model === undefined) throw errors.modelNotFound(toHex(id));
  return model;
}

/** @throws registry/17 */
export function versionOf(ctx: ReadCtx, id: Uint8Array): Version {
  const version = state.versions.get(ctx, id);
  if (version === undefined) throw errors.versionNotFound(toHex(id));
  return version;
}

/** @throws registry/18 */
export function checkOwner({ owner }: Model, account: string): void {
  if (owner !== account) throw errors.notOwner(account);
}

export function addOwed(ctx: WriteCtx, account: string, amount: bigint): void {
  assert(amount >= 0n, "a debt below zero");
  if (amount === 0n) return;
  const key = ctx.address(account);
  state.owed.set(ctx, key, state.owed.getOr(ctx, key, 0n) + amount);
}
