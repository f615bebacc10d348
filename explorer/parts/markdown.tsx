/** @module A dataset's card, drawn from a parsed tree with text nodes alone. */
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { Block, Inline } from "../format/markdown.ts";
import { parseMarkdown } from "../format/markdown.ts";
import { Visible } from "./visible.tsx";

function inline(nodes: readonly Inline[]): ComponentChildren {
  // biome-ignore lint/suspicious/useIterableCallbackReturn: the switch is exhaustive, as the compiler knows
  return nodes.map((node, i): ComponentChildren => {
    switch (node.kind) {
      case "text":
        return <Visible key={i} text={node.text} />;
      case "code":
        return (
          <code key={i}>
            <Visible text={node.text} />
          </code>
        );
      case "strong":
        return <strong key={i}>{inline(node.children)}</strong>;
      case "em":
        return <em key={i}>{inline(node.children)}</em>;
      case "link":
        return (
          <a
            key={i}
            href={node.href}
            rel="noopener noreferrer nofollow ugc"
            target="_blank"
            title={node.href}
          >
            {inline(node.children)}
          </a>
        );
    }
  });
}

function block(node: Block, key: number): ComponentChildren {
  switch (node.kind) {
    case "heading":
      // A card sits below the page's h1 and its card's h2.
      return node.level === 1 ? (
        <h3 key={key}>{inline(node.children)}</h3>
      ) : (
        <h4 key={key}>{inline(node.children)}</h4>
      );
    case "paragraph":
      return <p key={key}>{inline(node.children)}</p>;
    case "quote":
      return <blockquote key={key}>{inline(node.children)}</blockquote>;
    case "list": {
      const items = node.items.map((item, i) => <li key={i}>{inline(item)}</li>);
      return node.ordered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>;
    }
    case "code":
      return (
        <pre key={key}>
          <code>
            <Visible text={node.text} />
          </code>
        </pre>
      );
    case "rule":
      return <hr key={key} />;
  }
}

export function Markdown({ source }: { source: string }) {
  const blocks = useMemo(() => parseMarkdown(source), [source]);
  return <div class="prose">{blocks.map(block)}</div>;
}
