/** Text to hashed runs of words and of characters. */
import { lowerAscii, splitWords } from "./characters.ts";
import { fnv1aText } from "./fnv.ts";
import type { Prepare } from "./row.ts";
import type { HashedInput } from "./spec.ts";

/** Longer ones are cut, so that one endless word is no more work than many. */
const MAX_WORD = 64;

export function hashed({ words: runs, characters, buckets }: HashedInput): Prepare {
  return (text) => {
    const found = new Set<number>();
    const words = splitWords(lowerAscii(text)).map((word) => word.slice(0, MAX_WORD));
    for (const run of runs) {
      for (let i = 0; i + run <= words.length; i++) {
        found.add(fnv1aText(`w${words.slice(i, i + run).join(" ")}`) % buckets);
      }
    }
    for (const word of words) {
      const bordered = `<${word}>`;
      for (const run of characters) {
        for (let i = 0; i + run <= bordered.length; i++) {
          found.add(fnv1aText(`c${bordered.slice(i, i + run)}`) % buckets);
        }
      }
    }
    const weight = 1 / Math.sqrt(Math.max(1, found.size));
    return { rows: [{ ids: [...found], weights: Array.from(found, () => weight) }] };
  };
}
