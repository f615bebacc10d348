/**
 * SHA-256 by the machine's own library: a block of a thousand transactions needs thousands of hashes.
 *
 * @module
 */
import { createHash, hash } from "node:crypto";

/** 32 bytes. Hashing to text of one character a byte costs half of what hashing to a Buffer does. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return digest(hash("sha256", bytes, "binary"));
}

/** Hash of a one-byte prefix and bytes too large to copy. */
export function sha256Prefixed(prefix: number, bytes: Uint8Array): Uint8Array {
  return digest(createHash("sha256").update(Uint8Array.of(prefix)).update(bytes).digest("binary"));
}

/**
 * The 32 bytes of a hash in text of one character a byte.
 *
 * A plain array, since `Buffer.slice` shares its bytes where `Uint8Array.slice` copies them.
 */
export function digest(text: string): Uint8Array {
  const bytes = new Uint8Array(32);
  Buffer.from(bytes.buffer).write(text, "latin1");
  return bytes;
}
