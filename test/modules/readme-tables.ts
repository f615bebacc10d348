/** Reads the tables of a module's README: see modules/README.md. */

export interface Section {
  readonly title: string;
  readonly text: string;
}

/** Sections of one heading level, in their order. */
export function sectionsOf(markdown: string, level: 2 | 3): Section[] {
  const heading = new RegExp(`^${"#".repeat(level)} +(.+)$`, "gm");
  const found = [...markdown.matchAll(heading)];
  return found.map((match, i) => ({
    title: match[1]!.trim(),
    text: markdown.slice(match.index + match[0].length, found[i + 1]?.index ?? markdown.length),
  }));
}

/** Rows of the first table, as column name -> cell without backticks. */
export function tableOf(text: string): Record<string, string>[] {
  const lines = text.split("\n").map((line) => line.trim());
  const start = lines.findIndex((line) => line.startsWith("|"));
  if (start < 0) return [];
  const cells = (line: string): string[] =>
    line
      .replace(/^\||\|$/g, "")
      .split("|")
      .map((cell) => cell.trim().replaceAll("`", ""));
  const columns = cells(lines[start]!);
  const rows: Record<string, string>[] = [];
  for (let i = start + 2; i < lines.length && lines[i]!.startsWith("|"); i++) {
    const row = cells(lines[i]!);
    rows.push(Object.fromEntries(columns.map((column, c) => [column, row[c] ?? ""])));
  }
  return rows;
}

/** Names in bold at the head of a list's items. */
export const boldItemsOf = (text: string): string[] =>
  [...text.matchAll(/^- +\*\*(.+?)\*\*/gm)].map((match) => match[1]!);
