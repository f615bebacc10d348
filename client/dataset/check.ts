/**
 * What an owner runs before publishing, and a challenger before challenging: the ledger's own rules over all rows.
 *
 * @module
 */
import { disjointPairs, findNear, type NearPair, scanNear } from "@assay/primitives/dataset/find-near";
import { type RowCharset, type RowFault, rowFault } from "@assay/primitives/dataset/row";
import { stringToUtf8 } from "@assay/primitives/utf8";
import { Charset } from "@assay/proto/gen/assay/data/v1/types";
import { DatasetError } from "./errors.ts";

/** Largest `max` that a UNIQUE claim can have. */
export const MAX_UNIQUE = 31;
/** One pair more than any claim allows: there is nothing to gain by more. */
const MOST_PAIRS = MAX_UNIQUE + 1;

/** Rows as they are packed. */
export interface CheckInput {
  readonly rows: readonly Uint8Array[];
  /** One number a row; absent while labels are sealed. */
  readonly labelOf?: Uint8Array | undefined;
  /** Number of label names. */
  readonly labelCount: number;
  readonly charset: Charset;
}

/** A row that breaks the schema: by its text, or by a label that has no name. */
export interface SchemaFault {
  readonly row: number;
  readonly fault: RowFault | "label";
}

export interface CheckReport {
  readonly rowCount: number;
  /** Every row that breaks the schema, ascending; at most one fault a row. */
  readonly schemaFaults: readonly SchemaFault[];
  /** Near pairs, ascending by right row, at most `limit`. */
  readonly pairs: readonly NearPair[];
  /** All of them are in `pairs`; false where the search stopped at the limit. */
  readonly pairsComplete: boolean;
  /** Pairs without a common row: as many as there can be, at most 32. This is the number that UNIQUE is about. */
  readonly disjoint: readonly NearPair[];
  /** SCHEMA_VALID would stand against any proof. */
  readonly schemaStands: boolean;
  /** Least `max` with which UNIQUE would stand against any proof; undefined where none does. */
  readonly uniqueMax: number | undefined;
}

/** How far a check is. */
export interface CheckStep {
  readonly done: number;
  readonly total: number;
}

/** The rule's word for a charset. @throws DatasetError where it is none. */
export function rowCharset(charset: Charset): RowCharset {
  if (charset === Charset.CHARSET_ASCII) return "ascii";
  if (charset === Charset.CHARSET_UTF8) return "utf8";
  throw new DatasetError("content", `${charset} is no charset`);
}

/** The row's first fault; undefined where it has none. */
export function schemaFault(input: CheckInput, row: number): SchemaFault["fault"] | undefined {
  const fault = rowFault(input.rows[row]!, rowCharset(input.charset));
  if (fault !== undefined) return fault;
  return input.labelOf !== undefined && input.labelOf[row]! >= input.labelCount ? "label" : undefined;
}

/**
 * Checks in steps, so that a worker can report and stop.
 * @param limit near pairs to list; the numbers of the report are right whatever it is.
 */
export function* checkSteps(input: CheckInput, limit = 10_000): Generator<CheckStep, CheckReport> {
  const schemaFaults: SchemaFault[] = [];
  for (let row = 0; row < input.rows.length; row++) {
    const fault = schemaFault(input, row);
    if (fault !== undefined) schemaFaults.push({ row, fault });
  }
  const pairs: NearPair[] = [];
  const used = new Set<number>();
  let greedy = 0;
  let pairsComplete = true;
  search: for (const step of findNear(input.rows)) {
    for (const pair of step.pairs) {
      if (pairs.length >= limit && greedy >= MOST_PAIRS) {
        pairsComplete = false;
        break search;
      }
      // Past the limit pairs are kept only while they can still matter for the greatest choice. Each has a row among
      // the few chosen ones then, so that they are no more than 62 a row.
      pairs.push(pair);
      if (!used.has(pair.left) && !used.has(pair.right)) {
        used.add(pair.left).add(pair.right);
        greedy++;
      }
    }
    yield { done: step.done, total: step.total };
  }
  const disjoint = disjointPairs(pairs, MOST_PAIRS);
  return {
    rowCount: input.rows.length,
    schemaFaults,
    pairs: pairs.slice(0, limit),
    pairsComplete: pairsComplete && pairs.length <= limit,
    disjoint,
    schemaStands: schemaFaults.length === 0,
    uniqueMax: disjoint.length <= MAX_UNIQUE ? disjoint.length : undefined,
  };
}

/** Checks at once. */
export function check(input: CheckInput, limit?: number): CheckReport {
  const steps = checkSteps(input, limit);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** A row left out, and the kept row before it that it is near to. */
export interface RemovedRow {
  readonly row: number;
  readonly nearTo: number;
}

export interface Cleaned<T> {
  readonly kept: readonly T[];
  /** Numbers of the kept rows before cleaning, ascending. */
  readonly keptRows: readonly number[];
  readonly removed: readonly RemovedRow[];
}

/**
 * Leaves out each row that is near to a kept row before it. UNIQUE with `max` 0 stands on what is kept.
 * @throws DatasetError for a text that UTF-8 cannot spell.
 */
export function cleaned<T extends { readonly text: string }>(rows: readonly T[]): Cleaned<T> {
  const bytes = rows.map(({ text }, i) => {
    const utf8 = stringToUtf8(text);
    if (utf8 === undefined) throw new DatasetError("encoding", `row ${i} holds half of a surrogate pair`);
    return utf8;
  });
  /** First row of a group of equal rows to the kept row that stands for it: itself where it was kept. */
  const standsFor = new Map<number, number>();
  const keptRows: number[] = [];
  const removed: RemovedRow[] = [];
  for (const scanned of scanNear(bytes)) {
    if (scanned === undefined) continue;
    const { row, first, likes } = scanned;
    const nearTo =
      first === row ? likes.find((like) => standsFor.get(like.row) === like.row)?.row : standsFor.get(first);
    if (nearTo !== undefined) removed.push({ row, nearTo });
    else keptRows.push(row);
    if (first === row) standsFor.set(row, nearTo ?? row);
  }
  return { kept: keptRows.map((row) => rows[row]!), keptRows, removed };
}
