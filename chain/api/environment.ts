/** What every method may use, and what several of them need alike. */
import { Query as ChainQuery, QueryInfoResponse } from "@assay/proto/gen/assay/chain/v1/query";
import type { ChainInfo } from "@assay/proto/gen/assay/chain/v1/types";
import type { Header } from "@assay/proto/gen/tendermint/types/types";
import type { RestSources, StoredBlock } from "../abci/ledger.ts";
import { ApiError, badRequest, GrpcCode } from "./api-error.ts";

export interface ApiLimits {
  /** Bytes of transactions that one answer shows; they take several times as much as JSON. */
  readonly maxShownBytes: number;
  /** How long a broadcast may wait for a block. */
  readonly blockWaitMs: number;
  /** Broadcasts that may wait at once. */
  readonly maxBlockWaits: number;
}

export const DEFAULT_API_LIMITS: ApiLimits = {
  maxShownBytes: 4_000_000,
  blockWaitMs: 10_000,
  maxBlockWaits: 50,
};

export class ApiEnvironment {
  readonly sources: RestSources;
  readonly limits: ApiLimits;
  /** Broadcasts that wait for a block now. */
  blockWaits = 0;
  #chain: ChainInfo | undefined;

  constructor(sources: RestSources, limits: ApiLimits) {
    this.sources = sources;
    this.limits = limits;
  }

  /** What genesis fixed; undefined for an application without this query. */
  async chain(): Promise<ChainInfo | undefined> {
    if (this.#chain === undefined && this.sources.blocks.height() > 0) {
      const { path } = ChainQuery.Info;
      const data = new Uint8Array(0);
      const answer = await this.sources.app.query({ path, data, height: 0n, prove: false });
      if (answer.code === 0) this.#chain = QueryInfoResponse.fromBytes(answer.value).info;
    }
    return this.#chain;
  }

  /** @throws ApiError for a height that is not kept, or not yet there. */
  async block(height: bigint): Promise<StoredBlock> {
    const { blocks } = this.sources;
    const latest = blocks.height();
    if (height <= 0n) throw badRequest("height must be greater than 0");
    if (height > BigInt(latest))
      throw badRequest(`requested block height ${height} is bigger than ${latest}`);
    const stored = height < BigInt(blocks.base()) ? undefined : await blocks.block(Number(height));
    if (stored === undefined) {
      const text = `block ${height} is not kept here; the oldest is ${blocks.base()}`;
      throw new ApiError(GrpcCode.NOT_FOUND, text);
    }
    return stored;
  }

  /** @throws ApiError before the first block. */
  latestBlock(): Promise<StoredBlock> {
    return this.block(BigInt(this.#latest()));
  }

  /** @throws ApiError before the first block. */
  #latest(): number {
    const height = this.sources.blocks.height();
    if (height === 0) throw new ApiError(GrpcCode.UNAVAILABLE, "there is no block yet");
    return height;
  }
}

export const headerOf = (stored: StoredBlock): Header => stored.block.header!;
