/** WebSockets handed on as they are: after the handshake both sides talk through. */
import type { IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { forwardedHeaders } from "./proxy.ts";

export interface UpgradeOptions {
  /** Base URL of the RPC server now; undefined while there is none. */
  target(): string | undefined;
  readonly maxSockets: number;
  readonly connectTimeoutMs: number;
}

function refuse(socket: Socket, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

/** A browser names the page's origin: another page's script must not talk through this one. */
function sameOrigin({ headers }: IncomingMessage): boolean {
  if (headers.origin === undefined) return true;
  try {
    return new URL(headers.origin).host === headers.host;
  } catch {
    return false;
  }
}

export class UpgradeProxy {
  readonly #options: UpgradeOptions;
  readonly #open = new Set<Socket>();

  constructor(options: UpgradeOptions) {
    this.#options = options;
  }

  handle(request: IncomingMessage, client: Socket, head: Buffer): void {
    client.on("error", () => client.destroy());
    const target = this.#options.target();
    if ((request.url ?? "").split("?")[0] !== "/websocket") refuse(client, "404 Not Found");
    else if (!sameOrigin(request)) refuse(client, "403 Forbidden");
    else if (this.#open.size >= this.#options.maxSockets) refuse(client, "429 Too Many Requests");
    else if (target === undefined) refuse(client, "502 Bad Gateway");
    else this.#tunnel(request, client, head, target);
  }

  #tunnel(request: IncomingMessage, client: Socket, head: Buffer, target: string): void {
    const url = new URL(target);
    const server = connect({ host: url.hostname, port: Number(url.port) });
    this.#open.add(client);
    let connected = false;
    const end = (): void => {
      this.#open.delete(client);
      server.destroy();
      if (connected || client.destroyed) client.destroy();
      else refuse(client, "502 Bad Gateway");
    };
    server.setTimeout(this.#options.connectTimeoutMs, () => {
      if (!connected) end();
    });
    server.on("error", end);
    server.on("close", end);
    client.on("close", end);
    server.on("connect", () => {
      connected = true;
      server.setTimeout(0);
      server.setNoDelay(true);
      client.setNoDelay(true);
      server.write(this.#handshake(request, url));
      if (head.length > 0) server.write(head);
      server.pipe(client);
      client.pipe(server);
    });
  }

  #handshake(request: IncomingMessage, url: URL): string {
    const lines = [
      "GET /websocket HTTP/1.1",
      `host: ${url.host}`,
      "connection: Upgrade",
      "upgrade: websocket",
    ];
    for (const [name, value] of Object.entries(forwardedHeaders(request))) {
      if (name.startsWith("sec-websocket-") || name === "x-forwarded-for") lines.push(`${name}: ${value}`);
    }
    return `${lines.join("\r\n")}\r\n\r\n`;
  }

  close(): void {
    for (const socket of this.#open) socket.destroy();
  }
}
