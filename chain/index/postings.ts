/**
 * Where in a block a mark occurs: transactions by index, and in each the events by sequence. A bucket's record holds
 * all marks that fell into it in one block, so that a block costs a bounded number of records however full it is.
 *
 * @module
 */
import { eachEvent } from "./event-parts.ts";
import { BUCKETS, type Marker, markOf } from "./marks.ts";

/** Index of a transaction in its block to the ascending sequences of its events. */
export type Postings = ReadonlyMap<number, readonly number[]>;

const MARK_BYTES = 6;

/** Grows by doubling. */
class Bytes {
  bytes: Buffer = Buffer.allocUnsafe(256);
  length = 0;

  reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + more));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }

  varint(value: number): void {
    this.reserve(5);
    let rest = value;
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  uint48(value: number): void {
    this.reserve(MARK_BYTES);
    this.length = this.bytes.writeUIntBE(value, this.length, MARK_BYTES);
  }

  take(): Uint8Array {
    const taken = Uint8Array.prototype.slice.call(this.bytes, 0, this.length);
    this.length = 0;
    return taken;
  }
}

/**
 * Collects the marks of a block: an open hash table over typed arrays, since a full block has a quarter of a million
 * attributes.
 */
export class PostingTable {
  readonly #marker: Marker;
  #slots = new Int32Array(1024).fill(-1);
  #entries = 0;
  #high = new Uint32Array(512);
  #low = new Uint32Array(512);
  #first = new Int32Array(512);
  #last = new Int32Array(512);
  #nodes = 0;
  #tx = new Int32Array(1024);
  #event = new Int32Array(1024);
  #next = new Int32Array(1024);

  constructor(marker: Marker) {
    this.#marker = marker;
  }

  /**
   * The events of a result, read where they lie: as objects they would cost more than all the rest.
   * @param tx in ascending order.
   * @param result `tendermint.abci.ExecTxResult`.
   */
  add(tx: number, result: Uint8Array): void {
    const marker = this.#marker;
    eachEvent(result, (sequence, part, from, to) => {
      marker[part](result, from, to);
      this.#put(tx, sequence);
    });
  }

  #put(tx: number, event: number): void {
    const { high, low } = this.#marker;
    const mask = this.#slots.length - 1;
    let slot = low & mask;
    let entry = this.#slots[slot]!;
    while (entry >= 0 && (this.#low[entry] !== low || this.#high[entry] !== high)) {
      slot = (slot + 1) & mask;
      entry = this.#slots[slot]!;
    }
    if (entry < 0) {
      entry = this.#newEntry(slot, high, low);
      this.#first[entry] = this.#nodes;
    } else {
      const last = this.#last[entry]!;
      if (this.#tx[last] === tx && this.#event[last] === event) return;
      this.#next[last] = this.#nodes;
    }
    this.#last[entry] = this.#newNode(tx, event);
  }

  #newEntry(slot: number, high: number, low: number): number {
    const entry = this.#entries++;
    if (entry === this.#high.length) {
      this.#high = grown(this.#high, Uint32Array);
      this.#low = grown(this.#low, Uint32Array);
      this.#first = grown(this.#first, Int32Array);
      this.#last = grown(this.#last, Int32Array);
    }
    this.#slots[slot] = entry;
    this.#high[entry] = high;
    this.#low[entry] = low;
    if (this.#entries * 2 > this.#slots.length) this.#rehash();
    return entry;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let entry = 0; entry < this.#entries; entry++) {
      let slot = this.#low[entry]! & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
    this.#slots = slots;
  }

  #newNode(tx: number, event: number): number {
    const node = this.#nodes++;
    if (node === this.#tx.length) {
      this.#tx = grown(this.#tx, Int32Array);
      this.#event = grown(this.#event, Int32Array);
      this.#next = grown(this.#next, Int32Array);
    }
    this.#tx[node] = tx;
    this.#event[node] = event;
    this.#next[node] = -1;
    return node;
  }

  /** Each bucket's record, for buckets that got something. */
  *records(): Generator<readonly [bucket: number, record: Uint8Array]> {
    const heads = new Int32Array(BUCKETS).fill(-1);
    const chain = new Int32Array(this.#entries);
    for (let entry = 0; entry < this.#entries; entry++) {
      const { bucket } = markOf(this.#high[entry]!, this.#low[entry]!);
      chain[entry] = heads[bucket]!;
      heads[bucket] = entry;
    }
    const out = new Bytes();
    const postings = new Bytes();
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      if (heads[bucket]! < 0) continue;
      for (let entry = heads[bucket]!; entry >= 0; entry = chain[entry]!) {
        this.#encode(entry, postings);
        out.uint48(markOf(this.#high[entry]!, this.#low[entry]!).rest);
        out.varint(postings.length);
        out.reserve(postings.length);
        postings.bytes.copy(out.bytes, out.length, 0, postings.length);
        out.length += postings.length;
        postings.length = 0;
      }
      yield [bucket, out.take()];
    }
  }

  /** How many transactions; of each the step from the one before, how many events, and of each its step. */
  #encode(entry: number, out: Bytes): void {
    let count = 0;
    for (let node = this.#first[entry]!, before = -1; node >= 0; node = this.#next[node]!) {
      if (this.#tx[node] !== before) count++;
      before = this.#tx[node]!;
    }
    out.varint(count);
    let lastTx = 0;
    for (let node = this.#first[entry]!; node >= 0; ) {
      const tx = this.#tx[node]!;
      let events = 0;
      for (let same = node; same >= 0 && this.#tx[same] === tx; same = this.#next[same]!) events++;
      out.varint(tx - lastTx);
      lastTx = tx;
      out.varint(events);
      let lastEvent = 0;
      for (; node >= 0 && this.#tx[node] === tx; node = this.#next[node]!) {
        out.varint(this.#event[node]! - lastEvent);
        lastEvent = this.#event[node]!;
      }
    }
  }
}

function grown<T extends Int32Array | Uint32Array>(from: T, type: new (length: number) => T): T {
  const to = new type(from.length * 2);
  to.set(from as never);
  return to;
}

class Reader {
  readonly #bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get ended(): boolean {
    return this.at >= this.#bytes.length;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#bytes[this.at++] ?? 0;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    return value;
  }
}

/** The postings of a mark in a bucket's record, still as bytes; undefined where it is not in it. */
export function findPostings(record: Uint8Array, rest: number): Uint8Array | undefined {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const high = Math.floor(rest / 2 ** 32);
  const low = rest >>> 0;
  const reader = new Reader(record);
  while (!reader.ended) {
    const found = view.getUint16(reader.at) === high && view.getUint32(reader.at + 2) === low;
    reader.at += MARK_BYTES;
    const length = reader.varint();
    if (found) return record.subarray(reader.at, reader.at + length);
    reader.at += length;
  }
  return undefined;
}

/** Transactions in postings. */
export function countPostings(bytes: Uint8Array): number {
  return new Reader(bytes).varint();
}

export function decodePostings(bytes: Uint8Array): Postings {
  const reader = new Reader(bytes);
  const postings = new Map<number, readonly number[]>();
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
  const both = new Map<number, readonly number[]>();
  for (const [tx, events] of a) {
    const others = b.get(tx);
    if (others === undefined) continue;
    const shared = events.filter((event) => others.includes(event));
    if (shared.length > 0) both.set(tx, shared);
  }
  return both;
}
