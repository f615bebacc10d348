/**
 * The parameters that engine and application share, with CometBFT's bounds.
 *
 * @module
 */
import { present } from "@assay/kernel/assert";
import {
  type BlockParams,
  type ConsensusParams,
  HashedParams,
} from "@assay/proto/gen/tendermint/types/params";
import { EngineError } from "./errors.ts";
import { sha256 } from "./sha256.ts";

/** What `max_bytes: -1` means. */
export const MAX_BLOCK_BYTES = 104_857_600;

const MAX_BLOCK_OVERHEAD_BYTES = 11;
/** A header whose every field is as long as it can be. */
const MAX_HEADER_BYTES = 626;
const MAX_COMMIT_OVERHEAD_BYTES = 94;
/** A vote's 109 bytes, its tag and its length. */
const MAX_COMMIT_SIGNATURE_BYTES = 111;

/** CometBFT's own, used where a genesis document names none. */
export function defaultConsensusParams(): ConsensusParams {
  return {
    block: { maxBytes: 22_020_096n, maxGas: -1n },
    evidence: {
      maxAgeNumBlocks: 100_000n,
      maxAgeDuration: { seconds: 172_800n, nanos: 0 },
      maxBytes: 1_048_576n,
    },
    validator: { pubKeyTypes: ["ed25519"] },
    version: { app: 0n },
    abci: { voteExtensionsEnableHeight: 0n },
  };
}

/**
 * @throws EngineError where a group is missing, a value is out of bounds, or a feature is asked for that the embedded
 *   engine does not have.
 */
export function checkConsensusParams(params: ConsensusParams): void {
  const { block, evidence, validator, version, abci } = params;
  const bad = (what: string): EngineError => new EngineError(`consensus params: ${what}`);
  if (block === undefined || evidence === undefined || validator === undefined || version === undefined) {
    throw bad("block, evidence, validator and version must be there");
  }
  if (block.maxBytes < -1n || block.maxBytes === 0n || block.maxBytes > BigInt(MAX_BLOCK_BYTES)) {
    throw bad(`block.max_bytes must be -1 or 1 to ${MAX_BLOCK_BYTES}, not ${block.maxBytes}`);
  }
  if (block.maxGas < -1n) throw bad(`block.max_gas must be -1 or more, not ${block.maxGas}`);
  if (evidence.maxAgeNumBlocks <= 0n) throw bad("evidence.max_age_num_blocks must be positive");
  const age = evidence.maxAgeDuration;
  if (age === undefined || age.seconds < 0n || age.nanos < 0 || (age.seconds === 0n && age.nanos === 0)) {
    throw bad("evidence.max_age_duration must be positive");
  }
  const blockBytes = block.maxBytes === -1n ? BigInt(MAX_BLOCK_BYTES) : block.maxBytes;
  if (evidence.maxBytes < 0n || evidence.maxBytes > blockBytes) {
    throw bad(`evidence.max_bytes must be 0 to block.max_bytes, not ${evidence.maxBytes}`);
  }
  if (!validator.pubKeyTypes.includes("ed25519")) {
    throw bad("validator.pub_key_types must name ed25519, with which the embedded engine signs");
  }
  if (abci !== undefined && abci.voteExtensionsEnableHeight !== 0n) {
    throw bad("abci.vote_extensions_enable_height must be 0: the embedded engine has no vote extensions");
  }
}

/** The parameters with each group that the application returned put in place of the former one. */
export function updateConsensusParams(
  params: ConsensusParams,
  update: ConsensusParams | undefined,
): ConsensusParams {
  return {
    block: update?.block ?? params.block,
    evidence: update?.evidence ?? params.evidence,
    validator: update?.validator ?? params.validator,
    version: update?.version ?? params.version,
    abci: update?.abci ?? params.abci,
  };
}

/** What a header holds of them: the limits of a block. */
export function consensusHash(params: ConsensusParams): Uint8Array {
  const { maxBytes, maxGas } = blockParams(params);
  return sha256(HashedParams.toBytes({ blockMaxBytes: maxBytes, blockMaxGas: maxGas }));
}

export function blockParams(params: ConsensusParams): BlockParams {
  return present(params.block, "consensus_params.block");
}

/**
 * Bytes that a block has left for transactions, each counted with its tag and length, however large its other
 * fields turn out.
 * @throws EngineError where the limit leaves none.
 */
export function maxDataBytes(params: ConsensusParams, validators: number): number {
  const { maxBytes } = blockParams(params);
  const total = maxBytes === -1n ? MAX_BLOCK_BYTES : Number(maxBytes);
  const rest =
    total -
    MAX_BLOCK_OVERHEAD_BYTES -
    MAX_HEADER_BYTES -
    MAX_COMMIT_OVERHEAD_BYTES -
    MAX_COMMIT_SIGNATURE_BYTES * validators;
  if (rest < 0) {
    throw new EngineError(`block.max_bytes ${total} is too small for the commit of ${validators} validators`);
  }
  return rest;
}
