import { describe, expect, it } from "vitest";
import { formatAgo, formatClock, formatDate, formatSpan, formatTook } from "./time.ts";

const S = 1000;
const MIN = 60 * S;
const H = 60 * MIN;
const D = 24 * H;

describe("times", () => {
  it.each([
    [0, "0 s"],
    [4 * S, "4 s"],
    [59.4 * S, "59 s"],
    [90 * S, "1 min 30 s"],
    [16 * MIN + 20 * S, "16 min"],
    [H, "1 h"],
    [14 * H + 20 * MIN, "14 h 20 min"],
    [3 * D + 22 * H, "3 d 22 h"],
    [40 * D + H, "40 d"],
    [-5, "0 s"],
  ])("%s ms are %s", (ms, text) => {
    expect(formatSpan(ms)).toBe(text);
  });

  it("say what a computation took", () => {
    expect([0.2, 41.4, 810].map(formatTook)).toEqual(["1 ms", "41 ms", "0.8 s"]);
  });

  it("say how long ago", () => {
    expect(formatAgo(1000, 1400)).toBe("now");
    expect(formatAgo(0, 16 * MIN)).toBe("16 min ago");
    // A node's clock may be ahead of the reader's.
    expect(formatAgo(5000, 0)).toBe("now");
  });

  it("name the day, and the year only where it is another one", () => {
    const then = new Date(2026, 10, 28, 10, 4, 7).getTime();
    expect(formatDate(then, new Date(2026, 0, 1).getTime())).toBe("28 Nov 10:04");
    expect(formatDate(then, new Date(2027, 0, 1).getTime())).toBe("28 Nov 2026 10:04");
    expect(formatClock(then)).toBe("10:04:07");
  });
});
