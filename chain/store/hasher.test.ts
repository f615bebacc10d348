import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestOf, type Hasher, MESSAGE_BYTES, NativeHasher, SimdHasher, SLOT_BYTES } from "./hasher.ts";
import { loadSha256Simd, roundConstants } from "./sha256-simd.ts";

const hashers: [string, Hasher][] = [["native", new NativeHasher()]];
const simd = loadSha256Simd();
if (simd !== undefined) hashers.push(["four side by side", new SimdHasher(simd)]);

const sha256 = (message: Uint8Array): string => createHash("sha256").update(message).digest("hex");

function expectHashed(hasher: Hasher, messages: readonly Uint8Array[]): void {
  for (const [i, message] of messages.entries()) {
    hasher.input.set(message, i * SLOT_BYTES);
    hasher.lengths[i] = message.length;
  }
  hasher.run(messages.length);
  const output = Buffer.from(hasher.output.buffer, hasher.output.byteOffset, hasher.output.byteLength);
  for (const [i, message] of messages.entries()) {
    expect(output.toString("hex", i * 32, i * 32 + 32)).toBe(sha256(message));
  }
}

test("this machine hashes four side by side", () => {
  expect(simd).toBeDefined();
});

test("the round constants are those of FIPS 180-4", () => {
  const constants = roundConstants();
  expect(constants.slice(0, 4)).toEqual([0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5]);
  expect(constants.at(-1)).toBe(0xc67178f2);
});

describe.each(hashers)("the %s hasher", (_, hasher) => {
  test("hashes every length it takes, alone", () => {
    for (let length = 0; length <= MESSAGE_BYTES; length++) {
      expectHashed(hasher, [Uint8Array.from({ length }, (__, i) => i * 7 + length)]);
    }
  });

  test("hashes batches of any size and mixed lengths, one after the other", () => {
    const message = fc.oneof(
      fc.uint8Array({ maxLength: MESSAGE_BYTES }),
      fc.uint8Array({ minLength: 70, maxLength: 72 }),
      fc.constantFrom(55, 56, 63, 64, 119, 120, MESSAGE_BYTES).map((n) => new Uint8Array(n).fill(0xff)),
    );
    fc.assert(
      fc.property(fc.array(fc.array(message, { maxLength: hasher.slots }), { maxLength: 6 }), (batches) => {
        for (const messages of batches) expectHashed(hasher, messages);
      }),
      { numRuns: 100 },
    );
  });
});

test("one message of any length", () => {
  for (const length of [0, 1, 1000, 100_000]) {
    const message = new Uint8Array(length).fill(3);
    expect(Buffer.from(digestOf(message)).toString("hex")).toBe(sha256(message));
  }
});
