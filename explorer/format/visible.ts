/**
 * Text from the chain, made safe to look at: what would reorder, hide or break it becomes a mark.
 *
 * @module
 */

/** A run of ordinary text, or one character that must be shown as a mark. */
export type Piece = { readonly text: string } | { readonly mark: string; readonly name: string };

const NAMES: Readonly<Record<number, string>> = {
  173: "soft hyphen",
  1564: "Arabic letter mark",
  6158: "Mongolian vowel separator",
  8203: "zero-width space",
  8204: "zero-width non-joiner",
  8205: "zero-width joiner",
  8206: "left-to-right mark",
  8207: "right-to-left mark",
  8232: "line separator",
  8233: "paragraph separator",
  8234: "left-to-right embedding",
  8235: "right-to-left embedding",
  8236: "end of direction",
  8237: "left-to-right override",
  8238: "right-to-left override",
  8288: "word joiner",
  8294: "left-to-right isolate",
  8295: "right-to-left isolate",
  8296: "first strong isolate",
  8297: "end of isolate",
  65279: "byte order mark",
  65533: "broken character",
};

function isHidden(code: number): boolean {
  return (
    NAMES[code] !== undefined ||
    (code < 0x20 && code !== 0x09 && code !== 0x0a) ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0x2061 && code <= 0x206f) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    (code >= 0xe0000 && code <= 0xe0fff)
  );
}

/** Splits text into plain runs and marks. Tab and line feed stay text. */
export function visiblePieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let run = "";
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (!isHidden(code)) {
      run += char;
      continue;
    }
    if (run !== "") pieces.push({ text: run });
    run = "";
    const mark = code.toString(16).toUpperCase().padStart(4, "0");
    pieces.push({ mark, name: NAMES[code] ?? "control character" });
  }
  if (run !== "") pieces.push({ text: run });
  return pieces;
}

/** The same as one line of text, for attributes and titles: `a‹202E›b`. */
export function visibleText(text: string): string {
  return visiblePieces(text)
    .map((piece) => ("text" in piece ? piece.text : `‹${piece.mark}›`))
    .join("");
}
