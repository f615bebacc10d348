/**
 * The clients of the HTTP bench, in a thread of their own: so many connections, each with one request under way.
 *
 * @module
 */
import { parentPort, workerData } from "node:worker_threads";
import { broadcast, broadcastRequest, RpcConnection } from "./rpc-connection.ts";

/** What the thread is started with. It says `ready`, hears `go`, and says `done` when all are answered. */
export interface HttpClientData {
  readonly port: number;
  /** Transactions by connection. */
  readonly shares: readonly (readonly Uint8Array[])[];
}

const { port, shares } = workerData as HttpClientData;
const requests = shares.map((share) => share.map(broadcastRequest));
const connections = await Promise.all(shares.map(() => RpcConnection.open(port)));

parentPort!.once("message", async () => {
  await Promise.all(
    connections.map(async (connection, i) => {
      for (const request of requests[i]!) await broadcast(connection, request);
      connection.close();
    }),
  );
  parentPort!.postMessage("done");
  parentPort!.close();
});
parentPort!.postMessage("ready");
