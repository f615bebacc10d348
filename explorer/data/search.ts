/**
 * What a typed text may mean: a height, a hash, an address, a dataset's name or id, a case, a page, an act.
 *
 * @module
 */
import { addressFromBech32 } from "@assay/primitives/address";
import { toHex } from "@assay/primitives/bytes";
import type { Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import { MAIN_NAV, MORE_NAV } from "../app/nav.ts";
import { groupDigits } from "../format/amount.ts";
import { shortAddress, shortHash } from "../format/short.ts";

export interface Hit {
  readonly key: string;
  readonly href: string;
  readonly title: string;
  readonly under: string;
  readonly icon: "block" | "link" | "wallet" | "scales" | "arrow" | "search";
  readonly dataset?: Dataset;
}

interface SearchIn {
  readonly datasets: readonly Dataset[];
  readonly cases: readonly { readonly id: bigint; readonly claim: number; readonly datasetId: Uint8Array }[];
  readonly prefix: string;
  readonly height: number;
}

const MOST = 12;

export function search(text: string, { datasets, cases, prefix, height }: SearchIn): Hit[] {
  const wanted = text
    .trim()
    .replace(/[\s\u202f]/g, "")
    .toLowerCase();
  const hits: Hit[] = [];
  const add = (hit: Hit) => hits.push(hit);
  if (wanted === "") return pages("");
  if (/^#?\d{1,15}$/.test(wanted)) {
    const number = Number(wanted.replace("#", ""));
    if (number >= 1 && !wanted.startsWith("#")) {
      const under = number > height ? "to come" : "block";
      add({
        key: "block",
        href: `/blocks/${number}`,
        title: `Block ${groupDigits(number)}`,
        under,
        icon: "block",
      });
    }
    if (cases.some((item) => item.id === BigInt(number))) {
      add({
        key: "case",
        href: `/challenges/${number}`,
        title: `Case ${number}`,
        under: "challenge",
        icon: "scales",
      });
    }
  }
  if (/^[0-9a-f]{64}$/.test(wanted)) {
    const dataset = datasets.find((one) => toHex(one.id) === wanted);
    if (dataset) add(datasetHit(dataset));
    else {
      const hash = wanted.toUpperCase();
      add({ key: "tx", href: `/tx/${hash}`, title: shortHash(hash), under: "transaction", icon: "link" });
      add({
        key: "ds",
        href: `/datasets/${wanted}`,
        title: shortHash(wanted),
        under: "dataset",
        icon: "link",
      });
    }
  } else if (addressFromBech32(wanted, prefix) !== undefined) {
    add({
      key: "address",
      href: `/accounts/${wanted}`,
      title: shortAddress(wanted),
      under: "account",
      icon: "wallet",
    });
  } else {
    const found = datasets.filter(
      (one) =>
        (one.terms?.name ?? "").includes(wanted) || (wanted.length >= 6 && toHex(one.id).startsWith(wanted)),
    );
    for (const dataset of found.slice(0, 6)) add(datasetHit(dataset));
    for (const dataset of found.slice(0, 2)) {
      if (dataset.status !== DatasetStatus.DATASET_STATUS_ACTIVE) continue;
      const href = `/datasets/${toHex(dataset.id)}`;
      add({
        key: `back:${href}`,
        href: `${href}?do=back`,
        title: `Back a claim of ${dataset.terms?.name}`,
        under: "",
        icon: "arrow",
      });
      add({
        key: `check:${href}`,
        href: `${href}?do=check`,
        title: `Check ${dataset.terms?.name} yourself`,
        under: "",
        icon: "arrow",
      });
    }
    hits.push(...pages(wanted));
  }
  return hits.slice(0, MOST);
}

function datasetHit(dataset: Dataset): Hit {
  const id = toHex(dataset.id);
  return {
    key: id,
    href: `/datasets/${id}`,
    title: dataset.terms?.name ?? id,
    under: `v${dataset.terms?.version}, dataset`,
    icon: "search",
    dataset,
  };
}

const ACTS = [
  { href: "?do=wallet", text: "Wallet" },
  { href: "?do=publish", text: "Publish a dataset" },
];

function pages(wanted: string): Hit[] {
  const all = [{ href: "/", text: "Overview" }, ...MAIN_NAV, ...MORE_NAV, ...ACTS];
  return all
    .filter((item) => item.text.toLowerCase().replace(/\s/g, "").includes(wanted))
    .map((item) => ({
      key: item.href,
      href: item.href.startsWith("?") ? `/${item.href}` : item.href,
      title: item.text,
      under: item.href.startsWith("?") ? "" : "page",
      icon: "arrow" as const,
    }));
}
