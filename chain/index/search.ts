/**
 * Searches of the index. Every condition has a mark to look for: of its value where it says `=`, else of its
 * attribute being there at all. Blocks are walked by the condition that seems rarest; what marks cannot tell is
 * decided by the events themselves. Each query reads at most so many records, and says so when that is not enough.
 *
 * @module
 */
import type { Backend } from "../store/backend.ts";
import { bucketKey, HEIGHT_END, type PostingKind, readHeight } from "./keys.ts";
import type { Mark, Marker } from "./marks.ts";
import type { Plan } from "./plan.ts";
import { countPostings, decodePostings, findPostings, intersectPostings, type Postings } from "./postings.ts";
import { type Condition, QueryError } from "./query.ts";

/** Records that one query may read. */
export const MAX_RECORDS = 200_000;

/** How far each condition is read to find out which one is rare. */
const PROBE_RECORDS = 128;

export class Budget {
  #left: number;
  readonly #limit: number;

  constructor(limit: number) {
    this.#left = limit;
    this.#limit = limit;
  }

  /** @throws QueryError when it is used up. */
  spend(records = 1): void {
    this.#left -= records;
    if (this.#left < 0) {
      throw new QueryError(
        `the query reads more than ${this.#limit} records: narrow it, for example with bounds on the height`,
      );
    }
  }
}

/** Transactions of one block that match, as far as marks can tell. */
export interface HeightHits {
  readonly height: number;
  readonly count: number;
  /** Ascending. */
  txs(): readonly number[];
}

export interface Asked {
  readonly backend: Backend;
  readonly marker: Marker;
  readonly kind: PostingKind;
  readonly plan: Plan;
  readonly descending: boolean;
  readonly budget: Budget;
}

/** Whether a condition is decided by its mark. */
export function isExact({ operator, operand }: Condition): boolean {
  return operator === "EXISTS" || (operator === "=" && operand?.kind !== "instant");
}

function markFor(marker: Marker, condition: Condition): Mark {
  const { tag, operator, operand } = condition;
  return operator === "=" && operand !== undefined && operand.kind !== "instant"
    ? marker.of(tag, operand.text)
    : marker.of(tag);
}

/** Records of a mark's bucket, in order of height. */
function records(
  { backend, kind, plan, descending }: Asked,
  { bucket }: Mark,
  limit?: number,
): ReturnType<Backend["iterate"]> {
  return backend.iterate({
    gte: bucketKey(kind, bucket, Math.min(plan.from, HEIGHT_END)),
    lt: bucketKey(kind, bucket, Math.min(plan.to + 1, HEIGHT_END)),
    reverse: descending,
    ...(limit === undefined ? {} : { limit }),
  });
}

/** The mark with the fewest hits in the first records of its bucket. */
async function rarest(asked: Asked, marks: readonly Mark[]): Promise<Mark> {
  if (marks.length === 1) return marks[0]!;
  let best = marks[0]!;
  let fewest = Number.POSITIVE_INFINITY;
  for (const mark of marks) {
    let hits = 0;
    for await (const [, record] of records(asked, mark, PROBE_RECORDS)) {
      asked.budget.spend();
      const found = findPostings(record, mark.rest);
      if (found !== undefined) hits += countPostings(found);
    }
    if (hits < fewest) {
      fewest = hits;
      best = mark;
    }
    if (hits === 0) break;
  }
  return best;
}

async function postingsAt(asked: Asked, mark: Mark, height: number): Promise<Postings | undefined> {
  asked.budget.spend();
  const record = await asked.backend.get(bucketKey(asked.kind, mark.bucket, height));
  const found = record === undefined ? undefined : findPostings(record, mark.rest);
  return found === undefined ? undefined : decodePostings(found);
}

async function meetAt(
  asked: Asked,
  groups: readonly (readonly Mark[])[],
  driver: Mark,
  height: number,
  driven: Postings,
): Promise<readonly number[]> {
  let txs: number[] | undefined;
  for (const group of groups) {
    let met: Postings | undefined;
    for (const mark of group) {
      const postings = mark === driver ? driven : await postingsAt(asked, mark, height);
      if (postings === undefined) return [];
      met = met === undefined ? postings : intersectPostings(met, postings);
    }
    const found = met!;
    txs = txs === undefined ? [...found.keys()] : txs.filter((tx) => found.has(tx));
    if (txs.length === 0) return [];
  }
  return txs!;
}

/**
 * Blocks with what matches in them, in the order asked for; blocks without a match are left out. The plan has a group
 * at least.
 * @throws QueryError where the budget does not last.
 */
export async function* searchPostings(asked: Asked): AsyncGenerator<HeightHits> {
  const groups = asked.plan.groups.map((group) => group.map((one) => markFor(asked.marker, one)));
  const marks = groups.flat();
  const driver = await rarest(asked, marks);
  for await (const [key, record] of records(asked, driver)) {
    asked.budget.spend();
    const found = findPostings(record, driver.rest);
    if (found === undefined) continue;
    const height = readHeight(key);
    if (marks.length === 1) {
      yield { height, count: countPostings(found), txs: () => [...decodePostings(found).keys()] };
      continue;
    }
    const txs = await meetAt(asked, groups, driver, height, decodePostings(found));
    if (txs.length > 0) yield { height, count: txs.length, txs: () => txs };
  }
}
