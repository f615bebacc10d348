/**
 * ONNX's element types, those that are taken.
 *
 * @module
 */

export const FLOAT = 1;
export const UINT8 = 2;
export const INT8 = 3;
export const INT32 = 6;
export const INT64 = 7;
export const BOOL = 9;

/** Bytes of one element by its type; a type that is not here (text, complex, half, double) is refused. */
export const ELEMENT_BYTES: ReadonlyMap<number, number> = new Map([
  [FLOAT, 4],
  [UINT8, 1],
  [INT8, 1],
  [INT32, 4],
  [INT64, 8],
  [BOOL, 1],
]);
