/** @module The front page: the promise, whether it lives, what is happening, and what one can do. */
import { toHex } from "@assay/primitives/bytes";
import type { Case } from "@assay/proto/gen/assay/challenge/v1/types";
import { CaseStatus } from "@assay/proto/gen/assay/challenge/v1/types";
import { ClaimStatus, type Dataset } from "@assay/proto/gen/assay/data/v1/types";
import type { ComponentChildren } from "preact";
import { nowMs } from "../app/clock.ts";
import { chain } from "../data/chain.ts";
import { happenings } from "../data/happenings.ts";
import { useBackings, useCases, useDataParams, useDatasets, useTotals } from "../data/market.ts";
import { blockMs, head, recent } from "../data/node.ts";
import type { Loaded } from "../data/resource.ts";
import { retry } from "../data/resource.ts";
import { useStakeHistory } from "../data/stake-history.ts";
import { formatAmount, groupDigits, plural } from "../format/amount.ts";
import { CLAIM_ORDER, claimLetter } from "../format/claim-words.ts";
import { formatSpan } from "../format/time.ts";
import { visibleText } from "../format/visible.ts";
import { AreaChart } from "../parts/area-chart.tsx";
import { Card } from "../parts/card.tsx";
import { Icon } from "../parts/icon.tsx";
import { LiveBlocks, MarkLegend } from "../parts/live-blocks.tsx";
import { Empty, ErrorBox, Skeleton } from "../parts/states.tsx";
import { DatasetTable } from "./dataset-table.tsx";
import { HappeningRow } from "./happening-row.tsx";

const SHOWN_DATASETS = 8;
const SHOWN_HAPPENINGS = 7;

export function Overview() {
  const datasets = useDatasets();
  const cases = useCases();
  return (
    <>
      <div class="hero">
        <div>
          <h1 tabIndex={-1}>
            Claims about data, <br class="wide-only" />
            with money behind them
          </h1>
          <p class="lede">
            Owners stake on what they say about a dataset. Prove a claim false and part of that stake is
            yours. The rest burns.
          </p>
        </div>
        <Figures cases={cases} />
      </div>
      <div class="stack">
        <LiveCard />
        <div class="split wide-side">
          <HappeningCard datasets={datasets} cases={cases} />
          <div class="stack">
            <TourCard datasets={datasets.state === "ready" ? datasets.value.datasets : []} />
            <StakeCard />
          </div>
        </div>
        <DatasetsCard datasets={datasets} />
      </div>
    </>
  );
}

function Figures({ cases }: { cases: Loaded<readonly Case[]> }) {
  const totals = useTotals();
  const value = totals.state === "ready" ? totals.value : undefined;
  const contested =
    cases.state === "ready"
      ? cases.value.filter((item) => item.status === CaseStatus.CASE_STATUS_PROVEN).length
      : undefined;
  const figures: readonly (readonly [ComponentChildren, string])[] = [
    [
      value && (
        <>
          {formatAmount(value.atRisk - (value.atRisk % 1_000_000n))}
          <span class="figure-unit"> ASSAY</span>
        </>
      ),
      "at risk on claims",
    ],
    [value && groupDigits(value.openClaims), value?.openClaims === 1n ? "open claim" : "open claims"],
    [contested !== undefined && groupDigits(contested), "under challenge"],
    [value && groupDigits(value.lostClaims), "fell so far"],
  ];
  return (
    <dl class="key-figures">
      {figures.map(([figure, label]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {figure || (figure === undefined || figure === false ? <span class="ink3">–</span> : figure)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function LiveCard() {
  const at = head.value;

  const blocks = recent.value;
  const aside =
    at === undefined
      ? undefined
      : `${(blockMs.value / 1000).toFixed(1)} s apart${
          at.validators > 0 ? ` · ${at.signed} of ${at.validators} validators signed the last one` : ""
        }`;
  return (
    <Card
      title="Live blocks"
      aside={aside}
      end={
        <>
          <MarkLegend />
          <a href="/blocks">All blocks</a>
        </>
      }
    >
      {blocks.length === 0 ? (
        <Skeleton lines={2} what="Waiting for a block" />
      ) : (
        <LiveBlocks blocks={blocks} />
      )}
    </Card>
  );
}

interface MarketProps {
  readonly datasets: Loaded<{ readonly datasets: readonly Dataset[]; readonly more: boolean }>;
  readonly cases: Loaded<readonly Case[]>;
}

function HappeningCard({ datasets, cases }: MarketProps) {
  const height = head.value?.height ?? 0;
  const backings = useBackings();
  const params = useDataParams();
  const title = "Happening now";
  const end = <a href="/challenges">All challenges</a>;
  if (datasets.state === "failed") {
    return (
      <Card title={title}>
        <ErrorBox fault={datasets.fault} retry={() => retry("datasets")} />
      </Card>
    );
  }
  if (datasets.state !== "ready" || cases.state === "loading") {
    return (
      <Card title={title}>
        <Skeleton lines={6} />
      </Card>
    );
  }
  const known = cases.state === "ready" ? cases.value : [];
  const items = happenings({
    datasets: datasets.value.datasets,
    cases: known,
    backings: backings.state === "ready" ? backings.value : [],
    multiple: params.state === "ready" ? params.value.backersMultiple : 4,
    height,
  }).slice(0, SHOWN_HAPPENINGS);
  if (items.length === 0) {
    const at = head.value;
    return (
      <Card title={title}>
        <Empty
          title={
            at === undefined
              ? "No datasets yet"
              : `Block ${groupDigits(at.height)} is ${formatSpan(nowMs.value - at.timeMs)} old. No datasets yet.`
          }
        >
          <p>The first claim appears here as soon as somebody publishes a dataset.</p>
        </Empty>
      </Card>
    );
  }
  return (
    <Card title={title} end={end}>
      <ul class="rows">
        {items.map((item) => (
          <HappeningRow key={item.key} item={item} />
        ))}
      </ul>
    </Card>
  );
}

function TourCard({ datasets }: { datasets: readonly Dataset[] }) {
  const tour = chain.value.tour;
  const target = tour && datasets.find((dataset) => toHex(dataset.id) === tour.datasetId);
  const claim = target?.claims.find((one) => one.kind === tour?.claim);
  if (tour === undefined || target === undefined || claim === undefined) {
    return (
      <section class="card tour">
        <h2>How it works</h2>
        <p>
          An owner publishes a dataset and stakes on claims about it. Backers stake with it. Whoever proves a
          claim false takes part of the owner's stake; the rest burns.
        </p>
        <a class="tour-button" href="/datasets">
          Browse datasets <Icon name="arrow" />
        </a>
      </section>
    );
  }
  if (claim.status === ClaimStatus.CLAIM_STATUS_LOST) {
    return (
      <section class="card tour">
        <h2>A false claim fell here</h2>
        <p>
          {visibleText(target.terms?.name ?? "")} said that it holds no near-duplicates. Somebody found them
          in this page, proved them, and took part of the stake.
        </p>
        <a class="tour-button" href={`/challenges/${claim.lostCase}`}>
          See the proof <Icon name="arrow" />
        </a>
      </section>
    );
  }
  const href = `/datasets/${tour.datasetId}?do=check&claim=${tour.claim}`;
  return (
    <section class="card tour">
      <h2>See a false claim fall</h2>
      <p>
        {tour.sentence || "One dataset here has copied rows. Find them and take the stake, with test coins."}
      </p>
      <ol>
        <li>Get a wallet and test coins</li>
        <li>Compare the rows in this page</li>
        <li>Send the proof and watch it judged</li>
      </ol>
      <a class="tour-button" href={href}>
        Start, about 2 minutes <Icon name="arrow" />
      </a>
    </section>
  );
}

function StakeCard() {
  const points = useStakeHistory();
  if (points.length < 2 || points.every((point) => point.value === 0n)) return null;
  const span = points.at(-1)!.height - points[0]!.height;
  const over = formatSpan(span * blockMs.value);
  return (
    <Card title="Stake at risk" end={<span class="ink2">last {over}</span>}>
      <div class="card-body">
        <AreaChart points={points} caption={`Stake at risk over the last ${plural(span, "block")}`} />
      </div>
    </Card>
  );
}

function DatasetsCard({ datasets }: { datasets: MarketProps["datasets"] }) {
  const legend = (
    <>
      <ul class="legend wide-only">
        {CLAIM_ORDER.map((kind) => (
          <li key={kind}>
            {claimLetter(kind)} {LEGEND[kind]}
          </li>
        ))}
      </ul>
      {datasets.state === "ready" && datasets.value.datasets.length > 0 && (
        <a href="/datasets">All {plural(datasets.value.datasets.length, "dataset")}</a>
      )}
    </>
  );
  return (
    <Card title="Datasets" end={legend}>
      {datasets.state === "loading" && <Skeleton lines={5} />}
      {datasets.state === "failed" && <ErrorBox fault={datasets.fault} retry={() => retry("datasets")} />}
      {datasets.state === "ready" &&
        (datasets.value.datasets.length === 0 ? (
          <Empty title="No datasets yet">
            <p>
              Publish one with <code class="code">assay dataset publish</code>.
            </p>
          </Empty>
        ) : (
          <DatasetTable datasets={datasets.value.datasets.slice(0, SHOWN_DATASETS)} />
        ))}
    </Card>
  );
}

const LEGEND: Readonly<Record<number, string>> = {
  1: "available",
  2: "valid rows",
  3: "no near-duplicates",
  4: "original",
  5: "labels agree",
};
