/** Blocks, headers, commits and validators as CometBFT's RPC shows them. */
import type { PublicKey } from "@assay/proto/gen/tendermint/crypto/keys";
import type { Block } from "@assay/proto/gen/tendermint/types/block";
import { Evidence } from "@assay/proto/gen/tendermint/types/evidence";
import type { ConsensusParams } from "@assay/proto/gen/tendermint/types/params";
import type { BlockID, Commit, Header } from "@assay/proto/gen/tendermint/types/types";
import type { Validator } from "@assay/proto/gen/tendermint/types/validator";
import { type Json, messageToJson } from "@assay/proto/wire/json";
import type { StoredBlock } from "../abci/ledger.ts";
import { base64, base64OrNull, time, upperHex } from "./encoding.ts";

export function blockIdJson(id: BlockID | undefined): Json {
  return {
    hash: id === undefined ? "" : upperHex(id.hash),
    parts: {
      total: id?.partSetHeader?.total ?? 0,
      hash: id?.partSetHeader === undefined ? "" : upperHex(id.partSetHeader.hash),
    },
  };
}

export function headerJson(header: Header): Json {
  const version: { [key: string]: Json } = { block: String(header.version?.block ?? 0n) };
  if (header.version !== undefined && header.version.app !== 0n) version.app = String(header.version.app);
  return {
    version,
    chain_id: header.chainId,
    height: String(header.height),
    time: time(header.time),
    last_block_id: blockIdJson(header.lastBlockId),
    last_commit_hash: upperHex(header.lastCommitHash),
    data_hash: upperHex(header.dataHash),
    validators_hash: upperHex(header.validatorsHash),
    next_validators_hash: upperHex(header.nextValidatorsHash),
    consensus_hash: upperHex(header.consensusHash),
    app_hash: upperHex(header.appHash),
    last_results_hash: upperHex(header.lastResultsHash),
    evidence_hash: upperHex(header.evidenceHash),
    proposer_address: upperHex(header.proposerAddress),
  };
}

export function commitJson(commit: Commit | undefined): Json {
  return {
    height: String(commit?.height ?? 0n),
    round: commit?.round ?? 0,
    block_id: blockIdJson(commit?.blockId),
    signatures: (commit?.signatures ?? []).map((signature) => ({
      block_id_flag: signature.blockIdFlag,
      validator_address: upperHex(signature.validatorAddress),
      timestamp: time(signature.timestamp),
      signature: base64OrNull(signature.signature),
    })),
  };
}

export function blockJson(block: Block): Json {
  return {
    header: headerJson(block.header!),
    data: { txs: (block.data?.txs ?? []).map(base64) },
    evidence: { evidence: (block.evidence?.evidence ?? []).map((one) => messageToJson(Evidence, one)) },
    last_commit: commitJson(block.lastCommit),
  };
}

export function storedBlockJson({ blockId, block }: StoredBlock): Json {
  return { block_id: blockIdJson(blockId), block: blockJson(block) };
}

export function blockMetaJson({ block, blockId, size }: StoredBlock): Json {
  return {
    block_id: blockIdJson(blockId),
    block_size: String(size),
    header: headerJson(block.header!),
    num_txs: String(block.data?.txs.length ?? 0),
  };
}

export function publicKeyJson(key: PublicKey | undefined): Json {
  if (key?.secp256k1 !== undefined) {
    return { type: "tendermint/PubKeySecp256k1", value: base64(key.secp256k1) };
  }
  return { type: "tendermint/PubKeyEd25519", value: base64(key?.ed25519 ?? new Uint8Array(0)) };
}

export function validatorJson(validator: Validator): Json {
  return {
    address: upperHex(validator.address),
    pub_key: publicKeyJson(validator.pubKey),
    voting_power: String(validator.votingPower),
    proposer_priority: String(validator.proposerPriority),
  };
}

/** Every field, as `/consensus_params` and the genesis document have them. */
export function consensusParamsJson(params: ConsensusParams): Json {
  const age = params.evidence?.maxAgeDuration;
  const nanos = age === undefined ? 0n : age.seconds * 1_000_000_000n + BigInt(age.nanos);
  return {
    block: {
      max_bytes: String(params.block?.maxBytes ?? 0n),
      max_gas: String(params.block?.maxGas ?? 0n),
    },
    evidence: {
      max_age_num_blocks: String(params.evidence?.maxAgeNumBlocks ?? 0n),
      max_age_duration: String(nanos),
      max_bytes: String(params.evidence?.maxBytes ?? 0n),
    },
    validator: { pub_key_types: params.validator?.pubKeyTypes ?? [] },
    version: { app: String(params.version?.app ?? 0n) },
    abci: { vote_extensions_enable_height: String(params.abci?.voteExtensionsEnableHeight ?? 0n) },
  };
}
