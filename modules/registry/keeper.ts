/** Models as other modules see them, from weak to strong. */
import type { ReadCtx, WriteCtx } from "@assay/kernel/context";
import type { Model, Version, VersionTerms } from "@assay/proto/gen/assay/registry/v1/types";

export interface RegistryView {
  model(ctx: ReadCtx, id: Uint8Array): Model | undefined;
  /** Without its terms. */
  version(ctx: ReadCtx, id: Uint8Array): Version | undefined;
  terms(ctx: ReadCtx, id: Uint8Array): VersionTerms | undefined;
}

export interface RegistryKeeper extends RegistryView {
  /**
   * Takes a payment for a version that exists, whatever its state: its owner is owed a part, the rest waits for its
   * parents to pull it. The work is bounded by the number of its own parents, however deep its lineage is.
   * @param from who pays: an account, or a module's.
   * @param amount base units of the chain's denom; nothing happens for zero.
   * @throws sdk/5 where `from` has not so much.
   */
  receive(ctx: WriteCtx, from: Uint8Array, versionId: Uint8Array, amount: bigint): void;
}
