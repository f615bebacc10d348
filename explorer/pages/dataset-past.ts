/**
 * A dataset's history: what transactions did to it, and what blocks did by themselves, newest first.
 *
 * @module
 */
import type { Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { ClaimStatus, DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import type { TxView } from "../data/tx.ts";
import { formatAmount } from "../format/amount.ts";
import { claimName } from "../format/claim-words.ts";

export interface Past {
  readonly key: string;
  readonly height: number;
  /** Absent for what a block did by itself. */
  readonly tx?: TxView;
  readonly words?: string;
}

const CLOSED: Readonly<Record<number, string>> = {
  [DatasetStatus.DATASET_STATUS_FINAL]: "The window closed with nothing proven: it became final",
  [DatasetStatus.DATASET_STATUS_REJECTED]:
    "Validators did not find the content as published: rejected, stakes went back",
  [DatasetStatus.DATASET_STATUS_DELISTED]: "Its rows could not be had: delisted",
};

export function pastOf(dataset: Dataset, txs: readonly TxView[]): Past[] {
  const items: Past[] = txs
    .filter((tx) => tx.code === 0)
    .map((tx) => ({ key: tx.hash, height: tx.height, tx }));
  const active = Number(dataset.activeHeight);
  if (active > 0) {
    items.push({
      key: "active",
      height: active,
      words: "Two thirds of the validators hold the content: its claims opened",
    });
  }
  for (const claim of dataset.claims) {
    if (claim.status !== ClaimStatus.CLAIM_STATUS_LOST) continue;
    const total = formatAmount(claim.slashedOwner + claim.slashedBackers);
    items.push({
      key: `lost:${claim.kind}`,
      height: Number(claim.lostHeight),
      words: `“${claimName(claim.kind, claim.tier)}” was proven false: ${total} ASSAY of stake is gone`,
    });
  }
  const closed = CLOSED[dataset.status];
  if (closed !== undefined && dataset.closedHeight > 0n) {
    items.push({ key: "closed", height: Number(dataset.closedHeight), words: closed });
  }
  return items.sort((a, b) => b.height - a.height || (a.tx ? 1 : -1));
}
