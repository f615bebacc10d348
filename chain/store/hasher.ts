/**
 * Sha256 for the trees, behind an interface that takes many short messages at once, so that one that hashes four side
 * by side can stand here too.
 *
 * @module
 */
import { hash } from "node:crypto";

/** Longest message of a batch: a leaf with a key of 255 bytes takes 293. */
export const SLOT_BYTES = 320;

export interface Hasher {
  /** How many messages a batch holds. */
  readonly slots: number;
  /** Message `i` begins at `i * SLOT_BYTES`. */
  readonly input: Uint8Array;
  /** Its length. */
  readonly lengths: Uint32Array;
  /** Bytes of digest `i` begin at word `i * 8`. */
  readonly output: Uint32Array;
  /** Hashes messages 0 to `count`, exclusive. What is in `input` afterwards is of no use. */
  run(count: number): void;
  /** One message of any length. */
  digest(message: Uint8Array): Uint8Array;
}

const SLOTS = 64;

/** Node's OpenSSL. As text of one character a byte a digest costs half of what it costs as a Buffer. */
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

  digest(message: Uint8Array): Uint8Array {
    return digestOf(message);
  }
}

/** Sha256 of one message. */
export function digestOf(message: Uint8Array): Uint8Array {
  const digest = new Uint8Array(32);
  Buffer.from(digest.buffer).write(hash("sha256", message, "binary"), "latin1");
  return digest;
}
