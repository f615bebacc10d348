/**
 * How much was at risk, read from the node's recent states: it keeps some hundred heights, not days.
 *
 * @module
 */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Point } from "../parts/area-chart.tsx";
import { useTotals } from "./market.ts";
import { client, head } from "./node.ts";

/** Heights asked for when the page begins. */
const SAMPLES = 24;
/** Blocks that the chart looks back. */
const SPAN = 600;

const points = signal<readonly Point[]>([]);
let began = false;

async function at(height: number): Promise<Point | undefined> {
  try {
    return { height, value: (await client.queryAt(height).data.totals()).atRisk };
  } catch {
    return undefined;
  }
}

/** From now backwards, until the node has forgotten. */
async function sample(height: number): Promise<void> {
  const step = Math.max(1, Math.floor(Math.min(SPAN, height - 1) / SAMPLES));
  const heights = Array.from({ length: SAMPLES }, (_, i) => height - (i + 1) * step).filter((h) => h > 1);
  for (const one of heights) {
    const point = await at(one);
    if (point === undefined) return;
    add(point);
  }
}

function add(point: Point): void {
  const others = points.peek().filter((known) => known.height !== point.height);
  points.value = [...others, point].sort((a, b) => a.height - b.height).slice(-400);
}

/** Oldest first; the newest is now. */
export function useStakeHistory(): readonly Point[] {
  const totals = useTotals();
  const value = totals.state === "ready" ? totals.value.atRisk : undefined;
  const height = head.value?.height;
  const hasHeight = height !== undefined;
  useEffect(() => {
    const now = head.peek();
    if (!hasHeight || began || now === undefined) return;
    began = true;
    void sample(now.height);
  }, [hasHeight]);
  useEffect(() => {
    const now = head.peek();
    if (value !== undefined && now !== undefined) add({ height: now.height, value });
  }, [value]);
  if (height === undefined || value === undefined) return [];
  const known = points.value.filter((point) => point.height < height);
  return [...known, { height, value }];
}
