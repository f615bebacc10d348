/**
 * An application as a process of its own, beside a CometBFT node: ABCI 2.0 (`tendermint.abci` of v0.38) on a unix or
 * tcp socket.
 *
 * The node dials four times (query, snapshot, mempool, consensus); nothing tells them apart, so a request goes by its
 * type. Each connection is answered in the order of its requests.
 *
 * @module
 */
import type { Application } from "../application.ts";
import { parseAbciAddress } from "./address.ts";
import { Dispatcher, type ServerLogger } from "./dispatcher.ts";
import { listenGrpc } from "./grpc-server.ts";
import { type Listening, listenSocket } from "./socket-server.ts";

export interface ServeAbciOptions {
  readonly app: Application;
  /** `unix:///path` or `tcp://host:port`; port 0 takes any free one. */
  readonly address: string;
  readonly transport: "socket" | "grpc";
  readonly logger: ServerLogger;
  /** Hears once why the ledger cannot go on: no answer was given, and the node stops. */
  onFault(error: unknown): void;
}

export interface AbciServer {
  /** Where it listens: what `--proxy_app` is told. */
  readonly address: string;
  /** Answers nothing more. Idempotent. */
  close(): Promise<void>;
}

/** @throws Error for an address that is none, or that cannot be listened on. */
export async function serveAbci({
  app,
  address,
  transport,
  logger,
  onFault,
}: ServeAbciOptions): Promise<AbciServer> {
  let listening: Listening | undefined;
  const dispatcher = new Dispatcher(app, logger, (error) => {
    void listening?.close();
    onFault(error);
  });
  const listen = transport === "grpc" ? listenGrpc : listenSocket;
  listening = await listen(parseAbciAddress(address), dispatcher, logger);
  const { close } = listening;
  let closed: Promise<void> | undefined;
  return { address: listening.address, close: () => (closed ??= close()) };
}
