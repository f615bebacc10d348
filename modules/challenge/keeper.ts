/** What other modules must know of challenges. */
import type { ReadCtx } from "@assay/kernel/context";

export interface ChallengeView {
  /** Blocks within which a sealed challenge must be shown: what nobody can see yet may lie that far back. */
  revealBlocks(ctx: ReadCtx): bigint;
}
