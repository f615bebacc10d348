import { describe, expect, test } from "vitest";
import { hasTag, parseRange } from "./http-cache.ts";

describe("ranges of 100 bytes", () => {
  test.each([
    ["bytes=0-0", { start: 0, end: 0 }],
    ["bytes=10-19", { start: 10, end: 19 }],
    ["bytes=90-", { start: 90, end: 99 }],
    ["bytes=90-1000", { start: 90, end: 99 }],
    ["bytes=-10", { start: 90, end: 99 }],
    ["bytes=-1000", { start: 0, end: 99 }],
    ["Bytes = 1 - 2", { start: 1, end: 2 }],
    ["bytes=100-", null],
    ["bytes=999999999999999-", null],
    ["bytes=-0", null],
    ["bytes=5-2", undefined],
    ["bytes=-", undefined],
    ["bytes=a-b", undefined],
    ["bytes=0-1,3-4", undefined],
    ["bytes=9999999999999999999999-", undefined],
    ["rows=0-1", undefined],
    [undefined, undefined],
  ])("%j is %j", (header, range) => {
    expect(parseRange(header, 100)).toEqual(range);
  });

  test("an empty blob has none", () => {
    expect(parseRange("bytes=0-", 0)).toBeNull();
    expect(parseRange("bytes=-1", 0)).toBeNull();
  });
});

test.each([
  [undefined, false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ["*", true],
  ['"b"', false],
  ["a", false],
])("If-None-Match %j: %s", (header, has) => {
  expect(hasTag(header, '"a"')).toBe(has);
});
