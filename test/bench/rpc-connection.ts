/**
 * One keep-alive connection to a node's RPC, with as little work as a client can do: on the machine of the node, what
 * the client costs the node lacks.
 *
 * @module
 */
import { connect, type Socket } from "node:net";

const HEAD_END = Buffer.from("\r\n\r\n");

export type Broadcast = "async" | "sync";

/** A broadcast as CosmJS sends it, whole. */
export function broadcastRequest(tx: Uint8Array, how: Broadcast = "sync"): Buffer {
  const text = Buffer.from(tx.buffer, tx.byteOffset, tx.byteLength).toString("base64");
  const body = `{"jsonrpc":"2.0","id":1,"method":"broadcast_tx_${how}","params":{"tx":"${text}"}}`;
  return Buffer.from(
    "POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n" +
      `content-length: ${body.length}\r\n\r\n${body}`,
  );
}

export class RpcConnection {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { resolve(body: string): void; reject(error: Error): void } | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => this.#receive(chunk));
    socket.on("error", (error) => this.#waiting?.reject(error));
    socket.on("close", () => this.#waiting?.reject(new Error("the node closed the connection")));
  }

  static open(port: number): Promise<RpcConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("error", reject);
      socket.once("connect", () => {
        socket.off("error", reject);
        resolve(new RpcConnection(socket));
      });
    });
  }

  /** The answer's body. One request at a time. */
  ask(request: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  #receive(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const head = this.#received.indexOf(HEAD_END);
    if (head < 0) return;
    const length = /content-length: (\d+)/i.exec(this.#received.toString("latin1", 0, head))?.[1];
    if (length === undefined) throw new Error("an answer without a content-length");
    const end = head + HEAD_END.length + Number(length);
    if (this.#received.length < end) return;
    const body = this.#received.toString("utf8", head + HEAD_END.length, end);
    this.#received = this.#received.subarray(end);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve(body);
  }

  close(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }
}

/** @throws Error where the node does not take it. */
export async function broadcast(connection: RpcConnection, request: Buffer): Promise<void> {
  const answer = await connection.ask(request);
  const { result } = JSON.parse(answer) as { result?: { code: number } };
  if (result?.code !== 0) throw new Error(`the node refused: ${answer}`);
}
