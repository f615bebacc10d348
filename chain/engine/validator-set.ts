/**
 * The validators of a height and whose turn it is to propose.
 *
 * The rotation is CometBFT's: each height a validator gains its power in priority, the one with the most proposes
 * and pays the total. The next validator set's hash is in every header, and its priorities are served by the RPC, so
 * the arithmetic, with its order of rescaling, centering and rounding, must be the same.
 *
 * @module
 */
import { assert, present } from "@assay/kernel/assert";
import { compare, equal, toHex } from "@assay/primitives/bytes";
import type { PublicKey } from "@assay/proto/gen/tendermint/crypto/keys";
import {
  SimpleValidator,
  type Validator,
  type ValidatorSet as ValidatorSetProto,
} from "@assay/proto/gen/tendermint/types/validator";
import { EngineError } from "./errors.ts";
import { merkleRoot } from "./merkle.ts";

const MAX_INT64 = 2n ** 63n - 1n;
const MIN_INT64 = -(2n ** 63n);

/** No sum of powers may pass it, or priorities could overflow 64 bits. */
export const MAX_TOTAL_POWER = MAX_INT64 / 8n;

/** Priorities lie at most so many times the total power apart. */
const PRIORITY_WINDOW = 2n;

const clip = (value: bigint): bigint =>
  value > MAX_INT64 ? MAX_INT64 : value < MIN_INT64 ? MIN_INT64 : value;

/** A validator's new power; 0 removes it. */
export interface ValidatorChange {
  readonly address: Uint8Array;
  readonly pubKey: PublicKey | undefined;
  readonly votingPower: bigint;
}

const totalOf = (validators: readonly Validator[]): bigint =>
  validators.reduce((sum, validator) => sum + validator.votingPower, 0n);

/** Power descending, then address ascending. */
const inSetOrder = (a: Validator, b: Validator): number =>
  a.votingPower === b.votingPower ? compare(a.address, b.address) : a.votingPower > b.votingPower ? -1 : 1;

/** The one with the highest priority; of equals the one with the smaller address. */
function mostPriority(validators: readonly Validator[]): Validator {
  let most = validators[0]!;
  for (const candidate of validators) {
    const ahead = candidate.proposerPriority - most.proposerPriority;
    if (ahead > 0n || (ahead === 0n && compare(candidate.address, most.address) < 0)) most = candidate;
  }
  return most;
}

/** Pulls priorities together until they fit the window, then moves their average to zero. */
function rescaleAndCenter(validators: readonly Validator[]): Validator[] {
  const priorities = validators.map((validator) => validator.proposerPriority);
  const window = PRIORITY_WINDOW * totalOf(validators);
  const sorted = [...priorities].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const spread = sorted.at(-1)! - sorted[0]!;
  // Bigint division truncates towards zero, as Go's does for integers.
  const ratio = window > 0n && spread > window ? (spread + window - 1n) / window : 1n;
  const scaled = priorities.map((priority) => priority / ratio);
  const sum = scaled.reduce((a, b) => a + b, 0n);
  const count = BigInt(scaled.length);
  // Go's big.Int divides Euclidean: downwards for a positive divisor.
  const average = sum >= 0n ? sum / count : -((-sum + count - 1n) / count);
  return validators.map((validator, i) => ({
    ...validator,
    proposerPriority: clip(scaled[i]! - average),
  }));
}

export class ValidatorSet {
  /** Power descending, then address. */
  readonly validators: readonly Validator[];
  readonly proposer: Validator;
  readonly totalPower: bigint;

  private constructor(validators: readonly Validator[], proposer: Validator) {
    this.validators = validators;
    this.proposer = proposer;
    this.totalPower = totalOf(validators);
  }

  /**
   * A chain's first set.
   * @throws EngineError for no validators, one twice, or powers that are not positive or too large.
   */
  static create(validators: readonly ValidatorChange[]): ValidatorSet {
    for (const { address, votingPower } of validators) {
      if (votingPower === 0n) throw new EngineError(`validator ${toHex(address)} has no voting power`);
    }
    return ValidatorSet.#from(change([], validators)).increment(1);
  }

  static fromProto(proto: ValidatorSetProto): ValidatorSet {
    assert(proto.validators.length > 0, "a stored validator set is empty");
    return new ValidatorSet(proto.validators, present(proto.proposer, "a stored set's proposer"));
  }

  /** A set with these very priorities, whose proposer is the one that leads. */
  static #from(validators: readonly Validator[]): ValidatorSet {
    return new ValidatorSet(validators, mostPriority(validators));
  }

  toProto(): ValidatorSetProto {
    return { validators: [...this.validators], proposer: this.proposer, totalVotingPower: 0n };
  }

  /** The set after so many turns, `times` at least 1. */
  increment(times: number): ValidatorSet {
    assert(times >= 1, "turns are positive");
    const validators = rescaleAndCenter(this.validators);
    let proposer = validators[0]!;
    for (let i = 0; i < times; i++) {
      for (const v of validators) v.proposerPriority = clip(v.proposerPriority + v.votingPower);
      proposer = mostPriority(validators);
      proposer.proposerPriority = clip(proposer.proposerPriority - this.totalPower);
    }
    return new ValidatorSet(validators, proposer);
  }

  /**
   * The set with changed powers, validators that are new or gone; turns go on by `increment`.
   * @throws EngineError where the changes name one validator twice, remove one that is not there or the last one, or
   *   pass the largest total power.
   */
  update(changes: readonly ValidatorChange[]): ValidatorSet {
    return changes.length === 0 ? this : ValidatorSet.#from(change(this.validators, changes));
  }

  /** Undefined where the set has no such validator. */
  byAddress(address: Uint8Array): Validator | undefined {
    return this.validators.find((validator) => equal(validator.address, address));
  }

  /** Root over keys and powers, in set order; priorities are not part of it. */
  hash(): Uint8Array {
    return merkleRoot(
      this.validators.map(({ pubKey, votingPower }) => SimpleValidator.toBytes({ pubKey, votingPower })),
    );
  }
}

/** Applies changes to a list of validators, empty for a new set. */
function change(existing: readonly Validator[], changes: readonly ValidatorChange[]): Validator[] {
  const byAddress = new Map(existing.map((validator) => [toHex(validator.address), validator]));
  const named = new Set<string>();
  let removedPower = 0n;
  let addedPower = 0n;
  for (const { address, votingPower } of changes) {
    const name = toHex(address);
    if (named.has(name)) throw new EngineError(`validator ${name} is named twice`);
    named.add(name);
    if (votingPower < 0n) throw new EngineError(`validator ${name} has a negative voting power`);
    if (votingPower > MAX_TOTAL_POWER)
      throw new EngineError(`validator ${name} has a voting power above ${MAX_TOTAL_POWER}`);
    const before = byAddress.get(name);
    if (votingPower > 0n) addedPower += votingPower - (before?.votingPower ?? 0n);
    else if (before === undefined) throw new EngineError(`validator ${name} is not there to be removed`);
    else removedPower += before.votingPower;
  }
  // New validators start as far behind as if nothing had been removed yet.
  const powerBeforeRemovals = totalOf(existing) + addedPower;
  if (powerBeforeRemovals - removedPower > MAX_TOTAL_POWER)
    throw new EngineError(`the total voting power would exceed ${MAX_TOTAL_POWER}`);
  // Behind all others, so that leaving and coming back does not win a turn.
  const newcomer = -(powerBeforeRemovals + (powerBeforeRemovals >> 3n));

  for (const { address, pubKey, votingPower } of changes) {
    const name = toHex(address);
    const proposerPriority = byAddress.get(name)?.proposerPriority ?? newcomer;
    if (votingPower === 0n) byAddress.delete(name);
    else byAddress.set(name, { address, pubKey, votingPower, proposerPriority });
  }
  if (byAddress.size === 0) throw new EngineError("no validator would be left");
  return rescaleAndCenter([...byAddress.values()]).sort(inSetOrder);
}
