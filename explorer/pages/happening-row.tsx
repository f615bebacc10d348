/** @module A line of "Happening now". */
import type { Happening } from "../data/happenings.ts";
import { head } from "../data/node.ts";
import { formatAmount } from "../format/amount.ts";
import { formatSpan } from "../format/time.ts";
import { Badge } from "../parts/badge.tsx";
import { Visible } from "../parts/visible.tsx";
import { HeightAgo, msUntil } from "../parts/when.tsx";

export function HappeningRow({ item }: { item: Happening }) {
  const until = item.untilHeight;
  const coming = until !== undefined && until > (head.value?.height ?? 0);
  return (
    <li class="happening">
      <span class="happening-badge">
        <Badge words={item.badge} />
      </span>
      <div class="happening-text">
        <a class="strong" href={item.href}>
          <Visible text={item.title} />
        </a>
        <p>{item.under}</p>
      </div>
      <div class="happening-end">
        {item.amount !== undefined && (
          <p>
            <b>{formatAmount(item.amount)}</b> <span class="unit">ASSAY</span> <b>{item.amountWord}</b>
          </p>
        )}
        <p class="ink2">
          {coming ? (
            `${item.untilWord} in ${formatSpan(msUntil(until))}`
          ) : (
            <HeightAgo height={item.sinceHeight} />
          )}
        </p>
      </div>
    </li>
  );
}
