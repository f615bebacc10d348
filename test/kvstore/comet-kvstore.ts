/**
 * CometBFT's own example application (`abci/example/kvstore` of v0.38), anew in TypeScript, answer for answer: the node
 * has it built in, so what differs between that and this one on another engine is the engine's or the server's.
 *
 * @module
 */
import type { Application, BlockOutcome, CommitExtra, TxOutcome } from "@assay/chain/abci/application";
import { addressOf } from "@assay/chain/engine/keys";
import type { Backend, BatchOp } from "@assay/chain/store/backend";
import type { EncodedEvent } from "@assay/kernel/event";
import {
  Event,
  MisbehaviorType,
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
  ValidatorUpdate,
} from "@assay/proto/gen/tendermint/abci/types";
import { fromBase64 } from "@assay/proto/wire/base64";

const ABCI_VERSION = "2.0.0";
const APP_VERSION = 1n;
const VALIDATOR_PREFIX = "val=";
const INVALID_FORMAT = 2;

/** Of the backend's keys: state, values, validators. */
const META = Uint8Array.of(0x00);
const VALUES = 0x01;
const VALIDATORS = 0x02;

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));
/** One character a byte: keys and values are bytes, and Go does not ask what they spell. */
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

const count = (text: string, character: string): number => text.split(character).length - 1;

function isPair(tx: string): boolean {
  const holds = (one: string, other: string): boolean => count(tx, one) === 1 && count(tx, other) === 0;
  const separator = holds(":", "=") ? ":" : holds("=", ":") ? "=" : undefined;
  return separator !== undefined && !tx.startsWith(separator) && !tx.endsWith(separator);
}

/** `val=ed25519!BASE64!POWER`; undefined where it is not that. */
function validatorUpdate(tx: string): ValidatorUpdate | undefined {
  const parts = tx.slice(VALIDATOR_PREFIX.length).split("!");
  const [type = "", base64 = "", power = ""] = parts;
  const key = fromBase64(base64);
  if (parts.length !== 3 || key === undefined || !/^\+?\d{1,18}$/.test(power)) return undefined;
  const pubKey =
    type === "secp256k1" ? { ed25519: undefined, secp256k1: key } : { ed25519: key, secp256k1: undefined };
  return { pubKey, power: BigInt(power) };
}

/** As Go's `binary.PutVarint` into eight bytes. */
function appHashOf(size: number): Uint8Array {
  const hash = new Uint8Array(8);
  let rest = size * 2;
  let at = 0;
  for (; rest >= 0x80; rest = Math.floor(rest / 128)) hash[at++] = (rest % 128) | 0x80;
  hash[at] = rest;
  return hash;
}

const keyOf = (update: ValidatorUpdate): Uint8Array =>
  update.pubKey?.ed25519 ?? update.pubKey?.secp256k1 ?? new Uint8Array(0);

/** With the length before it, as CometBFT stores one. */
function delimited(update: ValidatorUpdate): Uint8Array {
  const message = ValidatorUpdate.toBytes(update);
  return Uint8Array.of(message.length, ...message);
}

function event(creator: string, key: string): EncodedEvent {
  const attributes = [
    { key: "creator", value: creator, index: true },
    { key: "key", value: key, index: true },
    { key: "index_key", value: "index is working", index: true },
    { key: "noindex_key", value: "index is working", index: false },
  ];
  return { type: "app", attributes, bytes: Event.toBytes({ type: "app", attributes }) };
}

interface Staged {
  readonly height: number;
  readonly size: number;
  readonly txs: readonly string[];
  readonly updates: readonly ValidatorUpdate[];
}

export class CometKvStore implements Application {
  readonly #backend: Backend;
  readonly #values = new Map<string, Uint8Array>();
  /** By the key's bytes as latin-1 text. */
  readonly #validators = new Map<string, ValidatorUpdate>();
  #height = 0;
  #size = 0;
  #staged: Staged | undefined;

  private constructor(backend: Backend) {
    this.#backend = backend;
  }

  static async open(backend: Backend): Promise<CometKvStore> {
    const app = new CometKvStore(backend);
    const meta = await backend.get(META);
    if (meta !== undefined) {
      [app.#height, app.#size] = JSON.parse(textOf(meta)) as [number, number];
    }
    const range = (prefix: number) => ({ gte: Uint8Array.of(prefix), lt: Uint8Array.of(prefix + 1) });
    for await (const [key, value] of backend.iterate(range(VALUES)))
      app.#values.set(textOf(key.subarray(1)), value);
    for await (const [key, value] of backend.iterate(range(VALIDATORS)))
      app.#validators.set(textOf(key.subarray(1)), ValidatorUpdate.fromBytes(value));
    return app;
  }

  info(): ResponseInfo {
    return {
      data: `{"size":${this.#size}}`,
      version: ABCI_VERSION,
      appVersion: APP_VERSION,
      lastBlockHeight: BigInt(this.#height),
      lastBlockAppHash: appHashOf(this.#size),
    };
  }

  async initChain({ validators }: RequestInitChain): Promise<ResponseInitChain> {
    for (const update of validators) this.#validators.set(textOf(keyOf(update)), update);
    return ResponseInitChain.fromPartial({ appHash: appHashOf(this.#size) });
  }

  #check(tx: string): boolean {
    return tx.startsWith(VALIDATOR_PREFIX) ? validatorUpdate(tx) !== undefined : isPair(tx);
  }

  async checkTx({ tx }: RequestCheckTx): Promise<ResponseCheckTx> {
    return this.#check(textOf(tx))
      ? { ...ResponseCheckTx.create(), gasWanted: 1n }
      : { ...ResponseCheckTx.create(), code: INVALID_FORMAT };
  }

  async prepareProposal({ txs }: RequestPrepareProposal): Promise<ResponsePrepareProposal> {
    const kept = txs.map(textOf).filter((tx) => this.#check(tx));
    return { txs: kept.map((tx) => bytesOf(tx.replace(":", "="))) };
  }

  async processProposal({ txs }: RequestProcessProposal): Promise<ResponseProcessProposal> {
    const { ACCEPT, REJECT } = ResponseProcessProposal_ProposalStatus;
    return { status: txs.every((tx) => this.#check(textOf(tx))) ? ACCEPT : REJECT };
  }

  async finalizeBlock({ txs, height, misbehavior }: RequestFinalizeBlock): Promise<BlockOutcome> {
    const updates = misbehavior.flatMap(({ type, validator }): ValidatorUpdate[] => {
      if (type !== MisbehaviorType.MISBEHAVIOR_TYPE_DUPLICATE_VOTE || validator === undefined) return [];
      const punished = [...this.#validators.values()].find(
        (update) => textOf(addressOf(keyOf(update))) === textOf(validator.address),
      );
      if (punished === undefined) throw new Error("wanted to punish a validator that is not known");
      return [{ ...punished, power: validator.power - 1n }];
    });
    const staged: string[] = [];
    const txResults = txs.map((bytes): TxOutcome => {
      const tx = textOf(bytes);
      if (tx.startsWith(VALIDATOR_PREFIX)) {
        const update = validatorUpdate(tx);
        if (update === undefined) throw new Error("a validator's transaction that was not checked");
        updates.push(update);
      } else staged.push(tx);
      const parts = tx.split("=");
      const [key, value] = parts.length === 2 ? (parts as [string, string]) : [tx, tx];
      return {
        code: 0,
        data: new Uint8Array(0),
        log: "",
        info: "",
        gasWanted: 0n,
        gasUsed: 0n,
        codespace: "",
        events: [event("Cosmoshi Netowoko", key), event("Cosmoshi", value)],
      };
    });
    this.#staged = { height: Number(height), size: this.#size + txs.length, txs: staged, updates };
    return {
      events: [],
      txResults,
      validatorUpdates: updates,
      consensusParamUpdates: undefined,
      appHash: appHashOf(this.#staged.size),
    };
  }

  async commit(extra: CommitExtra): Promise<ResponseCommit> {
    const staged = this.#staged;
    if (staged === undefined) throw new Error("nothing to commit");
    const { height, size, txs, updates } = staged;
    for (const update of updates) {
      const key = textOf(keyOf(update));
      if (update.power === 0n) this.#validators.delete(key);
      else this.#validators.set(key, update);
    }
    const ops: BatchOp[] = [
      ...extra,
      { type: "put", key: META, value: bytesOf(JSON.stringify([height, size])) },
      // All of them: those of the genesis document are not on disk before the first block.
      ...[...this.#validators].map(
        ([key, update]): BatchOp => ({
          type: "put",
          key: Uint8Array.of(VALIDATORS, ...bytesOf(key)),
          value: ValidatorUpdate.toBytes(update),
        }),
      ),
    ];
    for (const update of updates.filter(({ power }) => power === 0n))
      ops.push({ type: "del", key: Uint8Array.of(VALIDATORS, ...keyOf(update)) });
    for (const tx of txs) {
      const [key = "", value = ""] = tx.split("=");
      this.#values.set(key, bytesOf(value));
      ops.push({ type: "put", key: Uint8Array.of(VALUES, ...bytesOf(key)), value: bytesOf(value) });
    }
    await this.#backend.batch(ops, { sync: true });
    this.#height = height;
    this.#size = size;
    this.#staged = undefined;
    return { retainHeight: 0n };
  }

  async query({ path, data, prove }: RequestQuery): Promise<ResponseQuery> {
    if (path === "/val") {
      const update = this.#validators.get(textOf(data));
      return ResponseQuery.fromPartial({
        key: data,
        value: update === undefined ? new Uint8Array(0) : delimited(update),
      });
    }
    const value = this.#values.get(textOf(data));
    return ResponseQuery.fromPartial({
      key: data,
      value: value ?? new Uint8Array(0),
      log: value === undefined ? "does not exist" : "exists",
      index: prove ? -1n : 0n,
      height: BigInt(this.#height),
    });
  }
}
