/**
 * Blocks and what they did, on the same disk as the application's state and written in the same batch, so that the
 * two can never be at different heights.
 *
 * @module
 */
import { present } from "@assay/kernel/assert";
import { toHex, u64be } from "@assay/primitives/bytes";
import { Block } from "@assay/proto/gen/tendermint/types/block";
import { ConsensusParams } from "@assay/proto/gen/tendermint/types/params";
import { BlockID, Commit } from "@assay/proto/gen/tendermint/types/types";
import {
  type Validator,
  ValidatorSet as ValidatorSetProto,
} from "@assay/proto/gen/tendermint/types/validator";
import type { BlockOutcome, CommitExtra } from "../abci/application.ts";
import type { BlockStore, StoredBlock } from "../abci/ledger.ts";
import { decodeOutcome, encodeOutcome } from "../abci/outcome.ts";
import type { Backend } from "../store/backend.ts";
import type { BuiltBlock } from "./block.ts";
import { atHeight, heightIn, KEYS, key } from "./block-keys.ts";
import { damaged } from "./errors.ts";
import type { ChainState } from "./state.ts";
import { ValidatorSet } from "./validator-set.ts";

/** Old blocks that one batch deletes at most. */
const PRUNED_PER_BLOCK = 64;

/** A height's block with what it did and the state after it. */
export interface Committed {
  readonly built: BuiltBlock;
  readonly outcome: BlockOutcome;
  readonly before: ChainState;
  readonly after: ChainState;
}

/** What is kept in memory of the last block. */
interface Tip {
  readonly stored: StoredBlock;
  readonly outcome: BlockOutcome;
  readonly commit: Commit;
}

async function first<T>(entries: AsyncIterable<T>): Promise<T | undefined> {
  for await (const entry of entries) return entry;
  return undefined;
}

export class DiskBlocks implements BlockStore {
  readonly #backend: Backend;
  #height = 0;
  #base = 0;
  #tip: Tip | undefined;
  #retain = 0;
  /** First height that stays once the batch that is being written is. */
  #nextBase = 0;

  private constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** @throws EngineError where what is stored does not fit together. */
  static async open(backend: Backend): Promise<DiskBlocks> {
    const blocks = new DiskBlocks(backend);
    const ids = { gte: key(KEYS.blockId), lt: key(KEYS.blockId + 1), limit: 1 };
    const last = await first(backend.iterate({ ...ids, reverse: true }));
    if (last === undefined) return blocks;
    const base = present(await first(backend.iterate(ids)), "the first block's id");
    blocks.#base = heightIn(base[0], 1);
    blocks.#height = heightIn(last[0], 1);
    blocks.#tip = await blocks.#readTip(blocks.#height);
    return blocks;
  }

  /** Of the disk, for messages. */
  get location(): string {
    return this.#backend.location;
  }

  async #readTip(height: number): Promise<Tip> {
    const stored = await this.block(height);
    const outcome = await this.#read(atHeight(KEYS.outcome, height), decodeOutcome);
    const commit = await this.#read(key(KEYS.seenCommit), (bytes) => Commit.fromBytesStrict(bytes));
    if (stored === undefined || outcome === undefined || commit === undefined) {
      throw damaged(this.location, `block ${height}, its results or its commit is missing`);
    }
    return { stored, outcome, commit };
  }

  /** A plain array, since a Buffer's `slice` shares its bytes, and would keep all that was read in memory. */
  async #get(at: Uint8Array): Promise<Uint8Array | undefined> {
    const bytes = await this.#backend.get(at);
    return bytes === undefined ? undefined : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  async #read<T>(at: Uint8Array, decode: (bytes: Uint8Array) => T): Promise<T | undefined> {
    const bytes = await this.#get(at);
    if (bytes === undefined) return undefined;
    try {
      return decode(bytes);
    } catch (error) {
      throw damaged(this.location, `${toHex(at)} cannot be read (${(error as Error).message})`);
    }
  }

  height(): number {
    return this.#height;
  }

  base(): number {
    return this.#base;
  }

  #has(height: number): boolean {
    return height >= this.#base && height <= this.#height && height > 0;
  }

  async block(height: number): Promise<StoredBlock | undefined> {
    if (!this.#has(height)) return undefined;
    if (this.#tip !== undefined && height === this.#height) return this.#tip.stored;
    const [stored, blockId] = await Promise.all([
      this.#read(atHeight(KEYS.block, height), (bytes) => ({
        block: Block.fromBytesStrict(bytes),
        size: bytes.length,
      })),
      this.#read(atHeight(KEYS.blockId, height), (bytes) => BlockID.fromBytesStrict(bytes)),
    ]);
    // Both are gone where the height was pruned meanwhile.
    return stored === undefined || blockId === undefined ? undefined : { ...stored, blockId };
  }

  async heightOf(hash: Uint8Array): Promise<number | undefined> {
    const height = await this.#read(key(KEYS.hash, hash), (bytes) => heightIn(bytes, 0));
    return height !== undefined && this.#has(height) ? height : undefined;
  }

  async commit(
    height: number,
  ): Promise<{ readonly commit: Commit; readonly canonical: boolean } | undefined> {
    if (!this.#has(height)) return undefined;
    if (height === this.#height) return { commit: this.#tip!.commit, canonical: false };
    const commit = (await this.block(height + 1))?.block.lastCommit;
    return commit === undefined ? undefined : { commit, canonical: true };
  }

  async results(height: number): Promise<BlockOutcome | undefined> {
    if (!this.#has(height)) return undefined;
    if (height === this.#height) return this.#tip!.outcome;
    return this.#read(atHeight(KEYS.outcome, height), decodeOutcome);
  }

  async validators(height: number): Promise<readonly Validator[] | undefined> {
    return (await this.validatorSet(height))?.validators;
  }

  /** With whose turn it is; there for two heights past the last block too. */
  async validatorSet(height: number): Promise<ValidatorSet | undefined> {
    if (height < this.#base || height <= 0) return undefined;
    return this.#read(atHeight(KEYS.validators, height), (bytes) =>
      ValidatorSet.fromProto(ValidatorSetProto.fromBytesStrict(bytes)),
    );
  }

  /** For one height past the last block too. */
  async consensusParams(height: number): Promise<ConsensusParams | undefined> {
    if (height < this.#base || height > this.#height + 1 || height <= 0) return undefined;
    const range = { gte: key(KEYS.params), lt: atHeight(KEYS.params, height + 1), reverse: true, limit: 1 };
    const entry = await first(this.#backend.iterate(range));
    return entry === undefined
      ? undefined
      : this.#read(entry[0], (bytes) => ConsensusParams.fromBytesStrict(bytes));
  }

  /** sha256 that `append` stored with the first block; undefined before it. */
  genesisHash(): Promise<Uint8Array | undefined> {
    return this.#get(key(KEYS.genesis));
  }

  /** Writes for one more block, to go into the application's batch; `appended` is told once they are on disk. */
  async append(committed: Committed, genesisHash: Uint8Array): Promise<CommitExtra> {
    const { built, outcome, before, after } = committed;
    const height = after.height;
    const ops: CommitExtra[number][] = [];
    const put = (at: Uint8Array, value: Uint8Array): void => {
      ops.push({ type: "put", key: at, value });
    };
    const putValidators = (at: number, set: ValidatorSet): void =>
      put(atHeight(KEYS.validators, at), ValidatorSetProto.toBytes(set.toProto()));

    if (before.height === 0) {
      put(key(KEYS.genesis), genesisHash);
      put(atHeight(KEYS.params, height), ConsensusParams.toBytes(before.params));
      putValidators(height, before.validators);
      putValidators(height + 1, before.nextValidators);
    }
    put(atHeight(KEYS.block, height), built.bytes);
    put(atHeight(KEYS.blockId, height), BlockID.toBytes(built.blockId));
    put(key(KEYS.hash, built.blockId.hash), u64be(BigInt(height)));
    put(key(KEYS.seenCommit), Commit.toBytes(after.lastCommit));
    put(atHeight(KEYS.outcome, height), encodeOutcome(outcome));
    putValidators(height + 2, after.nextValidators);
    if (outcome.consensusParamUpdates !== undefined) {
      put(atHeight(KEYS.params, height + 1), ConsensusParams.toBytes(after.params));
    }
    await this.#prune(ops, height);
    return ops;
  }

  /** Deletes up to 64 of the heights that nobody needs any more; parameters are few and stay. */
  async #prune(ops: CommitExtra[number][], height: number): Promise<void> {
    const base = this.#base === 0 ? height : this.#base;
    const end = Math.min(this.#retain, height, base + PRUNED_PER_BLOCK);
    for (let old = base; old < end; old++) {
      const stored = await this.block(old);
      if (stored !== undefined) ops.push({ type: "del", key: key(KEYS.hash, stored.blockId.hash) });
      for (const kind of [KEYS.block, KEYS.blockId, KEYS.outcome, KEYS.validators]) {
        ops.push({ type: "del", key: atHeight(kind, old) });
      }
    }
    this.#nextBase = Math.max(base, end);
  }

  appended({ built, outcome, after }: Committed): void {
    this.#height = after.height;
    this.#base = this.#nextBase;
    const { block, blockId, bytes } = built;
    this.#tip = { stored: { block, blockId, size: bytes.length }, outcome, commit: after.lastCommit };
  }

  /** Blocks below are deleted with the next ones; 0 keeps all. */
  retain(height: number): void {
    this.#retain = Math.max(this.#retain, height);
  }
}
