import { MsgAnswer } from "@assay/proto/gen/assay/attest/v1/tx";
import type { Answer } from "@assay/proto/gen/assay/attest/v1/types";
import { encodeObject, type TypedEncodeObject } from "../../encode-object.ts";

/** A validator's answer to an open question, by its attestor. */
export function answer(args: {
  readonly attestor: string;
  readonly questionId: bigint;
  readonly answer: Answer;
  /** With YES to a question that measures, in the unit of its kind. */
  readonly measured?: bigint;
}): TypedEncodeObject<MsgAnswer> {
  return encodeObject(MsgAnswer, { ...args, measured: args.measured ?? 0n });
}
