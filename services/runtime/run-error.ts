/**
 * Why a text got no output.
 *
 * @module
 */

export type RunCode =
  /** Too many wait already: come again. */
  | "busy"
  /** The text is longer than is taken. */
  | "too_long"
  /** It took too long, and its process was ended. */
  | "deadline"
  /** Its process ended by itself: out of memory, most likely. */
  | "crashed"
  /** The model itself said no. */
  | "failed"
  | "closed";

export class RunError extends Error {
  readonly code: RunCode;

  constructor(code: RunCode, detail: string) {
    super(detail);
    this.name = "RunError";
    this.code = code;
  }
}
