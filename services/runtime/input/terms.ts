/** Text to TF-IDF weights over single words and pairs of words. */
import { lowerAscii } from "./characters.ts";
import type { Prepare } from "./row.ts";
import type { TermInput } from "./spec.ts";

export function terms({ terms: known, idf, maxWords }: TermInput): Prepare {
  const ids = new Map(known.map((term, id) => [term, id]));
  return (text) => {
    const words = (lowerAscii(text).match(/\w+/g) ?? []).filter((word) => word.length > 1).slice(0, maxWords);
    const weights = new Map<number, number>();
    const count = (term: string): void => {
      const id = ids.get(term);
      if (id !== undefined) weights.set(id, (weights.get(id) ?? 0) + idf[id]!);
    };
    words.forEach(count);
    for (let i = 0; i + 1 < words.length; i++) count(`${words[i]} ${words[i + 1]}`);
    let squares = 0;
    for (const weight of weights.values()) squares += weight * weight;
    const length = squares > 0 ? Math.sqrt(squares) : 1;
    return { rows: [{ ids: [...weights.keys()], weights: [...weights.values()].map((w) => w / length) }] };
  };
}
