import fc from "fast-check";
import { expect, test } from "vitest";
import { Forest } from "./forest.ts";
import { sharedHasher } from "./hasher.ts";

test("the index finds exactly the leaves of the latest state, through growth and deletions", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), fc.nat(3000)), { minLength: 2000, maxLength: 6000 }),
      (steps) => {
        const forest = new Forest(sharedHasher());
        const model = new Map<number, number>();
        let roots = new Uint32Array(2);
        const keyOf = (i: number): Uint8Array => Uint8Array.of(i >> 8, i & 255);
        for (let from = 0; from < steps.length; from += 500) {
          forest.begin(roots);
          const batch = new Map(steps.slice(from, from + 500).map(([set, i]) => [i, set]));
          for (const [i, set] of batch) {
            if (set) {
              forest.set(i & 1, keyOf(i), Uint8Array.of(1 + (from % 250)));
              model.set(i, 1 + (from % 250));
            } else {
              forest.delete(i & 1, keyOf(i));
              model.delete(i);
            }
          }
          roots = forest.finish().slice();
          forest.release(forest.publish());
        }
        expect(forest.index.count).toBe(model.size);
        const find = (module: number, i: number): number =>
          forest.index.find(module, keyOf(i), forest.index.hash(module, keyOf(i)));
        const all = Array.from({ length: 3001 }, (_, i) => i);
        const found = all.map((i) => find(i & 1, i));
        const values = found.map((leaf) => (leaf === 0 ? undefined : forest.valueAt(leaf)[0]));
        expect(values).toEqual(all.map((i) => model.get(i)));
        expect(all.every((i) => find(1 - (i & 1), i) === 0)).toBe(true);
      },
    ),
    { numRuns: 8 },
  );
});
