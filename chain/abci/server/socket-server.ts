/** Listens for a node on a unix or tcp socket. */
import { chmodSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { type AbciAddress, formatAbciAddress } from "./address.ts";
import type { Dispatcher, ServerLogger } from "./dispatcher.ts";
import { SocketConnection } from "./socket-connection.ts";

/** Answers that a peer has not read, in bytes: beyond it none of its requests is read. */
const WRITE_AHEAD_BYTES = 1024 * 1024;

export interface Listening {
  /** With the port that was given for port 0. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Removes the socket of a process that was killed.
 * @throws Error where one that lives listens there.
 */
export async function clearSocketFile(path: string): Promise<void> {
  const answered = await new Promise<boolean>((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("close", () => socket.destroy());
  });
  if (answered) throw new Error(`unix://${path}: another application listens there; stop it first`);
  rmSync(path, { force: true });
}

export async function listenSocket(
  address: AbciAddress,
  dispatcher: Dispatcher,
  logger: ServerLogger,
): Promise<Listening> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true, highWaterMark: WRITE_AHEAD_BYTES }, (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    new SocketConnection(socket, dispatcher, logger);
  });
  if (address.kind === "unix") await clearSocketFile(address.path);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.once("listening", resolve);
    if (address.kind === "unix") server.listen(address.path);
    else server.listen(address.port, address.host);
  });
  server.on("error", (error) => logger.error({ err: error }, "the ABCI socket failed"));
  // Who may connect decides what is true here.
  if (address.kind === "unix") chmodSync(address.path, 0o600);
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
