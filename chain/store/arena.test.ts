import fc from "fast-check";
import { expect, test } from "vitest";
import { Arena, blockBytes, CHUNK_BYTES } from "./arena.ts";

test("a block is at least as long as asked, at most an eighth longer above 512 bytes", () => {
  const check = (length: number): void => {
    const bytes = blockBytes(length);
    expect(bytes).toBeGreaterThanOrEqual(length);
    expect(bytes % 8).toBe(0);
    expect(bytes).toBeLessThanOrEqual(length <= 512 ? length + 8 : length * 1.125 + 1);
  };
  for (let length = 0; length < 5000; length++) check(length);
  fc.assert(fc.property(fc.integer({ min: 5000, max: CHUNK_BYTES }), check));
  expect(blockBytes(CHUNK_BYTES)).toBe(CHUNK_BYTES);
});

test("blocks keep what was written to them whatever is taken and given back around them", () => {
  const length = fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 600, max: 1 << 20 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(length, fc.boolean()), { minLength: 5, maxLength: 60 }), (steps) => {
      const arena = new Arena();
      const live: { pointer: number; length: number; fill: number }[] = [];
      for (const [i, [size, give]] of steps.entries()) {
        const fill = i & 0xff;
        const pointer = arena.allocate(size);
        arena.write(pointer, 0, new Uint8Array(size).fill(fill));
        live.push({ pointer, length: size, fill });
        if (give) {
          const [gone] = live.splice((i * 7) % live.length, 1);
          arena.free(gone!.pointer, gone!.length);
        }
      }
      for (const { pointer, length: size, fill } of live) {
        expect(arena.equalsAt(pointer, 0, new Uint8Array(size).fill(fill))).toBe(true);
      }
      expect(arena.usedBytes).toBe(live.reduce((sum, each) => sum + blockBytes(each.length), 0));
      for (const { pointer, length: size } of live) arena.free(pointer, size);
      expect(arena.usedBytes).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test("what is given back is used again", () => {
  const arena = new Arena();
  for (let i = 0; i < 100; i++) {
    const pointer = arena.allocate(1 << 20);
    arena.free(pointer, 1 << 20);
  }
  expect(arena.chunks).toHaveLength(1);
});
