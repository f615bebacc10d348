/** @module All challenges: shown ones with their verdict, and seals of which nobody knows what they hide. */
import type { Case, ChallengeCommit } from "@assay/proto/gen/assay/challenge/v1/types";
import { CaseStatus } from "@assay/proto/gen/assay/challenge/v1/types";
import { route, withQuery } from "../app/router.ts";
import { useCases, useDatasetNames, useSeals } from "../data/market.ts";
import { groupDigits, plural } from "../format/amount.ts";
import { caseBadge, claimName } from "../format/claim-words.ts";
import { Address } from "../parts/address.tsx";
import { Amount } from "../parts/amount.tsx";
import { Badge } from "../parts/badge.tsx";
import { Card } from "../parts/card.tsx";
import { Show } from "../parts/loaded.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Empty } from "../parts/states.tsx";
import { type Column, Table } from "../parts/table.tsx";
import { Visible } from "../parts/visible.tsx";
import { Countdown, HeightAgo } from "../parts/when.tsx";

const FILTERS: readonly (readonly [value: string, text: string, status: number | undefined])[] = [
  ["", "All", undefined],
  ["open", "Proof shown", CaseStatus.CASE_STATUS_PROVEN],
  ["won", "Claim lost", CaseStatus.CASE_STATUS_WON],
  ["beaten", "Beaten", CaseStatus.CASE_STATUS_BEATEN],
  ["invalid", "Invalid", CaseStatus.CASE_STATUS_INVALID],
];

export function Challenges() {
  const cases = useCases();
  const wanted = route.value.query.get("state") ?? "";
  const status = FILTERS.find(([value]) => value === wanted)?.[2];
  return (
    <>
      <PageHead
        title="Challenges"
        under="Anyone may prove a claim false. The proof decides in the transaction that shows it."
        acts={
          <a class="button" href="/datasets?state=Open">
            Find a claim to check
          </a>
        }
      />
      <div class="stack">
        <Card
          title="Shown"
          end={
            <nav class="chips" aria-label="Filter challenges">
              {FILTERS.map(([value, text]) => (
                <a
                  key={value}
                  class="chip"
                  href={withQuery({ state: value })}
                  data-replace=""
                  aria-current={value === wanted ? "true" : undefined}
                >
                  {text}
                </a>
              ))}
            </nav>
          }
        >
          <Show of={cases} again="cases:" lines={6}>
            {(all) => {
              const shown = status === undefined ? all : all.filter((item) => item.status === status);
              if (all.length === 0) {
                return (
                  <Empty title="No challenges yet">
                    <p>Nobody has proven a claim false here.</p>
                    <a href="/datasets?state=Open">Check one yourself</a>
                  </Empty>
                );
              }
              if (shown.length === 0) {
                return (
                  <Empty title="None is like that">
                    <a href="/challenges" data-replace="">
                      Show all {groupDigits(all.length)}
                    </a>
                  </Empty>
                );
              }
              return <CaseTable cases={shown} />;
            }}
          </Show>
        </Card>
        <Seals />
      </div>
    </>
  );
}

function CaseTable({ cases }: { cases: readonly Case[] }) {
  const nameOf = useDatasetNames();
  const columns: readonly Column<Case>[] = [
    {
      head: "Case",
      cell: (item) => (
        <>
          <a class="strong" href={`/challenges/${item.id}`}>
            {claimName(item.claim)}: <Visible text={nameOf(item.datasetId)} />
          </a>
          <div class="side ink2">
            {plural(item.shown, item.claim === 2 ? "row" : "pair")} shown, {item.allowed} allowed
          </div>
        </>
      ),
    },
    { head: "State", cell: (item) => <Badge words={caseBadge(item.status)} /> },
    { head: "Challenger", cell: (item) => <Address address={item.challenger} /> },
    { head: "Bond", figures: true, cell: (item) => <Amount base={item.bond} /> },
    {
      head: "Reward",
      figures: true,
      cell: (item) => (item.reward > 0n ? <Amount base={item.reward} /> : <span class="ink3">–</span>),
    },
    {
      head: "When",
      cell: (item) =>
        item.status === CaseStatus.CASE_STATUS_PROVEN ? (
          <>
            settles <Countdown height={Number(item.settleHeight)} blocks={false} />
          </>
        ) : (
          <HeightAgo height={Number(item.revealedHeight)} />
        ),
    },
  ];
  return <Table caption="Challenges" columns={columns} rows={cases} rowKey={(item) => String(item.id)} />;
}

function Seals() {
  const seals = useSeals();
  if (seals.state !== "ready" || seals.value.length === 0) return null;
  const columns: readonly Column<ChallengeCommit>[] = [
    { head: "Challenger", cell: (seal) => <Address address={seal.challenger} /> },
    { head: "State", cell: () => <Badge words={{ word: "Sealed", tone: "plain", icon: "lock" }} /> },
    { head: "Bond", figures: true, cell: (seal) => <Amount base={seal.bond} /> },
    { head: "Sealed", cell: (seal) => <HeightAgo height={Number(seal.height)} /> },
    { head: "Must be shown", cell: (seal) => <Countdown height={Number(seal.revealUntil)} /> },
  ];
  return (
    <Card title="Sealed" aside="nobody sees which claim they are against">
      <Table
        caption="Sealed challenges"
        columns={columns}
        rows={seals.value}
        rowKey={(seal) => String(seal.id)}
      />
    </Card>
  );
}
