/**
 * FNV-1a of 32 bits, over bytes.
 *
 * @module
 */

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

export function fnv1a(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let hash = OFFSET;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, PRIME);
  return hash >>> 0;
}

/** fastText's: each byte is widened with its sign first, so bytes above 127 turn the upper bits as well. */
export function fnv1aSigned(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let hash = OFFSET;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ ((bytes[i]! << 24) >> 24), PRIME);
  return hash >>> 0;
}

const encoder = new TextEncoder();

/** Of a text's UTF-8. */
export function fnv1aText(text: string): number {
  let hash = OFFSET;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) return fnv1a(encoder.encode(text));
    hash = Math.imul(hash ^ code, PRIME);
  }
  return hash >>> 0;
}
