/** A node's end of an ABCI socket, for tests: writes requests or any bytes, reads responses in their order. */
import { connect, type Socket } from "node:net";
import { FrameReader } from "@assay/chain/abci/server/frames";
import { Request, Response } from "@assay/proto/gen/tendermint/abci/types";
import type { DeepPartial } from "@assay/proto/wire/message-type";

/** `uvarint(length) || message`. */
export function frame(message: Uint8Array): Buffer {
  const head: number[] = [];
  let rest = message.length;
  for (; rest >= 0x80; rest >>>= 7) head.push((rest & 0x7f) | 0x80);
  return Buffer.concat([Uint8Array.from([...head, rest]), message]);
}

export const requestFrame = (request: DeepPartial<Request>): Buffer =>
  frame(Request.toBytes(Request.fromPartial(request)));

export class AbciClient {
  readonly socket: Socket;
  readonly #reader = new FrameReader();
  readonly #wanted: { resolve(response: Response): void; reject(error: Error): void }[] = [];
  readonly #came: Response[] = [];
  /** Resolves when the connection is closed, by either side. */
  readonly closed: Promise<void>;
  #isClosed = false;

  private constructor(socket: Socket) {
    this.socket = socket;
    this.closed = new Promise((resolve) => {
      socket.on("close", () => {
        this.#isClosed = true;
        for (const { reject } of this.#wanted) reject(new Error("the connection is closed"));
        resolve();
      });
    });
    socket.on("error", () => {});
    socket.on("data", (chunk: Buffer) => {
      this.#reader.push(chunk);
      for (let bytes = this.#reader.next(); bytes !== undefined; bytes = this.#reader.next()) {
        const response = Response.fromBytesStrict(bytes);
        const wanted = this.#wanted.shift();
        if (wanted === undefined) this.#came.push(response);
        else wanted.resolve(response);
      }
    });
  }

  /** @param address as `AbciServer` has it. */
  static async connect(address: string): Promise<AbciClient> {
    const url = address.startsWith("unix://") ? undefined : new URL(address.replace("tcp:", "http:"));
    const socket =
      url === undefined ? connect(address.slice("unix://".length)) : connect(Number(url.port), url.hostname);
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("error", reject);
    });
    return new AbciClient(socket);
  }

  /** The next response that nobody waits for yet. */
  next(): Promise<Response> {
    const came = this.#came.shift();
    if (came !== undefined) return Promise.resolve(came);
    if (this.#isClosed) return Promise.reject(new Error("the connection is closed"));
    return new Promise((resolve, reject) => this.#wanted.push({ resolve, reject }));
  }

  send(...requests: DeepPartial<Request>[]): void {
    this.socket.write(Buffer.concat(requests.map(requestFrame)));
  }

  /** Sends one and waits for its response. */
  ask(request: DeepPartial<Request>): Promise<Response> {
    const response = this.next();
    this.send(request);
    return response;
  }

  close(): void {
    this.socket.destroy();
  }
}
