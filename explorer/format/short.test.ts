import { describe, expect, it } from "vitest";
import { shortAddress, shortHash } from "./short.ts";

const ALICE = "assay1kg27k2e5ls4kyuffezcjh5qg8d3jlz8vng52t7";

describe("short forms", () => {
  it("keep head and tail", () => {
    expect(shortAddress(ALICE)).toBe("assay1kg2…52t7");
    expect(shortAddress("assay1x")).toBe("assay1x");
    expect(shortHash("8c1f04aaaaaaaaaaaae27a")).toBe("8c1f04…e27a");
    expect(shortHash("abcd")).toBe("abcd");
  });
});
