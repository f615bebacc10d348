/**
 * Checks that an engine calls an application as ABCI 2.0 says: the grammar of CometBFT's "expected behavior", and
 * that the answers are of the shape that CometBFT would accept. Wraps any application, under either engine.
 *
 * ```
 * start    = init-chain / info              (info: recovery)
 * height   = *round finalize-block commit   (a repeated finalize-block stands for a crash before the commit)
 * round    = [prepare-proposal] [process-proposal]
 * ```
 *
 * Queries and checks of transactions may come at any time in between, but checks not during a commit.
 *
 * @module
 */
import {
  CheckTxType,
  type RequestCheckTx,
  type RequestFinalizeBlock,
  type RequestInfo,
  type RequestInitChain,
  type RequestPrepareProposal,
  type RequestProcessProposal,
  type RequestQuery,
  type ResponseCheckTx,
  type ResponseCommit,
  type ResponseInfo,
  type ResponseInitChain,
  type ResponsePrepareProposal,
  type ResponseProcessProposal,
  type ResponseQuery,
  ResponseProcessProposal_ProposalStatus as Status,
} from "@assay/proto/gen/tendermint/abci/types";
import type { Application, BlockOutcome, CommitExtra } from "./application.ts";
import { txSize } from "./tx-size.ts";

/** The engine called, or the application answered, what ABCI does not allow. */
export class GrammarError extends Error {
  constructor(message: string) {
    super(`ABCI grammar: ${message}`);
    this.name = "GrammarError";
  }
}

function require(condition: boolean, message: string): asserts condition {
  if (!condition) throw new GrammarError(message);
}

export class GrammarChecker implements Application {
  readonly #app: Application;
  /** Height that may be decided next; undefined before the engine knows where the application stands. */
  #next: bigint | undefined;
  /** Height that is executed and not committed. */
  #finalized: bigint | undefined;
  /** The call of the consensus connection that has no answer yet. */
  #running: string | undefined;
  #decided = false;
  /** Checks that were called and answered. */
  #checksCalled = 0;
  #checksAnswered = 0;

  constructor(app: Application) {
    this.#app = app;
  }

  info(request: RequestInfo): ResponseInfo {
    const response = this.#app.info(request);
    require(response.lastBlockHeight >= 0n, "info: a height is not negative");
    if (this.#next === undefined && response.lastBlockHeight > 0n) this.#next = response.lastBlockHeight + 1n;
    return response;
  }

  async initChain(request: RequestInitChain): Promise<ResponseInitChain> {
    require(this.#next === undefined, "init-chain: the chain has begun");
    require(request.initialHeight >= 1n, "init-chain: the initial height is positive");
    const response = await this.#call("init-chain", () => this.#app.initChain(request));
    require(request.validators.length > 0 ||
      response.validators.length > 0, "init-chain: nobody names a validator");
    this.#next = request.initialHeight;
    return response;
  }

  async checkTx(request: RequestCheckTx): Promise<ResponseCheckTx> {
    require(this.#next !== undefined, "check-tx: before init-chain");
    require(this.#running !== "commit", "check-tx: during a commit");
    const { CHECK_TX_TYPE_NEW, CHECK_TX_TYPE_RECHECK } = CheckTxType;
    require(request.type === CHECK_TX_TYPE_NEW || request.type === CHECK_TX_TYPE_RECHECK, "check-tx: type");
    require(request.type === CHECK_TX_TYPE_NEW || this.#decided, "check-tx: recheck before any commit");
    const number = this.#checksCalled++;
    const response = await this.#app.checkTx(request);
    require(number === this.#checksAnswered, "check-tx: answers are not in the order of the calls");
    this.#checksAnswered++;
    return response;
  }

  async prepareProposal(request: RequestPrepareProposal): Promise<ResponsePrepareProposal> {
    this.#atNextHeight("prepare-proposal", request.height);
    require(this.#finalized === undefined, "prepare-proposal: between finalize-block and commit");
    const response = await this.#call("prepare-proposal", () => this.#app.prepareProposal(request));
    const size = response.txs.reduce((sum, tx) => sum + BigInt(txSize(tx)), 0n);
    require(size <= request.maxTxBytes, `prepare-proposal: ${size} bytes where ${request.maxTxBytes} fit`);
    return response;
  }

  async processProposal(request: RequestProcessProposal): Promise<ResponseProcessProposal> {
    this.#atNextHeight("process-proposal", request.height);
    require(this.#finalized === undefined, "process-proposal: between finalize-block and commit");
    const response = await this.#call("process-proposal", () => this.#app.processProposal(request));
    const { ACCEPT, REJECT } = Status;
    require(response.status === ACCEPT || response.status === REJECT, "process-proposal: unknown status");
    return response;
  }

  async finalizeBlock(request: RequestFinalizeBlock): Promise<BlockOutcome> {
    this.#atNextHeight("finalize-block", request.height);
    const outcome = await this.#call("finalize-block", () => this.#app.finalizeBlock(request));
    const { length } = outcome.txResults;
    require(length === request.txs.length, `finalize-block: ${length} results for ${request.txs.length} txs`);
    this.#finalized = request.height;
    return outcome;
  }

  async commit(extra: CommitExtra): Promise<ResponseCommit> {
    const height = this.#finalized;
    require(height !== undefined, "commit: without finalize-block");
    require(this.#checksCalled === this.#checksAnswered, "commit: while transactions are being checked");
    const response = await this.#call("commit", () => this.#app.commit(extra));
    require(response.retainHeight >= 0n && response.retainHeight <= height, "commit: retain height");
    this.#finalized = undefined;
    this.#decided = true;
    this.#next = height + 1n;
    return response;
  }

  query(request: RequestQuery): Promise<ResponseQuery> {
    return this.#app.query(request);
  }

  #atNextHeight(call: string, height: bigint): void {
    require(this.#next !== undefined, `${call}: before info or init-chain`);
    require(height === this.#next, `${call}: height ${height} where ${this.#next} is next`);
  }

  /** Calls of the consensus connection come one at a time. */
  async #call<T>(name: string, call: () => Promise<T>): Promise<T> {
    require(this.#running === undefined, `${name}: while ${this.#running} has no answer`);
    this.#running = name;
    try {
      return await call();
    } finally {
      this.#running = undefined;
    }
  }
}
