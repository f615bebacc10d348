/**
 * One question, several ways to answer it: did this key sign this digest? All verifiers accept and reject exactly the
 * same inputs, since the answer is consensus: compressed keys on the curve, 0 < r, s < n, s in the lower half.
 *
 * @module
 */

export interface SignatureCheck {
  /** 32 bytes. */
  readonly digest: Uint8Array;
  /** secp256k1, compressed: 33 bytes. Other lengths are false. */
  readonly key: Uint8Array;
  /** r and s, 64 bytes. Other lengths are false. */
  readonly signature: Uint8Array;
  /** A memory of `known-signatures.ts`. It says whose it is, since a copy with other bytes is another question. */
  answer?: { readonly to: SignatureCheck; readonly valid: boolean } | undefined;
}

export interface SignatureVerifier {
  /** Off the caller's thread where there is another. Never rejects for a bad input: that is false. */
  verify(check: SignatureCheck): Promise<boolean>;
  /** At once, on the caller's thread. */
  verifyNow(check: SignatureCheck): boolean;
  close(): Promise<void>;
}

export const isWellFormed = ({ digest, key, signature }: SignatureCheck): boolean =>
  digest.length === 32 && key.length === 33 && (key[0] === 2 || key[0] === 3) && signature.length === 64;
