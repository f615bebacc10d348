/** @module Who a block's proposer is: consensus addresses to the names of the validators. */
import { toHex } from "@assay/primitives/bytes";
import { sha256 } from "@assay/primitives/hash";
import { useValidators } from "./market.ts";

/** Upper hex of a consensus key's address: sha256[:20]. */
export function consensusAddress(pubkey: Uint8Array): string {
  return toHex(sha256(pubkey).subarray(0, 20)).toUpperCase();
}

/** Moniker of a consensus address (upper hex), or its head where it is not known. */
export function useMonikers(): (address: string) => string {
  const validators = useValidators();
  const names = new Map<string, string>();
  if (validators.state === "ready") {
    for (const one of validators.value) names.set(consensusAddress(one.consensusPubkey), one.moniker);
  }
  return (address) => names.get(address.toUpperCase()) ?? `${address.slice(0, 8)}…`;
}
