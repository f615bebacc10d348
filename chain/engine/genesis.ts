/**
 * The genesis document, in CometBFT's format, so that the same file starts a chain under either engine.
 *
 * @module
 */
import { equal, fromHex, toHex } from "@assay/primitives/bytes";
import type { Timestamp } from "@assay/proto/gen/google/protobuf/timestamp";
import type { ConsensusParams } from "@assay/proto/gen/tendermint/types/params";
import { fromBase64, toBase64 } from "@assay/proto/wire/base64";
import { checkConsensusParams, defaultConsensusParams } from "./consensus-params.ts";
import { EngineError } from "./errors.ts";
import { jsonFields } from "./json-fields.ts";
import { addressOf, PUBLIC_KEY_BYTES } from "./keys.ts";
import { formatTime, parseTime } from "./time.ts";
import { type ValidatorChange, ValidatorSet } from "./validator-set.ts";

export const MAX_CHAIN_ID_BYTES = 50;

export interface GenesisValidator extends ValidatorChange {
  readonly pubKey: { readonly ed25519: Uint8Array; readonly secp256k1: undefined };
  /** For people; may be empty. */
  readonly name: string;
}

export interface Genesis {
  readonly time: Timestamp;
  readonly chainId: string;
  /** 1 unless the chain goes on from another. */
  readonly initialHeight: number;
  readonly params: ConsensusParams;
  /** May be empty where the application names them. */
  readonly validators: readonly GenesisValidator[];
  /** Used where the application returns none. */
  readonly appHash: Uint8Array;
  /** JSON text, as it stands in the document; empty where there is none. */
  readonly appState: Uint8Array;
}

type Fields = Readonly<Record<string, unknown>>;

const bad = (path: string, what: string): never => {
  throw new EngineError(`genesis document: ${path} ${what}`);
};

function object(path: string, value: unknown, known: readonly string[]): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return bad(path, "must be an object");
  }
  for (const name of Object.keys(value)) if (!known.includes(name)) bad(`${path}.${name}`, "is unknown");
  return value as Fields;
}

function text(path: string, value: unknown): string {
  return typeof value === "string" ? value : bad(path, "must be text");
}

/** CometBFT writes 64-bit numbers as text; a plain number is taken too. */
function integer(path: string, value: unknown, fallback?: bigint): bigint {
  if (value === undefined && fallback !== undefined) return fallback;
  if (typeof value === "string" && /^-?\d{1,20}$/.test(value)) {
    const number = BigInt(value);
    if (BigInt.asIntN(64, number) === number) return number;
  } else if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
  return bad(path, "must be a 64-bit integer, written as text");
}

function hex(path: string, value: unknown): Uint8Array {
  const digits = text(path, value);
  return /^([0-9a-fA-F]{2})*$/.test(digits) ? fromHex(digits) : bad(path, "must be hex");
}

const NANOS = 1_000_000_000n;

function readParams(value: unknown): ConsensusParams {
  const defaults = defaultConsensusParams();
  if (value === undefined || value === null) return defaults;
  const path = "consensus_params";
  const groups = object(path, value, ["block", "evidence", "validator", "version", "abci"]);
  const group = (name: string, known: readonly string[]): Fields =>
    object(`${path}.${name}`, groups[name] ?? bad(`${path}.${name}`, "is missing"), known);
  const optional = (name: string, known: readonly string[]): Fields =>
    groups[name] === undefined ? {} : group(name, known);

  const block = group("block", ["max_bytes", "max_gas"]);
  const evidence = group("evidence", ["max_age_num_blocks", "max_age_duration", "max_bytes"]);
  const types: unknown = group("validator", ["pub_key_types"]).pub_key_types;
  const version = optional("version", ["app"]);
  const abci = optional("abci", ["vote_extensions_enable_height"]);
  if (!Array.isArray(types)) return bad(`${path}.validator.pub_key_types`, "must be a list");
  const age = integer(`${path}.evidence.max_age_duration`, evidence.max_age_duration);
  return {
    block: {
      maxBytes: integer(`${path}.block.max_bytes`, block.max_bytes),
      maxGas: integer(`${path}.block.max_gas`, block.max_gas),
    },
    evidence: {
      maxAgeNumBlocks: integer(`${path}.evidence.max_age_num_blocks`, evidence.max_age_num_blocks),
      maxAgeDuration: { seconds: age / NANOS, nanos: Number(age % NANOS) },
      maxBytes: integer(`${path}.evidence.max_bytes`, evidence.max_bytes, 0n),
    },
    validator: { pubKeyTypes: types.map((type, i) => text(`${path}.validator.pub_key_types[${i}]`, type)) },
    version: { app: integer(`${path}.version.app`, version.app, 0n) },
    abci: {
      voteExtensionsEnableHeight: integer(
        `${path}.abci.vote_extensions_enable_height`,
        abci.vote_extensions_enable_height,
        0n,
      ),
    },
  };
}

function readValidator(value: unknown, i: number): GenesisValidator {
  const path = `validators[${i}]`;
  const fields = object(path, value, ["address", "pub_key", "power", "name"]);
  const key = object(`${path}.pub_key`, fields.pub_key, ["type", "value"]);
  if (key.type !== "tendermint/PubKeyEd25519")
    bad(`${path}.pub_key.type`, "must be tendermint/PubKeyEd25519");
  const ed25519 = fromBase64(text(`${path}.pub_key.value`, key.value));
  if (ed25519?.length !== PUBLIC_KEY_BYTES) return bad(`${path}.pub_key.value`, "must be base64 of 32 bytes");
  const address = addressOf(ed25519);
  const given = fields.address === undefined ? "" : hex(`${path}.address`, fields.address);
  if (given.length > 0 && !equal(given as Uint8Array, address)) {
    bad(`${path}.address`, `is not the key's, which is ${toHex(address).toUpperCase()}`);
  }
  const votingPower = integer(`${path}.power`, fields.power);
  if (votingPower <= 0n) bad(`${path}.power`, "must be positive");
  const name = fields.name === undefined ? "" : text(`${path}.name`, fields.name);
  return { address, pubKey: { ed25519, secp256k1: undefined }, votingPower, name };
}

const FIELDS = [
  "genesis_time",
  "chain_id",
  "initial_height",
  "consensus_params",
  "validators",
  "app_hash",
  "app_state",
];

/**
 * Reads a genesis document. Unlike CometBFT it must name its time, since an engine that took its own would start a
 * different chain each time.
 * @throws EngineError that names the field.
 */
export function parseGenesis(json: string): Genesis {
  const fields = jsonFields(json);
  if (fields === undefined)
    throw new EngineError("genesis document: not a JSON object, or a field is there twice");
  for (const name of fields.keys()) if (!FIELDS.includes(name)) bad(name, "is unknown");
  const value = (name: string): unknown => {
    const source = fields.get(name);
    return source === undefined ? undefined : (JSON.parse(source) as unknown);
  };

  const chainId = text("chain_id", value("chain_id"));
  if (chainId === "") bad("chain_id", "must not be empty");
  if (Buffer.byteLength(chainId) > MAX_CHAIN_ID_BYTES)
    bad("chain_id", `is longer than ${MAX_CHAIN_ID_BYTES} bytes`);
  const initialHeight = integer("initial_height", value("initial_height"), 1n);
  if (initialHeight < 0n || initialHeight > BigInt(Number.MAX_SAFE_INTEGER)) {
    bad("initial_height", "must be positive and below 2^53");
  }
  const validators = value("validators") ?? [];
  if (!Array.isArray(validators)) return bad("validators", "must be a list");
  const appState = fields.get("app_state") ?? "";
  const genesis: Genesis = {
    time: parseTime(text("genesis_time", value("genesis_time"))) ?? bad("genesis_time", "must be RFC 3339"),
    chainId,
    // Zero means 1 to CometBFT.
    initialHeight: Math.max(1, Number(initialHeight)),
    params: readParams(value("consensus_params")),
    validators: validators.map(readValidator),
    appHash: hex("app_hash", value("app_hash") ?? ""),
    appState: new Uint8Array(Buffer.from(appState === "null" ? "" : appState)),
  };
  checkConsensusParams(genesis.params);
  if (genesis.validators.length > 0) ValidatorSet.create(genesis.validators);
  return genesis;
}

/** The document's JSON, as CometBFT writes it: `parseGenesis` reads it back the same. */
export function formatGenesis(genesis: Genesis): string {
  const { block, evidence, validator, version, abci } = genesis.params;
  const age = evidence?.maxAgeDuration ?? { seconds: 0n, nanos: 0 };
  const head = {
    genesis_time: formatTime(genesis.time),
    chain_id: genesis.chainId,
    initial_height: String(genesis.initialHeight),
    consensus_params: {
      block: { max_bytes: String(block?.maxBytes), max_gas: String(block?.maxGas) },
      evidence: {
        max_age_num_blocks: String(evidence?.maxAgeNumBlocks),
        max_age_duration: String(age.seconds * NANOS + BigInt(age.nanos)),
        max_bytes: String(evidence?.maxBytes),
      },
      validator: { pub_key_types: validator?.pubKeyTypes },
      version: { app: String(version?.app ?? 0n) },
      abci: { vote_extensions_enable_height: String(abci?.voteExtensionsEnableHeight ?? 0n) },
    },
    validators: genesis.validators.map(({ address, pubKey, votingPower, name }) => ({
      address: toHex(address).toUpperCase(),
      pub_key: { type: "tendermint/PubKeyEd25519", value: toBase64(pubKey.ed25519) },
      power: String(votingPower),
      name,
    })),
    app_hash: toHex(genesis.appHash).toUpperCase(),
  };
  const json = JSON.stringify(head, undefined, 2);
  if (genesis.appState.length === 0) return `${json}\n`;
  return `${json.slice(0, -2)},\n  "app_state": ${Buffer.from(genesis.appState).toString()}\n}\n`;
}
