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

export interface StoreReader {
  /** Absent keys are undefined, never an exception. */
  get(module: string, key: Uint8Array): Uint8Array | undefined;
  has(module: string, key: Uint8Array): boolean;
  /** Bytewise order; sees the writes of the overlay it is asked of. */
  iterate(module: string, range: KeyRange): Iterable<readonly [Uint8Array, Uint8Array]>;
}

export interface StoreWriter extends StoreReader {
  /** A value is 1 byte at least: an empty one cannot be proved. */
  set(module: string, key: Uint8Array, value: Uint8Array): void;
  delete(module: string, key: Uint8Array): void;
}
