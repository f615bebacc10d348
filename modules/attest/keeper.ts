/** What other modules ask the validators, and how they are told. */
import type { WriteCtx } from "@assay/kernel/context";
import type { QuestionKind, QuestionStatus } from "@assay/proto/gen/assay/attest/v1/types";

export interface AttestKeeper {
  /**
   * Puts a question to the validators, with their powers as they are now.
   * @param subject what it is about, in the asking module's terms; for CONTENT_HELD a dataset id, for MODEL_LOADS a model
   *   version's.
   * @param deadline last height at which an answer counts; above the block's.
   * @returns the question's id.
   */
  open(ctx: WriteCtx, kind: QuestionKind, subject: Uint8Array, deadline: bigint): bigint;
}

export interface Asked {
  readonly questionId: bigint;
  readonly subject: Uint8Array;
  /** PASSED, REFUSED or LAPSED. */
  readonly status: QuestionStatus;
  /** What validators measured, in the unit of the kind; 0 unless PASSED and of a kind that measures. */
  readonly measured: bigint;
}

/** Told once for each of its questions, by an end hook; must not fail. */
export type Asker = (ctx: WriteCtx, asked: Asked) => void;

/** Who is told about which kind of question. */
export type Askers = Readonly<Record<QuestionKind, Asker>>;
