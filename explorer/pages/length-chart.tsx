/** @module How long a dataset's rows are: shown once its rows are in this browser. */
import type { Dataset } from "@assay/proto/gen/assay/data/v1/types";
import { useMemo } from "preact/hooks";
import { sessionOf } from "../check/session.ts";
import { lengthSteps } from "../data/length-steps.ts";
import { groupDigits } from "../format/amount.ts";

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
