/**
 * A node: opens what is on disk, hands each room what it needs, and closes all of it in the other order. Wiring and
 * nothing else.
 *
 * @module
 */
import { RequestInfo } from "@assay/proto/gen/tendermint/abci/types";
import type { Logger } from "pino";
import type { CommittedBlock, NodeIdentity } from "./abci/ledger.ts";
import { APP_VERSION, type AssayApp } from "./app/app.ts";
import type { NodeConfig } from "./config.ts";
import { systemClock } from "./engine/clock.ts";
import { COMETBFT_VERSION, EmbeddedEngine } from "./engine/engine.ts";
import { nodeIdOf } from "./engine/keys.ts";
import { checkEngine } from "./engine-check.ts";
import { homePaths, readHome } from "./home.ts";
import { openTxIndex, type TxIndex } from "./index/tx-index.ts";
import { indexWorkerScript } from "./index/worker-script.ts";
import { FifoMempool } from "./mempool/mempool.ts";
import { openApplication } from "./open-application.ts";
import { startRpc } from "./rpc/start-rpc.ts";
import { startServers } from "./servers.ts";

export interface RunningNode {
  readonly chainId: string;
  readonly rpcPort: number;
  readonly webPort: number;
  readonly grpcPort: number;
  readonly metricsPort: number;
  readonly engine: EmbeddedEngine;
  readonly app: AssayApp;
  readonly index: TxIndex;
  /** Resolves after the first block that is committed from now on. */
  nextBlock(): Promise<CommittedBlock>;
  /** Finishes the block that is being made, then closes everything. */
  stop(): Promise<void>;
}

export interface NodeOptions {
  readonly config: NodeConfig;
  readonly logger: Logger;
  /** Hears once why the ledger cannot go on. */
  readonly onHalt: (error: unknown) => void;
}

/** Runs a node until it is stopped. @throws HomeError, StoreError, EngineError with what to do. */
export async function startNode({ config, logger, onHalt }: NodeOptions): Promise<RunningNode> {
  const home = readHome(config.home);
  // Not all of it: what a closure below holds stays, and a genesis may be large.
  const { page } = home;
  const paths = homePaths(config.home);
  const closing: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.reverse()) await close();
    closing.length = 0;
  };
  try {
    const opened = await openApplication(config, home.genesis.initialHeight, logger);
    closing.push(() => opened.close());
    const { app, timed, backend } = opened;
    await checkEngine(backend, app.info(RequestInfo.create()).lastBlockHeight, "embedded");
    const mempool = new FifoMempool(timed, {
      maxTxs: config.mempoolSize,
      maxTotalBytes: config.mempoolBytes,
    });
    const engine = await EmbeddedEngine.open({
      app: timed,
      backend,
      genesis: home.genesis,
      validatorKeys: home.validatorKeys,
      mempool,
      clock: systemClock,
      blockTimeMs: config.blockTimeMs,
      logger: logger.child({ room: "engine" }),
      onHalt,
    });
    const index = await openTxIndex({
      at: { folder: paths.index },
      worker: indexWorkerScript(),
      blocks: engine.blocks,
      onError: (error) => logger.error({ room: "index", err: error }, "a block could not be indexed"),
    });
    closing.push(() => index.close());
    await index.catchUp(engine);
    opened.remember({ txs: index, blocks: engine.blocks });

    const identity: NodeIdentity = {
      nodeId: nodeIdOf(home.nodeKey.publicKey),
      moniker: config.moniker,
      chainId: home.genesis.chainId,
      version: COMETBFT_VERSION,
      appVersion: APP_VERSION,
      validatorPubkey: home.validatorKeys[0]!.publicKey,
      initialHeight: home.genesis.initialHeight,
    };
    const rpc = await startRpc({
      host: config.host,
      port: config.rpcPort,
      app: timed,
      blocks: engine.blocks,
      mempool,
      feed: engine,
      index,
      identity,
      genesisText: home.genesisText,
      logger: logger.child({ room: "rpc" }),
      cors: config.corsOrigin === "" ? [] : config.corsOrigin.split(","),
    });
    closing.push(() => rpc.close());
    const servers = await startServers({
      config,
      identity,
      page,
      rpcUrl: `http://${config.host}:${rpc.port}`,
      app: timed,
      blocks: engine.blocks,
      txs: index,
      mempool,
      feed: engine,
      logger,
    });
    closing.push(() => servers.close());
    opened.measure(servers.metrics.abci);

    engine.start();
    closing.push(() => engine.stop());
    logger.info(
      { chain: identity.chainId, height: engine.height, rpc: rpc.port, web: servers.web.port },
      "node runs",
    );
    return {
      chainId: identity.chainId,
      rpcPort: rpc.port,
      webPort: servers.web.port,
      grpcPort: servers.grpc.port,
      metricsPort: servers.metrics.port,
      engine,
      app,
      index,
      nextBlock: () =>
        new Promise((resolve) => {
          const end = engine.onCommit((block) => {
            end();
            resolve(block);
          });
        }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
