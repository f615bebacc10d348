import { describe, expect, it } from "vitest";
import { clashing, shortAddress, shortHash } from "./short.ts";

const ALICE = "assay1kg27k2e5ls4kyuffezcjh5qg8d3jlz8vng52t7";

describe("short forms", () => {
  it("keep head and tail", () => {
    expect(shortAddress(ALICE)).toBe("assay1kg2…52t7");
    expect(shortAddress("assay1x")).toBe("assay1x");
    expect(shortHash("8c1f04aaaaaaaaaaaae27a")).toBe("8c1f04…e27a");
    expect(shortHash("abcd")).toBe("abcd");
  });

  it("give away two that look alike", () => {
    const ground = `${ALICE.slice(0, 9)}${"q".repeat(31)}${ALICE.slice(-4)}`;
    const bob = "assay10urmf83xad4s2pk9x946z63fye5hczpn8pnn9q";
    expect(shortAddress(ground)).toBe(shortAddress(ALICE));
    expect(clashing([ALICE, bob, ground], shortAddress)).toEqual(new Set([ALICE, ground]));
    expect(clashing([ALICE, ALICE, bob], shortAddress).size).toBe(0);
  });
});
