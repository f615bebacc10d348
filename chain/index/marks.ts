/**
 * Marks: what an attribute's tag and value are in the index, 12 bits that choose a bucket and 48 that tell entries of
 * a bucket apart. They are fast hashes with a secret of this index, not proofs: whoever needs certainty looks at the
 * event itself, which the index keeps too.
 *
 * @module
 */

export interface Mark {
  /** Below `BUCKETS`. */
  readonly bucket: number;
  /** Below 2^48. */
  readonly rest: number;
}

export const BUCKETS = 4096;
const BUCKET_SHIFT = 20;

/** Starts of a hash: what two texts share is mixed in once. */
interface State {
  readonly a: number;
  readonly b: number;
}

const MULTIPLY_A = 0x9e3779b1;
const MULTIPLY_B = 0x5f356495;
/** Between tag and value, and in place of a value where only the tag counts: no text has these code units. */
const VALUE = 0x10001;
const ANY_VALUE = 0x10002;

export class Marker {
  readonly #start: State;
  readonly #tags = new Map<string, Map<string, State>>();
  /** Results of the last call, instead of an object each. */
  high = 0;
  low = 0;

  /** @param secret 8 bytes. */
  constructor(secret: Uint8Array) {
    const view = new DataView(secret.buffer, secret.byteOffset, secret.byteLength);
    this.#start = { a: view.getInt32(0), b: view.getInt32(4) };
  }

  #mix(state: State, text: string): State {
    let { a, b } = state;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, MULTIPLY_A);
      b = Math.imul(b ^ unit, MULTIPLY_B);
      a ^= a >>> 15;
      b ^= b >>> 13;
    }
    return { a, b };
  }

  #finish({ a, b }: State): void {
    let x = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    let y = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
    x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
    y = Math.imul(y ^ (y >>> 15), 0x297a2d39);
    this.high = (x ^ (x >>> 16)) >>> 0;
    this.low = (y ^ (y >>> 16)) >>> 0;
  }

  /** Events have few types and keys: each pair is hashed once. */
  #tag(type: string, key: string): State {
    let keys = this.#tags.get(type);
    if (keys === undefined) {
      if (this.#tags.size >= MAX_REMEMBERED) this.#tags.clear();
      keys = new Map();
      this.#tags.set(type, keys);
    }
    let state = keys.get(key);
    if (state === undefined) {
      if (keys.size >= MAX_REMEMBERED) keys.clear();
      state = this.#mix(this.#start, `${type}.${key}`);
      keys.set(key, state);
    }
    return state;
  }

  /** Sets `high` and `low` for `type.key = value`. */
  value(type: string, key: string, value: string): void {
    const tag = this.#tag(type, key);
    const start = { a: Math.imul(tag.a ^ VALUE, MULTIPLY_A), b: Math.imul(tag.b ^ VALUE, MULTIPLY_B) };
    this.#finish(this.#mix(start, value));
  }

  /** Sets `high` and `low` for: an event has the attribute `type.key`. */
  attribute(type: string, key: string): void {
    this.#any(this.#tag(type, key));
  }

  /** Sets `high` and `low` for: there is an event of this type. */
  type(type: string): void {
    this.#any(this.#mix(this.#start, type));
  }

  #any(tag: State): void {
    this.#finish({
      a: Math.imul(tag.a ^ ANY_VALUE, MULTIPLY_A),
      b: Math.imul(tag.b ^ ANY_VALUE, MULTIPLY_B),
    });
  }

  /** What was set last. */
  mark(): Mark {
    return markOf(this.high, this.low);
  }

  /** The mark of `tag = value`; without a value, of there being the attribute or the type `tag`. */
  of(tag: string, value?: string): Mark {
    const state = this.#mix(this.#start, tag);
    if (value === undefined) this.#any(state);
    else {
      const start = { a: Math.imul(state.a ^ VALUE, MULTIPLY_A), b: Math.imul(state.b ^ VALUE, MULTIPLY_B) };
      this.#finish(this.#mix(start, value));
    }
    return this.mark();
  }
}

/** Types, and keys of one type, whose hashes are remembered: a contract could make up any number of them. */
const MAX_REMEMBERED = 256;

export function markOf(high: number, low: number): Mark {
  return { bucket: high >>> BUCKET_SHIFT, rest: (high & 0xffff) * 2 ** 32 + low };
}
