/**
 * `tendermint.abci.Request` and `Response` around a method's own message: one field, that fills it. Read and written by
 * hand, so that a large message is not looked at twice.
 *
 * @module
 */
import { FrameError, putVarint } from "./frames.ts";

/** @param no of the field, which names the method. */
export function openEnvelope(request: Uint8Array): { readonly no: number; readonly body: Uint8Array } {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let i = 0; i < 5; i++) {
      const byte = request[at++];
      if (byte === undefined) throw new FrameError("a request that ends in its head");
      value += (byte & 0x7f) * 128 ** i;
      if (byte < 0x80) return value;
    }
    throw new FrameError("a request with a number of more than 5 bytes in its head");
  };
  const tag = varint();
  if (tag % 8 !== 2) throw new FrameError(`a request of wire type ${tag % 8}`);
  const length = varint();
  if (length !== request.length - at) {
    throw new FrameError(`a request of ${length} bytes in an envelope with ${request.length - at}`);
  }
  return { no: Math.floor(tag / 8), body: request.subarray(at) };
}

/** What goes before a response's body on a socket: the frame's length and the envelope's head. */
export function responseHead(no: number, body: Uint8Array): Uint8Array {
  const head: number[] = [];
  putVarint(head, no * 8 + 2);
  putVarint(head, body.length);
  const frame: number[] = [];
  putVarint(frame, head.length + body.length);
  return Uint8Array.from([...frame, ...head]);
}
