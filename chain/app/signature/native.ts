/** libsecp256k1, in this thread: 50 us a signature. */
import secp256k1 from "secp256k1";
import { isWellFormed, type SignatureCheck, type SignatureVerifier } from "./verifier.ts";

export function verifyNative(check: SignatureCheck): boolean {
  if (!isWellFormed(check)) return false;
  try {
    return secp256k1.ecdsaVerify(check.signature, check.digest, check.key);
  } catch {
    // It throws for a key off the curve and for r or s past the group's order.
    return false;
  }
}

export const nativeVerifier = (): SignatureVerifier => ({
  verify: async (check) => verifyNative(check),
  verifyNow: verifyNative,
  close: async () => {},
});
