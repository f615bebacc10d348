/**
 * Remembers answers, so that a signature is verified once between CheckTx and the block. An answer is kept in its
 * `SignatureCheck`, which binds digest, key and signature, and is forgotten with its transaction.
 *
 * @module
 */
import type { SignatureCheck, SignatureVerifier } from "./verifier.ts";

const known = (check: SignatureCheck): boolean | undefined =>
  check.answer?.to === check ? check.answer.valid : undefined;

export class KnownSignatures {
  readonly #verifier: SignatureVerifier;

  constructor(verifier: SignatureVerifier) {
    this.#verifier = verifier;
  }

  /** Sees to it that `isValid` will know the answer; undefined where it does already. */
  learn(check: SignatureCheck): Promise<void> | undefined {
    if (known(check) !== undefined) return undefined;
    return this.#verifier.verify(check).then((valid) => {
      check.answer = { to: check, valid };
    });
  }

  /** From memory, or computed now: a verifier's answer never depends on which. */
  isValid(check: SignatureCheck): boolean {
    const valid = known(check) ?? this.#verifier.verifyNow(check);
    check.answer = { to: check, valid };
    return valid;
  }
}
