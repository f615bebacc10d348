/** Text to fastText's features: words that it knows, and the character n-grams of every word. */
import { fnv1aSigned } from "./fnv.ts";
import type { Prepare } from "./row.ts";
import type { SubwordInput } from "./spec.ts";

/** The signs at which fastText splits; a newline would end its line, so it is read as a space. */
const SPLIT = /[ \n\r\t\v\f\0]+/;
const encoder = new TextEncoder();

const continues = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

export function subwords({ words, minLength, maxLength, buckets, kept, end }: SubwordInput): Prepare {
  const wordIds = new Map(words.map((word, id) => [word, id]));
  const keptIds = new Map(kept.map((bucket, i) => [bucket, words.length + i]));

  const endId = wordIds.get(end);

  const addParts = (word: string, into: number[]): void => {
    const bytes = encoder.encode(`<${word}>`);
    for (let start = 0; start < bytes.length; start++) {
      if (continues(bytes[start])) continue;
      let end = start;
      for (let length = 1; length <= maxLength && end < bytes.length; length++) {
        end++;
        while (continues(bytes[end])) end++;
        if (length < minLength || (length === 1 && (start === 0 || end === bytes.length))) continue;
        const id = keptIds.get(fnv1aSigned(bytes, start, end) % buckets);
        if (id !== undefined) into.push(id);
      }
    }
  };

  return (text) => {
    const ids: number[] = [];
    for (const word of text.split(SPLIT)) {
      if (word === end) break;
      if (word === "") continue;
      const id = wordIds.get(word);
      if (id !== undefined) ids.push(id);
      addParts(word, ids);
    }
    if (endId !== undefined) ids.push(endId);
    const weight = 1 / Math.max(1, ids.length);
    return { rows: [{ ids, weights: ids.map(() => weight) }] };
  };
}
