/** Ante steps that charge gas. */
import { FIXED_ANTE_GAS } from "../limits.ts";
import type { AnteCall } from "./ante.ts";

/** What a client leaves out of a simulation. */
const SIMULATED_SIGNATURE_BYTES = 64;

export function chargeSize({ ctx, tx, mode, services }: AnteCall): void {
  const { params } = services;
  let missing = 0;
  if (mode === "simulate") {
    for (const signature of tx.signatures) if (signature.length === 0) missing += SIMULATED_SIGNATURE_BYTES;
  }
  ctx.gas.consume(Number(params.txSizeCostPerByte) * (tx.size + missing), "txSize");
  ctx.gas.consume(FIXED_ANTE_GAS, "ante");
}

export function chargeSignatures({ ctx, tx, services }: AnteCall): void {
  ctx.gas.consume(
    Number(services.params.sigVerifyCostSecp256k1) * tx.signers.length,
    "ante verify: secp256k1",
  );
}
