import fc from "fast-check";
import { expect, test } from "vitest";
import { SeenCache } from "./seen-cache.ts";

test("remembers as many as it may, and the youngest of them", () => {
  const cache = new SeenCache(3);
  for (const name of ["a", "b", "c", "a", "d"]) cache.add(name);
  expect(["a", "b", "c", "d"].map((name) => cache.has(name))).toEqual([false, true, true, true]);
  cache.delete("c");
  cache.delete("nothing");
  cache.add("c");
  // What took the place of `b` came after the first `c` was forgotten.
  expect(["b", "c", "d"].map((name) => cache.has(name))).toEqual([false, true, true]);
  const none = new SeenCache(0);
  none.add("a");
  expect(none.has("a")).toBe(false);
});

test("never holds more than its capacity, and a name that was just added always", () => {
  const names = fc.constantFrom(..."abcdefghij");
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.tuple(fc.boolean(), names)),
      (capacity, steps) => {
        const cache = new SeenCache(capacity);
        const held = (): string[] => [..."abcdefghij"].filter((name) => cache.has(name));
        for (const [add, name] of steps) {
          if (add) cache.add(name);
          else cache.delete(name);
          expect(cache.has(name)).toBe(add);
          expect(held().length).toBeLessThanOrEqual(capacity);
        }
      },
    ),
  );
});
