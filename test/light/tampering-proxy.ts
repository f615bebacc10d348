/**
 * A liar between a light client and an honest node: passes every call on, and changes the answer of one height.
 *
 * @module
 */
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

type Answer = { [key: string]: unknown };

/** Changes an answer in place; the call tells which it is. */
export type Lie = (method: string, height: number, result: Answer) => void;

export interface TamperingProxy {
  readonly url: string;
  /** Answers that it changed. */
  readonly lies: () => number;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

export async function startTamperingProxy(upstream: string, lie: Lie): Promise<TamperingProxy> {
  let lies = 0;
  const open = new Set<Socket>();
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const { method, params } = JSON.parse(body) as { method: string; params?: { height?: string } };
      const answer = await fetch(upstream, {
        method: "POST",
        body,
        headers: { "content-type": "application/json" },
      });
      const told = (await answer.json()) as { result?: Answer };
      if (told.result !== undefined) {
        const before = JSON.stringify(told.result);
        lie(method, Number(params?.height ?? 0), told.result);
        if (JSON.stringify(told.result) !== before) lies++;
      }
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(told));
    })().catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  // What a WebSocket says is passed on as it is.
  server.on("upgrade", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const { hostname, port } = new URL(upstream);
    const other = connect(Number(port), hostname, () => {
      const lines = request.rawHeaders.map((text, i) => (i % 2 === 0 ? `${text}: ` : `${text}\r\n`));
      other.write(`GET ${request.url} HTTP/1.1\r\n${lines.join("")}\r\n`);
      other.write(head);
      other.pipe(socket);
      socket.pipe(other);
    });
    for (const [one, its] of [
      [socket, other],
      [other, socket],
    ] as const) {
      one.on("error", () => its.destroy());
      one.on("close", () => its.destroy());
      open.add(one);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lies: () => lies,
    close: () => {
      server.closeAllConnections();
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Hex text with one bit of one byte turned over. */
export function flipHex(text: string, byte = 0): string {
  const bytes = Buffer.from(text, "hex");
  bytes[byte] = bytes[byte]! ^ 1;
  return bytes.toString("hex").toUpperCase();
}

export function flipBase64(text: string, byte = 0): string {
  const bytes = Buffer.from(text, "base64");
  bytes[byte] = bytes[byte]! ^ 1;
  return bytes.toString("base64");
}
