/**
 * What every model of text takes: numbered features with a weight each. For a sentence encoder they are tokens in order,
 * each of weight 1; for a bag, features in any order. A shorter row is filled with id 0 of weight 0.
 *
 * @module
 */

export interface Row {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
}

/** A text made ready: one row, or one for each of its tokens. */
export interface Prepared {
  readonly rows: readonly Row[];
  /** What each row stands for, where rows are tokens. */
  readonly tokens?: readonly string[];
}

/** Text to rows; never throws for any text. */
export type Prepare = (text: string) => Prepared;
