/**
 * What the application answered, as CometBFT's RPC shows it. It has two marshalers: protobuf JSON with every field
 * for results and queries, Go's with empty fields left out for info and updates.
 *
 * @module
 */
import type { EncodedEvent } from "@assay/kernel/event";
import type {
  Event,
  ExecTxResult,
  ResponseCheckTx,
  ResponseInfo,
  ResponseQuery,
  ValidatorUpdate,
} from "@assay/proto/gen/tendermint/abci/types";
import type { ConsensusParams } from "@assay/proto/gen/tendermint/types/params";
import type { Json } from "@assay/proto/wire/json";
import type { BlockOutcome, TxOutcome } from "../abci/application.ts";
import { consensusParamsJson, publicKeyJson } from "./block-json.ts";
import { base64, base64OrNull } from "./encoding.ts";

/** Events of ours are all indexed: an encoded one does not say so itself. */
export function eventsJson(events: readonly (EncodedEvent | Event)[]): Json[] {
  return events.map(({ type, attributes }) => ({
    type,
    attributes: attributes.map((attribute) => ({
      key: attribute.key,
      value: attribute.value,
      index: "index" in attribute ? attribute.index : true,
    })),
  }));
}

/** An empty list is null where Go had no list. */
export function orNull(list: readonly Json[]): Json {
  return list.length === 0 ? null : [...list];
}

export function txResultJson(result: TxOutcome | ExecTxResult): Json {
  return {
    code: result.code,
    data: base64OrNull(result.data),
    log: result.log,
    info: result.info,
    gas_wanted: String(result.gasWanted),
    gas_used: String(result.gasUsed),
    events: eventsJson(result.events),
    codespace: result.codespace,
  };
}

/** The same where Go's marshaler leaves out what is empty: in the Tx event. */
export function sparseTxResultJson(result: TxOutcome): Json {
  const json: { [key: string]: Json } = {};
  if (result.code !== 0) json.code = result.code;
  if (result.data.length > 0) json.data = base64(result.data);
  if (result.log !== "") json.log = result.log;
  if (result.info !== "") json.info = result.info;
  if (result.gasWanted !== 0n) json.gas_wanted = String(result.gasWanted);
  if (result.gasUsed !== 0n) json.gas_used = String(result.gasUsed);
  if (result.events.length > 0) json.events = eventsJson(result.events);
  if (result.codespace !== "") json.codespace = result.codespace;
  return json;
}

/** What stands for a result where there was none. */
export const NO_RESULT: Json = {
  code: 0,
  data: null,
  log: "",
  info: "",
  gas_wanted: "0",
  gas_used: "0",
  events: [],
  codespace: "",
};

export function checkTxJson(response: ResponseCheckTx): Json {
  return txResultJson(response);
}

export function queryJson(response: ResponseQuery): Json {
  return {
    code: response.code,
    log: response.log,
    info: response.info,
    index: String(response.index),
    key: base64OrNull(response.key),
    value: base64OrNull(response.value),
    proofOps:
      response.proofOps === undefined
        ? null
        : {
            ops: response.proofOps.ops.map((op) => ({
              type: op.type,
              key: base64(op.key),
              data: base64(op.data),
            })),
          },
    height: String(response.height),
    codespace: response.codespace,
  };
}

export function infoJson(response: ResponseInfo): Json {
  const json: { [key: string]: Json } = {};
  if (response.data !== "") json.data = response.data;
  if (response.version !== "") json.version = response.version;
  if (response.appVersion !== 0n) json.app_version = String(response.appVersion);
  if (response.lastBlockHeight !== 0n) json.last_block_height = String(response.lastBlockHeight);
  if (response.lastBlockAppHash.length > 0) json.last_block_app_hash = base64(response.lastBlockAppHash);
  return json;
}

/** Go's marshaler shows a protobuf oneof by its type and field. */
export function validatorUpdateJson({ pubKey, power }: ValidatorUpdate): Json {
  const value: { [key: string]: Json } =
    pubKey?.secp256k1 !== undefined
      ? { type: "tendermint.crypto.PublicKey_Secp256K1", value: { secp256k1: base64(pubKey.secp256k1) } }
      : {
          type: "tendermint.crypto.PublicKey_Ed25519",
          value: { ed25519: base64(pubKey?.ed25519 ?? new Uint8Array(0)) },
        };
  return power === 0n ? { pub_key: { Sum: value } } : { pub_key: { Sum: value }, power: String(power) };
}

/** Only the groups that change. */
function paramUpdatesJson(params: ConsensusParams | undefined): Json {
  if (params === undefined) return null;
  const all = consensusParamsJson(params) as { [key: string]: Json };
  return Object.fromEntries(
    Object.entries(all).filter(([group]) => params[group as keyof ConsensusParams] !== undefined),
  );
}

export function blockResultsJson(height: number, outcome: BlockOutcome): Json {
  return {
    height: String(height),
    txs_results: orNull(outcome.txResults.map(txResultJson)),
    finalize_block_events: orNull(eventsJson(outcome.events)),
    validator_updates: orNull(outcome.validatorUpdates.map(validatorUpdateJson)),
    consensus_param_updates: paramUpdatesJson(outcome.consensusParamUpdates),
    app_hash: base64OrNull(outcome.appHash),
  };
}

/** `result_finalize_block` of the NewBlock event: what is empty is left out, but for the validators. */
export function finalizeBlockJson(outcome: BlockOutcome): Json {
  const json: { [key: string]: Json } = {};
  if (outcome.events.length > 0) json.events = eventsJson(outcome.events);
  if (outcome.txResults.length > 0) json.tx_results = outcome.txResults.map(txResultJson);
  json.validator_updates = orNull(outcome.validatorUpdates.map(validatorUpdateJson));
  const params = paramUpdatesJson(outcome.consensusParamUpdates);
  if (params !== null) json.consensus_param_updates = params;
  if (outcome.appHash.length > 0) json.app_hash = base64(outcome.appHash);
  return json;
}

/** A validator of an update, as the ValidatorSetUpdates event has it. */
export function updatedValidatorJson({ pubKey, power }: ValidatorUpdate, address: string): Json {
  return {
    address,
    pub_key: publicKeyJson(pubKey),
    voting_power: String(power),
    proposer_priority: "0",
  };
}
