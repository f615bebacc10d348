/**
 * Message to canonical bytes, in two passes: sizes first, so that the second pass writes each byte once.
 *
 * @module
 */

import { shortBytes } from "@assay/primitives/pool";
import { utf8Length } from "@assay/primitives/utf8";
import { WireError } from "./errors.ts";
import type { FieldType, MessageType } from "./message-type.ts";
import { writeUtf8 } from "./utf8.ts";

/** Deepest nesting that is written or read (Cosmos SDK bounds `Any` at 64 too). */
export const MAX_DEPTH = 64;

const WIRE_VARINT = 0;
const WIRE_FIXED64 = 1;
const WIRE_BYTES = 2;
const WIRE_FIXED32 = 5;

/** Wire type of a field's single value. */
export function wireTypeOf(field: FieldType): number {
  switch (field.kind) {
    case "fixed64":
    case "sfixed64":
      return WIRE_FIXED64;
    case "fixed32":
      return WIRE_FIXED32;
    case "bytes":
    case "string":
    case "message":
      return WIRE_BYTES;
    default:
      return WIRE_VARINT;
  }
}

/** Repeated numbers travel packed: one length, then the values. */
export function isPackable(field: FieldType): boolean {
  return wireTypeOf(field) !== WIRE_BYTES;
}

function varintSize(value: number): number {
  let size = 1;
  let rest = value;
  while (rest >= 0x80) {
    rest = Math.floor(rest / 128);
    size++;
  }
  return size;
}

function varintSize64(value: bigint): number {
  if (value < 0x8000000000000000n && value <= 0x1fffffffffffffn) return varintSize(Number(value));
  let size = 0;
  let rest = value;
  do {
    rest >>= 7n;
    size++;
  } while (rest > 0n);
  return size;
}

const tagSize = (no: number): number => varintSize(no * 8);

function refuse(field: FieldType, why: string): never {
  throw new WireError("range", `${field.protoName}: ${why}`);
}

/** Value to the unsigned number that a varint carries. */
function varintValue(field: FieldType, value: unknown): bigint | number {
  switch (field.kind) {
    case "bool":
      if (typeof value !== "boolean") refuse(field, "must be a boolean");
      return value ? 1 : 0;
    case "uint32":
      if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > 0xffffffff) {
        refuse(field, "must be a 32-bit unsigned integer");
      }
      return value as number;
    case "enum":
    case "int32":
      if (typeof value !== "number" || (value | 0) !== value) refuse(field, "must be a 32-bit integer");
      return (value as number) < 0 ? BigInt.asUintN(64, BigInt(value as number)) : (value as number);
    case "uint64":
      if (typeof value !== "bigint" || value < 0n || value > 0xffffffffffffffffn) {
        refuse(field, "must be a 64-bit unsigned bigint");
      }
      return value as bigint;
    case "int64":
      if (typeof value !== "bigint" || BigInt.asIntN(64, value) !== value)
        refuse(field, "must be a 64-bit bigint");
      return BigInt.asUintN(64, value as bigint);
    default:
      return refuse(field, "is not a varint");
  }
}

const sizeOfVarint = (value: bigint | number): number =>
  typeof value === "number" ? varintSize(value) : varintSize64(value);

/** True where proto3 leaves a singular field out. */
function isDefault(field: FieldType, value: unknown): boolean {
  switch (field.kind) {
    case "message":
      return value === undefined;
    case "string":
      return value === "";
    case "bytes":
      return (value as Uint8Array).length === 0;
    case "bool":
      return value === false;
    case "uint64":
    case "int64":
    case "fixed64":
    case "sfixed64":
      return value === 0n;
    default:
      return value === 0;
  }
}

function sizeOfValue(field: FieldType, value: unknown, sizes: number[], depth: number): number {
  switch (field.kind) {
    case "string": {
      if (typeof value !== "string") refuse(field, "must be text");
      const length = utf8Length(value as string);
      sizes.push(length);
      return varintSize(length) + length;
    }
    case "bytes": {
      if (!(value instanceof Uint8Array)) refuse(field, "must be bytes");
      return varintSize((value as Uint8Array).length) + (value as Uint8Array).length;
    }
    case "message": {
      const slot = sizes.length;
      sizes.push(0);
      const length = sizeOfMessage(field.message!(), value as object, sizes, depth + 1);
      sizes[slot] = length;
      return varintSize(length) + length;
    }
    case "fixed64":
    case "sfixed64":
      return 8;
    case "fixed32":
      return 4;
    default:
      return sizeOfVarint(varintValue(field, value));
  }
}

function sizeOfMessage(type: MessageType<object>, message: object, sizes: number[], depth: number): number {
  if (depth > MAX_DEPTH) throw new WireError("depth", `${type.typeName} is nested deeper than ${MAX_DEPTH}`);
  let size = 0;
  const values = message as Record<string, unknown>;
  for (const field of type.fields) {
    const value = values[field.name];
    if (field.repeated) {
      const items = value as unknown[] | undefined;
      if (items === undefined || items.length === 0) continue;
      if (isPackable(field)) {
        const slot = sizes.length;
        sizes.push(0);
        let body = 0;
        for (const item of items) body += sizeOfValue(field, item, sizes, depth);
        sizes[slot] = body;
        size += tagSize(field.no) + varintSize(body) + body;
      } else {
        for (const item of items) size += tagSize(field.no) + sizeOfValue(field, item, sizes, depth);
      }
    } else {
      if (value === undefined || value === null) continue;
      if (!field.explicit && isDefault(field, value)) continue;
      size += tagSize(field.no) + sizeOfValue(field, value, sizes, depth);
    }
  }
  return size;
}

class Writer {
  readonly bytes: Uint8Array;
  readonly sizes: readonly number[];
  private at = 0;
  private next = 0;

  constructor(length: number, sizes: readonly number[]) {
    this.bytes = shortBytes(length);
    this.sizes = sizes;
  }

  takeSize(): number {
    return this.sizes[this.next++]!;
  }

  varint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.bytes[this.at++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.at++] = rest;
  }

  varint64(value: bigint): void {
    let rest = value;
    while (rest >= 0x80n) {
      this.bytes[this.at++] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    this.bytes[this.at++] = Number(rest);
  }

  raw(value: Uint8Array): void {
    this.bytes.set(value, this.at);
    this.at += value.length;
  }

  text(value: string): void {
    this.at = writeUtf8(value, this.bytes, this.at);
  }

  fixed(value: bigint, length: number): void {
    let rest = BigInt.asUintN(64, value);
    for (let i = 0; i < length; i++) {
      this.bytes[this.at++] = Number(rest & 0xffn);
      rest >>= 8n;
    }
  }
}

function writeValue(w: Writer, field: FieldType, value: unknown): void {
  switch (field.kind) {
    case "string":
      w.varint(w.takeSize());
      w.text(value as string);
      return;
    case "bytes":
      w.varint((value as Uint8Array).length);
      w.raw(value as Uint8Array);
      return;
    case "message":
      w.varint(w.takeSize());
      writeMessage(w, field.message!(), value as object);
      return;
    case "fixed64":
    case "sfixed64": {
      const signed = field.kind === "sfixed64";
      if (
        typeof value !== "bigint" ||
        (signed ? BigInt.asIntN(64, value) : BigInt.asUintN(64, value)) !== value
      ) {
        refuse(field, "must be a 64-bit bigint");
      }
      w.fixed(value as bigint, 8);
      return;
    }
    case "fixed32":
      w.fixed(BigInt(value as number), 4);
      return;
    default: {
      const n = varintValue(field, value);
      if (typeof n === "number") w.varint(n);
      else w.varint64(n);
    }
  }
}

function writeMessage(w: Writer, type: MessageType<object>, message: object): void {
  const values = message as Record<string, unknown>;
  for (const field of type.fields) {
    const value = values[field.name];
    if (field.repeated) {
      const items = value as unknown[] | undefined;
      if (items === undefined || items.length === 0) continue;
      if (isPackable(field)) {
        w.varint(field.no * 8 + WIRE_BYTES);
        w.varint(w.takeSize());
        for (const item of items) writeValue(w, field, item);
      } else {
        for (const item of items) {
          w.varint(field.no * 8 + wireTypeOf(field));
          writeValue(w, field, item);
        }
      }
    } else {
      if (value === undefined || value === null) continue;
      if (!field.explicit && isDefault(field, value)) continue;
      w.varint(field.no * 8 + wireTypeOf(field));
      writeValue(w, field, value);
    }
  }
}

/**
 * Canonical bytes of a message.
 * @throws WireError where a value does not fit its field (a caller's bug, or text with a lone surrogate).
 */
export function encodeMessage<T extends object>(type: MessageType<T>, message: T): Uint8Array {
  const sizes: number[] = [];
  const untyped = type as unknown as MessageType<object>;
  const length = sizeOfMessage(untyped, message, sizes, 0);
  const w = new Writer(length, sizes);
  writeMessage(w, untyped, message);
  return w.bytes;
}
