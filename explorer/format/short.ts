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

/**
 * Of the values on one page, those that shorten to the same text as another one: they must be shown in full, since
 * anyone can grind an address that shortens like yours.
 */
export function clashing(values: Iterable<string>, shorten: (value: string) => string): Set<string> {
  const byShort = new Map<string, string>();
  const clash = new Set<string>();
  for (const value of values) {
    const key = shorten(value);
    const first = byShort.get(key);
    if (first === undefined) byShort.set(key, value);
    else if (first !== value) {
      clash.add(first);
      clash.add(value);
    }
  }
  return clash;
}
