/**
 * Checks that an engine calls an application as ABCI 2.0 says, and that the application answers what CometBFT would
 * accept: the grammar of its "expected behavior" and the application's requirements, as far as one node can see them.
 * Wraps any application, under either engine.
 *
 * ```
 * start    = info init-chain / info          (info: the application has blocks already)
 * height   = *round 1*finalize-block commit  (a block that is replayed or synced has no round)
 * round    = *prepare-proposal / *process-proposal
 * restart  = info                            (between any two calls; also amid a height)
 * ```
 *
 * A restart of the node begins the height that was not committed anew: `init-chain` may come again before the first
 * commit, and rounds after a `finalize-block` that no `commit` followed. Without a restart a repeated `finalize-block`
 * is another run of the same height; the same block must give the same app hash.
 *
 * `info` (anybody's `/abci_info`), queries and checks of transactions may come at any time; checks not during a commit.
 *
 * Vote extensions and snapshots are not in `Application`, so not here.
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
  type ValidatorUpdate,
} from "@assay/proto/gen/tendermint/abci/types";
import type { Application, BlockOutcome, CommitExtra } from "./application.ts";
import { txSize } from "./tx-size.ts";

/** The engine called, or the application answered, what ABCI does not allow. */
export class GrammarError extends Error {
  /** Whose fault it is. */
  readonly by: "application" | "engine";

  constructor(by: "application" | "engine", message: string) {
    super(`ABCI grammar: ${message}`);
    this.name = "GrammarError";
    this.by = by;
  }
}

/** Of what is asked. */
function allowed(condition: boolean, message: string): asserts condition {
  if (!condition) throw new GrammarError("engine", message);
}

/** Of what is answered. */
function sound(condition: boolean, message: string): asserts condition {
  if (!condition) throw new GrammarError("application", message);
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

function sameTxs(a: readonly Uint8Array[], b: readonly Uint8Array[]): boolean {
  return a.length === b.length && a.every((tx, i) => same(tx, b[i]!));
}

function checkUpdates(call: string, updates: readonly ValidatorUpdate[]): void {
  const keys = new Set<string>();
  for (const { pubKey, power } of updates) {
    const key = Buffer.from(pubKey?.ed25519 ?? pubKey?.secp256k1 ?? []).toString("hex");
    sound(key !== "", `${call}: a validator without a key`);
    sound(!keys.has(key), `${call}: the validator ${key} twice`);
    sound(power >= 0n, `${call}: a validator's power ${power}`);
    keys.add(key);
  }
}

export class GrammarChecker implements Application {
  readonly #app: Application;
  /** Height that may be decided next; undefined before the engine knows where the application stands. */
  #next: bigint | undefined;
  /** What Info must say; undefined before it is known. */
  #committed: { readonly height: bigint; readonly appHash: Uint8Array } | undefined;
  /** The block that was executed last. */
  #executed: { readonly height: bigint; readonly hash: Uint8Array; readonly appHash: Uint8Array } | undefined;
  /** It is executed and waits for its commit. */
  #finalized = false;
  /** Info came since: the engine may have started anew. */
  #informed = false;
  /** What was proposed here at the next height. */
  #prepared: readonly Uint8Array[] | undefined;
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
    const { lastBlockHeight: height, lastBlockAppHash: appHash } = response;
    sound(height >= 0n, "info: a height is not negative");
    // What is being committed may be there already, or not yet.
    if (this.#running !== "commit") {
      const committed = this.#committed ?? { height, appHash };
      sound(height === committed.height, `info: height ${height} where ${committed.height} is committed`);
      sound(same(appHash, committed.appHash), `info: another app hash than that of block ${height}`);
      this.#committed = committed;
      if (height > 0n) this.#next ??= height + 1n;
    }
    this.#informed = true;
    return response;
  }

  async initChain(request: RequestInitChain): Promise<ResponseInitChain> {
    const repeated = this.#informed && !this.#decided && (this.#committed?.height ?? 0n) === 0n;
    allowed(this.#next === undefined || repeated, "init-chain: the chain has begun");
    allowed(request.initialHeight >= 1n, "init-chain: the initial height is positive");
    const response = await this.#call("init-chain", () => this.#app.initChain(request));
    sound(
      request.validators.length > 0 || response.validators.length > 0,
      "init-chain: nobody names a validator",
    );
    checkUpdates("init-chain", response.validators);
    this.#next = request.initialHeight;
    this.#executed = undefined;
    this.#begin();
    return response;
  }

  async checkTx(request: RequestCheckTx): Promise<ResponseCheckTx> {
    allowed(this.#running !== "commit", "check-tx: during a commit");
    const { CHECK_TX_TYPE_NEW, CHECK_TX_TYPE_RECHECK } = CheckTxType;
    allowed(request.type === CHECK_TX_TYPE_NEW || request.type === CHECK_TX_TYPE_RECHECK, "check-tx: type");
    allowed(request.type === CHECK_TX_TYPE_NEW || this.#decided, "check-tx: recheck before any commit");
    const number = this.#checksCalled++;
    try {
      const response = await this.#app.checkTx(request);
      sound(number === this.#checksAnswered, "check-tx: answers are not in the order of the calls");
      return response;
    } finally {
      this.#checksAnswered++;
    }
  }

  async prepareProposal(request: RequestPrepareProposal): Promise<ResponsePrepareProposal> {
    this.#inRound("prepare-proposal", request.height);
    const response = await this.#call("prepare-proposal", () => this.#app.prepareProposal(request));
    const size = response.txs.reduce((sum, tx) => sum + BigInt(txSize(tx)), 0n);
    const { maxTxBytes } = request;
    sound(maxTxBytes < 0n || size <= maxTxBytes, `prepare-proposal: ${size} bytes where ${maxTxBytes} fit`);
    this.#prepared = response.txs;
    return response;
  }

  async processProposal(request: RequestProcessProposal): Promise<ResponseProcessProposal> {
    this.#inRound("process-proposal", request.height);
    const response = await this.#call("process-proposal", () => this.#app.processProposal(request));
    const { ACCEPT, REJECT } = Status;
    const { status } = response;
    sound(status === ACCEPT || status === REJECT, "process-proposal: unknown status");
    if (status === REJECT && this.#prepared !== undefined) {
      sound(
        !sameTxs(this.#prepared, request.txs),
        "process-proposal: rejects what prepare-proposal proposed",
      );
    }
    return response;
  }

  async finalizeBlock(request: RequestFinalizeBlock): Promise<BlockOutcome> {
    const { height, hash } = request;
    this.#atNextHeight("finalize-block", height);
    // A fault in it leaves nothing to commit.
    this.#finalized = false;
    const outcome = await this.#call("finalize-block", () => this.#app.finalizeBlock(request));
    const { appHash, txResults, validatorUpdates } = outcome;
    const { length } = txResults;
    sound(length === request.txs.length, `finalize-block: ${length} results for ${request.txs.length} txs`);
    checkUpdates("finalize-block", validatorUpdates);
    const before = this.#executed;
    if (before?.height === height && hash.length > 0 && same(before.hash, hash)) {
      sound(
        same(before.appHash, appHash),
        `finalize-block: block ${height} has another app hash than before`,
      );
    }
    this.#executed = { height, hash, appHash };
    this.#begin();
    this.#finalized = true;
    return outcome;
  }

  async commit(extra: CommitExtra): Promise<ResponseCommit> {
    const executed = this.#executed;
    allowed(this.#finalized && executed !== undefined, "commit: without finalize-block");
    allowed(this.#checksCalled === this.#checksAnswered, "commit: while transactions are being checked");
    const { height, appHash } = executed;
    const response = await this.#call("commit", () => this.#app.commit(extra));
    sound(response.retainHeight >= 0n && response.retainHeight <= height, "commit: retain height");
    this.#committed = { height, appHash };
    this.#executed = undefined;
    this.#decided = true;
    this.#next = height + 1n;
    this.#begin();
    return response;
  }

  query(request: RequestQuery): Promise<ResponseQuery> {
    return this.#app.query(request);
  }

  /** Nothing of the height is under way but what was just done. */
  #begin(): void {
    this.#finalized = false;
    this.#prepared = undefined;
    this.#informed = false;
  }

  #atNextHeight(call: string, height: bigint): void {
    allowed(this.#next !== undefined, `${call}: before info or init-chain`);
    allowed(height === this.#next, `${call}: height ${height} where ${this.#next} is next`);
  }

  #inRound(call: string, height: bigint): void {
    this.#atNextHeight(call, height);
    allowed(!this.#finalized || this.#informed, `${call}: between finalize-block and commit`);
    this.#finalized = false;
  }

  /** Calls of the consensus connection come one at a time. */
  async #call<T>(name: string, call: () => Promise<T>): Promise<T> {
    allowed(this.#running === undefined, `${name}: while ${this.#running} has no answer`);
    this.#running = name;
    try {
      return await call();
    } finally {
      this.#running = undefined;
    }
  }
}
