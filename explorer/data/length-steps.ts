/** @module How long rows are, in steps: for a small chart. */
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
