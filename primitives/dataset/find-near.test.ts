import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disjointPairs, findNear, findNearPairs, type NearPair, scanNear } from "./find-near.ts";
import { near } from "./near.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The rule on all pairs. */
function bruteForce(rows: readonly Uint8Array[]): NearPair[] {
  const pairs: NearPair[] = [];
  rows.forEach((b, right) => {
    rows.slice(0, right).forEach((a, left) => {
      const { near: found, ...figures } = near(a, b);
      if (found) pairs.push({ left, right, ...figures });
    });
  });
  return pairs;
}

/** Rows of a few themes, each a theme with some edits: many pairs close to the bound, on both sides of it. */
const edit = fc.tuple(
  fc.nat(),
  fc.constantFrom("swap", "add", "drop", "case", "space"),
  fc.constantFrom(..."abQ7 é"),
);
const alikeRows = fc
  .tuple(
    fc.array(fc.string({ unit: fc.constantFrom(..."abcdefgh "), minLength: 25, maxLength: 160 }), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.array(fc.tuple(fc.nat(), fc.array(edit, { maxLength: 4 })), { minLength: 8, maxLength: 30 }),
  )
  .map(([themes, plans]) =>
    plans.map(([theme, edits]) => {
      let text = themes[theme % themes.length]!;
      for (const [where, how, letter] of edits) {
        const at = where % (text.length + 1);
        if (how === "swap") text = text.slice(0, at) + letter + text.slice(at + 1);
        if (how === "add") text = text.slice(0, at) + letter + text.slice(at);
        if (how === "drop") text = text.slice(0, at) + text.slice(at + 1);
        if (how === "case") text = text.toUpperCase();
        if (how === "space") text = `  ${text.replace(/ /g, "\t ")}`;
      }
      return bytesOf(text);
    }),
  );

describe("finding near pairs", () => {
  it("finds what comparing all pairs finds, with the same figures, in order", () => {
    let found = 0;
    let like = 0;
    fc.assert(
      fc.property(alikeRows, (rows) => {
        const pairs = findNearPairs(rows);
        expect(pairs).toEqual(bruteForce(rows));
        found += pairs.length;
        like += pairs.filter((pair) => !pair.equal).length;
      }),
      { numRuns: 400 },
    );
    // A search that never met a likeness would prove nothing.
    expect(like).toBeGreaterThan(1000);
    expect(found - like).toBeGreaterThan(1000);
  });

  it("finds them among rows of two letters, where every fragment is common", () => {
    const rows = fc.array(
      fc
        .array(fc.constantFrom(0x61, 0x62), { minLength: 30, maxLength: 44 })
        .map((row) => new Uint8Array(row)),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(rows, (list) => {
        expect(findNearPairs(list)).toEqual(bruteForce(list));
      }),
      { numRuns: 200 },
    );
  });

  it("finds rows exactly on the bound, where one is a part of the other", () => {
    const letters = Array.from({ length: 94 }, (_, i) => 33 + i).filter((code) => code < 65 || code > 90);
    for (let kept = 28; kept <= 48; kept += 4) {
      // `kept` fragments of kept * 1.25, each once.
      const whole = new Uint8Array(letters.slice(0, kept * 1.25 + 4));
      const part = whole.subarray(0, kept + 4);
      const rest = whole.subarray(whole.length - kept - 4);
      for (const rows of [
        [whole, part],
        [part, whole],
        [whole, rest],
        [rest, whole],
        [part, rest, whole],
      ]) {
        expect(findNearPairs(rows)).toEqual(bruteForce(rows));
        expect(findNearPairs(rows)).toContainEqual(
          expect.objectContaining({ shared: kept, total: kept * 1.25 }),
        );
        expect(findNearPairs([whole, part.subarray(1)])).toEqual([]);
      }
    }
  });

  it("steps through the work, and can be left at any step", () => {
    const rows = Array.from({ length: 500 }, (_, i) =>
      bytesOf(`row number ${i % 400} of a longer text ${i % 400}`),
    );
    const steps = [...findNear(rows)];
    const done = steps.map((step) => step.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(steps.at(-1)).toMatchObject({ done: 1000, total: 1000 });
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.flatMap((step) => step.pairs)).toEqual(bruteForce(rows));
    for (const step of findNear(rows)) if (step.pairs.length > 0) break;
  });

  it("holds few pairs at a time where all rows are equal", () => {
    const rows = new Array(20_000).fill(bytesOf("the same row again, and again, and again"));
    let pairs = 0;
    for (const step of findNear(rows)) {
      expect(step.pairs.length).toBeLessThan(10_000);
      pairs += step.pairs.length;
      if (pairs > 1_000_000) break;
    }
    expect(pairs).toBeGreaterThan(1_000_000);
    expect(findNearPairs(rows, 100).length).toBe(100);
    let scanned = 0;
    for (const row of scanNear(rows))
      if (row !== undefined && row.first === 0 && row.likes.length === 0) scanned++;
    expect(scanned).toBe(20_000);
  });

  it("takes an empty set, and rows of nothing", () => {
    expect(findNearPairs([])).toEqual([]);
    expect(findNearPairs([bytesOf(""), bytesOf(" "), bytesOf("x")])).toEqual([
      { left: 0, right: 1, equal: true, shared: 0, total: 0 },
    ]);
  });
});

/** Most disjoint edges by trying all choices. */
function mostDisjoint(
  edges: readonly (readonly [number, number])[],
  used: ReadonlySet<number> = new Set(),
): number {
  const [edge, ...rest] = edges;
  if (edge === undefined) return 0;
  const without = mostDisjoint(rest, used);
  if (edge[0] === edge[1] || used.has(edge[0]) || used.has(edge[1])) return without;
  return Math.max(without, 1 + mostDisjoint(rest, new Set([...used, ...edge])));
}

const pairOf = ([left, right]: readonly [number, number]): NearPair => ({
  left,
  right,
  equal: true,
  shared: 0,
  total: 0,
});

describe("disjoint pairs", () => {
  it("are as many as there can be, or as wanted", () => {
    const edges = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { maxLength: 14 });
    fc.assert(
      fc.property(edges, fc.nat({ max: 6 }), (list, wanted) => {
        const pairs = list.map(pairOf);
        const chosen = disjointPairs(pairs, wanted);
        const rows = chosen.flatMap(({ left, right }) => [left, right]);
        expect(new Set(rows).size).toBe(rows.length);
        expect(chosen.every((pair) => pairs.includes(pair))).toBe(true);
        expect(chosen.length).toBe(Math.min(wanted, mostDisjoint(list)));
      }),
      { numRuns: 2000 },
    );
  });

  it("exchanges pairs where first come, first taken leaves too few", () => {
    const path = [
      [1, 2],
      [0, 1],
      [2, 3],
    ] as const;
    expect(disjointPairs(path.map(pairOf), 2)).toEqual([pairOf([0, 1]), pairOf([2, 3])]);
    expect(disjointPairs(path.map(pairOf), 1)).toEqual([pairOf([1, 2])]);
  });

  it("goes through long odd cycles and wide stars in time", () => {
    const size = 2001;
    const ring = Array.from({ length: size }, (_, i) => pairOf([i, (i + 1) % size]));
    expect(disjointPairs([...ring.slice(1), ring[0]!], size).length).toBe(1000);
    const star = Array.from({ length: 50_000 }, (_, i) => pairOf([0, i + 1]));
    expect(disjointPairs(star, 32).length).toBe(1);
  });
});
