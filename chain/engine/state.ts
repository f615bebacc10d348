/**
 * What a chain's next block depends on, and how a block changes it: pure functions, with CometBFT's rules.
 *
 * @module
 */

import { present } from "@assay/kernel/assert";
import type { Timestamp } from "@assay/proto/gen/google/protobuf/timestamp";
import type {
  RequestInitChain,
  ResponseInitChain,
  ValidatorUpdate,
} from "@assay/proto/gen/tendermint/abci/types";
import type { ConsensusParams } from "@assay/proto/gen/tendermint/types/params";
import type { BlockID, Commit, Header } from "@assay/proto/gen/tendermint/types/types";
import type { BlockOutcome } from "../abci/application.ts";
import { NO_BLOCK_ID, NO_COMMIT } from "./commit.ts";
import { checkConsensusParams, updateConsensusParams } from "./consensus-params.ts";
import { EngineError } from "./errors.ts";
import type { Genesis } from "./genesis.ts";
import { addressOf, PUBLIC_KEY_BYTES } from "./keys.ts";
import { merkleRoot } from "./merkle.ts";
import { resultsHash } from "./results-hash.ts";
import { type ValidatorChange, ValidatorSet } from "./validator-set.ts";

export interface ChainState {
  readonly chainId: string;
  readonly initialHeight: number;
  /** Of the last block; 0 before the first. */
  readonly height: number;
  readonly lastBlockId: BlockID;
  /** Before the first block the genesis time, which it takes over. */
  readonly lastBlockTime: Timestamp;
  /** The precommits for the last block, which the next one carries. */
  readonly lastCommit: Commit;
  /** Of the last block; undefined before the first. */
  readonly lastValidators: ValidatorSet | undefined;
  /** Of the next block. */
  readonly validators: ValidatorSet;
  /** Of the block after it. */
  readonly nextValidators: ValidatorSet;
  /** For the next block. */
  readonly params: ConsensusParams;
  readonly appVersion: bigint;
  /** After the last block. */
  readonly appHash: Uint8Array;
  readonly lastResultsHash: Uint8Array;
}

/** Height of the next block. */
export function nextHeight(state: Pick<ChainState, "height" | "initialHeight">): number {
  return state.height === 0 ? state.initialHeight : state.height + 1;
}

/** @throws EngineError for keys other than ed25519. */
export function validatorChanges(updates: readonly ValidatorUpdate[]): ValidatorChange[] {
  return updates.map(({ pubKey, power }) => {
    const key = pubKey?.ed25519;
    if (pubKey === undefined || key?.length !== PUBLIC_KEY_BYTES) {
      throw new EngineError("a validator's key is not ed25519, the only kind that the embedded engine knows");
    }
    return { address: addressOf(key), pubKey, votingPower: power };
  });
}

export function initChainRequest(genesis: Genesis): RequestInitChain {
  const validators =
    genesis.validators.length === 0 ? [] : ValidatorSet.create(genesis.validators).validators;
  return {
    time: genesis.time,
    chainId: genesis.chainId,
    consensusParams: genesis.params,
    validators: validators.map(({ pubKey, votingPower }) => ({ pubKey, power: votingPower })),
    appStateBytes: genesis.appState,
    initialHeight: BigInt(genesis.initialHeight),
  };
}

/** The state before the first block. @throws EngineError where the application's answer cannot begin a chain. */
export function genesisState(genesis: Genesis, answer: ResponseInitChain, appVersion: bigint): ChainState {
  const params = updateConsensusParams(genesis.params, answer.consensusParams);
  checkConsensusParams(params);
  const changes = answer.validators.length > 0 ? validatorChanges(answer.validators) : genesis.validators;
  if (changes.length === 0) {
    throw new EngineError("neither the genesis document nor the application names a validator");
  }
  const validators = ValidatorSet.create(changes);
  return {
    chainId: genesis.chainId,
    initialHeight: genesis.initialHeight,
    height: 0,
    lastBlockId: NO_BLOCK_ID,
    lastBlockTime: genesis.time,
    lastCommit: NO_COMMIT,
    lastValidators: undefined,
    validators,
    nextValidators: validators.increment(1),
    params,
    appVersion: answer.consensusParams === undefined ? appVersion : (params.version?.app ?? 0n),
    appHash: answer.appHash.length > 0 ? answer.appHash : genesis.appHash,
    lastResultsHash: merkleRoot([]),
  };
}

/** The state after a block. @throws EngineError where the application asks for what cannot be. */
export function nextState(
  state: ChainState,
  header: Header,
  blockId: BlockID,
  commit: Commit,
  outcome: BlockOutcome,
): ChainState {
  const params = updateConsensusParams(state.params, outcome.consensusParamUpdates);
  if (outcome.consensusParamUpdates !== undefined) checkConsensusParams(params);
  return {
    ...state,
    height: Number(header.height),
    lastBlockId: blockId,
    lastBlockTime: present(header.time, "header.time"),
    lastCommit: commit,
    lastValidators: state.validators,
    validators: state.nextValidators,
    nextValidators: state.nextValidators.update(validatorChanges(outcome.validatorUpdates)).increment(1),
    params,
    appVersion: outcome.consensusParamUpdates === undefined ? state.appVersion : (params.version?.app ?? 0n),
    appHash: outcome.appHash,
    lastResultsHash: resultsHash(outcome.txResults),
  };
}
