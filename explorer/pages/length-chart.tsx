/** @module How long a dataset's rows are: shown once its rows are in this browser. */
import type { Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { useMemo } from "preact/hooks";
import { sessionOf } from "../check/session.ts";
import { groupDigits } from "../format/amount.ts";

const BARS = 15;

/** Counts of rows in equal steps of length, up to the length that 98% of rows keep to. */
export function lengthSteps(lengths: readonly number[]): { least: number; most: number; counts: number[] } {
  const sorted = [...lengths].sort((a, b) => a - b);
  const least = sorted[0] ?? 0;
  const most = Math.max(
    least + 1,
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.98))] ?? 1,
  );
  const counts = new Array<number>(BARS).fill(0);
  for (const length of sorted) {
    const place = Math.min(BARS - 1, Math.floor(((length - least) / (most - least)) * BARS));
    counts[place]!++;
  }
  return { least, most, counts };
}

export function LengthChart({ dataset }: { dataset: Dataset }) {
  const rows = sessionOf(dataset).rows.value;
  const texts = rows.state === "ready" ? rows.texts : undefined;
  const steps = useMemo(() => texts && lengthSteps(texts.map((text) => text.length)), [texts]);
  if (steps === undefined) return null;
  const top = Math.max(1, ...steps.counts);
  return (
    <figure class="length-chart">
      <figcaption class="side ink2">How long the rows are</figcaption>
      <svg
        viewBox="0 0 240 44"
        preserveAspectRatio="none"
        role="img"
        aria-label={`Most rows have ${groupDigits(steps.least)} to ${groupDigits(steps.most)} characters`}
      >
        {steps.counts.map((count, i) => {
          const height = count === 0 ? 0 : Math.max(2, (count / top) * 44);
          return (
            <rect class="length-bar" key={i} x={i * 16} y={44 - height} width="14" height={height} rx="2" />
          );
        })}
      </svg>
      <p class="least length-ends">
        <span>{groupDigits(steps.least)}</span>
        <span>{groupDigits(steps.most)} characters</span>
      </p>
    </figure>
  );
}
