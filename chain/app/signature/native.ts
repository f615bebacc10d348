/** libsecp256k1 through its native add-on: 50 us a signature. */
import { createRequire } from "node:module";
import type secp256k1 from "secp256k1";
import { isWellFormed, type SignatureCheck, type SignatureVerifier } from "./verifier.ts";

/**
 * The add-on alone: the package's main file would fall back to a JavaScript of its own without a word.
 * Undefined where it has no binary for this machine.
 */
function loadAddon(): typeof secp256k1 | undefined {
  try {
    return createRequire(import.meta.url)("secp256k1/bindings.js") as typeof secp256k1;
  } catch {
    return undefined;
  }
}

/** Undefined where there is no binary for this machine. */
export function loadNative(): ((check: SignatureCheck) => boolean) | undefined {
  const addon = loadAddon();
  if (addon === undefined) return undefined;
  return (check) => {
    if (!isWellFormed(check)) return false;
    try {
      return addon.ecdsaVerify(check.signature, check.digest, check.key);
    } catch {
      // It throws for a key off the curve and for r or s past the group's order.
      return false;
    }
  };
}

/** Verifies in the caller's thread. */
export function inThread(verifyNow: (check: SignatureCheck) => boolean): SignatureVerifier {
  return { verify: async (check) => verifyNow(check), verifyNow, close: async () => {} };
}
