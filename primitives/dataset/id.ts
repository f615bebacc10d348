/**
 * Hashes that name a dataset and seal what is not to be seen yet.
 *
 * @module
 */
import { ascii, u32be } from "../bytes.ts";
import { sha256 } from "../hash.ts";
import { stringToUtf8 } from "../utf8.ts";

const DATASET_DOMAIN = ascii("assay/ds/v1");
const PUBLISH_DOMAIN = ascii("assay/pub/v1");
const CHALLENGE_DOMAIN = ascii("assay/ch/v1");

/** One byte of length, as what follows it in a preimage says where it ends. @throws RangeError above 255 bytes. */
function lengthOf(bytes: Uint8Array, what: string): Uint8Array {
  if (bytes.length > 255) throw new RangeError(`${what} has ${bytes.length} bytes, above 255`);
  return new Uint8Array([bytes.length]);
}

/** @throws RangeError unless there are 32 bytes: in a preimage without lengths each part must have its own. */
function bytes32(bytes: Uint8Array, what: string): Uint8Array {
  if (bytes.length !== 32) throw new RangeError(`${what} has ${bytes.length} bytes, not 32`);
  return bytes;
}

function text(value: string, what: string): Uint8Array {
  const bytes = stringToUtf8(value);
  if (bytes === undefined) throw new RangeError(`${what} holds a lone surrogate`);
  return bytes;
}

/**
 * sha256("assay/ds/v1" | u8 len, chain id | u8 len, owner | u8 len, name | u32 version): known before publishing.
 * @throws RangeError for a part above 255 bytes or a version that is no u32.
 */
export function datasetId(chainId: string, owner: Uint8Array, name: string, version: number): Uint8Array {
  const chain = text(chainId, "chain id");
  const nameBytes = text(name, "name");
  return sha256(
    DATASET_DOMAIN,
    lengthOf(chain, "chain id"),
    chain,
    lengthOf(owner, "owner"),
    owner,
    lengthOf(nameBytes, "name"),
    nameBytes,
    u32be(version),
  );
}

/** What a publish commit seals; each 32 bytes. */
export interface PublishCommitParts {
  readonly id: Uint8Array;
  readonly featuresRoot: Uint8Array;
  readonly labelsRoot: Uint8Array;
  readonly salt: Uint8Array;
}

/** sha256("assay/pub/v1" | id | features root | labels root | salt) @throws RangeError for a part of other length. */
export function publishCommitHash(parts: PublishCommitParts): Uint8Array {
  return sha256(
    PUBLISH_DOMAIN,
    bytes32(parts.id, "id"),
    bytes32(parts.featuresRoot, "features root"),
    bytes32(parts.labelsRoot, "labels root"),
    bytes32(parts.salt, "salt"),
  );
}

/** What a challenge commit seals. */
export interface ChallengeCommitParts {
  /** Raw address, 20 or 32 bytes: nobody else can show this seal as theirs. */
  readonly challenger: Uint8Array;
  readonly datasetId: Uint8Array;
  /** The claim's number in `assay.data.v1.ClaimKind`. */
  readonly claim: number;
  /** sha256 of the proof's strict proto bytes. */
  readonly proofHash: Uint8Array;
  readonly salt: Uint8Array;
}

/**
 * sha256("assay/ch/v1" | u8 len, challenger | dataset id | u32 claim | proof hash | salt)
 * @throws RangeError for a part of other length.
 */
export function challengeCommitHash(parts: ChallengeCommitParts): Uint8Array {
  return sha256(
    CHALLENGE_DOMAIN,
    lengthOf(parts.challenger, "challenger"),
    parts.challenger,
    bytes32(parts.datasetId, "dataset id"),
    u32be(parts.claim),
    bytes32(parts.proofHash, "proof hash"),
    bytes32(parts.salt, "salt"),
  );
}
