/**
 * What is going on, read from the state of datasets and cases: no history is needed, so a pruned node tells it as well.
 *
 * @module
 */
import { toHex } from "@assay/primitives/bytes";
import type { Case } from "@assay/proto/gen/assay/challenge/v1/types";
import { CaseStatus } from "@assay/proto/gen/assay/challenge/v1/types";
import type { Claim, Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { ClaimStatus, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import { formatAmount, plural } from "../format/amount.ts";
import {
  type BadgeWords,
  caseBadge,
  claimBadge,
  claimLimit,
  claimName,
  datasetBadge,
} from "../format/claim-words.ts";
import { atRisk, roomToBack } from "../format/dataset-words.ts";
import { shortAddress } from "../format/short.ts";

export interface Happening {
  readonly key: string;
  readonly badge: BadgeWords;
  readonly title: string;
  readonly href: string;
  readonly under: string;
  /** Base units, and what becomes of them; absent where nothing moved. */
  readonly amount?: bigint;
  readonly amountWord?: string;
  /** It ends at this height; otherwise it happened at `sinceHeight`. */
  readonly untilHeight?: number;
  readonly untilWord?: string;
  readonly sinceHeight: number;
}

function lostClaim(dataset: Dataset, claim: Claim, proof: Case | undefined): Happening {
  const total = claim.slashedOwner + claim.slashedBackers;
  const reward = proof?.reward ?? 0n;
  const limit = claimLimit(claim);
  const shown = proof && limit ? `${plural(proof.shown, limit.one)} proven, ${proof.allowed} allowed. ` : "";
  return {
    key: `lost:${toHex(dataset.id)}:${claim.kind}`,
    badge: claimBadge(claim.status),
    title: `${claimName(claim.kind, claim.tier)}: ${dataset.terms?.name}`,
    href: claim.lostCase > 0n ? `/challenges/${claim.lostCase}` : `/datasets/${toHex(dataset.id)}`,
    under: `${shown}${formatAmount(total - reward)} burned, ${formatAmount(reward)} to the challenger`,
    amount: total,
    amountWord: "lost",
    sinceHeight: Number(claim.lostHeight),
  };
}

function openCase(dataset: Dataset | undefined, item: Case): Happening {
  const claim = dataset?.claims.find((candidate) => candidate.kind === item.claim);
  return {
    key: `case:${item.id}`,
    badge: { ...caseBadge(item.status), word: "Under challenge" },
    title: `${claimName(item.claim, claim?.tier)}: ${dataset?.terms?.name ?? "a dataset"}`,
    href: `/challenges/${item.id}`,
    under: `A valid proof was shown. It settles unless an earlier seal replaces it`,
    amount: claim ? claim.ownerStake + claim.backersStake : 0n,
    amountWord: "at risk",
    untilHeight: Number(item.settleHeight),
    untilWord: "settles",
    sinceHeight: Number(item.revealedHeight),
  };
}

function datasetHappening(dataset: Dataset): Happening | undefined {
  const id = toHex(dataset.id);
  const name = dataset.terms?.name ?? "";
  const { total, backers } = atRisk(dataset);
  const staked = dataset.claims.reduce((sum, claim) => sum + claim.ownerStake + claim.backersStake, 0n);
  const base = { key: `dataset:${id}`, href: `/datasets/${id}`, badge: datasetBadge(dataset.status) };
  switch (dataset.status) {
    case DatasetStatus.DATASET_STATUS_PENDING:
      return {
        ...base,
        title: `New: ${name}, ${plural(dataset.terms?.rowCount ?? 0n, "row")}`,
        under: "Validators fetch the content. Its claims open when two thirds hold it",
        amount: staked,
        amountWord: "to open",
        sinceHeight: Number(dataset.publishedHeight),
      };
    case DatasetStatus.DATASET_STATUS_ACTIVE: {
      const open = dataset.claims.filter((claim) => claim.status === ClaimStatus.CLAIM_STATUS_OPEN);
      if (open.length === 0) return undefined;
      const names = open.map((claim) => claimName(claim.kind, claim.tier).toLowerCase()).join(", ");
      return {
        ...base,
        badge: claimBadge(ClaimStatus.CLAIM_STATUS_OPEN),
        title: `${plural(open.length, "claim")}: ${name}`,
        under: `${names.charAt(0).toUpperCase()}${names.slice(1)}. ${
          backers > 0n ? `Backed with ${formatAmount(backers)}` : "Nobody backs it yet"
        }`,
        amount: total,
        amountWord: "at risk",
        untilHeight: Number(dataset.windowEnd),
        untilWord: "closes",
        sinceHeight: Number(dataset.activeHeight),
      };
    }
    case DatasetStatus.DATASET_STATUS_FINAL: {
      const final = dataset.claims.filter((claim) => claim.status === ClaimStatus.CLAIM_STATUS_FINAL);
      return {
        ...base,
        title: `${plural(final.length, "claim")} held: ${name}`,
        under: "Not proven false in its window. Stakes may be withdrawn, all but Available's",
        ...(staked > total && { amount: staked - total, amountWord: "free to withdraw" }),
        sinceHeight: Number(dataset.closedHeight),
      };
    }
    case DatasetStatus.DATASET_STATUS_REJECTED:
      return {
        ...base,
        title: `Rejected: ${name}`,
        under: "Validators did not find the content as published. Stakes go back",
        amount: staked,
        amountWord: "returned",
        sinceHeight: Number(dataset.closedHeight),
      };
    default:
      return undefined;
  }
}

/** A backer's stake, as its event told it. */
export interface Backing {
  readonly datasetId: string;
  readonly claim: number;
  readonly account: string;
  /** Base units. */
  readonly amount: bigint;
  readonly height: number;
}

function backing(dataset: Dataset, claim: Claim, of: Backing, multiple: number): Happening {
  const room = roomToBack(claim, multiple);
  const roomWords = room > 0n ? `, room for ${formatAmount(room)} more` : ", no room is left";
  return {
    key: `backing:${of.datasetId}:${of.claim}`,
    badge: claimBadge(claim.status, claim.openCase > 0n),
    title: `${claimName(claim.kind, claim.tier)}: ${dataset.terms?.name}`,
    href: `/datasets/${of.datasetId}`,
    under: `${shortAddress(of.account)} backed it with ${formatAmount(of.amount)}${roomWords}`,
    amount: claim.ownerStake + claim.backersStake,
    amountWord: "at risk",
    untilHeight: Number(dataset.windowEnd),
    untilWord: "closes",
    sinceHeight: of.height,
  };
}

interface HappeningsIn {
  readonly datasets: readonly Dataset[];
  readonly cases: readonly Case[];
  /** Newest first. */
  readonly backings: readonly Backing[];
  /** The params' backers_multiple. */
  readonly multiple: number;
  readonly height: number;
}

/** Newest first, what is under challenge on top. One line a claim for backings, the newest. */
export function happenings({ datasets, cases, backings, multiple, height }: HappeningsIn): Happening[] {
  const byId = new Map(datasets.map((dataset) => [toHex(dataset.id), dataset]));
  const caseById = new Map(cases.map((item) => [item.id, item]));
  const items: Happening[] = [];
  for (const item of cases) {
    if (item.status === CaseStatus.CASE_STATUS_PROVEN)
      items.push(openCase(byId.get(toHex(item.datasetId)), item));
  }
  for (const dataset of datasets) {
    for (const claim of dataset.claims) {
      if (claim.status === ClaimStatus.CLAIM_STATUS_LOST) {
        items.push(lostClaim(dataset, claim, caseById.get(claim.lostCase)));
      }
    }
    const item = datasetHappening(dataset);
    if (item) items.push(item);
  }
  const told = new Set<string>();
  for (const one of backings) {
    const dataset = byId.get(one.datasetId);
    const claim = dataset?.claims.find((candidate) => candidate.kind === one.claim);
    const key = `${one.datasetId}:${one.claim}`;
    if (
      !dataset ||
      !claim ||
      claim.status !== ClaimStatus.CLAIM_STATUS_OPEN ||
      claim.openCase > 0n ||
      told.has(key)
    ) {
      continue;
    }
    told.add(key);
    items.push(backing(dataset, claim, one, multiple));
  }
  const rank = (item: Happening) => (item.key.startsWith("case:") ? height + 1 : item.sinceHeight);
  return items.sort((a, b) => rank(b) - rank(a));
}
