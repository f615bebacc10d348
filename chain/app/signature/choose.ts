/** The best verifier that this machine and this process have. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { inThread, loadNative } from "./native.ts";
import { verifyNoble } from "./noble.ts";
import type { SignatureVerifier } from "./verifier.ts";
import { workerVerifier } from "./worker.ts";

export interface ChosenVerifier {
  readonly verifier: SignatureVerifier;
  /** For the log. */
  readonly name: "native, worker" | "native" | "noble, worker" | "noble";
}

/** In this thread: for tools that do nothing else meanwhile. */
export const threadVerifier = (): SignatureVerifier => inThread(loadNative() ?? verifyNoble);

/** @param onLost told where the worker ends by itself; verification goes on in this thread. */
export function chooseVerifier(onLost: (cause: Error) => void): ChosenVerifier {
  const native = loadNative();
  const verifyNow = native ?? verifyNoble;
  const name = native === undefined ? "noble" : "native";
  const bundles = process.env.ASSAY_BUNDLES;
  const file = bundles === undefined ? undefined : join(bundles, "verify-worker.mjs");
  if (file === undefined || !existsSync(file)) return { verifier: inThread(verifyNow), name };
  return { verifier: workerVerifier(file, verifyNow, native !== undefined, onLost), name: `${name}, worker` };
}
