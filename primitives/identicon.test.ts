import { describe, expect, it } from "vitest";
import { u32be } from "./bytes.ts";
import { identicon } from "./identicon.ts";

describe("identicon", () => {
  it("mirrors, repeats itself, and uses all cells and hues", () => {
    const filled = new Set<number>();
    const hues = new Set<number>();
    const pictures = new Set<string>();
    for (let i = 0; i < 300; i++) {
      const { cells, hue } = identicon(u32be(i));
      expect(cells.length).toBe(25);
      for (let row = 0; row < 5; row++) {
        const line = cells.slice(row * 5, row * 5 + 5);
        expect(line).toEqual([...line].reverse());
      }
      for (const [cell, on] of cells.entries()) if (on) filled.add(cell);
      hues.add(hue);
      pictures.add(`${cells.map(Number).join("")} ${hue}`);
      expect(identicon(u32be(i))).toEqual({ cells, hue });
    }
    expect(filled.size).toBe(25);
    expect([...hues].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(pictures.size).toBeGreaterThan(290);
  });
});
