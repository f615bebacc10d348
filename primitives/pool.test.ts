import { expect, test } from "vitest";
import { shortBytes } from "./pool.ts";

test("no two share a byte, and all are zeros", () => {
  const taken = new Map<ArrayBufferLike, Set<number>>();
  for (let round = 0; round < 400; round++) {
    for (const length of [0, 1, 64, 65, 66, 71, 72, 73, 300, 1023, 1024, 1025, 5000]) {
      const bytes = shortBytes(length);
      expect(bytes.length).toBe(length);
      expect(bytes.every((byte) => byte === 0)).toBe(true);
      const places = taken.get(bytes.buffer) ?? new Set<number>();
      taken.set(bytes.buffer, places);
      for (let i = bytes.byteOffset; i < bytes.byteOffset + length; i++) {
        if (places.has(i)) throw new Error(`byte ${i} was handed out twice`);
        places.add(i);
      }
      bytes.fill(0xff);
    }
  }
});

test("short ones share memory, long ones and those that cost nothing have their own", () => {
  expect(shortBytes(100).buffer).toBe(shortBytes(100).buffer);
  for (const length of [10, 64, 1025, 4096]) expect(shortBytes(length).buffer.byteLength).toBe(length);
});
