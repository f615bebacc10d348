/**
 * Bytes: joined, compared, spelled in hex, and integers in big-endian, which sorts as the numbers do.
 *
 * @module
 */

/** The parts one after another, in new memory. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Same length and same bytes. Takes less time on an early difference: not for secrets. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Below, at or above zero as `a` sorts before, with or after `b`; a prefix sorts first. */
export function compare(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const difference = a[i]! - b[i]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

const hexOfByte: readonly string[] = Array.from({ length: 256 }, (_, b) => b.toString(16).padStart(2, "0"));

/** Lower case, two digits a byte, no prefix. */
export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i++) text += hexOfByte[bytes[i]!]!;
  return text;
}

/** 0 to 15, or -1. */
function hexDigit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/**
 * Hex of either case to bytes.
 * @throws RangeError for an odd number of digits or another character.
 */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0) throw new RangeError("hex has an odd number of digits");
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    const high = hexDigit(text.charCodeAt(2 * i));
    const low = hexDigit(text.charCodeAt(2 * i + 1));
    if (high < 0 || low < 0) throw new RangeError(`hex has another character at ${2 * i}`);
    bytes[i] = (high << 4) | low;
  }
  return bytes;
}

function writeU32(into: Uint8Array, at: number, n: number): void {
  into[at] = n >>> 24;
  into[at + 1] = n >>> 16;
  into[at + 2] = n >>> 8;
  into[at + 3] = n;
}

/**
 * Four bytes, big-endian.
 * @throws RangeError for what is no integer from 0 to 2^32 - 1.
 */
export function u32be(n: number): Uint8Array {
  if (!Number.isInteger(n) || n < 0 || n > 0xffff_ffff) throw new RangeError(`${n} is no u32`);
  const bytes = new Uint8Array(4);
  writeU32(bytes, 0, n);
  return bytes;
}

/**
 * Eight bytes, big-endian.
 * @throws RangeError for what is not from 0 to 2^64 - 1.
 */
export function u64be(n: bigint): Uint8Array {
  if (n < 0n || n > 0xffff_ffff_ffff_ffffn) throw new RangeError(`${n} is no u64`);
  const bytes = new Uint8Array(8);
  writeU32(bytes, 0, Number(n >> 32n));
  writeU32(bytes, 4, Number(n & 0xffff_ffffn));
  return bytes;
}

/**
 * One byte a character.
 * @throws RangeError for a character above U+007F.
 */
export function ascii(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) throw new RangeError(`text is not ASCII at ${i}`);
    bytes[i] = unit;
  }
  return bytes;
}
