/** Text to SentencePiece unigrams by the best path, with the ties and the unknown sign as the Universal Sentence Encoder has them. */
import type { Prepare } from "./row.ts";
import type { UnigramInput } from "./spec.ts";

const SEPARATOR = "\u2581";
const UNKNOWN = 0;

interface Step {
  readonly id: number;
  readonly score: number;
  readonly length: number;
}

export function unigrams({ pieces, reserved, maxTokens }: UnigramInput): Prepare {
  const known = new Map<string, Step>();
  let longest = 1;
  pieces.forEach(([piece, score], id) => {
    if (id < reserved) return;
    const length = [...piece].length;
    known.set(piece, { id, score, length });
    longest = Math.max(longest, length);
  });
  const unknown: Step = { id: UNKNOWN, score: 0, length: 1 };

  const encode = (text: string): number[] => {
    const normal = text.normalize("NFKC");
    if (normal.length === 0) return [];
    const signs = [...(SEPARATOR + normal.replace(/ /g, SEPARATOR))];
    const best = new Float64Array(signs.length + 1);
    const last: Step[] = new Array(signs.length + 1).fill(unknown);
    // Arrivals at an end are judged in the order of their starts, so that equal scores end alike.
    for (let at = 0; at < signs.length; at++) {
      let piece = "";
      let found = false;
      const until = Math.min(signs.length, at + longest);
      const reach = (step: Step): void => {
        const end = at + step.length;
        const score = step.score + best[at]!;
        if (best[end] === 0 || score >= best[end]!) {
          best[end] = score;
          last[end] = step;
        }
      };
      for (let end = at; end < until; end++) {
        piece += signs[end];
        const step = known.get(piece);
        if (step !== undefined) {
          reach(step);
          found = true;
        }
      }
      if (!found) reach(unknown);
    }
    const ids: number[] = [];
    for (let at = signs.length; at > 0; at -= last[at]!.length) {
      const { id } = last[at]!;
      if (id !== UNKNOWN || ids.at(-1) !== UNKNOWN) ids.push(id);
    }
    return ids.reverse();
  };

  return (text) => {
    const ids = encode(text).slice(0, maxTokens);
    return { rows: [{ ids, weights: ids.map(() => 1) }] };
  };
}
