/** @module Under the claims: rows, stakes, history, card, versions. The tab is in the address. */
import type { Dataset } from "@assay/proto/gen/assay/data/v1/types";
import type { ComponentChildren } from "preact";
import { route, withQuery } from "../app/router.ts";
import { hexId, useDatasetsOf, usePositions, useUnbondings } from "../data/market.ts";
import { client } from "../data/node.ts";
import { useResource } from "../data/resource.ts";
import { viewOfTx } from "../data/tx.ts";
import { groupDigits } from "../format/amount.ts";
import { claimLetter, claimName, datasetBadge } from "../format/claim-words.ts";
import { contestedClaims } from "../format/dataset-words.ts";
import { Address } from "../parts/address.tsx";
import { Amount } from "../parts/amount.tsx";
import { Badge } from "../parts/badge.tsx";
import { Show } from "../parts/loaded.tsx";
import { Markdown } from "../parts/markdown.tsx";
import { Stamps } from "../parts/stamp.tsx";
import { Empty } from "../parts/states.tsx";
import { type Column, Table } from "../parts/table.tsx";
import { Countdown, HeightAgo } from "../parts/when.tsx";
import { type Past, pastOf } from "./dataset-past.ts";
import { FindRows, RowsTab } from "./rows-tab.tsx";
import { TxWords } from "./tx-list.tsx";

const TABS = ["rows", "stakes", "history", "card", "versions"] as const;
type Tab = (typeof TABS)[number];
const TAB_NAMES: Readonly<Record<Tab, string>> = {
  rows: "Rows",
  stakes: "Stakes",
  history: "History",
  card: "Card",
  versions: "Versions",
};

export function DatasetTabs({ dataset }: { dataset: Dataset }) {
  const asked = route.value.query.get("tab");
  const tab: Tab = TABS.find((name) => name === asked) ?? "rows";
  const positions = usePositions({ datasetId: hexId(dataset.id) });
  const counts: Partial<Record<Tab, number>> = {
    ...(positions.state === "ready" && { stakes: positions.value.length }),
  };
  return (
    <section class="card" id="tabs">
      <nav class="tabs" aria-label="About this dataset">
        {TABS.map((name) => (
          <a
            key={name}
            data-replace=""
            href={withQuery({
              tab: name === "rows" ? undefined : name,
              row: undefined,
              page: undefined,
              find: undefined,
            })}
            aria-current={name === tab ? "true" : undefined}
          >
            {TAB_NAMES[name]}
            {counts[name] !== undefined && <span class="count">{groupDigits(counts[name])}</span>}
          </a>
        ))}
        {tab === "rows" && (
          <div class="tabs-end">
            <FindRows />
          </div>
        )}
      </nav>
      <TabBody tab={tab} dataset={dataset} />
    </section>
  );
}

function TabBody({ tab, dataset }: { tab: Tab; dataset: Dataset }): ComponentChildren {
  switch (tab) {
    case "rows":
      return <RowsTab dataset={dataset} />;
    case "stakes":
      return <StakesTab dataset={dataset} />;
    case "history":
      return <HistoryTab dataset={dataset} />;
    case "card":
      return <CardTab dataset={dataset} />;
    case "versions":
      return <VersionsTab dataset={dataset} />;
  }
}

interface StakeRow {
  readonly key: string;
  readonly account: string;
  readonly isOwner: boolean;
  readonly claim: number;
  readonly amount: bigint;
  readonly sinceHeight: number;
  /** Leaves at this height; undefined while it stays. */
  readonly leavesHeight?: number;
}

function StakesTab({ dataset }: { dataset: Dataset }) {
  const filter = { datasetId: hexId(dataset.id) };
  const positions = usePositions(filter);
  const unbondings = useUnbondings(filter);
  return (
    <Show of={positions} again={`positions::${filter.datasetId}`}>
      {(staked) => {
        const leaving = unbondings.state === "ready" ? unbondings.value : [];
        const rows: StakeRow[] = [
          ...staked.map((one) => ({
            key: `p:${one.claim}:${one.account}:${one.isOwner}`,
            account: one.account,
            isOwner: one.isOwner,
            claim: one.claim,
            amount: one.amount,
            sinceHeight: Number(one.sinceHeight),
          })),
          ...leaving.map((one) => ({
            key: `u:${one.id}`,
            account: one.account,
            isOwner: one.isOwner,
            claim: one.claim,
            amount: one.amount,
            sinceHeight: Number(one.startHeight),
            leavesHeight: Number(one.completionHeight),
          })),
        ].sort(
          (a, b) =>
            a.claim - b.claim || Number(b.isOwner) - Number(a.isOwner) || (a.amount < b.amount ? 1 : -1),
        );
        if (rows.length === 0) return <Empty title="No stake is on its claims any more" />;
        const columns: readonly Column<StakeRow>[] = [
          {
            head: "Account",
            cell: (row) => <Address address={row.account} {...(row.isOwner && { tag: "owner" })} />,
          },
          { head: "Claim", cell: (row) => `${claimLetter(row.claim)} ${claimName(row.claim)}` },
          { head: "Stake", figures: true, cell: (row) => <Amount base={row.amount} /> },
          {
            head: "Since",
            cell: (row) =>
              row.leavesHeight === undefined ? (
                <HeightAgo height={row.sinceHeight} />
              ) : (
                <>
                  leaves <Countdown height={row.leavesHeight} />
                </>
              ),
          },
        ];
        return <Table caption="Stakes" columns={columns} rows={rows} rowKey={(row) => row.key} />;
      }}
    </Show>
  );
}

function HistoryTab({ dataset }: { dataset: Dataset }) {
  const id = hexId(dataset.id);
  const key = `history:${id}`;
  const history = useResource(
    key,
    async () => {
      const types = [
        "data.dataset_published",
        "data.staked",
        "data.unstaked",
        "data.withdrawn",
        "challenge.challenge_revealed",
      ];
      const pages = await Promise.all(
        types.map((type) =>
          client
            .searchTx(`${type}.dataset_id='${id}'`, { perPage: 50, order: "desc" })
            .then(({ items }) => items),
        ),
      );
      const byHash = new Map(pages.flat().map((tx) => [tx.hash, viewOfTx(tx)]));
      return [...byHash.values()];
    },
    { live: true },
  );
  return (
    <Show of={history} again={key} lines={6}>
      {(txs) => {
        const items: Past[] = pastOf(dataset, txs);
        if (items.length === 0) return <Empty title="This node has no history of it" />;
        return (
          <ul class="rows">
            {items.map((item) => (
              <li class="past-row" key={item.key}>
                <span class="ink2 side past-when">
                  <HeightAgo height={item.height} />
                </span>
                <div class="tx-words">{item.tx ? <TxWords tx={item.tx} /> : item.words}</div>
                <a class="side" href={item.tx ? `/tx/${item.tx.hash}` : `/blocks/${item.height}`}>
                  {item.tx ? "transaction" : `block ${groupDigits(item.height)}`}
                </a>
              </li>
            ))}
          </ul>
        );
      }}
    </Show>
  );
}

function CardTab({ dataset }: { dataset: Dataset }) {
  const terms = dataset.terms;
  return (
    <div class="card-body">
      {terms === undefined || terms.card.trim() === "" ? (
        <Empty title="Its owner wrote nothing about it" />
      ) : (
        <Markdown source={terms.card} />
      )}
      {terms !== undefined && terms.guideline.trim() !== "" && (
        <section class="guideline">
          <h3>How a labeller is told to label</h3>
          <Markdown source={terms.guideline} />
        </section>
      )}
    </div>
  );
}

function VersionsTab({ dataset }: { dataset: Dataset }) {
  const all = useDatasetsOf(dataset.owner);
  const columns: readonly Column<Dataset>[] = [
    {
      head: "Version",
      cell: (one) => (
        <a class="strong" href={`/datasets/${hexId(one.id)}`}>
          v{one.terms?.version}
          {hexId(one.id) === hexId(dataset.id) && <span class="tag">this one</span>}
        </a>
      ),
    },
    { head: "Rows", figures: true, cell: (one) => groupDigits(one.terms?.rowCount ?? 0n) },
    { head: "Claims", cell: (one) => <Stamps claims={one.claims} contested={contestedClaims(one)} /> },
    { head: "State", cell: (one) => <Badge words={datasetBadge(one.status)} /> },
    { head: "Published", cell: (one) => <HeightAgo height={Number(one.publishedHeight)} /> },
  ];
  return (
    <Show of={all} again={`datasets-of:${dataset.owner}`}>
      {(datasets) => {
        const versions = datasets
          .filter((one) => one.terms?.name === dataset.terms?.name)
          .sort((a, b) => (b.terms?.version ?? 0) - (a.terms?.version ?? 0));
        return <Table caption="Versions" columns={columns} rows={versions} rowKey={(one) => hexId(one.id)} />;
      }}
    </Show>
  );
}
