/**
 * CometBFT's framing: `uvarint(length) || message`, whatever the chunks that the bytes come in. Nothing is set aside
 * for a length that was only announced.
 *
 * @module
 */

/** Longest message of a node that is read, in bytes: a genesis may be large. CometBFT itself takes 2 GiB. */
export const MAX_FRAME_BYTES = 1024 * 1024 * 1024;
/** Bytes of the longest length that is read: 35 bits. */
const MAX_VARINT = 5;

/** What the peer sent is no frame. */
export class FrameError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "FrameError";
  }
}

export class FrameReader {
  readonly #maxBytes: number;
  #chunks: Buffer[] = [];
  /** Bytes that wait in `#chunks`. */
  #size = 0;
  /** Length of the frame that is being read; undefined before it is known. */
  #length: number | undefined;

  constructor(maxBytes: number = MAX_FRAME_BYTES) {
    this.#maxBytes = maxBytes;
  }

  push(chunk: Buffer): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#size += chunk.length;
  }

  /** Bytes that came and belong to no whole frame yet. */
  get pending(): number {
    return this.#size;
  }

  /** The next whole message; undefined where more bytes must come first. @throws FrameError */
  next(): Uint8Array | undefined {
    this.#length ??= this.#readLength();
    const length = this.#length;
    if (length === undefined || this.#size < length) return undefined;
    this.#length = undefined;
    if (length === 0) return new Uint8Array(0);
    const first = this.#first(length);
    this.#drop(length);
    // No Buffer, whose slices would be views of a chunk that many messages share.
    return new Uint8Array(first.buffer, first.byteOffset, length);
  }

  #readLength(): number | undefined {
    if (this.#size === 0) return undefined;
    const bytes = this.#first(Math.min(this.#size, MAX_VARINT));
    let length = 0;
    for (let i = 0; i < MAX_VARINT && i < bytes.length; i++) {
      const byte = bytes[i]!;
      length += (byte & 0x7f) * 128 ** i;
      if (byte >= 0x80) continue;
      if (length > this.#maxBytes) {
        throw new FrameError(`a message of ${length} bytes, where ${this.#maxBytes} are the most`);
      }
      this.#drop(i + 1);
      return length;
    }
    if (bytes.length >= MAX_VARINT) throw new FrameError(`a length of more than ${MAX_VARINT} bytes`);
    return undefined;
  }

  /** The first chunk, made to hold so many bytes. */
  #first(length: number): Buffer {
    const [first] = this.#chunks;
    if (first !== undefined && first.length >= length) return first;
    const joined = Buffer.concat(this.#chunks, this.#size);
    this.#chunks = [joined];
    return joined;
  }

  /** From the front of the first chunk, which holds them. */
  #drop(length: number): void {
    const first = this.#chunks[0]!;
    this.#size -= length;
    if (first.length === length) this.#chunks.shift();
    else this.#chunks[0] = first.subarray(length);
  }
}
