/**
 * Events: what a block tells the world. An event is encoded once, to the bytes that the engine keeps and serves.
 *
 * @module
 */
import { BytePool } from "@assay/primitives/pool";
import { writeUtf8 } from "@assay/primitives/utf8";
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

/** Events lie here one behind the other: memory of its own for each would cost as much as writing it. */
const pool = new BytePool(64 * 1024);

/**
 * By hand and in one pass, since a block's events are most of what a block writes: the codec of descriptors takes three
 * times as long. `kernel.test.ts` holds the two against each other.
 */
function eventBytes(type: string, attributes: readonly Attribute[]): Uint8Array {
  let bound = 3 * type.length + 16;
  for (const { key, value } of attributes) bound += 3 * (key.length + value.length) + 32;
  const { bytes: into, start: begin } = pool.reserve(bound);
  let at = writeText(into, begin, TYPE, type);
  for (const { key, value } of attributes) {
    into[at] = ATTRIBUTE;
    const start = at + 2;
    let end = writeText(into, writeText(into, start, KEY, key), VALUE, value);
    into[end++] = INDEX;
    into[end++] = 1;
    at = putLength(into, start, end);
  }
  return pool.take(at - begin);
}

/** Empty text is not written. */
function writeText(into: Uint8Array, at: number, tag: number, text: string): number {
  if (text.length === 0) return at;
  into[at] = tag;
  const end = writeUtf8(text, into, at + 2);
  assert(end >= 0, "an event's text holds half a character");
  return putLength(into, at + 2, end);
}

/** Puts the length of what lies from `start` to `end` before it, where one byte was left free; returns the new end. */
function putLength(into: Uint8Array, start: number, end: number): number {
  let rest = end - start;
  let more = 0;
  for (let high = rest >>> 7; high > 0; high >>>= 7) more++;
  if (more > 0) into.copyWithin(start + more, start, end);
  let at = start - 1;
  for (; rest >= 0x80; rest >>>= 7) into[at++] = (rest & 0x7f) | 0x80;
  into[at] = rest;
  return end + more;
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
