/**
 * The bounds that everything else is compared with: what one core does when it does nothing else.
 *
 * @module
 */
import { hash } from "node:crypto";
import { loadNative } from "@assay/chain/app/signature/native";
import type { SignatureCheck } from "@assay/chain/app/signature/verifier";
import secp256k1 from "secp256k1";
import { interleaved, usPerCall } from "./measure.ts";

export interface RawFigures {
  /** secp256k1, native, each of another key. */
  readonly verifyPerSecond: number;
  /** node:crypto's `hash` of 110 bytes, about what a leaf has, into a Buffer. */
  readonly sha256PerSecond: number;
}

export interface RawSizes {
  readonly verifies: number;
  readonly hashes: number;
  readonly rounds: number;
}

const KEYS = 64;

function makeChecks(): SignatureCheck[] {
  return Array.from({ length: KEYS }, (_, i) => {
    const secret = hash("sha256", `bench key ${i}`, "buffer");
    const digest = hash("sha256", `bench message ${i}`, "buffer");
    return {
      digest,
      key: secp256k1.publicKeyCreate(secret, true),
      signature: secp256k1.ecdsaSign(digest, secret).signature,
    };
  });
}

let checks: readonly SignatureCheck[] | undefined;

/** One round of verifications. @throws Error where there is no native add-on: all aims are about it. */
export function verifyPerSecond(count: number): number {
  const verify = loadNative();
  if (verify === undefined) throw new Error("the native secp256k1 add-on has no binary for this machine");
  checks ??= makeChecks();
  const known = checks;
  const us = usPerCall(count, (i) => {
    if (!verify(known[i % KEYS]!)) throw new Error("a signature of the bench does not verify");
  });
  return 1e6 / us;
}

/** One round of hashes. */
export function nativeHashUs(count: number): number {
  const message = new Uint8Array(110);
  return usPerCall(count, () => hash("sha256", message, "buffer"));
}

export function benchRaw({ verifies, hashes, rounds }: RawSizes): RawFigures {
  const { verify, sha256 } = interleaved(rounds, {
    verify: () => verifyPerSecond(verifies),
    sha256: () => 1e6 / nativeHashUs(hashes),
  });
  return { verifyPerSecond: verify, sha256PerSecond: sha256 };
}
