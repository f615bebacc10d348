/**
 * Commits: the precommits by which validators decided a block.
 *
 * @module
 */
import { present } from "@assay/kernel/assert";
import { equal, toHex } from "@assay/primitives/bytes";
import type { Timestamp } from "@assay/proto/gen/google/protobuf/timestamp";
import type { CommitInfo } from "@assay/proto/gen/tendermint/abci/types";
import { type BlockID, type Commit, CommitSig, SignedMsgType } from "@assay/proto/gen/tendermint/types/types";
import { BlockIDFlag } from "@assay/proto/gen/tendermint/types/validator";
import { EngineError } from "./errors.ts";
import { type ValidatorKey, verifySignature } from "./keys.ts";
import { merkleRoot } from "./merkle.ts";
import { laterTime, ZERO_TIME } from "./time.ts";
import type { ValidatorSet } from "./validator-set.ts";
import { voteSignBytes } from "./vote.ts";

const EMPTY = new Uint8Array(0);

export const NO_BLOCK_ID: BlockID = { hash: EMPTY, partSetHeader: { total: 0, hash: EMPTY } };

/** What a chain's first block carries, which has none before it. */
export const NO_COMMIT: Commit = { height: 0n, round: 0, blockId: NO_BLOCK_ID, signatures: [] };

const ABSENT: CommitSig = {
  blockIdFlag: BlockIDFlag.BLOCK_ID_FLAG_ABSENT,
  validatorAddress: EMPTY,
  timestamp: ZERO_TIME,
  signature: EMPTY,
};

/** Root over the signatures: `last_commit_hash` of the next header. */
export function commitHash(commit: Commit): Uint8Array {
  return merkleRoot(commit.signatures.map((signature) => CommitSig.toBytes(signature)));
}

export interface Decision {
  readonly chainId: string;
  readonly height: bigint;
  readonly round: number;
  readonly blockId: BlockID;
  readonly validators: ValidatorSet;
}

/**
 * Signs with every key that is at hand, in set order; other validators are absent.
 * @param keys by the lower hex of their address.
 * @param earliest no vote may be older: the next block must be younger than this one.
 * @param now asked once a vote.
 */
export function signCommit(
  decision: Decision,
  keys: ReadonlyMap<string, ValidatorKey>,
  earliest: Timestamp,
  now: () => Timestamp,
): Commit {
  const { chainId, height, round, blockId, validators } = decision;
  const signatures = validators.validators.map(({ address }): CommitSig => {
    const key = keys.get(toHex(address));
    if (key === undefined) return ABSENT;
    const timestamp = laterTime(now(), earliest);
    const type = SignedMsgType.SIGNED_MSG_TYPE_PRECOMMIT;
    return {
      blockIdFlag: BlockIDFlag.BLOCK_ID_FLAG_COMMIT,
      validatorAddress: address,
      timestamp,
      signature: key.sign(voteSignBytes(chainId, { type, height, round, blockId, timestamp })),
    };
  });
  return { height, round, blockId, signatures };
}

/** True where a power decides: more than two thirds of all. */
export function decides(power: bigint, total: bigint): boolean {
  return power * 3n > total * 2n;
}

/** @throws EngineError where the commit is for something else, a signature is wrong, or too few signed. */
export function verifyCommit(decision: Omit<Decision, "round">, commit: Commit): void {
  const { chainId, height, blockId, validators } = decision;
  const bad = (what: string): never => {
    throw new EngineError(`the commit of height ${height} ${what}`);
  };
  const id = present(commit.blockId, "commit.block_id");
  const parts = present(id.partSetHeader, "commit.block_id.part_set_header");
  const expected = present(blockId.partSetHeader, "block_id.part_set_header");
  if (commit.height !== height) bad(`says height ${commit.height}`);
  if (!equal(id.hash, blockId.hash) || !equal(parts.hash, expected.hash) || parts.total !== expected.total) {
    bad("is for another block");
  }
  if (commit.signatures.length !== validators.validators.length) {
    bad(`has ${commit.signatures.length} signatures for ${validators.validators.length} validators`);
  }
  let power = 0n;
  commit.signatures.forEach((signature, i) => {
    if (signature.blockIdFlag !== BlockIDFlag.BLOCK_ID_FLAG_COMMIT) return;
    const validator = validators.validators[i]!;
    const vote = { type: SignedMsgType.SIGNED_MSG_TYPE_PRECOMMIT, height, round: commit.round };
    const message = voteSignBytes(chainId, { ...vote, blockId, timestamp: signature.timestamp });
    const key = validator.pubKey?.ed25519 ?? EMPTY;
    if (
      !equal(signature.validatorAddress, validator.address) ||
      !verifySignature(key, message, signature.signature)
    ) {
      bad(`has a wrong signature at place ${i}`);
    }
    power += validator.votingPower;
  });
  if (!decides(power, validators.totalPower)) bad(`has power ${power} of ${validators.totalPower}`);
}

/** What the application is told of it. @param validators those of the commit's height; undefined for `NO_COMMIT`. */
export function commitInfo(commit: Commit, validators: ValidatorSet | undefined): CommitInfo {
  return {
    round: commit.round,
    votes: commit.signatures.map(({ blockIdFlag }, i) => {
      const { address, votingPower } = present(validators?.validators[i], "a signer of the last block");
      return { validator: { address, power: votingPower }, blockIdFlag };
    }),
  };
}
