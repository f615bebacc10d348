/**
 * Text on the wire: UTF-8 whose faults are the codec's own error.
 *
 * @module
 */
import * as utf8 from "@assay/primitives/utf8";
import { WireError } from "./errors.ts";

/**
 * Well-formed UTF-8 to text.
 * @throws WireError `utf8` where it is not.
 */
export function utf8ToString(bytes: Uint8Array, start = 0, end = bytes.length): string {
  const text = utf8.utf8ToString(bytes, start, end);
  if (text === undefined) throw new WireError("utf8", "text is not well-formed UTF-8");
  return text;
}

/**
 * Writes text at an offset and returns the offset behind it.
 * @throws WireError `utf8` for a lone surrogate.
 */
export function writeUtf8(text: string, into: Uint8Array, at: number): number {
  const end = utf8.writeUtf8(text, into, at);
  if (end < 0) throw new WireError("utf8", "text holds a lone surrogate");
  return end;
}

/** Text to UTF-8. @throws WireError `utf8` for a lone surrogate. */
export function stringToUtf8(text: string): Uint8Array {
  const bytes = utf8.stringToUtf8(text);
  if (bytes === undefined) throw new WireError("utf8", "text holds a lone surrogate");
  return bytes;
}
