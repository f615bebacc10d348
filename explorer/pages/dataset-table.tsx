/** @module Datasets as a table: what is claimed, what is at risk, how long one may still object. */
import { toHex } from "@assay/primitives/bytes";
import type { Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { DatasetStatus } from "@assay/proto/gen/assay/data/v1/types";
import { head } from "../data/node.ts";
import { formatAmount, groupDigits } from "../format/amount.ts";
import { datasetBadge } from "../format/claim-words.ts";
import { atRisk, contestedClaims } from "../format/dataset-words.ts";
import { formatSpan } from "../format/time.ts";
import { Address, DatasetIcon } from "../parts/address.tsx";
import { Badge } from "../parts/badge.tsx";
import { StakeBar } from "../parts/stake-bar.tsx";
import { Stamps } from "../parts/stamp.tsx";
import { type Column, Table } from "../parts/table.tsx";
import { Visible } from "../parts/visible.tsx";
import { HeightAgo, msUntil } from "../parts/when.tsx";

/** `closes in 3 d 22 h`, `final since …`. */
export function WindowWords({ dataset }: { dataset: Dataset }) {
  const height = head.value?.height ?? 0;
  switch (dataset.status) {
    case DatasetStatus.DATASET_STATUS_PENDING:
      return <>waits for validators</>;
    case DatasetStatus.DATASET_STATUS_ACTIVE:
      return height < Number(dataset.windowEnd) ? (
        <>closes in {formatSpan(msUntil(Number(dataset.windowEnd)))}</>
      ) : (
        <>closed, becomes final</>
      );
    case DatasetStatus.DATASET_STATUS_FINAL:
      return (
        <>
          final since <HeightAgo height={Number(dataset.closedHeight)} />
        </>
      );
    default:
      return (
        <>
          {datasetBadge(dataset.status).word.toLowerCase()}{" "}
          <HeightAgo height={Number(dataset.closedHeight)} />
        </>
      );
  }
}

interface DatasetTableProps {
  readonly datasets: readonly Dataset[];
  readonly sorted?: string;
  readonly sortHref?: (sort: string) => string;
}

export function DatasetTable({ datasets, sorted, sortHref }: DatasetTableProps) {
  const columns: readonly Column<Dataset>[] = [
    {
      head: "Dataset",
      sort: "name",
      class: "wide-cell",
      cell: (dataset) => {
        const id = toHex(dataset.id);
        return (
          <div class="named">
            <DatasetIcon id={id} size={30} />
            <div>
              <a class="strong" href={`/datasets/${id}`}>
                <Visible text={dataset.terms?.name ?? id} />
              </a>{" "}
              <span class="ink3">v{dataset.terms?.version}</span>
              <div class="named-under">
                <Address address={dataset.owner} picture={false} />
              </div>
            </div>
          </div>
        );
      },
    },
    {
      head: "Rows",
      sort: "rows",
      figures: true,
      cell: (dataset) => groupDigits(dataset.terms?.rowCount ?? 0n),
    },
    {
      head: "Claims",
      cell: (dataset) => <Stamps claims={dataset.claims} contested={contestedClaims(dataset)} />,
    },
    {
      head: "At risk",
      sort: "risk",
      cell: (dataset) => {
        const { owner, backers, total } = atRisk(dataset);
        if (total === 0n) return <span class="ink3">nothing</span>;
        return (
          <span class="bar-and-figure">
            <StakeBar owner={owner} backers={backers} multiple={0} />
            {formatAmount(total - (total % 1_000_000n))}
          </span>
        );
      },
    },
    { head: "Challenge window", sort: "window", cell: (dataset) => <WindowWords dataset={dataset} /> },
    { head: "State", cell: (dataset) => <Badge words={datasetBadge(dataset.status)} /> },
  ];
  return (
    <Table
      caption="Datasets"
      columns={columns}
      rows={datasets}
      rowKey={(dataset) => toHex(dataset.id)}
      {...(sorted === undefined ? {} : { sorted })}
      {...(sortHref === undefined ? {} : { sortHref })}
    />
  );
}
