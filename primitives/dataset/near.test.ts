import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fragments, near } from "./near.ts";
import { canon } from "./row.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The rule with strings and sets, as MARKET says it. */
function nearBySets(a: Uint8Array, b: Uint8Array) {
  const [left, right] = [a, b].map((bytes) => String.fromCharCode(...canon(bytes)));
  const setOf = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 4) }, (_, i) => text.slice(i, i + 5)));
  const leftSet = setOf(left!);
  const rightSet = setOf(right!);
  const shared = [...leftSet].filter((fragment) => rightSet.has(fragment)).length;
  const total = new Set([...leftSet, ...rightSet]).size;
  const long = left!.length >= 32 && right!.length >= 32;
  return { near: left === right || (long && 10 * shared >= 8 * total), equal: left === right, shared, total };
}

/** A row and the same with some bytes changed; few letters, so that fragments repeat. */
const alikeRows = fc
  .tuple(
    fc.array(fc.constantFrom(0x61, 0x62, 0x41, 0x20, 0xff), { maxLength: 90 }),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 3 }),
  )
  .map(([list, changes]) => {
    const changed: number[] = [...list];
    for (const [at, byte] of changes) if (changed.length > 0) changed[at % changed.length] = byte;
    return [new Uint8Array(list), new Uint8Array(changed)] as const;
  });

describe("near", () => {
  it("says what the rule says over plain sets, both ways round", () => {
    fc.assert(
      fc.property(alikeRows, ([a, b]) => {
        expect(near(a, b)).toEqual(nearBySets(a, b));
        expect(near(b, a)).toEqual(near(a, b));
      }),
      { numRuns: 1500 },
    );
  });

  it("stands on the bound: exactly .8 is near, one fragment less is not", () => {
    // 36 distinct bytes: 32 fragments; a changed end of k bytes costs k fragments on each side.
    const base = "abcdefghijklmnopqrstuvwxyz0123456789";
    expect(near(bytesOf(base), bytesOf(`${base}!@#$%^&*`))).toMatchObject({
      near: true,
      shared: 32,
      total: 40,
    });
    expect(near(bytesOf(base), bytesOf(`${base}!@#$%^&*(`))).toMatchObject({
      near: false,
      shared: 32,
      total: 41,
    });
  });

  it("takes short rows as near only when equal, by their canonical length", () => {
    const short = "abcdefghijklmnopqrstuvwxyz01234"; // 31 bytes
    expect(near(bytesOf(short), bytesOf(`${short}5`)).near).toBe(false);
    expect(near(bytesOf(`${short}   `), bytesOf(`${short}5`)).near).toBe(false);
    expect(near(bytesOf(`${short}5`), bytesOf(`${short}56`)).near).toBe(true);
    expect(near(bytesOf(`  ${short.toUpperCase()}\n`), bytesOf(short))).toMatchObject({
      near: true,
      equal: true,
    });
    expect(near(bytesOf("ok"), bytesOf("OK "))).toEqual({ near: true, equal: true, shared: 0, total: 0 });
    expect(near(bytesOf(" "), bytesOf(""))).toEqual({ near: true, equal: true, shared: 0, total: 0 });
  });

  it("keeps bytes with the high bit apart", () => {
    expect([...fragments(new Uint8Array([255, 254, 253, 252, 251, 250]))]).toEqual([
      0xfefdfcfbfa, 0xfffefdfcfb,
    ]);
  });
});
