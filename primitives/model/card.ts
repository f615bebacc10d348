/**
 * A model's card: Markdown with the Hub's front matter. One schema for all who meet a card: the client before it is
 * signed, the ledger before it is taken, and whoever reads it.
 *
 * @module
 */
import { utf8Length } from "../utf8.ts";
import { readFrontMatter } from "./front-matter.ts";
import { HUB_TASKS } from "./tasks.ts";

export const MAX_CARD_BYTES = 4096;
export const MAX_LIST = 32;
const MAX_TEXT_BYTES = 256;

/** The Hub's keys that hold text, or a list of texts; a list of one may be written as text. */
export const CARD_KEYS: Readonly<Record<string, "text" | "list">> = {
  license: "text",
  license_name: "text",
  license_link: "text",
  pipeline_tag: "text",
  library_name: "text",
  base_model_relation: "text",
  new_version: "text",
  thumbnail: "text",
  language: "list",
  tags: "list",
  datasets: "list",
  metrics: "list",
  base_model: "list",
};
const REQUIRED = ["license", "pipeline_tag"] as const;

export interface Card {
  /** By key, in the order of the card; text as a list of one. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Markdown behind the front matter. */
  readonly body: string;
}

export type CardResult = Card | { readonly fault: string };

function valuesFault(key: string, values: readonly string[]): string | undefined {
  if (values.length === 0) return `${key} is empty`;
  if (values.length > MAX_LIST) return `${key} has over ${MAX_LIST} entries`;
  for (const value of values) {
    if (value === "" || utf8Length(value) > MAX_TEXT_BYTES) return `${key}: 1 to ${MAX_TEXT_BYTES} bytes`;
  }
  return undefined;
}

/** The card, or the first rule that it breaks. */
export function readCard(markdown: string): CardResult {
  if (utf8Length(markdown) > MAX_CARD_BYTES) return { fault: `over ${MAX_CARD_BYTES} bytes` };
  if (markdown.includes("\0")) return { fault: "holds a NUL" };
  const read = readFrontMatter(markdown);
  if (read.fault !== undefined) return { fault: read.fault };
  const fields = new Map<string, readonly string[]>();
  for (const [key, value] of read.fields) {
    const kind = Object.hasOwn(CARD_KEYS, key) ? CARD_KEYS[key] : undefined;
    if (kind === undefined) return { fault: `key "${key}" is none of a card's` };
    if (kind === "text" && typeof value !== "string") return { fault: `${key} is one text, not a list` };
    const values = typeof value === "string" ? [value] : value;
    const fault = valuesFault(key, values);
    if (fault !== undefined) return { fault };
    fields.set(key, values);
  }
  for (const key of REQUIRED) if (!fields.has(key)) return { fault: `${key} is missing` };
  const task = fields.get("pipeline_tag")![0]!;
  if (!HUB_TASKS.has(task)) return { fault: `pipeline_tag "${task.slice(0, 64)}" is no task of the Hub` };
  return { fields, body: read.body };
}

/**
 * Why a card does not fit what else is said of its version; undefined where it does. The Hub writes a licence's SPDX id
 * in lower case, and `other` for what has none.
 */
export function cardFault(
  markdown: string,
  { task, licence }: { readonly task: string; readonly licence: string },
): string | undefined {
  const card = readCard(markdown);
  if ("fault" in card) return card.fault;
  const tag = card.fields.get("pipeline_tag")![0]!;
  if (tag !== task) return `pipeline_tag is ${tag}, the task ${task}`;
  const license = card.fields.get("license")![0]!;
  if (license !== "other" && license.toLowerCase() !== licence.toLowerCase()) {
    return `license is ${license.slice(0, 64)}, the licence ${licence}`;
  }
  return undefined;
}
