/**
 * The texts of events, found in the bytes of a result without making objects of them.
 *
 * @module
 */

/** A text from `from` to `to`: a type, then for each attribute its key and its value. `event` counts from 0. */
export type PartTaker = (event: number, part: "type" | "key" | "value", from: number, to: number) => void;

// Tags of `tendermint.abci.ExecTxResult`, `Event` and `EventAttribute`.
const EVENTS = 0x3a;
const TYPE = 0x0a;
const ATTRIBUTE = 0x12;
const KEY = 0x0a;
const VALUE = 0x12;
const INDEX = 0x18;

const BYTES_WIRE = 2;

class Fields {
  readonly #bytes: Uint8Array;
  tag: number = 0;
  /** Of a number; the length of anything else. */
  value = 0;
  /** Of the field's bytes; of no meaning for a number. */
  from = 0;
  to = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  #varint(at: number): number {
    let value = 0;
    let scale = 1;
    for (let byte = 0x80; byte >= 0x80; scale *= 128) {
      byte = this.#bytes[at++] ?? 0;
      value += (byte & 0x7f) * scale;
    }
    this.to = at;
    return value;
  }

  /** Reads the field at `at`; returns where the next one begins. @throws Error where it passes the end. */
  read(at: number, end: number): number {
    this.tag = this.#varint(at);
    this.value = this.#varint(this.to);
    this.from = this.to;
    if ((this.tag & 7) === BYTES_WIRE) this.to += this.value;
    if (this.to > end) throw new Error("a result's events are cut off");
    return this.to;
  }
}

/**
 * Events without a type are passed over, and attributes without a key or that the application does not want found.
 * @param result `tendermint.abci.ExecTxResult`.
 */
export function eachEvent(result: Uint8Array, take: PartTaker): void {
  const fields = new Fields(result);
  let event = 0;
  for (let at = 0; at < result.length; ) {
    at = fields.read(at, result.length);
    if (fields.tag !== EVENTS) continue;
    eventParts(fields, fields.from, at, event++, take);
  }
}

function eventParts(fields: Fields, from: number, end: number, event: number, take: PartTaker): void {
  let typed = false;
  for (let at = from; at < end; ) {
    at = fields.read(at, end);
    const { tag } = fields;
    if (tag === TYPE) {
      typed = fields.from < at;
      if (typed) take(event, "type", fields.from, at);
    } else if (tag === ATTRIBUTE && typed) {
      attributeParts(fields, fields.from, at, event, take);
    }
  }
}

function attributeParts(fields: Fields, from: number, end: number, event: number, take: PartTaker): void {
  let keyFrom = 0;
  let keyTo = 0;
  let valueFrom = 0;
  let valueTo = 0;
  let indexed = false;
  for (let at = from; at < end; ) {
    at = fields.read(at, end);
    const { tag } = fields;
    if (tag === KEY) {
      keyFrom = fields.from;
      keyTo = at;
    } else if (tag === VALUE) {
      valueFrom = fields.from;
      valueTo = at;
    } else if (tag === INDEX) indexed = fields.value !== 0;
  }
  if (keyFrom === keyTo || !indexed) return;
  take(event, "key", keyFrom, keyTo);
  take(event, "value", valueFrom, valueTo);
}
