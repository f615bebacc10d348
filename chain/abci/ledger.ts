/**
 * What the rooms behind the engine (rpc, index, web) may ask of it. The embedded engine implements it on its own
 * store; beside a CometBFT node it is that node's RPC.
 *
 * @module
 */
import type { ResponseCheckTx, TxResult } from "@assay/proto/gen/tendermint/abci/types";
import type { Block } from "@assay/proto/gen/tendermint/types/block";
import type { ConsensusParams } from "@assay/proto/gen/tendermint/types/params";
import type { BlockID, Commit, Header } from "@assay/proto/gen/tendermint/types/types";
import type { Validator } from "@assay/proto/gen/tendermint/types/validator";
import type { Application, BlockOutcome } from "./application.ts";

export interface StoredBlock {
  readonly block: Block;
  readonly blockId: BlockID;
  /** Bytes of the encoded block. */
  readonly size: number;
}

export interface BlockStore {
  /** 0 before the first block. */
  height(): number;
  /** First height that is kept; 0 before the first block. */
  base(): number;
  block(height: number): Promise<StoredBlock | undefined>;
  /** Height of a block; undefined where no kept block has this hash. */
  heightOf(hash: Uint8Array): Promise<number | undefined>;
  /** The commit for a height, and whether it is the one that the next block carries. */
  commit(height: number): Promise<{ readonly commit: Commit; readonly canonical: boolean } | undefined>;
  results(height: number): Promise<BlockOutcome | undefined>;
  /** In set order: power descending, then address. */
  validators(height: number): Promise<readonly Validator[] | undefined>;
  consensusParams(height: number): Promise<ConsensusParams | undefined>;
}

export interface NodeIdentity {
  /** 40 hex digits. */
  readonly nodeId: string;
  readonly moniker: string;
  readonly chainId: string;
  /** The CometBFT version that clients tell formats by, for example 0.38.25. */
  readonly version: string;
  readonly appVersion: bigint;
  /** ed25519, 32 bytes: the validator that `/status` speaks of. */
  readonly validatorPubkey: Uint8Array;
  readonly initialHeight: number;
}

/** A committed block with what it did: handed to index and subscriptions after the commit, in height order. */
export interface CommittedBlock {
  readonly height: number;
  readonly header: Header;
  readonly blockId: BlockID;
  readonly txs: readonly Uint8Array[];
  /** sha256 of each transaction. */
  readonly txHashes: readonly Uint8Array[];
  readonly outcome: BlockOutcome;
}

/** Why the mempool refused, in CometBFT's words where it has them. */
export class MempoolError extends Error {
  readonly code: "too_large" | "full" | "in_cache" | "sender_limit";
  constructor(code: MempoolError["code"], message: string) {
    super(message);
    this.name = "MempoolError";
    this.code = code;
  }
}

export interface Mempool {
  /** @throws MempoolError where it is not even checked. */
  add(tx: Uint8Array): Promise<ResponseCheckTx>;
  size(): number;
  totalBytes(): number;
  /** First in, first out. */
  list(limit: number): readonly Uint8Array[];
}

export interface CommitFeed {
  /** Calls back after each commit; returns how to stop. */
  onCommit(listener: (block: CommittedBlock) => void): () => void;
}

/** A search that is not one, or that may not be asked. Its text is for the one who asked. */
export class QueryError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "QueryError";
  }
}

/** Transactions that are in blocks. */
export interface TxSource {
  /** Undefined where the ledger has none with this hash. */
  txByHash(hash: Uint8Array): Promise<TxResult | undefined>;
  /**
   * By events, in CometBFT's query language; pages count from 1.
   * @throws QueryError for a query that is none, a page that is not there, or a search too broad.
   */
  searchTxs(
    query: string,
    page: { readonly page: number; readonly perPage: number; readonly descending: boolean },
  ): Promise<{ readonly items: readonly TxResult[]; readonly total: number }>;
}

/** What a node decides for itself. */
export interface NodePolicy {
  /** Decimal text, with or without its denom. */
  readonly minGasPrice: string;
  /** Heights whose state it keeps. */
  readonly keepVersions: number;
}

/** What REST and gRPC answer from, whichever engine runs. */
export interface RestSources {
  readonly app: Application;
  readonly blocks: BlockStore;
  readonly txs: TxSource;
  readonly mempool: Mempool;
  readonly identity: NodeIdentity;
  readonly policy: NodePolicy;
}
