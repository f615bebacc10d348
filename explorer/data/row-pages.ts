/**
 * Rows by page: 100 on each; a link to a row opens the page that it is on.
 *
 * @module
 */
export const ROWS_A_PAGE = 100;

/** Row numbers that hold the text, whatever its case; all of them without one. */
export function findRows(texts: readonly string[], find: string): readonly number[] | undefined {
  const wanted = find.trim().toLowerCase();
  if (wanted === "") return undefined;
  const found: number[] = [];
  for (const [row, text] of texts.entries()) if (text.toLowerCase().includes(wanted)) found.push(row);
  return found;
}

/** The page to show: the one of `row` where that is given, otherwise the one asked for, within what there is. */
export function pageOfRows(
  count: number,
  asked: number,
  row: number | undefined,
): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(count / ROWS_A_PAGE));
  const wanted = row === undefined ? asked : Math.floor(row / ROWS_A_PAGE) + 1;
  return { page: Math.min(pages, Math.max(1, Number.isSafeInteger(wanted) ? wanted : 1)), pages };
}
