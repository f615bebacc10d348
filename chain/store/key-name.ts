/**
 * Bytes as a string of the same order, so that a `Map` can hold them: one character a byte.
 *
 * @module
 */

/** Strings so made compare (`<`) as their bytes do. */
export function keyName(key: Uint8Array): string {
  return latin1Slice.call(key, 0, key.length);
}

// Called on the array itself: a Buffer around each key would cost as much as the conversion.
const { latin1Slice } = Buffer.prototype as unknown as {
  latin1Slice(this: Uint8Array, start: number, end: number): string;
};
