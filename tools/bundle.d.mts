/** Root folder of the sources. */
export const root: string;
/** Name of a bundle to its source. */
export const entries: Readonly<Record<string, string>>;
/** Bundles the entries into `.cache/bundles/NAME` and returns that folder. */
export function bundle(name: string, wanted: Readonly<Record<string, string>>): Promise<string>;
