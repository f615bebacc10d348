/**
 * Any message as text, where nothing more special is written for it.
 *
 * @module
 */
import type { Json } from "@assay/proto/wire/json";
import { plain } from "./table.ts";

function isList(value: Json): value is Json[] {
  return Array.isArray(value);
}

function lines(value: Json, indent: string): string[] {
  if (value === null || typeof value !== "object") return [`${indent}${plain(String(value))}`];
  const out: string[] = [];
  const entries: [string, Json][] = isList(value) ? value.map((v) => ["-", v]) : Object.entries(value);
  for (const [name, item] of entries) {
    const label = name === "-" ? "-" : `${name}:`;
    if (item !== null && typeof item === "object") {
      const inner = lines(item, `${indent}  `);
      if (inner.length === 0) out.push(`${indent}${label} ${isList(item) ? "none" : "{}"}`);
      else if (name === "-") out.push(`${indent}- ${inner[0]!.trimStart()}`, ...inner.slice(1));
      else out.push(`${indent}${label}`, ...inner);
    } else out.push(`${indent}${label} ${item === null ? "none" : item === "" ? '""' : plain(String(item))}`);
  }
  return out;
}

export function jsonText(value: Json): string {
  return lines(value, "").join("\n");
}
