/**
 * Addresses and hashes, shortened so that head and tail can be compared.
 *
 * @module
 */

/** `assay1q7f…k3ze`; texts that would gain nothing stay whole. */
export function shortAddress(address: string): string {
  const separator = address.lastIndexOf("1");
  const head = separator + 4;
  return address.length <= head + 5 ? address : `${address.slice(0, head)}…${address.slice(-4)}`;
}

/** `8c1f04…e27a` (`4fa1c0…9d31`). */
export function shortHash(hash: string): string {
  return hash.length <= 12 ? hash : `${hash.slice(0, 6)}…${hash.slice(-4)}`;
}
