/**
 * A node: opens what is on disk, hands each room what it needs, and closes all of it in the other order. Wiring and
 * nothing else.
 *
 * @module
 */
import { ExecTxResult } from "@assay/proto/gen/tendermint/abci/types";
import type { Logger } from "pino";
import type { CommittedBlock, NodeIdentity } from "./abci/ledger.ts";
import { APP_VERSION, AssayApp, LAYOUT_VERSION, storeNames } from "./app/app.ts";
import { chooseVerifier } from "./app/signature/choose.ts";
import type { TxLookup } from "./app/tx-lookup.ts";
import type { NodeConfig } from "./config.ts";
import { systemClock } from "./engine/clock.ts";
import { COMETBFT_VERSION, EmbeddedEngine } from "./engine/engine.ts";
import { nodeIdOf } from "./engine/keys.ts";
import { formatTime } from "./engine/time.ts";
import { homePaths, readHome } from "./home.ts";
import { openTxIndex, type TxIndex } from "./index/tx-index.ts";
import { indexWorkerScript } from "./index/worker-script.ts";
import { FifoMempool } from "./mempool/mempool.ts";
import { startRpc } from "./rpc/start-rpc.ts";
import { LevelBackend } from "./store/backend-level.ts";
import { StateStore } from "./store/state-store.ts";
import { type MetricsServer, startMetrics } from "./web/metrics.ts";
import { startWeb } from "./web/start-web.ts";
import { timedApplication } from "./web/timed-application.ts";

export interface RunningNode {
  readonly chainId: string;
  readonly rpcPort: number;
  readonly webPort: number;
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
    const backend = await LevelBackend.open(paths.state);
    closing.push(() => backend.close());
    const store = await StateStore.open(backend, {
      modules: storeNames(),
      layoutVersion: LAYOUT_VERSION,
      keepVersions: config.keepVersions,
      memoryBudgetBytes: config.memoryBudgetMb * 1024 * 1024,
      initialHeight: home.genesis.initialHeight,
    });
    const { verifier, name: verifierName } = chooseVerifier((cause) =>
      logger.error(
        { err: cause },
        "the signature worker is gone; signatures are verified on the main thread",
      ),
    );
    logger.info({ verifier: verifierName }, "signatures");
    closing.push(() => verifier.close());

    let index: TxIndex | undefined;
    const txLookup: TxLookup = async (hash) => {
      const found = await index?.txByHash(hash);
      if (found?.result === undefined) return undefined;
      const block = await engine.blocks.block(Number(found.height));
      const time = block?.block.header?.time;
      return {
        height: found.height,
        tx: found.tx,
        result: ExecTxResult.fromPartial(found.result),
        time: time === undefined ? "" : formatTime(time),
      };
    };
    const app = AssayApp.open({
      store,
      verifier,
      txLookup,
      minGasPrice: config.minGasPrice,
      logger: logger.child({ room: "app" }),
    });
    let metrics: MetricsServer | undefined;
    const timed = timedApplication(app, {
      called: (method, seconds) => metrics?.abci.called(method, seconds),
      checked: (code, isRecheck) => metrics?.abci.checked(code, isRecheck),
    });
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
    index = await openTxIndex({
      at: { folder: paths.index },
      worker: indexWorkerScript(),
      blocks: engine.blocks,
      onError: (error) => logger.error({ room: "index", err: error }, "a block could not be indexed"),
    });
    closing.push(() => index!.close());
    await index.catchUp(engine);

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
    const web = await startWeb({
      host: config.host,
      port: config.webPort,
      ...(config.explorerDir === "" ? {} : { explorerDir: config.explorerDir }),
      chainJson: () => ({ ...page, chain_id: identity.chainId, block_time_ms: config.blockTimeMs }),
      targets: {
        rpc: `http://${config.host}:${rpc.port}`,
        ...(config.contentUrl === "" ? {} : { content: config.contentUrl }),
        ...(config.faucetUrl === "" ? {} : { faucet: config.faucetUrl }),
      },
      rest: { app: timed, blocks: engine.blocks, txs: index, mempool, identity },
      logger: logger.child({ room: "web" }),
    });
    closing.push(() => web.close());

    metrics = await startMetrics({
      host: config.host,
      port: config.metricsPort,
      chainId: identity.chainId,
      blocks: engine.blocks,
      mempool,
      feed: engine,
      logger: logger.child({ room: "metrics" }),
    });
    closing.push(() => metrics!.close());

    engine.start();
    closing.push(() => engine.stop());
    logger.info(
      { chain: identity.chainId, height: engine.height, rpc: rpc.port, web: web.port },
      "node runs",
    );
    return {
      chainId: identity.chainId,
      rpcPort: rpc.port,
      webPort: web.port,
      metricsPort: metrics.port,
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
