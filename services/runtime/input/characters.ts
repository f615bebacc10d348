/**
 * What a letter is, without Unicode's tables, which differ between hosts: ASCII is lowered, and all above ASCII counts
 * as part of a word.
 *
 * @module
 */

const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);

const isWordCharacter = (code: number): boolean =>
  code >= 0x80 ||
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a);

/** Lowers A to Z alone. */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
}

/** Words, and each sign that is neither word nor space by itself. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0x20;
    if (isWordCharacter(code)) {
      if (start < 0) start = i;
      continue;
    }
    if (start >= 0) words.push(text.slice(start, i));
    start = -1;
    if (!isSpace(code)) words.push(text[i]!);
  }
  return words;
}

const OPENING = new Set("\"'([{<`$".split(""));
const CLOSING = new Set("\"')]}>,;:.?!`%".split(""));

/** Words as text for reading has them: punctuation stands alone at a word's edges and stays within it. */
export function splitTokens(text: string): string[] {
  const tokens: string[] = [];
  for (const chunk of text.split(/[\t-\r ]+/)) {
    let start = 0;
    let end = chunk.length;
    const closing: string[] = [];
    while (start < end - 1 && OPENING.has(chunk[start]!)) tokens.push(chunk[start++]!);
    while (end > start + 1 && CLOSING.has(chunk[end - 1]!)) closing.push(chunk[--end]!);
    if (end > start) tokens.push(chunk.slice(start, end));
    tokens.push(...closing.reverse());
  }
  return tokens;
}

/** Aa for Word, A for NATO, 9-a for 3-day: letters by case, digits, and the rest as it is; runs once. */
export function shapeOf(word: string): string {
  let shape = "";
  for (const character of word) {
    const code = character.codePointAt(0)!;
    const kind =
      code >= 0x41 && code <= 0x5a
        ? "A"
        : code >= 0x30 && code <= 0x39
          ? "9"
          : isWordCharacter(code)
            ? "a"
            : character;
    if (!shape.endsWith(kind)) shape += kind;
  }
  return shape;
}
