/** A kvstore behind ABCI's server, with what it logged and why it halted. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Application } from "@assay/chain/abci/application";
import { type AbciServer, serveAbci } from "@assay/chain/abci/server/serve-abci";
import { MemoryBackend } from "@assay/chain/store/backend-memory";
import { KvStore } from "../kvstore/kvstore.ts";
import { AbciClient } from "./abci-client.ts";
import { withPart } from "./with-part.ts";

/** For InitChain. */
export const genesisRequest = {
  initialHeight: 1n,
  validators: [{ pubKey: { ed25519: new Uint8Array(32) }, power: 1n }],
};

export interface KvStoreServer {
  readonly server: AbciServer;
  readonly faults: unknown[];
  /** Messages and causes, in their order. */
  readonly log: string[];
  connect(): Promise<AbciClient>;
  close(): Promise<void>;
}

export interface KvStoreServerOptions {
  readonly kind?: "tcp" | "unix";
  readonly part?: Partial<Application>;
}

export async function kvStoreServer({
  kind = "unix",
  part = {},
}: KvStoreServerOptions = {}): Promise<KvStoreServer> {
  const folder = mkdtempSync(join(tmpdir(), "abci-"));
  const faults: unknown[] = [];
  const log: string[] = [];
  const note = (fields: object, message: string): void => {
    const { cause, err } = fields as { cause?: string; err?: Error };
    log.push(`${message} ${cause ?? err?.message ?? ""}`);
  };
  const server = await serveAbci({
    app: withPart(await KvStore.open(new MemoryBackend()), part),
    address: kind === "unix" ? `unix://${folder}/abci.sock` : "tcp://127.0.0.1:0",
    transport: "socket",
    logger: { info: note, warn: note, error: note },
    onFault: (error) => faults.push(error),
  });
  const clients: AbciClient[] = [];
  return {
    server,
    faults,
    log,
    async connect() {
      const client = await AbciClient.connect(server.address);
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) client.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
