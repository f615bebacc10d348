/**
 * Protobuf fields of an untrusted model file, one at a time and without recursion: a nested message is a span that the
 * caller opens if it wants to, so depth is what the caller's code says and never what the file says.
 *
 * @module
 */
import { utf8ToString } from "@assay/primitives/utf8";
import { ensure } from "./refusal.ts";

/** One field as it stands in the file. */
export interface Field {
  readonly number: number;
  /** 0 varint, 1 eight bytes, 2 a span, 5 four bytes. */
  readonly wire: number;
  /** Of a varint; 0n otherwise. */
  readonly value: bigint;
  /** Where the bytes of a span or of a fixed number begin and end. */
  readonly start: number;
  readonly end: number;
}

export interface Span {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

interface Position {
  at: number;
}

function varint(bytes: Uint8Array, position: Position, end: number): bigint {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    ensure(position.at < end, "malformed", "the file ends within a number");
    const byte = bytes[position.at++]!;
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) {
      ensure(value < 1n << 64n, "malformed", "a number is over 64 bits");
      return value;
    }
  }
  ensure(false, "malformed", "a number is longer than 10 bytes");
}

/** The fields of one message. @throws ModelRefused `malformed` */
export function* fieldsOf({ bytes, start, end }: Span): Generator<Field> {
  const position = { at: start };
  while (position.at < end) {
    const tag = varint(bytes, position, end);
    ensure(tag < 1n << 32n, "malformed", "a field has a number that is too large");
    const number = Number(tag >> 3n);
    const wire = Number(tag & 7n);
    ensure(number > 0, "malformed", "a field has number 0");
    let value = 0n;
    let length = 0;
    if (wire === 0) value = varint(bytes, position, end);
    else if (wire === 1) length = 8;
    else if (wire === 5) length = 4;
    else {
      ensure(wire === 2, "malformed", "a field has a wire type that is not used");
      const declared = varint(bytes, position, end);
      ensure(declared <= BigInt(end - position.at), "malformed", "a field is longer than what holds it");
      length = Number(declared);
    }
    ensure(length <= end - position.at, "malformed", "the file ends within a number");
    const from = position.at;
    position.at += length;
    yield { number, wire, value, start: from, end: position.at };
  }
}

/** A nested message. @throws ModelRefused `malformed` */
export function spanOf(bytes: Uint8Array, field: Field): Span {
  ensure(field.wire === 2, "malformed", `field ${field.number} is not a message`);
  return { bytes, start: field.start, end: field.end };
}

/** @throws ModelRefused `malformed` for bad UTF-8, `too_many` for a text over the limit (in bytes). */
export function textOf(bytes: Uint8Array, field: Field, maxBytes: number): string {
  ensure(field.wire === 2, "malformed", `field ${field.number} is not text`);
  ensure(field.end - field.start <= maxBytes, "too_many", "a name or text is too long");
  const text = utf8ToString(bytes, field.start, field.end);
  ensure(text !== undefined, "malformed", "a text is not UTF-8");
  return text;
}

/** A signed number. @throws ModelRefused `malformed` */
export function intOf(field: Field): bigint {
  ensure(field.wire === 0, "malformed", `field ${field.number} is not a number`);
  return BigInt.asIntN(64, field.value);
}

/** Signed numbers of one occurrence of a repeated field, packed or not. @throws ModelRefused */
export function intsOf(bytes: Uint8Array, field: Field, max: number): bigint[] {
  if (field.wire === 0) return [intOf(field)];
  ensure(field.wire === 2, "malformed", `field ${field.number} is not numbers`);
  const position = { at: field.start };
  const values: bigint[] = [];
  while (position.at < field.end) {
    ensure(values.length < max, "too_many", "a list of numbers is too long");
    values.push(BigInt.asIntN(64, varint(bytes, position, field.end)));
  }
  return values;
}
