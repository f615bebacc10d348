/** @module The rows, 100 a page, verified against the ledger's roots in this browser; with find and permalink. */
import type { Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { Access } from "@assay/proto/gen/assay/data/v1/types";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { navigate, route, withQuery } from "../app/router.ts";
import { sessionOf } from "../check/session.ts";
import { findRows, pageOfRows, ROWS_A_PAGE } from "../data/row-pages.ts";
import { formatBytes, groupDigits, plural } from "../format/amount.ts";
import { visibleText } from "../format/visible.ts";
import { Icon } from "../parts/icon.tsx";
import { Pager } from "../parts/pager.tsx";
import { Empty, ErrorBox, Skeleton } from "../parts/states.tsx";
import { Visible } from "../parts/visible.tsx";

export function FindRows() {
  const find = route.value.query.get("find") ?? "";
  return (
    <label class="find">
      <Icon name="search" />
      <span class="sr-only">Find in rows</span>
      <input
        type="search"
        placeholder="Find in rows"
        value={find}
        onInput={(event) => {
          const text = event.currentTarget.value;
          navigate(withQuery({ find: text, page: undefined, row: undefined }), true);
        }}
      />
    </label>
  );
}

export function RowsTab({ dataset }: { dataset: Dataset }) {
  const session = sessionOf(dataset);
  const rows = session.rows.value;
  const isPublic = dataset.terms?.access === Access.ACCESS_PUBLIC;
  useEffect(() => {
    if (isPublic && session.rows.peek().state === "idle") session.load();
  }, [session, isPublic]);
  if (!isPublic) {
    return (
      <Empty title="The rows are locked">
        <p>Only who holds a licence can read them.</p>
      </Empty>
    );
  }
  switch (rows.state) {
    case "idle":
      return <Skeleton lines={8} what="Loading the rows" />;
    case "loading":
      return rows.total > 2_000_000 ? (
        <div class="empty">
          <p>
            Loading the rows: {formatBytes(rows.done)} of {formatBytes(rows.total)}
          </p>
        </div>
      ) : (
        <Skeleton lines={8} what="Loading the rows" />
      );
    case "failed":
      return <ErrorBox fault={rows.fault} retry={() => session.load()} />;
    case "ready":
      return <RowTable dataset={dataset} texts={rows.texts} labels={rows.labels} />;
  }
}

interface RowTableProps {
  readonly dataset: Dataset;
  readonly texts: readonly string[];
  readonly labels: Uint8Array | undefined;
}

function RowTable({ dataset, texts, labels }: RowTableProps) {
  const { query } = route.value;
  const find = query.get("find") ?? "";
  const found = useMemo(() => findRows(texts, find), [texts, find]);
  const rowText = query.get("row");
  const row = rowText !== null && /^\d{1,6}$/.test(rowText) ? Number(rowText) : undefined;
  const count = found?.length ?? texts.length;
  const { page, pages } = pageOfRows(
    count,
    Number(query.get("page") ?? 1),
    found === undefined ? row : undefined,
  );
  const start = (page - 1) * ROWS_A_PAGE;
  const shown = Array.from(
    { length: Math.min(ROWS_A_PAGE, count - start) },
    (_, i) => found?.[start + i] ?? start + i,
  );
  const target = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (row !== undefined) target.current?.scrollIntoView({ block: "center" });
  }, [row]);
  const names = dataset.terms?.labels ?? [];
  if (count === 0) {
    return (
      <Empty title={`No row holds “${visibleText(find)}”`}>
        <p>
          <a href={withQuery({ find: undefined })} data-replace="">
            Show all {plural(texts.length, "row")}
          </a>
        </p>
      </Empty>
    );
  }
  return (
    <>
      <p class="rows-head">
        <span class="green">
          <Icon name="shield" /> Verified in this browser against the ledger's roots
        </span>
        {found && (
          <span class="ink2">
            {plural(count, "row")} {count === 1 ? "holds" : "hold"} “{visibleText(find)}”
          </span>
        )}
      </p>
      <table class="row-table">
        <caption class="sr-only">Rows of the dataset</caption>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Text</th>
            <th scope="col">Label</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((index) => (
            <tr key={index} ref={index === row ? target : null} class={index === row ? "is-target" : ""}>
              <th scope="row">
                <a
                  class="mono"
                  href={withQuery({ row: String(index), page: undefined })}
                  title="Link to this row"
                >
                  {groupDigits(index)}
                </a>
              </th>
              <td>
                <Visible text={texts[index]!} />
              </td>
              <td>
                {labels === undefined ? (
                  <span class="ink3">
                    <Icon name="lock" size={14} /> sealed until final
                  </span>
                ) : (
                  <LabelName names={names} label={labels[index]!} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager
        label="Pages of rows"
        page={page}
        pages={pages}
        href={(to) => withQuery({ page: to === 1 ? undefined : String(to), row: undefined })}
      />
    </>
  );
}

function LabelName({ names, label }: { names: readonly string[]; label: number }) {
  const name = names[label];
  return name === undefined ? (
    <span class="red">no label {label}</span>
  ) : (
    <b>
      <Visible text={name} />
    </b>
  );
}
