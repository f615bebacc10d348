import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Inline, parseInline, parseMarkdown, safeHref } from "./markdown.ts";

/** All links of a tree. */
function links(nodes: readonly Inline[]): string[] {
  return nodes.flatMap((node) => {
    const inner = "children" in node ? links(node.children) : [];
    return node.kind === "link" ? [node.href, ...inner] : inner;
  });
}

function allLinks(source: string): string[] {
  return parseMarkdown(source).flatMap((block) => {
    if ("children" in block) return links(block.children);
    return block.kind === "list" ? block.items.flatMap(links) : [];
  });
}

describe("a card", () => {
  it("is read block by block", () => {
    const blocks = parseMarkdown(
      "# Title\n\nOne\ntwo.\n\n- a\n- b\n\n1. x\n2. y\n\n> said\n> so\n\n---\n\n```\n<b>code</b>\n```\n",
    );
    expect(blocks.map((block) => block.kind)).toEqual([
      "heading",
      "paragraph",
      "list",
      "list",
      "quote",
      "rule",
      "code",
    ]);
    expect(blocks[1]).toMatchObject({ children: [{ kind: "text", text: "One two." }] });
    expect(blocks.at(-1)).toEqual({ kind: "code", text: "<b>code</b>" });
  });

  it("knows emphasis, code and links", () => {
    expect(parseInline("a **b** *c* `d` [e](https://example.org/x)")).toEqual([
      { kind: "text", text: "a " },
      { kind: "strong", children: [{ kind: "text", text: "b" }] },
      { kind: "text", text: " " },
      { kind: "em", children: [{ kind: "text", text: "c" }] },
      { kind: "text", text: " " },
      { kind: "code", text: "d" },
      { kind: "text", text: " " },
      { kind: "link", href: "https://example.org/x", children: [{ kind: "text", text: "e" }] },
    ]);
  });

  it("leaves names_with_underscores and lone marks alone", () => {
    for (const text of ["snake_case_name", "2 * 3 * 4", "**open", "`open", "[a](open", "a ] ( b"]) {
      expect(parseInline(text)).toEqual([{ kind: "text", text }]);
    }
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](data:text/html,hi)",
    "[x](//evil.example)",
    "[x](/datasets)",
    "![x](https://example.org/x.png)",
    "[x](https://user:pass@example.org)",
  ])("%s makes no link and no markup", (source) => {
    for (const href of allLinks(source)) expect(href).toMatch(/^https?:\/\/example\.org\/x\.png$/);
    expect(JSON.stringify(parseMarkdown(source))).not.toContain('javascript:alert(1)","children');
  });

  it("takes only http and https with a host", () => {
    expect(safeHref("https://example.org/a b")).toBe("https://example.org/a%20b");
    for (const href of [
      "javascript:alert(1)",
      " https://x",
      "https://",
      "ftp://x",
      "HTTPS:x",
      "https://a:b@c",
    ]) {
      expect(safeHref(href)).toBeUndefined();
    }
  });

  it("never throws, makes only http links, and takes time in proportion", () => {
    const unit = fc.constantFrom(..."*_`[]()#>-1.\n \\ah:/<");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 400 }), (source) => {
        for (const href of allLinks(source)) expect(href).toMatch(/^https?:\/\//);
      }),
      { numRuns: 300 },
    );
    const before = performance.now();
    for (const hostile of ["[", "*", "**a", "`", "_a_", "](", "> "])
      parseMarkdown(hostile.repeat(4096 / hostile.length));
    expect(performance.now() - before).toBeLessThan(1500);
  });
});
