/**
 * What the kernel asks of a store: one ordered key-value space a module. The application hands in overlays on the
 * committed trees; tests hand in memory.
 *
 * @module
 */

/** Half-open range of keys; an absent end is open. */
export interface KeyRange {
  readonly gte?: Uint8Array;
  readonly lt?: Uint8Array;
  /** Descending. */
  readonly reverse?: boolean;
}

/** A value as a store keeps it. */
export interface StoredValue {
  /** Undefined where the key is absent. */
  readonly value: Uint8Array | undefined;
  /** What a codec made of the value, kept beside it so that it is made once; undefined where nobody did yet. */
  decoded: unknown;
}

export interface StoreReader {
  /** Absent keys are undefined, never an exception. */
  get(module: string, key: Uint8Array): Uint8Array | undefined;
  /** As `get`, with room for what the value says. */
  entry(module: string, key: Uint8Array): StoredValue;
  has(module: string, key: Uint8Array): boolean;
  /** Bytewise order; sees the writes of the overlay it is asked of. */
  iterate(module: string, range: KeyRange): Iterable<readonly [Uint8Array, Uint8Array]>;
}

export interface StoreWriter extends StoreReader {
  /** A value is 1 byte at least: an empty one cannot be proved. @param decoded what it says, for `entry`. */
  set(module: string, key: Uint8Array, value: Uint8Array, decoded?: unknown): void;
  delete(module: string, key: Uint8Array): void;
}
