/** The envelope `tendermint.abci.Request`: one field, that fills it. */
import { FrameError } from "./frames.ts";

/** @throws FrameError for anything else. */
export function oneof(frame: Uint8Array): { readonly no: number; readonly body: Uint8Array } {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let i = 0; i < 5; i++) {
      const byte = frame[at++];
      if (byte === undefined) throw new FrameError("a request that ends in its head");
      value += (byte & 0x7f) * 128 ** i;
      if (byte < 0x80) return value;
    }
    throw new FrameError("a request with a number of more than 5 bytes in its head");
  };
  const tag = varint();
  if (tag % 8 !== 2) throw new FrameError(`a request of wire type ${tag % 8}`);
  const length = varint();
  if (length !== frame.length - at) {
    throw new FrameError(`a request of ${length} bytes in an envelope with ${frame.length - at}`);
  }
  return { no: Math.floor(tag / 8), body: frame.subarray(at) };
}
