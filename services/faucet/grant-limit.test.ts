import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GrantLimit } from "./grant-limit.ts";

const HOUR = 3_600_000;

describe("grants within an hour", () => {
  test("are bounded for one name, and come back one by one", () => {
    const limit = new GrantLimit(2, 100);
    expect(limit.waitMs("a", 1_000)).toBe(0);
    limit.take("a", 1_000);
    limit.take("a", 5_000);
    expect(limit.waitMs("a", 6_000)).toBe(HOUR - 5_000);
    expect(limit.waitMs("b", 6_000)).toBe(0);
    expect(limit.waitMs("a", 1_000 + HOUR)).toBe(0);
    limit.take("a", 1_000 + HOUR);
    expect(limit.waitMs("a", 1_000 + HOUR)).toBe(4_000);
  });

  test("are bounded for all together", () => {
    const limit = new GrantLimit(2, 3);
    for (const name of ["a", "b", "c"]) limit.take(name, 0);
    expect(limit.waitMs("d", 10)).toBe(HOUR - 10);
    expect(limit.waitMs("d", HOUR)).toBe(0);
  });

  test("that were not paid do not count", () => {
    const limit = new GrantLimit(1, 1);
    const takeBack = limit.take("a", 0);
    expect(limit.waitMs("a", 1)).toBeGreaterThan(0);
    takeBack();
    takeBack();
    expect(limit.waitMs("a", 1)).toBe(0);
    const late = limit.take("a", 2);
    expect(limit.waitMs("a", HOUR + 2)).toBe(0);
    late();
    expect(limit.waitMs("a", HOUR + 2)).toBe(0);
  });

  test("never pass either bound, whatever is asked and given back", () => {
    const step = fc.record({
      name: fc.constantFrom("a", "b", "c"),
      afterMs: fc.integer({ min: 0, max: HOUR / 3 }),
      paid: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const limit = new GrantLimit(2, 4);
        const paid: { name: string; at: number }[] = [];
        let now = 0;
        for (const { name, afterMs, paid: isPaid } of steps) {
          now += afterMs;
          const recent = paid.filter(({ at }) => now - at < HOUR);
          const free = recent.length < 4 && recent.filter((g) => g.name === name).length < 2;
          expect(limit.waitMs(name, now) === 0).toBe(free);
          if (!free) continue;
          const takeBack = limit.take(name, now);
          if (isPaid) paid.push({ name, at: now });
          else takeBack();
        }
      }),
      { numRuns: 200 },
    );
  });
});
