import { expect, test } from "vitest";
import { details, markdown, rowsOf } from "./report.ts";
import { BENCHES, runBenches } from "./run.ts";
import { SMALLEST } from "./sizes.ts";

/** Every number, with the way to it. */
function* numbers(value: unknown, path: string): Iterable<[path: string, number: number]> {
  if (typeof value === "number") yield [path, value];
  else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) yield* numbers(inner, `${path}.${name}`);
  }
}

test("every bench runs and gives figures", async () => {
  const figures = await runBenches(BENCHES, SMALLEST, () => {});
  expect(Object.keys(figures)).toHaveLength(BENCHES.length);
  const found = [...numbers(figures, "figures")];
  expect(found.length).toBeGreaterThan(60);
  for (const [path, number] of found) {
    expect(Number.isFinite(number), path).toBe(true);
    // A loop that is not held up at all has no delay.
    if (path !== "figures.http.loopDelayP99Ms") expect(number, path).toBeGreaterThan(0);
  }
  // One version has a node and a value of two hashes a leaf, and the path above.
  for (const { hashesPerWrite } of figures.tree![0]!.writes) expect(hashesPerWrite).toBeLessThan(20);
  // So few transactions that not every stage is sampled.
  for (const { profile } of figures.wholeWay!) expect(profile.length).toBeGreaterThan(3);

  const rows = rowsOf(figures);
  expect(rows).toHaveLength(17);
  expect(`${markdown(rows)}${details(figures)}`).not.toMatch(/NaN|Infinity|undefined/);
}, 300_000);
