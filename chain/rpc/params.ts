/**
 * Parameters of a method: by name, by position, or in a URI. Numbers may be numbers or strings; names that a method
 * does not know are ignored, as CometBFT does.
 *
 * @module
 */
import { INVALID_PARAMS, RpcError } from "./errors.ts";

/** `integer` is any 64-bit one; `hex` and `bytes` differ in JSON only: hex digits, or base64. */
export type ParamKind = "integer" | "bool" | "string" | "hex" | "bytes";

export interface ParamSpec {
  readonly name: string;
  readonly kind: ParamKind;
}

/** Absent parameters are undefined. */
export type ParamValue = bigint | boolean | string | Uint8Array | undefined;

const INTEGER = /^-?[0-9]{1,20}$/;
const HEX = /^(?:[0-9a-fA-F]{2})*$/;
const MAX_INT64 = 2n ** 63n - 1n;

function bad(where: "json" | "http", detail: string): RpcError {
  return new RpcError(INVALID_PARAMS, `error converting ${where} params to arguments: ${detail}`);
}

function integer(text: string): bigint | undefined {
  if (!INTEGER.test(text)) return undefined;
  const value = BigInt(text);
  return value > MAX_INT64 || value < -MAX_INT64 - 1n ? undefined : value;
}

/** A JSON value as a parameter. */
function fromJson({ name, kind }: ParamSpec, value: unknown): ParamValue {
  if (value === undefined || value === null) return undefined;
  if (kind === "bool") {
    if (typeof value === "boolean") return value;
    throw bad("json", `${name}: expected true or false`);
  }
  if (kind === "integer") {
    const text = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
    const found = typeof text === "string" ? integer(text) : undefined;
    if (found === undefined) throw bad("json", `${name}: expected a 64-bit integer`);
    return found;
  }
  if (typeof value !== "string") throw bad("json", `${name}: expected a string`);
  if (kind === "string") return value;
  if (kind === "hex") {
    if (!HEX.test(value)) throw bad("json", `${name}: expected hex`);
    return Buffer.from(value, "hex");
  }
  // Buffer takes anything for base64: only what it would write itself is.
  const bytes = Buffer.from(value, "base64");
  if (bytes.toString("base64") !== value) throw bad("json", `${name}: expected base64`);
  return bytes;
}

/** @throws RpcError -32602. */
export function paramsFromJson(specs: readonly ParamSpec[], params: unknown): ParamValue[] {
  if (params === undefined || params === null) return specs.map(() => undefined);
  if (Array.isArray(params)) {
    if (params.length !== specs.length && params.length > 0) {
      const names = specs.map(({ name }) => name).join(" ");
      throw bad("json", `expected ${specs.length} parameters ([${names}]), got ${params.length}`);
    }
    return specs.map((spec, i) => fromJson(spec, params[i]));
  }
  if (typeof params !== "object") {
    throw bad("json", "unknown type for JSON params. Expected map or array");
  }
  const given = params as Record<string, unknown>;
  return specs.map((spec) => fromJson(spec, Object.hasOwn(given, spec.name) ? given[spec.name] : undefined));
}

function unquote(text: string): string | undefined {
  if (!text.startsWith('"') || !text.endsWith('"') || text.length < 2) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

function fromUri({ name, kind }: ParamSpec, text: string): ParamValue {
  if (kind === "integer") {
    const found = integer(unquote(text) ?? text);
    if (found === undefined) throw bad("http", `${name}: expected a 64-bit integer`);
    return found;
  }
  if (kind === "bool") {
    if (text === "true" || text === "false") return text === "true";
    throw bad("http", `${name}: expected true or false`);
  }
  if (/^0x/i.test(text)) {
    const digits = text.slice(2);
    if (!HEX.test(digits)) throw bad("http", `${name}: expected hex after 0x`);
    const bytes = Buffer.from(digits, "hex");
    return kind === "string" ? bytes.toString("utf8") : bytes;
  }
  const value = unquote(text);
  if (value === undefined) throw bad("http", `${name}: expected a "quoted" text or 0x and hex`);
  return kind === "string" ? value : Buffer.from(value, "utf8");
}

/** An empty parameter is an absent one. @throws RpcError -32602. */
export function paramsFromUri(specs: readonly ParamSpec[], query: URLSearchParams): ParamValue[] {
  return specs.map((spec) => {
    const text = query.get(spec.name);
    return text === null || text === "" ? undefined : fromUri(spec, text);
  });
}
