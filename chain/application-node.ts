/**
 * The application beside a CometBFT node: state and ABCI here, blocks and peers there. Wiring and nothing else.
 *
 * @module
 */
import { RequestInfo } from "@assay/proto/gen/tendermint/abci/types";
import type { Logger } from "pino";
import type { NodeIdentity } from "./abci/ledger.ts";
import { serveAbci } from "./abci/server/serve-abci.ts";
import { APP_VERSION, type AssayApp } from "./app/app.ts";
import { NodeRpc } from "./cometbft/node-rpc.ts";
import { RemoteLedger } from "./cometbft/remote-ledger.ts";
import { watchedApplication } from "./cometbft/watched-application.ts";
import type { NodeConfig } from "./config.ts";
import { COMETBFT_VERSION } from "./engine/engine.ts";
import { nodeIdOf } from "./engine/keys.ts";
import { checkEngine } from "./engine-check.ts";
import { readHome } from "./home.ts";
import { openApplication } from "./open-application.ts";
import { startServers } from "./servers.ts";

export interface ApplicationOptions {
  readonly config: NodeConfig;
  /** Where the node is waited for: `unix:///path` or `tcp://host:port`. */
  readonly abci: string;
  /** Base URL of the node's RPC. */
  readonly nodeRpc: string;
  readonly logger: Logger;
  /** Hears once why the ledger cannot go on. */
  readonly onFault: (error: unknown) => void;
}

export interface RunningApplication {
  readonly app: AssayApp;
  /** Where the node is to dial. */
  readonly abci: string;
  readonly webPort: number;
  readonly metricsPort: number;
  /** Of the last committed block. */
  height(): number;
  /** Calls back after each commit; returns how to stop. */
  onCommit(listener: (height: number) => void): () => void;
  stop(): Promise<void>;
}

/** Runs until it is stopped; the node may come and go. @throws HomeError, StoreError with what to do. */
export async function startApplication(options: ApplicationOptions): Promise<RunningApplication> {
  const { config, logger, onFault } = options;
  const home = readHome(config.home);
  const { page } = home;
  const closing: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const opened = await openApplication(config, home.genesis.initialHeight, logger);
    closing.push(() => opened.close());
    const heightOf = (): number => Number(opened.app.info(RequestInfo.create()).lastBlockHeight);
    await checkEngine(opened.backend, BigInt(heightOf()), "cometbft");

    const rpc = new NodeRpc(options.nodeRpc);
    closing.push(async () => rpc.close());
    const ledger = new RemoteLedger(rpc);
    opened.remember({ txs: ledger, blocks: ledger });
    const watched = watchedApplication(opened.timed, (error) =>
      logger.error({ err: error }, "a commit listener failed"),
    );
    ledger.reached(heightOf());
    watched.feed.onCommit(({ height }) => ledger.reached(height));

    const identity: NodeIdentity = {
      nodeId: nodeIdOf(home.nodeKey.publicKey),
      moniker: config.moniker,
      chainId: home.genesis.chainId,
      version: COMETBFT_VERSION,
      appVersion: APP_VERSION,
      validatorPubkey: home.validatorKeys[0]!.publicKey,
      initialHeight: home.genesis.initialHeight,
    };
    const servers = await startServers({
      config,
      identity,
      page,
      rpcUrl: options.nodeRpc,
      app: opened.timed,
      blocks: ledger,
      txs: ledger,
      mempool: ledger,
      feed: watched.feed,
      logger,
    });
    closing.push(() => servers.close());
    opened.measure(servers.metrics.abci);

    // The last: who can dial finds all of it.
    const abci = await serveAbci({
      app: watched.app,
      address: options.abci,
      transport: config.abciTransport === "grpc" ? "grpc" : "socket",
      logger: logger.child({ room: "abci" }),
      onFault,
    });
    closing.push(() => abci.close());
    logger.info(
      { chain: identity.chainId, height: heightOf(), abci: abci.address, web: servers.web.port },
      "application runs",
    );
    return {
      app: opened.app,
      abci: abci.address,
      webPort: servers.web.port,
      metricsPort: servers.metrics.port,
      height: heightOf,
      onCommit: (listener) => watched.feed.onCommit(({ height }) => listener(height)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
