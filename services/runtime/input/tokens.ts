/** Text to a row for each of its tokens: hashed features of the token and its neighbours. */
import { lowerAscii, shapeOf, splitTokens } from "./characters.ts";
import { fnv1aText } from "./fnv.ts";
import type { Prepare, Row } from "./row.ts";
import type { ContextPart, TokenInput } from "./spec.ts";

/** What stands before the first token and behind the last. */
const BORDER = "\u0000";

interface Token {
  readonly word: string;
  readonly lower: string;
  readonly shape: string;
}

const border: Token = { word: BORDER, lower: BORDER, shape: BORDER };

function partOf(token: Token, [, part, length = 0]: ContextPart): string {
  if (part === "prefix") return token.lower.slice(0, length);
  if (part === "suffix") return token.lower.slice(-length);
  return token[part];
}

/** The rows of a sentence that is split already; training has its own tokens. */
export function rowsOfTokens(spec: TokenInput, words: readonly string[]): Row[] {
  const tokens = words.map((word): Token => ({ word, lower: lowerAscii(word), shape: shapeOf(word) }));
  const weights = spec.features.map(() => 1);
  return tokens.map((_, at) => ({
    ids: spec.features.map((feature, number) => {
      let text = String(number);
      for (const part of feature) text += `\u0001${partOf(tokens[at + part[0]] ?? border, part)}`;
      return fnv1aText(text) % spec.buckets;
    }),
    weights,
  }));
}

export function tokens(spec: TokenInput): Prepare {
  return (text) => {
    const words = splitTokens(text);
    return { rows: rowsOfTokens(spec, words), tokens: words };
  };
}
