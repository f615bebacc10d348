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
  /** How many the ledger committed, as a client that follows its blocks knows. */
  readonly committed: Int32Array;
  /** Sent and not committed yet: so many make the clients wait. */
  readonly waiting: number;
}

const { port, shares, committed, waiting } = workerData as HttpClientData;
let sent = 0;

async function untilThereIsRoom(): Promise<void> {
  while (sent - Atomics.load(committed, 0) >= waiting) await new Promise((resolve) => setTimeout(resolve, 1));
}

const requests = shares.map((share) => share.map((tx) => broadcastRequest(tx)));
const connections = await Promise.all(shares.map(() => RpcConnection.open(port)));

parentPort!.once("message", async () => {
  await Promise.all(
    connections.map(async (connection, i) => {
      for (const request of requests[i]!) {
        await untilThereIsRoom();
        sent++;
        await broadcast(connection, request);
      }
      connection.close();
    }),
  );
  parentPort!.postMessage("done");
  parentPort!.close();
});
parentPort!.postMessage("ready");
