/**
 * Remembers answers, so that a signature is verified once between CheckTx and the block. An entry binds digest, key
 * and signature: nothing else about a transaction matters to it.
 *
 * @module
 */
import type { SignatureCheck, SignatureVerifier } from "./verifier.ts";

/** Two generations of this size: 20 MB at most. */
const GENERATION = 32_768;

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

const nameOf = ({ digest, key, signature }: SignatureCheck): string =>
  `${latin1(digest)}${latin1(key)}${latin1(signature)}`;

export class KnownSignatures {
  readonly #verifier: SignatureVerifier;
  #young = new Map<string, boolean>();
  #old = new Map<string, boolean>();

  constructor(verifier: SignatureVerifier) {
    this.#verifier = verifier;
  }

  /** Sees to it that `isValid` will know the answer. */
  async learn(check: SignatureCheck): Promise<void> {
    const name = nameOf(check);
    if (this.#recall(name) === undefined) this.#remember(name, await this.#verifier.verify(check));
  }

  /** From memory, or computed now: a verifier's answer never depends on which. */
  isValid(check: SignatureCheck): boolean {
    const name = nameOf(check);
    const known = this.#recall(name);
    if (known !== undefined) return known;
    const valid = this.#verifier.verifyNow(check);
    this.#remember(name, valid);
    return valid;
  }

  #recall(name: string): boolean | undefined {
    return this.#young.get(name) ?? this.#old.get(name);
  }

  #remember(name: string, valid: boolean): void {
    if (this.#young.size >= GENERATION) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(name, valid);
  }
}
