/** @module Before and next, as links: the page is in the address. */
import { groupDigits } from "../format/amount.ts";
import { Icon } from "./icon.tsx";

interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
  readonly label: string;
  /** Words of the two links. */
  readonly words?: readonly [before: string, next: string];
}

export function Pager({ page, pages, href, label, words = ["Before", "Next"] }: PagerProps) {
  if (pages <= 1) return null;
  return (
    <nav class="pager" aria-label={label}>
      {page > 1 ? (
        <a class="button" href={href(page - 1)} rel="prev">
          <Icon name="left" /> {words[0]}
        </a>
      ) : (
        <span />
      )}
      <span>
        Page {groupDigits(page)} of {groupDigits(pages)}
      </span>
      {page < pages ? (
        <a class="button" href={href(page + 1)} rel="next">
          {words[1]} <Icon name="right" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
