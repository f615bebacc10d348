import { describe, expect, it } from "vitest";
import { ungroup } from "./plain-copy.ts";
import { matchPath, type Route, withQuery } from "./router.ts";

const at = (path: string, query = ""): Route => ({ path, query: new URLSearchParams(query) });

describe("addresses", () => {
  it.each([
    ["/", "/", {}],
    ["/datasets/:id", "/datasets/ab", { id: "ab" }],
    ["/datasets/:id", "/datasets/", undefined],
    ["/datasets/:id", "/datasets/a/b", undefined],
    ["/blocks/:height", "/datasets/1", undefined],
    ["/accounts/:address", "/accounts/a%20b", { address: "a b" }],
    ["/accounts/:address", "/accounts/%E0%A4%A", undefined],
  ])("%s takes %s", (pattern, path, found) => {
    expect(matchPath(pattern, path)).toEqual(found);
  });

  it("change one thing of the query and keep the rest", () => {
    const here = at("/datasets", "state=Open&sort=-rows");
    expect(withQuery({ sort: "name" }, here)).toBe("/datasets?state=Open&sort=name");
    expect(withQuery({ sort: undefined, state: "" }, here)).toBe("/datasets");
    expect(withQuery({ find: "a&b=c" }, at("/x"))).toBe("/x?find=a%26b%3Dc");
    expect(here.query.toString()).toBe("state=Open&sort=-rows");
  });
});

it("what is copied is plain", () => {
  expect(ungroup("18\u202f420.50 ASSAY, block 1\u202f000\u202f000")).toBe("18420.50 ASSAY, block 1000000");
  expect(ungroup("a\u202fb")).toBe("a\u202fb");
});
