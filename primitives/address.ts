import { bech32 } from "@scure/base";
import { sha256 } from "./hash.ts";

/** Text to 20 or 32 raw bytes; undefined where it is no address of this prefix. */
export function addressFromBech32(text: string, prefix: string): Uint8Array | undefined {
  if (text !== text.toLowerCase()) return undefined;
  const decoded = bech32.decodeUnsafe(text, 128);
  if (decoded === undefined || decoded.prefix !== prefix) return undefined;
  const bytes = bech32.fromWordsUnsafe(decoded.words);
  if (!bytes || (bytes.length !== 20 && bytes.length !== 32)) return undefined;
  return Uint8Array.from(bytes);
}

/** Raw bytes to text. */
export function addressToBech32(bytes: Uint8Array, prefix: string): string {
  return bech32.encode(prefix, bech32.toWords(bytes), 128);
}

/** The address of a module's own account: sha256(name)[:20], as in the Cosmos SDK. */
export function moduleAddress(name: string): Uint8Array {
  const bytes = new Uint8Array(name.length);
  for (let i = 0; i < name.length; i++) bytes[i] = name.charCodeAt(i);
  return sha256(bytes).slice(0, 20);
}
