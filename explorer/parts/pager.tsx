/** @module Before and next, as links: the page is in the address. */
import { groupDigits } from "../format/amount.ts";
import { Icon } from "./icon.tsx";

interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
  readonly label: string;
}

export function Pager({ page, pages, href, label }: PagerProps) {
  if (pages <= 1) return null;
  return (
    <nav class="pager" aria-label={label}>
      {page > 1 ? (
        <a class="button" href={href(page - 1)} rel="prev">
          <Icon name="left" /> Before
        </a>
      ) : (
        <span />
      )}
      <span>
        Page {groupDigits(page)} of {groupDigits(pages)}
      </span>
      {page < pages ? (
        <a class="button" href={href(page + 1)} rel="next">
          Next <Icon name="right" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
