/**
 * `tendermint.abci.Request` and `Response` around a method's own message: one field, that fills it. Read and written by
 * hand, so that a large message is not looked at twice.
 *
 * @module
 */
import { FrameError } from "./frames.ts";

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

export interface Answered {
  /** Field of `Response`. */
  readonly no: number;
  readonly body: Uint8Array;
}

/** Longest head: the frame's length, a tag, the body's length. */
const MAX_HEAD = 5 + 2 + 5;
/** A body from this size on is not copied. */
const LARGE_BYTES = 16 * 1024;

/** Responses as they go over a socket, in as few pieces as may be without copying what is large. */
export function* responsePieces(answers: readonly Answered[]): Iterable<Buffer> {
  let at = 0;
  let room = 0;
  for (const { body } of answers) room += MAX_HEAD + (body.length < LARGE_BYTES ? body.length : 0);
  const piece = Buffer.allocUnsafe(room);
  let begins = 0;
  for (const { no, body } of answers) {
    const tag = no * 8 + 2;
    at = putVarint(piece, at, varintSize(tag) + varintSize(body.length) + body.length);
    at = putVarint(piece, at, tag);
    at = putVarint(piece, at, body.length);
    if (body.length < LARGE_BYTES) {
      piece.set(body, at);
      at += body.length;
      continue;
    }
    yield piece.subarray(begins, at);
    yield Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    begins = at;
  }
  if (at > begins) yield piece.subarray(begins, at);
}

function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 128)) size++;
  return size;
}

/** @returns where it ends. */
function putVarint(bytes: Uint8Array, at: number, value: number): number {
  let end = at;
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 128)) bytes[end++] = (rest % 128) | 0x80;
  bytes[end++] = rest;
  return end;
}
