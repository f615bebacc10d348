/**
 * Putting a block together.
 *
 * @module
 */

import { present } from "@assay/kernel/assert";
import type { Timestamp } from "@assay/proto/gen/google/protobuf/timestamp";
import { Block } from "@assay/proto/gen/tendermint/types/block";
import type { BlockID } from "@assay/proto/gen/tendermint/types/types";
import { txId } from "../abci/tx-id.ts";
import { commitHash } from "./commit.ts";
import { consensusHash } from "./consensus-params.ts";
import { headerHash } from "./header.ts";
import { medianTime } from "./median-time.ts";
import { merkleRoot } from "./merkle.ts";
import { partSetHeader } from "./parts.ts";
import { digest } from "./sha256.ts";
import { type ChainState, nextHeight } from "./state.ts";

/** The version of CometBFT's block format. */
export const BLOCK_PROTOCOL = 11n;

export interface BuiltBlock {
  readonly block: Block;
  readonly blockId: BlockID;
  readonly bytes: Uint8Array;
  /** sha256 of each transaction. */
  readonly txHashes: readonly Uint8Array[];
}

/** The genesis time for the first block, the median of the last votes for all others. */
export function nextBlockTime(state: ChainState): Timestamp {
  return state.lastValidators === undefined
    ? state.lastBlockTime
    : medianTime(state.lastCommit, state.lastValidators);
}

export function buildBlock(
  state: ChainState,
  txs: readonly Uint8Array[],
  time: Timestamp,
  proposerAddress: Uint8Array,
): BuiltBlock {
  const txHashes = txs.map((tx) => digest(txId(tx)));
  const header = {
    version: { block: BLOCK_PROTOCOL, app: state.appVersion },
    chainId: state.chainId,
    height: BigInt(nextHeight(state)),
    time,
    lastBlockId: state.lastBlockId,
    lastCommitHash: commitHash(state.lastCommit),
    dataHash: merkleRoot(txHashes),
    validatorsHash: state.validators.hash(),
    nextValidatorsHash: state.nextValidators.hash(),
    consensusHash: consensusHash(state.params),
    appHash: state.appHash,
    lastResultsHash: state.lastResultsHash,
    evidenceHash: merkleRoot([]),
    proposerAddress,
  };
  const block = { header, data: { txs: [...txs] }, evidence: { evidence: [] }, lastCommit: state.lastCommit };
  const bytes = Block.toBytes(block);
  return {
    block,
    blockId: { hash: headerHash(header), partSetHeader: partSetHeader(bytes) },
    bytes,
    txHashes,
  };
}

/** Hash of a stored block's header. */
export function blockHash(block: Block): Uint8Array {
  return headerHash(present(block.header, "block.header"));
}
