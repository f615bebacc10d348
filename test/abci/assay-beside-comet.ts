/** Our application, served to a real CometBFT node, each restartable, in a folder of their own. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type AbciServer, serveAbci } from "@assay/chain/abci/server/serve-abci";
import { loadConfig } from "@assay/chain/config";
import { homePaths, readHome } from "@assay/chain/home";
import { type OpenedApplication, openApplication } from "@assay/chain/open-application";
import { type DevnetConfig, defaultConfig } from "@assay/devnet/config";
import { type DevnetHome, writeHome } from "@assay/devnet/home";
import { validatorKey } from "@assay/devnet/keys";
import type { Json } from "@assay/proto/wire/json";
import { Comet38Client, HttpClient } from "@cosmjs/tendermint-rpc";
import pino from "pino";
import { type CometNode, makeCometHome, startComet } from "./comet-node.ts";

export interface AssayBesideComet {
  readonly home: string;
  readonly keys: DevnetHome;
  readonly rpcUrl: string;
  readonly app: OpenedApplication;
  readonly server: AbciServer;
  readonly node: CometNode;
  /** Why the application halted; empty while it did not. */
  readonly faults: unknown[];
  startApp(): Promise<void>;
  stopApp(): Promise<void>;
  startNode(): void;
  /** Resolves when the node has committed that height. */
  height(height: number): Promise<void>;
  close(): Promise<void>;
}

const NO_PORTS = { rpc: 0, web: 0, metrics: 0, content: 0, faucet: 0, attestor: 0 };

export interface BesideOptions {
  readonly binary: string;
  readonly rpcPort: number;
  readonly transport: "grpc" | "socket";
  readonly devnet?: Partial<DevnetConfig>;
  /** Of CometBFT: `section.key`. */
  readonly comet?: Readonly<Record<string, string>>;
}

/** Both run when it resolves. */
export async function assayBesideComet(options: BesideOptions): Promise<AssayBesideComet> {
  const { binary, rpcPort, transport } = options;
  const config = defaultConfig();
  const home = mkdtempSync("/tmp/abci-");
  const validators = config.validators.slice(0, 1);
  const keys = await writeHome(home, { ...config, validators, ...options.devnet }, NO_PORTS);
  const comet = makeCometHome({
    binary,
    home: join(home, "cometbft"),
    rpcPort,
    p2pPort: rpcPort - 1,
    genesis: JSON.parse(readFileSync(homePaths(home).genesis, "utf8")),
    validatorKey: validatorKey(validators[0]!.name) as unknown as Json,
    ...(options.comet === undefined ? {} : { config: options.comet }),
  });
  const { initialHeight } = readHome(home).genesis;
  const logger = pino({ level: process.env.ASSAY_LOG_LEVEL ?? "silent" });
  const faults: unknown[] = [];
  let app: OpenedApplication;
  let server: AbciServer;
  let node: CometNode;

  const startApp = async (): Promise<void> => {
    app = await openApplication(loadConfig(home, {}, {}), initialHeight, logger);
    server = await serveAbci({
      app: app.timed,
      address: `unix://${home}/abci.sock`,
      transport,
      logger,
      onFault: (error) => faults.push(error),
    });
  };
  const stopApp = async (): Promise<void> => {
    await server.close();
    await app.close();
  };
  const startNode = (): void => {
    node = startComet(binary, comet, server.address, transport);
  };
  await startApp();
  startNode();

  const rpcUrl = `http://127.0.0.1:${rpcPort}`;
  return {
    home,
    keys,
    rpcUrl,
    get app() {
      return app;
    },
    get server() {
      return server;
    },
    get node() {
      return node;
    },
    faults,
    startApp,
    stopApp,
    startNode,
    async height(height) {
      const client = Comet38Client.create(new HttpClient(rpcUrl));
      const deadline = Date.now() + 20_000;
      for (;;) {
        const at = await client.abciInfo().then(
          ({ lastBlockHeight = 0 }) => lastBlockHeight,
          () => 0,
        );
        if (at >= height) return;
        if (Date.now() > deadline) throw new Error(`height ${at}, not ${height}: ${node.log().slice(-3000)}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async close() {
      await node.stop();
      await stopApp();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
