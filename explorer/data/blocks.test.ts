import type { Event, Header } from "@assay/client/comet";
import { describe, expect, it } from "vitest";
import { marksOf, meanBlockMs, viewOfBlock } from "./blocks.ts";

const event = (type: string): Event => ({ type, attributes: [] });
const header = { height: 7, time: "2026-11-24T12:00:00.5Z", proposerAddress: "AB" } as Header;

describe("blocks", () => {
  it("measure their time without pauses", () => {
    const at = (height: number, timeMs: number) => ({ height, timeMs });
    expect(meanBlockMs([])).toBeUndefined();
    expect(meanBlockMs([at(1, 0)])).toBeUndefined();
    expect(meanBlockMs([at(1, 0), at(2, 1000), at(3, 2200)])).toBe(1100);
    // The chain stood for an hour between two blocks.
    expect(meanBlockMs([at(1, 0), at(2, 1000), at(3, 3_601_000), at(4, 3_602_000)])).toBe(1000);
    // Heights that were skipped count as many.
    expect(meanBlockMs([at(1, 0), at(11, 10_000)])).toBe(1000);
  });

  it("mark what one looks for, at most three, what fell first", () => {
    expect(marksOf([event("transfer"), event("tx")])).toEqual([]);
    expect(
      marksOf(["data.staked", "data.claim_lost", "challenge.challenge_revealed", "data.staked"].map(event)),
    ).toEqual(["fell", "challenge", "claim"]);
  });

  it("are eventful by transactions, by hooks' events, and when nothing is known of them", () => {
    const block = { hash: "H", header, txCount: 0 };
    const results = { height: 7, txs: [], events: [] };
    expect(viewOfBlock(block, results)).toMatchObject({
      eventful: false,
      timeMs: Date.UTC(2026, 10, 24, 12, 0, 0, 500),
    });
    expect(viewOfBlock({ ...block, txCount: 1 }, results).eventful).toBe(true);
    expect(viewOfBlock(block, { ...results, events: [event("data.claim_lost")] })).toMatchObject({
      eventful: true,
      marks: ["fell"],
    });
    expect(viewOfBlock(block, undefined)).toMatchObject({ eventful: true, gasUsed: 0n });
  });
});
