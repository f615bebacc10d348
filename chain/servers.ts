/**
 * What a node serves besides the RPC, whichever engine drives it: the web port, gRPC and the metrics.
 *
 * @module
 */
import type { Logger } from "pino";
import type { Application } from "./abci/application.ts";
import type { BlockStore, CommitFeed, Mempool, NodeIdentity, RestSources, TxSource } from "./abci/ledger.ts";
import type { NodeConfig } from "./config.ts";
import { type GrpcServer, startGrpc } from "./grpc/start-grpc.ts";
import { type MetricsServer, startMetrics } from "./web/metrics.ts";
import { startWeb, type WebServer } from "./web/start-web.ts";

export interface ServedLedger {
  readonly config: NodeConfig;
  readonly identity: NodeIdentity;
  /** What the page is told besides the chain's own facts. */
  readonly page: Readonly<Record<string, unknown>>;
  /** The RPC that pages talk to through the web port. */
  readonly rpcUrl: string;
  readonly app: Application;
  readonly blocks: BlockStore;
  readonly txs: TxSource;
  readonly mempool: Mempool;
  readonly feed: CommitFeed;
  readonly logger: Logger;
}

export interface Servers {
  readonly web: WebServer;
  readonly grpc: GrpcServer;
  readonly metrics: MetricsServer;
  close(): Promise<void>;
}

/** @throws Error of `listen` where a port is taken. */
export async function startServers(ledger: ServedLedger): Promise<Servers> {
  const { config, identity, page, logger } = ledger;
  const sources: RestSources = {
    app: ledger.app,
    blocks: ledger.blocks,
    txs: ledger.txs,
    mempool: ledger.mempool,
    identity,
    policy: { minGasPrice: config.minGasPrice, keepVersions: config.keepVersions },
  };
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const one of closing.splice(0).reverse()) await one();
  };
  try {
    const web = await startWeb({
      host: config.host,
      port: config.webPort,
      ...(config.explorerDir === "" ? {} : { explorerDir: config.explorerDir }),
      chainJson: () => ({ ...page, chain_id: identity.chainId, block_time_ms: config.blockTimeMs }),
      targets: {
        rpc: ledger.rpcUrl,
        ...(config.contentUrl === "" ? {} : { content: config.contentUrl }),
        ...(config.faucetUrl === "" ? {} : { faucet: config.faucetUrl }),
      },
      rest: sources,
      logger: logger.child({ room: "web" }),
    });
    closing.push(() => web.close());
    const grpc = await startGrpc({
      host: config.host,
      port: config.grpcPort,
      sources,
      logger: logger.child({ room: "grpc" }),
    });
    closing.push(() => grpc.close());
    const metrics = await startMetrics({
      host: config.host,
      port: config.metricsPort,
      chainId: identity.chainId,
      blocks: ledger.blocks,
      mempool: ledger.mempool,
      feed: ledger.feed,
      logger: logger.child({ room: "metrics" }),
    });
    closing.push(() => metrics.close());
    return { web, grpc, metrics, close };
  } catch (error) {
    await close();
    throw error;
  }
}
