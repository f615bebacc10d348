/**
 * UTF-8 by hand: the state machine compiles without host types, so without TextDecoder, and must refuse ill-formed
 * text in the same way everywhere.
 *
 * @module
 */

/** True where the bytes are well-formed UTF-8 (no overlong forms, no surrogates, at most U+10FFFF). */
export function isUtf8(bytes: Uint8Array, start = 0, end = bytes.length): boolean {
  let i = start;
  while (i < end) {
    const b = bytes[i]!;
    if (b < 0x80) {
      i++;
      continue;
    }
    let more: number;
    let low = 0x80;
    let high = 0xbf;
    if (b >= 0xc2 && b <= 0xdf) more = 1;
    else if (b >= 0xe0 && b <= 0xef) {
      more = 2;
      if (b === 0xe0) low = 0xa0;
      if (b === 0xed) high = 0x9f;
    } else if (b >= 0xf0 && b <= 0xf4) {
      more = 3;
      if (b === 0xf0) low = 0x90;
      if (b === 0xf4) high = 0x8f;
    } else return false;
    if (i + more >= end) return false;
    const next = bytes[i + 1]!;
    if (next < low || next > high) return false;
    for (let k = 2; k <= more; k++) {
      const c = bytes[i + k]!;
      if (c < 0x80 || c > 0xbf) return false;
    }
    i += more + 1;
  }
  return true;
}

/** `fromCharCode` takes its input as arguments, and a stack has an end. */
const MAX_ARGUMENTS = 4096;

/** Well-formed UTF-8 to text; undefined where it is not well-formed. */
export function utf8ToString(bytes: Uint8Array, start = 0, end = bytes.length): string | undefined {
  if (end - start <= MAX_ARGUMENTS) {
    // Most is ASCII, and short.
    const units: number[] = new Array(end - start);
    let bits = 0;
    for (let i = start, at = 0; i < end; i++) {
      const byte = bytes[i]!;
      bits |= byte;
      units[at++] = byte;
    }
    if (bits < 0x80) return String.fromCharCode(...units);
  }
  if (!isUtf8(bytes, start, end)) return undefined;
  let text = "";
  let units: number[] = [];
  for (let i = start; i < end; ) {
    const b = bytes[i]!;
    if (b < 0x80) {
      units.push(b);
      i += 1;
    } else if (b < 0xe0) {
      units.push(((b & 0x1f) << 6) | (bytes[i + 1]! & 0x3f));
      i += 2;
    } else if (b < 0xf0) {
      units.push(((b & 0x0f) << 12) | ((bytes[i + 1]! & 0x3f) << 6) | (bytes[i + 2]! & 0x3f));
      i += 3;
    } else {
      const point =
        ((b & 0x07) << 18) |
        ((bytes[i + 1]! & 0x3f) << 12) |
        ((bytes[i + 2]! & 0x3f) << 6) |
        (bytes[i + 3]! & 0x3f);
      units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
      i += 4;
    }
    if (units.length >= MAX_ARGUMENTS) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return text + String.fromCharCode(...units);
}

/** Bytes that `writeUtf8` will write. A lone surrogate counts as three, and is refused there. */
export function utf8Length(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < text.length) {
      length += 4;
      i++;
    } else length += 3;
  }
  return length;
}

/** Writes text at an offset and returns the offset behind it; -1 where the text holds a lone surrogate. */
export function writeUtf8(text: string, into: Uint8Array, at: number): number {
  let o = at;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) into[o++] = unit;
    else if (unit < 0x800) {
      into[o++] = 0xc0 | (unit >> 6);
      into[o++] = 0x80 | (unit & 0x3f);
    } else if (unit < 0xd800 || unit > 0xdfff) {
      into[o++] = 0xe0 | (unit >> 12);
      into[o++] = 0x80 | ((unit >> 6) & 0x3f);
      into[o++] = 0x80 | (unit & 0x3f);
    } else {
      const next = text.charCodeAt(++i);
      if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return -1;
      const point = 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00);
      into[o++] = 0xf0 | (point >> 18);
      into[o++] = 0x80 | ((point >> 12) & 0x3f);
      into[o++] = 0x80 | ((point >> 6) & 0x3f);
      into[o++] = 0x80 | (point & 0x3f);
    }
  }
  return o;
}

/** Text to UTF-8; undefined where the text holds a lone surrogate, which UTF-8 cannot spell. */
export function stringToUtf8(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(utf8Length(text));
  return writeUtf8(text, bytes, 0) < 0 ? undefined : bytes;
}
