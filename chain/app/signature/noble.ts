/** @noble/curves: the fallback where there is no native add-on, 20 times slower. */
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { isWellFormed, type SignatureCheck } from "./verifier.ts";

export function verifyNoble(check: SignatureCheck): boolean {
  if (!isWellFormed(check)) return false;
  try {
    return secp256k1.verify(check.signature, check.digest, check.key, {
      prehash: false,
      lowS: true,
      format: "compact",
    });
  } catch {
    return false;
  }
}
