/**
 * What the store and the engine ask of a key-value database. Implementations pass one suite:
 * `test/conformance/backend.ts`.
 *
 * @module
 */

export type BatchOp =
  | { readonly type: "put"; readonly key: Uint8Array; readonly value: Uint8Array }
  | { readonly type: "del"; readonly key: Uint8Array };

/** Half-open range of keys in bytewise order; an absent end is open. */
export interface BackendRange {
  readonly gte?: Uint8Array;
  readonly lt?: Uint8Array;
  /** Descending. */
  readonly reverse?: boolean;
  /** At most so many entries; absent means all. */
  readonly limit?: number;
}

export interface Backend {
  /** Where the data lies, for messages: a folder, or `memory`. */
  readonly location: string;
  /** Absent keys are undefined. */
  get(key: Uint8Array): Promise<Uint8Array | undefined>;
  getSync(key: Uint8Array): Uint8Array | undefined;
  /** The entries as they are at the call: later writes are not seen. */
  iterate(range: BackendRange): AsyncIterable<readonly [Uint8Array, Uint8Array]>;
  /** All operations or none, the last one on a key counting; `sync: true` is on disk when it resolves. */
  batch(ops: readonly BatchOp[], options: { readonly sync: boolean }): Promise<void>;
  /** Twice does no harm; everything else is refused from then on. */
  close(): Promise<void>;
}
