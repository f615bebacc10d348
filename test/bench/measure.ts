/**
 * Stopwatches. What is compared is measured in turns, round by round, so that other work on the machine slows both
 * alike; of the rounds the median counts.
 *
 * @module
 */

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @param share 0 to 1: .95 is the value that 95 % do not pass. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

/** Microseconds a call. */
export function usPerCall(count: number, run: (i: number) => unknown): number {
  const start = performance.now();
  for (let i = 0; i < count; i++) run(i);
  return ((performance.now() - start) * 1000) / count;
}

/** Runs each in its turn, so many rounds, and takes the median of what each returned. */
export function interleaved<K extends string>(
  rounds: number,
  runs: Readonly<Record<K, () => number>>,
): Record<K, number> {
  const names = Object.keys(runs) as K[];
  const results = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) results.get(name)!.push(runs[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(results.get(name)!)])) as Record<K, number>;
}
