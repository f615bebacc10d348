/**
 * A small picture of an address or id, so that two that are shortened alike look apart. It proves nothing.
 *
 * @module
 */
import { sha256 } from "./hash.ts";

const SIDE = 5;

export interface Identicon {
  /** 25 cells, row by row, true where filled; the right half mirrors the left. */
  readonly cells: readonly boolean[];
  /** One of eight colours: 0 to 7. */
  readonly hue: number;
}

/** Cells and hue from sha256 of the bytes: 15 bits for the left three columns, then 3 for the hue. */
export function identicon(bytes: Uint8Array): Identicon {
  const hash = sha256(bytes);
  const half = Math.ceil(SIDE / 2);
  const cells = Array.from({ length: SIDE * SIDE }, (_, cell) => {
    const column = cell % SIDE;
    const bit = Math.floor(cell / SIDE) * half + Math.min(column, SIDE - 1 - column);
    return ((hash[bit >> 3]! >> (bit & 7)) & 1) === 1;
  });
  return { cells, hue: hash[2]! & 7 };
}
