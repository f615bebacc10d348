/** The validators as other modules see them. Their set is genesis's and does not change yet. */
import type { ReadCtx } from "@assay/kernel/context";

export interface ValidatorInfo {
  /** Raw address. */
  readonly operator: Uint8Array;
  /** Raw address that answers for it. */
  readonly attestor: Uint8Array;
  /** ed25519, 32 bytes. */
  readonly consensusPubkey: Uint8Array;
  readonly power: bigint;
  readonly moniker: string;
}

export interface StakingView {
  /** By operator address, bytewise. */
  validators(ctx: ReadCtx): readonly ValidatorInfo[];
  /** The validator that this account answers for; undefined for none. */
  byAttestor(ctx: ReadCtx, attestor: Uint8Array): ValidatorInfo | undefined;
}
