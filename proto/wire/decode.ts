/**
 * Bytes to message, in one pass by descriptors.
 *
 * Decoding is consensus: two nodes that read one byte string must agree whether it is a message, and a message must
 * have one spelling. So the strict reader takes exactly what `encodeMessage` writes: minimal varints, ascending known
 * fields with their own wire type, packed numbers, no default values, well-formed UTF-8, depth at most 64. Depth is
 * bounded by a count, never by the host's stack.
 *
 * @module
 */
import { MAX_DEPTH } from "./encode.ts";
import { WireError } from "./errors.ts";
import type { FieldType, MessageType } from "./message-type.ts";
import { utf8ToString } from "./utf8.ts";

class Cursor {
  readonly bytes: Uint8Array;
  readonly strict: boolean;
  at = 0;

  constructor(bytes: Uint8Array, strict: boolean) {
    this.bytes = bytes;
    this.strict = strict;
  }

  /** A varint that must fit 53 bits: tags, lengths and 32-bit values. @throws WireError */
  varint(end: number): number {
    const bytes = this.bytes;
    if (this.at >= end) throw new WireError("truncated", "varint");
    let byte = bytes[this.at++]!;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    let scale = 128;
    for (let i = 1; i < 10; i++) {
      if (this.at >= end) throw new WireError("truncated", "varint");
      byte = bytes[this.at++]!;
      if (i < 7) value += (byte & 0x7f) * scale;
      else if (byte & 0x7f) throw new WireError("range", "varint is too large for its place");
      scale *= 128;
      if (byte < 0x80) {
        if (byte === 0 && this.strict) throw new WireError("varint", "not minimal");
        return value;
      }
    }
    throw new WireError("varint", "longer than 10 bytes");
  }

  /** A varint of 64 bits, unsigned. @throws WireError */
  varint64(end: number): bigint {
    const bytes = this.bytes;
    // Most are small: a number does.
    if (this.at < end && bytes[this.at]! < 0x80) return BigInt(bytes[this.at++]!);
    let low = 0;
    let high = 0;
    for (let i = 0; i < 10; i++) {
      if (this.at >= end) throw new WireError("truncated", "varint");
      const byte = bytes[this.at++]!;
      const part = byte & 0x7f;
      if (i < 4) low |= part << (7 * i);
      else if (i === 4) {
        low = (low | ((part & 0x0f) << 28)) >>> 0;
        high = part >> 4;
      } else if (i < 9) high = (high | (part << (7 * i - 32))) >>> 0;
      else {
        if (byte > 1) throw new WireError("varint", "more than 64 bits");
        high = (high | (part << 31)) >>> 0;
      }
      if (byte < 0x80) {
        if (byte === 0 && i > 0 && this.strict) throw new WireError("varint", "not minimal");
        return high === 0 ? BigInt(low) : (BigInt(high) << 32n) | BigInt(low);
      }
    }
    throw new WireError("varint", "longer than 10 bytes");
  }

  fixed64(end: number): bigint {
    if (this.at + 8 > end) throw new WireError("truncated", "fixed64");
    let value = 0n;
    for (let i = 7; i >= 0; i--) value = (value << 8n) | BigInt(this.bytes[this.at + i]!);
    this.at += 8;
    return value;
  }

  fixed32(end: number): number {
    if (this.at + 4 > end) throw new WireError("truncated", "fixed32");
    let value = 0;
    for (let i = 3; i >= 0; i--) value = value * 256 + this.bytes[this.at + i]!;
    this.at += 4;
    return value;
  }

  /** Length prefix; returns the end of what follows. @throws WireError where it passes `end`. */
  span(end: number): number {
    const length = this.varint(end);
    if (length > end - this.at) throw new WireError("truncated", "length passes the end");
    return this.at + length;
  }
}

function readScalar(c: Cursor, field: FieldType, end: number): unknown {
  switch (field.kind) {
    case "string": {
      const stop = c.span(end);
      const text = utf8ToString(c.bytes, c.at, stop);
      c.at = stop;
      return text;
    }
    case "bytes": {
      const stop = c.span(end);
      // The ledger keeps what it decodes, and copies of parts of it cost as much as the rest of the decoding. A
      // client's message must not change when its caller reuses the buffer.
      const value = c.strict
        ? new Uint8Array(c.bytes.buffer, c.bytes.byteOffset + c.at, stop - c.at)
        : c.bytes.slice(c.at, stop);
      c.at = stop;
      return value;
    }
    case "bool": {
      if (c.at < end && c.bytes[c.at]! < 2) return c.bytes[c.at++] === 1;
      const value = c.varint64(end);
      if (value > 1n && c.strict) throw new WireError("range", `${field.protoName} is no boolean`);
      return value !== 0n;
    }
    case "uint32": {
      const value = c.varint(end);
      if (value > 0xffffffff) throw new WireError("range", `${field.protoName} is over 32 bits`);
      return value;
    }
    case "enum":
    case "int32": {
      if (c.at < end && c.bytes[c.at]! < 0x80) return c.bytes[c.at++];
      const value = BigInt.asIntN(64, c.varint64(end));
      if (BigInt.asIntN(32, value) !== value)
        throw new WireError("range", `${field.protoName} is over 32 bits`);
      return Number(value);
    }
    case "uint64":
      return c.varint64(end);
    case "int64":
      return BigInt.asIntN(64, c.varint64(end));
    case "fixed64":
      return c.fixed64(end);
    case "sfixed64":
      return BigInt.asIntN(64, c.fixed64(end));
    case "fixed32":
      return c.fixed32(end);
    default:
      throw new WireError("wire_type", field.protoName);
  }
}

function isDefaultScalar(value: unknown): boolean {
  return value === "" || value === 0 || value === 0n || value === false || (value as Uint8Array).length === 0;
}

/** Skips a field that this version does not know (lenient reading only). Groups are refused: they recurse. */
function skip(c: Cursor, wire: number, end: number): void {
  if (wire === 0) c.varint64(end);
  else if (wire === 1) c.fixed64(end);
  else if (wire === 2) c.at = c.span(end);
  else if (wire === 5) c.fixed32(end);
  else throw new WireError("wire_type", `wire type ${wire}`);
}

function readMessage(c: Cursor, type: MessageType<object>, end: number, depth: number): object {
  if (depth > MAX_DEPTH) throw new WireError("depth", `nested deeper than ${MAX_DEPTH}`);
  const message = type.create() as Record<string, unknown>;
  const strict = c.strict;
  let last = 0;
  let seenOneofs = 0;
  while (c.at < end) {
    const tag = c.varint(end);
    if (tag > 0xffffffff) throw new WireError("tag", "over 32 bits");
    const wire = tag & 7;
    const no = tag >>> 3;
    if (no === 0) throw new WireError("tag", "field number 0");
    const field = no < 64 ? type.byNumber[no] : type.fields.find((f) => f.no === no);
    if (field === undefined) {
      if (strict) throw new WireError("unknown_field", `${type.typeName} has no field ${no}`);
      skip(c, wire, end);
      continue;
    }
    if (strict) {
      if (no < last) throw new WireError("order", `${type.typeName}.${field.protoName} is out of order`);
      if (no === last && (!field.repeated || field.packable)) {
        throw new WireError("order", `${type.typeName}.${field.protoName} comes twice`);
      }
      if ((seenOneofs & field.oneofBit) !== 0) {
        throw new WireError("oneof", `${type.typeName}.${field.oneof} is set twice`);
      }
      seenOneofs |= field.oneofBit;
    } else if (field.oneof !== undefined) {
      for (const other of type.fields) if (other.oneof === field.oneof) message[other.name] = undefined;
    }
    last = no;

    if (field.repeated && field.packable) {
      if (wire === 2) {
        const stop = c.span(end);
        const items = message[field.name] as unknown[];
        if (strict && c.at === stop) throw new WireError("default_value", `${field.protoName} is empty`);
        while (c.at < stop) items.push(readScalar(c, field, stop));
      } else if (!strict && wire === field.wire) {
        (message[field.name] as unknown[]).push(readScalar(c, field, end));
      } else throw new WireError("packed", `${type.typeName}.${field.protoName} is not packed`);
      continue;
    }
    if (wire !== field.wire) {
      throw new WireError("wire_type", `${type.typeName}.${field.protoName} has wire type ${wire}`);
    }
    let value: unknown;
    if (field.kind === "message") {
      const stop = c.span(end);
      value = readMessage(c, field.message!(), stop, depth + 1);
      if (c.at !== stop) throw new WireError("truncated", `${type.typeName}.${field.protoName}`);
    } else {
      value = readScalar(c, field, end);
      if (strict && !field.repeated && !field.explicit && isDefaultScalar(value)) {
        throw new WireError("default_value", `${type.typeName}.${field.protoName} holds its default`);
      }
    }
    if (field.repeated) (message[field.name] as unknown[]).push(value);
    else message[field.name] = value;
  }
  return message;
}

/**
 * Reads one message that fills the bytes.
 * @param strict refuse every spelling but the canonical one (the ledger), or skip unknown fields (clients).
 * @throws WireError and nothing else.
 */
export function decodeMessage<T extends object>(type: MessageType<T>, bytes: Uint8Array, strict: boolean): T {
  const c = new Cursor(bytes, strict);
  return readMessage(c, type as unknown as MessageType<object>, bytes.length, 0) as T;
}
