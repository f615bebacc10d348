/** Ante steps that charge gas. */
import { FIXED_ANTE_GAS } from "../limits.ts";
import type { AnteCall } from "./ante.ts";

/** What a client leaves out of a simulation: a signature, and each one of a multisignature with its mode. */
const SIMULATED_SIGNATURE_BYTES = 64;
const SIMULATED_PART_BYTES = 72;

export function chargeSize({ ctx, tx, services }: AnteCall): void {
  ctx.gas.consume(Number(services.params.txSizeCostPerByte) * tx.size, "txSize");
  ctx.gas.consume(FIXED_ANTE_GAS, "ante");
}

/** Bytes that a signed transaction will have beyond the simulated one. */
function missingBytes({ tx, signing }: AnteCall): number {
  let missing = 0;
  signing.forEach(({ key }, i) => {
    if (tx.signatures[i]!.length > 0) return;
    const { threshold } = key ?? {};
    missing += threshold === undefined ? SIMULATED_SIGNATURE_BYTES : threshold * SIMULATED_PART_BYTES;
  });
  return missing;
}

/** In a simulation, as many as must sign. */
export function chargeSignatures(call: AnteCall): void {
  const { ctx, mode, services, signing, parts } = call;
  const { txSizeCostPerByte, sigVerifyCostSecp256k1 } = services.params;
  if (mode === "simulate") ctx.gas.consume(Number(txSizeCostPerByte) * missingBytes(call), "txSize");
  let verified = 0;
  signing.forEach(({ key }, i) => {
    verified += parts[i]?.length ?? key?.threshold ?? 1;
  });
  ctx.gas.consume(Number(sigVerifyCostSecp256k1) * verified, "ante verify: secp256k1");
}
