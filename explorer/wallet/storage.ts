/**
 * The browser's storage as JSON under `assay.` names. A page whose storage is blocked goes on without.
 *
 * @module
 */

export function readStored<T>(name: string, check: (value: unknown) => value is T): T | undefined {
  try {
    const text = localStorage.getItem(`assay.${name}`);
    if (text === null) return undefined;
    const value: unknown = JSON.parse(text);
    return check(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** False where the browser keeps nothing: who must not lose it has to stop. */
export function writeStored(name: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(`assay.${name}`);
    else localStorage.setItem(`assay.${name}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
