import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EventMap, matchesEvents, parseQuery, QueryError, valueMatches } from "./query.ts";

const EVENTS: EventMap = new Map([
  ["tm.event", ["Tx"]],
  ["tx.height", ["12"]],
  ["transfer.amount", ["8uassay", "150.5uassay"]],
  ["transfer.recipient", ["alice", "bob"]],
  ["market.opened.at", ["2026-03-04T05:06:07.5Z"]],
  ["market.opened.day", ["2026-03-04"]],
]);

describe("queries that match", () => {
  it.each([
    "tm.event='Tx'",
    "tm.event = 'Tx' AND transfer.recipient='bob'",
    "tx.height=12",
    "tx.height>11 AND tx.height<=12",
    "transfer.amount>=150.5",
    "transfer.amount<9",
    "transfer.recipient CONTAINS 'lic'",
    "transfer.recipient EXISTS",
    "market.opened EXISTS",
    "market.opened.at = TIME 2026-03-04T05:06:07.5Z",
    "market.opened.at > TIME 2026-03-04T05:06:07+00:00",
    "market.opened.day >= DATE 2026-03-04",
    "market.opened.day < DATE 2026-03-05",
  ])("%s", (text) => expect(matchesEvents(parseQuery(text), EVENTS)).toBe(true));
});

describe("queries that do not match", () => {
  it.each([
    "tm.event='NewBlock'",
    "tm.event='Tx' AND transfer.recipient='carol'",
    "tx.height=1",
    "tx.height>12",
    "transfer.recipient>1",
    "transfer.amount>151",
    "transfer.sender EXISTS",
    "transf EXISTS",
    "market.opened.at < DATE 2026-03-04",
    "transfer.recipient = DATE 2026-03-04",
  ])("%s", (text) => expect(matchesEvents(parseQuery(text), EVENTS)).toBe(false));
});

describe("what is no query", () => {
  it.each([
    ["", /offset 0: wanted tag/],
    ["tm.event", /wanted =/],
    ["tm.event=", /wanted 'text'/],
    ["tm.event='Tx", /not closed/],
    ["tm.event=Tx", /wanted 'text'/],
    ["tm.event='Tx' OR a.b=1", /wanted AND/],
    ["tm.event='Tx' AND", /wanted tag/],
    ["a.b > 'x'", /wanted number/],
    ["a.b CONTAINS 1", /wanted 'text'/],
    ["a.b = TIME 2026-13-01T00:00:00Z", /invalid TIME/],
    ["a.b = TIME 0026-01-01T00:00:00Z", /invalid TIME/],
    ["a.b = DATE 2026-01", /invalid DATE/],
    ["(a.b=1)", /invalid input/],
    ["a.b =~ 'x.*'", /wanted 'text'|invalid input/],
    [`a.b='${"x".repeat(507)}'`, /maximum query length exceeded/],
  ])("%.40s", (text, why) => expect(() => parseQuery(text)).toThrow(why));

  it("throws its own error or parses, whatever it is given", () => {
    const piece = fc.constantFrom(
      "a.b",
      "=",
      ">=",
      "'x'",
      " ",
      "AND",
      "EXISTS",
      "TIME ",
      "1.5",
      "'",
      "é",
      "(",
      "\0",
    );
    const text = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.array(piece, { maxLength: 12 }).map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(text, (query) => {
        try {
          matchesEvents(parseQuery(query), EVENTS);
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("numbers", () => {
  it("compare exactly at any size", () => {
    const big = "123456789012345678901234567890";
    const [more] = parseQuery(`a.b>${big}`);
    expect(valueMatches(more!, `${big}uassay`)).toBe(false);
    expect(valueMatches(more!, "123456789012345678901234567891uassay")).toBe(true);
  });

  it("after = compare as text, as they are indexed", () => {
    const [equal] = parseQuery("a.b=10");
    expect(valueMatches(equal!, "10")).toBe(true);
    expect(valueMatches(equal!, "10uassay")).toBe(false);
  });
});
