/**
 * A table that is a list of cards below 640: the first column is the card's title, the rest are label and value.
 *
 * @module
 */
import type { ComponentChildren } from "preact";

export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => ComponentChildren;
  /** Right-aligned figures. */
  readonly figures?: boolean;
  readonly class?: string;
  /** Name in `sort=` of the address; absent where it cannot be sorted by. */
  readonly sort?: string;
}

interface TableProps<T> {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly rowClass?: (row: T) => string;
  /** The column sorted by; a leading `-` means descending. */
  readonly sorted?: string;
  readonly sortHref?: (sort: string) => string;
}

export function Table<T>({ caption, columns, rows, rowKey, rowClass, sorted, sortHref }: TableProps<T>) {
  const by = sorted?.replace(/^-/, "");
  const down = sorted?.startsWith("-") ?? false;
  return (
    <div class="table-box">
      <table class="table">
        <caption class="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => {
              const on = column.sort !== undefined && column.sort === by;
              const order = on ? (down ? "descending" : "ascending") : undefined;
              const next = on && !down ? `-${column.sort}` : column.sort;
              return (
                <th key={column.head} scope="col" class={classOf(column)} aria-sort={order}>
                  {next !== undefined && sortHref ? (
                    <a href={sortHref(next)} data-replace="">
                      {column.head}
                      {on && <span aria-hidden="true">{down ? " ↓" : " ↑"}</span>}
                    </a>
                  ) : (
                    column.head
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} class={rowClass?.(row)}>
              {columns.map((column, i) =>
                i === 0 ? (
                  <th key={column.head} scope="row" class={classOf(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.head} class={classOf(column)} data-label={column.head}>
                    <div class="cell">{column.cell(row)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classOf<T>(column: Column<T>): string {
  return `${column.figures ? "figures " : ""}${column.class ?? ""}`;
}
