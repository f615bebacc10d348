import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { LevelBackend } from "./backend-level.ts";
import { findDamagedTable, isSound, unsnappy } from "./level-tables.ts";

test("snappy: literals, short and overlapping copies; damaged input is refused", () => {
  const text = (bytes: number[]): string => unsnappy(Uint8Array.from(bytes)).toString();
  expect(text([5, 4 << 2, ...Buffer.from("hello")])).toBe("hello");
  expect(text([10, 1 << 2, ...Buffer.from("ab"), ((8 - 4) << 2) | 1, 2])).toBe("ababababab");
  expect(text([6, 2 << 2, ...Buffer.from("xyz"), (2 << 2) | 2, 3, 0])).toBe("xyzxyz");
  expect(text([3, 60 << 2, 2, ...Buffer.from("abc")])).toBe("abc");
  for (const bad of [[], [5], [2, 4 << 2, 1], [4, 0, 97, (2 << 2) | 2, 9, 0], [200, 200, 200, 200, 1, 0]]) {
    expect(() => unsnappy(Uint8Array.from(bad))).toThrow();
  }
});

test("every flipped bit of a table's blocks is found, in raw, compressed, index and filter blocks", async () => {
  const folder = await mkdtemp(join(tmpdir(), "assay-tables-"));
  let backend = await LevelBackend.open(folder);
  // Values that compress and values that do not.
  const ops = Array.from({ length: 1500 }, (_, i) => ({
    type: "put" as const,
    key: Buffer.from(`key ${i * 7919}`),
    value:
      i % 2
        ? new Uint8Array(60).fill(i)
        : Uint8Array.from({ length: 60 }, (_, k) => Math.imul(i + k, 2654435761) >>> 24),
  }));
  await backend.batch(ops, { sync: true });
  await backend.close();
  backend = await LevelBackend.open(folder);
  await backend.close();
  expect(await findDamagedTable(folder)).toBeUndefined();
  expect(await findDamagedTable(join(folder, "missing"))).toBeUndefined();
  const name = (await readdir(folder)).find((each) => each.endsWith(".ldb"))!;
  const table = await readFile(join(folder, name));
  expect(table.length).toBeGreaterThan(20_000);
  // Of the footer, the end of the places is filled up with bytes that mean nothing.
  const meaningful = table.length - 48;
  fc.assert(
    fc.property(fc.nat(meaningful - 1), fc.nat(7), (at, bit) => {
      table[at]! ^= 1 << bit;
      const sound = isSound(table);
      table[at]! ^= 1 << bit;
      expect(sound).toBe(false);
    }),
    { numRuns: 1000 },
  );
  // Whatever the bytes are, the answer is yes or no.
  fc.assert(
    fc.property(fc.nat(47), fc.nat(255), (back, value) => {
      const kept = table[table.length - 1 - back]!;
      table[table.length - 1 - back] = value;
      expect(typeof isSound(table)).toBe("boolean");
      table[table.length - 1 - back] = kept;
    }),
  );
  for (let length = 0; length < 200; length++) expect(isSound(table.subarray(0, length))).toBe(true);
  await rm(folder, { recursive: true, force: true });
});
