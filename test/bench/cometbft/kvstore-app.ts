/**
 * The TypeScript kvstore as a process of its own: `kvstore-app.mjs ADDRESS TRANSPORT`. It keeps all in memory, as the
 * one that CometBFT has built in does by default: what it costs is what socket and codec cost.
 *
 * @module
 */
import { serveAbci } from "@assay/chain/abci/server/serve-abci";
import { MemoryBackend } from "@assay/chain/store/backend-memory";
import { CometKvStore } from "../../kvstore/comet-kvstore.ts";

const [, , address = "", transport = ""] = process.argv;
const fail = (error: unknown): never => {
  console.error(error);
  process.exit(1);
};
await serveAbci({
  app: await CometKvStore.open(new MemoryBackend()),
  address,
  transport: transport === "grpc" ? "grpc" : "socket",
  logger: { info: () => {}, warn: () => {}, error: () => {} },
  onFault: fail,
}).catch(fail);
process.send?.("ready");
