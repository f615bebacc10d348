/** A CometBFT node's answers (v0.38) as the messages that they show. */
import { encodeEvent } from "@assay/kernel/event";
import type { Timestamp } from "@assay/proto/gen/google/protobuf/timestamp";
import type { Event, ExecTxResult, TxResult, ValidatorUpdate } from "@assay/proto/gen/tendermint/abci/types";
import type { PublicKey } from "@assay/proto/gen/tendermint/crypto/keys";
import { Block } from "@assay/proto/gen/tendermint/types/block";
import type { Evidence } from "@assay/proto/gen/tendermint/types/evidence";
import type { ConsensusParams } from "@assay/proto/gen/tendermint/types/params";
import type { BlockID, Commit, Header, Vote } from "@assay/proto/gen/tendermint/types/types";
import type { Validator } from "@assay/proto/gen/tendermint/types/validator";
import type { BlockOutcome, TxOutcome } from "../abci/application.ts";
import type { StoredBlock } from "../abci/ledger.ts";
import type { Reader } from "./json-reader.ts";

export function readBlockId(reader: Reader): BlockID {
  const parts = reader.object("parts");
  return {
    hash: reader.hex("hash"),
    partSetHeader: { total: parts.number("total"), hash: parts.hex("hash") },
  };
}

export function readHeader(reader: Reader): Header {
  const version = reader.object("version");
  return {
    version: { block: version.integer("block"), app: version.integer("app", 0n) },
    chainId: reader.text("chain_id"),
    height: reader.integer("height"),
    time: reader.time("time"),
    lastBlockId: readBlockId(reader.object("last_block_id")),
    lastCommitHash: reader.hex("last_commit_hash"),
    dataHash: reader.hex("data_hash"),
    validatorsHash: reader.hex("validators_hash"),
    nextValidatorsHash: reader.hex("next_validators_hash"),
    consensusHash: reader.hex("consensus_hash"),
    appHash: reader.hex("app_hash"),
    lastResultsHash: reader.hex("last_results_hash"),
    evidenceHash: reader.hex("evidence_hash"),
    proposerAddress: reader.hex("proposer_address"),
  };
}

export function readCommit(reader: Reader): Commit {
  return {
    height: reader.integer("height"),
    round: reader.number("round"),
    blockId: readBlockId(reader.object("block_id")),
    signatures: reader.objects("signatures", (one) => ({
      blockIdFlag: one.number("block_id_flag") as Commit["signatures"][number]["blockIdFlag"],
      validatorAddress: one.hex("validator_address"),
      timestamp: one.time("timestamp"),
      signature: one.base64("signature"),
    })),
  };
}

function readVote(reader: Reader): Vote {
  return {
    type: reader.number("type") as Vote["type"],
    height: reader.integer("height"),
    round: reader.number("round"),
    blockId: readBlockId(reader.object("block_id")),
    timestamp: reader.time("timestamp"),
    validatorAddress: reader.hex("validator_address"),
    validatorIndex: reader.number("validator_index"),
    signature: reader.base64("signature"),
    extension: reader.base64("extension"),
    extensionSignature: reader.base64("extension_signature"),
  };
}

/** Light clients' evidence holds whole blocks of a fork; a chain of ours that had one would need people first. */
function readEvidence(reader: Reader): Evidence {
  const type = reader.text("type");
  if (type !== "tendermint/DuplicateVoteEvidence") reader.fail("type", "duplicate votes");
  const value = reader.object("value");
  return {
    duplicateVoteEvidence: {
      voteA: readVote(value.object("vote_a")),
      voteB: readVote(value.object("vote_b")),
      totalVotingPower: value.integer("TotalVotingPower"),
      validatorPower: value.integer("ValidatorPower"),
      timestamp: value.time("Timestamp"),
    },
    lightClientAttackEvidence: undefined,
  };
}

/** `/block` and `/block_by_hash`. */
export function readStoredBlock(reader: Reader): StoredBlock {
  const json = reader.object("block");
  const block: Block = {
    header: readHeader(json.object("header")),
    data: { txs: json.object("data").base64s("txs") },
    evidence: { evidence: json.object("evidence").objects("evidence", readEvidence) },
    lastCommit: readCommit(json.object("last_commit")),
  };
  return { block, blockId: readBlockId(reader.object("block_id")), size: Block.toBytes(block).length };
}

const readEvent = (reader: Reader): Event => ({
  type: reader.text("type"),
  attributes: reader.objects("attributes", (one) => ({
    key: one.text("key"),
    value: one.text("value"),
    index: one.boolean("index"),
  })),
});

export function readTxResult(reader: Reader): ExecTxResult {
  return {
    code: reader.has("code") ? reader.number("code") : 0,
    data: reader.base64("data"),
    log: reader.text("log"),
    info: reader.text("info"),
    gasWanted: reader.integer("gas_wanted"),
    gasUsed: reader.integer("gas_used"),
    events: reader.objects("events", readEvent),
    codespace: reader.text("codespace"),
  };
}

/** `/tx`, and each of `/tx_search`. */
export function readFoundTx(reader: Reader): TxResult {
  return {
    height: reader.integer("height"),
    index: reader.number("index"),
    tx: reader.base64("tx"),
    result: readTxResult(reader.object("tx_result")),
  };
}

const readKey = (reader: Reader): PublicKey => {
  const type = reader.text("type");
  const bytes = reader.base64("value");
  if (type === "tendermint/PubKeyEd25519") return { ed25519: bytes, secp256k1: undefined };
  if (type === "tendermint/PubKeySecp256k1") return { ed25519: undefined, secp256k1: bytes };
  return reader.fail("type", "ed25519 or secp256k1");
};

export const readValidator = (reader: Reader): Validator => ({
  address: reader.hex("address"),
  pubKey: readKey(reader.object("pub_key")),
  votingPower: reader.integer("voting_power"),
  proposerPriority: reader.integer("proposer_priority"),
});

/** Go's own JSON of a protobuf oneof. */
function readValidatorUpdate(reader: Reader): ValidatorUpdate {
  const sum = reader.object("pub_key").object("Sum");
  const value = sum.object("value");
  const pubKey: PublicKey = value.has("ed25519")
    ? { ed25519: value.base64("ed25519"), secp256k1: undefined }
    : { ed25519: undefined, secp256k1: value.base64("secp256k1") };
  return { pubKey, power: reader.integer("power", 0n) };
}

const NANOS = 1_000_000_000n;

/** Groups that are not there stay absent: they did not change. */
export function readConsensusParams(reader: Reader): ConsensusParams {
  const group = <T>(name: string, read: (group: Reader) => T): T | undefined =>
    reader.has(name) ? read(reader.object(name)) : undefined;
  return {
    block: group("block", (block) => ({
      maxBytes: block.integer("max_bytes"),
      maxGas: block.integer("max_gas"),
    })),
    evidence: group("evidence", (evidence) => {
      const age = evidence.integer("max_age_duration");
      return {
        maxAgeNumBlocks: evidence.integer("max_age_num_blocks"),
        maxAgeDuration: { seconds: age / NANOS, nanos: Number(age % NANOS) },
        maxBytes: evidence.integer("max_bytes", 0n),
      };
    }),
    validator: group("validator", (validator) => ({
      pubKeyTypes: validator
        .list("pub_key_types")
        .map((type) => (typeof type === "string" ? type : validator.fail("pub_key_types", "names"))),
    })),
    version: group("version", (version) => ({ app: version.integer("app", 0n) })),
    abci: group("abci", (abci) => ({
      voteExtensionsEnableHeight: abci.integer("vote_extensions_enable_height", 0n),
    })),
  };
}

const encoded = ({ type, attributes }: Event) =>
  encodeEvent(
    type,
    attributes.map(({ key, value }) => ({ key, value })),
  );

/** `/block_results`. */
export function readOutcome(reader: Reader): BlockOutcome {
  return {
    events: reader.objects("finalize_block_events", readEvent).map(encoded),
    txResults: reader.objects("txs_results", (one): TxOutcome => {
      const result = readTxResult(one);
      return { ...result, events: result.events.map(encoded) };
    }),
    validatorUpdates: reader.objects("validator_updates", readValidatorUpdate),
    consensusParamUpdates: reader.has("consensus_param_updates")
      ? readConsensusParams(reader.object("consensus_param_updates"))
      : undefined,
    appHash: reader.base64("app_hash"),
  };
}

/** Of `/status`. */
export interface NodeStatus {
  readonly chainId: string;
  readonly version: string;
  readonly height: number;
  readonly base: number;
  readonly time: Timestamp;
  readonly catchingUp: boolean;
}

export function readStatus(reader: Reader): NodeStatus {
  const [node, sync] = [reader.object("node_info"), reader.object("sync_info")];
  return {
    chainId: node.text("network"),
    version: node.text("version"),
    height: sync.height("latest_block_height"),
    base: sync.height("earliest_block_height"),
    time: sync.time("latest_block_time"),
    catchingUp: sync.boolean("catching_up"),
  };
}
