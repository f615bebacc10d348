/**
 * A small application without any of our modules, shaped after CometBFT's own example: `key=value` stores a value.
 * What it knows besides lets tests reach each way of the engine:
 *
 * | transaction | does |
 * |---|---|
 * | `key=value` | stores the value |
 * | `!key=value` | the same, and is refused where the key is taken |
 * | `fail=x` | passes the check and fails in the block, with code 3 |
 * | `gas=n` | wants n gas |
 * | `val=hex!n` | gives the validator with this ed25519 key the power n |
 * | `params=b,g` | sets the block's max_bytes and max_gas |
 *
 * @module
 */
import type { Application, BlockOutcome, CommitExtra, TxOutcome } from "@assay/chain/abci/application";
import type { Backend } from "@assay/chain/store/backend";
import { type EncodedEvent, encodeEvent } from "@assay/kernel/event";
import { fromHex } from "@assay/primitives/bytes";
import {
  CheckTxType,
  type RequestCheckTx,
  type RequestFinalizeBlock,
  type RequestInitChain,
  type RequestPrepareProposal,
  type RequestProcessProposal,
  type RequestQuery,
  ResponseCheckTx,
  type ResponseCommit,
  type ResponseInfo,
  ResponseInitChain,
  type ResponsePrepareProposal,
  type ResponseProcessProposal,
  ResponseProcessProposal_ProposalStatus,
  ResponseQuery,
  type ValidatorUpdate,
} from "@assay/proto/gen/tendermint/abci/types";
import type { ConsensusParams } from "@assay/proto/gen/tendermint/types/params";

const META = Uint8Array.of(0x00);
const VALUES = 0x01;

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

export const kvTx = utf8;

interface Parsed {
  readonly key: string;
  readonly value: string;
}

function parse(tx: Uint8Array): Parsed | undefined {
  const parts = text(tx).split("=");
  const [key = "", value = ""] = parts;
  return parts.length === 2 && key !== "" && value !== "" ? { key, value } : undefined;
}

export interface KvStoreOptions {
  /** Blocks that the engine is asked to keep; 0 keeps all. */
  readonly retainBlocks?: number;
}

interface Staged {
  readonly height: number;
  readonly values: ReadonlyMap<string, string>;
  readonly appHash: Uint8Array;
}

export class KvStore implements Application {
  readonly #backend: Backend;
  readonly #options: KvStoreOptions;
  readonly #values = new Map<string, string>();
  #height = 0;
  /** How often a value was stored: the app hash, as in CometBFT's example. */
  #size = 0;
  #staged: Staged | undefined;
  /** Keys that waiting transactions will take. */
  #checked = new Set<string>();
  /** Transactions checked for the second time, since the last commit. */
  rechecks = 0;

  private constructor(backend: Backend, options: KvStoreOptions) {
    this.#backend = backend;
    this.#options = options;
  }

  static async open(backend: Backend, options: KvStoreOptions = {}): Promise<KvStore> {
    const app = new KvStore(backend, options);
    const meta = await backend.get(META);
    if (meta !== undefined) {
      const view = new DataView(meta.buffer, meta.byteOffset);
      app.#height = Number(view.getBigUint64(0));
      app.#size = Number(view.getBigUint64(8));
    }
    for await (const [key, value] of backend.iterate({
      gte: Uint8Array.of(VALUES),
      lt: Uint8Array.of(VALUES + 1),
    })) {
      app.#values.set(text(key.subarray(1)), text(value));
    }
    return app;
  }

  get(key: string): string | undefined {
    return this.#values.get(key);
  }

  #appHash(size: number): Uint8Array {
    const hash = new Uint8Array(8);
    new DataView(hash.buffer).setBigUint64(0, BigInt(size));
    return hash;
  }

  info(): ResponseInfo {
    return {
      data: `{"size":${this.#size}}`,
      version: "kvstore",
      appVersion: 1n,
      lastBlockHeight: BigInt(this.#height),
      lastBlockAppHash: this.#height === 0 ? new Uint8Array(0) : this.#appHash(this.#size),
    };
  }

  async initChain(_request: RequestInitChain): Promise<ResponseInitChain> {
    return ResponseInitChain.fromPartial({ appHash: this.#appHash(0) });
  }

  async checkTx({ tx, type }: RequestCheckTx): Promise<ResponseCheckTx> {
    const refuse = (code: number, log: string): ResponseCheckTx => ({
      ...ResponseCheckTx.create(),
      code,
      log,
      codespace: "kvstore",
    });
    if (type === CheckTxType.CHECK_TX_TYPE_RECHECK) this.rechecks++;
    const parsed = parse(tx);
    if (parsed === undefined) return refuse(2, "not key=value");
    const { key, value } = parsed;
    if (key.startsWith("!")) {
      if (this.#values.has(key) || this.#checked.has(key)) return refuse(4, `${key} is taken`);
      this.#checked.add(key);
    }
    return { ...ResponseCheckTx.create(), gasWanted: key === "gas" ? BigInt(value) : 1n };
  }

  async prepareProposal({ txs }: RequestPrepareProposal): Promise<ResponsePrepareProposal> {
    return { txs };
  }

  async processProposal({ txs }: RequestProcessProposal): Promise<ResponseProcessProposal> {
    const { ACCEPT, REJECT } = ResponseProcessProposal_ProposalStatus;
    return { status: txs.every((tx) => parse(tx) !== undefined) ? ACCEPT : REJECT };
  }

  async finalizeBlock({ txs, height }: RequestFinalizeBlock): Promise<BlockOutcome> {
    const values = new Map<string, string>();
    const validatorUpdates: ValidatorUpdate[] = [];
    let consensusParamUpdates: ConsensusParams | undefined;
    let size = this.#size;
    const txResults = txs.map((tx): TxOutcome => {
      const parsed = parse(tx);
      if (parsed === undefined) return result(2, "not key=value", []);
      const { key, value } = parsed;
      if (key === "fail") return result(3, value, []);
      if (key.startsWith("!") && (this.#values.has(key) || values.has(key))) {
        return result(4, `${key} is taken`, []);
      }
      if (key === "val") validatorUpdates.push(validatorUpdate(value));
      else if (key === "params") consensusParamUpdates = blockParams(value);
      else values.set(key, value);
      size++;
      return result(0, "", events(key, value));
    });
    const appHash = this.#appHash(size);
    this.#staged = { height: Number(height), values, appHash };
    return { events: [], txResults, validatorUpdates, consensusParamUpdates, appHash };
  }

  async commit(extra: CommitExtra): Promise<ResponseCommit> {
    const staged = this.#staged;
    if (staged === undefined) throw new Error("nothing to commit");
    const size = Number(new DataView(staged.appHash.buffer).getBigUint64(0));
    const meta = new Uint8Array(16);
    const view = new DataView(meta.buffer);
    view.setBigUint64(0, BigInt(staged.height));
    view.setBigUint64(8, BigInt(size));
    await this.#backend.batch(
      [
        ...extra,
        { type: "put", key: META, value: meta },
        ...[...staged.values].map(
          ([key, value]) =>
            ({ type: "put", key: Uint8Array.of(VALUES, ...utf8(key)), value: utf8(value) }) as const,
        ),
      ],
      { sync: true },
    );
    for (const [key, value] of staged.values) this.#values.set(key, value);
    this.#height = staged.height;
    this.#size = size;
    this.#staged = undefined;
    this.#checked = new Set();
    this.rechecks = 0;
    const keep = this.#options.retainBlocks ?? 0;
    return { retainHeight: keep === 0 ? 0n : BigInt(Math.max(0, staged.height - keep + 1)) };
  }

  async query({ data, prove }: RequestQuery): Promise<ResponseQuery> {
    const value = this.#values.get(text(data));
    return ResponseQuery.fromPartial({
      key: data,
      value: value === undefined ? new Uint8Array(0) : utf8(value),
      log: value === undefined ? "does not exist" : "exists",
      index: prove ? -1n : 0n,
      height: BigInt(this.#height),
    });
  }
}

function result(code: number, log: string, txEvents: readonly EncodedEvent[]): TxOutcome {
  return {
    code,
    log,
    events: txEvents,
    data: new Uint8Array(0),
    info: "",
    gasWanted: 1n,
    gasUsed: 1n,
    codespace: code === 0 ? "" : "kvstore",
  };
}

function events(key: string, value: string): EncodedEvent[] {
  const event = (creator: string, of: string): EncodedEvent =>
    encodeEvent("app", [
      { key: "creator", value: creator },
      { key: "key", value: of },
      { key: "index_key", value: "index is working" },
    ]);
  return [event("Cosmoshi Netowoko", key), event("Cosmoshi", value)];
}

function validatorUpdate(value: string): ValidatorUpdate {
  const [key = "", power = ""] = value.split("!");
  return { pubKey: { ed25519: fromHex(key), secp256k1: undefined }, power: BigInt(power) };
}

function blockParams(value: string): ConsensusParams {
  const [maxBytes = "", maxGas = ""] = value.split(",");
  return {
    block: { maxBytes: BigInt(maxBytes), maxGas: BigInt(maxGas) },
    // Evidence may not be larger than a block.
    evidence: { maxAgeNumBlocks: 100_000n, maxAgeDuration: { seconds: 172_800n, nanos: 0 }, maxBytes: 0n },
    validator: undefined,
    version: undefined,
    abci: undefined,
  };
}
