/**
 * Message to canonical bytes, in one pass: a length is written once what it counts is there, and what is long enough to
 * need more than a byte for it moves by that much.
 *
 * @module
 */
import { shortBytes } from "@assay/primitives/pool";
import { WireError } from "./errors.ts";
import type { FieldType, MessageType, PlannedField } from "./message-type.ts";
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

/** Memory that messages are written into before their length is known, and that is kept for the next one up to here. */
const FIRST_BYTES = 4096;
const MAX_KEPT_BYTES = 4 << 20;
/** Undefined while it is in use: whoever encodes within an encoding takes memory of its own. */
let kept: Uint8Array | undefined;

class Writer {
  bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  room(more: number): void {
    if (this.at + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.at + more));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
  }

  /** Up to 53 bits. */
  varint(value: number): void {
    this.room(8);
    let rest = value;
    while (rest >= 0x80) {
      this.bytes[this.at++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.at++] = rest;
  }

  varint64(value: bigint): void {
    if (value <= 0x1f_ffff_ffff_ffffn) {
      this.varint(Number(value));
      return;
    }
    this.room(10);
    let rest = value;
    while (rest >= 0x80n) {
      this.bytes[this.at++] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    this.bytes[this.at++] = Number(rest);
  }

  /** Leaves a byte for the length of what comes; returns where that begins. */
  open(): number {
    this.room(1);
    return ++this.at;
  }

  /** Puts the length of what came since `open` before it. */
  close(start: number): void {
    const length = this.at - start;
    if (length < 0x80) {
      this.bytes[start - 1] = length;
      return;
    }
    let more = 0;
    for (let rest = length; rest >= 0x80; rest = Math.floor(rest / 128)) more++;
    this.room(more);
    this.bytes.copyWithin(start + more, start, this.at);
    const end = this.at + more;
    this.at = start - 1;
    this.varint(length);
    this.at = end;
  }

  raw(value: Uint8Array): void {
    this.varint(value.length);
    this.room(value.length);
    this.bytes.set(value, this.at);
    this.at += value.length;
  }

  text(value: string): void {
    const start = this.open();
    // A code unit is three bytes at most.
    this.room(3 * value.length);
    this.at = writeUtf8(value, this.bytes, this.at);
    this.close(start);
  }

  fixed(value: bigint, length: number): void {
    this.room(length);
    let rest = BigInt.asUintN(64, value);
    for (let i = 0; i < length; i++) {
      this.bytes[this.at++] = Number(rest & 0xffn);
      rest >>= 8n;
    }
  }
}

function writeValue(w: Writer, field: PlannedField, value: unknown, depth: number): void {
  switch (field.kind) {
    case "string":
      if (typeof value !== "string") refuse(field, "must be text");
      w.text(value as string);
      return;
    case "bytes":
      if (!(value instanceof Uint8Array)) refuse(field, "must be bytes");
      w.raw(value as Uint8Array);
      return;
    case "message": {
      const start = w.open();
      writeMessage(w, field.message!(), value as object, depth + 1);
      w.close(start);
      return;
    }
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

function writeMessage(w: Writer, type: MessageType<object>, message: object, depth: number): void {
  if (depth > MAX_DEPTH) throw new WireError("depth", `${type.typeName} is nested deeper than ${MAX_DEPTH}`);
  const values = message as Record<string, unknown>;
  for (const field of type.fields) {
    const value = values[field.name];
    if (value === undefined || value === null) continue;
    if (!field.repeated) {
      if (!field.explicit && isDefault(field, value)) continue;
      w.varint(field.no * 8 + field.wire);
      writeValue(w, field, value, depth);
      continue;
    }
    const items = value as unknown[];
    if (items.length === 0) continue;
    if (field.packable) {
      w.varint(field.no * 8 + WIRE_BYTES);
      const start = w.open();
      for (const item of items) writeValue(w, field, item, depth);
      w.close(start);
    } else {
      for (const item of items) {
        w.varint(field.no * 8 + field.wire);
        writeValue(w, field, item, depth);
      }
    }
  }
}

/**
 * Canonical bytes of a message.
 * @throws WireError where a value does not fit its field (a caller's bug, or text with a lone surrogate).
 */
export function encodeMessage<T extends object>(type: MessageType<T>, message: T): Uint8Array {
  const w = new Writer(kept ?? new Uint8Array(FIRST_BYTES));
  kept = undefined;
  try {
    writeMessage(w, type as unknown as MessageType<object>, message, 0);
    const bytes = shortBytes(w.at);
    bytes.set(w.bytes.subarray(0, w.at));
    return bytes;
  } finally {
    if (w.bytes.length <= MAX_KEPT_BYTES) kept = w.bytes;
  }
}
