/**
 * What a store says when it cannot be opened or written: which rule was broken, where, and what to do about it.
 *
 * @module
 */

export type StoreErrorCode =
  /** Another process holds the folder. */
  | "locked"
  /** Bytes on disk are not those that were committed. */
  | "corrupt"
  /** Written by another layout version or with other modules. */
  | "layout"
  /** The disk refused: no space, no permission, closed. */
  | "io"
  /** The height asked for is no longer in memory. */
  | "pruned";

export class StoreError extends Error {
  readonly code: StoreErrorCode;
  /** One sentence for the operator. */
  readonly remedy: string;

  constructor(code: StoreErrorCode, message: string, remedy: string, cause?: unknown) {
    super(`${message}. ${remedy}`, cause === undefined ? undefined : { cause });
    this.name = "StoreError";
    this.code = code;
    this.remedy = remedy;
  }
}
