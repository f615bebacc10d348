/** @module How far a claim is from falling: a bar with a tick at the count that fells it, and the same in words. */
import { plural } from "../format/amount.ts";

interface ClaimMeterProps {
  readonly count: number;
  /** The count that fells it. */
  readonly at: number;
  /** What is counted, in the singular. */
  readonly one: string;
}

export function ClaimMeter({ count, at, one }: ClaimMeterProps) {
  const fell = count >= at;
  // The tick stands in the middle, so that a count past it still has room.
  const width = Math.min(100, (count / at) * 50);
  const found = count === 0 ? `No ${one} proven` : `${plural(count, one)} proven`;
  return (
    <span class="meter">
      <span class="meter-bar" aria-hidden="true">
        <span class="meter-fill" style={{ width: `${width}%` }} />
        <span class="meter-tick" />
      </span>
      <span class="meter-words">
        {found}, {fell ? "fell" : "falls"} at {at}
      </span>
    </span>
  );
}
