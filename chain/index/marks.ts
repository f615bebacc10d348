/**
 * Marks: what an attribute's tag and value are in the index, 12 bits that choose a bucket and 48 that tell entries of
 * a bucket apart. They are fast hashes with a secret of this index, not proofs: whoever needs certainty looks at the
 * event itself, which the index keeps too.
 *
 * @module
 */
import { utf8ToString } from "@assay/proto/wire/utf8";

export interface Mark {
  /** Below `BUCKETS`. */
  readonly bucket: number;
  /** Below 2^48. */
  readonly rest: number;
}

export const BUCKETS = 4096;
const BUCKET_SHIFT = 20;

const MULTIPLY_A = 0x9e3779b1;
const MULTIPLY_B = 0x5f356495;
/** Between tag and value, and in place of a value where only the tag counts: no text has these code units. */
const VALUE = 0x10001;
const ANY_VALUE = 0x10002;
const DOT = 0x2e;

/**
 * Hashes code units one after the other. An event is read in its order: `type`, and for each attribute `key`, then
 * `value`; each goes on from what came before and leaves its mark in `high` and `low`, instead of an object each.
 */
export class Marker {
  readonly #startA: number;
  readonly #startB: number;
  #a = 0;
  #b = 0;
  #typeA = 0;
  #typeB = 0;
  #tagA = 0;
  #tagB = 0;
  high = 0;
  low = 0;

  /** @param secret 8 bytes. */
  constructor(secret: Uint8Array) {
    const view = new DataView(secret.buffer, secret.byteOffset, secret.byteLength);
    this.#startA = view.getInt32(0);
    this.#startB = view.getInt32(4);
  }

  #unit(unit: number): void {
    const a = Math.imul(this.#a ^ unit, MULTIPLY_A);
    const b = Math.imul(this.#b ^ unit, MULTIPLY_B);
    this.#a = a ^ (a >>> 15);
    this.#b = b ^ (b >>> 13);
  }

  #text(text: string): void {
    for (let i = 0; i < text.length; i++) this.#unit(text.charCodeAt(i));
  }

  /** Of UTF-8, the same as of the text; nearly all is ASCII, where a byte is a code unit. */
  #bytes(bytes: Uint8Array, from: number, to: number): void {
    let a = this.#a;
    let b = this.#b;
    for (let i = from; i < to; i++) {
      const unit = bytes[i]!;
      if (unit >= 0x80) {
        this.#text(utf8ToString(bytes, from, to));
        return;
      }
      a = Math.imul(a ^ unit, MULTIPLY_A);
      b = Math.imul(b ^ unit, MULTIPLY_B);
      a ^= a >>> 15;
      b ^= b >>> 13;
    }
    this.#a = a;
    this.#b = b;
  }

  #finish(a: number, b: number): void {
    let x = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    let y = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
    x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
    y = Math.imul(y ^ (y >>> 15), 0x297a2d39);
    this.high = (x ^ (x >>> 16)) >>> 0;
    this.low = (y ^ (y >>> 16)) >>> 0;
  }

  #any(): void {
    this.#finish(Math.imul(this.#a ^ ANY_VALUE, MULTIPLY_A), Math.imul(this.#b ^ ANY_VALUE, MULTIPLY_B));
  }

  /** Marks: there is an event of this type. */
  type(bytes: Uint8Array, from: number, to: number): void {
    this.#a = this.#startA;
    this.#b = this.#startB;
    this.#bytes(bytes, from, to);
    this.#typeA = this.#a;
    this.#typeB = this.#b;
    this.#any();
  }

  /** Marks: the event has this attribute. */
  key(bytes: Uint8Array, from: number, to: number): void {
    this.#a = this.#typeA;
    this.#b = this.#typeB;
    this.#unit(DOT);
    this.#bytes(bytes, from, to);
    this.#tagA = this.#a;
    this.#tagB = this.#b;
    this.#any();
  }

  /** Marks: the attribute has this value. */
  value(bytes: Uint8Array, from: number, to: number): void {
    this.#a = Math.imul(this.#tagA ^ VALUE, MULTIPLY_A);
    this.#b = Math.imul(this.#tagB ^ VALUE, MULTIPLY_B);
    this.#bytes(bytes, from, to);
    this.#finish(this.#a, this.#b);
  }

  /** The mark of `tag = value`; without a value, of there being the attribute or the type `tag`. */
  of(tag: string, value?: string): Mark {
    this.#a = this.#startA;
    this.#b = this.#startB;
    this.#text(tag);
    if (value === undefined) this.#any();
    else {
      this.#a = Math.imul(this.#a ^ VALUE, MULTIPLY_A);
      this.#b = Math.imul(this.#b ^ VALUE, MULTIPLY_B);
      this.#text(value);
      this.#finish(this.#a, this.#b);
    }
    return markOf(this.high, this.low);
  }
}

export function markOf(high: number, low: number): Mark {
  return { bucket: high >>> BUCKET_SHIFT, rest: (high & 0xffff) * 2 ** 32 + low };
}
