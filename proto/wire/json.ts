/**
 * Proto3 JSON as the Cosmos gateway writes it: snake_case names, 64-bit numbers as strings, bytes in base64, enums by
 * name, every field present.
 *
 * @module
 */
import { fromBase64, toBase64 } from "./base64.ts";
import type { FieldType, MessageType } from "./message-type.ts";

export type Json = boolean | null | number | string | Json[] | { [key: string]: Json };

/** How bytes are written: base64 is proto3 JSON; hex is what people and ids use. */
export type BytesForm = "base64" | "hex";

function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

function fromHex(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** The gateway's own forms. With them a field of bytes that is empty is null. */
export interface SpecialForms {
  /** Of an answer's many bytes: whoever has a faster one than ES2022 allows brings it. */
  base64(bytes: Uint8Array): string;
  /** Undefined for a type that is none of them. */
  toJson(type: MessageType<object>, message: object): Json | undefined;
  /** Undefined for a type that is none of them. @throws JsonShapeError where the JSON is not its form. */
  fromJson(type: MessageType<object>, json: Json, path: string): object | undefined;
}

function valueToJson(
  field: FieldType,
  value: unknown,
  form: BytesForm,
  special: SpecialForms | undefined,
): Json {
  switch (field.kind) {
    case "message": {
      const type = field.message!();
      return special?.toJson(type, value as object) ?? messageToJson(type, value as object, form, special);
    }
    case "bytes":
      if (form === "hex") return hex(value as Uint8Array);
      return special === undefined ? toBase64(value as Uint8Array) : special.base64(value as Uint8Array);
    case "enum":
      return field.enum!().names[value as number] ?? (value as number);
    case "uint64":
    case "int64":
    case "fixed64":
    case "sfixed64":
      return String(value);
    default:
      return value as boolean | number | string;
  }
}

/** Message to plain JSON. An absent message is null; an absent oneof member is left out. */
export function messageToJson<T extends object>(
  type: MessageType<T>,
  message: T,
  form: BytesForm = "base64",
  special?: SpecialForms,
): Json {
  const json: { [key: string]: Json } = {};
  const values = message as Record<string, unknown>;
  for (const field of type.fields) {
    const value = values[field.name];
    if (field.repeated) {
      json[field.protoName] = ((value as unknown[] | undefined) ?? []).map((item) =>
        valueToJson(field, item, form, special),
      );
    } else if (value === undefined) {
      if (field.oneof === undefined) json[field.protoName] = null;
    } else if (special !== undefined && field.kind === "bytes" && (value as Uint8Array).length === 0) {
      json[field.protoName] = null;
    } else json[field.protoName] = valueToJson(field, value, form, special);
  }
  return json;
}

/** What JSON was expected and where. */
export class JsonShapeError extends Error {
  constructor(path: string, expected: string) {
    super(`${path}: expected ${expected}`);
    this.name = "JsonShapeError";
  }
}

const INTEGER = /^-?(0|[1-9][0-9]*)$/;
const BOUNDS: Record<string, readonly [bigint, bigint]> = {
  uint32: [0n, 0xffffffffn],
  fixed32: [0n, 0xffffffffn],
  int32: [-0x80000000n, 0x7fffffffn],
  uint64: [0n, 0xffffffffffffffffn],
  fixed64: [0n, 0xffffffffffffffffn],
  int64: [-0x8000000000000000n, 0x7fffffffffffffffn],
  sfixed64: [-0x8000000000000000n, 0x7fffffffffffffffn],
};

/** One value of a field, or of a list. @throws JsonShapeError where the JSON is none of its kind. */
export function valueFromJson(
  field: FieldType,
  json: Json,
  path: string,
  form: BytesForm = "base64",
  special?: SpecialForms,
): unknown {
  switch (field.kind) {
    case "message": {
      const type = field.message!();
      return special?.fromJson(type, json, path) ?? messageFromJson(type, json, path, form, special);
    }
    case "bool":
      if (typeof json !== "boolean") throw new JsonShapeError(path, "true or false");
      return json;
    case "string":
      if (typeof json !== "string") throw new JsonShapeError(path, "text");
      return json;
    case "bytes": {
      if (typeof json !== "string") throw new JsonShapeError(path, `bytes as ${form}`);
      if (form === "hex") {
        if (!/^([0-9a-f]{2})*$/.test(json)) throw new JsonShapeError(path, "lower-case hex");
        return fromHex(json);
      }
      const bytes = fromBase64(json);
      if (bytes === undefined) throw new JsonShapeError(path, "base64");
      return bytes;
    }
    case "enum": {
      const value = typeof json === "string" ? field.enum!().values[json] : json;
      if (typeof value !== "number" || (value | 0) !== value) {
        throw new JsonShapeError(path, `one of ${Object.keys(field.enum!().values).join(", ")}`);
      }
      return value;
    }
    default: {
      const text = typeof json === "number" ? String(json) : json;
      const [low, high] = BOUNDS[field.kind]!;
      if (typeof text !== "string" || !INTEGER.test(text) || text.length > 21) {
        throw new JsonShapeError(path, `a ${field.kind}`);
      }
      const value = BigInt(text);
      if (value < low || value > high) throw new JsonShapeError(path, `a ${field.kind}`);
      return field.kind.endsWith("64") ? value : Number(value);
    }
  }
}

/**
 * JSON to message. Missing fields are defaults; names may be snake_case or camelCase; unknown names are refused, since
 * a misspelt field would silently be a default.
 * @throws JsonShapeError with the path of the first thing that does not fit.
 */
export function messageFromJson<T extends object>(
  type: MessageType<T>,
  json: Json,
  path = type.typeName,
  form: BytesForm = "base64",
  special?: SpecialForms,
): T {
  if (json === null || typeof json !== "object" || Array.isArray(json))
    throw new JsonShapeError(path, "an object");
  const message = type.create() as Record<string, unknown>;
  for (const [key, value] of Object.entries(json)) {
    const field = type.fields.find((f) => f.protoName === key || f.name === key);
    if (field === undefined) throw new JsonShapeError(`${path}.${key}`, "a known field");
    if (value === null || value === undefined) continue;
    const at = `${path}.${key}`;
    if (field.repeated) {
      if (!Array.isArray(value)) throw new JsonShapeError(at, "a list");
      message[field.name] = value.map((item, i) => valueFromJson(field, item, `${at}[${i}]`, form, special));
    } else message[field.name] = valueFromJson(field, value, at, form, special);
  }
  return message as T;
}
