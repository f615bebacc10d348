/**
 * Remembers answers, so that a signature is verified once between CheckTx and the block. An answer belongs to one
 * `SignatureCheck`, which binds digest, key and signature; it is forgotten with its transaction.
 *
 * @module
 */
import type { SignatureCheck, SignatureVerifier } from "./verifier.ts";

export class KnownSignatures {
  readonly #verifier: SignatureVerifier;
  readonly #answers = new WeakMap<SignatureCheck, boolean>();

  constructor(verifier: SignatureVerifier) {
    this.#verifier = verifier;
  }

  /** Sees to it that `isValid` will know the answer; undefined where it does already. */
  learn(check: SignatureCheck): Promise<void> | undefined {
    if (this.#answers.has(check)) return undefined;
    return this.#verifier.verify(check).then((valid) => {
      this.#answers.set(check, valid);
    });
  }

  /** From memory, or computed now: a verifier's answer never depends on which. */
  isValid(check: SignatureCheck): boolean {
    const known = this.#answers.get(check);
    if (known !== undefined) return known;
    const valid = this.#verifier.verifyNow(check);
    this.#answers.set(check, valid);
    return valid;
  }
}
