/**
 * Proto3 JSON's own forms: an `Any` as its message with `@type`, a time as RFC 3339, a duration in seconds.
 *
 * @module
 */
import { MESSAGE_TYPES } from "@assay/proto/gen/api/types";
import { Any } from "@assay/proto/gen/google/protobuf/any";
import { Duration } from "@assay/proto/gen/google/protobuf/duration";
import { Timestamp } from "@assay/proto/gen/google/protobuf/timestamp";
import { fromBase64 } from "@assay/proto/wire/base64";
import { WireError } from "@assay/proto/wire/errors";
import {
  type Json,
  JsonShapeError,
  messageFromJson,
  messageToJson,
  type SpecialForms,
} from "@assay/proto/wire/json";
import type { MessageType } from "@assay/proto/wire/message-type";

/** How deep one `Any` may lie in another and still be opened. */
const MAX_DEPTH = 8;

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
const typesByUrl = new Map<string, MessageType<object>>(MESSAGE_TYPES.map((type) => [type.typeUrl, type]));
const is = (type: MessageType<object>, other: { readonly typeName: string }): boolean =>
  type.typeName === other.typeName;

/** What is inside, or undefined for a type that nobody here knows or bytes that are none of it. */
function opened({ typeUrl, value }: Any): { type: MessageType<object>; message: object } | undefined {
  const type = typesByUrl.get(typeUrl);
  if (type === undefined) return undefined;
  try {
    return { type, message: type.fromBytes(value) };
  } catch (error) {
    if (error instanceof WireError) return undefined;
    throw error;
  }
}

function anyToJson(any: Any, depth: number): Json {
  const inner = depth < MAX_DEPTH ? opened(any) : undefined;
  if (inner === undefined) return { "@type": any.typeUrl, value: base64(any.value) };
  const fields = messageToJson(inner.type, inner.message, "base64", specialForms(depth + 1));
  return { "@type": any.typeUrl, ...(fields as { [key: string]: Json }) };
}

function anyFromJson(json: Json, path: string, depth: number): Any {
  if (json === null || typeof json !== "object" || Array.isArray(json)) {
    throw new JsonShapeError(path, "an object with @type");
  }
  const { "@type": typeUrl, ...fields } = json;
  if (typeof typeUrl !== "string") throw new JsonShapeError(`${path}.@type`, "the name of a type");
  const type = depth < MAX_DEPTH ? typesByUrl.get(typeUrl) : undefined;
  if (type !== undefined) {
    const message = messageFromJson(type, fields, path, "base64", specialForms(depth + 1));
    return { typeUrl, value: type.toBytes(message) };
  }
  const value = typeof fields.value === "string" ? fromBase64(fields.value) : undefined;
  if (value === undefined) throw new JsonShapeError(`${path}.@type`, "a type that this node knows");
  return { typeUrl, value };
}

/** 0, 3, 6 or 9 digits of a second. */
function fraction(nanos: number): string {
  if (nanos === 0) return "";
  return `.${String(nanos)
    .padStart(9, "0")
    .replace(/(000){1,2}$/, "")}`;
}

/** The years that RFC 3339 can write, in seconds since 1970. */
const FIRST_SECOND = -62_135_596_800n;
const LAST_SECOND = 253_402_300_799n;

function timeToJson({ seconds, nanos }: Timestamp): Json {
  const isTime = seconds >= FIRST_SECOND && seconds <= LAST_SECOND && nanos >= 0 && nanos < 1e9;
  if (!isTime) return null;
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}${fraction(nanos)}Z`;
}

function timeFromJson(json: Json, path: string): Timestamp {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?Z$/.exec(String(json));
  const ms = match === null ? Number.NaN : Date.parse(`${match[1]}Z`);
  if (match === null || Number.isNaN(ms)) throw new JsonShapeError(path, "a time in RFC 3339, in UTC");
  return { seconds: BigInt(ms / 1000), nanos: Number((match[2] ?? "").padEnd(9, "0")) };
}

function durationToJson({ seconds, nanos }: Duration): Json {
  const sign = seconds < 0n || nanos < 0 ? "-" : "";
  return `${sign}${seconds < 0n ? -seconds : seconds}${fraction(Math.abs(nanos))}s`;
}

function durationFromJson(json: Json, path: string): Duration {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?s$/.exec(String(json));
  if (match === null) throw new JsonShapeError(path, "a duration like 1.5s");
  const nanos = Number((match[3] ?? "").padEnd(9, "0"));
  return match[1] === "-"
    ? { seconds: -BigInt(match[2]!), nanos: nanos === 0 ? 0 : -nanos }
    : { seconds: BigInt(match[2]!), nanos };
}

function specialForms(depth: number): SpecialForms {
  return {
    base64,
    toJson(type, message) {
      if (is(type, Any)) return anyToJson(message as Any, depth);
      if (is(type, Timestamp)) return timeToJson(message as Timestamp);
      if (is(type, Duration)) return durationToJson(message as Duration);
      return undefined;
    },
    fromJson(type, json, path) {
      if (is(type, Any)) return anyFromJson(json, path, depth);
      if (is(type, Timestamp)) return timeFromJson(json, path);
      if (is(type, Duration)) return durationFromJson(json, path);
      return undefined;
    },
  };
}

const FORMS = specialForms(0);

export const toGatewayJson = (type: MessageType<object>, message: object): Json =>
  messageToJson(type, message, "base64", FORMS);

/** @throws JsonShapeError with the path of the first thing that does not fit. */
export const fromGatewayJson = (type: MessageType<object>, json: Json): object =>
  messageFromJson(type, json, type.typeName, "base64", FORMS);
