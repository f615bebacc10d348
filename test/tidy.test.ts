import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bannedNames, boundaries, cycles, houseRules, protoRules } from "../tools/tidy/rules.ts";
import { readSources, stripText } from "../tools/tidy/sources.ts";

const root = process.env.ASSAY_ROOT ?? process.cwd();
const files = readSources(root);

describe("tidy", () => {
  test("packages and rooms import only what ARCHITECTURE allows", () => {
    const { faults, seen } = boundaries(files);
    expect(faults).toEqual([]);
    expect(seen).toBeGreaterThan(100);
  });

  test("no import cycles", () => {
    expect(cycles(files)).toEqual([]);
  });

  test("no banned names", () => {
    expect(bannedNames(files)).toEqual([]);
  });

  test("house rules", () => {
    expect(houseRules(files)).toEqual([]);
  });

  test("proto files hold nothing without a fixed order or value", () => {
    const protos = readdirSync(join(root, "proto"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".proto"))
      .map((name) => ({ path: `proto/${name}`, text: readFileSync(join(root, "proto", name), "utf8") }));
    expect(protos.length).toBeGreaterThan(30);
    expect(protoRules(protos)).toEqual([]);
  });

  // The rules themselves must be able to fail.
  test("each rule finds what it forbids", () => {
    const file = (
      path: string,
      text: string,
      imports: { specifier: string; target: string; typeOnly?: boolean }[] = [],
    ) => ({
      path,
      text,
      code: stripText(text),
      imports: imports.map((i) => ({ typeOnly: false, ...i })),
    });
    expect(bannedNames([file("modules/x/a.ts", "const t = Date.now();")])).toHaveLength(1);
    expect(bannedNames([file("modules/x/a.ts", "// Date in prose\nconst s = 'Math.random';")])).toEqual([]);
    expect(houseRules([file("kernel/index.ts", "")])).toHaveLength(1);
    expect(
      boundaries([file("kernel/a.ts", "", [{ specifier: "@assay/modules/b", target: "modules/x/b.ts" }])])
        .faults,
    ).toHaveLength(1);
    expect(
      cycles([
        file("kernel/a.ts", "", [{ specifier: "./b.ts", target: "kernel/b.ts" }]),
        file("kernel/b.ts", "", [{ specifier: "./a.ts", target: "kernel/a.ts" }]),
      ]),
    ).toHaveLength(1);
    expect(
      protoRules([{ path: "a.proto", text: "map<string, string> a = 1;\n double b = 2;" }]),
    ).toHaveLength(2);
  });
});
