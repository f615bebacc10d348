/**
 * Why a model is not taken. Told to its publisher, so each code has one cause.
 *
 * @module
 */

export type RefusalCode =
  /** Not a model file, or not all of one. */
  | "malformed"
  /** Larger than is taken. */
  | "too_large"
  /** More nodes, tensors, attributes or names than is taken. */
  | "too_many"
  /** Something that reaches outside of the file. */
  | "external"
  /** An operator, or a version of the set, that is not on the list. */
  | "operator"
  /** A tensor whose shape and bytes do not agree, or whose type is not taken. */
  | "shape"
  /** Names that are not there, or there twice. */
  | "graph"
  /** The inputs or outputs are not those that the runtime feeds and reads. */
  | "schema"
  /** How text becomes input, or output an answer, is not told as it must be. */
  | "preprocessing";

/** A model that is refused before it is loaded. */
export class ModelRefused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, detail: string) {
    super(detail);
    this.name = "ModelRefused";
    this.code = code;
  }
}

/** @throws ModelRefused unless the condition holds. */
export function ensure(condition: boolean, code: RefusalCode, detail: string): asserts condition {
  if (!condition) throw new ModelRefused(code, detail);
}
