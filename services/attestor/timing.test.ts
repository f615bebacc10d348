import fc from "fast-check";
import { expect, test } from "vitest";
import { BlockClock, giveUpFrom, unavailableFrom } from "./timing.ts";

const windows = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 20_000 }))
  .map(([opened, span]) => ({ openedHeight: BigInt(opened), deadlineHeight: BigInt(opened + span) }));

/** The ledger's own rule. */
const taken = (opened: bigint, deadline: bigint, height: bigint): boolean =>
  3n * (deadline - height) < deadline - opened;

test("UNAVAILABLE is given up in the last third, as the ledger counts it, and in time", () => {
  fc.assert(
    fc.property(windows, (question) => {
      const { openedHeight, deadlineHeight } = question;
      const first = unavailableFrom(question);
      expect(taken(openedHeight, deadlineHeight, first)).toBe(true);
      expect(taken(openedHeight, deadlineHeight, first - 1n)).toBe(false);
      const giveUp = giveUpFrom(question);
      expect(giveUp).toBeGreaterThanOrEqual(first);
      expect(giveUp).toBeLessThanOrEqual(deadlineHeight);
      if (deadlineHeight - openedHeight >= 9n) expect(deadlineHeight - giveUp).toBeGreaterThanOrEqual(2n);
    }),
    { numRuns: 500 },
  );
});

test("on a devnet's 30 blocks that is five before the deadline", () => {
  const question = { openedHeight: 100n, deadlineHeight: 130n };
  expect(unavailableFrom(question)).toBe(121n);
  expect(giveUpFrom(question)).toBe(125n);
});

test("blocks are as long as they were seen to be", () => {
  const clock = new BlockClock();
  clock.see(10n, 0);
  expect(clock.msOf(5n)).toBe(5_000);
  clock.see(20n, 60_000);
  expect(clock.msOf(5n)).toBe(30_000);
  expect(clock.msOf(-5n)).toBe(0);
});
