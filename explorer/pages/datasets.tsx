/** @module All datasets, filtered and sorted by the address. */
import { navigate, route, withQuery } from "../app/router.ts";
import { matches, readFilters, sortDatasets } from "../data/dataset-filter.ts";
import { LIST_LIMIT, useDatasets } from "../data/market.ts";
import { groupDigits, plural } from "../format/amount.ts";
import { CLAIM_ORDER, claimName } from "../format/claim-words.ts";
import { visibleText } from "../format/visible.ts";
import { Card } from "../parts/card.tsx";
import { Show } from "../parts/loaded.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Empty } from "../parts/states.tsx";
import { DatasetTable } from "./dataset-table.tsx";

const STATES = ["Waiting", "Open", "Final", "Rejected", "Delisted", "Retired"];
const CLAIM_STATES = ["Open to challenge", "Under challenge", "Final", "Lost"];
const SORTS: readonly (readonly [value: string, text: string])[] = [
  ["", "Newest first"],
  ["name", "Name"],
  ["-rows", "Most rows"],
  ["-risk", "Most at risk"],
  ["window", "Window closes first"],
];

export function Datasets() {
  const list = useDatasets();
  const filters = readFilters(route.value.query);
  const all = list.state === "ready" ? list.value.datasets : [];
  const shown = sortDatasets(
    all.filter((dataset) => matches(dataset, filters)),
    filters.sort,
  );
  const licences = [...new Set(all.map((dataset) => dataset.terms?.licence ?? ""))].filter(Boolean).sort();
  const isFiltered = shown.length < all.length;
  return (
    <>
      <PageHead
        title="Datasets"
        under="What people claim about their data, and what they have put behind it."
        acts={
          <a class="button primary" href={withQuery({ do: "publish" })}>
            Publish a dataset
          </a>
        }
      />
      <Card>
        <search class="filters" aria-label="Filter datasets">
          <Choice
            label="State"
            name="state"
            value={filters.state}
            options={STATES.map((word) => [word, word])}
          />
          <Choice
            label="Claim"
            name="claim"
            value={filters.claim}
            options={CLAIM_ORDER.map((kind) => [String(kind), claimName(kind)])}
          />
          <Choice
            label="Claim stands"
            name="how"
            value={filters.how}
            options={CLAIM_STATES.map((word) => [word, word])}
          />
          <Choice
            label="Licence"
            name="licence"
            value={filters.licence}
            options={licences.map((licence) => [licence, visibleText(licence)])}
          />
          <Choice
            label="Sort"
            name="sort"
            value={filters.sort}
            options={SORTS.slice(1)}
            none="Newest first"
          />
        </search>
        <Show of={list} again="datasets" lines={8}>
          {() =>
            all.length === 0 ? (
              <Empty title="No datasets yet">
                <p>
                  Nobody has published one on this ledger.{" "}
                  <a href={withQuery({ do: "publish" })}>How to publish</a>
                </p>
              </Empty>
            ) : shown.length === 0 ? (
              <Empty title="No dataset is like that">
                <p>
                  There are {groupDigits(all.length)} without these filters.{" "}
                  <a href="/datasets" data-replace="">
                    Clear the filters
                  </a>
                </p>
              </Empty>
            ) : (
              <>
                <DatasetTable
                  datasets={shown}
                  sorted={filters.sort}
                  sortHref={(sort) => withQuery({ sort })}
                />
                <p class="table-foot">
                  {isFiltered
                    ? `${groupDigits(shown.length)} of ${plural(all.length, "dataset")}`
                    : plural(all.length, "dataset")}
                  {list.state === "ready" && list.value.more && `, the newest ${LIST_LIMIT}`}
                </p>
              </>
            )
          }
        </Show>
      </Card>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly none?: string;
}

function Choice({ label, name, value, options, none = "Any" }: ChoiceProps) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select
        class="input"
        value={value}
        onChange={(event) => navigate(withQuery({ [name]: event.currentTarget.value }), true)}
      >
        <option value="">{none}</option>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
