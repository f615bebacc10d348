import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createModules } from "@assay/chain/app/modules";
import { sdkErrors } from "@assay/kernel/errors";
import { eventName } from "@assay/kernel/event";
import type { Module } from "@assay/kernel/module";
import { API_METHODS } from "@assay/proto/gen/api/methods";
import type { MessageType } from "@assay/proto/wire/message-type";
import { describe, expect, test } from "vitest";
import { boldItemsOf, sectionsOf, tableOf } from "./readme-tables.ts";

const root = process.env.ASSAY_ROOT ?? process.cwd();
const modules = createModules().all;

/** The application's own state is specified beside the application. */
const pageOf = ({ name }: Module): string =>
  name === "chain" ? join(root, "chain/app/README.md") : join(root, "modules", name, "README.md");

/** All .proto files of a package, as text. */
function protoOf(packageName: string): string {
  const folder = join(root, "proto", ...packageName.split("."));
  return readdirSync(folder)
    .filter((file) => file.endsWith(".proto"))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
}

function serviceMethods(proto: string, service: string): { method: string; request: string }[] {
  const body = new RegExp(`service ${service} \\{([^}]*)\\}`).exec(proto)?.[1] ?? "";
  return [...body.matchAll(/rpc (\w+)\s*\(\s*([\w.]+)\s*\)/g)].map((m) => ({
    method: m[1]!,
    request: m[2]!,
  }));
}

const messageNames = (proto: string, pattern: RegExp): string[] =>
  [...proto.matchAll(/^message (\w+)/gm)].map((m) => m[1]!).filter((name) => pattern.test(name));

const shortName = (type: MessageType<object>): string => type.typeName.split(".").at(-1)!;
const code = (error: { codespace: string; code: number }): string => `${error.codespace}/${error.code}`;

test("every module folder is in the application", () => {
  const folders = readdirSync(join(root, "modules")).filter((name) =>
    existsSync(join(root, "modules", name, "module.ts")),
  );
  expect(folders.length).toBeGreaterThan(2);
  expect(modules.map(({ name }) => name)).toEqual(expect.arrayContaining(folders));
});

describe.each(modules)("README of $name", (module) => {
  const page = readFileSync(pageOf(module), "utf8");
  const sections = sectionsOf(page, 2);
  const section = (title: string): string => sections.find((s) => s.title === title)?.text ?? "";
  const packageName = /^Package: `([\w.]+)`$/m.exec(page)?.[1] ?? "";
  const proto = protoOf(packageName);
  const messages = sectionsOf(section("Messages"), 3);

  test("its sections are in order", () => {
    const order = ["State", "Messages", "Queries", "Events", "Errors", "Params", "Genesis", "Invariants"];
    const known = sections.map(({ title }) => title).filter((title) => order.includes(title));
    expect(known).toEqual(order.filter((title) => known.includes(title)));
  });

  test("state", () => {
    const rows = tableOf(section("State")).map((r) => [r.prefix, r.name, r.shape, r.key, r.value]);
    const collections = [...module.schema.collections].sort((a, b) => a.prefix - b.prefix);
    expect(rows).toEqual(
      collections.map((c) => [
        `0x${c.prefix.toString(16).padStart(2, "0")}`,
        c.name,
        c.shape,
        c.key,
        c.value,
      ]),
    );
    for (const row of tableOf(section("State"))) expect(row.absent, row.name).not.toBe("");
  });

  test("messages", () => {
    const specs = module.messages ?? [];
    const documented = messages.map(({ title }) => title.replaceAll("`", ""));
    expect(documented.sort()).toEqual(specs.map(({ type }) => shortName(type)).sort());
    expect(
      serviceMethods(proto, "Msg")
        .map(({ request }) => request)
        .sort(),
    ).toEqual(documented);
    const codes = new Set(
      [...Object.values(sdkErrors), ...Object.values(module.errors ?? {})].map((error) => code(error)),
    );
    for (const { title, text } of messages) {
      const spec = specs.find(({ type }) => shortName(type) === title.replaceAll("`", ""))!;
      const signer = /^Signer: `(\w+)`/m.exec(text)?.[1];
      expect(
        spec.type.fields.map(({ protoName }) => protoName),
        `${title}: Signer`,
      ).toContain(signer);
      const rows = tableOf(text);
      expect(rows.map((row) => row["#"])).toEqual(rows.map((_, i) => String(i + 1)));
      for (const row of rows) expect(codes, `${title}: ${row["fails with"]}`).toContain(row["fails with"]);
    }
  });

  test("queries", () => {
    const documented = tableOf(section("Queries"))
      .map((row) => row.query)
      .sort();
    expect(documented).toEqual((module.queries ?? []).map(({ path }) => path.split("/").at(-1)).sort());
    const answered = new Set((module.queries ?? []).map(({ path }) => path));
    const offered = API_METHODS.filter(
      ({ service, path }) => service === `${packageName}.Query` || answered.has(path),
    );
    expect(documented).toEqual(offered.map(({ name }) => name).sort());
    for (const row of tableOf(section("Queries"))) {
      const routes = offered.find(({ name }) => name === row.query)!.routes.map(({ template }) => template);
      expect(row.REST, row.query!).toBe(routes.join(", ") || "none");
    }
  });

  test("events", () => {
    const documented = tableOf(section("Events")).map((row) => [row.event, row.attributes]);
    const typed = (module.events ?? []) as readonly MessageType<object>[];
    const declared = [
      ...typed.map((type) => [eventName(type), type.fields.map(({ protoName }) => protoName).join(", ")]),
      ...Object.entries(module.plainEvents ?? {}).map(([name, keys]) => [name, keys.join(", ")]),
    ];
    expect(documented.sort()).toEqual(declared.sort());
    expect(messageNames(proto, /^Event/).sort()).toEqual(typed.map(shortName).sort());
  });

  test("errors", () => {
    const rows = tableOf(section("Errors"));
    const declared = Object.entries(module.errors ?? {}).map(([name, e]) => [code(e), name, e.text]);
    expect(rows.map((row) => [row.code, row.name, row.text])).toEqual(declared);
    const used = new Set(messages.flatMap(({ text }) => tableOf(text).map((row) => row["fails with"])));
    for (const row of rows) {
      const free = Object.values(row).includes("no message");
      expect(free || used.has(row.code!), `${row.code} is in no message's table`).toBe(true);
    }
  });

  test("params", () => {
    const body = /^message Params \{([^}]*)\}/m.exec(proto)?.[1] ?? "";
    const fields = [...body.matchAll(/(\w+) = \d+;/g)].map((m) => m[1]);
    expect(tableOf(section("Params")).map((row) => row.param)).toEqual(fields);
  });

  test("invariants", () => {
    expect(boldItemsOf(section("Invariants"))).toEqual((module.invariants ?? []).map(({ name }) => name));
  });
});
