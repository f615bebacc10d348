import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addMs,
  compareTime,
  formatTime,
  laterTime,
  parseTime,
  timeFromMs,
  timeToMs,
  ZERO_TIME,
} from "./time.ts";

const ms = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });

describe("time", () => {
  test("milliseconds there and back", () => {
    fc.assert(
      fc.property(ms, (value) => {
        const time = timeFromMs(value);
        expect(timeToMs(time)).toBe(value);
        expect(time.nanos).toBeGreaterThanOrEqual(0);
        expect(formatTime(time)).toBe(new Date(value).toISOString().replace(/\.?0*Z$/, "Z"));
        expect(parseTime(formatTime(time))).toEqual(time);
      }),
    );
  });

  test("addition and order agree with those of milliseconds", () => {
    fc.assert(
      fc.property(ms, fc.nat(10_000_000), fc.nat(999_999), (value, added, nanos) => {
        const time = { ...timeFromMs(value), nanos: timeFromMs(value).nanos + nanos };
        const later = addMs(time, added);
        expect(timeToMs(later)).toBe(value + added);
        expect(later.nanos % 1_000_000).toBe(nanos);
        expect(Math.sign(compareTime(later, time))).toBe(Math.sign(added));
        expect(laterTime(time, later)).toEqual(later);
        expect(laterTime(later, time)).toEqual(later);
      }),
    );
  });

  test("nanoseconds are kept, zones are moved to UTC", () => {
    expect(parseTime("2026-01-01T01:00:00.000000001+01:00")).toEqual({ seconds: 1_767_225_600n, nanos: 1 });
    expect(formatTime({ seconds: 0n, nanos: 120 })).toBe("1970-01-01T00:00:00.00000012Z");
    expect(formatTime(ZERO_TIME)).toBe("0001-01-01T00:00:00Z");
    expect(parseTime("0001-01-01T00:00:00Z")).toEqual(ZERO_TIME);
    expect(parseTime("2024-02-29T23:59:59Z")).toBeDefined();
  });

  test.each([
    "",
    "2026-01-01",
    "2026-01-01T00:00:00",
    "2026-01-01T00:00:00.Z",
    "2026-01-01T00:00:00.0000000000Z",
    "2026-13-01T00:00:00Z",
    "2025-02-29T00:00:00Z",
    "2026-01-01T24:00:00Z",
    "2026-01-01T00:60:00Z",
    "2026-01-01T00:00:60Z",
    "2026-01-01T00:00:00+25:00",
    "2026-01-01t00:00:00z",
    " 2026-01-01T00:00:00Z",
  ])("is no time: %s", (text) => {
    expect(parseTime(text)).toBeUndefined();
  });
});
