/**
 * The key space, of the trees and of the backend.
 *
 * | backend key | holds | whose |
 * |---|---|---|
 * | 0x00 `meta` | height, app hash, layout version, modules, number of leaves | state |
 * | 0x01, u8 length, module, key | crc32c of key and value (u32), value | state |
 * | 0x10 ... | blocks, results, validator sets | engine |
 *
 * In the tree of every module the keys that begin with 0xff are the store's own. One is there from genesis on,
 * 0xff `layout` -> layout version (u32), so that no tree is empty. It sorts behind everything a module writes, and no
 * Cosmos SDK layout uses that prefix.
 *
 * @module
 */
import { assert } from "@assay/kernel/assert";
import { RESERVED_PREFIX } from "@assay/kernel/collections/schema";

/** A crit-bit path is at most 9 bits a key byte long, so this bounds the height of a tree too. */
export const MAX_KEY_BYTES = 255;
export const MAX_VALUE_BYTES = 1 << 20;
/** A leaf's record has a byte for its module. */
export const MAX_MODULES = 255;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

export const layoutKey: Uint8Array = Uint8Array.of(RESERVED_PREFIX, ...ascii("layout"));
export const metaKey: Uint8Array = Uint8Array.of(0x00, ...ascii("meta"));

const LEAVES = 0x01;
/** All leaves of all modules lie in `leavesRange.gte <= key < leavesRange.lt`. */
export const leavesRange = { gte: Uint8Array.of(LEAVES), lt: Uint8Array.of(LEAVES + 1) } as const;

/** @throws AssertionError where a module may not write this. An undefined value stands for a deletion. */
export function assertWritable(module: string, key: Uint8Array, value: Uint8Array | undefined): void {
  const { length } = key;
  const keyFits = length > 0 && length <= MAX_KEY_BYTES && key[0] !== RESERVED_PREFIX;
  if (keyFits && (value === undefined || (value.length > 0 && value.length <= MAX_VALUE_BYTES))) return;
  assert(length > 0 && length <= MAX_KEY_BYTES, `${module}: a key has 1 to ${MAX_KEY_BYTES} bytes`);
  assert(key[0] !== RESERVED_PREFIX, `${module}: keys that begin with 0xff are the store's own`);
  assert(false, `${module}: a value has 1 to ${MAX_VALUE_BYTES} bytes`);
}

export function isReserved(key: Uint8Array): boolean {
  return key[0] === RESERVED_PREFIX;
}

/** What comes before a module's keys in the backend. */
export function leafPrefix(module: string): Uint8Array {
  return Uint8Array.of(LEAVES, module.length, ...ascii(module));
}

export function leafKey(prefix: Uint8Array, key: Uint8Array): Uint8Array {
  const whole = new Uint8Array(prefix.length + key.length);
  whole.set(prefix, 0);
  whole.set(key, prefix.length);
  return whole;
}
