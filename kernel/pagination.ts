/** Pages of a collection, with the Cosmos SDK's request and answer (types/query). */
import type { PageRequest, PageResponse } from "@assay/proto/gen/cosmos/base/query/v1beta1/pagination";
import type { StoredMap } from "./collections/collection.ts";
import type { ReadCtx } from "./context.ts";
import { sdkErrors } from "./errors.ts";

export const DEFAULT_PAGE_LIMIT = 100;
export const MAX_PAGE_LIMIT = 1000;
/** Entries that one query may walk over to count or to skip: a page must not cost the whole state. */
export const MAX_PAGE_WALK = 10_000;

export interface Page<T> {
  readonly items: T[];
  readonly pagination: PageResponse;
}

/**
 * One page of a map.
 * @param pick turns an entry into an item; undefined leaves it out.
 * @throws sdk/18 where key and offset are both given, or the offset passes `MAX_PAGE_WALK`.
 */
export function paginate<K, V, T>(
  ctx: ReadCtx,
  map: StoredMap<K, V>,
  request: PageRequest | undefined,
  pick: (key: K, value: V) => T | undefined,
  options: { readonly prefix?: Uint8Array; readonly reverse?: boolean } = {},
): Page<T> {
  const limit = Math.min(
    request === undefined || request.limit === 0n ? DEFAULT_PAGE_LIMIT : Number(request.limit),
    MAX_PAGE_LIMIT,
  );
  const key = request?.key ?? new Uint8Array(0);
  const offset = Number(request?.offset ?? 0n);
  if (key.length > 0 && offset > 0)
    throw sdkErrors.invalidRequest("either offset or key is expected, got both");
  if (offset > MAX_PAGE_WALK) throw sdkErrors.invalidRequest(`offset is over ${MAX_PAGE_WALK}; page by key`);
  const reverse = (request?.reverse ?? false) !== (options.reverse ?? false);
  const range: { prefix?: Uint8Array; from?: Uint8Array; reverse: boolean } = { reverse };
  if (options.prefix !== undefined) range.prefix = options.prefix;
  if (key.length > 0) range.from = key;
  const items: T[] = [];
  let nextKey = new Uint8Array(0);
  let seen = 0;
  let walked = 0;
  for (const [raw, bytes] of map.iterateRaw(ctx, range)) {
    if (walked++ > MAX_PAGE_WALK + limit) {
      if (nextKey.length === 0) nextKey = raw.slice(1);
      break;
    }
    const item = pick(map.decodeKey(raw), map.valueCodec.decode(bytes));
    if (item === undefined) continue;
    seen++;
    if (seen <= offset) continue;
    if (items.length < limit) items.push(item);
    else {
      if (nextKey.length === 0) nextKey = raw.slice(1);
      if (!request?.countTotal) break;
    }
  }
  return { items, pagination: { nextKey, total: request?.countTotal ? BigInt(seen) : 0n } };
}

/** A page of a list that is already at hand. */
export function paginateList<T>(all: readonly T[], request: PageRequest | undefined): Page<T> {
  const limit = Math.min(
    request === undefined || request.limit === 0n ? DEFAULT_PAGE_LIMIT : Number(request.limit),
    MAX_PAGE_LIMIT,
  );
  const start =
    request !== undefined && request.key.length === 8
      ? keyToIndex(request.key)
      : Number(request?.offset ?? 0n);
  const items = all.slice(start, start + limit);
  const next = start + items.length;
  return {
    items,
    pagination: {
      nextKey: next < all.length ? indexToKey(next) : new Uint8Array(0),
      total: request?.countTotal ? BigInt(all.length) : 0n,
    },
  };
}

function indexToKey(index: number): Uint8Array {
  const key = new Uint8Array(8);
  let rest = index;
  for (let i = 7; i >= 0; i--) {
    key[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return key;
}

function keyToIndex(key: Uint8Array): number {
  let index = 0;
  for (const byte of key) index = index * 256 + byte;
  return index;
}
