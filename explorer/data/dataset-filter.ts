/**
 * Which datasets a list shows, and in which order.
 *
 * @module
 */
import { toHex } from "@assay/primitives/bytes";
import type { Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { claimBadge, datasetBadge } from "../format/claim-words.ts";
import { atRisk } from "../format/dataset-words.ts";

export interface Filters {
  readonly state: string;
  readonly claim: string;
  readonly how: string;
  readonly licence: string;
  readonly find: string;
  readonly sort: string;
}

/** Filters as the address has them. */
export function readFilters(query: URLSearchParams): Filters {
  const get = (key: string) => query.get(key) ?? "";
  return {
    state: get("state"),
    claim: get("claim"),
    how: get("how"),
    licence: get("licence"),
    find: get("find"),
    sort: get("sort"),
  };
}

export function matches(dataset: Dataset, filters: Filters): boolean {
  if (filters.state !== "" && datasetBadge(dataset.status).word !== filters.state) return false;
  if (filters.licence !== "" && dataset.terms?.licence !== filters.licence) return false;
  if (filters.claim !== "" || filters.how !== "") {
    const found = dataset.claims.some((claim) => {
      if (filters.claim !== "" && String(claim.kind) !== filters.claim) return false;
      return filters.how === "" || claimBadge(claim.status, claim.openCase > 0n).word === filters.how;
    });
    if (!found) return false;
  }
  const find = filters.find.trim().toLowerCase();
  return find === "" || (dataset.terms?.name ?? "").includes(find) || toHex(dataset.id).startsWith(find);
}

const SORT_KEYS: Readonly<Record<string, (dataset: Dataset) => bigint | string>> = {
  name: (dataset) => dataset.terms?.name ?? "",
  rows: (dataset) => dataset.terms?.rowCount ?? 0n,
  risk: (dataset) => atRisk(dataset).total,
  // What has no window yet, or none any more, comes last.
  window: (dataset) =>
    dataset.closedHeight > 0n || dataset.windowEnd === 0n ? 1n << 62n : dataset.windowEnd,
};

/** By a key of `sort=`, `-` first for descending; anything else leaves the order as it is. */
export function sortDatasets(datasets: readonly Dataset[], sort: string): Dataset[] {
  const name = sort.replace(/^-/, "");
  const key = Object.hasOwn(SORT_KEYS, name) ? SORT_KEYS[name] : undefined;
  const list = [...datasets];
  if (key === undefined) return list;
  const sign = sort.startsWith("-") ? -1 : 1;
  return list.sort((a, b) => {
    const left = key(a);
    const right = key(b);
    return left === right ? 0 : left < right ? -sign : sign;
  });
}
