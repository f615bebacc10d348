/**
 * Where two keys differ first, as one number: byte x 16 + k, with k = 0 for "the key has this byte" and k = 1 to 8 for
 * its bits from the top. Order by these bits is bytewise order, and a key may be a prefix of another.
 *
 * @module
 */

/** The side of a key at a crit-bit index: 0 left, 1 right. */
export function sideOf(key: Uint8Array, index: number): number {
  const byte = index >>> 4;
  if (byte >= key.length) return 0;
  const bit = index & 15;
  return bit === 0 ? 1 : (key[byte]! >>> (8 - bit)) & 1;
}

/** -1 where `chunk[at .. at + length)` and `key` are equal. */
export function firstDifference(chunk: Uint8Array, at: number, length: number, key: Uint8Array): number {
  const both = Math.min(length, key.length);
  for (let i = 0; i < both; i++) {
    const difference = chunk[at + i]! ^ key[i]!;
    if (difference !== 0) return (i << 4) + Math.clz32(difference) - 23;
  }
  return length === key.length ? -1 : both << 4;
}
