/**
 * Two nearly equal texts, marked for showing side by side.
 *
 * @module
 */

/** A run of text that both sides have, or that differs. */
export interface DiffSegment {
  /** Empty in a run that only the other side has: the place for a gap mark. */
  readonly text: string;
  readonly same: boolean;
}

/** Runs of both sides; the n-th of one stands beside the n-th of the other. */
export interface Diff {
  readonly left: readonly DiffSegment[];
  readonly right: readonly DiffSegment[];
}

/** Cells of the table below: two rows of 4,096 single characters, and no more. */
const MAX_CELLS = 4096 * 4096;

/** Words, white space, and every other character for itself. */
function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|./gsu) ?? [];
}

/**
 * Marks what differs, word by word, by a longest common subsequence. The texts of each side's runs join to that side.
 * What is too long for the table is marked between its common ends only.
 */
export function diff(left: string, right: string): Diff {
  const a = tokens(left);
  const b = tokens(right);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const aMiddle = a.slice(start, a.length - end);
  const bMiddle = b.slice(start, b.length - end);
  const runs = new Runs();
  for (const token of a.slice(0, start)) runs.same(token);
  if (aMiddle.length * bMiddle.length <= MAX_CELLS) compareTokens(aMiddle, bMiddle, runs);
  else runs.differ(aMiddle.join(""), bMiddle.join(""));
  for (const token of a.slice(a.length - end)) runs.same(token);
  return runs.diff();
}

function compareTokens(a: readonly string[], b: readonly string[], runs: Runs): void {
  const width = b.length + 1;
  // common[i * width + j]: length of the longest common subsequence of a from i and b from j.
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.same(a[i]!);
      i++;
      j++;
    } else if (
      j === b.length ||
      (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    ) {
      runs.differ(a[i++]!, "");
    } else {
      runs.differ("", b[j++]!);
    }
  }
}

/** Joins neighbours of one kind. */
class Runs {
  readonly #left: { text: string; same: boolean }[] = [];
  readonly #right: { text: string; same: boolean }[] = [];

  same(text: string): void {
    this.#add(text, text, true);
  }

  differ(left: string, right: string): void {
    this.#add(left, right, false);
  }

  #add(left: string, right: string, same: boolean): void {
    const last = this.#left.at(-1);
    if (last !== undefined && last.same === same) {
      last.text += left;
      this.#right.at(-1)!.text += right;
    } else {
      this.#left.push({ text: left, same });
      this.#right.push({ text: right, same });
    }
  }

  diff(): Diff {
    return { left: this.#left, right: this.#right };
  }
}
