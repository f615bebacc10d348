/**
 * Sha256 for the trees: many short messages at once, four side by side where WebAssembly can.
 *
 * @module
 */
import { hash } from "node:crypto";
import { FREE_MEMORY, LANE_BYTES, loadSha256Simd, type Sha256Simd } from "./sha256-simd.ts";

/** From one message of a batch to the next. */
export const SLOT_BYTES: number = LANE_BYTES;
/** Longest message of a batch: what padding leaves. A leaf with a key of 255 bytes takes 293. */
export const MESSAGE_BYTES: number = SLOT_BYTES - 9;

export interface Hasher {
  /** How many messages a batch holds. */
  readonly slots: number;
  /** Message `i` begins at `i * SLOT_BYTES`. Nothing is written behind its length. */
  readonly input: Uint8Array;
  /** Its length. */
  readonly lengths: Uint32Array;
  /** Bytes of digest `i` begin at word `i * 8`. */
  readonly output: Uint32Array;
  /** Hashes messages 0 to `count`, exclusive. */
  run(count: number): void;
}

const SLOTS = 64;

/** Sha256 of one message of any length. As text of a character a byte it costs half of what it costs as a Buffer. */
export function digestOf(message: Uint8Array): Uint8Array {
  const digest = new Uint8Array(32);
  Buffer.from(digest.buffer).write(hash("sha256", message, "binary"), "latin1");
  return digest;
}

/** Node's OpenSSL, one after the other. */
export class NativeHasher implements Hasher {
  readonly slots = SLOTS;
  readonly input: Uint8Array = new Uint8Array(SLOTS * SLOT_BYTES);
  readonly lengths: Uint32Array = new Uint32Array(SLOTS);
  readonly output: Uint32Array = new Uint32Array(SLOTS * 8);
  readonly #output = Buffer.from(this.output.buffer);
  /** A view a slot and length, made once. */
  readonly #views: Uint8Array[][] = Array.from({ length: SLOTS }, () => []);

  run(count: number): void {
    for (let i = 0; i < count; i++) {
      const length = this.lengths[i]!;
      const views = this.#views[i]!;
      views[length] ??= this.input.subarray(i * SLOT_BYTES, i * SLOT_BYTES + length);
      this.#output.write(hash("sha256", views[length], "binary"), i * 32, 32, "latin1");
    }
  }
}

/** WebAssembly, four at a time. */
export class SimdHasher implements Hasher {
  readonly slots = SLOTS;
  readonly input: Uint8Array;
  readonly lengths: Uint32Array = new Uint32Array(SLOTS);
  readonly output: Uint32Array;
  readonly #simd: Sha256Simd;
  readonly #blocks: Uint32Array;
  /** The length that a slot's padding was made for. */
  readonly #padded = new Uint32Array(SLOTS).fill(SLOT_BYTES);

  constructor(simd: Sha256Simd) {
    this.#simd = simd;
    const { buffer } = simd.memory;
    this.#blocks = new Uint32Array(buffer, BLOCKS_AT, SLOTS);
    this.output = new Uint32Array(buffer, OUTPUT_AT, SLOTS * 8);
    this.input = new Uint8Array(buffer, INPUT_AT, SLOTS * SLOT_BYTES);
  }

  run(count: number): void {
    for (let i = 0; i < count; i++) if (this.lengths[i] !== this.#padded[i]) this.#pad(i);
    // Slots that fill up the last four are left out, and padded anew when they are used.
    for (let i = count; (i & 3) !== 0; i++) {
      this.#blocks[i] = 0;
      this.#padded[i] = SLOT_BYTES;
    }
    for (let i = 0; i < count; i += 4) {
      this.#simd.hash4(INPUT_AT + i * SLOT_BYTES, BLOCKS_AT + i * 4, OUTPUT_AT + i * 32);
    }
  }

  /** A one bit, zeros, and the length in bits, to the end of a block. */
  #pad(slot: number): void {
    const length = this.lengths[slot]!;
    const blocks = (length + 72) >>> 6;
    const start = slot * SLOT_BYTES;
    const end = start + blocks * 64;
    this.input.fill(0, start + length, end);
    this.input[start + length] = 0x80;
    this.input[end - 2] = length >>> 5;
    this.input[end - 1] = length << 3;
    this.#blocks[slot] = blocks;
    this.#padded[slot] = length;
  }
}

const BLOCKS_AT = FREE_MEMORY;
const OUTPUT_AT = BLOCKS_AT + SLOTS * 4;
const INPUT_AT = OUTPUT_AT + SLOTS * 32;

let shared: Hasher | undefined;

/** The fastest there is, one for all trees of the process: no batch outlives a call. */
export function sharedHasher(): Hasher {
  if (shared === undefined) {
    const simd = loadSha256Simd();
    shared = simd === undefined ? new NativeHasher() : new SimdHasher(simd);
  }
  return shared;
}
