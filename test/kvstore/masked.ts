/**
 * What two ledgers of the same kind must answer alike: everything but names, times, hashes, heights and signatures. Of
 * an error that names what could not be read, the words after the place are the parser's own: Go's library and ours
 * say it differently, and no client looks there.
 *
 * @module
 */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const HEIGHTS = /(^|[_.])height$|^(start|min|max)_height$/;
const OWN = new Set([
  "id",
  "listen_addr",
  "rpc_address",
  "signature",
  "chunk",
  "data_hash",
  "leaf_hash",
  "block_size",
  "latest_app_hash",
]);

const PARSERS_OWN = [
  /(error converting (?:json|http) params to arguments: ).*/,
  /(offset \d+: ).*/,
  /(error unmarshaling request).*/,
];

function text(key: string, value: string): string {
  if (HEIGHTS.test(key) && /^\d+$/.test(value)) return "<height>";
  if (OWN.has(key)) return `<${key}>`;
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return value.startsWith("0001-") ? value : "<time>";
  if (/^([0-9A-F]{40}|[0-9A-F]{64})$/.test(value)) return `<hex of ${value.length / 2}>`;
  for (const pattern of PARSERS_OWN) if (pattern.test(value)) return value.replace(pattern, "$1<words>");
  return value.replace(/(current blockchain height|lowest height is) \d+/, "$1 <height>");
}

/** Names of an object sorted: JSON gives them no order. */
export function masked(value: Json, key = ""): Json {
  if (typeof value === "string") return text(key, value);
  if (Array.isArray(value)) return value.map((item) => masked(item, key));
  if (typeof value === "object" && value !== null) {
    const names = Object.keys(value).sort();
    return Object.fromEntries(names.map((name) => [name, masked(value[name]!, name)]));
  }
  return value;
}
