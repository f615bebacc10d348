/**
 * A ledger in memory behind the same interfaces as the engine's: `key=value` transactions, one block a call. Hashes
 * that nobody checks are made up; the data hash is real.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { encodeEvent } from "@assay/kernel/event";
import { leafHash, merkleRoot } from "@assay/primitives/merkle";
import { Event, type ResponseCheckTx, ResponseQuery } from "@assay/proto/gen/tendermint/abci/types";
import { Block } from "@assay/proto/gen/tendermint/types/block";
import { ConsensusParams } from "@assay/proto/gen/tendermint/types/params";
import type { Commit } from "@assay/proto/gen/tendermint/types/types";
import { Header } from "@assay/proto/gen/tendermint/types/types";
import { Validator } from "@assay/proto/gen/tendermint/types/validator";
import type { Application, BlockOutcome, TxOutcome } from "../../chain/abci/application.ts";
import {
  type BlockStore,
  type CommitFeed,
  type CommittedBlock,
  type Mempool,
  MempoolError,
  type NodeIdentity,
  type StoredBlock,
} from "../../chain/abci/ledger.ts";

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();
const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8");
const made = (name: string): Uint8Array => sha256(utf8(name));

const EMPTY = new Uint8Array(0);
const NO_QUERY = ResponseQuery.create();

/** Validator keys that sign nothing. */
const KEYS = [made("validator 0"), made("validator 1"), made("validator 2")];

export class MemoryLedger implements BlockStore, Mempool, CommitFeed {
  readonly chainId = "memory-1";
  readonly #blocks: StoredBlock[] = [];
  readonly #outcomes: BlockOutcome[] = [];
  readonly #pending: Uint8Array[] = [];
  readonly #listeners = new Set<(block: CommittedBlock) => void>();
  readonly #values = new Map<string, string>();
  readonly #watches = new Set<(height: number) => void>();
  #base = 1;

  readonly identity: NodeIdentity = {
    nodeId: "00".repeat(20),
    moniker: "memory",
    chainId: this.chainId,
    version: "0.38.25",
    appVersion: 1n,
    validatorPubkey: KEYS[0]!,
    initialHeight: 1,
  };

  /** `key=value` sets; a value of `fail` is refused in the block, `bad` by CheckTx. */
  readonly app: Application = {
    info: () => ({
      data: "memory",
      version: "1",
      appVersion: 1n,
      lastBlockHeight: BigInt(this.height()),
      lastBlockAppHash: made(`app ${this.height()}`),
    }),
    checkTx: async ({ tx }) => this.#check(tx),
    query: async ({ path, data, height }) => {
      if (path === "/throws") throw new Error("secret detail");
      const key = Buffer.from(data).toString("utf8");
      const value = this.#values.get(key);
      const at = height === 0n ? BigInt(this.height()) : height;
      return value === undefined
        ? { ...NO_QUERY, code: 22, log: "key not found", codespace: "sdk", height: at }
        : { ...NO_QUERY, key: data, value: utf8(value), height: at };
    },
    initChain: async () => never(),
    prepareProposal: async () => never(),
    processProposal: async () => never(),
    finalizeBlock: async () => never(),
    commit: async () => never(),
  };

  #check(tx: Uint8Array): ResponseCheckTx {
    const bad = !/^[^=]+=/.test(Buffer.from(tx).toString()) || Buffer.from(tx).toString().endsWith("=bad");
    return {
      code: bad ? 2 : 0,
      data: EMPTY,
      log: bad ? "tx parse error" : "",
      info: "",
      gasWanted: 1n,
      gasUsed: 0n,
      events: [],
      codespace: bad ? "sdk" : "",
    };
  }

  height(): number {
    return this.#blocks.length;
  }

  base(): number {
    return this.#blocks.length === 0 ? 0 : this.#base;
  }

  /** Hears of each block that is read; returns how to stop. */
  watchBlocks(watch: (height: number) => void): () => void {
    this.#watches.add(watch);
    return () => this.#watches.delete(watch);
  }

  prune(base: number): void {
    this.#base = base;
  }

  #kept(height: number): boolean {
    return height >= this.#base && height <= this.#blocks.length;
  }

  async block(height: number): Promise<StoredBlock | undefined> {
    for (const watch of this.#watches) watch(height);
    return this.#kept(height) ? this.#blocks[height - 1] : undefined;
  }

  async heightOf(hash: Uint8Array): Promise<number | undefined> {
    const at = this.#blocks.findIndex(({ blockId }) => Buffer.compare(blockId.hash, hash) === 0);
    return at < 0 || !this.#kept(at + 1) ? undefined : at + 1;
  }

  async commit(height: number): Promise<{ commit: Commit; canonical: boolean } | undefined> {
    return this.#kept(height)
      ? { commit: this.#commitOf(height), canonical: height < this.height() }
      : undefined;
  }

  #commitOf(height: number): Commit {
    return {
      height: BigInt(height),
      round: 0,
      blockId: this.#blocks[height - 1]!.blockId,
      signatures: KEYS.map((key, i) =>
        i === 2
          ? { blockIdFlag: 1, validatorAddress: EMPTY, timestamp: undefined, signature: EMPTY }
          : {
              blockIdFlag: 2,
              validatorAddress: sha256(key).slice(0, 20),
              timestamp: { seconds: 1_700_000_000n + BigInt(height), nanos: 120_000_000 },
              signature: Buffer.concat([made(`r ${height}`), made(`s ${height}`)]),
            },
      ),
    };
  }

  async results(height: number): Promise<BlockOutcome | undefined> {
    return this.#kept(height) ? this.#outcomes[height - 1] : undefined;
  }

  async validators(height: number): Promise<readonly Validator[] | undefined> {
    if (height > this.height() + 1) return undefined;
    return KEYS.map((ed25519, i) =>
      Validator.fromPartial({
        address: sha256(ed25519).slice(0, 20),
        pubKey: { ed25519 },
        votingPower: BigInt(10 - i),
        proposerPriority: BigInt(i - 1),
      }),
    );
  }

  async consensusParams(height: number): Promise<ConsensusParams | undefined> {
    if (height > this.height() + 1) return undefined;
    return ConsensusParams.fromPartial({
      block: { maxBytes: 4_194_304n, maxGas: 100_000_000n },
      evidence: { maxAgeNumBlocks: 100_000n, maxAgeDuration: { seconds: 172_800n }, maxBytes: 1_048_576n },
      validator: { pubKeyTypes: ["ed25519"] },
      version: { app: 1n },
      abci: {},
    });
  }

  async add(tx: Uint8Array): Promise<ResponseCheckTx> {
    if (this.#pending.some((one) => Buffer.compare(one, tx) === 0)) {
      throw new MempoolError("in_cache", "tx already exists in cache");
    }
    const response = this.#check(tx);
    if (response.code === 0) this.#pending.push(tx);
    return response;
  }

  size(): number {
    return this.#pending.length;
  }

  totalBytes(): number {
    return this.#pending.reduce((sum, tx) => sum + tx.length, 0);
  }

  list(limit: number): readonly Uint8Array[] {
    return this.#pending.slice(0, limit);
  }

  onCommit(listener: (block: CommittedBlock) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #outcome(tx: Uint8Array): TxOutcome {
    const [key, value] = Buffer.from(tx).toString("utf8").split("=") as [string, string];
    const failed = value === "fail";
    if (!failed) this.#values.set(key, value);
    return {
      code: failed ? 5 : 0,
      data: EMPTY,
      log: failed ? "insufficient funds" : "",
      info: "",
      gasWanted: 100n,
      gasUsed: 50n,
      codespace: failed ? "sdk" : "",
      events: failed
        ? []
        : [
            encodeEvent("store.set", [
              { key: "key", value: key },
              { key: "value", value },
            ]),
            encodeEvent("message", [
              { key: "action", value: "set" },
              { key: "sender", value: `alice${key.length}` },
            ]),
            encodeEvent("message", [{ key: "module", value: "store" }]),
          ],
    };
  }

  /** Takes what is pending, and more, into a block. */
  commitBlock(more: readonly string[] = []): CommittedBlock {
    const txs = [...this.#pending.splice(0), ...more.map(utf8)];
    const height = this.height() + 1;
    const txHashes = txs.map(sha256);
    const previous = this.#blocks.at(-1);
    const block = Block.fromPartial({
      header: {
        version: { block: 11n, app: 1n },
        chainId: this.chainId,
        height: BigInt(height),
        time: { seconds: 1_700_000_000n + BigInt(height), nanos: height * 1_000_000 },
        lastBlockId: previous?.blockId ?? {},
        lastCommitHash: made("last commit"),
        dataHash: merkleRoot(txHashes.map(leafHash)),
        validatorsHash: made("validators"),
        nextValidatorsHash: made("validators"),
        consensusHash: made("consensus"),
        appHash: made(`app ${height - 1}`),
        lastResultsHash: made(`results ${height - 1}`),
        evidenceHash: sha256(EMPTY),
        proposerAddress: sha256(KEYS[0]!).slice(0, 20),
      },
      data: { txs },
      evidence: {},
      lastCommit: previous === undefined ? {} : this.#commitOf(height - 1),
    });
    const bytes = Block.toBytes(block);
    const blockId = {
      hash: sha256(Header.toBytes(block.header!)),
      partSetHeader: { total: 1, hash: sha256(bytes) },
    };
    const outcome: BlockOutcome = {
      events: [encodeEvent("clock.ticked", [{ key: "parity", value: height % 2 === 0 ? "even" : "odd" }])],
      txResults: txs.map((tx) => this.#outcome(tx)),
      validatorUpdates:
        height === 3 ? [{ pubKey: { ed25519: KEYS[1], secp256k1: undefined }, power: 9n }] : [],
      consensusParamUpdates: undefined,
      appHash: made(`app ${height}`),
    };
    this.#blocks.push({ block, blockId, size: bytes.length });
    this.#outcomes.push(outcome);
    const committed = { height, header: block.header!, blockId, txs, txHashes, outcome };
    for (const listener of [...this.#listeners]) listener(committed);
    return committed;
  }
}

function never(): never {
  throw new Error("the memory ledger has no engine");
}

/** Events as the index returns them, for comparison. */
export function plainEvents(outcome: TxOutcome): Event[] {
  return outcome.events.map(({ bytes }) => Event.fromBytes(bytes));
}
