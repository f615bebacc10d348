/**
 * Addresses: 20 or 32 bytes, spelled in bech32 (BIP-173) with a prefix that names the chain.
 *
 * @module
 */
import { ascii } from "./bytes.ts";
import { sha256 } from "./hash.ts";

const ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const CHECKSUM_CHARACTERS = 6;
/** BIP-173's bound on the whole text. */
const MAX_CHARACTERS = 90;

/** Five bits to character code, and character code to five bits (255: not in the alphabet). */
const characterOf = ascii(ALPHABET);
const bitsOf = new Uint8Array(128).fill(255);
characterOf.forEach((code, bits) => {
  bitsOf[code] = bits;
});

/** What the five bits that leave the checksum at the top put back into it. */
const feedback = Int32Array.from({ length: 32 }, (_, top) =>
  [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].reduce(
    (sum, generator, bit) => ((top >> bit) & 1 ? sum ^ generator : sum),
    0,
  ),
);

function step(checksum: number, bits: number): number {
  return ((checksum & 0x1ffffff) << 5) ^ bits ^ feedback[checksum >>> 25]!;
}

/** Checksum of the prefix as BIP-173 expands it; -1 where the prefix is none (empty, long, upper case, not ASCII). */
function prefixChecksum(prefix: string): number {
  if (prefix.length === 0 || prefix.length > MAX_CHARACTERS) return -1;
  let checksum = 1;
  for (let i = 0; i < prefix.length; i++) {
    const code = prefix.charCodeAt(i);
    if (code < 33 || code > 126 || (code >= 65 && code <= 90)) return -1;
    checksum = step(checksum, code >> 5);
  }
  checksum = step(checksum, 0);
  for (let i = 0; i < prefix.length; i++) checksum = step(checksum, prefix.charCodeAt(i) & 31);
  return checksum;
}

function isAddressLength(length: number): boolean {
  return length === 20 || length === 32;
}

/**
 * Bytes of an address; undefined for another prefix, an upper-case letter (one address, one spelling), a wrong
 * checksum, padding that is not zero, or another length than 20 or 32 bytes. Never throws.
 */
export function addressFromBech32(text: string, prefix: string): Uint8Array | undefined {
  const start = prefix.length + 1;
  const bits = (text.length - start - CHECKSUM_CHARACTERS) * 5;
  const length = bits >> 3;
  if (bits < 0 || !isAddressLength(length) || bits - length * 8 > 4 || text.length > MAX_CHARACTERS) {
    return undefined;
  }
  if (!text.startsWith(prefix) || text.charCodeAt(prefix.length) !== 0x31) return undefined;
  let checksum = prefixChecksum(prefix);
  if (checksum < 0) return undefined;
  const bytes = new Uint8Array(length);
  const dataEnd = text.length - CHECKSUM_CHARACTERS;
  let held = 0;
  let heldBits = 0;
  let at = 0;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const five = code < 128 ? bitsOf[code]! : 255;
    if (five === 255) return undefined;
    checksum = step(checksum, five);
    if (i >= dataEnd) continue;
    held = (held << 5) | five;
    heldBits += 5;
    if (heldBits >= 8) {
      heldBits -= 8;
      bytes[at++] = held >> heldBits;
      held &= (1 << heldBits) - 1;
    }
  }
  return checksum === 1 && held === 0 ? bytes : undefined;
}

/**
 * The one spelling of an address.
 * @throws RangeError for another length than 20 or 32 bytes, or what is no prefix.
 */
export function addressToBech32(bytes: Uint8Array, prefix: string): string {
  if (!isAddressLength(bytes.length))
    throw new RangeError(`an address has 20 or 32 bytes, not ${bytes.length}`);
  let checksum = prefixChecksum(prefix);
  const characters = Math.ceil((bytes.length * 8) / 5);
  if (checksum < 0 || prefix.length + 1 + characters + CHECKSUM_CHARACTERS > MAX_CHARACTERS) {
    throw new RangeError(`"${prefix}" is no address prefix`);
  }
  const data: number[] = new Array(characters + CHECKSUM_CHARACTERS);
  let at = 0;
  let held = 0;
  let heldBits = 0;
  const put = (five: number): void => {
    checksum = step(checksum, five);
    data[at++] = characterOf[five]!;
  };
  for (let i = 0; i < bytes.length; i++) {
    held = (held << 8) | bytes[i]!;
    heldBits += 8;
    while (heldBits >= 5) {
      heldBits -= 5;
      put(held >> heldBits);
      held &= (1 << heldBits) - 1;
    }
  }
  if (heldBits > 0) put(held << (5 - heldBits));
  for (let i = 0; i < CHECKSUM_CHARACTERS; i++) checksum = step(checksum, 0);
  checksum ^= 1;
  for (let i = CHECKSUM_CHARACTERS - 1; i >= 0; i--) data[at++] = characterOf[(checksum >>> (5 * i)) & 31]!;
  // At once: a text that grows by characters is a tree of them.
  return `${prefix}1${String.fromCharCode(...data)}`;
}

/** Address of a module's own account, which no key controls: sha256(name)[:20]. @throws RangeError if not ASCII. */
export function moduleAddress(name: string): Uint8Array {
  return sha256(ascii(name)).slice(0, 20);
}
