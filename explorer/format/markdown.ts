/**
 * A small subset of Markdown for dataset cards. It yields a tree, never HTML: the page draws it with text nodes.
 * Images, HTML, references and tables stay the text they are.
 *
 * @module
 */

export type Inline =
  | { readonly kind: "text" | "code"; readonly text: string }
  | { readonly kind: "strong" | "em"; readonly children: readonly Inline[] }
  /** `href` is http or https, nothing else. */
  | { readonly kind: "link"; readonly href: string; readonly children: readonly Inline[] };

export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly kind: "paragraph" | "quote"; readonly children: readonly Inline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "rule" };

/** Nesting of strong, em and links; deeper marks stay text. */
const MAX_DEPTH = 4;

/** The link's address if a browser would read it as http or https with a host; otherwise undefined. */
export function safeHref(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text)) return undefined;
  try {
    const url = new URL(text);
    return url.username === "" && url.password === "" ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Marks within a line. Linear: each position is tried once a kind, and what does not close is text. */
export function parseInline(source: string, depth = 0): Inline[] {
  const out: Inline[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") out.push({ kind: "text", text });
    text = "";
  };
  /** A search that failed once fails again further right: remembered, so that a line of `*` stays linear. */
  const missing = new Set<string>();
  const find = (close: string, from: number) => {
    if (missing.has(close)) return -1;
    const at = source.indexOf(close, from);
    if (at < 0) missing.add(close);
    return at;
  };
  let at = 0;
  while (at < source.length) {
    const char = source[at]!;
    if (char === "\\" && /[\\`*_[\]#>-]/.test(source[at + 1] ?? "")) {
      text += source[at + 1];
      at += 2;
      continue;
    }
    if (char === "`") {
      const end = find("`", at + 1);
      if (end > at + 1) {
        flush();
        out.push({ kind: "code", text: source.slice(at + 1, end) });
        at = end + 1;
        continue;
      }
    }
    if (depth < MAX_DEPTH && (char === "*" || char === "_")) {
      const wordBefore = /\w/.test(source[at - 1] ?? "");
      const mark = source[at + 1] === char ? char + char : char;
      const from = at + mark.length;
      const end = /\s/.test(source[from] ?? " ") || (char === "_" && wordBefore) ? -1 : find(mark, from);
      if (end > from) {
        flush();
        const children = parseInline(source.slice(from, end), depth + 1);
        out.push({ kind: mark.length === 2 ? "strong" : "em", children });
        at = end + mark.length;
        continue;
      }
    }
    if (depth < MAX_DEPTH && char === "[") {
      const close = find("](", at + 1);
      const end = close < 0 ? -1 : find(")", close + 2);
      const href = end < 0 || end - close > 2050 ? undefined : safeHref(source.slice(close + 2, end).trim());
      if (href !== undefined && !source.slice(at + 1, close).includes("[")) {
        flush();
        out.push({ kind: "link", href, children: parseInline(source.slice(at + 1, close), depth + 1) });
        at = end + 1;
        continue;
      }
    }
    text += char;
    at++;
  }
  flush();
  return out;
}

/** The blocks of a card. */
export function parseMarkdown(source: string): Block[] {
  const lines = source.replace(/\r\n?/g, "\n").split("\n");
  const blocks: Block[] = [];
  let at = 0;
  /** Takes lines while they match, without what matched. */
  const take = (pattern: RegExp): string[] => {
    const taken: string[] = [];
    while (at < lines.length && pattern.test(lines[at]!)) taken.push(lines[at++]!.replace(pattern, ""));
    return taken;
  };
  while (at < lines.length) {
    const line = lines[at]!;
    const heading = /^(#{1,3})\s+(.*?)\s*#*$/.exec(line);
    if (/^\s*$/.test(line)) at++;
    else if (heading) {
      const level = heading[1]!.length as 1 | 2 | 3;
      blocks.push({ kind: "heading", level, children: parseInline(heading[2]!) });
      at++;
    } else if (/^\s{0,3}(```|~~~)/.test(line)) {
      const fence = /(```|~~~)/.exec(line)![1]!;
      at++;
      const body: string[] = [];
      while (at < lines.length && !lines[at]!.trimStart().startsWith(fence)) body.push(lines[at++]!);
      at++;
      blocks.push({ kind: "code", text: body.join("\n") });
    } else if (/^\s{0,3}(-\s*-\s*-[-\s]*|\*\s*\*\s*\*[*\s]*)$/.test(line)) {
      blocks.push({ kind: "rule" });
      at++;
    } else if (/^\s{0,3}[-*+]\s+/.test(line)) {
      const items = take(/^\s{0,8}[-*+]\s+/).map((item) => parseInline(item));
      blocks.push({ kind: "list", ordered: false, items });
    } else if (/^\s{0,3}\d{1,4}[.)]\s+/.test(line)) {
      const items = take(/^\s{0,8}\d{1,4}[.)]\s+/).map((item) => parseInline(item));
      blocks.push({ kind: "list", ordered: true, items });
    } else if (/^\s{0,3}>/.test(line)) {
      blocks.push({ kind: "quote", children: parseInline(take(/^\s{0,3}>\s?/).join(" ")) });
    } else {
      const body: string[] = [];
      const starts = /^\s*$|^#{1,3}\s|^\s{0,3}(```|~~~|>|[-*+]\s|\d{1,4}[.)]\s)/;
      do body.push(lines[at++]!.trim());
      while (at < lines.length && !starts.test(lines[at]!));
      blocks.push({ kind: "paragraph", children: parseInline(body.join(" ")) });
    }
  }
  return blocks;
}
