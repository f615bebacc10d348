/**
 * Events: what a block tells the world. An event is encoded once, to the bytes that the engine keeps and serves.
 *
 * @module
 */
import { utf8Length, writeUtf8 } from "@assay/primitives/utf8";
import type { MessageType } from "@assay/proto/wire/message-type";
import { assert } from "./assert.ts";

export interface Attribute {
  readonly key: string;
  readonly value: string;
}

export interface EncodedEvent {
  readonly type: string;
  readonly attributes: readonly Attribute[];
  /** `tendermint.abci.Event`, every attribute indexed. */
  readonly bytes: Uint8Array;
}

/** An event from its type and attributes, encoded now and never again. */
export function encodeEvent(type: string, attributes: readonly Attribute[]): EncodedEvent {
  return { type, attributes, bytes: eventBytes(type, attributes) };
}

// Tags of `tendermint.abci.Event` and `EventAttribute`.
const TYPE = 0x0a;
const ATTRIBUTE = 0x12;
const KEY = 0x0a;
const VALUE = 0x12;
const INDEX = 0x18;

/**
 * By hand, since a block's events are most of what a block writes: the codec of descriptors takes twice the time.
 * `kernel.test.ts` holds the two against each other.
 */
function eventBytes(type: string, attributes: readonly Attribute[]): Uint8Array {
  const typeLength = utf8Length(type);
  let size = fieldSize(typeLength);
  const lengths: number[] = [];
  for (const { key, value } of attributes) {
    const keyLength = utf8Length(key);
    const valueLength = utf8Length(value);
    const length = fieldSize(keyLength) + fieldSize(valueLength) + 2;
    lengths.push(keyLength, valueLength, length);
    size += 1 + varintSize(length) + length;
  }
  const bytes = new Uint8Array(size);
  let at = writeText(bytes, 0, TYPE, type, typeLength);
  let i = 0;
  for (const { key, value } of attributes) {
    bytes[at++] = ATTRIBUTE;
    at = writeVarint(bytes, at, lengths[i + 2]!);
    at = writeText(bytes, at, KEY, key, lengths[i]!);
    at = writeText(bytes, at, VALUE, value, lengths[i + 1]!);
    bytes[at++] = INDEX;
    bytes[at++] = 1;
    i += 3;
  }
  return bytes;
}

function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 0x80; rest >>>= 7) size++;
  return size;
}

/** Empty text is not written. */
const fieldSize = (length: number): number => (length === 0 ? 0 : 1 + varintSize(length) + length);

function writeVarint(into: Uint8Array, at: number, value: number): number {
  let o = at;
  let rest = value;
  for (; rest >= 0x80; rest >>>= 7) into[o++] = (rest & 0x7f) | 0x80;
  into[o++] = rest;
  return o;
}

function writeText(into: Uint8Array, at: number, tag: number, text: string, length: number): number {
  if (length === 0) return at;
  into[at] = tag;
  const end = writeUtf8(text, into, writeVarint(into, at + 1, length));
  assert(end >= 0, "an event's text holds half a character");
  return end;
}

const names = new WeakMap<object, string>();

/** `assay.data.v1.EventDatasetPublished` is `data.dataset_published`. */
export function eventName<T extends object>(type: MessageType<T>): string {
  let name = names.get(type);
  if (name === undefined) {
    const parts = type.typeName.split(".");
    const last = parts.at(-1)!;
    assert(parts.length === 4 && last.startsWith("Event"), `${type.typeName} is no event`);
    name = `${parts[1]}.${last.slice(5).replace(/[A-Z]/g, (c, i: number) => (i > 0 ? "_" : "") + c.toLowerCase())}`;
    names.set(type, name);
  }
  return name;
}

function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

/** Attributes of a typed event: proto names; bytes in lower hex, numbers in decimal, enums by name. */
export function eventAttributes<T extends object>(type: MessageType<T>, event: T): Attribute[] {
  const values = event as Record<string, unknown>;
  return type.fields.map((field) => {
    const value = values[field.name];
    assert(
      !field.repeated && field.kind !== "message",
      `${type.typeName}.${field.protoName}: events are flat`,
    );
    const text =
      field.kind === "bytes"
        ? hex(value as Uint8Array)
        : field.kind === "enum"
          ? (field.enum!().names[value as number] ?? String(value))
          : String(value);
    return { key: field.protoName, value: text };
  });
}
