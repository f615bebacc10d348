/**
 * The application behind ABCI 2.0: wires the rooms of this folder together. An engine calls it; it calls nobody.
 *
 * @module
 */
import { assert, present } from "@assay/kernel/assert";
import { type BlockInfo, type ChainInfo, readContext } from "@assay/kernel/context";
import type { Invariant } from "@assay/kernel/module";
import type { StoreReader } from "@assay/kernel/store";
import type { Timestamp } from "@assay/proto/gen/google/protobuf/timestamp";
import {
  CheckTxType,
  ResponseProcessProposal_ProposalStatus as ProposalStatus,
  type RequestCheckTx,
  type RequestFinalizeBlock,
  type RequestInfo,
  type RequestInitChain,
  type RequestPrepareProposal,
  type RequestProcessProposal,
  type RequestQuery,
  ResponseCheckTx,
  type ResponseCommit,
  type ResponseInfo,
  type ResponseInitChain,
  type ResponsePrepareProposal,
  type ResponseProcessProposal,
  ResponseQuery,
  type ValidatorUpdate,
} from "@assay/proto/gen/tendermint/abci/types";
import { ConsensusParams } from "@assay/proto/gen/tendermint/types/params";
import type { Application, BlockOutcome, CommitExtra } from "../abci/application.ts";
import type { Overlay } from "../store/overlay.ts";
import type { StateStore } from "../store/state-store.ts";
import { state as chainState, kernelInfo } from "./chain-info.ts";
import { CheckState } from "./check-tx.ts";
import type { BlockScope } from "./deliver.ts";
import { executeBlock } from "./finalize-block.ts";
import { parseGasPrice } from "./gas-price.ts";
import { exportGenesis, type GenesisExport, initGenesis, parseAppState, readChainInfo } from "./genesis.ts";
import type { Lanes } from "./lanes.ts";
import { MAX_TX_BYTES } from "./limits.ts";
import { type AppModules, createModules } from "./modules.ts";
import { type BlockRules, prepareProposal, rejectProposal } from "./proposal.ts";
import { query } from "./query.ts";
import { createRouter, type Router } from "./router.ts";
import { KnownSignatures } from "./signature/known-signatures.ts";
import { learnAllSignatures } from "./signature/learn.ts";
import type { SignatureVerifier } from "./signature/verifier.ts";
import { simulate } from "./simulate.ts";
import { TxDecoder } from "./tx.ts";
import type { TxLookup } from "./tx-lookup.ts";

/** In every header: what the state machine does. Another number is another chain's rules. */
export const APP_VERSION = 1n;
/** Of the stored keys and values. Data of another one is refused. */
export const LAYOUT_VERSION = 1;
const VERSION = "0.1.0";

export interface AppOptions {
  readonly store: StateStore;
  readonly verifier: SignatureVerifier;
  /** What this node asks for, like `0.025` or `0.025uassay`; absent takes what genesis suggests. */
  readonly minGasPrice?: string;
  /** Finds committed transactions for `GetTx`; absent finds none. */
  readonly txLookup?: TxLookup;
  /** Absent: the ledger's own. */
  readonly modules?: AppModules;
  /** Told of faults of ours that a question brought to light: they must not take the node down. */
  readonly logger?: { error(fields: object, message: string): void };
}

/** Names of the trees that `StateStore.open` is asked for. */
export const storeNames = (modules: AppModules = createModules()): string[] =>
  modules.all.map(({ schema }) => schema.module);

/** What is known once genesis is: from InitChain, or from the committed state. */
interface Running {
  readonly chain: ChainInfo;
  readonly decoder: TxDecoder;
  readonly check: CheckState;
  /** Uncommitted writes of genesis; undefined once a block is committed. */
  readonly genesis: Overlay | undefined;
  readonly minGasPriceMicro: bigint;
}

export class AssayApp implements Application {
  readonly #options: AppOptions;
  readonly #store: StateStore;
  readonly #modules: AppModules;
  readonly #router: Router;
  readonly #signatures: KnownSignatures;
  readonly #storeNames: ReadonlySet<string>;
  #running: Running | undefined;
  /** The block that is executed and not committed yet. */
  #executed:
    | { readonly height: bigint; readonly writes: Overlay; readonly txs: readonly Uint8Array[] }
    | undefined;
  /** Ends when the signatures of the last proposal are verified. */
  #ahead: Promise<void> = Promise.resolve();
  /** One block at a time. */
  #tail: Promise<unknown> = Promise.resolve();

  private constructor(options: AppOptions) {
    this.#options = options;
    this.#store = options.store;
    this.#modules = options.modules ?? createModules();
    this.#router = createRouter(this.#modules.all, MAX_TX_BYTES);
    this.#signatures = new KnownSignatures(options.verifier);
    this.#storeNames = new Set(this.#modules.all.map(({ schema }) => schema.module));
  }

  /** On the state that the store holds; an empty store waits for InitChain. */
  static open(options: AppOptions): AssayApp {
    const app = new AssayApp(options);
    const { store } = options;
    if (store.height > 0n) {
      const ctx = readContext(unknownChain, unknownBlock, store.latest());
      app.#start(kernelInfo(chainState.info.must(ctx)), undefined, store.height + 1n);
    }
    return app;
  }

  info(_request: RequestInfo): ResponseInfo {
    const { height, appHash } = this.#store;
    return {
      data: "assay",
      version: VERSION,
      appVersion: APP_VERSION,
      lastBlockHeight: height,
      lastBlockAppHash: height === 0n ? new Uint8Array(0) : appHash,
    };
  }

  /** @throws Error that says what is wrong with the genesis: there is no chain then. */
  async initChain(request: RequestInitChain): Promise<ResponseInitChain> {
    assert(this.#store.height === 0n, "InitChain comes before the first block only");
    const { chainId, initialHeight } = request;
    const appState = parseAppState(request.appStateBytes);
    const chain = readChainInfo(chainId, appState);
    const height = initialHeight > 0n ? initialHeight : 1n;
    // Genesis comes before the first block; so a chain that goes on from an export has the exporter's state.
    const block = { ...blockTime(request.time), height: height - 1n };
    const overlay = this.#store.overlay();
    const consensusParams = request.consensusParams ?? ConsensusParams.create();
    initGenesis(this.#modules.all, chain, block, consensusParams, appState, overlay);
    const appHash = this.#store.stage(overlay);
    const validators = this.#validators(chain, overlay);
    checkSameValidators(request.validators, validators);
    this.#start(chain, overlay, height);
    return { consensusParams: undefined, validators, appHash };
  }

  async checkTx({ tx, type }: RequestCheckTx): Promise<ResponseCheckTx> {
    if (this.#running === undefined) return { ...ResponseCheckTx.create(), ...notBegun };
    const { check } = this.#running;
    try {
      return await (type === CheckTxType.CHECK_TX_TYPE_RECHECK ? check.recheck(tx) : check.check(tx));
    } catch (error) {
      return { ...ResponseCheckTx.create(), ...this.#internal("CheckTx", error) };
    }
  }

  async prepareProposal({ txs, maxTxBytes }: RequestPrepareProposal): Promise<ResponsePrepareProposal> {
    return { txs: await prepareProposal(this.#blockRules(), Number(maxTxBytes), txs) };
  }

  async processProposal({ txs }: RequestProcessProposal): Promise<ResponseProcessProposal> {
    const why = await rejectProposal(this.#blockRules(), txs);
    if (why !== undefined) return { status: ProposalStatus.REJECT };
    // Where it fails, the block asks again and tells.
    this.#ahead = this.#learnAhead(txs).catch(() => {});
    return { status: ProposalStatus.ACCEPT };
  }

  finalizeBlock(request: RequestFinalizeBlock): Promise<BlockOutcome> {
    return this.#inTurn(() => this.#finalize(request));
  }

  commit(extra: CommitExtra): Promise<ResponseCommit> {
    return this.#inTurn(async () => {
      const { height, writes, txs } = present(this.#executed, "an executed block to commit");
      await this.#store.commit(height, extra);
      this.#executed = undefined;
      this.#goOn(writes);
      this.#live().decoder.forget(txs);
      return { retainHeight: 0n };
    });
  }

  async query(request: RequestQuery): Promise<ResponseQuery> {
    if (this.#running === undefined) return { ...ResponseQuery.create(), ...notBegun };
    const { chain, decoder, check } = this.#running;
    const services = {
      store: this.#store,
      router: this.#router,
      chain,
      version: VERSION,
      storeNames: this.#storeNames,
      simulate: (tx: Uint8Array) => simulate(decoder, check.fork(), tx),
      txLookup: this.#options.txLookup,
    };
    try {
      return await query(services, request);
    } catch (error) {
      const height = this.#store.height;
      return { ...ResponseQuery.create(), height, ...this.#internal(`query ${request.path}`, error) };
    }
  }

  /** Signatures that CheckTx has not seen are verified while the validators vote. */
  async #learnAhead(txs: readonly Uint8Array[]): Promise<void> {
    const { chain, decoder, minGasPriceMicro } = this.#live();
    const reader = this.#reader();
    const scope = this.#scope(chain, minGasPriceMicro, this.#lastBlock(reader), reader);
    await this.#ahead;
    await learnAllSignatures(decoder, scope, reader, txs);
  }

  /** A fault of ours, told to the asker as little as to the log much. Blocks do not come this way: they halt. */
  #internal(where: string, error: unknown): { code: number; codespace: string; log: string } {
    this.#options.logger?.error({ err: error }, `${where} failed`);
    return { code: 1, codespace: "undefined", log: "internal error" };
  }

  /** What does not hold in the newest state: empty on a sound ledger. */
  invariants(): string[] {
    const reader = this.#reader();
    const { chain } = this.#live();
    const ctx = readContext(chain, this.#lastBlock(reader), reader);
    const broken: string[] = [];
    for (const { name, invariants = [] } of this.#modules.all) {
      for (const invariant of invariants as readonly Invariant[]) {
        const fault = invariant.check(ctx);
        if (fault !== undefined) broken.push(`${name}: ${invariant.name}: ${fault}`);
      }
    }
    return broken;
  }

  /** Of the modules' queries, each with its gRPC name. */
  queryPaths(): string[] {
    return [...this.#router.queries.keys()];
  }

  exportGenesis(): GenesisExport {
    const reader = this.#reader();
    return exportGenesis(this.#modules.all, this.#live().chain, this.#lastBlock(reader), reader);
  }

  async #finalize(request: RequestFinalizeBlock): Promise<BlockOutcome> {
    const { chain, decoder, minGasPriceMicro } = this.#live();
    const { txs, height } = request;
    const block = { height, ...blockTime(request.time) };
    // What was executed before is not to be committed any more, whatever becomes of this block.
    this.#executed = undefined;
    // It reads the state that the next commit leaves behind.
    await this.#ahead;
    const overlay = this.#freshOverlay();
    const scope = this.#scope(chain, minGasPriceMicro, block, overlay);
    const { events, txResults } = await executeBlock(this.#modules, decoder, scope, overlay, txs);
    const appHash = this.#store.stage(overlay);
    this.#executed = { height, writes: overlay, txs };
    return { events, txResults, validatorUpdates: [], consensusParamUpdates: undefined, appHash };
  }

  /** Once genesis is known. */
  #start(chain: ChainInfo, genesis: Overlay | undefined, nextHeight: bigint): void {
    const reader = genesis ?? this.#store.latest();
    const minGasPriceMicro = this.#minGasPrice(chain, reader);
    const block = { ...this.#lastBlock(reader), height: nextHeight };
    const scope = this.#scope(chain, minGasPriceMicro, block, reader);
    const decoder = new TxDecoder(this.#router, chain);
    const check = new CheckState(decoder, scope, reader);
    this.#running = { chain, decoder, check, genesis, minGasPriceMicro };
  }

  /** After each commit: CheckTx looks forward to the next block. */
  #goOn(writes: Overlay): void {
    const { chain, check, minGasPriceMicro } = this.#live();
    const reader = this.#store.latest();
    const block = { ...this.#lastBlock(reader), height: this.#store.height + 1n };
    check.reset(this.#scope(chain, minGasPriceMicro, block, reader), reader, writes);
    this.#running = { ...this.#live(), genesis: undefined };
  }

  /** @throws Error where the configuration asks for another denom than genesis. */
  #minGasPrice({ feeDenom }: ChainInfo, reader: StoreReader): bigint {
    const { minGasPrice } = this.#options;
    if (minGasPrice === undefined) {
      return chainState.info.must(readContext(unknownChain, unknownBlock, reader)).minGasPriceMicro;
    }
    const { denom, micro } = parseGasPrice(minGasPrice);
    if (denom !== undefined && denom !== feeDenom) {
      throw new Error(`The minimum gas price is in ${denom}, but this chain's fees are in ${feeDenom}.`);
    }
    return micro;
  }

  #live(): Running {
    return present(this.#running, "the chain: InitChain");
  }

  #reader(): StoreReader {
    return this.#running?.genesis ?? this.#store.latest();
  }

  #lastBlock(reader: StoreReader): BlockInfo {
    return chainState.block.must(readContext(unknownChain, unknownBlock, reader));
  }

  /** Directly on the committed state, as the store asks; before the first block with what genesis wrote. */
  #freshOverlay(): Overlay {
    const overlay = this.#store.overlay();
    for (const { module, key, value } of this.#live().genesis?.writes() ?? []) {
      if (value === undefined) overlay.delete(module, key);
      else overlay.set(module, key, value);
    }
    return overlay;
  }

  #scope(chain: ChainInfo, minGasPriceMicro: bigint, block: BlockInfo, reader: StoreReader): BlockScope {
    const { auth, bank } = this.#modules;
    const params = auth.params(readContext(chain, block, reader));
    const signatures = this.#signatures;
    const lanes = this.#lanes(chain, reader);
    return { chain, block, services: { auth, bank, signatures, minGasPriceMicro, lanes, params } };
  }

  #lanes(chain: ChainInfo, reader: StoreReader): Lanes {
    const limit = chainState.consensusParams.get(readContext(chain, unknownBlock, reader))?.block?.maxGas;
    // A block without a limit of gas is bounded by its bytes.
    const maxGas = limit === undefined || limit < 0n ? Number.MAX_SAFE_INTEGER : Number(limit);
    return { deadlineMessages: this.#modules.deadlineMessages, maxGas };
  }

  #blockRules(): BlockRules {
    const { chain, decoder } = this.#live();
    return { decoder, lanes: this.#lanes(chain, this.#reader()), systemTxs: [] };
  }

  #validators(chain: ChainInfo, reader: StoreReader): ValidatorUpdate[] {
    const validators = this.#modules.staking.validators(readContext(chain, unknownBlock, reader));
    return validators.map(({ consensusPubkey, power }) => ({
      pubKey: { ed25519: consensusPubkey, secp256k1: undefined },
      power,
    }));
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const mine = this.#tail.then(run);
    this.#tail = mine.catch(() => {});
    return mine;
  }
}

/** What a node may ask before it sent InitChain has a code, as all that cannot be answered. */
const notBegun = { code: 1, codespace: "undefined", log: "there is no chain yet: InitChain has not come" };

/** For reads that come before chain and block are known. */
const unknownChain: ChainInfo = { chainId: "", bech32Prefix: "", feeDenom: "" };
const unknownBlock: BlockInfo = { height: 0n, timeSeconds: 0n, timeNanos: 0 };

function blockTime(time: Timestamp | undefined): Pick<BlockInfo, "timeSeconds" | "timeNanos"> {
  return { timeSeconds: time?.seconds ?? 0n, timeNanos: time?.nanos ?? 0 };
}

/** @throws Error where the engine's genesis and `app_state.staking` disagree on who validates. */
function checkSameValidators(engine: readonly ValidatorUpdate[], ours: readonly ValidatorUpdate[]): void {
  if (engine.length === 0 || ours.length === 0) return;
  const list = (updates: readonly ValidatorUpdate[]): string =>
    updates
      .map(({ pubKey, power }) => `${Buffer.from(pubKey?.ed25519 ?? []).toString("hex")}:${power}`)
      .sort()
      .join(",");
  if (list(engine) !== list(ours)) {
    throw new Error("genesis: validators are not those of app_state.staking");
  }
}
