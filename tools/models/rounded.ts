/**
 * A model swapped for a cheaper one: the same file with its largest table rounded to a few bits a number, as a provider
 * would to fit more of them on a machine.
 *
 * @module
 */
import { fieldsOf, intOf, type Span, spanOf } from "@assay/services/runtime/onnx/fields";

/** Where the floats of the file's largest constant lie. */
function largestTable(bytes: Uint8Array): Span {
  let largest: Span | undefined;
  for (const graph of fieldsOf({ bytes, start: 0, end: bytes.length })) {
    if (graph.number !== 7) continue;
    for (const tensor of fieldsOf(spanOf(bytes, graph))) {
      if (tensor.number !== 5) continue;
      let raw: Span | undefined;
      let isFloat = false;
      for (const part of fieldsOf(spanOf(bytes, tensor))) {
        if (part.number === 2) isFloat = intOf(part) === 1n;
        if (part.number === 9) raw = spanOf(bytes, part);
      }
      if (isFloat && raw !== undefined && raw.end - raw.start > (largest?.end ?? 0) - (largest?.start ?? 0)) {
        largest = raw;
      }
    }
  }
  if (largest === undefined) throw new Error("the file has no table of floats");
  return largest;
}

export function rounded(model: Uint8Array, bits: number): Uint8Array {
  const bytes = model.slice();
  const { start, end } = largestTable(bytes);
  const view = new DataView(bytes.buffer);
  let top = 0;
  for (let at = start; at < end; at += 4) top = Math.max(top, Math.abs(view.getFloat32(at, true)));
  const step = top / (2 ** (bits - 1) - 1);
  for (let at = start; at < end; at += 4) {
    view.setFloat32(at, Math.round(view.getFloat32(at, true) / step) * step, true);
  }
  return bytes;
}
