/** @module A small area chart as SVG, with a table twin for those who do not see it. */
import { formatAmount, groupDigits } from "../format/amount.ts";
import { niceCeiling } from "../format/nice.ts";

export interface Point {
  readonly height: number;
  /** Base units. */
  readonly value: bigint;
}

interface AreaChartProps {
  readonly points: readonly Point[];
  readonly caption: string;
}

const WIDTH = 320;
const HEIGHT = 130;
const BOTTOM = 112;
const TOP = 12;

export function AreaChart({ points, caption }: AreaChartProps) {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const values = points.map((point) => Number(point.value) / 1e6);
  const top = niceCeiling(Math.max(...values) * 1.1);
  const span = Math.max(1, last.height - first.height);
  const x = (height: number) => ((height - first.height) / span) * (WIDTH - 8);
  const y = (value: number) => BOTTOM - (value / top) * (BOTTOM - TOP);
  // Stake moves in steps: it stays until something happens.
  let line = `M0 ${y(values[0]!).toFixed(1)}`;
  for (let i = 1; i < points.length; i++) {
    line += `H${x(points[i]!.height).toFixed(1)}V${y(values[i]!).toFixed(1)}`;
  }
  const endX = x(last.height);
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={caption}>
        <path class="chart-area" d={`${line}V${BOTTOM}H0Z`} />
        {[1, 0.5].map((share) => (
          <g key={share}>
            <path class="chart-grid" d={`M0 ${y(top * share)}H${WIDTH}`} />
            <text class="chart-label" x="0" y={y(top * share) - 3}>
              {groupDigits(Math.round(top * share))}
            </text>
          </g>
        ))}
        <path class="chart-line" d={line} />
        <circle class="chart-dot" cx={endX} cy={y(values.at(-1)!)} r="3" />
        <path class="chart-grid" d={`M0 ${BOTTOM}H${WIDTH}`} />
        <text class="chart-label" x="0" y={HEIGHT - 3}>
          block {groupDigits(first.height)}
        </text>
        <text class="chart-label chart-end" x={WIDTH} y={HEIGHT - 3}>
          now
        </text>
      </svg>
      {/* A table cannot be clipped itself. */}
      <div class="sr-only">
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Block</th>
              <th scope="col">ASSAY</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.height}>
                <td>{groupDigits(point.height)}</td>
                <td>{formatAmount(point.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
