/**
 * Searches of the index. A condition is either a point (`=`: one key a block) or a scan over a tag's values. Points
 * are looked up height by height, driven by the one that occurs in the fewest blocks; scans are gathered first. Each
 * query reads at most so many records, and says so when that is not enough.
 *
 * @module
 */
import type { Backend } from "../store/backend.ts";
import {
  afterPrefix,
  type PostingKind,
  postingKey,
  readHeight,
  readPostingKey,
  tagPrefix,
  valuePrefix,
} from "./keys.ts";
import type { Plan } from "./plan.ts";
import { countPostings, decodePostings, intersectPostings, type Postings, uniteInto } from "./postings.ts";
import { type Condition, QueryError, valueMatches } from "./query.ts";

/** Records that one query may read. */
export const MAX_RECORDS = 200_000;

/** How far a condition is read to find out which one is rare. */
const PROBE_RECORDS = 64;

export class Budget {
  #left: number;
  readonly #limit: number;

  constructor(limit: number) {
    this.#left = limit;
    this.#limit = limit;
  }

  /** @throws QueryError when it is used up. */
  spend(): void {
    if (--this.#left < 0) {
      throw new QueryError(
        `the query reads more than ${this.#limit} records: narrow it, for example with bounds on the height`,
      );
    }
  }
}

/** Transactions of one block that match. */
export interface HeightHits {
  readonly height: number;
  readonly count: number;
  /** Ascending. */
  txs(): readonly number[];
}

interface Point {
  readonly kind: "point";
  readonly prefix: Buffer;
}

interface Gathered {
  readonly kind: "gathered";
  readonly heights: ReadonlyMap<number, Postings>;
}

type Source = Point | Gathered;

export interface Asked {
  readonly backend: Backend;
  readonly kind: PostingKind;
  readonly plan: Plan;
  readonly descending: boolean;
  readonly budget: Budget;
}

async function gather({ backend, kind, plan, budget }: Asked, condition: Condition): Promise<Gathered> {
  const prefix = tagPrefix(kind, condition.tag);
  const heights = new Map<number, Postings>();
  for await (const [key, value] of backend.iterate({ gte: prefix, lt: afterPrefix(prefix) })) {
    budget.spend();
    const found = readPostingKey(key, prefix.length);
    if (found.height < plan.from || found.height > plan.to) continue;
    const matches =
      found.value === undefined ? condition.operator === "EXISTS" : valueMatches(condition, found.value);
    if (!matches) continue;
    const postings = decodePostings(value);
    const known = heights.get(found.height);
    if (known === undefined) heights.set(found.height, postings);
    else uniteInto(known, postings);
  }
  return { kind: "gathered", heights };
}

function isPoint({ operator, operand }: Condition): boolean {
  return operator === "=" && operand?.kind !== "instant";
}

function pointRange({ plan }: Asked, prefix: Buffer): { gte: Uint8Array; lt: Uint8Array } {
  const first = postingKey(prefix, Math.min(plan.from, 2 ** 48 - 1));
  const last = plan.to >= 2 ** 48 - 1 ? afterPrefix(prefix) : postingKey(prefix, plan.to + 1);
  return { gte: first, lt: last };
}

/** The rarest: the smallest gathered one, else the point that occurs in the fewest blocks, up to a few dozen. */
async function chooseDriver(asked: Asked, sources: readonly Source[]): Promise<Source> {
  let driver: Source | undefined;
  for (const source of sources) {
    if (
      source.kind === "gathered" &&
      (driver?.kind !== "gathered" || source.heights.size < driver.heights.size)
    )
      driver = source;
  }
  if (driver !== undefined) return driver;
  if (sources.length === 1) return sources[0]!;
  let fewest = Number.POSITIVE_INFINITY;
  for (const source of sources as Point[]) {
    let seen = 0;
    const range = { ...pointRange(asked, source.prefix), limit: PROBE_RECORDS };
    for await (const _ of asked.backend.iterate(range)) seen++;
    if (seen < fewest) {
      fewest = seen;
      driver = source;
    }
  }
  return driver!;
}

async function* drive(
  asked: Asked,
  driver: Source,
): AsyncGenerator<readonly [number, Postings | Uint8Array]> {
  if (driver.kind === "gathered") {
    const heights = [...driver.heights.keys()].sort((a, b) => (asked.descending ? b - a : a - b));
    for (const height of heights) yield [height, driver.heights.get(height)!];
    return;
  }
  const range = { ...pointRange(asked, driver.prefix), reverse: asked.descending };
  for await (const [key, value] of asked.backend.iterate(range)) {
    asked.budget.spend();
    yield [readHeight(key), value];
  }
}

async function postingsAt(asked: Asked, source: Source, height: number): Promise<Postings | undefined> {
  if (source.kind === "gathered") return source.heights.get(height);
  asked.budget.spend();
  const value = await asked.backend.get(postingKey(source.prefix, height));
  return value === undefined ? undefined : decodePostings(value);
}

async function meetAt(
  asked: Asked,
  groups: readonly (readonly Source[])[],
  driver: Source,
  height: number,
  driven: Postings,
): Promise<readonly number[]> {
  let txs: number[] | undefined;
  for (const group of groups) {
    let met: Postings | undefined;
    for (const source of group) {
      const postings = source === driver ? driven : await postingsAt(asked, source, height);
      if (postings === undefined) return [];
      met = met === undefined ? postings : intersectPostings(met, postings);
      if (met.size === 0) return [];
    }
    const found = met!;
    txs = txs === undefined ? [...found.keys()] : txs.filter((tx) => found.has(tx));
    if (txs.length === 0) return [];
  }
  return txs!.sort((a, b) => a - b);
}

/**
 * Blocks with what matches in them, in the order asked for; blocks without a match are left out. The plan has a group
 * at least.
 * @throws QueryError where the budget does not last.
 */
export async function* searchPostings(asked: Asked): AsyncGenerator<HeightHits> {
  const groups: Source[][] = [];
  for (const group of asked.plan.groups) {
    const sources: Source[] = [];
    for (const condition of group) {
      if (isPoint(condition)) {
        const tag = tagPrefix(asked.kind, condition.tag);
        sources.push({ kind: "point", prefix: valuePrefix(tag, condition.operand!.text) });
      } else sources.push(await gather(asked, condition));
    }
    groups.push(sources);
  }
  const sources = groups.flat();
  const driver = await chooseDriver(asked, sources);
  for await (const [height, found] of drive(asked, driver)) {
    if (sources.length === 1) {
      const count = found instanceof Uint8Array ? countPostings(found) : found.size;
      const txs = (): number[] =>
        [...(found instanceof Uint8Array ? decodePostings(found) : found).keys()].sort((a, b) => a - b);
      yield { height, count, txs };
      continue;
    }
    const driven = found instanceof Uint8Array ? decodePostings(found) : found;
    const txs = await meetAt(asked, groups, driver, height, driven);
    if (txs.length > 0) yield { height, count: txs.length, txs: () => txs };
  }
}
