import { MsgAnswer } from "@assay/proto/gen/assay/attest/v1/tx";
import type { Answer } from "@assay/proto/gen/assay/attest/v1/types";
import { encodeObject, type TypedEncodeObject } from "../../encode-object.ts";

/** A validator's answer to an open question, by its attestor. */
export function answer(args: {
  readonly attestor: string;
  readonly questionId: bigint;
  readonly answer: Answer;
}): TypedEncodeObject<MsgAnswer> {
  return encodeObject(MsgAnswer, args);
}
