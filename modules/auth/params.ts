import { Params } from "@assay/proto/gen/cosmos/auth/v1beta1/auth";

/** The Cosmos SDK's own, which clients assume. */
export const defaultParams: Params = {
  maxMemoCharacters: 256n,
  txSigLimit: 7n,
  txSizeCostPerByte: 10n,
  sigVerifyCostEd25519: 590n,
  sigVerifyCostSecp256k1: 1000n,
};

/** Inclusive bounds of each parameter. */
export const paramBounds: Readonly<Record<keyof Params, readonly [low: bigint, high: bigint]>> = {
  maxMemoCharacters: [1n, 4096n],
  txSigLimit: [1n, 16n],
  txSizeCostPerByte: [1n, 1000n],
  sigVerifyCostEd25519: [1n, 100_000n],
  sigVerifyCostSecp256k1: [1n, 100_000n],
};

/** @throws Error that names the first parameter out of its bounds. */
export function checkParams(params: Params): void {
  for (const field of Params.fields) {
    const name = field.name as keyof Params;
    const [low, high] = paramBounds[name];
    if (params[name] < low || params[name] > high) {
      throw new Error(`auth: ${field.protoName} must be ${low} to ${high}, not ${params[name]}`);
    }
  }
}
