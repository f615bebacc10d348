/**
 * Consensus for one machine: one process that holds the keys of all validators and makes CometBFT's blocks, votes
 * and headers by itself. A real network has the real CometBFT; the application cannot tell them apart.
 *
 * State, results and block are one batch on one disk, so a crash is before it or after it: there is no log to replay,
 * and heights that differ on opening are damage, not something to mend. What was signed but not written was shown to
 * nobody, so signing another block at the same height afterwards contradicts nothing.
 *
 * @module
 */
import { present } from "@assay/kernel/assert";
import { equal, toHex } from "@assay/primitives/bytes";
import { ResponseProcessProposal_ProposalStatus as Status } from "@assay/proto/gen/tendermint/abci/types";
import type { Application, BlockOutcome } from "../abci/application.ts";
import type { BlockStore, CommitFeed, CommittedBlock } from "../abci/ledger.ts";
import { txSize } from "../abci/tx-size.ts";
import type { FifoMempool } from "../mempool/mempool.ts";
import type { Backend } from "../store/backend.ts";
import { BLOCK_PROTOCOL, type BuiltBlock, buildBlock, nextBlockTime } from "./block.ts";
import { DiskBlocks } from "./block-store.ts";
import type { Clock } from "./clock.ts";
import { commitInfo, decides, signCommit } from "./commit.ts";
import { CommitListeners } from "./commit-feed.ts";
import { blockParams, maxDataBytes } from "./consensus-params.ts";
import { EngineError } from "./errors.ts";
import { formatGenesis, type Genesis } from "./genesis.ts";
import type { ValidatorKey } from "./keys.ts";
import { paceByClock, paceByTransaction, waitUntil } from "./pace.ts";
import { resumeState } from "./resume.ts";
import { sha256 } from "./sha256.ts";
import { type ChainState, genesisState, initChainRequest, nextHeight, nextState } from "./state.ts";
import { addMs, formatTime, timeFromMs, timeToMs } from "./time.ts";
import type { ValidatorSet } from "./validator-set.ts";

/** The CometBFT version whose formats these are. */
export const COMETBFT_VERSION = "0.38.25";
const P2P_PROTOCOL = 8n;
const ABCI_VERSION = "2.0.0";

export interface EngineLogger {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface EngineOptions {
  readonly app: Application;
  /** The one that the application commits to. */
  readonly backend: Backend;
  readonly genesis: Genesis;
  /** Of as many validators as decide a block at least. */
  readonly validatorKeys: readonly ValidatorKey[];
  readonly mempool: FifoMempool;
  readonly clock: Clock;
  /** From one block to the next; 0 makes a block for what comes in, at once, and an empty one after it. */
  readonly blockTimeMs: number;
  readonly logger?: EngineLogger;
  /** Hears once why the engine cannot go on; it makes no blocks from then on. */
  readonly onHalt?: (error: unknown) => void;
}

const SILENT: EngineLogger = { info: () => {}, error: () => {} };

/** What `start` set going. */
interface Run {
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

export class EmbeddedEngine implements CommitFeed {
  readonly #app: Application;
  readonly #blocks: DiskBlocks;
  readonly #genesisHash: Uint8Array;
  readonly #keys: ReadonlyMap<string, ValidatorKey>;
  readonly #mempool: FifoMempool;
  readonly #clock: Clock;
  readonly #blockTimeMs: number;
  readonly #logger: EngineLogger;
  readonly #onHalt: (error: unknown) => void;
  readonly #listeners: CommitListeners;
  #state: ChainState;
  #run: Run | undefined;
  /** The block that is being made, or the last one; blocks never overlap. */
  #last: Promise<unknown> = Promise.resolve();
  #halted: { readonly error: unknown } | undefined;

  private constructor(options: EngineOptions, blocks: DiskBlocks, state: ChainState) {
    this.#app = options.app;
    this.#blocks = blocks;
    this.#genesisHash = genesisHash(options.genesis);
    this.#keys = new Map(options.validatorKeys.map((key) => [toHex(key.address), key]));
    this.#mempool = options.mempool;
    this.#clock = options.clock;
    this.#blockTimeMs = options.blockTimeMs;
    this.#logger = options.logger ?? SILENT;
    this.#onHalt = options.onHalt ?? (() => {});
    this.#listeners = new CommitListeners((error) =>
      this.#logger.error({ err: error }, "a commit listener failed"),
    );
    this.#state = state;
    this.#limitMempool();
  }

  /**
   * Opens a chain where it stands, or begins one.
   * @throws EngineError where application and blocks are at different heights or hashes, the genesis document is
   *   another chain's, or the keys at hand cannot decide a block.
   */
  static async open(options: EngineOptions): Promise<EmbeddedEngine> {
    const { app, backend, genesis } = options;
    const blocks = await DiskBlocks.open(backend);
    const info = app.info({
      version: COMETBFT_VERSION,
      blockVersion: BLOCK_PROTOCOL,
      p2pVersion: P2P_PROTOCOL,
      abciVersion: ABCI_VERSION,
    });
    const appHeight = Number(info.lastBlockHeight);
    if (appHeight !== blocks.height()) {
      throw new EngineError(
        `the application is at height ${appHeight} and the blocks are at height ${blocks.height()}, ` +
          `though both are written at once in ${backend.location}`,
        "Restore the data folder from a copy, or start a fresh one.",
      );
    }
    let state = await resumeState(blocks, genesis.chainId, genesis.initialHeight);
    if (state === undefined) {
      state = genesisState(genesis, await app.initChain(initChainRequest(genesis)), info.appVersion);
    } else {
      if (!equal(present(await blocks.genesisHash(), "the genesis hash"), genesisHash(genesis))) {
        throw new EngineError(
          `the genesis document is not the one that the chain in ${backend.location} began with`,
          "Put the former document back, or start with a fresh data folder.",
        );
      }
      if (!equal(state.appHash, info.lastBlockAppHash)) {
        throw new EngineError(
          `at height ${appHeight} the application has hash ${toHex(info.lastBlockAppHash)}, ` +
            `but its block gave ${toHex(state.appHash)}`,
          "Restore the data folder from a copy, or start a fresh one.",
        );
      }
    }
    const engine = new EmbeddedEngine(options, blocks, state);
    engine.#requireKeys(state.validators, nextHeight(state));
    return engine;
  }

  /** Blocks, results and validators, up to the last commit. */
  get blocks(): BlockStore {
    return this.#blocks;
  }

  /** Of the last block; 0 before the first. */
  get height(): number {
    return this.#state.height;
  }

  onCommit(listener: (block: CommittedBlock) => void): () => void {
    return this.#listeners.onCommit(listener);
  }

  /** Makes blocks by itself from now on. */
  start(): void {
    if (this.#run !== undefined) return;
    const stop = new AbortController();
    // `#guarded` has halted the engine and told why.
    this.#run = { stop, ended: this.#loop(stop.signal).catch(() => {}) };
  }

  /** Resolves when the block that is being made is committed and no other will follow. */
  async stop(): Promise<void> {
    const run = this.#run;
    run?.stop.abort();
    await run?.ended;
    this.#run = undefined;
    await this.#last.catch(() => {});
  }

  /**
   * Makes one block now.
   * @throws the application's error, an assertion or an `EngineError`; the engine then makes no more blocks.
   */
  produceBlock(): Promise<CommittedBlock> {
    const block = this.#last.then(
      () => this.#guarded(),
      () => this.#guarded(),
    );
    this.#last = block;
    block.catch(() => {});
    return block;
  }

  /** Makes so many blocks, one after the other, and returns the height. */
  async mine(count: number): Promise<number> {
    for (let i = 0; i < count; i++) await this.produceBlock();
    return this.height;
  }

  async #guarded(): Promise<CommittedBlock> {
    if (this.#halted !== undefined) throw this.#halted.error;
    try {
      return await this.#produce();
    } catch (error) {
      this.#halted = { error };
      this.#run?.stop.abort();
      this.#logger.error({ err: error, height: nextHeight(this.#state) }, "consensus halted");
      this.#onHalt(error);
      throw error;
    }
  }

  async #loop(signal: AbortSignal): Promise<void> {
    const produce = (): Promise<unknown> => this.produceBlock();
    const { height, initialHeight, lastBlockTime } = this.#state;
    if (height === 0 && this.#clock.nowMs() < timeToMs(lastBlockTime)) {
      this.#logger.info({ genesis: formatTime(lastBlockTime) }, "waiting for the genesis time");
      await waitUntil(this.#clock, timeToMs(lastBlockTime), signal);
    }
    if (this.#blockTimeMs > 0) return paceByClock(produce, this.#clock, this.#blockTimeMs, signal);
    const tip = await this.#blocks.block(height);
    const txs = tip?.block.data?.txs.length ?? 0;
    // The first block, and one that proves the state after it; or the one that a crash prevented.
    const owed = height === 0 ? 2 : height === initialHeight || txs > 0 ? 1 : 0;
    return paceByTransaction(produce, this.#mempool, owed, signal);
  }

  async #produce(): Promise<CommittedBlock> {
    const state = this.#state;
    const height = nextHeight(state);
    const { proposer, round } = this.#proposer(state, height);
    const time = nextBlockTime(state);
    const lastCommit = commitInfo(state.lastCommit, state.lastValidators);
    const common = {
      misbehavior: [],
      height: BigInt(height),
      time,
      nextValidatorsHash: state.nextValidators.hash(),
      proposerAddress: proposer,
    };

    const maxBytes = maxDataBytes(state.params, state.validators.validators.length);
    const prepared = await this.#app.prepareProposal({
      ...common,
      maxTxBytes: BigInt(maxBytes),
      txs: this.#mempool.reap(maxBytes, blockParams(state.params).maxGas),
      localLastCommit: {
        round: lastCommit.round,
        votes: lastCommit.votes.map(({ validator, blockIdFlag }) => ({
          validator,
          blockIdFlag,
          voteExtension: new Uint8Array(0),
          extensionSignature: new Uint8Array(0),
        })),
      },
    });
    const txs = prepared.txs;
    const bytes = txs.reduce((sum, tx) => sum + txSize(tx), 0);
    if (bytes > maxBytes) {
      throw new EngineError(
        `the application proposed ${bytes} bytes where ${maxBytes} fit in block ${height}`,
      );
    }

    const built = buildBlock(state, txs, time, proposer);
    const hash = built.blockId.hash;
    const { status } = await this.#app.processProposal({
      ...common,
      hash,
      txs,
      proposedLastCommit: lastCommit,
    });
    if (status !== Status.ACCEPT) {
      throw new EngineError(`the application refused block ${height}, which it proposed itself`);
    }
    const commit = signCommit(
      {
        chainId: state.chainId,
        height: BigInt(height),
        round,
        blockId: built.blockId,
        validators: state.validators,
      },
      this.#keys,
      addMs(time, 1),
      () => timeFromMs(this.#clock.nowMs()),
    );
    const outcome = await this.#app.finalizeBlock({ ...common, hash, txs, decidedLastCommit: lastCommit });
    if (outcome.txResults.length !== txs.length) {
      throw new EngineError(
        `the application gave ${outcome.txResults.length} results for the ${txs.length} transactions of block ${height}`,
      );
    }
    const header = present(built.block.header, "block.header");
    const after = nextState(state, header, built.blockId, commit, outcome);
    this.#requireKeys(after.validators, height + 1);
    await this.#commit(state, after, built, outcome);
    const block: CommittedBlock = {
      height,
      header,
      blockId: built.blockId,
      txs,
      txHashes: built.txHashes,
      outcome,
    };
    this.#listeners.publish(block);
    return block;
  }

  async #commit(
    before: ChainState,
    after: ChainState,
    built: BuiltBlock,
    outcome: BlockOutcome,
  ): Promise<void> {
    const committed = { built, outcome, before, after };
    const extra = await this.#blocks.append(committed, this.#genesisHash);
    await this.#mempool.committing(
      async () => {
        const { retainHeight } = await this.#app.commit(extra);
        this.#blocks.appended(committed);
        this.#blocks.retain(Number(retainHeight));
        this.#state = after;
        this.#limitMempool();
      },
      built.txHashes.map((hash, i) => ({ hash, code: outcome.txResults[i]!.code })),
    );
  }

  /** What the next block can hold. */
  #limitMempool(): void {
    const { params, validators } = this.#state;
    this.#mempool.setBlockLimits({
      maxDataBytes: maxDataBytes(params, validators.validators.length),
      maxGas: blockParams(params).maxGas,
    });
  }

  /** Whose turn it is; a round fails, as on a network, while it is the turn of a validator whose key is not here. */
  #proposer(state: ChainState, height: number): { readonly proposer: Uint8Array; readonly round: number } {
    this.#requireKeys(state.validators, height);
    let validators = state.validators;
    let round = 0;
    while (!this.#keys.has(toHex(validators.proposer.address))) {
      validators = validators.increment(1);
      round++;
    }
    return { proposer: validators.proposer.address, round };
  }

  /** @throws EngineError where the keys at hand hold two thirds of the power or less. */
  #requireKeys(set: ValidatorSet, height: number): void {
    const power = set.validators.reduce(
      (sum, { address, votingPower }) => (this.#keys.has(toHex(address)) ? sum + votingPower : sum),
      0n,
    );
    if (!decides(power, set.totalPower)) {
      throw new EngineError(
        `block ${height} needs the signatures of more than two thirds of a power of ${set.totalPower}, ` +
          `and the keys at hand hold ${power}`,
        "Give the engine the keys of more validators.",
      );
    }
  }
}

/** Recognizes the document that a chain began with, however it is laid out. */
function genesisHash(genesis: Genesis): Uint8Array {
  return sha256(Buffer.from(formatGenesis(genesis)));
}
