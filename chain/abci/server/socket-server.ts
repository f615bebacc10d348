/** Listens for a node on a unix or tcp socket. */
import { rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { type AbciAddress, formatAbciAddress } from "./address.ts";
import type { Dispatcher, ServerLogger } from "./dispatcher.ts";
import { serveConnection } from "./socket-connection.ts";

export interface Listening {
  /** With the port that was given for port 0. */
  readonly address: string;
  close(): Promise<void>;
}

export async function listenSocket(
  address: AbciAddress,
  dispatcher: Dispatcher,
  logger: ServerLogger,
): Promise<Listening> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    serveConnection(socket, dispatcher, logger);
  });
  if (address.kind === "unix") rmSync(address.path, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    const listening = (): void => {
      server.off("error", reject);
      server.on("error", (error) => logger.error({ err: error }, "the ABCI socket failed"));
      resolve();
    };
    if (address.kind === "unix") server.listen(address.path, listening);
    else server.listen(address.port, address.host, listening);
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return {
    address: formatAbciAddress(address.kind === "unix" ? address : { ...address, port }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
