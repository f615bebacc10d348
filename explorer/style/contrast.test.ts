/** The brief's figures, computed from the style sheet that the page has. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

/** Roles to their two colours; those that are no plain colour are left out. */
function tokens(): Map<string, readonly [light: string, dark: string]> {
  const found = new Map<string, readonly [string, string]>();
  for (const [, name, light, dark] of css.matchAll(
    /--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g,
  )) {
    found.set(name!, [light!, dark!]);
  }
  for (const [, name, both] of css.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g))
    found.set(name!, [both!, both!]);
  return found;
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

const all = tokens();
const theme = (name: string, at: 0 | 1): string => all.get(name)![at];

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("%s", (_name, at) => {
  it("text is read on every ground it lies on", () => {
    const lowest = Math.min(
      ...["ink", "ink2", "ink3"].flatMap((ink) =>
        ["bg", "surface", "sunken"].map((ground) => contrast(theme(ink, at), theme(ground, at))),
      ),
      contrast(theme("ink2", at), theme("badge", at)),
    );
    expect(lowest).toBeGreaterThanOrEqual(at === 0 ? 4.76 : 5.6);
  });

  it.each(["blue", "green", "red", "purple", "gold"])(
    "%s is read on its soft ground and on the surface",
    (colour) => {
      expect(contrast(theme(colour, at), theme(`${colour}-soft`, at))).toBeGreaterThanOrEqual(5.3);
      for (const ground of ["surface", "bg", "sunken"]) {
        expect(contrast(theme(colour, at), theme(ground, at))).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it("edges of inputs and fills of bars are seen", () => {
    for (const ground of ["surface", "bg"]) {
      expect(contrast(theme("edge", at), theme(ground, at))).toBeGreaterThanOrEqual(3.1);
    }
    expect(contrast(theme("owner", at), theme("sunken", at))).toBeGreaterThanOrEqual(3);
  });

  it("the buttons' words are read", () => {
    expect(contrast(theme("on-ink", at), theme("ink", at))).toBeGreaterThanOrEqual(7);
    expect(contrast(theme("tour-on-gold", at), theme("tour-gold", at))).toBeGreaterThanOrEqual(7);
    expect(contrast(theme("tour-ink2", at), theme("tour", at))).toBeGreaterThanOrEqual(7);
    expect(contrast(theme("ink2", at), theme("red-soft", at))).toBeGreaterThanOrEqual(4.5);
    // The letters of solid stamps.
    for (const fill of ["green", "red"])
      expect(contrast(theme("surface", at), theme(fill, at))).toBeGreaterThanOrEqual(4.5);
  });
});

it("has every role of the brief", () => {
  expect(all.size).toBeGreaterThanOrEqual(28);
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
});
