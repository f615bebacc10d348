/**
 * The one spelling of an amino document, since it is hashed and signed: names sorted, no spaces, and the escapes that
 * CosmJS writes. Written out here, as a host's own writer is no specification.
 *
 * @module
 */
import type { AminoValue } from "./message.ts";

/** Quotes, backslash, controls; and `&`, `<`, `>`, which Go's writer escapes. Of all others none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SPECIAL = /["\\\u0000-\u001f&<>]/g;

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\f": "\\f",
  "\r": "\\r",
};

const escaped = (char: string): string =>
  SHORT[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;

const quote = (text: string): string => `"${text.replace(SPECIAL, escaped)}"`;

/** Of well-formed text and safe integers: what the codec decodes is both. */
export function canonicalJson(value: AminoValue): string {
  if (typeof value === "string") return quote(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const fields = value as { readonly [name: string]: AminoValue };
  // Names are ASCII: UTF-16 order is bytewise.
  const members = Object.keys(fields)
    .sort()
    .map((name) => `${quote(name)}:${canonicalJson(fields[name]!)}`);
  return `{${members.join(",")}}`;
}
