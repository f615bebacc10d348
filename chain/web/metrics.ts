/**
 * Prometheus metrics under CometBFT's names, those of them that this node can fill truly. What can be read when it is
 * asked for is read then; only what would be gone is noted as it happens. No label can be grown from outside.
 *
 * @module
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { BlockStore, CommitFeed, CommittedBlock, Mempool } from "../abci/ledger.ts";
import type { WebLogger } from "./start-web.ts";
import type { AbciListener, AbciMethod } from "./timed-application.ts";

export interface MetricsOptions {
  readonly host: string;
  /** 0 means any free one. */
  readonly port: number;
  readonly chainId: string;
  readonly blocks: BlockStore;
  readonly mempool: Mempool;
  readonly feed: CommitFeed;
  readonly logger: WebLogger;
}

export interface MetricsServer {
  readonly port: number;
  /** For `timedApplication`. */
  readonly abci: AbciListener;
  /** The text of a scrape. */
  scrape(): Promise<string>;
  close(): Promise<void>;
}

const SECONDS_BUCKETS = [0.0001, 0.0004, 0.002, 0.009, 0.02, 0.1, 0.65, 2, 6, 25];
const INTERVAL_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 60];
const MILLISECONDS_BUCKETS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000];
const ABSENT = 1;

function secondsOf({ header }: CommittedBlock): number {
  return Number(header.time?.seconds ?? 0n) + (header.time?.nanos ?? 0) / 1e9;
}

interface ChainGauges {
  readonly latest: () => CommittedBlock | undefined;
  readonly options: MetricsOptions;
  readonly registry: Registry;
}

/** A gauge that is read when it is asked for; undefined leaves it as it was. */
function gauge(
  { options, registry }: ChainGauges,
  name: string,
  help: string,
  read: () => number | undefined | Promise<number | undefined>,
): void {
  new Gauge({
    name,
    help,
    labelNames: ["chain_id"],
    registers: [registry],
    async collect() {
      const value = await read();
      if (value !== undefined) this.set({ chain_id: options.chainId }, value);
    },
  });
}

/** Set and last commit of a height, read once a scrape. */
class ValidatorView {
  readonly #blocks: BlockStore;
  #height = -1;
  #read: Promise<ValidatorCounts> | undefined;

  constructor(blocks: BlockStore) {
    this.#blocks = blocks;
  }

  now(): Promise<ValidatorCounts> {
    const height = this.#blocks.height();
    if (this.#read === undefined || height !== this.#height) {
      this.#height = height;
      this.#read = this.#count(height);
    }
    return this.#read;
  }

  async #count(height: number): Promise<ValidatorCounts> {
    const counts = { validators: 0, power: 0, missing: 0, missingPower: 0, blockBytes: 0 };
    if (height === 0) return counts;
    const [set, found, stored] = await Promise.all([
      this.#blocks.validators(height),
      this.#blocks.commit(height),
      this.#blocks.block(height),
    ]);
    counts.blockBytes = stored?.size ?? 0;
    (set ?? []).forEach(({ votingPower }, i) => {
      counts.validators++;
      counts.power += Number(votingPower);
      if (found?.commit.signatures[i]?.blockIdFlag === ABSENT) {
        counts.missing++;
        counts.missingPower += Number(votingPower);
      }
    });
    return counts;
  }
}

interface ValidatorCounts {
  validators: number;
  power: number;
  missing: number;
  missingPower: number;
  blockBytes: number;
}

function addGauges(gauges: ChainGauges): void {
  const { latest, options } = gauges;
  const { blocks, mempool } = options;
  const add = (name: string, help: string, read: Parameters<typeof gauge>[3]): void =>
    gauge(gauges, `cometbft_${name}`, help, read);
  const set = new ValidatorView(blocks);
  add("consensus_height", "Height of the chain.", () => blocks.height());
  add("consensus_latest_block_height", "The latest block height.", () => blocks.height());
  add("consensus_validators", "Number of validators.", async () => (await set.now()).validators);
  add("consensus_validators_power", "Total power of all validators.", async () => (await set.now()).power);
  add("consensus_missing_validators", "Validators that did not sign.", async () => (await set.now()).missing);
  add(
    "consensus_missing_validators_power",
    "Total power of the validators that did not sign.",
    async () => (await set.now()).missingPower,
  );
  add("consensus_byzantine_validators", "Validators who tried to double sign.", () => 0);
  add("consensus_byzantine_validators_power", "Power of those who tried to double sign.", () => 0);
  add("consensus_rounds", "Number of rounds.", () => 0);
  add("consensus_num_txs", "Transactions in the latest block.", () => latest()?.txs.length);
  add("consensus_block_size_bytes", "Size of the latest block.", async () => (await set.now()).blockBytes);
  add("mempool_size", "Uncommitted transactions in the mempool.", () => mempool.size());
  add("mempool_size_bytes", "Their total size in bytes.", () => mempool.totalBytes());
  add("p2p_peers", "Number of peers.", () => 0);
  add("statesync_syncing", "1 while state syncing.", () => 0);
  add("blocksync_syncing", "1 while block syncing.", () => 0);
}

/** Resolves once the port is open. @throws Error of `listen` where it is taken. */
export async function startMetrics(options: MetricsOptions): Promise<MetricsServer> {
  const { chainId, logger } = options;
  const registry = new Registry();
  const registers = [registry];
  const label = { chain_id: chainId };
  let latest: CommittedBlock | undefined;
  collectDefaultMetrics({ register: registry });
  addGauges({ latest: () => latest, options, registry });

  const totalTxs = new Gauge({
    name: "cometbft_consensus_total_txs",
    help: "Transactions committed since the node started.",
    labelNames: ["chain_id"],
    registers,
  });
  const interval = new Histogram({
    name: "cometbft_consensus_block_interval_seconds",
    help: "Time between this and the last block.",
    labelNames: ["chain_id"],
    buckets: INTERVAL_BUCKETS,
    registers,
  });
  const counter = (name: string, help: string): Counter<"chain_id"> =>
    new Counter({ name: `cometbft_${name}`, help, labelNames: ["chain_id"], registers });
  const setUpdates = counter(
    "state_validator_set_updates",
    "Changes of the validator set by the application.",
  );
  const paramUpdates = counter("state_consensus_param_updates", "Changes of the consensus parameters.");
  const failedTxs = counter("mempool_failed_txs", "Transactions that CheckTx refused.");
  const rechecks = counter("mempool_recheck_times", "Transactions that were checked again after a commit.");
  const processing = new Histogram({
    name: "cometbft_state_block_processing_time",
    help: "Time spent processing FinalizeBlock in ms.",
    labelNames: ["chain_id"],
    buckets: MILLISECONDS_BUCKETS,
    registers,
  }).labels(label);
  const timing = new Histogram({
    name: "cometbft_abci_connection_method_timing_seconds",
    help: "Timing for each ABCI method.",
    labelNames: ["chain_id", "method", "type"],
    buckets: SECONDS_BUCKETS,
    registers,
  });
  const timings = new Map<AbciMethod, ReturnType<typeof timing.labels>>();
  totalTxs.set(label, 0);
  for (const one of [setUpdates, paramUpdates, failedTxs, rechecks]) one.inc(label, 0);

  const stop = options.feed.onCommit((block) => {
    if (latest !== undefined) interval.observe(label, secondsOf(block) - secondsOf(latest));
    latest = block;
    totalTxs.inc(label, block.txs.length);
    if (block.outcome.validatorUpdates.length > 0) setUpdates.inc(label);
    if (block.outcome.consensusParamUpdates !== undefined) paramUpdates.inc(label);
  });

  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 10_000 }, (request, response) => {
    const isScrape = (request.url ?? "").split("?")[0] === "/metrics";
    if (request.method !== "GET" || !isScrape) {
      response.writeHead(isScrape ? 405 : 404, { "content-type": "text/plain" }).end("GET /metrics\n");
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { "content-type": registry.contentType }).end(text),
      (error: unknown) => {
        logger.error({ err: error }, "a metric could not be read");
        response.writeHead(500).end();
      },
    );
  });
  server.maxConnections = 64;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  logger.info({ address: `${options.host}:${port}` }, "metrics listen");
  return {
    port,
    abci: {
      called: (method, seconds) => {
        let child = timings.get(method);
        if (child === undefined) {
          child = timing.labels({ chain_id: chainId, method, type: "sync" });
          timings.set(method, child);
        }
        child.observe(seconds);
        if (method === "finalize_block") processing.observe(seconds * 1000);
      },
      checked: (code, isRecheck) => {
        if (isRecheck) rechecks.inc(label);
        else if (code !== 0) failedTxs.inc(label);
      },
    },
    scrape: () => registry.metrics(),
    close: async () => {
      stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
