/**
 * Where in a block an attribute has a value: transactions by index, and in each the events by sequence. One record
 * a block holds them all, so that a common value costs a block one record, not one a transaction.
 *
 * @module
 */

/** Index of a transaction in its block to the ascending sequences of its events. */
export type Postings = Map<number, number[]>;

/** All block events belong to this "transaction". */
export const BLOCK_EVENTS = 0;

function pushVarint(out: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    out.push((rest & 127) | 128);
    rest >>>= 7;
  }
  out.push(rest);
}

/** The number of transactions first, so that counting needs no decoding. */
export function encodePostings(postings: Postings): Uint8Array {
  const out: number[] = [];
  pushVarint(out, postings.size);
  let lastTx = 0;
  for (const [tx, events] of postings) {
    pushVarint(out, tx - lastTx);
    lastTx = tx;
    pushVarint(out, events.length);
    let lastEvent = 0;
    for (const event of events) {
      pushVarint(out, event - lastEvent);
      lastEvent = event;
    }
  }
  return Uint8Array.from(out);
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    return value;
  }
}

/** Transactions in a record. */
export function countPostings(bytes: Uint8Array): number {
  return new Reader(bytes).varint();
}

export function decodePostings(bytes: Uint8Array): Postings {
  const reader = new Reader(bytes);
  const postings: Postings = new Map();
  let tx = 0;
  for (let left = reader.varint(); left > 0; left--) {
    tx += reader.varint();
    const events: number[] = [];
    let event = 0;
    for (let more = reader.varint(); more > 0; more--) {
      event += reader.varint();
      events.push(event);
    }
    postings.set(tx, events);
  }
  return postings;
}

/** What is in both: the same event of the same transaction. */
export function intersectPostings(a: Postings, b: Postings): Postings {
  const both: Postings = new Map();
  for (const [tx, events] of a) {
    const others = b.get(tx);
    if (others === undefined) continue;
    const wanted = new Set(others);
    const shared = events.filter((event) => wanted.has(event));
    if (shared.length > 0) both.set(tx, shared);
  }
  return both;
}

/** Adds b to a; events stay ascending. */
export function uniteInto(a: Postings, b: Postings): void {
  for (const [tx, events] of b) {
    const known = a.get(tx);
    if (known === undefined) a.set(tx, events);
    else
      a.set(
        tx,
        [...new Set([...known, ...events])].sort((x, y) => x - y),
      );
  }
}
