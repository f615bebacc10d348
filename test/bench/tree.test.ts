import { expect, test } from "vitest";
import { benchTree } from "./tree.ts";

test("the bench of the trees runs and gives figures", async () => {
  const [figures] = await benchTree([1000]);
  expect(figures!.keys).toBe(1000);
  const numbers = [
    figures!.nativeHashUs,
    figures!.getUs,
    figures!.getAtHeightUs,
    figures!.proofUs,
    figures!.reopenMs,
    figures!.bytesPerKey,
    ...figures!.writes.flatMap((each) => Object.values(each)),
  ];
  for (const number of numbers) expect(number).toBeGreaterThan(0);
  // One version has a node and a value of two hashes a leaf, and the path above: a write cannot take fewer than 3.
  for (const { hashesPerWrite } of figures!.writes) expect(hashesPerWrite).toBeLessThan(20);
});
