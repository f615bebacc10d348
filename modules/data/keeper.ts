/** Datasets and their claims as other modules see them, from weak to strong. */
import type { ReadCtx, WriteCtx } from "@assay/kernel/context";
import type { Claim, ClaimKind, Dataset, DatasetTerms } from "@assay/proto/gen/assay/data/v1/types";

export interface DatasetView {
  /** Denom of stakes and bonds. */
  stakeDenom(ctx: ReadCtx): string;
  /** Blocks for which a stake that leaves stays slashable. */
  unbondingBlocks(ctx: ReadCtx): bigint;
  /** Without its terms. */
  dataset(ctx: ReadCtx, id: Uint8Array): Dataset | undefined;
  terms(ctx: ReadCtx, id: Uint8Array): DatasetTerms | undefined;
  /** Whether the claim was open to challenge at a height, however it stands now. */
  wasOpenAt(dataset: Dataset, claim: Claim, height: bigint): boolean;
}

/** How a claim is lost. */
export interface Verdict {
  readonly datasetId: Uint8Array;
  readonly claim: ClaimKind;
  /** The claim's open case. */
  readonly caseId: bigint;
  /** Height at which the winning challenge was sealed. */
  readonly sealHeight: bigint;
  readonly challenger: Uint8Array;
  /** The challenger's share of the owner's stake, in 1/10,000, and its bound in base units. */
  readonly rewardBps: number;
  readonly maxReward: bigint;
}

/** Base units that a verdict moved. */
export interface Loss {
  readonly slashedOwner: bigint;
  readonly slashedBackers: bigint;
  readonly reward: bigint;
  readonly burned: bigint;
}

export interface DataKeeper extends DatasetView {
  /**
   * Notes the case that is about to take a claim: until it is lost, nothing of the claim becomes free.
   * A case that is there already is replaced.
   */
  setOpenCase(ctx: WriteCtx, datasetId: Uint8Array, claim: ClaimKind, caseId: bigint): void;
  /** Takes the claim: burns what is slashed, and owes the challenger its reward. */
  loseClaim(ctx: WriteCtx, verdict: Verdict): Loss;
  /** Moves coins here, to be withdrawn by an account together with what the dataset owes it else. */
  owe(ctx: WriteCtx, from: Uint8Array, account: Uint8Array, datasetId: Uint8Array, amount: bigint): void;
}
