/**
 * The lines between `---` at the head of a card: the part of YAML that the Hub's cards are written in, and no more, so
 * that everybody reads the same. A key has text, or a list of texts: `key: text`, `key: [a, b]`, or lines `- a` below
 * it. Text is plain, or in single or double quotes; `#` begins a comment.
 *
 * @module
 */

export type FrontMatter = ReadonlyMap<string, string | readonly string[]>;

export type FrontMatterResult =
  | { readonly fields: FrontMatter; readonly body: string; readonly fault?: undefined }
  | { readonly fault: string };

const KEY_LINE = /^([A-Za-z_][A-Za-z0-9_-]{0,63}):(?:[ \t]+(.*))?$/;
const ITEM_LINE = /^[ \t]*-(?:[ \t]+(.*))?$/;
/** What YAML would read as something else than text. */
const NOT_PLAIN = /^[[\]{}&*!|>%@`"',?]|^[-:](?: |$)|: |:$|[^ -~\u00a0-\uffff]/;

/** Text behind a `#` that begins a comment is cut. */
function uncomment(plain: string): string {
  const at = plain.search(/(?:^|[ \t])#/);
  return (at < 0 ? plain : plain.slice(0, at)).trim();
}

/** One text, quoted or plain, and what stands behind it; undefined where it is none. */
function readText(given: string, ends: RegExp): { text: string; rest: string } | undefined {
  const quoted = /^'((?:[^']|'')*)'(.*)$/.exec(given);
  if (quoted !== null) return { text: quoted[1]!.replaceAll("''", "'"), rest: quoted[2]! };
  const double = /^"((?:[^"\\]|\\["\\])*)"(.*)$/.exec(given);
  if (double !== null) return { text: double[1]!.replace(/\\(["\\])/g, "$1"), rest: double[2]! };
  const end = given.search(ends);
  const plain = (end < 0 ? given : given.slice(0, end)).trim();
  if (plain === "" || NOT_PLAIN.test(plain)) return undefined;
  return { text: plain, rest: end < 0 ? "" : given.slice(end) };
}

/** The one text of a line. */
function scalar(given: string): string | undefined {
  const read = /^["']/.test(given) ? readText(given, /$/) : readText(uncomment(given), /$/);
  return read === undefined || uncomment(read.rest) !== "" ? undefined : read.text;
}

/** `[a, "b"]` */
function flowList(given: string): string[] | undefined {
  const items: string[] = [];
  let rest = given.slice(1).trim();
  if (rest.startsWith("]")) return uncomment(rest.slice(1)) === "" ? items : undefined;
  for (;;) {
    const read = readText(rest, /[,\]]/);
    if (read === undefined) return undefined;
    items.push(read.text);
    rest = read.rest.trim();
    if (rest.startsWith("]")) return uncomment(rest.slice(1)) === "" ? items : undefined;
    if (!rest.startsWith(",")) return undefined;
    rest = rest.slice(1).trim();
  }
}

/** The front matter of a Markdown text and the text behind it, or what is wrong and where. */
export function readFrontMatter(markdown: string): FrontMatterResult {
  const lines = markdown.split("\n").map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
  if (lines[0] !== "---") return { fault: "no front matter: the first line is not ---" };
  const end = lines.indexOf("---", 1);
  if (end < 0) return { fault: "the front matter has no end: no second line ---" };
  const fields = new Map<string, string | readonly string[]>();
  /** The key that waits for the lines of its list. */
  let open: { key: string; items: string[] } | undefined;
  for (let i = 1; i < end; i++) {
    const line = lines[i]!;
    const where = `front matter, line ${i + 1}`;
    if (uncomment(line) === "") continue;
    const item = ITEM_LINE.exec(line);
    if (item !== null) {
      const text = open === undefined ? undefined : scalar(item[1] ?? "");
      if (text === undefined) return { fault: `${where}: no text of a list` };
      open!.items.push(text);
      continue;
    }
    const [, key, given = ""] = KEY_LINE.exec(line) ?? [];
    if (key === undefined) return { fault: `${where}: neither "key: value" nor "- item"` };
    if (fields.has(key)) return { fault: `${where}: ${key} twice` };
    open = undefined;
    const content = given.trim();
    if (uncomment(content) === "") {
      open = { key, items: [] };
      fields.set(key, open.items);
      continue;
    }
    const value = content.startsWith("[") ? flowList(content) : scalar(content);
    if (value === undefined) return { fault: `${where}: the value of ${key} is not text or a list of texts` };
    fields.set(key, value);
  }
  return {
    fields,
    body: lines
      .slice(end + 1)
      .join("\n")
      .trim(),
  };
}
